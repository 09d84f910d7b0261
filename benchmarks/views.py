"""What it costs training to be watched: steps with all that a new window shows of a run, against none of it, in turns
of one run.

All of it is previews on every card, links as instruments, curves with test images under the canvas; then, with another
view open beside those. None of it is the same window with previews and links switched off and the panel folded away:
the worker tells of losses, and nobody looks. Turns alternate, so that all meet the same moods of the machine; what the
end of an epoch takes, all have, too.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Slot

from benchmarks.report import Row, main
from benchmarks.window import has_mnist, idle, main_window, open_project, preset, wait_until
from playground.protocol import Progress
from playground.ui.main_window import MainWindow
from playground.ui.views.catalogue import entry

# Each with the view that stands beside the curves, and validation left out: its epochs are of another length.
WATCHED = {
    "mnist-mlp": "histograms", "mnist-cnn": "microscope", "vae": "latent", "gan-small": "gan", "spiral-2d": "boundary",
    "gan-2d": "gan",
}  # fmt: skip
SECONDS, SETTLE, TURNS = 1.5, 0.5, 12
GOAL = 0.9


class Steps(QObject):
    """Those that were told of, and when by the clock of the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.step, self.when = 0, 0.0
        window.controller.progressed.connect(self._on_progressed)

    @Slot(object)
    def _on_progressed(self, event: Progress) -> None:
        self.step, self.when = event.step, time.perf_counter()

    def rate(self) -> float:
        """Steps a second over some ``SECONDS``."""
        step, when = self.step, self.when
        idle(SECONDS)
        return (self.step - step) / (self.when - when)


def measure() -> list[Row]:
    with main_window() as window:
        return [row for name in WATCHED if has_mnist() or "-2d" in name for row in _measure(window, name)]


def _measure(window: MainWindow, name: str) -> list[Row]:
    controller, docks = window.controller, window.workbench.docks
    open_project(window, preset(name, data={"validation": 0.0}, training={"epochs": 100_000, "device": "cpu"}))
    docks.show(window.plots.tabbed.widgets[0])
    view = docks.open(WATCHED[name])
    _show(window, "beside", WATCHED[name])
    steps = Steps(window)
    window.toolbar.run_button.click()
    wait_until(lambda: steps.step > 0 and window.workbench.previews.sight is not None, [controller.seen], 120)
    idle(3.0)
    rates: dict[str, list[float]] = {"none": [], "default": [], "beside": []}
    for _ in range(TURNS):
        for which, found in rates.items():
            _show(window, which, WATCHED[name])
            idle(SETTLE)
            assert view.isVisible() == (which == "beside")
            assert (window.workbench.previews.lens is not None) == (which != "none")
            found.append(steps.rate())
    controller.stop()
    wait_until(lambda: not controller.active, [controller.state_changed], 120)
    none, title = rates.pop("none"), entry(WATCHED[name]).title
    what = {"default": "all default views", "beside": f"the same and {title}"}
    rows = []
    for which, found in rates.items():
        kept = sum(found) / sum(none)
        rounds = ", ".join(f"{a / b:.2f}" for a, b in zip(found, none, strict=True))
        label = f"{name}: training with {what[which]}, against none"
        note = f"{sum(found) / TURNS:,.0f} against {sum(none) / TURNS:,.0f} steps/s; rounds {rounds}"
        judged = (f"≥ {GOAL:g} ×", kept >= GOAL) if which == "default" else ("", None)  # the other is one's own choice
        rows.append(Row(label, f"{kept:.2f} ×", *judged, note))
    return rows


def _show(window: MainWindow, which: str, view: str) -> None:
    """``none``, what a new window shows by ``default``, or with ``view`` ``beside``"""
    actions, workbench = window.menu_actions, window.workbench
    actions.live_previews.setChecked(which != "none")
    actions.show_plots.setChecked(which != "none")
    links = {action.data(): action for action in actions.links_group.actions()}
    links["nothing" if which == "none" else "activation"].trigger()
    if which == "beside":
        workbench.docks.open(view)
        workbench.docks.move(view, "right")
    else:
        workbench.docks.close(view)


if __name__ == "__main__":
    main(measure)
