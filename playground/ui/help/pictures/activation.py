"""An activation's curve with its derivative, at a point that one drags; beside another one, if wanted."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtGui import QColor, QPainter

from playground.core.forms import FormField, form_fields, told
from playground.core.language import tr
from playground.core.layer import REGISTRY
from playground.ui.help.maths.activations import CURVES, Array
from playground.ui.help.pictures.chart import Chart
from playground.ui.help.pictures.knob import line, number
from playground.ui.help.pictures.picture import InteractivePicture, Options

_REACH, _POINTS = 6.0, 481
# Sliders over the values that are of interest, where a field's own limits are far wider.
_RANGES = {"alpha": (0.1, 3.0), "slope": (0.0, 1.0), "start": (-1.0, 1.0), "beta": (0.25, 8.0)}


class ActivationPicture(InteractivePicture):
    """``kind`` is the layer's type, ``params`` what it has."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self._kind = str(self.options.get("kind", "ReLU"))
        self.chart = _Curves(tr("Curve and derivative of {name}", name=_title(self._kind)))
        self.chart.at = 1.0
        self.chart.moved.connect(lambda _x: self.follow())
        self.add_plate(self.chart)
        for field in _fields(self._kind):
            if field.kind == "choice":
                words = [(c, f"{tr(field.label)}: {told(c)}") for c in field.choices]
                self.add_choice(field.name, tr(field.label), words, self._first(field))
            else:
                self.add_knob(field.name, tr(field.label), line(*_RANGES[field.name], 41), float(self._first(field)))
        others = [("", tr("Compare with …")), *((name, _title(name)) for name in CURVES if name != self._kind)]
        self.add_choice("beside", tr("Another activation beside it"), others)
        self.add_words(tr("Drag the dashed line, or press ← and → on the picture."))
        self.follow()

    def _first(self, field: FormField) -> Any:
        return self.params.get(field.name, field.default)

    def values(self, x: float) -> tuple[float, float]:
        """The activation and its derivative at ``x``, with the parameters of the knobs."""
        y, slope = CURVES[self._kind](np.array([x]), self._now())
        return float(y[0]), float(slope[0])

    def _now(self) -> Options:
        chosen = {name: self.choice(name) for name in self.choices if name != "beside"}
        return {name: knob.value for name, knob in self.knobs.items()} | chosen

    def follow(self) -> None:
        x = np.linspace(-_REACH, _REACH, _POINTS)
        beside = self.choice("beside") if "beside" in self.choices else ""
        self.chart.show_curves(x, CURVES[self._kind](x, self._now()), CURVES[beside](x, {}) if beside else None)
        other: list[tuple[str, QColor | str]] = [(_title(beside), "third")] if beside else []
        self.chart.entries = [(_title(self._kind), "train"), (tr("derivative"), "val"), *other]
        at = self.chart.at or 0.0
        y, slope = self.values(at)
        self.chart.point = (y, slope)
        self.say(tr("x = {x} · y = {y} · slope y′ = {slope}", x=number(at), y=number(y), slope=number(slope)))


class _Curves(Chart):
    def __init__(self, name: str) -> None:
        super().__init__(232, name, "x", drags=True)
        self.point = (0.0, 0.0)
        self._x_values: Array = np.zeros(0)
        self._curves: list[tuple[Array, str]] = []

    def show_curves(self, x: Array, own: tuple[Array, Array], beside: tuple[Array, Array] | None) -> None:
        self._x_values = x
        self._curves = [(own[1], "val"), (own[0], "train")]
        if beside is not None:
            self._curves.insert(0, (beside[0], "third"))
        values = np.concatenate([curve for curve, _ in self._curves])
        low, high = float(values.min()), float(min(values.max(), _REACH))
        room = 0.08 * (high - low)
        self.set_ranges((-_REACH, _REACH), (low - room, high + room))

    def draw_data(self, painter: QPainter) -> None:
        for curve, color in self._curves:
            self.curve(painter, self._x_values, curve, color)
        if self.at is not None:
            self.dot(painter, self.at, self.point[1], "val")
            self.dot(painter, self.at, self.point[0], "train")


def _fields(kind: str) -> list[FormField]:
    layer = REGISTRY.get(kind)
    fields = form_fields(layer) if layer is not None else ()
    return [field for field in fields if field.name in _RANGES or (field.kind == "choice" and not field.section)]


def _title(kind: str) -> str:
    layer = REGISTRY.get(kind)
    return tr(layer.title) if layer is not None else kind
