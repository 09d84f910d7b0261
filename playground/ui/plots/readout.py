"""The box beside the crosshair: every curve's value at the pointer's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from playground.ui.theme import CAPTION, theme

_LINE, _PAD, _SWATCH, _GAP = 16.0, 8.0, 10.0, 12.0


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the box; without a colour it is a heading."""

    name: str
    value: str = ""
    color: QColor | None = None
    dashed: bool = False


def paint_readout(painter: QPainter, area: QRectF, at: float, lines: Sequence[Line]) -> None:
    """Paint the vertical line at ``at`` and the box beside it, inside ``area`` (all in pixels)."""
    painter.save()
    painter.setPen(QPen(theme().color("muted"), 1, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(at, area.top(), at, area.bottom()))
    metrics = QFontMetricsF(theme().font(CAPTION))
    shown = list(lines[: max(1, int((area.height() - 2 * _PAD) // _LINE))])
    width = 2 * _PAD + max(_width(metrics, line) for line in shown)
    height = 2 * _PAD + _LINE * len(shown) - 2
    left = at + 10 if at + 10 + width <= area.right() else max(area.left(), at - 10 - width)
    box = QRectF(left, area.top() + 4, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("line"), 1))
    background = theme().color("raised")
    background.setAlpha(240)
    painter.setBrush(background)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setFont(theme().font(CAPTION))
    for index, line in enumerate(shown):
        row = QRectF(box.left() + _PAD, box.top() + _PAD - 1 + index * _LINE, width - 2 * _PAD, _LINE)
        _paint_line(painter, row, line)
    painter.restore()


def paint_swatch(
    painter: QPainter, at: QPointF, color: QColor, *, dashed: bool = False, width: float = _SWATCH
) -> None:
    """A short piece of a curve, its middle left at ``at``."""
    pen = QPen(color, 2.5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([1.6, 0.9])
    painter.setPen(pen)
    painter.drawLine(QLineF(at.x(), at.y(), at.x() + width, at.y()))


def _width(metrics: QFontMetricsF, line: Line) -> float:
    swatch = 0.0 if line.color is None else _SWATCH + 6
    return (
        swatch
        + metrics.horizontalAdvance(line.name)
        + (_GAP + metrics.horizontalAdvance(line.value) if line.value else 0)
    )


def _paint_line(painter: QPainter, row: QRectF, line: Line) -> None:
    left = row.left()
    if line.color is not None:
        paint_swatch(painter, QPointF(left, row.center().y()), line.color, dashed=line.dashed)
        left += _SWATCH + 6
    painter.setPen(theme().color("muted"))
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(
        QRectF(left, row.top(), row.right() - left, row.height()), middle | Qt.AlignmentFlag.AlignLeft, line.name
    )
    if line.value:
        painter.setPen(theme().color("text"))
        painter.drawText(row, middle | Qt.AlignmentFlag.AlignRight, line.value)
