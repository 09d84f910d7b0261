"""Attention over a short sentence, and the waves by which places are told apart."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter

from playground.core.language import mark, tr
from playground.ui.help.maths.activations import softmax
from playground.ui.help.pictures.grid import Array, Grid
from playground.ui.help.pictures.knob import decades, line, number
from playground.ui.help.pictures.picture import InteractivePicture, Options, Plate
from playground.ui.theme import theme

_SENTENCE = mark("the cat sat on its mat")  # six words, in every language
# Two features each word asks for, and two that it has: "its" asks for an animal, "sat" for who and where.
_QUERIES = np.array([[0.2, 0.2], [0.4, 1.0], [1.6, 1.2], [0.1, 1.8], [2.2, -0.4], [0.2, 1.2]])
_KEYS = np.array([[-0.6, -0.6], [2.0, -0.2], [0.2, 0.3], [-0.5, 0.4], [0.3, 0.1], [-0.2, 2.0]])
_HEIGHT, _TOP, _LEFT = 236, 24.0, 52.0


def words() -> list[str]:
    """Those of the sentence."""
    return tr(_SENTENCE).split()


def scores() -> Array:
    """Query · key ÷ √2 for all pairs, rows are those who look."""
    return np.asarray(_QUERIES @ _KEYS.T / np.sqrt(2))


class AttentionPicture(InteractivePicture):
    """Who looks at whom: each row is a softmax over the words."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self.plate = _Matrix(tr("Weights of attention: rows look at columns"))
        self.add_plate(self.plate)
        self.add_knob("sharpness", tr("Size of queries"), decades(-1, 1, (1, 2, 3, 5, 7)), 1.0)
        ways = [("all", tr("All words are seen")), ("before", tr("Only words before"))]
        self.add_choice("mask", tr("What may be looked at"), ways)
        self.add_words(tr("Point at a row, or walk with ↑ and ↓. The numbers are made up; a network learns them."))
        self.plate.changed.connect(self.follow)
        self.follow()

    def weights(self) -> Array:
        """Each row adds up to 1."""
        found = scores() * self.value("sharpness")
        if self.choice("mask") == "before":
            found = np.where(np.tri(len(_KEYS), dtype=bool), found, -1e9)
        return softmax(found)

    def follow(self) -> None:
        if "mask" not in self.choices:
            return
        found = self.weights()
        self.plate.show_weights(found)
        row = self.plate.chosen
        order = np.argsort(-found[row])[:3]
        seen = ", ".join(f"“{words()[int(column)]}” {found[row, column]:.0%}" for column in order)
        self.say(tr("“{word}” looks at {seen}", word=words()[row], seen=seen))


class _Matrix(Plate):
    def __init__(self, name: str) -> None:
        super().__init__(_HEIGHT, name)
        self.chosen = 4
        self._weights = np.eye(len(_KEYS))

    def show_weights(self, weights: Array) -> None:
        self._weights = weights
        self.update()

    @property
    def _grid(self) -> Grid:
        count = len(_KEYS)
        cell = min((self.width() - _LEFT - 8) / count, (self.height() - _TOP - 4) / count)
        left = max(_LEFT, (self.width() - cell * count) / 2)
        return Grid(QPointF(left, _TOP), cell, count, count)

    def draw(self, painter: QPainter) -> None:
        grid = self._grid
        for number_, word in enumerate(words()):
            painter.setPen(theme().color("text" if number_ == self.chosen else "muted"))
            room = grid.cell_rect(number_, 0)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(room.left() - 60, room.top(), 54, room.height()), right, tr(word))
            above = grid.cell_rect(0, number_).translated(0, -grid.cell)
            painter.setPen(theme().color("muted"))
            at = QRectF(above.left(), 0, above.width(), _TOP - 4)
            painter.drawText(at, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, tr(word))
        grid.draw(painter, self._weights, 1.0)
        grid.frame(painter, self.chosen, 0, 1, len(_KEYS), theme().color("accent"))

    def _choose(self, row: int) -> None:
        if row != self.chosen:
            self.chosen = row
            self.changed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._grid.cell_at(event.position())
        if cell is not None:
            self._choose(cell[0])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        way = ways.get(event.key())
        if way is None:
            super().keyPressEvent(event)
        else:
            self._choose((self.chosen + way) % len(_KEYS))


class PositionsPicture(InteractivePicture):
    """The sine and cosine waves of a positional encoding: a row for each step, a column for each feature."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self.plate = _Waves(tr("A row for each step, a column for each feature"))
        self.add_plate(self.plate)
        self.add_knob("features", tr("Features"), [4.0, 8.0, 12.0, 16.0, 24.0, 32.0], 16.0)
        self.add_knob("step", tr("Time step"), line(0, 23, 24), 3.0)
        self.add_words(tr("Left columns swing quickly, right ones slowly, as the hands of a clock do."))
        self.follow()

    def follow(self) -> None:
        if "step" not in self.knobs:
            return
        features, step = int(self.value("features")), int(self.value("step"))
        self.plate.show_waves(positions(24, features), step)
        row = positions(24, features)[step]
        told = ", ".join(number(round(float(value), 2)) for value in row[:4])
        self.say(tr("Step {step}: {numbers}, …", step=step, numbers=told))


def positions(steps: int, features: int) -> Array:
    """sin and cos of step ÷ 10,000^(2i ÷ features), in turn (Vaswani et al. 2017)."""
    rate = 10_000.0 ** (-np.arange(0, features, 2) / features)
    angle = np.arange(steps)[:, None] * rate
    found = np.empty((steps, features))
    found[:, 0::2], found[:, 1::2] = np.sin(angle), np.cos(angle)
    return found


class _Waves(Plate):
    def __init__(self, name: str) -> None:
        super().__init__(220, name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._values, self._step = np.zeros((1, 1)), 0

    def show_waves(self, values: Array, step: int) -> None:
        self._values, self._step = values, step
        self.update()

    def draw(self, painter: QPainter) -> None:
        rows, columns = self._values.shape
        words = tr("step {number}", number=self._step)
        left = QFontMetricsF(painter.font()).horizontalAdvance(words) + 8
        high, wide = (self.height() - 8) / rows, (self.width() - left - 8) / columns
        cells = Grid(QPointF(left, 4), min(high, wide), rows, columns)
        cells.draw(painter, self._values, 1.0, told=False)
        cells.frame(painter, self._step, 0, 1, columns, theme().color("accent"))
        painter.setPen(theme().color("text"))
        room = cells.cell_rect(self._step, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, room.center().y() - 8, left - 6, 16), right, words)
