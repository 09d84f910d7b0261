"""What a network says of every place of a plane, and the points on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.core.language import mark, tr
from playground.protocol import Plane
from playground.ui.data.figures import class_color, value_color
from playground.ui.plots.ticks import value_text
from playground.ui.plots.views.contours import contour, levels_of
from playground.ui.plots.views.frame import Frame, fitted
from playground.ui.plots.views.marks import Entry, legend_width, paint_legend, paint_marks
from playground.ui.plots.views.painted import Painted
from playground.ui.plots.views.shades import class_map, scale_colors, value_map, value_range
from playground.ui.plots.views.value_bar import BAR, BAR_TEXT, paint_value_bar
from playground.ui.theme import theme

_RADIUS, _RING = 3.5, 5.5
_SMALL = 80.0  # of a plane's height is a point's radius, down to 2 pixels
_LOW = 300
_BEHIND = 0.5  # how strong a map is under points of its own two colours
_LEGEND = 120.0
_MOST = 4000
_STEPS = 12  # colours of points: about as many as the eye tells apart
# What the points and the made ones are called, by the name of the view.
_NAMES = {
    "generated": (mark("real"), mark("generated")), "boundary": (mark("real"), mark("generated")),
    "reconstructions": (mark("original"), mark("reconstruction")), "samples": (mark("data"), mark("sample")),
}  # fmt: skip


class PlaneView(Painted):
    """Regions in the colours of their classes, paler where the network is unsure, or values on a scale with two ends.

    Points whose class is not the region's have a ring; generated ones are diamonds.
    """

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(tr("What the network says over a plane"), compact=compact, parent=parent)
        self._plane: Plane | None = None
        self._range = (0.0, 1.0)
        self._wrong = np.zeros(0, bool)
        self._map: QImage | None = None
        self.setMinimumSize(120, 100)
        theme().changed.connect(self._recolor)

    def show_view(self, view: Plane) -> None:
        """Replace map and points."""
        self._plane, self._map = view, None
        self._range = self._value_range(view)
        self._wrong = wrong_side(view) if view.wrong is None else view.wrong
        self.setAccessibleDescription(". ".join(text for text in (view.title, self.summary) if text))
        self.redraw()

    @property
    def summary(self) -> str:
        plane = self._plane
        if plane is None:
            return ""
        if plane.classes and plane.values is not None:
            wrong, total = int(self._wrong.sum()), len(plane.points)
            if self._on_sides:
                return tr("{count:,} of {total:,} points on the wrong side", count=wrong, total=total)
            return tr("{count:,} of {total:,} points misclassified", count=wrong, total=total)
        return tr("{count:,} points", count=len(plane.points))

    @property
    def frame(self) -> Frame:
        """Where the plane lies in the widget."""
        plane = self._plane
        assert plane is not None
        room = QRectF(self.rect()).adjusted(0, 0, -self._legend_room(), 0)
        edges, named = (plane.left, plane.right, plane.bottom, plane.top), any(plane.axes)
        return fitted(room, edges, name_left=named, name_below=named and not self._low, equal=plane.equal)

    @property
    def _low(self) -> bool:
        """Whether there is no height to be given away."""
        return self.height() < _LOW

    def sizeHint(self) -> QSize:
        return QSize(420, 240)

    def tip(self, place: QPointF) -> str:
        plane = self._plane
        if plane is None or not self.frame.area.contains(place):
            return ""
        x, y = self.frame.to_plane(place)
        where = ", ".join(f"{name} {value_text(at)}".strip() for name, at in zip(plane.axes, (x, y), strict=True))
        lines = [where, *self._told(x, y)]
        near = self._near(place)
        if near is not None:
            lines.append(self._point_text(near))
        return "\n".join(lines)

    # --- what is known of a place ---

    def _told(self, x: float, y: float) -> list[str]:
        plane = self._plane
        assert plane is not None
        if plane.values is None:
            return []
        row, column = _cells(plane, np.array([[x, y]]))[0]
        value = float(plane.values[row, column])
        if not plane.classes:
            return [tr("says {what}", what=value_text(value))]
        name = plane.classes[int(value)] if 0 <= value < len(plane.classes) else "–"
        if plane.certainty is None:
            return [tr("says {what}", what=name)]
        return [tr("says {what}, {percent:.1f} % sure", what=name, percent=100 * float(plane.certainty[row, column]))]

    def _near(self, place: QPointF) -> int | None:
        """The point under the pointer."""
        plane = self._plane
        if plane is None or not len(plane.points):
            return None
        away = self.frame.to_view(plane.points) - np.array([place.x(), place.y()])
        distance = np.nan_to_num(np.hypot(away[:, 0], away[:, 1]), nan=np.inf)
        index = int(distance.argmin())
        return index if distance[index] <= _RADIUS + 2 else None

    def _point_text(self, index: int) -> str:
        return tr("point: {what}", what=self._point_label(index))

    def _point_label(self, index: int) -> str:
        """What is known of a point: its class, or its value."""
        plane = self._plane
        assert plane is not None
        label = float(plane.labels[index])
        if plane.classes:
            name = plane.classes[int(label)] if 0 <= label < len(plane.classes) else tr("without a class")
            return f"{name} ({self._wrong_words})" if self._wrong[index] else name
        return self._names()[0] if plane.fakes is not None else value_text(label)

    @property
    def _wrong_words(self) -> str:
        return tr("on the wrong side") if self._on_sides else tr("misclassified")

    @property
    def _on_sides(self) -> bool:
        """Whether points are judged by the region that they lie in."""
        return self._plane is None or self._plane.wrong is None

    def _names(self) -> tuple[str, str]:
        first, second = _NAMES.get(self._plane.name if self._plane is not None else "", (mark("data"), mark("made")))
        return tr(first), tr(second)

    @staticmethod
    def _value_range(view: Plane) -> tuple[float, float]:
        if view.scale is not None:
            return view.scale
        if view.fakes is not None or view.classes or view.values is None:
            return 0.0, 1.0
        return value_range(view.values, view.labels)

    # --- painting ---

    def _recolor(self) -> None:
        self._map = None
        self.redraw()

    def _legend_room(self) -> float:
        """Pixels kept free at the right: none in a small place."""
        if self.width() < 1.3 * self.height() and self.width() < 300:
            return 0.0
        bar = BAR + BAR_TEXT if self._has_bar() else 0.0
        entries = 0.0 if self._compact else min(legend_width(self._entries()), 2 * _LEGEND) + 16
        return bar + entries + 4

    def _has_bar(self) -> bool:
        plane = self._plane
        return plane is not None and plane.values is not None and not plane.classes

    def draw(self, painter: QPainter) -> None:
        plane = self._plane
        if plane is None:
            return
        frame = self.frame
        area = frame.area
        painter.fillRect(area, theme().color("canvas"))
        if plane.values is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._picture(plane))
        frame.paint_ticks(painter, lines=plane.values is None)
        if any(plane.axes):
            frame.paint_names(painter, plane.axes, beside=self._low)
        painter.save()
        painter.setClipRect(area)
        self._paint_lines(painter, area, plane)
        self._paint_points(painter, frame, plane)
        painter.restore()
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        self._paint_beside(painter, area)

    def _picture(self, plane: Plane) -> QImage:
        assert plane.values is not None
        if self._map is None:
            if plane.classes:
                self._map = class_map(plane.values, plane.certainty, len(plane.classes))
            else:
                self._map = value_map(plane.values, *self._range, strength=self._strength())
        return self._map

    def _paint_lines(self, painter: QPainter, area: QRectF, plane: Plane) -> None:
        """Contour lines, thin enough for colours to be seen between them."""
        if plane.values is None:
            return
        color = theme().color("text")
        color.setAlphaF(0.4)
        painter.setPen(QPen(color, 1))
        rows, columns = plane.values.shape
        across, up = area.width() / columns, area.height() / rows
        for level in levels_of(*self._range) if plane.lines is None else plane.lines:
            pieces = contour(plane.values, level) * (across, -up) + (area.left(), area.bottom())
            painter.drawLines([QLineF(*ends) for ends in pieces.reshape(-1, 4).tolist()])

    def _paint_points(self, painter: QPainter, frame: Frame, plane: Plane) -> None:
        step = max(1, -(-len(plane.points) // _MOST))
        places, labels, outline = frame.to_view(plane.points[::step]), plane.labels[::step], theme().color("surface")
        radius = min(_RADIUS, max(2.0, frame.area.height() / _SMALL))
        if plane.classes:
            for index in range(len(plane.classes)):
                paint_marks(painter, places[labels == index], "dot", class_color(index), radius, outline)
            paint_marks(painter, places[self._wrong[::step]], "ring", theme().color("text"), radius + _RING - _RADIUS)
        elif plane.fakes is not None:
            real, made = self._pair()
            paint_marks(painter, places, "dot", real, radius, outline)
            paint_marks(painter, frame.to_view(plane.fakes[:_MOST]), "diamond", made, radius, outline)
        else:
            low, high = self._range
            steps = np.clip(np.nan_to_num((labels - low) / (high - low)) * _STEPS, 0, _STEPS).round()
            for part in np.unique(steps).tolist():
                color = value_color(part / _STEPS, 0.0, 1.0)
                paint_marks(painter, places[steps == part], "dot", color, radius, theme().color("muted"))

    def _pair(self) -> tuple[QColor, QColor]:
        """Colours of points and of those that a network made: the two ends of the scale behind them."""
        return theme().color("val"), theme().color("train")

    def _strength(self) -> float:
        return 1.0 if self._plane is None or self._plane.fakes is None else _BEHIND

    def _entries(self) -> list[Entry]:
        plane = self._plane
        assert plane is not None
        if plane.classes:
            counts = [int((plane.labels == index).sum()) for index in range(len(plane.classes))]
            found = [Entry("dot", class_color(n), name, f"{counts[n]:,}") for n, name in enumerate(plane.classes)]
            if self._wrong.any():
                found.append(Entry("ring", theme().color("text"), self._wrong_words, f"{int(self._wrong.sum()):,}"))
            return found
        if plane.fakes is not None:
            (real, made), (first, second) = self._pair(), self._names()
            shown = Entry("dot", real, first, f"{len(plane.points):,}")
            if not len(plane.fakes):
                return [shown]
            return [shown, Entry("diamond", made, second, f"{len(plane.fakes):,}")]
        return [Entry("ring", theme().color("muted"), tr("points: their true values"))]

    def _paint_beside(self, painter: QPainter, area: QRectF) -> None:
        left = area.right() + 16
        if self._legend_room() == 0:
            return
        if self._has_bar():
            bar = QRectF(left, area.top(), BAR, area.height())
            paint_value_bar(painter, bar, scale_colors(self._strength()), *self._range)
            left += BAR + BAR_TEXT
        if not self._compact:
            room = QRectF(left, area.top(), self.width() - left, area.height())
            paint_legend(painter, room, self._entries(), theme().color("surface"))


def wrong_side(plane: Plane) -> np.ndarray:
    """Which points, bool n, lie where the network says another class than theirs; none where it tells no classes."""
    if not plane.classes or plane.values is None or not len(plane.points):
        return np.zeros(len(plane.points), bool)
    cells = _cells(plane, plane.points)
    return np.asarray(plane.values[cells[:, 0], cells[:, 1]] != plane.labels)


def _cells(plane: Plane, points: np.ndarray) -> np.ndarray:
    """Row and column, n×2, of the cells that hold points n×2."""
    assert plane.values is not None
    rows, columns = plane.values.shape
    points = np.nan_to_num(points.astype(np.float64))
    column = (points[:, 0] - plane.left) / (plane.right - plane.left) * columns
    row = (points[:, 1] - plane.bottom) / (plane.top - plane.bottom) * rows
    return np.stack((np.clip(row, 0, rows - 1), np.clip(column, 0, columns - 1)), 1).astype(np.int64)
