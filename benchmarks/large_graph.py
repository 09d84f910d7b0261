"""A network of 1,000 layers: shapes of all of them, shapes after one edit, its compilation; and how it feels on the
canvas, also with 5,000 layers (``large_canvas``).

Residual blocks of convolution, norm, activation and addition on images. All is measured as the program does it: a
network fresh from a file, whose layers are parsed on the way; an edit with the inference that follows from the one
before; the compiled module with first weights drawn.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from benchmarks.large_canvas import canvas_rows
from benchmarks.report import Row, main, median, percentile
from playground.api import Network
from playground.core.edits import SetParams
from playground.core.files import dump_project, parse_project
from playground.core.graph import Graph, Link, Node
from playground.core.infer import infer
from playground.core.project import Project
from playground.core.shape import Shape
from playground.engine.compiler import compile_graph

LAYERS = 1000
DATA = Shape.image(3, 16, 16)
ROUNDS = 25
COMPILATIONS = 3


def thousand_layers() -> Project:
    """Input, a convolution, residual blocks of four layers each, pooling and Dense."""
    head = Network()
    first = head.add("Conv2D", head.add("Input"), filters=8, padding="same")
    nodes, links = list(head.graph.nodes), list(head.graph.links)

    def add(kind: str, *sources: str, **params: object) -> str:
        node = Node(id=f"{kind.lower()}{len(nodes) + 1}", type=kind, params=params)
        nodes.append(node)
        links.extend(Link(source=source, target=node.id) for source in sources)
        return node.id

    x = first
    while len(nodes) + 4 <= LAYERS - 2:
        inner = add("ReLU", add("BatchNorm", add("Conv2D", x, filters=8, padding="same", bias=False)))
        x = add("Add", x, inner)
    while len(nodes) < LAYERS - 2:
        x = add("ReLU", x)
    add("Dense", add("GlobalAvgPool", x), units=10)
    return Project(networks={"Classifier": Graph(nodes=tuple(nodes), links=tuple(links))})


def measure() -> list[Row]:
    text = dump_project(thousand_layers())
    shapes = [_fresh(text) for _ in range(ROUNDS)]
    project = parse_project(text)
    graph = project.networks["Classifier"]
    if len(graph.nodes) != LAYERS:
        raise SystemExit(f"the network has {len(graph.nodes)} layers, not {LAYERS}")
    rows = [_row(f"shapes of all {LAYERS:,} layers", shapes, 50, "of a network just read from its file")]
    for where, place, field in (("the first layer", 1, "bias"), ("the last layer", -1, "units")):
        times = _edits(project, graph.nodes[place].id, field)
        rows.append(_row(f"edit and new shapes, {where}", times, 10, f"{LAYERS:,} layers; its parameter {field!r}"))
    compiled = [_milliseconds(lambda: compile_graph(graph, DATA)) for _ in range(COMPILATIONS)]
    rows.append(_row(f"compilation of {LAYERS:,} layers", compiled, 2000, "with first weights"))
    return rows + canvas_rows()


def _fresh(text: str) -> float:
    """Milliseconds for the shapes of a network that nobody has looked at yet."""
    graph = parse_project(text).networks["Classifier"]
    return _milliseconds(lambda: infer(graph, "Classifier", DATA))


def _edits(project: Project, node: str, field: str) -> list[float]:
    found = infer(project.networks["Classifier"], "Classifier", DATA)
    times = []
    for number in range(ROUNDS):
        value = number % 2 == 0 if field == "bias" else 11 + number
        started = time.perf_counter()
        project = SetParams("Classifier", node, {field: value}).apply(project)
        found = infer(project.networks["Classifier"], "Classifier", DATA, previous=found)
        times.append(1000 * (time.perf_counter() - started))
        if found.problems:
            raise SystemExit(f"the edited network has a problem: {found.problems[0]}")
    return times


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def _row(what: str, times: list[float], limit: float, note: str) -> Row:
    late = percentile(times, 0.95)
    spread = f"median of {len(times)}; 95th percentile {_told(late)}; {note}"
    return Row(what, _told(median(times)), f"≤ {_told(limit)}", median(times) <= limit, spread)


def _told(milliseconds: float) -> str:
    if milliseconds >= 500:
        return f"{milliseconds / 1000:.2f} s".replace(".00 s", " s")
    return f"{milliseconds:.1f} ms".replace(".0 ms", " ms")


if __name__ == "__main__":
    main(measure)
