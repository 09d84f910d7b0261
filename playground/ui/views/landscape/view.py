"""The view of gradient descent itself: the loss around the weights, and the way that training took over it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from playground.core.language import mark, tr
from playground.protocol import Landscape, LandscapeSeen, Lens, Seen
from playground.ui.plots.ticks import value_text
from playground.ui.sentences import sentences
from playground.ui.views.bench import Bench
from playground.ui.views.choices import choice, spoken, toggle
from playground.ui.views.landscape.chart import Chart
from playground.ui.views.landscape.hill import Hill
from playground.ui.views.landscape.relief import relief
from playground.ui.views.view import View
from playground.ui.widgets.basics import button, label, set_text

_FEWEST = 9  # places that are judged before any is drawn
_DIRECTIONS = ((mark("Two random directions"), "random"), (mark("The path's main directions"), "path"))
_SIZES = (("15 × 15", 15), ("25 × 25", 25), ("51 × 51", 51))
_REACHES = (
    (mark("± ¼ of the weights"), 0.25),
    (mark("± ½ of the weights"), 0.5),
    (mark("± 1 × the weights"), 1.0),
    (mark("± 2 × the weights"), 2.0),
)
# Losses that every task has; one with a name of its own is called by that.
_LOSSES = {
    "loss": mark("Loss"), "cross_entropy": mark("Cross entropy"), "mean_squared_error": mark("Mean squared error"),
    "binary_cross_entropy": mark("Binary cross entropy"), "mean_absolute_error": mark("Mean absolute error"),
}  # fmt: skip


class LandscapeView(View):
    """Looks once around the weights at which it was opened; the way goes on while training does."""

    EMPTY = mark(
        "Press Run or Step, and this shows the loss around the weights and the way that training takes over it."
    )

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._anew = 0
        self._last: LandscapeSeen | None = None
        self._step = 0
        self.hill, self.chart = Hill(), Chart()
        self.directions = choice(spoken(_DIRECTIONS), tr("The two directions in which the weights are moved"))
        self.reach = choice(spoken(_REACHES), tr("How far the weights are moved to each side"))
        self.points = choice(_SIZES, tr("For how many places the loss is worked out"))
        self.reach.setCurrentIndex(2)
        self.points.setCurrentIndex(1)
        self.log = toggle(
            tr("Log heights"), tr("Heights are the logarithm of the loss: a narrow valley is seen better")
        )
        self.again = button(tr("Look around here"))
        self.again.setToolTip(tr("Begin anew around the weights of now; random directions are drawn once more"))
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
        return tr("Reading the way that training took…")
    loss = tr(_LOSSES.get(seen.loss, "")) or seen.loss.replace("_", " ").capitalize()
    around = mark("{loss} of {samples:,} training samples around the weights after step {step:,}.")
    if not seen.centre_step:
        around = mark("{loss} of {samples:,} training samples around the first weights.")
    parts = [tr(around, loss=loss, samples=seen.samples, step=seen.centre_step)]
    if seen.done < 1:
        parts.append(tr("{percent:.0f} % judged.", percent=100 * seen.done))
    if len(seen.path):
        value = value_text(float(seen.path[-1, 2]))
        now = tr("Now: {value}.", value=value)
        parts.append(tr("Now, after step {step:,}: {value}.", step=step, value=value) if step else now)
    if len(seen.path) > 1:
        parts.append(tr("{percent:.0f} % of the way lies in the plane.", percent=100 * seen.kept))
    return sentences(*parts)
