"""From F1 to a page on the screen: the first one with all that is loaded for it, and every other one after it.

In the real window with a network open. The clock starts with the wish and stops when the page has painted what fits on
its first screen; formulas come from a thread of their own, which is waited for between the pages and not measured.
"""

from __future__ import annotations

import time

from PySide6.QtWidgets import QApplication

from benchmarks.report import Row, main, median, percentile
from benchmarks.window import idle, main_window, open_project, preset
from playground.ui.main_window import MainWindow

FIRST, NEXT = 150.0, 50.0  # milliseconds


def measure() -> list[Row]:
    with main_window() as window:
        open_project(window, preset("digits-cnn"))
        chosen = next(node.id for node in window.session.graph.nodes if node.type == "Conv2D")
        window.session.select([chosen])
        idle(1.0)
        first = _painted(window, "layer:Conv2D")
        idle(2.0)
        from playground.ui.formulas import formulas
        from playground.ui.help.topics import all_topics

        keys = [topic.key for topic in all_topics()]
        times = {}
        for key in keys:
            while formulas().busy:
                idle(0.05)
            times[key] = _painted(window, key)
            idle(0.15)
    late, worst = percentile(list(times.values()), 0.95), max(times, key=lambda key: times[key])
    return [
        Row("help, F1 to the first page", f"{first:.0f} ms", f"≤ {FIRST:.0f} ms", first <= FIRST, ""),
        Row(f"help, each of {len(times)} pages after it: 95th percentile", f"{late:.0f} ms", f"≤ {NEXT:.0f} ms",
            late <= NEXT, f"median {median(list(times.values())):.0f} ms, most {times[worst]:.0f} ms ({worst})"),
    ]  # fmt: skip


def _painted(window: MainWindow, key: str) -> float:
    """Milliseconds until the page of ``key`` is painted."""
    started = time.perf_counter()
    window.helping.open(key)
    QApplication.sendPostedEvents()
    window.helping.panel.repaint()
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main(measure)
