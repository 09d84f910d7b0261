"""From pressing Run to the first point on the plot, with the worker warm.

The clock starts at the click on the button and stops when a plot has painted itself with at least one point of the
new run in it. The first run of a process also reads the data set; later ones find it in memory.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Signal

from benchmarks.report import Row, main, median
from benchmarks.window import has_mnist, idle, main_window, open_project, preset, wait_until
from playground.ui.main_window import MainWindow
from playground.ui.plots.curve_plot import CurvePlot

RUNS = 8


class FirstPoint(QObject):
    """Tells when one of ``plots`` paints after ``progressed`` brought points."""

    painted = Signal()

    def __init__(self, window: MainWindow, plots: list[CurvePlot]) -> None:
        super().__init__()
        self._plots, self.at = plots, 0.0
        for plot in plots:
            plot.viewport().installEventFilter(self)
        self._window = window

    def start(self) -> float:
        self.at = 0.0
        return time.perf_counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Paint
            and not self.at
            and any(plot.isVisible() and _points(plot) for plot in self._plots)
        ):
            # the point is on the screen when this paint has been carried out: come back after it
            self.at = time.perf_counter()
            self.painted.emit()
        return False

    def stop(self) -> None:
        for plot in self._plots:
            plot.viewport().removeEventFilter(self)


def _points(plot: CurvePlot) -> int:
    """Points of the current run that the plot paints now."""
    return sum(len(curve._line[0]) for curve in plot.curves)  # noqa: SLF001  (what is painted, not what is known)


def measure() -> list[Row]:
    name = "mnist-mlp" if has_mnist() else "digits-cnn"
    seconds: list[float] = []
    with main_window() as window:
        open_project(window, preset(name, training={"device": "cpu"}))
        plots = window.plots.findChildren(CurvePlot)
        watch = FirstPoint(window, plots)
        for _ in range(RUNS):
            started = watch.start()
            window.toolbar.run_button.click()
            wait_until(lambda: watch.at > 0, [watch.painted], 30)
            seconds.append(watch.at - started)
            idle(0.4)
            window.controller.stop()
            wait_until(lambda: not window.controller.active, [window.controller.state_changed], 60)
            window.controller.reset()
            idle(0.4)
        watch.stop()
    first, later = seconds[0], seconds[1:]
    return [
        Row(f"Run to the first point, first run of {name}", f"{first:.2f} s", "≤ 0.5 s", first <= 0.5,
            "reads the data set too"),
        Row("Run to the first point, later runs", f"{median(later):.2f} s", "≤ 0.5 s", max(later) <= 0.5,
            f"median of {len(later)}, slowest {max(later):.2f} s"),
    ]  # fmt: skip


if __name__ == "__main__":
    main(measure)
