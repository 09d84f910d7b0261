"""What is wrong or odd in a project, and the edits that mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from playground.core.edits import Edit, InsertOnLink, Remove, SetParams
from playground.core.forms import called
from playground.core.graph import Graph, Node
from playground.core.language import tr
from playground.core.layer import REGISTRY
from playground.core.shape import Change, Insert, Remedy, Resize, Shape

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Fix:
    """An action that mends a problem: what its button says, and the edit that it makes, undoable like any other."""

    text: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong or odd: where, what, and how to mend it. ``code`` is stable for tests and scripts."""

    severity: Severity
    code: str
    message: str
    hint: str = ""
    network: str | None = None
    node: str | None = None
    field: str | None = None
    fix: Fix | None = None

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


def setting(network: str, node: str, params: Mapping[str, Any]) -> Fix:
    """ "Set units to 10" and the like."""
    told = ", ".join(tr("{field} to {value}", field=called(name), value=_told(each)) for name, each in params.items())
    return Fix(tr("Set {told}", told=told), SetParams(network, node, dict(params)))


def removing(network: str, node: Node) -> Fix:
    """ "Remove Softmax 2"; what stood before it and behind it is linked again."""
    return Fix(tr("Remove {title}", title=node.title), Remove(network, frozenset({node.id}), heal=True))


class Shaped(Protocol):
    """The shapes around a node (``core.infer.NodeFacts``)."""

    @property
    def inputs(self) -> tuple[Shape, ...]: ...

    @property
    def outputs(self) -> tuple[Shape, ...]: ...


def remedy_fix(
    graph: Graph, network: str, node: Node, remedy: Remedy | None, facts: Mapping[str, Shaped]
) -> tuple[str | None, Fix | None]:
    """The field that is to blame, if one is, and the fix for what a layer proposes; Nones when it cannot be done.

    ``facts`` are those of the layers before ``node``.
    """
    if isinstance(remedy, Change):
        return next(iter(remedy.params), None), setting(network, node.id, remedy.params)
    links = graph.inputs_of(node.id)
    if remedy is None or remedy.input >= len(links):
        return None, None
    if isinstance(remedy, Insert):
        kind = REGISTRY.get(remedy.type)
        if kind is None:
            return None, None
        edit = InsertOnLink.between(graph, network, links[remedy.input], remedy.type, remedy.params)
        return None, Fix(tr("Insert {title}", title=tr(kind.title)), edit)
    return None, _resizing(graph, network, links[remedy.input].source, remedy, facts)


def _resizing(graph: Graph, network: str, start: str, remedy: Resize, facts: Mapping[str, Shaped]) -> Fix | None:
    """Set the parameter of the nearest layer upstream that decides how many channels there are."""
    node: Node | None = graph.by_id[start]
    while node is not None and node.kind is not None:
        params = node.kind.with_channels(remedy.channels)
        if params is not None:
            fix = setting(network, node.id, params)
            return Fix(tr("{words} in {title}", words=fix.text, title=node.title), fix.edit)
        links = graph.incoming[node.id]
        passes = len(links) == 1 and node.kind.family != "block" and _keeps_channels(facts[node.id])
        node = graph.by_id[links[0].source] if passes else None
    return None


def _keeps_channels(facts: Shaped) -> bool:
    """Whether as many channels come out as went in: a Flatten, say, makes others of them."""
    given, made = facts.inputs[:1], facts.outputs[:1]
    return bool(given and made) and given[0].sizes[given[0].channel_axis] == made[0].sizes[made[0].channel_axis]


def _told(value: Any) -> str:
    if isinstance(value, (tuple, list)):
        return " × ".join(map(str, value))
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    return tr("automatic") if value is None else str(value)
