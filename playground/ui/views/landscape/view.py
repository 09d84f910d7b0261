"""The view of gradient descent itself: the loss around the weights, and the way that training took over it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from playground.protocol import Landscape, LandscapeSeen, Lens, Seen
from playground.ui.plots.ticks import value_text
from playground.ui.views.bench import Bench
from playground.ui.views.choices import choice, toggle
from playground.ui.views.landscape.chart import Chart
from playground.ui.views.landscape.hill import Hill
from playground.ui.views.landscape.relief import relief
from playground.ui.views.view import View
from playground.ui.widgets.basics import button, label, set_text

_FEWEST = 9  # places that are judged before any is drawn
_DIRECTIONS = (("Two random directions", "random"), ("The path's main directions", "path"))
_SIZES = (("15 × 15", 15), ("25 × 25", 25), ("51 × 51", 51))
_REACHES = (
    ("± ¼ of the weights", 0.25),
    ("± ½ of the weights", 0.5),
    ("± 1 × the weights", 1.0),
    ("± 2 × the weights", 2.0),
)


class LandscapeView(View):
    """Looks once around the weights at which it was opened; the way goes on while training does."""

    EMPTY = "Press Run or Step, and this shows the loss around the weights and the way that training takes over it."

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._anew = 0
        self._last: LandscapeSeen | None = None
        self._step = 0
        self.hill, self.chart = Hill(), Chart()
        self.directions = choice(_DIRECTIONS, "The two directions in which the weights are moved")
        self.reach = choice(_REACHES, "How far the weights are moved to each side")
        self.points = choice(_SIZES, "For how many places the loss is worked out")
        self.reach.setCurrentIndex(2)
        self.points.setCurrentIndex(1)
        self.log = toggle("Log heights", "Heights are the logarithm of the loss: a narrow valley is seen better")
        self.again = button("Look around here")
        self.again.setToolTip("Begin anew around the weights of now; random directions are drawn once more")
        self.words = label("", "caption", wrap=True)
        self._lay_out()
        for combo in (self.directions, self.reach, self.points):
            combo.currentIndexChanged.connect(self._on_chosen)
        self.log.toggled.connect(self._on_log)
        self.again.clicked.connect(self._on_again)
        bench.session.network_changed.connect(self.follow)

    def _lay_out(self) -> None:
        for widget in (self.directions, self.reach, self.points, self.log, self.again):
            self.choices.addWidget(widget)
        self.choices.addStretch(1)
        pictures = QHBoxLayout()
        pictures.setSpacing(12)
        pictures.addWidget(self.hill, 3)
        pictures.addWidget(self.chart, 2)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(pictures, 1)
        below = QHBoxLayout()
        below.addWidget(self.words, 1)
        below.addWidget(self.mark)
        layout.addLayout(below)

    # --- what it looks through ---

    def lens(self) -> Lens | None:
        project = self.looked_into
        if project is None:
            return None
        shown = self.bench.session.network
        network = shown if shown in project.networks else project.main_network
        return Landscape(
            network, self.directions.currentData(), self.reach.currentData() if self._random else 1.0,
            self.points.currentData(), self._anew,
        )  # fmt: skip

    @property
    def _random(self) -> bool:
        return bool(self.directions.currentData() == "random")

    def show_seen(self, seen: Seen) -> None:
        if isinstance(seen.sight, LandscapeSeen):
            self._last, self._step = seen.sight, seen.step
            self._draw()

    def forget(self) -> None:
        self._last = None
        self.hill.show_relief(None)
        self.chart.show_relief(None, None)

    def _draw(self) -> None:
        seen = self._last
        if seen is None:
            return
        if np.isfinite(seen.losses).sum() < _FEWEST:  # a plain of one colour would look like a result
            self.hill.show_relief(None)
            self.chart.show_relief(None, None)
            set_text(self.words, words(seen, self._step))
            return
        shown = relief(seen, logarithmic=self.log.isChecked())
        self.hill.show_relief(shown)
        self.chart.show_relief(shown, seen)
        set_text(self.words, words(seen, self._step))

    # --- what a person chooses ---

    @Slot()
    def _on_chosen(self) -> None:
        self.reach.setEnabled(self._random)
        self.follow()

    @Slot()
    def _on_log(self) -> None:
        self._draw()

    @Slot()
    def _on_again(self) -> None:
        self._anew += 1
        self.follow()


def words(seen: LandscapeSeen, step: int) -> str:
    """What is to be seen, with its numbers."""
    if not seen.samples:
        return "Reading the way that training took…"
    what = seen.loss.replace("_", " ")
    where = f"the weights after step {seen.centre_step:,}" if seen.centre_step else "the first weights"
    parts = [f"{what.capitalize()} of {seen.samples:,} training samples around {where}."]
    if seen.done < 1:
        parts.append(f"{100 * seen.done:.0f} % judged.")
    if len(seen.path):
        when = f"Now, after step {step:,}" if step else "Now"
        parts.append(f"{when}: {value_text(float(seen.path[-1, 2]))}.")
    if len(seen.path) > 1:
        parts.append(f"{100 * seen.kept:.0f} % of the way lies in the plane.")
    return " ".join(parts)
