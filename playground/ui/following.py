"""Which network the canvas shows after an edit, an undo or a redo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from playground.core.blocks import showing
from playground.core.graph import Graph
from playground.core.project import Project


@dataclass(frozen=True, slots=True)
class Followed:
    """``shown`` is the network to show; ``renamed`` the names that networks had and have."""

    shown: str
    renamed: Mapping[str, str] = field(default_factory=dict)


def followed(before: Project, after: Project, shown: str) -> Followed:
    """Where a person who looked at ``shown`` wants to look now.

    At the same network under its new name; at the one that a block showed it in, when it went; at a network that has
    come and stands in no other.
    """
    old, new = before.networks, after.networks
    if old.keys() == new.keys() or before is after:
        return Followed(shown)
    gone, come = [name for name in old if name not in new], [name for name in new if name not in old]
    renamed = {gone[0]: come[0]} if len(gone) == len(come) == 1 and _alike(old[gone[0]], new[come[0]]) else {}
    if shown in renamed:
        return Followed(renamed[shown], renamed)
    if shown not in new:
        hosts = [name for name, graph in old.items() if name in new and showing(graph, shown)]
        return Followed(hosts[0] if hosts else after.main_network, renamed)
    free = [name for name in come if not renamed and not any(showing(graph, name) for graph in new.values())]
    return Followed(free[0] if len(free) == 1 else shown, renamed)


def _alike(a: Graph, b: Graph) -> bool:
    """The same network, though blocks in it may show another name."""
    return a is b or (a.links == b.links and [node.id for node in a.nodes] == [node.id for node in b.nodes])
