"""What the palette lists, and which of it a search finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.blocks import BLOCK
from playground.core.language import foreign, tr
from playground.core.layer import FAMILIES, REGISTRY, Layer
from playground.core.plugins import package_of
from playground.core.project import Project
from playground.ui.canvas.entries import NEW_BLOCK, block_entry
from playground.ui.fuzzy import INSIDE, WORD, fit, nearly

TYPO = 0.1
BLOCKS = "block"  # the family whose rows are networks of the project


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: ``key`` is what it adds (see ``canvas.entries``), ``package`` the plug-in that it comes from."""

    key: str
    title: str
    family: str
    summary: str
    keywords: tuple[str, ...] = ()
    package: str = ""


def heading(family: str) -> str:
    """How a family is called above its rows."""
    return tr("Blocks") if family == BLOCKS else tr(family.capitalize())


def layer_entries() -> tuple[Entry, ...]:
    """A row for each registered kind, families in their order; blocks have rows of their own."""
    kinds = sorted(REGISTRY.all(), key=lambda kind: FAMILIES.index(kind.family))
    return tuple(_entry(kind) for kind in kinds if kind.type_name != BLOCK)


def _entry(kind: type[Layer]) -> Entry:
    """Found by its English name, too: the field's books and PyTorch call it so."""
    words = (kind.type_name, *kind.keywords, *((kind.title,) if foreign() else ()))
    return Entry(kind.type_name, tr(kind.title), kind.family, tr(kind.summary), words, package_of(kind) or "")


def block_entries(project: Project, shown: str) -> tuple[Entry, ...]:
    """A row for each network but the one on the canvas, and one for a block that is yet to be drawn."""
    kind = REGISTRY.get(BLOCK)
    words = kind.keywords if kind is not None else ()
    networks = (
        Entry(
            block_entry(name),
            name,
            BLOCKS,
            tr("Uses {name} as one layer of {shown}.", name=name, shown=shown),
            ("network", *words),
        )
        for name in sorted(project.networks)
        if name != shown
    )
    new = Entry(NEW_BLOCK, tr("New block"), BLOCKS, tr("A block whose inside you draw yourself."), ("network", *words))
    return (*networks, new)


def by_family(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Entries under their families, both in the order given."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.family, []).append(entry)
    return found


def search(entries: Iterable[Entry], text: str) -> list[Entry]:
    """Entries in which every word of ``text`` is found, best first: names before keywords, family and summary."""
    return [entry for _, entry in sorted(ranked(entries, text), key=lambda pair: -pair[0])]


def ranked(entries: Iterable[Entry], text: str) -> list[tuple[float, Entry]]:
    """The entries that ``text`` finds, in the order given, each with how well it fits (0 to 1).

    Where it finds none, those whose name it nearly begins: "cnov", "atention".
    """
    words, entries = text.split(), tuple(entries)
    scored = [(score, entry) for entry in entries if (score := _score(entry, words)) > 0]
    return scored or [(TYPO, entry) for entry in entries if _nearly(entry, text)]


def _nearly(entry: Entry, text: str) -> bool:
    return any(nearly(text, part) for part in (entry.title, *entry.title.split(), *entry.keywords))


def _score(entry: Entry, words: list[str]) -> float:
    """How well the whole of ``words`` fits one text, or each word some text, which says less."""
    if not words:
        return 0.0
    whole = _best(entry, " ".join(words))
    if len(words) == 1:
        return whole
    each = [_best(entry, word) for word in words]
    return max(whole, 0.9 * sum(each) / len(each) if all(each) else 0.0)


def _best(entry: Entry, word: str) -> float:
    """The best of its texts. In long ones letters must stand together: otherwise everything would be found."""
    name, *keywords = entry.keywords or ("",)
    found = [fit(word, entry.title), 0.99 * fit(word, name)]
    found += [0.88 * score for key in keywords if (score := fit(word, key)) >= INSIDE]
    found += [0.75 * score for score in (fit(word, heading(entry.family)),) if score >= WORD]
    if len(word) >= 3:
        said = (fit(word, text) for text in (entry.summary, entry.package))
        found += [0.35 for score in said if score >= WORD]
    return max(found)
