"""How often the decision boundary over 100 × 100 places is painted anew while the 2-D presets train: the real window
with its worker process, the previews on the cards, the links as instruments and the view open, all live.

A picture counts when it was painted and shows weights of another step than the one before it. Beside it stands how fast
the same run trains with the view open, against the same window with another tab in front, in turns.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Slot

from benchmarks.report import Row, main, percentile
from benchmarks.window import idle, main_window, open_project, preset, wait_until
from playground.protocol import Progress
from playground.ui.main_window import MainWindow
from playground.ui.views.boundary.view import BoundaryView

PRESETS = ("spiral-2d", "gan-2d")
SECONDS, TURNS = 5.0, 4
GOAL = 10.0  # pictures a second


class Pictures(QObject):
    """Notes when another picture was painted."""

    def __init__(self, view: BoundaryView) -> None:
        super().__init__()
        self._view, self._known = view, view.shown
        self.times: list[float] = []
        view.plane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._view.shown != self._known:
            self._known = self._view.shown
            self.times.append(time.perf_counter())
        return False


class Steps(QObject):
    """Counts those that were told of."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._last = 0
        window.controller.progressed.connect(self._on_progressed)

    @Slot(object)
    def _on_progressed(self, event: Progress) -> None:
        self._last = event.step

    def trained(self) -> int:
        """Steps in ``SECONDS``."""
        first = self._last
        idle(SECONDS)
        return self._last - first


def measure() -> list[Row]:
    with main_window() as window:
        return [row for name in PRESETS for row in _measure(window, name)]


def _measure(window: MainWindow, name: str) -> list[Row]:
    controller, workbench = window.controller, window.workbench
    open_project(window, preset(name, training={"epochs": 100_000, "device": "cpu"}))
    view = workbench.docks.open("boundary")
    assert isinstance(view, BoundaryView)
    pictures, steps = Pictures(view), Steps(window)
    window.toolbar.run_button.click()
    wait_until(lambda: len(pictures.times) > 3, [controller.seen], 60)
    assert workbench.previews.lens is not None
    lenses = [type(lens).__name__ for lens in workbench.watcher.lenses]
    rates, seen, unseen = [], [], []
    gaps: list[float] = []
    for _ in range(TURNS):
        workbench.docks.open("boundary")
        idle(1.0)
        pictures.times.clear()
        seen.append(steps.trained())
        rates.append(len(pictures.times) / SECONDS)
        gaps += [b - a for a, b in zip(pictures.times, pictures.times[1:], strict=False)]
        workbench.docks.show(window.plots.tabbed.widgets[0])
        idle(1.0)
        unseen.append(steps.trained())
    controller.stop()
    wait_until(lambda: not controller.active, [controller.state_changed], 60)
    kept = sum(seen) / sum(unseen)
    rate, turns = sum(rates) / TURNS, ", ".join(f"{each:.1f}" for each in rates)
    return [
        Row(f"{name}: decision boundary painted anew", f"{rate:.1f} times a second", f"≥ {GOAL:g}", rate >= GOAL,
            f"over {TURNS * SECONDS:.0f} s, turns {turns}; "
            f"95 % of the gaps below {1000 * percentile(gaps, 0.95):.0f} ms; {', '.join(lenses)} open"),
        Row(f"{name}: steps with the boundary, against those without", f"{kept:.2f} ×",
            note=f"{sum(seen) / TURNS / SECONDS:,.0f} steps a second"),
    ]  # fmt: skip


if __name__ == "__main__":
    main(measure)
