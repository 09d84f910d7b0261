"""Automatic layout of large networks: time, cards that overlap, links that cross.

Beside it what a program draws that only sorts: each layer in the column of the longest way to it, in topological order.
Links are counted as straight lines from port to port in both pictures, so that neither profits from how links are
drawn; two cross where they have one inner point in common.
"""

from __future__ import annotations

import time
from random import Random

import numpy as np

from benchmarks.large_graph import thousand_layers
from benchmarks.report import Row, main, median
from playground.core.graph import Graph, Link, Node
from playground.core.layout.arranging import WAYS, arranged
from playground.core.layout.cards import SHAPE_LINE, WIDTH, card_height, enters_at, leaves_at

LAYERS, LINKS = 1000, 1500
COLUMN, ROW = 232.0, 220.0
ROUNDS = 3
LIMIT_SECONDS = 2.0
Places = dict[str, tuple[float, float]]


def branching() -> Graph:
    """Branches that part and meet at random: most links lead a few layers on."""
    chance = Random(1)
    pairs = {(max(0, layer - 1 - int(chance.expovariate(1 / 3))), layer) for layer in range(1, LAYERS)}
    while len(pairs) < LINKS:
        layer = chance.randrange(1, LAYERS)
        pairs.add((max(0, layer - 1 - int(chance.expovariate(1 / 6))), layer))
    nodes = [Node(id=f"add{layer}", type="Add") for layer in range(LAYERS)]
    order = [*range(LAYERS)]
    chance.shuffle(order)  # a file may list its layers in any order
    links = tuple(Link(source=f"add{a}", target=f"add{b}") for a, b in sorted(pairs))
    return Graph(nodes=tuple(nodes[layer] for layer in order), links=links)


def inception() -> Graph:
    """Modules of four branches of one to three layers that are concatenated."""
    nodes = [Node(id="input1", type="Input")]
    links: list[Link] = []

    def add(kind: str, *sources: str) -> str:
        nodes.append(Node(id=f"{kind.lower()}{len(nodes)}", type=kind))
        links.extend(Link(source=source, target=nodes[-1].id) for source in sources)
        return nodes[-1].id

    x = "input1"
    while len(nodes) + 9 <= LAYERS:
        ends = [add("Conv2D", x), add("Conv2D", add("Conv2D", x)), add("Conv2D", add("Conv2D", add("Conv2D", x)))]
        x = add("Concatenate", *ends, add("Conv2D", add("MaxPool2D", x)))
    while len(nodes) < LAYERS:
        x = add("ReLU", x)
    return Graph(nodes=tuple(nodes), links=tuple(links))


def by_order(graph: Graph) -> Places:
    """Columns by the longest way, in each the layers in topological order."""
    depth: dict[str, int] = {}
    filled: dict[int, int] = {}
    places: Places = {}
    for node in graph.order:
        column = max((depth[link.source] + 1 for link in graph.incoming[node]), default=0)
        depth[node] = column
        places[node] = (column * COLUMN, filled.get(column, 0) * ROW)
        filled[column] = filled.get(column, 0) + 1
    return places


def overlaps(graph: Graph, places: Places) -> int:
    """Pairs of cards, with the shapes under them, that lie on each other."""
    left, top = np.array([places[node.id] for node in graph.nodes]).T
    bottom = top + np.array([card_height(graph, node.id) for node in graph.nodes]) + SHAPE_LINE
    beside = np.abs(left[:, None] - left) < WIDTH
    above = (top[:, None] < bottom) & (top < bottom[:, None])
    return int(np.triu(beside & above, 1).sum())


def crossings(graph: Graph, places: Places) -> int:
    """Pairs of links that cross as straight lines."""
    start = np.array([(places[k.source][0] + WIDTH, places[k.source][1] + leaves_at(graph, k)) for k in graph.links])
    end = np.array([(places[k.target][0], places[k.target][1] + enters_at(graph, k)) for k in graph.links])
    way = end - start

    def side(a: np.ndarray, along: np.ndarray, point: np.ndarray) -> np.ndarray:
        off = point[None] - a[:, None]
        return np.sign(along[:, None, 0] * off[..., 1] - along[:, None, 1] * off[..., 0])

    # Row i, column j: link j begins and ends on different sides of the line through link i.
    parted = side(start, way, start) * side(start, way, end) < 0
    return int(np.triu(parted & parted.T, 1).sum())


def measure() -> list[Row]:
    rows: list[Row] = []
    networks = {
        "branching": branching(), "residual": thousand_layers().networks["Classifier"], "inception": inception(),
    }  # fmt: skip
    for name, graph in networks.items():
        size = f"{len(graph.nodes):,} layers, {len(graph.links):,} links, {name}"
        for way in WAYS:
            times, places = [], {}
            for _ in range(ROUNDS):
                started = time.perf_counter()
                places = arranged(graph, way)
                times.append(time.perf_counter() - started)
            taken, on_each_other = median(times), overlaps(graph, places)
            rows.append(Row(
                f"arrange {way}: {size}", f"{taken:.2f} s", f"≤ {LIMIT_SECONDS:.0f} s", taken <= LIMIT_SECONDS,
                f"median of {ROUNDS}",
            ))  # fmt: skip
            rows.append(Row("  cards on each other", f"{on_each_other}", "0", on_each_other == 0))
            if way == "right":
                plain, found = crossings(graph, by_order(graph)), crossings(graph, places)
                fewer = found < plain or found == 0
                rows.append(
                    Row(
                        "  links that cross",
                        f"{found:,}",
                        f"< {plain:,}" if plain else "0",
                        fewer,
                        f"{plain:,} by topological order",
                    )
                )
    return rows


if __name__ == "__main__":
    main(measure)
