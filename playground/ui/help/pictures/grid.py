"""Grids of numbers as cells of shades, with the numbers in them: what small images and maps are drawn as."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.ui.help.pictures.knob import number
from playground.ui.theme import theme

Array = np.ndarray[Any, np.dtype[np.float64]]
_LEAST_FOR_NUMBERS = 22  # pixels of a cell


def mixed(low: QColor, high: QColor, part: float) -> QColor:
    """A colour between two: 0 is ``low``, 1 is ``high``."""
    part = min(max(part, 0.0), 1.0)
    return QColor.fromRgbF(
        low.redF() + part * (high.redF() - low.redF()), low.greenF() + part * (high.greenF() - low.greenF()),
        low.blueF() + part * (high.blueF() - low.blueF()),
    )  # fmt: skip


def shade(value: float, most: float) -> QColor:
    """From the ground to the accent for what is above zero, to orange for what is below; ``most`` is the fullest."""
    ground, part = theme().color("surface"), abs(value) / most if most > 0 else 0.0
    return mixed(ground, theme().color("train" if value >= 0 else "val"), 0.85 * part)


class Grid:
    """Where a matrix is drawn: its corner and the size of a cell, in pixels."""

    def __init__(self, corner: QPointF, cell: float, rows: int, columns: int) -> None:
        self.corner, self.cell, self.rows, self.columns = corner, cell, rows, columns

    @property
    def rect(self) -> QRectF:
        return QRectF(self.corner.x(), self.corner.y(), self.cell * self.columns, self.cell * self.rows)

    def cell_rect(self, row: int, column: int) -> QRectF:
        return QRectF(
            self.corner.x() + column * self.cell, self.corner.y() + row * self.cell, self.cell, self.cell
        )  # fmt: skip

    def cell_at(self, place: QPointF) -> tuple[int, int] | None:
        """Row and column under a place; None beside the grid."""
        if not self.rect.contains(place):
            return None
        row = int((place.y() - self.corner.y()) // self.cell)
        column = int((place.x() - self.corner.x()) // self.cell)
        return min(row, self.rows - 1), min(column, self.columns - 1)

    def draw(self, painter: QPainter, values: Array, most: float, *, told: bool = True) -> None:
        """The cells in their shades; with the numbers where there is room."""
        for row in range(self.rows):
            for column in range(self.columns):
                self.draw_cell(painter, row, column, float(values[row, column]), most, told=told)

    def draw_cell(
        self, painter: QPainter, row: int, column: int, value: float, most: float, *, told: bool = True
    ) -> None:  # fmt: skip
        color, rect = shade(value, most), self.cell_rect(row, column)
        painter.fillRect(rect, color)
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        if told and self.cell >= _LEAST_FOR_NUMBERS:
            painter.setPen(theme().ink_on(color))
            text = short(value)
            if painter.fontMetrics().horizontalAdvance(text) > self.cell - 2:
                text = number(round(value, 1) + 0.0)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def frame(self, painter: QPainter, row: int, column: int, rows: int, columns: int, color: QColor) -> None:
        """A thick frame around cells; they may lie beside the grid, in its padding."""
        rect = QRectF(
            self.corner.x() + column * self.cell, self.corner.y() + row * self.cell, columns * self.cell,
            rows * self.cell,
        )  # fmt: skip
        painter.setPen(QPen(color, 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)


def short(value: float) -> str:
    """At most two digits behind the point, none that say nothing."""
    rounded = round(value, 1 if abs(value) >= 1 else 2)
    return number(rounded + 0.0) if rounded else "0"
