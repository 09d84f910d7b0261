"""Part of a network becomes a network of its own, with a block where it stood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playground.core.blocks import BLOCK, block_params
from playground.core.cutting import divided
from playground.core.edits import EditRefused
from playground.core.graph import Flow, Graph, Link, Node
from playground.core.language import tr
from playground.core.record import bounded
from playground.core.weights import Weighted

COLUMN, ROW, GRID = 232, 160, 4  # from card to card, and the grid that places lie on

Value = tuple[str, str]  # a node id and the name of an output port


@dataclass(frozen=True, slots=True)
class Entry:
    """What comes into the part: ``value`` of a layer outside, or None for an input that nothing feeds yet."""

    value: Value | None
    target: Value  # the first input that it feeds


def grouped(graph: Graph, chosen: Iterable[str], name: str, annotations: Iterable[str] = ()) -> tuple[Graph, Graph]:
    """``graph`` with a block in place of the ``chosen`` layers, and the network ``name`` that the block shows.

    Inputs and Outputs of ``graph`` stay where they are. The part gets an Input for each value that enters it and for
    each input that nothing feeds yet, an Output for each value that leaves it or ends in it, both from top to bottom.
    Frames go along whose layers all do, with what lies in them, and the frames and notes named by ``annotations``.
    Raises ``EditRefused``.
    """
    part = tuple(n for n in graph.nodes if n.id in frozenset(chosen) and not _is_end(n))
    if not part:
        raise EditRefused(tr("Select the layers that shall become a block; Inputs and Outputs stay outside of it."))
    ids = frozenset(node.id for node in part)
    _refuse_detours(graph, ids)
    _refuse_divided_weights(graph, ids)
    entries, results = _entries(graph, part), _results(graph, ids)
    inner, inputs, outputs = _inside(graph, part, entries, results)
    outer = _outside(graph, part, block_params(name, inner), inputs, outputs)
    return divided(graph, ids, annotations, outer, inner)


def _is_end(node: Node) -> bool:
    return node.kind is not None and node.kind.role != "layer"


def _refuse_detours(graph: Graph, ids: frozenset[str]) -> None:
    """A path that leaves the part and comes back would lead from the block to itself."""
    behind, ahead = _reached(graph, ids, forward=True), _reached(graph, ids, forward=False)
    between = next((node for node in graph.nodes if node.id in behind and node.id in ahead), None)
    if between is not None:
        raise EditRefused(
            tr(
                "{title} stands between the selected layers: the block would lead to itself. Select it too.",
                title=between.title,
            )
        )


def _reached(graph: Graph, ids: frozenset[str], *, forward: bool) -> set[str]:
    """Nodes outside of ``ids`` that paths from them lead to, or that lead to them."""
    seen: set[str] = set()
    stack = list(ids)
    while stack:
        here = stack.pop()
        for link in graph.outgoing[here] if forward else graph.incoming[here]:
            other = link.target if forward else link.source
            if other not in ids and other not in seen:
                seen.add(other)
                stack.append(other)
    return seen


def _refuse_divided_weights(graph: Graph, ids: frozenset[str]) -> None:
    for node in graph.nodes:
        owner = node.layer.shared_with if isinstance(node.layer, Weighted) else None
        if owner in graph.by_id and (owner in ids) != (node.id in ids):
            raise EditRefused(
                tr(
                    "{layer} shares weights with {other}: both go into the block, or neither.",
                    layer=node.title,
                    other=graph.by_id[owner].title,
                )
            )


def _entries(graph: Graph, part: tuple[Node, ...]) -> tuple[Entry, ...]:
    """From top to bottom as what feeds them stands."""
    ids = {node.id for node in part}
    found: dict[object, tuple[tuple[float, float, int], Entry]] = {}
    for link in graph.links:
        value = (link.source, link.source_port)
        if link.target in ids and link.source not in ids and value not in found:
            place = _place(graph, link.source, link.source_port)
            found[value] = (place, Entry(value, (link.target, link.target_port)))
    for node in part:
        fed = {link.target_port for link in graph.incoming[node.id]}
        for number, port in enumerate(node.input_ports):
            if port.name not in fed and not port.optional and node.kind is not None:
                target = (node.id, port.name)
                found[("open", *target)] = ((*_aside(graph, node), number), Entry(None, target))
    return tuple(entry for _, entry in sorted(found.values(), key=lambda pair: pair[0]))


def _results(graph: Graph, ids: frozenset[str]) -> tuple[Value, ...]:
    """Values that leave the part, or end in it where the network has no Outputs that say what its results are."""
    leaving = [(link.source, link.source_port) for link in graph.links if link.source in ids and link.target not in ids]
    ends = [end for end in graph.exits if end in ids]
    if not leaving and not ends:
        ends = [end for end in graph.ends if end in ids]
    ending = [(end, port.name) for end in ends for port in graph.output_ports(end)]
    values = dict.fromkeys([*leaving, *ending])
    if not values:
        raise EditRefused(tr("Nothing comes out of the selected layers, so they make no block."))
    return tuple(sorted(values, key=lambda value: _place(graph, *value)))


def _place(graph: Graph, node_id: str, port: str) -> tuple[float, float, int]:
    node = graph.by_id[node_id]
    names = [known.name for known in graph.output_ports(node_id)]
    return (*_aside(graph, node), names.index(port) if port in names else len(names))


def _aside(graph: Graph, node: Node) -> tuple[float, float]:
    """By what ports are sorted: where the layer stands across the flow, then along it."""
    return (node.x, node.y) if graph.flow == "down" else (node.y, node.x)


def _inside(
    graph: Graph, part: tuple[Node, ...], entries: tuple[Entry, ...], results: tuple[Value, ...]
) -> tuple[Graph, dict[Value, str], dict[Value, str]]:
    """The part's own network; the ids of its Inputs by the value that enters, of its Outputs by the one that leaves."""
    ids = {node.id: node for node in part}
    core = Graph(nodes=part)
    into: list[Node] = []
    for entry in entries:
        node_id = core.free_id("input", (node.id for node in into))
        into.append(_end(Node(id=node_id, type="Input"), part, into, ids[entry.target[0]], graph.flow))
    out: list[Node] = []
    for value in results:
        node_id = core.free_id("output", (node.id for node in out))
        out.append(_end(Node(id=node_id, type="Output"), part, out, ids[value[0]], graph.flow))
    inputs = {entry.value: node.id for entry, node in zip(entries, into, strict=True) if entry.value is not None}
    outputs = {value: node.id for value, node in zip(results, out, strict=True)}
    links = []
    for link in graph.links:  # in their order: merges read them in it
        if link.target in ids and link.source in ids:
            links.append(link)
        elif link.target in ids:
            links.append(link.replace(source=inputs[link.source, link.source_port], source_port="out"))
    links += (
        Link(source=node.id, target=entry.target[0], target_port=entry.target[1])
        for entry, node in zip(entries, into, strict=True) if entry.value is None
    )  # fmt: skip
    links += (Link(source=value[0], source_port=value[1], target=node_id) for value, node_id in outputs.items())
    return Graph(nodes=(*into, *part, *out), links=tuple(links), flow=graph.flow), inputs, outputs


