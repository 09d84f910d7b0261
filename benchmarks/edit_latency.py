"""From an edited parameter to the new shapes on the screen, in a network of 100 layers.

The units of the first Dense layer change, as when a person types; the layer is selected, so the inspector follows too.
The clock starts at the edit and stops when the canvas has painted itself with the new numbers on the cards. Measured
twice: with all cards in view, and at normal size, where a few are.
"""

from __future__ import annotations

import time
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QGraphicsView

from benchmarks.report import Row, main, median, percentile
from benchmarks.window import idle, main_window, open_project
from playground.core.edits import SetParams
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project
from playground.ui.main_window import MainWindow

LAYERS = 100
EDITS = 60
COLUMNS = 12


class Paints(QObject):
    """Counts what a view has painted."""

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__()
        self.count = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def deep_network() -> Project:
    """Input, Flatten and Dense layers, 100 together, in rows."""
    kinds = ["Input", "Flatten", *["Dense"] * (LAYERS - 2)]
    nodes = []
    for index, kind in enumerate(kinds):
        number = index - 1 if kind == "Dense" else 1
        params = {"units": 10 if index == LAYERS - 1 else 64, "activation": "ReLU"} if kind == "Dense" else {}
        place = {"x": 232.0 * (index % COLUMNS), "y": 160.0 * (index // COLUMNS)}
        nodes.append(Node(id=f"{kind.lower()}{number}", type=kind, params=params, **place))
    links = tuple(Link(source=a.id, target=b.id) for a, b in pairwise(nodes))
    return Project(title="A hundred layers", networks={"Classifier": Graph(nodes=tuple(nodes), links=links)})


def measure() -> list[Row]:
    with main_window() as window:
        open_project(window, deep_network())
        window.session.select(["dense1"])
        view = window.canvas.view
        view.fit()
        whole = _edit(window, view)
        view.reset_zoom()
        view.center_on_node("dense1")
        near = _edit(window, view)
    return [_row("all cards in view", whole), _row("at normal size", near)]


def _edit(window: MainWindow, view: QGraphicsView) -> list[float]:
    """Milliseconds of each edit."""
    idle(1.0)
    paints, times = Paints(view), []
    for number in range(EDITS):
        units = 65 + number
        QApplication.processEvents()
        painted = paints.count
        started = time.perf_counter()
        window.session.do(SetParams("Classifier", "dense1", {"units": units}))
        while paints.count == painted:
            QApplication.processEvents()
        times.append(1000 * (time.perf_counter() - started))
        shown = view.scene().nodes["dense1"].facts.shape  # type: ignore[attr-defined]
        if str(shown) != str(units):
            raise SystemExit(f"the card of dense1 shows {shown}, not {units}")
    view.viewport().removeEventFilter(paints)
    return times


def _row(where: str, times: list[float]) -> Row:
    late = percentile(times, 0.95)
    return Row(
        f"edit to new shapes, {LAYERS} layers, {where}", f"{median(times):.1f} ms", "≤ 16 ms", median(times) <= 16,
        f"median of {len(times)}; 95th percentile {late:.1f} ms",
    )  # fmt: skip


if __name__ == "__main__":
    main(measure)
