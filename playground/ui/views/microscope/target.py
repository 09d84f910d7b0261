"""Which layer lies under the microscope: the one that is selected on the canvas, else the first that is worth it."""

from __future__ import annotations

from dataclasses import dataclass

from playground.core.graph import Graph, Node
from playground.ui.views.bench import Bench

_FIRST = ("convolution", "linear", "recurrent", "attention", "pooling")


@dataclass(frozen=True)
class Target:
    """``path`` is in ``network``, the outermost one; ``title`` is for people, ``family`` that of its layer."""

    network: str
    path: str
    title: str


def target_of(bench: Bench, before: Target | None) -> Target | None:
    """Keeps ``before`` while nothing, or more than one layer, is selected; None where there is no layer at all."""
    session, steps = bench.session, bench.canvas.view.trail.steps
    network = steps[0].network if steps else session.network
    prefix = "".join(f"{step.node}." for step in steps)
    chosen = session.selection
    if len(chosen) == 1:
        node = session.graph.by_id.get(next(iter(chosen)))
        if node is not None:
            return Target(network, prefix + node.id, node.title)
    if before is not None and before.network == network and before.path in {prefix + n.id for n in session.graph.nodes}:
        return before
    found = _first(session.graph)
    return Target(network, prefix + found.id, found.title) if found is not None else None


def _first(graph: Graph) -> Node | None:
    nodes = [graph.by_id[each] for each in graph.order]
    for family in _FIRST:
        for node in nodes:
            if node.kind is not None and node.kind.family == family:
                return node
    return nodes[-1] if nodes else None
