"""A VAE's draw: z = μ + σ·ε, so that a slope can go through to μ and σ although z is drawn by chance."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPen

from playground.core.language import tr
from playground.ui.help.maths.theory import divergence, normal_density
from playground.ui.help.pictures.chart import Chart
from playground.ui.help.pictures.grid import Array
from playground.ui.help.pictures.knob import line, number
from playground.ui.help.pictures.picture import InteractivePicture, Options
from playground.ui.theme import theme

_REACH, _POINTS, _SEED, _MOST = 5.0, 301, 11, 60


class DrawPicture(InteractivePicture):
    """The normal distribution of a code, and what is drawn from it; each ε keeps its place as μ and σ move."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self._random = np.random.default_rng(_SEED)
        self.noise: list[float] = [float(self._random.standard_normal())]
        self.chart = _Draws(tr("Distribution of a code and what is drawn from it"))
        self.add_plate(self.chart)
        self.add_knob("mean", tr("Mean μ"), line(-3, 3, 61), 1.2)
        self.add_knob("deviation", tr("Deviation σ"), line(0.1, 2, 39), 0.7)
        self.add_button("again", tr("Draw ε"), self.draw_one)
        self.add_button("forget", tr("Begin again"), self.restart)
        self.add_words(tr("Move μ and σ: every z moves with them. That is what lets gradients through."))
        self.follow()

    def draw_one(self) -> None:
        """One more sample."""
        self.noise = [*self.noise, float(self._random.standard_normal())][-_MOST:]
        self.follow()

    def restart(self) -> None:
        self.noise = self.noise[-1:]
        self.follow()

    def codes(self) -> list[float]:
        """What the noise comes to, oldest first."""
        return [self.value("mean") + self.value("deviation") * noise for noise in self.noise]

    def follow(self) -> None:
        mean, deviation, noise = self.value("mean"), self.value("deviation"), self.noise[-1]
        self.chart.show_draws(mean, deviation, self.codes())
        self.say(
            tr(
                "z = {mean} + {deviation} · {noise} = {z}\n∂z/∂μ = 1 · ∂z/∂σ = ε = {noise} · KL from N(0, 1): {price} "
                "nats", mean=number(mean), deviation=number(deviation), noise=number(noise), z=number(self.codes()[-1]),
                price=number(divergence(mean, deviation)),
            )
        )  # fmt: skip


class _Draws(Chart):
    def __init__(self, name: str) -> None:
        super().__init__(212, name, "z")
        self._mean, self._deviation, self._codes = 0.0, 1.0, [0.0]
        self.entries = [(tr("of the code"), "train"), (tr("N(0, 1)"), "third"), (tr("z"), "val")]

    def show_draws(self, mean: float, deviation: float, codes: list[float]) -> None:
        self._mean, self._deviation, self._codes = mean, deviation, codes
        highest = max(0.42, float(normal_density(np.array([mean]), mean, deviation)[0]))
        self.set_ranges((-_REACH, _REACH), (0.0, min(highest, 1.6) * 1.25))

    def draw_data(self, painter: QPainter) -> None:
        x: Array = np.linspace(-_REACH, _REACH, _POINTS)
        self.curve(painter, x, normal_density(x, 0.0, 1.0), "third", 1.5)
        self.curve(painter, x, normal_density(x, self._mean, self._deviation), "train")
        for code in self._codes[:-1]:
            painter.setPen(QPen(theme().color("muted"), 1.5))
            foot = self.place(code, 0.0)
            painter.drawLine(QLineF(foot.x(), foot.y(), foot.x(), foot.y() - 10))
        foot = self.place(self._codes[-1], 0.0)
        painter.setPen(QPen(theme().color("val"), 2))
        painter.drawLine(QLineF(foot.x(), foot.y(), foot.x(), foot.y() - 26))
        at = self._codes[-1]
        self.dot(painter, at, float(normal_density(np.array([at]), self._mean, self._deviation)[0]), "val")
