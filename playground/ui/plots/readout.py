"""The box beside the crosshair: every curve's value at the pointer's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from playground.ui.theme import CAPTION, theme

_LINE, _PAD, _SWATCH, _GAP = 16.0, 8.0, 10.0, 12.0
_APART, _EDGE, _NARROWEST = 10.0, 4.0, 60.0  # from the pointer, from the plot's border; the narrowest box


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the box; without a colour it is a heading.

    ``short`` stands for the name in a legend without room for it, beside the value too where ``named``: there a colour
    alone tells nobody which one it is. ``minor`` lines are then left out.
    """

    name: str
    value: str = ""
    color: QColor | None = None
    dashed: bool = False
    short: str = ""
    named: bool = False
    minor: bool = False


def paint_readout(painter: QPainter, area: QRectF, at: float, lines: Sequence[Line]) -> None:
    """Paint the vertical line at ``at`` and the box on the side away from it, inside ``area`` (all in pixels).

    Where that side has no room for a name or a value, there is the line alone.
    """
    painter.save()
    painter.setPen(QPen(theme().color("muted"), 1, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(at, area.top(), at, area.bottom()))
    shown = lines[: _most(area)]
    box = readout_box(area, at, shown)
    if box is not None:
        _paint_box(painter, box, shown)
    painter.restore()


def readout_box(area: QRectF, at: float, lines: Sequence[Line]) -> QRectF | None:
    """Where the box goes: to the border that is farther from ``at``, and no nearer than ten pixels to it."""
    metrics = QFontMetricsF(theme().font(CAPTION))
    shown = lines[: _most(area)]
    on_the_right = at <= area.center().x()
    room = (area.right() - at if on_the_right else at - area.left()) - _APART - _EDGE
    width = min(2 * _PAD + max(_width(metrics, line) for line in shown), room)
    if width < _NARROWEST:
        return None
    height = 2 * _PAD + _LINE * len(shown) - 2
    return QRectF(area.right() - _EDGE - width if on_the_right else area.left() + _EDGE, area.top() + 4, width, height)


def _most(area: QRectF) -> int:
    """The rows that fit."""
    return max(1, int((area.height() - 2 * _PAD) // _LINE))


def _paint_box(painter: QPainter, box: QRectF, lines: Sequence[Line]) -> None:
    metrics = QFontMetricsF(theme().font(CAPTION))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("line"), 1))
    background = theme().color("raised")
    background.setAlpha(240)
    painter.setBrush(background)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setFont(theme().font(CAPTION))
    for index, line in enumerate(lines):
        row = QRectF(box.left() + _PAD, box.top() + _PAD - 1 + index * _LINE, box.width() - 2 * _PAD, _LINE)
        _paint_line(painter, row, line, metrics)


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


def _paint_line(painter: QPainter, row: QRectF, line: Line, metrics: QFontMetricsF) -> None:
    left = row.left()
    if line.color is not None:
        paint_swatch(painter, QPointF(left, row.center().y()), line.color, dashed=line.dashed)
        left += _SWATCH + 6
    painter.setPen(theme().color("muted"))
    middle = Qt.AlignmentFlag.AlignVCenter
    taken = _GAP + metrics.horizontalAdvance(line.value) if line.value else 0.0
    name = QRectF(left, row.top(), max(row.right() - left - taken, 0.0), row.height())
    text = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, name.width() + 0.5)
    painter.drawText(name, middle | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip, text)
    if line.value:
        painter.setPen(theme().color("text"))
        painter.drawText(row, middle | Qt.AlignmentFlag.AlignRight, line.value)
