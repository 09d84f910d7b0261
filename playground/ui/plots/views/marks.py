"""Dots, diamonds and rings for many points, and the legend that says what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from playground.core.language import tr
from playground.ui.theme import CAPTION, theme

Kind = Literal["dot", "diamond", "ring", "line", "dashes"]
ROW = 18.0
_SIGN = 20.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a legend."""

    kind: Kind
    color: QColor
    name: str
    detail: str = ""


def paint_marks(
    painter: QPainter, places: np.ndarray, kind: Kind, color: QColor, radius: float, outline: QColor | None = None
) -> None:
    """The same mark at all places n×2. Drawn once and copied: thousands cost a few milliseconds."""
    if not len(places):
        return
    ratio = painter.deviceTransform().m11()
    side = 2 * (int(radius) + 3)
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    pen = QPainter(pixmap)
    pen.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(pen, QPointF(side / 2, side / 2), kind, color, radius, outline)
    pen.end()
    # Whole device pixels: a shifted copy would be blurred.
    corners = np.round((places[np.isfinite(places).all(1)] - side / 2) * ratio) / ratio
    for x, y in corners.tolist():
        painter.drawPixmap(QPointF(x, y), pixmap)


def paint_mark(
    painter: QPainter, at: QPointF, kind: Kind, color: QColor, radius: float, outline: QColor | None = None
) -> None:
    """One mark around ``at``."""
    if kind == "ring":
        painter.setPen(QPen(color, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(QPen(outline, 1) if outline is not None else Qt.PenStyle.NoPen)
        painter.setBrush(color)
    if kind == "diamond":
        reach = radius * 1.2
        corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
        painter.drawPolygon(QPolygonF([at + QPointF(*corner) for corner in corners]))
    else:
        painter.drawEllipse(at, radius, radius)


def legend_width(entries: Sequence[Entry]) -> float:
    """Pixels that the longest row takes."""
    metrics = QFontMetricsF(theme().font(CAPTION))
    return max((_SIGN + metrics.horizontalAdvance(_text(entry)) for entry in entries), default=0.0)


def paint_legend(painter: QPainter, room: QRectF, entries: Sequence[Entry], outline: QColor | None = None) -> None:
    """Rows from the top of ``room``, in more columns where one is too short; the last says how many are left out."""
    painter.setFont(theme().font(CAPTION))
    metrics = QFontMetricsF(theme().font(CAPTION))
    rows, width = max(1, int(room.height() // ROW)), legend_width(entries) + 16
    columns = max(1, int((room.width() + 16) // width))
    most = rows * columns
    shown = list(entries) if len(entries) <= most else list(entries[: most - 1])
    for index, entry in enumerate(shown):
        left, top = room.left() + index // rows * width, room.top() + index % rows * ROW
        _paint_sign(painter, QPointF(left, top + ROW / 2), entry, outline)
        painter.setPen(theme().color("muted"))
        where = QRectF(left + _SIGN, top, min(width, room.right() - left) - _SIGN, ROW)
        text = metrics.elidedText(_text(entry), Qt.TextElideMode.ElideRight, where.width() + 1)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    if len(shown) < len(entries):
        left, top = room.left() + len(shown) // rows * width, room.top() + len(shown) % rows * ROW
        painter.setPen(theme().color("muted"))
        more = tr("and {count:,} more", count=len(entries) - len(shown))
        painter.drawText(QRectF(left, top, width, ROW), Qt.AlignmentFlag.AlignVCenter, more)


def paint_legend_row(painter: QPainter, room: QRectF, entries: Sequence[Entry]) -> None:
    """One row, each entry as wide as its name."""
    painter.setFont(theme().font(CAPTION))
    metrics, left = QFontMetricsF(theme().font(CAPTION)), room.left()
    for entry in entries:
        _paint_sign(painter, QPointF(left, room.center().y()), entry, None)
        painter.setPen(theme().color("muted"))
        width = metrics.horizontalAdvance(_text(entry))
        where = QRectF(left + _SIGN, room.top(), width + 2, room.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, _text(entry))
        left += _SIGN + width + 14


def _paint_sign(painter: QPainter, middle_left: QPointF, entry: Entry, outline: QColor | None) -> None:
    at = middle_left + QPointF(6, 0)
    if entry.kind in ("line", "dashes"):
        pen = QPen(entry.color, 2)
        if entry.kind == "dashes":
            pen.setDashPattern([2.2, 1.6])
        painter.setPen(pen)
        painter.drawLine(middle_left, middle_left + QPointF(14, 0))
        return
    paint_mark(painter, at, entry.kind, entry.color, 4.5 if entry.kind == "ring" else 4.0, outline)


def _text(entry: Entry) -> str:
    return f"{entry.name}  {entry.detail}" if entry.detail else entry.name
