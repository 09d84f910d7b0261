"""An embedding as what it is: a table with a row of learned numbers for each id."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from playground.core.language import mark, tr
from playground.ui.help.pictures.grid import Array, Grid
from playground.ui.help.pictures.knob import number
from playground.ui.help.pictures.picture import InteractivePicture, Options, Plate
from playground.ui.theme import theme

_WORDS = (mark("good"), mark("great"), mark("bad"), mark("awful"), mark("film"), mark("book"))
_TABLE = np.array([
    [0.9, 0.2, -0.1, 0.3], [1.1, 0.1, 0.0, 0.5], [-0.8, 0.3, -0.1, 0.2], [-1.2, 0.2, 0.1, 0.4], [0.1, 1.0, 0.7, -0.3],
    [0.0, 0.9, -0.8, -0.2],
])  # fmt: skip
_HEIGHT, _LEFT = 176, 84.0


def likeness(row: int) -> Array:
    """The cosine of the angle between a row of the table and each row."""
    lengths = np.linalg.norm(_TABLE, axis=1)
    return np.asarray(_TABLE @ _TABLE[row] / (lengths * lengths[row]))


class EmbeddingPicture(InteractivePicture):
    """The chosen word's row, and which other word is most like it."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self.plate = _Rows(tr("A table: a row of numbers for each word"))
        self.add_plate(self.plate)
        self.add_words(tr("Point at a word, or walk with ↑ and ↓. The numbers are made up; a network learns them."))
        self.plate.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        row = self.plate.chosen
        found = likeness(row)
        order = [int(other) for other in np.argsort(-found) if other != row]
        vector = ", ".join(number(float(value)) for value in _TABLE[row])
        self.say(
            tr(
                "id {row} → ({vector})\nmost like “{word}”: cosine {value}", row=row, vector=vector,
                word=tr(_WORDS[order[0]]), value=number(round(float(found[order[0]]), 2)),
            )
        )  # fmt: skip


class _Rows(Plate):
    def __init__(self, name: str) -> None:
        super().__init__(_HEIGHT, name)
        self.chosen = 0

    @property
    def _grid(self) -> Grid:
        rows, columns = _TABLE.shape
        cell = min((self.height() - 8) / rows, (self.width() - _LEFT - 8) / columns)
        return Grid(QPointF(max(_LEFT, (self.width() - columns * cell) / 2), 4), cell, rows, columns)

    def draw(self, painter: QPainter) -> None:
        grid = self._grid
        for row, word in enumerate(_WORDS):
            room = grid.cell_rect(row, 0)
            painter.setPen(theme().color("text" if row == self.chosen else "muted"))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(room.left() - 84, room.top(), 76, room.height()), right, f"{row}  {tr(word)}")
        grid.draw(painter, _TABLE, 1.4)
        grid.frame(painter, self.chosen, 0, 1, grid.columns, theme().color("accent"))

    def _choose(self, row: int) -> None:
        if row != self.chosen:
            self.chosen = row
            self.update()
            self.changed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        grid = self._grid
        row = int((event.position().y() - grid.corner.y()) // grid.cell)
        if 0 <= row < grid.rows and event.position().x() <= grid.rect.right():
            self._choose(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        way = ways.get(event.key())
        if way is None:
            super().keyPressEvent(event)
        else:
            self._choose((self.chosen + way) % len(_WORDS))
