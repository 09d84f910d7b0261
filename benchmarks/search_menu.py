"""From a key in the search at the pointer to the hits on the screen, with every kind of layer to choose from.

In the real window, in a network of 1,000 layers, a link is dropped on the empty canvas, so that each kind is judged
by a trial of its shapes, too. Words are typed letter by letter and deleted again. The clock starts at the key and stops
when the popup has painted what it finds. Also the opening: from the drop to the painted popup, at first and later.
And from a key in the search in the network (Ctrl+F) to the canvas that shows what is found, also with 5,000 layers.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.report import Row, main, median, percentile
from benchmarks.window import Failed, idle, main_window, open_project
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project
from playground.ui.canvas.geometry import PortRef
from playground.ui.main_window import MainWindow

LAYERS, COLUMNS = 1000, 40
MANY, ACROSS = 5000, 100
SOUGHT = ("kernel 3", "conv 49", "8×28×28", "zzz")
WORDS = ("conv", "c2d", "max pool 2", "batch norm", "dense", "attention", "relu", "desne", "zzz")
ROUNDS = 3
LIMIT = 50.0  # milliseconds


class Paints(QObject):
    """Counts what a widget has painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def long_network(layers: int = LAYERS, columns: int = COLUMNS) -> Project:
    """An Input and convolutions of 3 × 3 that keep their size, in rows."""
    nodes, links = [Node(id="input1", type="Input")], []
    for number in range(1, layers):
        place = {"x": 232.0 * (number % columns), "y": 220.0 * (number // columns)}
        params = {"filters": 8, "kernel": 3, "padding": "same"}
        nodes.append(Node(id=f"conv{number}", type="Conv2D", params=params, **place))
        links.append(Link(source=nodes[-2].id, target=nodes[-1].id))
    return Project(title="A long network", networks={"Classifier": Graph(nodes=tuple(nodes), links=tuple(links))})


def measure() -> list[Row]:
    with main_window() as window:
        open_project(window, long_network())
        idle(1.0)
        first = _open(window)
        times: list[float] = []
        for _ in range(ROUNDS):
            for word in WORDS:
                times += _type(window, word)
        again = [_open(window) for _ in range(10)]
        window.canvas.view.composer.search.popup.close_search()
        found = [_found_row(window, LAYERS)]
        open_project(window, long_network(MANY, ACROSS))
        idle(2.0)
        found.append(_found_row(window, MANY))
    late = percentile(times, 0.95)
    return [
        Row(f"search menu, key to results, {LAYERS:,} layers: 95th percentile", f"{late:.1f} ms", f"≤ {LIMIT:.0f} ms",
            late <= LIMIT, f"median {median(times):.1f} ms, most {max(times):.1f} ms, {len(times)} keys"),
        Row("search menu, a dropped link to results", f"{median(again):.1f} ms", "", None, f"first {first:.1f} ms"),
        *found,
    ]  # fmt: skip


def _open(window: MainWindow) -> float:
    """Drop a link on the canvas; milliseconds until the popup is painted."""
    view = window.canvas.view
    view.composer.search.popup.close_search()
    idle(0.1)
    paints = Paints(view.composer.search.popup.list.viewport())
    middle = view.to_scene(QPointF(view.viewport().rect().center()))
    started = time.perf_counter()
    view.composer.offer(PortRef(f"conv{LAYERS // 2}", "out", True), middle)
    return _until_painted(paints, started)


def _type(window: MainWindow, word: str) -> list[float]:
    """Milliseconds of each letter of ``word``, typed and deleted."""
    popup = window.canvas.view.composer.search.popup
    paints, times = Paints(popup), []
    for key in [*word, *[Qt.Key.Key_Backspace] * len(word)]:
        QApplication.processEvents()
        paints.count = 0
        started = time.perf_counter()
        (QTest.keyClicks if isinstance(key, str) else QTest.keyClick)(popup.field, key)  # type: ignore[operator]
        popup.update()  # where nothing is found before and after, nothing is drawn anew
        times.append(_until_painted(paints, started))
    if popup.field.text() or not popup.rows.hits():
        raise Failed("the search did not take the keys")
    popup.removeEventFilter(paints)
    return times


def _found_row(window: MainWindow, layers: int) -> Row:
    """Words are typed into the search in the network and deleted again."""
    window.menu_actions.find_network.trigger()
    idle(0.5)
    field, paints, times = window.canvas.network_search.bar.field, Paints(window.canvas.view.viewport()), []
    for word in SOUGHT:
        for key in [*word, *[Qt.Key.Key_Backspace] * len(word)]:
            QApplication.processEvents()
            paints.count = 0
            started = time.perf_counter()
            (QTest.keyClicks if isinstance(key, str) else QTest.keyClick)(field, key)  # type: ignore[operator]
            window.canvas.view.viewport().update()  # where the same is found, nothing is drawn anew
            times.append(_until_painted(paints, started))
    if field.text():
        raise Failed("the search in the network did not take the keys")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    late, judged = percentile(times, 0.95), layers == LAYERS  # of more it is told without a goal
    what = f"search in the network, key to canvas, {layers:,} layers: 95th percentile"
    told = f"median {median(times):.1f} ms, most {max(times):.1f} ms"
    limit = f"≤ {LIMIT:.0f} ms" if judged else ""
    return Row(what, f"{late:.1f} ms", limit, late <= LIMIT if judged else None, told)


def _until_painted(paints: Paints, started: float) -> float:
    while not paints.count:
        QApplication.processEvents()
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main(measure)