def _outside(
    graph: Graph, part: tuple[Node, ...], params: dict[str, object], inputs: dict[Value, str], outputs: dict[Value, str]
) -> Graph:
    ids = {node.id for node in part}
    middle_x, middle_y = middle(part)
    block = Node(id=graph.free_id("block"), type=BLOCK, params=params, x=middle_x, y=middle_y)
    links: dict[Link, None] = {}
    for link in graph.links:
        value = (link.source, link.source_port)
        if link.source in ids and link.target in ids:
            continue
        if link.target in ids:
            links.setdefault(link.replace(target=block.id, target_port=inputs[value]))
        elif link.source in ids:
            links.setdefault(link.replace(source=block.id, source_port=outputs[value]))
        else:
            links.setdefault(link)
    nodes = tuple(block if node is part[0] else node for node in graph.nodes if node is part[0] or node.id not in ids)
    return Graph(nodes=nodes, links=tuple(links), flow=graph.flow)


# --- places ------------------------------------------------------------------------------------------------------


def snapped(value: float) -> float:
    """On the grid, inside what a file can hold."""
    return bounded(round(value / GRID) * GRID)


def middle(nodes: Iterable[Node]) -> tuple[float, float]:
    """Where one card stands for many."""
    places = [(node.x, node.y) for node in nodes]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return snapped((min(xs) + max(xs)) / 2), snapped((min(ys) + max(ys)) / 2)


def _end(node: Node, part: tuple[Node, ...], placed: list[Node], beside: Node, flow: Flow) -> Node:
    """An Input before ``part`` or an Output behind it, level with the layer ``beside``; after those that are placed."""
    into = node.type == "Input"
    if flow == "down":
        ys = [known.y for known in part]
        x = beside.x if not placed else max(beside.x, placed[-1].x + COLUMN)
        return node.replace(x=snapped(x), y=snapped(min(ys) - ROW if into else max(ys) + ROW))
    xs = [known.x for known in part]
    y = beside.y if not placed else max(beside.y, placed[-1].y + ROW)
    return node.replace(x=snapped(min(xs) - COLUMN if into else max(xs) + COLUMN), y=snapped(y))
