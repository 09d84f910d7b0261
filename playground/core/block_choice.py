"""Choosing the network that a block shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playground.core.blocks import recursion, settled
from playground.core.edits import EditRefused
from playground.core.graph import Graph
from playground.core.language import mark, tr
from playground.core.project import Project


@dataclass(frozen=True)
class ChooseNetwork:
    """The block ``node`` stands for the network ``shown``: it gets the ports of that network, and links follow."""

    network: str
    node: str
    shown: str
    text: str = mark("Choose network")

    @property
    def merge_key(self) -> object | None:
        return None

    def apply(self, project: Project) -> Project:
        graph = project.networks[self.network]
        if self.node not in graph.by_id:
            raise EditRefused(tr("The layer is no longer there."))
        if self.shown not in project.networks:
            raise EditRefused(tr("There is no network {shown}.", shown=self.shown))
        reason = recursion(project.networks, self.network, self.shown)
        if reason is not None:
            raise EditRefused(reason)
        nodes = tuple(
            node.replace(params={**node.params, "network": self.shown}) if node.id == self.node else node
            for node in graph.nodes
        )
        networks = {**project.networks, self.network: graph.replace(nodes=nodes)}
        return project.model_copy(update={"networks": settled(networks, (self.shown,))})


def networks_for(networks: Mapping[str, Graph], host: str) -> tuple[str, ...]:
    """Names of the networks that may stand in ``host`` as a block."""
    return tuple(name for name in networks if name != host and recursion(networks, host, name) is None)
