"""How long the window makes a person wait while ``mnist-mlp`` trains, with four live plots.

A timer is due every 5 ms; the gap between two of its calls is how long a click in that moment would wait, at least.
For comparison the same window, idle.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from benchmarks.report import Row, main, percentile
from benchmarks.window import four_plots, has_mnist, idle, main_window, open_project, preset, wait_until

TICK_MS = 5
SECONDS = 20.0


class Pulse(QObject):
    """Keeps the gaps between the calls of a timer, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @Slot()
    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(1000 * (now - self._last))
        self._last = now

    def run(self, seconds: float) -> list[float]:
        """Gaps over ``seconds``."""
        self.gaps, self._last = [], time.perf_counter()
        self._timer.start()
        idle(seconds)
        self._timer.stop()
        return self.gaps


def measure() -> list[Row]:
    name = "mnist-mlp" if has_mnist() else "digits-cnn"
    with main_window() as window:
        open_project(window, preset(name, training={"epochs": 1000, "device": "cpu"}))
        with four_plots(window) as visible_plots:
            idle(2.0)
            pulse = Pulse()
            quiet = pulse.run(SECONDS / 4)
            window.toolbar.run_button.click()
            wait_until(lambda: window.controller.state == "running", [window.controller.state_changed], 60)
            gaps = pulse.run(SECONDS)
            plots = visible_plots()
            trained = window.controller.state == "running"
            window.controller.stop()
            wait_until(lambda: not window.controller.active, [window.controller.state_changed], 60)
    if not trained:
        raise SystemExit("the run ended while it was being measured")
    worst, late = max(gaps), percentile(gaps, 0.99)
    return [
        Row(f"event loop while {name} trains, 99th percentile", f"{late:.1f} ms", "≤ 33 ms", late <= 33,
            f"{plots} live plots, {len(gaps):,} gaps in {SECONDS:.0f} s, median {percentile(gaps, 0.5):.1f} ms"),
        Row(f"event loop while {name} trains, longest", f"{worst:.1f} ms", "≤ 100 ms", worst <= 100),
        Row("the same, idle", f"{percentile(quiet, 0.99):.1f} ms", note=f"longest {max(quiet):.1f} ms"),
    ]  # fmt: skip


if __name__ == "__main__":
    main(measure)
