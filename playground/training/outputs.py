"""What the end of a network gives: its layer, its last activation, and how its numbers are to be read."""

from __future__ import annotations

from playground.core.graph import Graph, Node
from playground.core.project import Project
from playground.training.datasets import describe
from playground.training.losses import LOSSES, reading


def output_node(graph: Graph) -> Node | None:
    """The one layer that gives the result: what the sole Output marks, or the layer that nothing follows.

    None when there is none or more than one.
    """
    return marked(graph, graph.by_id[graph.exits[0]]) if len(graph.exits) == 1 else None


def marked(graph: Graph, node: Node) -> Node:
    """The layer whose result ``node`` marks when it is an Output; else, and when that has several, ``node`` itself."""
    source = _single_source(graph, node) if node.kind is not None and node.kind.role == "exit" else None
    return node if source is None or len(source.output_ports) > 1 else source


def final_activation(graph: Graph) -> str | None:
    """What the last layer ends in, as ``Layer.final_activation`` names it: training works on the scores before it."""
    end = output_node(graph)
    return end.layer.final_activation() if end is not None and end.layer is not None else None


def gives_probabilities(project: Project, network: str) -> bool:
    """Whether predictions of ``network`` lie between 0 and 1 by construction; otherwise they are plain scores, or
    numbers in units of their own.
    """
    dataset = describe(project.data)
    if dataset is not None and dataset.target.kind == "values":
        return False
    return reading(project.training.loss, final_activation(project.networks[network])) is not None


def units_before(graph: Graph, end: Node) -> Node | None:
    """The layer whose parameters decide the size of the output: the end itself, or what stands before it."""
    node: Node | None = end
    while node is not None:
        if node.kind is not None and node.kind.with_outputs(1) is not None:
            return node
        node = _single_source(graph, node)
    return None


def activated_before(graph: Graph, end: Node, loss: str) -> tuple[Node, str] | None:
    """The layer that already ends in an activation, and the one applied again behind it, by ``end`` or by ``loss``.

    Looks through layers that change nothing while predicting. None when no activation is applied twice.
    """
    end = marked(graph, end)
    if end.layer is None:
        return None
    again = end.layer.final_activation()
    if again is not None:
        # an activation field comes after weights of its own; only a bare activation layer repeats what feeds it
        node = None if end.layer.without_activation() is not None else _single_source(graph, end)
    else:
        known = LOSSES.get(loss)
        again, node = known.reads_as if known else None, end
    while again is not None and node is not None and node.layer is not None:
        if node.layer.final_activation() is not None:
            return node, again
        node = _single_source(graph, node) if node.layer.keeps_values else None
    return None


def _single_source(graph: Graph, node: Node) -> Node | None:
    """The one layer that feeds ``node``; None behind a merge, at an Input and on a cycle."""
    links = graph.incoming[node.id]
    return graph.by_id[links[0].source] if len(links) == 1 and links[0].source in graph.order else None
