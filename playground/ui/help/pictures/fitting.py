"""Under- and overfitting: a polynomial of a chosen degree through noisy points, and its error on new ones."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QPainter

from playground.core.language import tr
from playground.ui.help.maths.theory import fitted, noisy_points, polynomial, root_mean_square, wave
from playground.ui.help.pictures.chart import Chart
from playground.ui.help.pictures.grid import Array
from playground.ui.help.pictures.knob import number
from playground.ui.help.pictures.picture import InteractivePicture, Options
from playground.ui.theme import theme

_POINTS, _NEW, _DEGREES = 301, 200, 15
_COUNTS = (5.0, 8.0, 10.0, 12.0, 15.0, 20.0, 30.0, 50.0, 100.0)
_RIDGES = (0.0, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1)


class FittingPicture(InteractivePicture):
    """Above the fit, below the errors over the degree: that of the points falls, that of new ones turns."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self._seed = 3
        self.fit, self.errors = _Fit(tr("Points and the polynomial through them")), _Errors(tr("Errors by degree"))
        self.add_plate(self.fit)
        self.add_knob("degree", tr("Degree"), [float(n) for n in range(_DEGREES + 1)], 9.0)
        self.add_knob("count", tr("Points"), _COUNTS, 12.0)
        self.add_knob("noise", tr("Noise"), (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5), 0.2)
        self.add_knob("ridge", tr("Penalty (L2)"), _RIDGES, 0.0)
        self.add_button("other", tr("Other points"), self.draw_again)
        self.add_plate(self.errors)
        self.add_words(tr("Raise the degree: the blue error falls to 0, the orange one, on new points, rises again."))
        self.follow()

    def draw_again(self) -> None:
        """Points with other noise."""
        self._seed += 1
        self.follow()

    def points(self) -> tuple[Array, Array]:
        return noisy_points(int(self.value("count")), self.value("noise"), self._seed)

    def errors_at(self, degree: int) -> tuple[float, float]:
        """Root mean square errors of a degree: on the points, and on new ones."""
        x, y = self.points()
        fit = fitted(x, y, degree, self.value("ridge"))
        random = np.random.default_rng(1000 + self._seed)
        new = np.linspace(0, 1, _NEW)
        wanted = wave(new) + self.value("noise") * random.standard_normal(_NEW)
        return root_mean_square(polynomial(fit, x) - y), root_mean_square(polynomial(fit, new) - wanted)

    def follow(self) -> None:
        if "ridge" not in self.knobs:
            return
        degree, (x, y) = int(self.value("degree")), self.points()
        across = np.linspace(0, 1, _POINTS)
        self.fit.show_fit(x, y, across, polynomial(fitted(x, y, degree, self.value("ridge")), across))
        found = [self.errors_at(each) for each in range(_DEGREES + 1)]
        self.errors.show_errors([own for own, _ in found], [new for _, new in found], degree)
        own, new = found[degree]
        best = min(range(_DEGREES + 1), key=lambda each: found[each][1])
        self.say(
            tr(
                "error on the points {own}, on new ones {new} · degree {best} does best on new ones",
                own=number(own), new=number(new), best=best,
            )
        )  # fmt: skip


class _Fit(Chart):
    def __init__(self, name: str) -> None:
        super().__init__(206, name)
        self.entries = [(tr("the fit"), "train"), (tr("the truth"), "muted")]
        self._points: tuple[Array, Array] = (np.zeros(0), np.zeros(0))
        self._line: tuple[Array, Array] = (np.zeros(0), np.zeros(0))
        self.set_ranges((-0.02, 1.02), (-1.9, 1.9))

    def show_fit(self, x: Array, y: Array, across: Array, line: Array) -> None:
        self._points, self._line = (x, y), (across, line)
        self.update()

    def draw_data(self, painter: QPainter) -> None:
        across, line = self._line
        self.curve(painter, across, wave(across), "muted", 1.5)
        self.curve(painter, across, line, "train", 2.2)
        for x, y in zip(*self._points, strict=True):
            self.dot(painter, float(x), float(y), theme().color("text"), 4)


class _Errors(Chart):
    def __init__(self, name: str) -> None:
        super().__init__(150, name, tr("degree"))
        self.entries = [(tr("error on the points"), "train"), (tr("on new ones"), "val")]
        self._own: list[float] = []
        self._new: list[float] = []
        self._degree = 0

    def show_errors(self, own: list[float], new: list[float], degree: int) -> None:
        self._own, self._new, self._degree = own, new, degree
        self.set_ranges((0.0, float(len(own) - 1)), (0.0, min(1.5, max(0.4, 1.1 * max(own)))))

    def draw_data(self, painter: QPainter) -> None:
        degrees = [float(each) for each in range(len(self._own))]
        self.curve(painter, degrees, self._own, "train")
        self.curve(painter, degrees, self._new, "val")
        self.dot(painter, self._degree, self._own[self._degree], "train")
        self.dot(painter, self._degree, min(self._new[self._degree], 9.0), "val")
