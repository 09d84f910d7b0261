"""Scores that become probabilities: bars that one pulls, and a temperature."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen

from playground.core.language import tr
from playground.ui.help.maths.activations import softmax
from playground.ui.help.pictures.grid import Array
from playground.ui.help.pictures.knob import decades, number
from playground.ui.help.pictures.picture import InteractivePicture, Options, Plate
from playground.ui.theme import theme

_SCORES = (2.0, 1.0, 0.2, -0.5, -1.5)
_REACH, _HEIGHT, _MIDDLE, _CAPTION = 4.0, 236, 116.0, 18.0
_STEP = 0.1


class SoftmaxPicture(InteractivePicture):
    """Above the scores, below what Softmax (or Log softmax) makes of them."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self.logarithm = self.options.get("kind") == "LogSoftmax"
        self.plate = _Bars(tr("Scores above, probabilities below"))
        self.add_plate(self.plate)
        self.add_knob("temperature", tr("Temperature"), decades(-1, 1, (1, 1.5, 2, 3, 5, 7)), 1.0)
        self.add_words(
            tr(
                "Pull a bar of the upper row; ← and → choose one, ↑ and ↓ move it. Low temperatures sharpen, high ones "
                "level."
            )
        )
        self.plate.changed.connect(self.follow)
        self.follow()

    def probabilities(self) -> Array:
        return softmax(np.array(self.plate.scores), self.value("temperature"))

    def follow(self) -> None:
        found = self.probabilities()
        self.plate.show_probabilities(found, self.logarithm)
        chosen = self.plate.chosen
        told = tr(
            "Class {number}: score {score} · probability {part}", number=chosen + 1,
            score=number(self.plate.scores[chosen]), part=f"{found[chosen]:.1%}",
        )  # fmt: skip
        if self.logarithm:
            told += tr(" · logarithm {value}", value=number(float(np.log(found[chosen]))))
        self.say(told)


class _Bars(Plate):
    def __init__(self, name: str) -> None:
        super().__init__(_HEIGHT, name)
        self.scores, self.chosen = list(_SCORES), 0
        self._parts, self._logarithm = np.full(len(_SCORES), 1 / len(_SCORES)), False

    def show_probabilities(self, parts: Array, logarithm: bool) -> None:
        self._parts, self._logarithm = parts, logarithm
        self.update()

    @property
    def _zero(self) -> float:
        """Where a score of 0 lies."""
        return _CAPTION + (_MIDDLE - _CAPTION) / 2

    @property
    def _unit(self) -> float:
        """Pixels of a score of 1."""
        return (_MIDDLE - _CAPTION) / 2 / _REACH

    def _column(self, index: int) -> tuple[float, float]:
        """Left edge and width of a bar."""
        width = (self.width() - 16) / len(self.scores)
        return 8 + index * width + width * 0.18, width * 0.64

    def draw(self, painter: QPainter) -> None:
        colors, below = theme(), self.height() - 6.0
        painter.setPen(colors.color("muted"))
        left = Qt.AlignmentFlag.AlignVCenter
        words = tr("Probabilities, with their logarithms") if self._logarithm else tr("Probabilities")
        painter.drawText(QRectF(8, 0, 200, _CAPTION), left, tr("Scores"))
        painter.drawText(QRectF(8, _MIDDLE, 320, _CAPTION), left, words)
        painter.setPen(QPen(colors.color("line"), 1))
        painter.drawLine(QLineF(8, self._zero, self.width() - 8, self._zero))
        painter.drawLine(QLineF(8, below, self.width() - 8, below))
        for index, score in enumerate(self.scores):
            x, width = self._column(index)
            painter.setPen(QPen(colors.color("accent"), 2) if index == self.chosen else Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("third"))
            top = self._zero - max(score, 0) * self._unit
            painter.drawRect(QRectF(x, top, width, max(abs(score) * self._unit, 2)))
            part = float(self._parts[index])
            height = part * (below - _MIDDLE - _CAPTION - 14)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("train"))
            painter.drawRect(QRectF(x, below - height, width, height))
            painter.setPen(colors.color("text"))
            above = score < 0
            at = QRectF(x - 14, self._zero - 15 if above else self._zero + 1, width + 28, 14)
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, number(round(score, 1)))
            told = number(float(np.log(part))) if self._logarithm else f"{part:.0%}" if part >= 0.01 else "<1%"
            painter.drawText(QRectF(x - 14, below - height - 15, width + 28, 14), Qt.AlignmentFlag.AlignCenter, told)

    def _at(self, x: float) -> int:
        return min(max(int((x - 8) / ((self.width() - 16) / len(self.scores))), 0), len(self.scores) - 1)

    def _set(self, index: int, score: float) -> None:
        self.chosen = index
        self.scores[index] = round(min(max(score, -_REACH), _REACH), 2)
        self.changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().y() <= _MIDDLE:
            self._set(self._at(event.position().x()), (self._zero - event.position().y()) / self._unit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._set(self.chosen, (self._zero - event.position().y()) / self._unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            way = 1 if key == Qt.Key.Key_Right else -1
            chosen = (self.chosen + way) % len(self.scores)
            self._set(chosen, self.scores[chosen])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._set(self.chosen, self.scores[self.chosen] + (_STEP if key == Qt.Key.Key_Up else -_STEP))
        else:
            super().keyPressEvent(event)
