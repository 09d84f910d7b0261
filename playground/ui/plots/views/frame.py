"""Where a plot of two numbers lies: one scale for both axes, ticks and their numbers, names of the axes."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from playground.ui.plots.ticks import linear_ticks
from playground.ui.theme import CAPTION, theme

_ACROSS, _UP = 44, 26  # pixels from tick to tick at least
_LEFT, _BOTTOM, _TOP, _NAME = 40.0, 20.0, 6.0, 16.0
_MARGIN = 0.06  # beside the points, as a part of the widest reach of them
_WIDEST = 1.7  # of a frame of two scales: its width for its height
Bounds = tuple[float, float, float, float]  # left, right, bottom, top


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of a plane, and the pixels that it is seen on."""

    area: QRectF
    left: float
    right: float
    bottom: float
    top: float

    def to_view(self, points: np.ndarray) -> np.ndarray:
        """Places in pixels, n×2, of points n×2."""
        scale = self._scale()
        first, second = points[:, 0].astype(np.float64), points[:, 1].astype(np.float64)
        across = self.area.left() + (first - self.left) * scale[0]
        return np.stack((across, self.area.bottom() - (second - self.bottom) * scale[1]), 1)

    def to_plane(self, place: QPointF) -> tuple[float, float]:
        """The point that is seen at ``place``."""
        across, up = self._scale()
        return (
            self.left + (place.x() - self.area.left()) / across,
            self.bottom + (self.area.bottom() - place.y()) / up,
        )

    def _scale(self) -> tuple[float, float]:
        return self.area.width() / (self.right - self.left), self.area.height() / (self.top - self.bottom)

    def paint_ticks(self, painter: QPainter, *, lines: bool) -> None:
        """Numbers at both axes, and ``lines`` across the ground."""
        painter.setFont(theme().font(CAPTION))
        text, grid, area = theme().color("muted"), QPen(theme().color("grid"), 1), self.area
        across, up = self._scale()
        metrics, taken = painter.fontMetrics(), -math.inf
        for tick in linear_ticks(self.left, self.right, max(2, int(area.width() / _ACROSS))):
            x = area.left() + (tick.place - self.left) * across
            half = metrics.horizontalAdvance(tick.text) / 2
            if x - half < taken + 4:  # too narrow for all numbers
                continue
            taken = x + half
            if lines:
                painter.setPen(grid)
                painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setPen(text)
            where = QRectF(x - 30, area.bottom() + 3, 60, _BOTTOM - 4)
            painter.drawText(where, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, tick.text)
        for tick in linear_ticks(self.bottom, self.top, max(2, int(area.height() / _UP))):
            y = area.bottom() - (tick.place - self.bottom) * up
            if lines:
                painter.setPen(grid)
                painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(text)
            where = QRectF(area.left() - _LEFT - 20, y - 8, _LEFT + 14, 16)
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.text)

    def paint_names(self, painter: QPainter, names: tuple[str, str], *, beside: bool) -> None:
        """What the axes are: along the left one, and below the other or, to save height, ``beside`` its numbers."""
        painter.setFont(theme().font(CAPTION))
        painter.setPen(theme().color("muted"))
        area, metrics = self.area, QFontMetricsF(theme().font(CAPTION))
        if beside:
            room = QRectF(area.right() + 16, area.bottom() + 3, metrics.horizontalAdvance(names[0]) + 2, _BOTTOM - 4)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, names[0])
        else:
            room = QRectF(area.left() - 20, area.bottom() + _BOTTOM - 2, area.width() + 40, _NAME)
            text = metrics.elidedText(names[0], Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        painter.save()
        painter.translate(area.left() - _LEFT - _NAME, area.center().y())
        painter.rotate(-90)
        text = metrics.elidedText(names[1], Qt.TextElideMode.ElideRight, area.height() + 20)
        half = area.height() / 2 + 10
        painter.drawText(QRectF(-half, 0, 2 * half, _NAME), Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


def fitted(
    room: QRectF, bounds: Bounds, *, name_left: bool = False, name_below: bool = False, equal: bool = True
) -> Frame:
    """The largest frame in ``room`` that shows ``bounds`` with one scale for both axes, at its left.

    Not ``equal``: each axis has its own scale, and the frame is as wide as is good to look at.
    """
    left, right, bottom, top = bounds
    inner = room.adjusted(_LEFT + _NAME * name_left, _TOP, -8, -_BOTTOM - _NAME * name_below)
    width, height = max(inner.width(), 20.0), max(inner.height(), 20.0)
    if not equal:
        return Frame(QRectF(inner.left(), inner.top(), min(width, _WIDEST * height), height), *bounds)
    scale = min(width / (right - left), height / (top - bottom))
    return Frame(QRectF(inner.left(), inner.top(), (right - left) * scale, (top - bottom) * scale), *bounds)


def around(points: np.ndarray, *, square: bool = False) -> Bounds:
    """Bounds that hold all finite points n×2; ``square``: the same from left to right as from bottom to top.

    No axis shows less than half of what the other does: a plot is no line.
    """
    sound = points[np.isfinite(points).all(1)].astype(np.float64)
    if not len(sound):
        return 0.0, 1.0, 0.0, 1.0
    low, high = sound.min(0), sound.max(0)
    if square:
        low, high = np.full(2, low.min()), np.full(2, high.max())
    reach = high - low
    widest = max(float(reach.max()), 1e-9 * max(1.0, float(np.abs(sound).max())))
    half = np.maximum(reach, widest / 2) / 2 + _MARGIN * widest
    middle = (low + high) / 2
    return tuple(float(v) for v in (middle[0] - half[0], middle[0] + half[0], middle[1] - half[1], middle[1] + half[1]))  # type: ignore[return-value]
