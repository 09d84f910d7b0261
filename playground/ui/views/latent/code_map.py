"""Samples among the codes: a point for each, in the colour of its class, or of what is to be predicted."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from playground.protocol import LayerSeen, Scatter
from playground.ui.plots.views.frame import Frame, around, fitted
from playground.ui.plots.views.marks import ROW, Entry, legend_width, paint_mark
from playground.ui.plots.views.scatter import ScatterView
from playground.ui.plots.views.value_bar import BAR, BAR_TEXT
from playground.ui.theme import theme
from playground.ui.views.latent.picture import HoverCard

_REACH = 8.0  # pixels around a point that are still its own
_RING, _DIAMOND = 7.0, 6.0
_NARROW, _AXIS, _APART = 240, 44, 16


class CodeMap(ScatterView):
    """``point_clicked`` and ``point_hovered`` tell the place of a point in the scatter, −1 when it is left;
    ``place_clicked`` where there is none. ``sample`` is marked by a ring, ``hand`` (a code that one moves) by a
    diamond, ``way`` by a line.
    """

    point_clicked = Signal(int)
    point_hovered = Signal(int)
    place_clicked = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.card = HoverCard(self)
        self.sample: tuple[float, float] | None = None
        self.hand: tuple[float, float] | None = None
        self.way: np.ndarray | None = None
        self._hovered = -1
        self._pointer = QPoint()
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def frame(self) -> Frame:
        """All of the room, with the same scale for both axes."""
        scatter = self._scatter
        assert scatter is not None
        room = QRectF(self.rect()).adjusted(0, 0, -self._legend_room(), 0)
        bounds = around(scatter.points)
        tight = fitted(room, bounds, name_left=True, name_below=not self._beside())
        area = QRectF(tight.area.left(), tight.area.top(), *self._room(room, tight))
        scale = tight.area.width() / (tight.right - tight.left)
        wide, high = area.width() / scale / 2, area.height() / scale / 2
        x, y = (tight.left + tight.right) / 2, (tight.bottom + tight.top) / 2
        return Frame(area, x - wide, x + wide, y - high, y + high)

    def _room(self, room: QRectF, tight: Frame) -> tuple[float, float]:
        """Width and height of the largest area that stands where ``tight`` does."""
        one = fitted(room, (0.0, 1e6, 0.0, 1.0), name_left=True, name_below=not self._beside()).area
        other = fitted(room, (0.0, 1.0, 0.0, 1e6), name_left=True, name_below=not self._beside()).area
        return max(one.width(), tight.area.width()), max(other.height(), tight.area.height())

    def _legend_room(self) -> float:
        """In as many columns as all classes need, but not more than a third of the width."""
        entries = self._entries() if self._scatter is not None else []
        if self.value_range is not None and self.width() >= _NARROW:
            return BAR + BAR_TEXT + 20
        if not entries or self.width() < _NARROW:
            return 0.0
        rows = max(1, int((self.height() - _AXIS) // ROW))
        columns = -(-len(entries) // rows)
        return min(columns * (legend_width(entries) + _APART) + _APART, self.width() / 3)

    def _entries(self) -> list[Entry]:
        """Names alone: room is dear, and how many there are is no question here."""
        return [Entry(entry.kind, entry.color, entry.name) for entry in super()._entries()]

    @property
    def scatter(self) -> Scatter | None:
        """What is shown."""
        return self._scatter

    def mark(
        self, *, sample: tuple[float, float] | None, hand: tuple[float, float] | None, way: np.ndarray | None
    ) -> None:
        """Set all marks; places are those of the scatter."""
        same_way = way is self.way or (way is not None and self.way is not None and np.array_equal(way, self.way))
        if (sample, hand) != (self.sample, self.hand) or not same_way:
            self.sample, self.hand, self.way = sample, hand, way
            self.redraw()

    def show_card(self, index: int, seen: LayerSeen, words: str) -> None:
        """What the point under the pointer stands for, if it still is there."""
        if index == self._hovered and index >= 0:
            self.card.show_at(self._pointer, seen, words)

    def index_at(self, place: QPointF) -> int:
        """The nearest point, −1 where none is near."""
        scatter = self._scatter
        if scatter is None or not len(scatter.points) or not self.frame.area.contains(place):
            return -1
        away = self.frame.to_view(scatter.points) - np.array([place.x(), place.y()])
        distance = np.nan_to_num(np.hypot(away[:, 0], away[:, 1]), nan=np.inf)
        index = int(distance.argmin())
        return index if distance[index] <= _REACH else -1

    def tip(self, place: QPointF) -> str:
        return ""  # the card says it

    def draw(self, painter: QPainter) -> None:
        super().draw(painter)
        if self._scatter is None:
            return
        frame = self.frame
        painter.save()
        painter.setClipRect(frame.area)
        text, ground = theme().color("text"), theme().color("surface")
        if self.way is not None and len(self.way):
            places = frame.to_view(self.way)
            painter.setPen(QPen(text, 1.6))
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in places.tolist()]))
            for x, y in places.tolist():
                paint_mark(painter, QPointF(x, y), "dot", text, 2.5, ground)
        for place, kind, color, size in (
            (self.sample, "ring", text, _RING), (self.hand, "diamond", theme().color("accent"), _DIAMOND),
        ):  # fmt: skip
            if place is not None and np.isfinite(place).all():
                ((x, y),) = frame.to_view(np.array([place])).tolist()
                paint_mark(painter, QPointF(x, y), kind, color, size, ground)  # type: ignore[arg-type]
        painter.restore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._pointer = event.position().toPoint()
        self._hover(self.index_at(event.position()))

    def leaveEvent(self, event: object) -> None:
        self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._scatter is None:
            return
        index = self.index_at(event.position())
        if index >= 0:
            self.point_clicked.emit(index)
        elif self.frame.area.contains(event.position()):
            self.place_clicked.emit(*self.frame.to_plane(event.position()))

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.card.hide()
            self.point_hovered.emit(index)
