"""What the window keeps of a run besides its numbers: its settings, its colour, whether it is shown and kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor

from playground.core.language import foreign, tr
from playground.ui.theme import theme, tokens

if TYPE_CHECKING:
    from playground.core.graph import Graph
    from playground.core.project import Project

# Searched for as those of layers are (see colors.py), and as far from the blue and the orange of the current run.
LIGHT, DARK = (tuple(tokens()["series"]["runs"][shade]) for shade in ("light", "dark"))
_MOST_TOLD = 12
# What does not change what is learned, or is told by the layers.
_PASSED_OVER = frozenset({"epochs_shown"})


@dataclass(eq=False)
class RunCard:
    """``color`` is the place of its colour once it lies behind; ``kept`` runs do not give way to newer ones. ``run`` is
    the number under which the worker knows it, None of one out of a file. ``name`` is what sentences call it: less than
    a label that also tells where it branched off; empty where they call it by the label.
    """

    run: int | None = None
    project: Project | None = None
    color: int = 0
    visible: bool = True
    kept: bool = False
    name: str = ""


def run_color(place: int) -> QColor:
    """The colour of an earlier run, from 0."""
    colors = DARK if theme().dark else LIGHT
    return QColor(colors[place % len(colors)])


def differences(now: Project, other: Project, most: int = _MOST_TOLD) -> tuple[str, ...]:
    """What was set otherwise for ``other``: "learning rate 0.01 → 0.1" where ``now`` has 0.01. Settings of training,
    task and data, then layers; places and names of layers make no difference.
    """
    found: list[str] = []
    for part in ("training", "task", "data"):
        before, after = (_flat(getattr(project, part).model_dump(mode="json")) for project in (now, other))
        found += _changed(before, after)
    for name in dict.fromkeys((*now.networks, *other.networks)):
        several = len(now.networks) > 1 or len(other.networks) > 1
        front = f"{name}: " if several else ""
        found += [front + text for text in _of_layers(now.networks.get(name), other.networks.get(name))]
    if len(found) > most:
        return (*found[:most], tr("and {count} more", count=len(found) - most))
    return tuple(found)


def _flat(values: Mapping[str, Any], front: str = "") -> dict[str, Any]:
    """Nested settings by their own names; the kind of a thing by the name of the thing."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        key = front if name == "type" and front else f"{front} {name}".strip() if front and name != "params" else name
        if name == "params" and isinstance(value, Mapping):
            found |= _flat(value, front)
        elif isinstance(value, Mapping):
            found |= _flat(value, key)
        else:
            found[key] = value
    return found


def _changed(before: Mapping[str, Any], after: Mapping[str, Any], front: str = "") -> list[str]:
    return [
        f"{front}{_called(name)} {_word(before.get(name))} → {_word(after.get(name))}"
        for name in dict.fromkeys((*before, *after))
        if before.get(name) != after.get(name) and name not in _PASSED_OVER
    ]


def _called(name: str) -> str:
    """A setting as its form calls it, in lower case within a sentence; as it is written where no form has it."""
    if not foreign():
        return name.replace("_", " ")
    whole = tr(_label(name))
    return whole if whole != _label(name) else " ".join(tr(_label(part)) for part in name.split())


def _label(name: str) -> str:
    """What a form makes of a name, and what catalogues know."""
    return name.replace("_", " ").capitalize()


def _of_layers(now: Graph | None, other: Graph | None) -> list[str]:
    before = {} if now is None else {node.id: node for node in now.nodes}
    after = {} if other is None else {node.id: node for node in other.nodes}
    found = [tr("without {layer}", layer=before[key].title) for key in before if key not in after]
    found += [tr("with {layer}", layer=after[key].title) for key in after if key not in before]
    for key in before.keys() & after.keys():
        one, two = before[key], after[key]
        if one.type != two.type:
            found.append(f"{one.title} → {two.title}")
        else:
            found += _changed(one.params, two.params, f"{two.title}: ")
    links = [{(link.source, link.target) for link in graph.links} if graph else set() for graph in (now, other)]
    return found or ([tr("other links")] if links[0] != links[1] else [])


def _word(value: Any) -> str:
    if value is None:
        return tr("none")
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, (list, tuple)):
        return _joined(value)
    return str(value)[:40]


def _joined(values: Iterable[Any]) -> str:
    return " × ".join(map(_word, values))[:40]
