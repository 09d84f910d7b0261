"""Edits that put a layer into a link, or take layers out of their place without deleting them."""

from __future__ import annotations

from dataclasses import dataclass

from playground.core.edits import EditRefused
from playground.core.graph import Link, Node
from playground.core.healing import healed
from playground.core.language import tr
from playground.core.project import Project


def stands_between(node: Node) -> bool:
    """Whether a layer of this make can go into a link: it takes something and gives something."""
    return bool(node.input_ports and node.output_ports)


@dataclass(frozen=True)
class PutBetween:
    """A layer that is there goes into a link: into its first input, out of its first output.

    A shape that does not fit is no reason to refuse; a layer without input or output, or a cycle, is.
    """

    network: str
    node: str
    link: Link

    @property
    def text(self) -> str:
        return tr("Insert layer")

    @property
    def merge_key(self) -> object | None:
        return None

    def apply(self, project: Project) -> Project:
        graph = project.network(self.network)
        node = graph.by_id.get(self.node)
        if self.link not in graph.links:
            raise EditRefused(tr("The link is no longer there."))
        if node is None:
            raise EditRefused(tr("The layer is no longer there."))
        if not stands_between(node):
            raise EditRefused(tr("{layer} cannot stand between two layers.", layer=node.title))
        into = self.link.replace(target=node.id, target_port=node.input_ports[0].name)
        out = self.link.replace(source=node.id, source_port=node.output_ports[0].name)
        at = graph.links.index(self.link)  # merges read their links in order
        before, after = graph.links[:at], graph.links[at + 1 :]
        opened = graph.replace(links=(*before, *after))
        for link in (into, out):
            reason = opened.refusal(link)
            if reason is not None:
                raise EditRefused(reason)
            opened = opened.replace(links=(*opened.links, link))
        return project.with_network(self.network, graph.replace(links=(*before, into, out, *after)))


@dataclass(frozen=True)
class Detach:
    """The layers ``nodes`` lose their links to others; what fed them feeds what followed them (``core.healing``)."""

    network: str
    nodes: frozenset[str]

    @property
    def text(self) -> str:
        return tr("Take out layer") if len(self.nodes) == 1 else tr("Take out {count} layers", count=len(self.nodes))

    @property
    def merge_key(self) -> object | None:
        return None

    def apply(self, project: Project) -> Project:
        graph = project.network(self.network)
        if not self.nodes & graph.by_id.keys():
            raise EditRefused(tr("The layer is no longer there."))
        return project.with_network(self.network, graph.replace(links=healed(graph, self.nodes)))
