"""What the palette and the tabs hand to the canvas: a kind of layer, a network to use as a block, or a new block.

An entry is one text, so that a drag can carry it: a layer's type name, ``block:`` with a network's name behind it, or
``block:`` alone for a block of a network that is yet to be made.
"""

from __future__ import annotations

from dataclasses import dataclass

from playground.core.block_edits import (
    BLOCK_STEM,
    AddBlock,
    block_node,
    free_network_name,
    new_block_network,
)
from playground.core.blocks import block_of, recursion
from playground.core.edits import AddNodes, Edit
from playground.core.graph import Graph, Link, Node
from playground.core.language import tr
from playground.core.layer import REGISTRY
from playground.ui.project_session import ProjectSession

PREFIX = "block:"
NEW_BLOCK = PREFIX


def block_entry(network: str) -> str:
    """The entry of a network that is used as a block."""
    return PREFIX + network


@dataclass(frozen=True, slots=True)
class Addition:
    """A node that is about to be added, and for a new block its network."""

    node: Node
    graph: Graph | None = None

    def edit(self, network: str, links: tuple[Link, ...]) -> Edit:
        kind = self.node.kind
        title = tr(kind.title) if kind is not None else self.node.type
        if block_of(self.node) is not None:
            return AddBlock(network, self.node, links, self.graph, tr("Add {title}", title=title))
        return AddNodes(network, (self.node,), links, tr("Add {title}", title=title))


def addition(session: ProjectSession, entry: str) -> Addition | str:
    """What ``entry`` adds to the network on the canvas, or why it cannot, in one sentence."""
    graph, project = session.graph, session.project
    if not entry.startswith(PREFIX):
        kind = REGISTRY.get(entry)
        if kind is None:
            return tr("The layer type {entry!r} is not known to this version.", entry=entry)
        return Addition(Node(id=graph.free_id(kind.id_stem), type=entry))
    name = entry.removeprefix(PREFIX)
    if not name:
        inner = new_block_network()
        return Addition(block_node(graph, free_network_name(project, BLOCK_STEM), inner), inner)
    if name not in project.networks:
        return tr("There is no network {name}.", name=name)
    reason = recursion(project.networks, session.network, name)
    return reason if reason is not None else Addition(block_node(graph, name, project.networks[name]))
