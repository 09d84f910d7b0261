"""A sample of two numbers: a place on the plane of the data, among some samples."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from playground.protocol import LayerSeen
from playground.protocol.lenses.layers import PlaneOfInputs
from playground.ui.data.figures import class_color
from playground.ui.plots.ticks import value_text
from playground.ui.plots.views.frame import Frame
from playground.ui.plots.views.marks import paint_mark, paint_marks
from playground.ui.theme import theme

_SMALL = 60.0  # pixels of a side below which less is drawn
_FAINT, _NEAR = 0.35, 9.0


def is_point(seen: LayerSeen) -> bool:
    return seen.kind == "vector" and seen.plane is not None and seen.values.size == 2


def words_of_point(seen: LayerSeen) -> str:
    names = seen.plane.axes if seen.plane is not None else ("", "")
    parts = (f"{name} {value_text(float(value))}".strip() for name, value in zip(names, seen.values, strict=True))
    return ", ".join(parts)


def frame_in(room: QRectF, plane: PlaneOfInputs) -> Frame:
    """The plane in its own proportions, as large as fits into the middle of ``room``."""
    left, right, bottom, top = plane.edges
    scale = min(room.width() / (right - left), room.height() / (top - bottom))
    wide, high = (right - left) * scale, (top - bottom) * scale
    area = QRectF(room.center().x() - wide / 2, room.center().y() - high / 2, wide, high)
    return Frame(area, left, right, bottom, top)


def paint_point(painter: QPainter, room: QRectF, seen: LayerSeen) -> None:
    """The place as a diamond; one beyond the edges as a ring on the nearest edge."""
    assert seen.plane is not None
    frame = _ground(painter, room, seen.plane)
    if not np.isfinite(seen.values).all():
        return
    ((x, y),) = frame.to_view(seen.values[None]).tolist()
    area = frame.area
    inside = area.contains(QPointF(x, y))
    at = QPointF(min(max(x, area.left()), area.right()), min(max(y, area.top()), area.bottom()))
    size = 3.0 if min(area.width(), area.height()) < _SMALL else 5.5
    color, outline = theme().color("accent"), theme().color("surface")
    paint_mark(painter, at, "diamond" if inside else "ring", color, size, outline)


def paint_mesh(painter: QPainter, room: QRectF, results: Sequence[LayerSeen], columns: int, marked: int) -> None:
    """Places row by row, neighbours joined by lines."""
    plane = results[0].plane
    assert plane is not None
    frame = _ground(painter, room, plane)
    places = frame.to_view(np.stack([each.values for each in results]))
    painter.save()
    painter.setClipRect(frame.area)
    line = QColor(theme().color("accent"))
    line.setAlphaF(0.45)
    painter.setPen(QPen(line, 1))
    rows = [places[at : at + columns] for at in range(0, len(places), columns)]
    for way in (*rows, *(places[at::columns] for at in range(min(columns, len(places))))):
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in way.tolist() if np.isfinite(x + y)]))
    paint_marks(painter, places, "dot", theme().color("accent"), 2.2, theme().color("surface"))
    if 0 <= marked < len(places):
        paint_mark(painter, QPointF(*places[marked].tolist()), "ring", theme().color("text"), 6.0)
    painter.restore()


def nearest(room: QRectF, results: Sequence[LayerSeen], place: QPointF) -> int:
    """Which of the places of ``paint_mesh`` is there, −1 where none is near."""
    plane = results[0].plane if results else None
    if plane is None:
        return -1
    away = frame_in(room, plane).to_view(np.stack([each.values for each in results])) - np.array([place.x(), place.y()])
    distance = np.nan_to_num(np.hypot(away[:, 0], away[:, 1]), nan=np.inf)
    index = int(distance.argmin())
    return index if distance[index] <= _NEAR else -1


def _ground(painter: QPainter, room: QRectF, plane: PlaneOfInputs) -> Frame:
    """The plane with samples on it, pale, in the colours of their classes."""
    frame = frame_in(room.adjusted(1, 1, -1, -1), plane)
    painter.fillRect(frame.area, theme().color("canvas"))
    small = min(frame.area.width(), frame.area.height()) < _SMALL
    places = frame.to_view(plane.points)
    for number in range(max(1, len(plane.classes))):
        color = QColor(class_color(number) if plane.classes else theme().color("muted"))
        color.setAlphaF(_FAINT)
        chosen = places[plane.labels == number] if plane.classes else places
        paint_marks(painter, chosen, "dot", color, 0.8 if small else 1.8)
    painter.setPen(QPen(theme().color("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame.area)
    return frame
