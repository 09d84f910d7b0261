"""What a person can do to a project. An edit is plain data: ``apply`` gives the project after it.

Projects are immutable and share what did not change, so the inverse of any edit is the project before it: undo
cannot drift from do. ``docs/architecture.md`` says why this replaced an inverse for each kind of edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from playground.core.graph import Graph, Link, Node
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
    text: str = "Add layer"

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

    @property
    def text(self) -> str:
        if not self.nodes:
            return "Delete link" if len(self.links) == 1 else f"Delete {len(self.links)} links"
        return "Delete layer" if len(self.nodes) == 1 else f"Delete {len(self.nodes)} layers"

    def apply(self, project: Project) -> Project:
        graph = project.network(self.network)
        nodes = tuple(node for node in graph.nodes if node.id not in self.nodes)
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
    text: str = "Connect"

    def apply(self, project: Project) -> Project:
        graph = project.network(self.network)
        if self.replaces is not None:
            graph = graph.replace(links=tuple(link for link in graph.links if link != self.replaces))
        reason = graph.refusal(self.link)
        if reason:
            raise EditRefused(reason)
        return project.with_network(self.network, graph.replace(links=(*graph.links, self.link)))


@dataclass(frozen=True)
class SetParams:
    """Parameters of one node; values that the kind refuses are kept and become a Problem."""

    network: str
    node: str
    params: Mapping[str, Any]
    sweep: object | None = None

    @property
    def text(self) -> str:
        return f"Change {', '.join(self.params).replace('_', ' ')}"

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
    text: str = "Rename layer"

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
        return "Move layer" if len(self.places) == 1 else f"Move {len(self.places)} layers"

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
        return f"Change {', '.join(self.changes).replace('_', ' ')}"

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
        return f"Change {', '.join(self.changes).replace('_', ' ')}"

    @property
    def merge_key(self) -> object | None:
        return None if self.sweep is None else ("data", tuple(self.changes), self.sweep)

    def apply(self, project: Project) -> Project:
        return project.model_copy(update={"data": project.data.replace(**self.changes)})


@dataclass(frozen=True)
class SetProject(_Plain):
    """Title or description."""

    changes: Mapping[str, str]

    @property
    def text(self) -> str:
        return f"Change {', '.join(self.changes)}"

    def apply(self, project: Project) -> Project:
        return project.replace(**self.changes)


@dataclass(frozen=True)
class Macro(_Plain):
    """Several edits as one undo step. Raises ``EditRefused`` when one is refused; then nothing happens."""

    edits: tuple[Edit, ...]
    text: str = "Change"
    key: object | None = field(default=None)

    @property
    def merge_key(self) -> object | None:
        return self.key

    def apply(self, project: Project) -> Project:
        for edit in self.edits:
            project = edit.apply(project)
        return project


def _replace_node(project: Project, network: str, node_id: str, *, merge: bool = False, **changes: Any) -> Project:
    graph = project.network(network)
    if node_id not in graph.by_id:
        raise EditRefused("The layer is no longer there.")
    if merge:
        changes["params"] = {**graph.by_id[node_id].params, **changes["params"]}
    nodes = tuple(node.replace(**changes) if node.id == node_id else node for node in graph.nodes)
    return project.with_network(network, graph.replace(nodes=nodes))


def copy_nodes(
    graph: Graph, nodes: Iterable[Node], links: Iterable[Link], offset: tuple[float, float] = (40.0, 40.0)
) -> tuple[tuple[Node, ...], tuple[Link, ...]]:
    """``nodes`` with free ids in ``graph``, moved by ``offset``, and the ``links`` that run between them."""
    renamed: dict[str, str] = {}
    copies: list[Node] = []
    for node in nodes:
        stem = node.id.rstrip("0123456789").rstrip("_") or "layer"
        renamed[node.id] = graph.free_id(stem, renamed.values())
        copies.append(node.replace(id=renamed[node.id], x=node.x + offset[0], y=node.y + offset[1]))
    kept = [
        link.replace(source=renamed[link.source], target=renamed[link.target])
        for link in links
        if link.source in renamed and link.target in renamed
    ]
    return tuple(copies), tuple(kept)
