"""A calm picture of an output shape, where the live preview will be: sheets for images, cells for vectors.

It draws only what is known before training: how many channels (sheets, up to seven), how large each is (the
side of a sheet), how many features (cells). No data.
"""

from __future__ import annotations

from math import log2

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.ui.canvas.look import look

CELL, GAP = 8.0, 3.0


def paint_shape_glyph(painter: QPainter, area: QRectF, sizes: tuple[int, ...], family: str | None) -> None:
    """Draw ``sizes`` (one sample, no batch) into ``area``, at its left."""
    at = look()
    if len(sizes) == 3:
        painter.setPen(QPen(at.tint(family, 0.6), 1))
        painter.setBrush(at.tint(family, 0.16))
        _sheets(painter, area, sizes[0], sizes[1], sizes[2])
    elif len(sizes) in (1, 2):
        _cells(painter, area, sizes[0], min(sizes[1], 3) if len(sizes) == 2 else 1, at.tint(family, 0.42))


def _sheets(painter: QPainter, area: QRectF, channels: int, height: int, width: int) -> None:
    """Sheets that lie over each other are a box and the edges of those behind: one figure is cheaper than seven."""
    number = min(channels, 1 + round(log2(channels) * 0.9), 7)
    longest = max(height, width)
    side = min(area.height(), 8.0 + 4.6 * log2(longest))
    wide, high = max(3.0, side * width / longest), max(3.0, side * height / longest)
    step = min(12.0, max(5.0, side * 0.36))
    left, top = area.left() + 0.5, area.center().y() - high / 2 + 0.5
    painter.drawRoundedRect(QRectF(left, top, wide + (number - 1) * step, high), 2, 2)
    if number > 1:
        painter.drawLines([QLineF(left + n * step, top, left + n * step, top + high) for n in range(1, number)])


def _cells(painter: QPainter, area: QRectF, number: int, rows: int, color: QColor) -> None:
    """Rows of cells as dashed lines; when there are too many, three dots stand for those left out."""
    fit = int((area.width() + GAP) // (CELL + GAP))
    shown = number if number <= fit else fit - 2
    top = area.center().y() - (rows * (CELL + GAP) - GAP) / 2
    pen = QPen(color, CELL, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.0, GAP / CELL])
    painter.setPen(pen)
    end = area.left() + shown * (CELL + GAP)
    for row in range(rows):
        y = top + row * (CELL + GAP) + CELL / 2
        painter.drawLine(QPointF(area.left(), y), QPointF(end - GAP, y))
        if shown < number:
            painter.drawLine(QPointF(end + CELL + GAP, y), QPointF(end + 2 * CELL + GAP, y))
    if shown < number:
        painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints([QPointF(end + 0.5 + n * 3.5, area.center().y()) for n in range(3)])
