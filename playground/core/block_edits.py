"""Edits of whole networks and of blocks: group, ungroup, add, remove, rename, duplicate, choose what trains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pydantic import TypeAdapter, ValidationError

from playground.core.annotations import Frame, Note
from playground.core.blocks import BLOCK, block_of, block_params, nesting, recursion, settled, showing
from playground.core.edits import EditRefused
from playground.core.graph import Graph, Link, Node
from playground.core.grouping import grouped
from playground.core.language import mark, tr
from playground.core.project import NetworkName, Project
from playground.core.ungrouping import ungrouped

BLOCK_STEM, NETWORK_STEM = "Block", "Network"
MOST_NESTED = 32  # networks in one another
_NAME = TypeAdapter(NetworkName)


def free_network_name(project: Project, stem: str = NETWORK_STEM) -> str:
    """``stem`` with the lowest number that no network of ``project`` has; ``stem`` itself never."""
    number = 1
    while f"{stem} {number}" in project.networks:
        number += 1
    return f"{stem} {number}"


def free_name_like(taken: Iterable[str], name: str) -> str:
    """``name``, or the same name with the lowest number from 2 that is free."""
    used = set(taken)
    if name not in used:
        return name
    stem, _, last = name.rpartition(" ")
    stem = stem if stem and last.isdigit() else name
    number = 2
    while f"{stem[: 39 - len(str(number))]} {number}" in used:
        number += 1
    return f"{stem[: 39 - len(str(number))]} {number}"


def new_block_network() -> Graph:
    """What a new block begins with: an Input linked to an Output."""
    return Graph(
        nodes=(Node(id="input1", type="Input"), Node(id="output1", type="Output", x=464.0)),
        links=(Link(source="input1", target="output1"),),
    )


def block_node(graph: Graph, name: str, shown: Graph, x: float = 0.0, y: float = 0.0) -> Node:
    """A block for ``graph`` that stands for the network ``name``, which is ``shown``."""
    return Node(id=graph.free_id("block"), type=BLOCK, params=block_params(name, shown), x=x, y=y)


@dataclass(frozen=True)
class _Plain:
    @property
    def merge_key(self) -> object | None:
        return None


@dataclass(frozen=True)
class Group(_Plain):
    """The layers ``nodes`` become a network of their own, shown by a block where they stood.

    ``name`` of the new network; a free "Block n" when empty. Inputs and Outputs among ``nodes`` stay outside.
    Frames whose layers all go into it come along, and so do the frames and notes named by ``annotations``.
    """

    network: str
    nodes: frozenset[str]
    name: str = ""
    text: str = mark("Group into block")
    annotations: frozenset[str] = frozenset()

    def apply(self, project: Project) -> Project:
        name = _new_name(project, self.name) if self.name else free_network_name(project, BLOCK_STEM)
        outer, inner = grouped(_network(project, self.network), self.nodes, name, self.annotations)
        return _with(project, {**project.networks, name: inner, self.network: outer}, (name, self.network))


@dataclass(frozen=True)
class Ungroup(_Plain):
    """The block ``node`` gives way to the layers that it shows; a repeated one to as many copies.

    A network that came from grouping ("Block n") goes when no block shows it any more; one that a person named stays.
    """

    network: str
    node: str
    text: str = mark("Ungroup block")

    def apply(self, project: Project) -> Project:
        host = _network(project, self.network)
        try:
            unfolded = ungrouped(project.networks, self.network, self.node)
        except ValidationError as error:  # a block at the edge of the canvas, with layers far from each other
            raise EditRefused(tr("That would lie outside the canvas.")) from error
        networks = {**project.networks, self.network: unfolded}
        block = block_of(host.by_id[self.node])
        assert block is not None  # or it could not have been ungrouped
        unused = not any(showing(graph, block.network) for graph in networks.values())
        if unused and _is_automatic(block.network) and block.network != project.main_network:
            del networks[block.network]
        return _with(project, networks, (self.network,))


@dataclass(frozen=True)
class AddNetwork(_Plain):
    """A network named ``name``, a free "Network n" when empty."""

    name: str = ""
    graph: Graph = field(default_factory=Graph)
    text: str = mark("Add network")

    def apply(self, project: Project) -> Project:
        name = _new_name(project, self.name) if self.name else free_network_name(project)
        return _with(project, {**project.networks, name: self.graph}, (name,))


@dataclass(frozen=True)
class RemoveNetwork(_Plain):
    """Refused for a network that a block shows, and for the only one."""

    network: str
    text: str = mark("Delete network")

    def apply(self, project: Project) -> Project:
        _network(project, self.network)
        for host, graph in project.networks.items():
            for block in showing(graph, self.network) if host != self.network else ():
                raise EditRefused(
                    tr(
                        "{network} stands in {host} as {title}. Remove or ungroup that first.",
                        network=self.network,
                        host=host,
                        title=block.title,
                    )
                )
        if len(project.networks) == 1:
            raise EditRefused(tr("A project keeps at least one network."))
        return _with(project, {name: g for name, g in project.networks.items() if name != self.network}, ())


@dataclass(frozen=True)
class RenameNetwork(_Plain):
    """Blocks that show it follow, and so do what trains and where the person was looking."""

    network: str
    name: str
    text: str = mark("Rename network")

    def apply(self, project: Project) -> Project:
        _network(project, self.network)
        if self.name.strip() == self.network:
            return project
        name, old = _new_name(project, self.name), self.network
        names = {known: name if known == old else known for known in project.networks}
        networks = {names[known]: with_names(graph, {old: name}) for known, graph in project.networks.items()}
        changes: dict[str, object] = {"networks": networks}
        if project.main_network == old:
            changes["main"] = name
        if old in project.view:
            changes["view"] = {names.get(known, known): view for known, view in project.view.items()}
        return project.model_copy(update=changes)


@dataclass(frozen=True)
class DuplicateNetwork(_Plain):
    """A copy of a network under ``name``, a free one when empty."""

    network: str
    name: str = ""
    text: str = mark("Duplicate network")

    def apply(self, project: Project) -> Project:
        graph = _network(project, self.network)
        name = _new_name(project, self.name) if self.name else free_name_like(project.networks, self.network)
        return _with(project, {**project.networks, name: graph}, ())


@dataclass(frozen=True)
class SetMain(_Plain):
    """The network that trains."""

    network: str

    @property
    def text(self) -> str:
        return tr("Train {network}", network=self.network)

    def apply(self, project: Project) -> Project:
        _network(project, self.network)
        return project.model_copy(update={"main": self.network})


@dataclass(frozen=True)
class AddBlock(_Plain):
    """The block ``node`` with ``links`` to what is there; refused where its network would stand in itself.

    With ``graph`` the network that it shows is made in the same step.
    """

    network: str
    node: Node
    links: tuple[Link, ...] = ()
    graph: Graph | None = None
    text: str = mark("Add block")

    def apply(self, project: Project) -> Project:
        block = block_of(self.node)
        name = block.network if block is not None else ""
        networks = dict(project.networks)
        if self.graph is not None:
            networks[_new_name(project, name)] = self.graph
        elif name not in networks:
            raise EditRefused(tr("There is no network {name}.", name=name))
        reason = recursion(networks, self.network, name)
        if reason is not None:
            raise EditRefused(reason)
        host = _network(project, self.network)
        networks[self.network] = host.replace(nodes=(*host.nodes, self.node), links=(*host.links, *self.links))
        return _with(project, networks, (name, self.network))


@dataclass(frozen=True)
class Paste(_Plain):
    """Nodes, links, frames and notes from elsewhere, with the networks that blocks among them show.

    A network that is here already, the same or with ``own`` any of that name, is used; another one comes along, renamed
    where its name is taken.
    """

    network: str
    nodes: tuple[Node, ...]
    links: tuple[Link, ...] = ()
    networks: Mapping[str, Graph] = field(default_factory=dict)
    own: bool = False
    text: str = mark("Paste")
    frames: tuple[Frame, ...] = ()
    notes: tuple[Note, ...] = ()

    def apply(self, project: Project) -> Project:
        networks = dict(project.networks)
        names: dict[str, str] = {}
        for name in _inner_first(self.networks, Graph(nodes=self.nodes).nested):
            if self.own and name in project.networks:
                continue
            brought = with_names(self.networks[name], names)
            if networks.get(name) != brought:
                names[name] = free_name_like(networks, name)
                networks[names[name]] = brought
        added = with_names(Graph(nodes=self.nodes), names)
        for shown in sorted(added.nested & networks.keys()):
            reason = recursion(networks, self.network, shown)
            if reason is not None:
                raise EditRefused(reason)
        host = _network(project, self.network)
        networks[self.network] = host.replace(
            nodes=(*host.nodes, *added.nodes), links=(*host.links, *self.links),
            frames=(*host.frames, *self.frames), notes=(*host.notes, *self.notes),
        )  # fmt: skip
        return _with(project, networks, (*names.values(), self.network))


def with_names(graph: Graph, names: Mapping[str, str]) -> Graph:
    """``graph`` with blocks that show what networks are called now; the same object when none does."""
    if not graph.nested & names.keys():
        return graph
    nodes = []
    for node in graph.nodes:
        block = block_of(node)
        if block is None or block.network not in names:
            nodes.append(node)
        else:
            nodes.append(node.replace(params={**node.params, "network": names[block.network]}))
    return graph.replace(nodes=tuple(nodes))


def shown_by(networks: Mapping[str, Graph], graph: Graph) -> dict[str, Graph]:
    """The networks that blocks of ``graph`` show, and those that stand in these."""
    return {name: networks[name] for name in _inner_first(networks, graph.nested)}


def _inner_first(networks: Mapping[str, Graph], wanted: Iterable[str]) -> list[str]:
    """``wanted`` and what stands in them, each behind what it shows."""
    found: list[str] = []
    seen: set[str] = set()

    def visit(name: str) -> None:
        if name in seen or name not in networks:
            return
        seen.add(name)
        for inner in sorted(networks[name].nested):
            visit(inner)
        found.append(name)

    for name in sorted(wanted):
        visit(name)
    return found


def _network(project: Project, name: str) -> Graph:
    if name not in project.networks:
        raise EditRefused(tr("The network is no longer there."))
    return project.networks[name]


def _is_automatic(name: str) -> bool:
    """Whether the program gave a network its name when layers were grouped."""
    stem, _, number = name.rpartition(" ")
    return stem == BLOCK_STEM and number.isdigit()


def _new_name(project: Project, wanted: str) -> str:
    """``wanted`` as the name of a network. Raises ``EditRefused`` when it is none, or taken."""
    name = wanted.strip()
    try:
        _NAME.validate_python(name)
    except ValidationError as error:
        raise EditRefused(
            tr("A network's name begins with a letter and has up to 40 letters, digits, spaces, - and _.")
        ) from error
    if name in project.networks:
        raise EditRefused(tr("There is a network {name} already.", name=name))
    return name


def _with(project: Project, networks: Mapping[str, Graph], changed: Iterable[str]) -> Project:
    """``project`` with other networks: blocks follow, and what trains stays the same while it is there."""
    found = project.model_copy(update={"networks": settled(networks, changed)})
    if nesting(found.networks) > max(MOST_NESTED, nesting(project.networks)):
        raise EditRefused(tr("Blocks stand in blocks {most_nested} deep; that is the most.", most_nested=MOST_NESTED))
    main = project.main_network
    updates: dict[str, object] = {}
    if main not in networks:
        updates["main"] = None
    elif found.main_network != main:
        updates["main"] = main
    if not project.view.keys() <= networks.keys():
        updates["view"] = {name: view for name, view in project.view.items() if name in networks}
    return found.model_copy(update=updates) if updates else found
