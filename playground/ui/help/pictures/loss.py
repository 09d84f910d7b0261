"""A loss over one output with its slope: what is right costs least, and the slope says which way to go."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor, QPainter

from playground.core.language import tr
from playground.training.losses import LOSSES
from playground.ui.help.maths.judging import JUDGED, Array
from playground.ui.help.pictures.chart import Chart
from playground.ui.help.pictures.knob import line, number
from playground.ui.help.pictures.picture import InteractivePicture, Options

_POINTS, _HIGHEST = 401, 9.0


class LossPicture(InteractivePicture):
    """``kind`` is the name of a loss."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self._kind = str(self.options.get("kind", "mean_squared_error"))
        judged = JUDGED[self._kind]
        self.chart = _Loss(tr("{loss} over the output", loss=tr(LOSSES[self._kind].title)), tr(judged.across))
        self.chart.at = 1.5
        self.chart.moved.connect(lambda _x: self.follow())
        self.add_plate(self.chart)
        if judged.whole:
            ways = [("1", tr("The class is the true one")), ("0", tr("The other class is true"))]
            self.add_choice("target", tr("What is true"), ways)
        else:
            self.add_knob("target", tr("Target"), line(*judged.targets, 25), sum(judged.targets) / 2)
        alike = [name for name, other in JUDGED.items() if other.targets == judged.targets and name != self._kind]
        others = [("", tr("Compare with …")), *((name, tr(LOSSES[name].title)) for name in alike)]
        self.add_choice("beside", tr("Another loss beside it"), others)
        self.add_words(tr("Drag the dashed line. Training moves the output against the slope: downhill."))
        self.follow()

    @property
    def target(self) -> float:
        return float(self.choice("target")) if "target" in self.choices else self.value("target")

    def values(self, x: float) -> tuple[float, float]:
        """Loss and slope for an output ``x``."""
        loss, slope = JUDGED[self._kind].both(np.array([x]), self.target)
        return float(loss[0]), float(slope[0])

    def follow(self) -> None:
        if "beside" not in self.choices:
            return
        judged, beside = JUDGED[self._kind], self.choice("beside")
        x = np.linspace(judged.low, judged.high, _POINTS)
        other = JUDGED[beside].both(x, self.target)[0] if beside else None
        named: list[tuple[str, QColor | str]] = [(tr(LOSSES[beside].title), "third")] if beside else []
        self.chart.entries = [(tr("loss"), "train"), (tr("slope"), "val"), *named]
        self.chart.show_loss(x, judged.both(x, self.target), other)
        at = self.chart.at or 0.0
        self.chart.point = self.values(at)
        loss, slope = self.chart.point
        self.say(tr("output {x} · loss {loss} · slope {slope}", x=number(at), loss=number(loss), slope=number(slope)))


class _Loss(Chart):
    def __init__(self, name: str, across: str) -> None:
        super().__init__(232, name, across, drags=True)
        self.point = (0.0, 0.0)
        self._x_values: Array = np.zeros(0)
        self._curves: list[tuple[Array, str]] = []

    def show_loss(self, x: Array, both: tuple[Array, Array], other: Array | None) -> None:
        self._x_values = x
        self._curves = [(both[1], "val"), (both[0], "train")] + ([(other, "third")] if other is not None else [])
        low = min(float(both[1].min()), 0.0)
        high = min(float(max(curve.max() for curve, _ in self._curves)), _HIGHEST)
        self.set_ranges((float(x[0]), float(x[-1])), (max(low, -4.0) - 0.3, high + 0.3))

    def draw_data(self, painter: QPainter) -> None:
        for curve, color in self._curves:
            self.curve(painter, self._x_values, curve, color)
        if self.at is not None:
            self.dot(painter, self.at, self.point[1], "val")
            self.dot(painter, self.at, self.point[0], "train")
