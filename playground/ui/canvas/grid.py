"""The dotted ground of the canvas."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from playground.ui.canvas.geometry import DOTS
from playground.ui.canvas.look import look

CLOSEST = 14.0  # pixels between dots; closer they would be a grey haze


def paint_grid(painter: QPainter, rect: QRectF, zoom: float) -> None:
    """Fill ``rect`` of the scene; every second dot is left out, and again, the farther one zooms out."""
    at, step = look(), float(DOTS)
    while step * zoom < CLOSEST:
        step *= 2
    painter.fillRect(rect, at.canvas)
    pen = QPen(at.grid, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
    pen.setCosmetic(True)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen)
    columns = range(int(rect.left() // step), int(rect.right() // step) + 2)
    rows = range(int(rect.top() // step), int(rect.bottom() // step) + 2)
    painter.drawPoints([QPointF(column * step, row * step) for row in rows for column in columns])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
