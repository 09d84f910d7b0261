"""How long it takes from a movement of the mouse on the pad until what the network makes of it is on the screen: the
bars beside the pad and the previews on the canvas, both repainted, with ``mnist-cnn`` in a real worker.

A digit is drawn with a movement every 16 ms, as a mouse gives them, again and again: paused, then while it trains. A
movement counts as shown when bars and canvas have been painted after answers to a drawing that holds it.
"""

from __future__ import annotations

import itertools
import math
import time

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtTest import QTest

from benchmarks.report import Row, main, percentile
from benchmarks.window import has_mnist, idle, main_window, open_project, preset, wait_until
from playground.protocol import Brought
from playground.ui.main_window import MainWindow
from playground.ui.views.draw import DrawView

MOVE_MS, MOVES, DIGITS = 16, 60, 10
GOAL_MS = 50


class Stopwatch(QObject):
    """Numbers every movement, and notes when bars and canvas have both been painted with it."""

    def __init__(self, window: MainWindow, view: DrawView) -> None:
        super().__init__()
        self.moved: list[float] = []
        self.shown: list[float] = []  # milliseconds, of each movement in its turn
        self._holds: dict[int, int] = {}  # by the number of a drawing, how many movements it holds
        self._told = {"bars": 0, "canvas": 0}
        self._painted = {"bars": 0, "canvas": 0}
        self._of = {view.page.bars: "bars", window.canvas.view.viewport(): "canvas"}
        for widget in self._of:
            widget.installEventFilter(self)
        previews = window.workbench.previews
        previews.subject_changed.connect(self._on_brought)
        previews.shown.connect(self._on_canvas)
        view.answers.arrived.connect(self._on_bars)

    def forget(self) -> None:
        self.moved, self.shown = [], []
        self._told, self._painted = dict.fromkeys(self._told, 0), dict.fromkeys(self._painted, 0)
        self._holds = {}

    @Slot(object)
    def _on_brought(self, subject: object) -> None:
        if isinstance(subject, Brought):
            self._holds[subject.number] = len(self.moved)

    @Slot(object)
    def _on_canvas(self, sight: object) -> None:
        self._tell("canvas", getattr(sight, "subject", None))

    @Slot(object)
    def _on_bars(self, event: object) -> None:
        self._tell("bars", getattr(getattr(event, "lens", None), "subject", None))

    def _tell(self, where: str, subject: object) -> None:
        if isinstance(subject, Brought):
            self._told[where] = max(self._told[where], self._holds.get(subject.number, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            where = self._of[watched]  # type: ignore[index]
            self._painted[where] = self._told[where]
            QTimer.singleShot(0, self._count)  # when this picture is painted
        return False

    @Slot()
    def _count(self) -> None:
        now = time.perf_counter()
        for number in range(len(self.shown), min(self._painted.values())):
            self.shown.append(1000 * (now - self.moved[number]))


def draw(view: DrawView, watch: Stopwatch, turn: int) -> list[float]:
    """One digit, a spiral that is another each time; how long each of its movements took to be shown."""
    pad = view.page.pad
    view.page.tools.clear.click()
    idle(0.3)
    watch.forget()
    side = min(pad.width(), pad.height())
    middle = QPoint(pad.width() // 2, side // 2)

    def place(number: int) -> QPoint:
        angle, reach = number / 6 + turn, side * (0.1 + 0.3 * number / MOVES)
        return middle + QPoint(round(reach * math.cos(angle)), round(reach * math.sin(angle)))

    QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place(0))
    for number in range(1, MOVES + 1):
        due = time.perf_counter() + MOVE_MS / 1000
        watch.moved.append(time.perf_counter())
        QTest.mouseMove(pad, place(number))
        idle(max(0.0, due - time.perf_counter()))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place(MOVES))
    idle(0.5)  # the last ones
    return list(watch.shown)


def measure() -> list[Row]:
    name = "mnist-cnn" if has_mnist() else "digits-cnn"
    with main_window() as window:
        open_project(window, preset(name, training={"epochs": 1000, "device": "cpu"}))
        window.workbench.open_view("draw")
        view = window.workbench.docks.open("draw")
        assert isinstance(view, DrawView)
        controller, previews = window.controller, window.workbench.previews
        window.toolbar.run_button.click()
        wait_until(lambda: previews.sight is not None, [previews.shown], 120)
        watch, turns, times = Stopwatch(window, view), itertools.count(), dict[str, list[float]]()
        times["while it trains"] = [ms for _ in range(DIGITS) for ms in draw(view, watch, next(turns))]
        trained = controller.state == "running"
        controller.pause()
        wait_until(lambda: controller.state == "paused", [controller.state_changed], 60)
        idle(1.0)
        times["paused"] = [ms for _ in range(DIGITS) for ms in draw(view, watch, next(turns))]
        controller.stop()
        wait_until(lambda: not controller.active, [controller.state_changed], 120)
    if not trained:
        raise SystemExit("the run ended while it was being measured")
    rows = []
    for when, found in times.items():
        late, middle = percentile(found, 0.95), percentile(found, 0.5)
        note = f"{name}, {len(found):,} of {DIGITS * MOVES:,} movements, longest {max(found):.0f} ms"
        rows += [
            Row(f"movement to bars and previews painted, {when}, median", f"{middle:.0f} ms", f"≤ {GOAL_MS} ms",
                middle <= GOAL_MS, note),
            Row(f"movement to bars and previews painted, {when}, 95th percentile", f"{late:.0f} ms",
                f"≤ {GOAL_MS} ms", late <= GOAL_MS),
        ]  # fmt: skip
    return rows


if __name__ == "__main__":
    main(measure)
