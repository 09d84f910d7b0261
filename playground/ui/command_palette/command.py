"""One thing that can be done, and how well it fits what is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from playground.ui.fuzzy import fit, nearly

_WEAKER = 0.7  # a word that stands beside the title counts less than the title
_NEARLY = 0.25  # one letter was wrong
_LEAST = 0.15


@dataclass(frozen=True)
class Command:
    """``key`` is remembered; ``place`` says where else it is found ("Edit ▸ Arrange"), ``keys`` its shortcut.

    ``lacks`` is why it cannot be done now, in a sentence; "" when it can. ``words`` are searched, too.
    """

    key: str
    title: str
    act: Callable[[], object]
    place: str = ""
    keys: str = ""
    lacks: str = ""
    family: str = ""
    words: tuple[str, ...] = field(default=())

    def score(self, typed: str) -> float:
        """From 0, not meant, to 1."""
        beside = (*self.words, f"{self.place} {self.title}")
        best = max(fit(typed, self.title), _WEAKER * max(fit(typed, text) for text in beside))
        return best or (_NEARLY if nearly(typed, self.title) else 0.0)


def matching(commands: Iterable[Command], typed: str, recent: Sequence[str]) -> list[Command]:
    """What ``typed`` finds, best first; what was used last before its equals, what cannot be done now after them."""
    place = {key: number for number, key in enumerate(recent)}
    scored = [(command.score(typed), command) for command in commands]
    found = [(score, command) for score, command in scored if score >= _LEAST]
    found.sort(key=lambda pair: (-pair[0], bool(pair[1].lacks), place.get(pair[1].key, len(place))))
    return [command for _, command in found]
