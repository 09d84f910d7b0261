"""How long the window makes a person wait while networks train: ``mnist-mlp``, and a CNN of 20 layers all of whose
cards are in view, each with live previews, links as instruments and four live plots.

A timer is due every 5 ms; the gap between two of its calls is how long a click in that moment would wait, at least.
For comparison the same window, idle.
"""

from __future__ import annotations

import time
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from benchmarks.report import Row, main, percentile
from benchmarks.window import four_plots, has_mnist, idle, main_window, open_project, preset, wait_until
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project
from playground.ui.main_window import MainWindow

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


def deep_cnn(project: Project) -> Project:
    """``project`` with a network of 20 layers in rows of five."""
    block: list[tuple[str, dict[str, object]]] = [("BatchNorm", {}), ("ReLU", {})]
    kinds: list[tuple[str, dict[str, object]]] = [("Input", {})]
    for filters in (16, 32):
        kinds += [("Conv2D", {"filters": filters, "padding": "same"}), *block] * 2 + [("MaxPool2D", {})]
    kinds += [
        ("Conv2D", {"filters": 64}),
        ("ReLU", {}),
        ("GlobalAvgPool", {}),
        ("Dropout", {}),
        ("Dense", {"units": 10}),
    ]
    nodes = [
        Node(id=f"layer{n}", type=kind, params=params, x=232.0 * (n % 5), y=220.0 * (n // 5))
        for n, (kind, params) in enumerate(kinds)
    ]
    links = tuple(Link(source=a.id, target=b.id) for a, b in pairwise(nodes))
    return project.replace(networks={"Classifier": Graph(nodes=tuple(nodes), links=links)}, view={})


def measure() -> list[Row]:
    name = "mnist-mlp" if has_mnist() else "digits-cnn"
    small = preset(name, training={"epochs": 1000, "device": "cpu"})
    with main_window() as window:
        rows = _measure(window, small, name)
        return rows + _measure(window, deep_cnn(small), "a CNN of 20 layers")


def _measure(window: MainWindow, project: Project, name: str) -> list[Row]:
    open_project(window, project)
    window.menu_actions.fit.trigger()
    layers = len(project.networks["Classifier"].nodes)
    previews = window.workbench.previews
    with four_plots(window) as visible_plots:
        idle(2.0)
        pulse = Pulse()
        quiet = pulse.run(SECONDS / 4)
        window.toolbar.run_button.click()
        wait_until(lambda: window.controller.state == "running", [window.controller.state_changed], 60)
        gaps = pulse.run(SECONDS)
        plots, seen = visible_plots(), len(previews.sight.layers) if previews.sight is not None else 0
        trained = window.controller.state == "running"
        window.controller.stop()
        wait_until(lambda: not window.controller.active, [window.controller.state_changed], 60)
    if not trained or seen != layers:
        raise SystemExit(f"{name}: the run ended while it was being measured, or only {seen} layers were seen")
    worst, late = max(gaps), percentile(gaps, 0.99)
    return [
        Row(f"event loop while {name} trains, 99th percentile", f"{late:.1f} ms", "≤ 33 ms", late <= 33,
            f"{plots} live plots, {seen} live previews, {len(gaps):,} gaps in {SECONDS:.0f} s, "
            f"median {percentile(gaps, 0.5):.1f} ms"),
        Row(f"event loop while {name} trains, longest", f"{worst:.1f} ms", "≤ 100 ms", worst <= 100),
        Row("the same, idle", f"{percentile(quiet, 0.99):.1f} ms", note=f"longest {max(quiet):.1f} ms"),
    ]  # fmt: skip


if __name__ == "__main__":
    main(measure)
