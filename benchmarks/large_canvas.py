"""How large networks feel on the canvas: opened from a file, panned, zoomed, 100 selected layers dragged, undone.

In the real window with real events of mouse and wheel. A frame is the time from an event until the canvas has painted
what it changed and nothing is left to do: what a person waits for. Part of ``large_graph``.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable
from math import sin
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from benchmarks.report import Row, median, percentile
from benchmarks.window import Failed, idle, main_window
from playground.core.files import save_project
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project
from playground.ui.canvas.view import CanvasView
from playground.ui.main_window import MainWindow

COLUMN, ROW = 232.0, 220.0
FAR = 60  # sums from the beginning to the end of a long skip
FRAMES = 80
DRAGGED = 100
STILL = 20  # rounds of the event loop in which nothing is painted; a picture takes one
NEAR, HALF = 1.0, 0.4  # zooms beside the one at which all is seen
NONE = Qt.KeyboardModifier.NoModifier


class Paints(QObject):
    """Counts what the canvas has painted."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self.count = 0
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def residual_rows(layers: int, columns: int) -> Project:
    """Residual blocks in rows, read as a text is; each sum also takes the sum before the last, every sixtieth also one
    far before it: 3 links for 2 layers.
    """
    nodes: list[Node] = []
    links: list[Link] = []

    def add(kind: str, *sources: str, **params: object) -> str:
        row, column = divmod(len(nodes), columns)
        name = f"{kind.lower()}{len(nodes) + 1}"
        nodes.append(Node(id=name, type=kind, params=params, x=column * COLUMN, y=row * ROW))
        links.extend(Link(source=source, target=name) for source in sources)
        return name

    sums = [add("Conv2D", add("Input"), filters=8, padding="same")]
    while len(nodes) + 4 <= layers - 2:
        inner = add("ReLU", add("BatchNorm", add("Conv2D", sums[-1], filters=8, padding="same", bias=False)))
        far = sums[-FAR - 1 : -FAR] if len(sums) % FAR == 0 else []
        sums.append(add("Add", *dict.fromkeys((*sums[-2:], *far)), inner))
    x = sums[-1]
    while len(nodes) < layers - 2:
        x = add("ReLU", x)
    add("Dense", add("GlobalAvgPool", x), units=10)
    return Project(title="Many layers", networks={"Classifier": Graph(nodes=tuple(nodes), links=tuple(links))})


