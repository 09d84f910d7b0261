"""Points of a plane in the colours of their classes; with a pen they can be drawn by hand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import tr
from playground.ui.data.figures import class_color, value_color
from playground.ui.plots.ticks import linear_ticks
from playground.ui.theme import CAPTION, theme

Tool = Literal["look", "pen", "eraser"]
# x1, x2, class or value, and its part: 0 training, 1 validation, 2 test
Dot = tuple[float, float, float, int]
_LEFT, _BOTTOM, _TOP = 40.0, 22.0, 8.0
_RADIUS, _SPACING, _RUBBER = 3.5, 11.0, 12.0  # pixels
_REACH = 6.0  # what is in sight at least, from −6 to 6, as in TensorFlow Playground
_MOST = 4000


class PointsView(QWidget):
    """One scale for both axes. Points that are held back from training are hollow."""

    stroked = Signal(list)  # places (x1, x2) that the pen has come to since it last told
    erased = Signal(list)  # places (x1, x2) with how far around them nothing stays, x1, x2, radius
    stroke_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots: Sequence[Dot] = ()
        self._total = 0
        self._names: tuple[str, ...] = ()
        self._reach = _REACH
        self._centre = (0.0, 0.0)
        self._tool: Tool = "look"
        self._pointer: QPointF | None = None
        self._last: QPointF | None = None
        self.pen_class = 0
        self.setMouseTracking(True)
        self.setMinimumSize(160, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Points of the data set"))
        theme().changed.connect(self.update)

    @property
    def tool(self) -> Tool:
        return self._tool

    @property
    def dots(self) -> Sequence[Dot]:
        """What is drawn."""
        return self._dots

    def set_tool(self, tool: Tool) -> None:
        self._tool = tool
        self.setCursor(Qt.CursorShape.ArrowCursor if tool == "look" else Qt.CursorShape.CrossCursor)
        self.update()

    def show_points(self, dots: Sequence[Dot], names: tuple[str, ...]) -> None:
        """``names`` of the classes; without any, the third number of a point is a value."""
        step = max(1, -(-len(dots) // _MOST))
        self._dots, self._names, self._total = dots[::step], names, len(dots)
        if self._last is None:  # while a stroke is drawn nothing moves under the pen
            self._look_at(self._dots)
        self.setAccessibleDescription(tr("{count:,} points", count=len(dots)))
        self.update()

    def _look_at(self, dots: Sequence[Dot]) -> None:
        xs, ys = [dot[0] for dot in dots], [dot[1] for dot in dots]
        low_x, high_x = min(xs, default=0.0), max(xs, default=0.0)
        low_y, high_y = min(ys, default=0.0), max(ys, default=0.0)
        if max(map(abs, (low_x, high_x, low_y, high_y))) <= _REACH and max(high_x - low_x, high_y - low_y) > 1.0:
            self._centre, self._reach = (0.0, 0.0), _REACH  # toys stand still while their noise changes
            return
        if not dots:
            self._centre, self._reach = (0.0, 0.0), _REACH
            return
        self._centre = ((low_x + high_x) / 2, (low_y + high_y) / 2)
        self._reach = max((high_x - low_x) / 2, (high_y - low_y) / 2, 1e-6) * 1.05

    def sizeHint(self) -> QSize:
        return QSize(420, 260)

    # --- places ---

    def _scale(self) -> float:
        """Pixels for one unit of both axes."""
        height = max(self.height() - _BOTTOM - _TOP, 20.0)
        return height / (2 * self._reach)

    def to_view(self, x: float, y: float) -> QPointF:
        """Where a point of the plane is seen."""
        scale = self._scale()
        middle = _LEFT + (self.width() - _LEFT) / 2
        height = self.height() - _BOTTOM - _TOP
        return QPointF(middle + (x - self._centre[0]) * scale, _TOP + height / 2 - (y - self._centre[1]) * scale)

    def to_plane(self, place: QPointF) -> tuple[float, float]:
        """The point of the plane that is seen at ``place``."""
        scale, origin = self._scale(), self.to_view(*self._centre)
        return (
            self._centre[0] + (place.x() - origin.x()) / scale,
            self._centre[1] - (place.y() - origin.y()) / scale,
        )

    # --- drawing by hand ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._tool == "look" or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._last = None
        self._touch(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._last is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._touch(event.position())
        if self._tool != "look":
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._last is not None:
            self._last = None
            self.stroke_ended.emit()
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._pointer = None
        self.update()
        super().leaveEvent(event)  # type: ignore[arg-type]

    def _touch(self, place: QPointF) -> None:
        """The pen leaves a point every few pixels, the eraser takes what is under it."""
        first, self._last = self._last is None, self._last or place
        if self._tool == "eraser":
            self._last = place
            x, y = self.to_plane(place)
            self.erased.emit([(x, y, _RUBBER / self._scale())])
            return
        way = place - self._last
        distance = math.hypot(way.x(), way.y())
        steps = int(distance // _SPACING)
        places = [self._last + way * (_SPACING * step / distance) for step in range(1, steps + 1)]
        if first:
            places = [place]
        if places:
            self._last = places[-1]
            self.stroked.emit([self.to_plane(each) for each in places])

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font(CAPTION))
        ground = QRectF(_LEFT, _TOP, self.width() - _LEFT, max(self.height() - _BOTTOM - _TOP, 20))
        painter.fillRect(ground, theme().color("canvas"))
        self._paint_axes(painter, ground)
        painter.save()
        painter.setClipRect(ground)
        self._paint_dots(painter)
        painter.restore()
        self._paint_words(painter, ground)
        if self._pointer is not None and self._tool != "look":
            erasing = self._tool == "eraser"
            painter.setPen(QPen(theme().color("muted") if erasing else class_color(self.pen_class), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = _RUBBER if erasing else _RADIUS + 1.5
            painter.drawEllipse(self._pointer, radius, radius)
        painter.end()

    def _paint_axes(self, painter: QPainter, ground: QRectF) -> None:
        half_x = ground.width() / 2 / self._scale()
        for across, (low, high) in (
            (True, (self._centre[0] - half_x, self._centre[0] + half_x)),
            (False, (self._centre[1] - self._reach, self._centre[1] + self._reach)),
        ):
            for tick in linear_ticks(low, high, max(2, int((ground.width() if across else ground.height()) / 44))):
                place = self.to_view(tick.place if across else 0, 0 if across else tick.place)
                painter.setPen(QPen(theme().color("grid"), 1))
                if across:
                    painter.drawLine(QPointF(place.x(), ground.top()), QPointF(place.x(), ground.bottom()))
                    where = QRectF(place.x() - 30, ground.bottom() + 3, 60, 16)
                    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
                else:
                    painter.drawLine(QPointF(ground.left(), place.y()), QPointF(ground.right(), place.y()))
                    where = QRectF(0, place.y() - 8, _LEFT - 6, 16)
                    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.setPen(theme().color("muted"))
                painter.drawText(where, int(flags), tick.text)

    def _colors(self) -> list[QColor]:
        if self._names:
            colors = [class_color(index) for index in range(len(self._names))]
            return [colors[int(dot[2])] if 0 <= dot[2] < len(colors) else theme().color("muted") for dot in self._dots]
        values = [dot[2] for dot in self._dots]
        low, high = min(values, default=0.0), max(values, default=0.0)
        reach = max(abs(low), abs(high))
        low, high = (-reach, reach) if low < 0 < high else (low, high)
        return [value_color(value, low, high) for value in values]

    def _paint_dots(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        ground = theme().color("canvas")
        for dot, color in zip(self._dots, self._colors(), strict=True):
            place = self.to_view(dot[0], dot[1])
            painter.setBrush(color)
            painter.drawEllipse(place, _RADIUS, _RADIUS)
            if dot[3]:
                painter.setBrush(ground)
                painter.drawEllipse(place, _RADIUS - 1.5, _RADIUS - 1.5)

    def _paint_words(self, painter: QPainter, ground: QRectF) -> None:
        painter.setPen(theme().color("muted"))
        if not self._dots and self._tool != "look":
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, tr("Draw points: click or drag."))
        if len(self._dots) < self._total:
            text = tr("{count:,} of {total:,} points are drawn", count=len(self._dots), total=self._total)
            corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            painter.drawText(ground.adjusted(0, 4, -8, 0), corner, text)
