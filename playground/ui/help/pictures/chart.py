"""A plate with two axes: curves, dots and lines in data units, and a place that one can drag along."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF

from playground.ui.help.pictures.picture import Plate
from playground.ui.plots.ticks import linear_ticks
from playground.ui.theme import CAPTION, theme

_BELOW, _ABOVE, _GAP, _RIGHT = 34, 8, 6, 10
_LEGEND = 18  # pixels above the area that names of curves take
_STEPS = 40  # arrow keys cross the chart in so many


class Chart(Plate):
    """``moved`` tells the x at which a person points; ``set_ranges`` says what is seen."""

    moved = Signal(float)

    def __init__(self, height: int, name: str, across: str = "", *, drags: bool = False) -> None:
        super().__init__(height, name)
        self.across, self._drags = across, drags
        self._x, self._y = (-1.0, 1.0), (-1.0, 1.0)
        self._area, self._of = QRectF(), (0, 0, self._y, False)  # what it was worked out for
        self.at: float | None = None
        self.entries: list[tuple[str, QColor | str]] = []  # names of the curves, with their colours
        if not drags:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_ranges(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        self._x, self._y = x, y if y[1] > y[0] else (y[0] - 1, y[0] + 1)
        self.update()

    @property
    def area(self) -> QRectF:
        """Where data are drawn, in pixels; worked out when size, range or names are others."""
        state = (self.width(), self.height(), self._y, bool(self.entries))
        if state != self._of:
            self._of, self._area = state, self._worked_out()
        return self._area

    def _worked_out(self) -> QRectF:
        metrics = QFontMetricsF(theme().font(CAPTION))
        left = max((metrics.horizontalAdvance(tick.text) for tick in self._ticks(self._y, 5)), default=0) + _GAP + 2
        below = _BELOW if self.across else _BELOW - 14
        above = _ABOVE + (_LEGEND if self.entries else 0)
        return QRectF(left, above, max(self.width() - left - _RIGHT, 8), self.height() - above - below)

    def place(self, x: float, y: float) -> QPointF:
        """Pixels of a point in data units."""
        area, (x0, x1), (y0, y1) = self.area, self._x, self._y
        return QPointF(
            area.left() + area.width() * (x - x0) / (x1 - x0), area.bottom() - area.height() * (y - y0) / (y1 - y0)
        )

    def x_at(self, pixel: float) -> float:
        """The x in data units, within what is seen."""
        area, (x0, x1) = self.area, self._x
        return min(max(x0 + (x1 - x0) * (pixel - area.left()) / area.width(), x0), x1)

    def y_at(self, pixel: float) -> float:
        area, (y0, y1) = self.area, self._y
        return min(max(y0 + (y1 - y0) * (area.bottom() - pixel) / area.height(), y0), y1)

    # --- painting ---

    def draw(self, painter: QPainter) -> None:
        area = self.area
        painter.fillRect(area, theme().color("surface"))
        self._draw_axes(painter, area)
        self._draw_legend(painter, area)
        painter.save()
        painter.setClipRect(area.adjusted(-4, -4, 4, 4))
        if self.at is not None:
            painter.setPen(QPen(theme().color("muted"), 1, Qt.PenStyle.DashLine))
            x = self.place(self.at, 0).x()
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
        self.draw_data(painter)
        painter.restore()

    def draw_data(self, painter: QPainter) -> None:
        """Curves and dots; clipped to the area."""

    def curve(
        self, painter: QPainter, x: Iterable[float], y: Iterable[float], color: QColor | str, width: float = 2.0,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:  # fmt: skip
        """A line through points; it is left out where a value is not finite."""
        painter.setPen(QPen(self._ink(color), width, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        low, high = self._y[0] - 10 * (self._y[1] - self._y[0]), self._y[1] + 10 * (self._y[1] - self._y[0])
        area, x0, y0 = self.area, self._x[0], self._y[0]
        wide, tall = area.width() / (self._x[1] - x0), area.height() / (self._y[1] - y0)
        part: list[QPointF] = []
        for across, up in zip(x, y, strict=True):
            if math.isfinite(up):
                over = min(max(up, low), high)
                part.append(QPointF(area.left() + wide * (across - x0), area.bottom() - tall * (over - y0)))
            elif part:
                painter.drawPolyline(QPolygonF(part))
                part = []
        painter.drawPolyline(QPolygonF(part))

    def dot(self, painter: QPainter, x: float, y: float, color: QColor | str, radius: float = 4.5) -> None:
        if math.isfinite(y):
            painter.setPen(QPen(theme().color("surface"), 1.5))
            painter.setBrush(self._ink(color))
            painter.drawEllipse(self.place(x, y), radius, radius)

    def _draw_legend(self, painter: QPainter, area: QRectF) -> None:
        """Short lines with words, side by side above the area."""
        metrics, x, y = QFontMetricsF(painter.font()), area.left(), _ABOVE + 5.0
        for words, color in self.entries:
            painter.setPen(QPen(self._ink(color), 2.5))
            painter.drawLine(QLineF(x, y, x + 14, y))
            painter.setPen(theme().color("text"))
            painter.drawText(QPointF(x + 19, y + metrics.ascent() / 2 - 1), words)
            x += 19 + metrics.horizontalAdvance(words) + 14

    def _draw_axes(self, painter: QPainter, area: QRectF) -> None:
        muted, grid = theme().color("muted"), theme().color("line")
        for tick in self._ticks(self._y, 5):
            y = self.place(self._x[0], tick.place).y()
            painter.setPen(QPen(muted if tick.place == 0 else grid, 1))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(muted)
            beside = QRectF(0, y - 8, area.left() - _GAP, 16)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, tick.text)
        for tick in self._ticks(self._x, 7):
            x = self.place(tick.place, self._y[0]).x()
            painter.setPen(QPen(muted if tick.place == 0 else grid, 1))
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
            painter.setPen(muted)
            painter.drawText(QRectF(x - 30, area.bottom() + 2, 60, 15), Qt.AlignmentFlag.AlignCenter, tick.text)
        if self.across:
            below = QRectF(area.left(), area.bottom() + 17, area.width(), 15)
            text = QFontMetricsF(painter.font()).elidedText(self.across, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)

    @staticmethod
    def _ticks(of: tuple[float, float], most: int) -> list[Any]:
        return [tick for tick in linear_ticks(of[0], of[1], most) if of[0] - 1e-9 <= tick.place <= of[1] + 1e-9]

    @staticmethod
    def _ink(color: QColor | str) -> QColor:
        return theme().color(color) if isinstance(color, str) else color

    # --- pointing ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._drags and event.button() is Qt.MouseButton.LeftButton:
            self.move_to(self.x_at(event.position().x()))
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drags and event.buttons() & Qt.MouseButton.LeftButton:
            self.move_to(self.x_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = (self._x[1] - self._x[0]) / _STEPS
        ways: dict[int, float] = {Qt.Key.Key_Left: -step, Qt.Key.Key_Right: step}
        if self._drags and self.at is not None and event.key() in ways:
            fine = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
            there = self.at + fine * ways[event.key()]
            self.move_to(min(max(there, self._x[0]), self._x[1]))
        else:
            super().keyPressEvent(event)

    def move_to(self, x: float) -> None:
        """Point at ``x``, and tell it."""
        self.at = x
        self.update()
        self.moved.emit(x)