def canvas_rows() -> list[Row]:
    """Rows of a network of 1,000 layers, and of one of 5,000."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for layers, columns, opened, frame in ((1000, 40, 1500.0, 33.0), (5000, 100, 5000.0, 66.0)):
            rows += _measured(residual_rows(layers, columns), Path(folder, "network.json"), opened, frame)
    return rows


def _measured(project: Project, path: Path, opened: float, frame: float) -> list[Row]:
    graph = project.networks["Classifier"]
    size = f"{len(graph.nodes):,} layers, {len(graph.links):,} links"
    save_project(project, path)
    with main_window() as window:
        window.show_workbench()
        window.plots.prepare()
        idle(1.0)
        view = window.canvas.view
        hand = Hand(view)
        taken = hand.opened(window, path)
        rows = [_row(f"open, {size}", [taken], opened, "from the file to the painted canvas")]
        idle(2.0)
        small = len(graph.nodes) <= 1000
        for name, zoom in (("all in view", None), ("names", HALF), ("at 100 %", NEAR)):
            _look(view, zoom)
            rows.append(_row(f"pan, {name}, {size}", hand.pan(), frame))
        _look(view, None)
        rows.append(_row(f"zoom, all to 100 % and back, {size}", hand.zoom(), frame, needed=small))
        for name, zoom in (("all in view", None), ("names", HALF)):
            _look(view, zoom)
            frames, drop, undo = _drag(window, hand)
            rows.append(_row(f"drag of {DRAGGED} layers, {name}, {size}", frames, 33.0, needed=small))
            rows.append(_row(f"the drop after it, {name}, {size}", [drop], 0, needed=False))
            rows.append(_row(f"its undo, {name}, {size}", [undo], 0, needed=False))
    return rows


class Hand:
    """A mouse over ``view``; each of its events gives the milliseconds until it was painted."""

    def __init__(self, view: CanvasView) -> None:
        self._view, self._paints = view, Paints(view)

    def frame(self, act: Callable[[], object], rounds: int = 0) -> float:
        """With ``rounds`` there may be nothing to paint, for what is dragged snaps to where it was: then so many rounds
        of the event loop bring nothing, and a person waits for nothing.
        """
        QApplication.processEvents()
        self._paints.count = count = 0
        started = time.perf_counter()
        act()
        while not self._paints.count and (not rounds or count < rounds):
            QApplication.processEvents()
            count += 1
            if time.perf_counter() - started > 60:
                raise Failed("nothing was painted")
        return 1000 * (time.perf_counter() - started)

    def opened(self, window: MainWindow, path: Path) -> float:
        """From the wish to open a file until its layers are painted; a message may be painted before them."""
        started = time.perf_counter()
        window.open_path(path)
        while window.session.path != path:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return 1000 * (time.perf_counter() - started) + self.frame(self._view.viewport().update)

    def mouse(self, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, down: Qt.MouseButton) -> None:
        target = self._view.viewport()
        event = QMouseEvent(kind, QPointF(at), QPointF(target.mapToGlobal(at)), button, down, NONE)
        QApplication.sendEvent(target, event)

    def drag(self, button: Qt.MouseButton, places: Iterable[QPoint], start: QPoint) -> tuple[list[float], float]:
        """Milliseconds of each movement, and of the drop."""
        kinds, none = QEvent.Type, Qt.MouseButton.NoButton
        self.mouse(kinds.MouseMove, start, none, none)
        self.mouse(kinds.MouseButtonPress, start, button, button)
        at, times = start, []
        for place in places:
            times.append(self.frame(lambda place=place: self.mouse(kinds.MouseMove, place, none, button), STILL))  # type: ignore[misc]
            at = place
        before = self._paints.count = 0
        started = time.perf_counter()
        self.mouse(kinds.MouseButtonRelease, at, button, none)
        while self._paints.count == before and button == Qt.MouseButton.LeftButton:
            QApplication.processEvents()
        return times, 1000 * (time.perf_counter() - started)

    def pan(self) -> list[float]:
        middle = self._view.viewport().rect().center()
        ways = [middle + QPoint(round(3 * step), round(120 * sin(step / 9))) for step in range(1, FRAMES + 1)]
        return self.drag(Qt.MouseButton.MiddleButton, ways, middle)[0]

    def zoom(self) -> list[float]:
        middle = QPointF(self._view.viewport().rect().center())
        times = []
        for turn in (120, -120):
            for _ in range(FRAMES // 4):
                times.append(self.frame(lambda turn=turn: self._wheel(middle, turn)))  # type: ignore[misc]
        return times

    def _wheel(self, at: QPointF, turn: int) -> None:
        target = self._view.viewport()
        over = QPointF(target.mapToGlobal(at.toPoint()))
        event = QWheelEvent(
            at, over, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(target, event)


def _look(view: CanvasView, zoom: float | None) -> None:
    """At all of it, or at its middle."""
    view.fit()
    if zoom is not None:
        view.navigator.zoom_to(zoom)
    idle(0.3)


def _drag(window: MainWindow, hand: Hand) -> tuple[list[float], float, float]:
    """100 layers around the middle of the view are selected and dragged: frames, drop, undo, in milliseconds."""
    view, session = window.canvas.view, window.session
    middle = view.navigator.center
    near = sorted(
        view.canvas_scene.nodes.values(), key=lambda item: (item.rect.center() - middle).manhattanLength()
    )[:DRAGGED]  # fmt: skip
    session.select([item.node.id for item in near])
    idle(0.3)
    start = view.mapFromScene(near[0].rect.center())
    ways = [start + QPoint(round(1.5 * step), round(30 * sin(step / 9))) for step in range(3, FRAMES + 1)]
    frames, drop = hand.drag(Qt.MouseButton.LeftButton, ways, start)
    if session.undo_stack.undoText() != f"Move {DRAGGED} layers":
        raise Failed(f"the drag became {session.undo_stack.undoText()!r}")
    idle(0.3)
    undo = hand.frame(session.undo_stack.undo)
    session.select(())
    return frames, drop, undo


def _row(what: str, times: list[float], limit: float, note: str = "", *, needed: bool = True) -> Row:
    late = percentile(times, 0.95)
    if len(times) > 1:
        told = f"median {median(times):.1f} ms, longest {max(times):.0f} ms, {len(times)} frames"
        return Row(f"{what}: 95th percentile", f"{late:.1f} ms", f"≤ {limit:.0f} ms" if needed else "",
                   late <= limit if needed else None, told)  # fmt: skip
    unit = f"{late / 1000:.2f} s" if late >= 500 else f"{late:.0f} ms"
    return Row(what, unit, f"≤ {limit / 1000:g} s" if needed else "", late <= limit if needed else None, note)
