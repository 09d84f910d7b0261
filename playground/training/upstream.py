"""Looking from the end of a network towards its beginning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playground.core.graph import Graph, Node


def only_source(graph: Graph, node: Node) -> Node | None:
    """The one layer that feeds ``node``; None behind a merge and at an Input."""
    links = graph.incoming[node.id]
    return graph.by_id[links[0].source] if len(links) == 1 else None


def results(graph: Graph) -> tuple[Node, ...]:
    """What gives the network's results: its Outputs, else all layers that nothing follows. A lone Input gives none."""
    found = tuple(graph.by_id[node_id] for node_id in graph.exits)
    return tuple(node for node in found if node.kind is None or node.input_ports) or found


def leading_to(graph: Graph, ends: Iterable[str]) -> frozenset[str]:
    """Ids of the nodes ``ends`` and of all that lead to them."""
    found = set(ends)
    stack = list(found)
    while stack:
        for link in graph.incoming[stack.pop()]:
            if link.source not in found:
                found.add(link.source)
                stack.append(link.source)
    return frozenset(found)


def loose_branch(graph: Graph, ends: Iterable[str], kept: frozenset[str]) -> frozenset[str]:
    """``ends`` and what serves them alone: nothing in it leads anywhere else, or is in ``kept``."""
    branch = set(ends)
    for node_id in reversed(graph.order):
        targets = {link.target for link in graph.outgoing[node_id]}
        if targets and targets <= branch and node_id not in kept:
            branch.add(node_id)
    return frozenset(branch)


def above(graph: Graph, node: Node) -> Iterator[Node]:
    """The layers before ``node``, one by one, while each has a single one before it; a cycle is gone round once."""
    seen, found = {node.id}, only_source(graph, node)
    while found is not None and found.id not in seen:
        seen.add(found.id)
        yield found
        found = only_source(graph, found)
