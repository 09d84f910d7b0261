"""What becomes of links when layers leave their place: what fed them feeds what followed them."""

from __future__ import annotations

from playground.core.graph import Graph, Link

Feeder = tuple[str, str]  # node id, output port


def healed(graph: Graph, leaving: frozenset[str]) -> tuple[Link, ...]:
    """The links of ``graph`` when the nodes ``leaving`` stand in no way any more, in their order.

    Links among the leaving nodes stay; whoever deletes the nodes drops them. A port that takes one link gets the main
    path into the layer that left: that of its first port, and of an Add what has come farthest, not what skips to it.
    A port that takes many gets all. Where nothing fed the leaving layers, nothing follows in their place.
    """
    found: dict[Link, None] = {}
    for link in graph.links:
        leaves, stays = link.source in leaving, link.target in leaving
        if leaves == stays:
            found[link] = None
        elif leaves:
            port = next((port for port in graph.input_ports(link.target) if port.name == link.target_port), None)
            feeding = _feeding(graph, link.source, leaving, every=port is not None and port.many)
            for source, source_port in feeding:
                if source != link.target:
                    found[link.replace(source=source, source_port=source_port)] = None
    return tuple(found)


def _feeding(graph: Graph, node: str, leaving: frozenset[str], *, every: bool) -> tuple[Feeder, ...]:
    """Output ports outside of ``leaving`` whose values reach ``node`` through leaving nodes alone.

    All in the order of its ports, or with ``every`` false that of the main path. Each node is gone through once:
    stacked branches have more ways than one could follow, and a file may hold a cycle.
    """
    found: dict[Feeder, None] = {}
    seen, ahead = {node}, _into(graph, node, every=every)
    while ahead and (every or not found):
        link = ahead.pop()
        if link.source not in leaving:
            found[link.source, link.source_port] = None
        elif link.source not in seen:
            seen.add(link.source)
            ahead += _into(graph, link.source, every=every)
    return tuple(found)


def _into(graph: Graph, node: str, *, every: bool) -> list[Link]:
    """Links into ``node``, what comes first at the end: all in the order of its ports, or the main path's first."""
    return [*reversed(graph.inputs_of(node) if every else _main_first(graph, node))]


def _main_first(graph: Graph, node: str) -> list[Link]:
    """Links into ``node`` in the order of its ports; of one port the one first whose source has come farthest."""
    links = graph.inputs_of(node)
    if len(links) < 2:
        return list(links)
    ports = list(dict.fromkeys(link.target_port for link in links))
    place = graph.places_in_order
    return sorted(links, key=lambda link: (ports.index(link.target_port), -place.get(link.source, -1)))
