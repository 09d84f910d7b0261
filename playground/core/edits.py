"""What a person can do to a project. An edit is plain data: ``apply`` gives the project after it.

Projects are immutable and share what did not change, so the inverse of any edit is the project before it: undo
cannot drift from do. ``docs/architecture.md`` says why this replaced an inverse for each kind of edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from pydantic import ValidationError

from playground.core.forms import called
from playground.core.graph import FreeIds, Graph, Link, Node
from playground.core.healing import healed
from playground.core.language import mark, tr
from playground.core.layer import REGISTRY
from playground.core.project import Project


class EditRefused(Exception):
    """The edit cannot be made; the message says why, for the pointer or the status line."""


class Edit(Protocol):
    """``text`` is the name in the Edit menu. Edits with one ``merge_key`` in a row become one undo step."""

    @property
    def text(self) -> str: ...

    @property
    def merge_key(self) -> object | None: ...

    def apply(self, project: Project) -> Project: ...


@dataclass(frozen=True)
class _Plain:
    """Never merged; the base of the edits below."""

    @property
    def merge_key(self) -> object | None:
        return None


@dataclass(frozen=True)
class AddNodes(_Plain):
    """Nodes with links among them or to nodes that are there: adding, pasting, duplicating."""

    network: str
    nodes: tuple[Node, ...]
    links: tuple[Link, ...] = ()
    text: str = mark("Add layer")

    def apply(self, project: Project) -> Project:
        graph = project.network(self.network)
        return project.with_network(
            self.network, graph.replace(nodes=(*graph.nodes, *self.nodes), links=(*graph.links, *self.links))
        )


@dataclass(frozen=True)
class Remove(_Plain):
    """Nodes with all their links, and single links."""

    network: str
    nodes: frozenset[str] = frozenset()
    links: frozenset[Link] = frozenset()
    heal: bool = False  # what fed a removed layer feeds what followed it

    @property
    def text(self) -> str:
        if not self.nodes:
            return tr("Delete link") if len(self.links) == 1 else tr("Delete {count} links", count=len(self.links))
        return tr("Delete layer") if len(self.nodes) == 1 else tr("Delete {count} layers", count=len(self.nodes))

    def apply(self, project: Project) -> Project:
        graph = project.network(self.network)
        nodes = tuple(node for node in graph.nodes if node.id not in self.nodes)
        if self.heal:
            graph = graph.replace(links=healed(graph, self.nodes))
        links = tuple(
            link
            for link in graph.links
            if link not in self.links and link.source not in self.nodes and link.target not in self.nodes
        )
        return project.with_network(self.network, graph.replace(nodes=nodes, links=links))


@dataclass(frozen=True)
class Connect(_Plain):
    """One link. ``replaces`` is taken away in the same step (a link pulled to another port)."""

    network: str
    link: Link
    replaces: Link | None = None
    text: str = mark("Connect")

    def apply(self, project: Project) -> Project:
        graph = project.network(self.network)
        if self.replaces is not None:
            graph = graph.replace(links=tuple(link for link in graph.links if link != self.replaces))
        reason = graph.refusal(self.link)
        if reason:
            raise EditRefused(reason)
        return project.with_network(self.network, graph.replace(links=(*graph.links, self.link)))


def _called(names: Iterable[str]) -> str:
    """Fields as forms call them, within a sentence."""
    return ", ".join(called(name) for name in names)


@dataclass(frozen=True)
class SetParams:
    """Parameters of one node; values that the kind refuses are kept and become a Problem."""

    network: str
    node: str
    params: Mapping[str, Any]
    sweep: object | None = None

    @property
    def text(self) -> str:
        return tr("Change {name}", name=_called(self.params))

    @property
    def merge_key(self) -> object | None:
        return None if self.sweep is None else (self.network, self.node, tuple(self.params), self.sweep)

    def apply(self, project: Project) -> Project:
        return _replace_node(project, self.network, self.node, params=dict(self.params), merge=True)


@dataclass(frozen=True)
class Rename(_Plain):
    """A person's own name for a node; empty gives the kind's name back."""

    network: str
    node: str
    name: str
    text: str = mark("Rename layer")

    def apply(self, project: Project) -> Project:
        return _replace_node(project, self.network, self.node, name=self.name.strip()[:80] or None)


@dataclass(frozen=True)
class Move:
    """New places, by node id, in canvas units. One drag is one undo step through ``sweep``."""

    network: str
    places: Mapping[str, tuple[float, float]]
    sweep: object | None = None

    @property
    def text(self) -> str:
        return tr("Move layer") if len(self.places) == 1 else tr("Move {count} layers", count=len(self.places))

    @property
    def merge_key(self) -> object | None:
        return None if self.sweep is None else ("move", self.network, self.sweep)

    def apply(self, project: Project) -> Project:
        graph = project.network(self.network)
        nodes = tuple(
            node.replace(x=float(self.places[node.id][0]), y=float(self.places[node.id][1]))
            if node.id in self.places
            else node
            for node in graph.nodes
        )
        return project.with_network(self.network, graph.replace(nodes=nodes))


@dataclass(frozen=True)
class SetTraining:
    """Fields of the training settings."""

    changes: Mapping[str, Any]
    sweep: object | None = None

    @property
    def text(self) -> str:
        return tr("Change {name}", name=_called(self.changes))

    @property
    def merge_key(self) -> object | None:
        return None if self.sweep is None else ("training", tuple(self.changes), self.sweep)

    def apply(self, project: Project) -> Project:
        return project.model_copy(update={"training": project.training.replace(**self.changes)})


@dataclass(frozen=True)
class SetData:
    """Fields of the data settings."""

    changes: Mapping[str, Any]
    sweep: object | None = None

    @property
    def text(self) -> str:
        return tr("Change {name}", name=_called(self.changes))

    @property
    def merge_key(self) -> object | None:
        return None if self.sweep is None else ("data", tuple(self.changes), self.sweep)

    def apply(self, project: Project) -> Project:
        return project.model_copy(update={"data": project.data.replace(**self.changes)})


@dataclass(frozen=True)
class SetTask:
    """Fields of the task settings: its type, its parameters."""

    changes: Mapping[str, Any]
    sweep: object | None = None

    @property
    def text(self) -> str:
        return tr("Change task")

    @property
    def merge_key(self) -> object | None:
        return None if self.sweep is None else ("task", tuple(self.changes), self.sweep)

    def apply(self, project: Project) -> Project:
        return project.model_copy(update={"task": project.task.replace(**self.changes)})


@dataclass(frozen=True)
class SetProject(_Plain):
    """Title or description."""

    changes: Mapping[str, str]

    @property
    def text(self) -> str:
        return tr("Change {name}", name=_called(self.changes))

    def apply(self, project: Project) -> Project:
        return project.replace(**self.changes)


@dataclass(frozen=True)
class Macro(_Plain):
    """Several edits as one undo step. Raises ``EditRefused`` when one is refused; then nothing happens."""

    edits: tuple[Edit, ...]
    text: str = mark("Change")
    key: object | None = field(default=None)

    @property
    def merge_key(self) -> object | None:
        return self.key

    def apply(self, project: Project) -> Project:
        for edit in self.edits:
            project = edit.apply(project)
        return project


@dataclass(frozen=True)
class InsertOnLink(_Plain):
    """A layer put in the middle of a link."""

    network: str
    node: Node
    link: Link
    text: str = mark("Insert layer")

    @classmethod
    def between(
        cls, graph: Graph, network: str, link: Link, kind: str, params: Mapping[str, Any] | None = None
    ) -> InsertOnLink:
        """A new layer of the registered ``kind`` half way along ``link``."""
        known = REGISTRY.get(kind)
        assert known is not None  # callers name kinds that are there
        ends = graph.by_id[link.source], graph.by_id[link.target]
        node = Node(
            id=graph.free_id(known.id_stem), type=kind, params=dict(params or {}),
            x=sum(end.x for end in ends) / 2, y=sum(end.y for end in ends) / 2,
        )  # fmt: skip
        return cls(network, node, link, tr("Insert {title}", title=tr(known.title)))

    def apply(self, project: Project) -> Project:
        graph = project.network(self.network)
        if self.link not in graph.links:
            raise EditRefused(tr("The link is no longer there."))
        if not self.node.input_ports or not self.node.output_ports:
            raise EditRefused(tr("{label} cannot stand between two layers.", label=self.node.label))
        into = self.link.replace(target=self.node.id, target_port=self.node.input_ports[0].name)
        out = self.link.replace(source=self.node.id, source_port=self.node.output_ports[0].name)
        at = graph.links.index(self.link)  # merges read their links in order
        links = (*graph.links[:at], into, out, *graph.links[at + 1 :])
        return project.with_network(self.network, graph.replace(nodes=(*graph.nodes, self.node), links=links))


def _replace_node(project: Project, network: str, node_id: str, *, merge: bool = False, **changes: Any) -> Project:
    graph = project.network(network)
    if node_id not in graph.by_id:
        raise EditRefused(tr("The layer is no longer there."))
    if merge:
        changes["params"] = {**graph.by_id[node_id].params, **changes["params"]}
    nodes = tuple(node.replace(**changes) if node.id == node_id else node for node in graph.nodes)
    return project.with_network(network, graph.replace(nodes=nodes))


def copy_nodes(
    graph: Graph, nodes: Iterable[Node], links: Iterable[Link], offset: tuple[float, float] = (40.0, 40.0)
) -> tuple[tuple[Node, ...], tuple[Link, ...]]:
    """``nodes`` with free ids in ``graph``, moved by ``offset``, and the ``links`` that run between them.

    A copy whose weights are another copied layer's shares those of that layer's copy. Raises ``EditRefused`` at the
    edge of the canvas.
    """
    renamed: dict[str, str] = {}
    originals, free = tuple(nodes), FreeIds(graph.ids)
    for node in originals:
        renamed[node.id] = free.take(node.id.rstrip("0123456789").rstrip("_") or "layer")
    copies: list[Node] = []
    for node in originals:
        params = node.params
        if str(params.get("shared_with")) in renamed:
            params = {**params, "shared_with": renamed[str(params["shared_with"])]}
        x, y = node.x + offset[0], node.y + offset[1]
        try:
            copies.append(node.replace(id=renamed[node.id], x=x, y=y, params=params))
        except ValidationError as error:
            raise EditRefused(tr("That would lie outside the canvas.")) from error
    kept = [
        link.replace(source=renamed[link.source], target=renamed[link.target])
        for link in links
        if link.source in renamed and link.target in renamed
    ]
    return tuple(copies), tuple(kept)
