"""A forward pass through a tiny network, all numbers shown: two inputs, two hidden units, one output."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen

from playground.core.language import tr
from playground.ui.help.maths.activations import CURVES
from playground.ui.help.pictures.grid import shade
from playground.ui.help.pictures.knob import line, number
from playground.ui.help.pictures.picture import InteractivePicture, Options, Plate
from playground.ui.theme import theme

# Rows are units: weights of the inputs, then the bias.
HIDDEN = np.array([[1.2, -0.7, 0.1], [-0.5, 0.9, 0.3]])
OUTPUT = np.array([[1.1, -1.4, 0.2]])
_NAMES = (("x₁", "x₂"), ("h₁", "h₂"), ("y",))
_RADIUS, _HEIGHT = 21.0, 190


class UnitPicture(InteractivePicture):
    """Inputs by sliders; each unit tells its sum."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self.plate = _Network(tr("A network of two inputs, two hidden units and one output"))
        self.add_plate(self.plate)
        self.add_knob("x1", "x₁", line(-2, 2, 41), 1.0)
        self.add_knob("x2", "x₂", line(-2, 2, 41), 0.5)
        kinds = [(kind, kind) for kind in ("Tanh", "ReLU", "Sigmoid", "Linear")]
        self.add_choice("activation", tr("Activation of the hidden units"), kinds)
        self.add_words(tr("Point at a unit, or walk with ← and →, to see how its number comes about."))
        self.plate.changed.connect(self.follow)
        self.follow()

    def layers(self) -> list[list[float]]:
        """The numbers of inputs, hidden units and output."""
        x = np.array([self.value("x1"), self.value("x2")])
        hidden = CURVES[self.choice("activation")](HIDDEN[:, :2] @ x + HIDDEN[:, 2], {})[0]
        return [x.tolist(), hidden.tolist(), (OUTPUT[:, :2] @ hidden + OUTPUT[:, 2]).tolist()]

    def follow(self) -> None:
        if "activation" not in self.choices:
            return
        found = self.layers()
        self.plate.values = found
        self.plate.update()
        layer, unit = self.plate.chosen
        if layer == 0:
            self.say(tr("{name} = {value}: an input", name=_NAMES[0][unit], value=number(found[0][unit])))
            return
        weights = (HIDDEN, OUTPUT)[layer - 1][unit]
        parts = " + ".join(f"{_signed(w)}·{_signed(x)}" for w, x in zip(weights[:2], found[layer - 1], strict=True))
        total = float(weights[:2] @ np.array(found[layer - 1]) + weights[2])
        told = f"{parts} + {_signed(weights[2])} = {number(total)}"
        if layer == 1:
            told += f"\n{_NAMES[1][unit]} = {self.choice('activation')}({number(total)}) = {number(found[1][unit])}"
        self.say(told)


class _Network(Plate):
    """Units as circles, weights on the lines between them."""

    def __init__(self, name: str) -> None:
        super().__init__(_HEIGHT, name)
        self.values: list[list[float]] = [[0.0, 0.0], [0.0, 0.0], [0.0]]
        self.chosen = (1, 0)

    def _place(self, layer: int, unit: int) -> QPointF:
        x = 40 + layer * (self.width() - 80) / 2
        count = len(_NAMES[layer])
        return QPointF(x, self.height() * (unit + 1) / (count + 1))

    def draw(self, painter: QPainter) -> None:
        for layer, weights in ((1, HIDDEN), (2, OUTPUT)):
            for unit in range(len(_NAMES[layer])):
                for before in range(len(_NAMES[layer - 1])):
                    self._draw_link(painter, layer, unit, before, float(weights[unit, before]))
        for layer, names in enumerate(_NAMES):
            for unit, name in enumerate(names):
                self._draw_unit(painter, layer, unit, name)

    def _draw_link(self, painter: QPainter, layer: int, unit: int, before: int, weight: float) -> None:
        start, end = self._place(layer - 1, before), self._place(layer, unit)
        lit = self.chosen == (layer, unit)
        color = theme().color("train" if weight >= 0 else "val")
        painter.setPen(QPen(color, (1.0 + 2 * abs(weight)) * (1.3 if lit else 1.0)))
        painter.setOpacity(1.0 if lit else 0.45)
        painter.drawLine(QLineF(start, end))
        painter.setOpacity(1.0)
        at = start + (end - start) * 0.32
        room = QRectF(at.x() - 18, at.y() - 8, 36, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("bg"))
        painter.drawRoundedRect(room, 4, 4)
        painter.setPen(theme().color("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, _signed(weight))

    def _draw_unit(self, painter: QPainter, layer: int, unit: int, name: str) -> None:
        place, value = self._place(layer, unit), self.values[layer][unit]
        color = shade(value, 2.0)
        chosen = self.chosen == (layer, unit)
        painter.setPen(QPen(theme().color("accent" if chosen else "edge"), 2.5 if chosen else 1))
        painter.setBrush(color)
        painter.drawEllipse(place, _RADIUS, _RADIUS)
        painter.setPen(theme().ink_on(color))
        room = QRectF(place.x() - _RADIUS, place.y() - 8, 2 * _RADIUS, 16)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, number(round(value, 2)))
        painter.setPen(theme().color("muted"))
        above = room.translated(0, -_RADIUS - 9)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, name)

    def _choose(self, layer: int, unit: int) -> None:
        if self.chosen != (layer, unit):
            self.chosen = (layer, unit)
            self.changed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        for layer, names in enumerate(_NAMES):
            for unit in range(len(names)):
                if QLineF(self._place(layer, unit), event.position()).length() <= _RADIUS + 3:
                    self._choose(layer, unit)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        units = [(layer, unit) for layer, names in enumerate(_NAMES) for unit in range(len(names))]
        ways: dict[int, int] = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1,
        }  # fmt: skip
        way = ways.get(event.key())
        if way is None:
            super().keyPressEvent(event)
        else:
            self._choose(*units[(units.index(self.chosen) + way) % len(units)])


def _signed(value: float) -> str:
    """In brackets where it is negative, so that products can be read."""
    text = number(round(value, 2))
    return f"({text})" if value < 0 else text
