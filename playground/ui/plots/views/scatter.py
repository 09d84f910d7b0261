"""Points in a plane of two numbers: codes of a network by class, or what it predicts against the truth."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.core.language import tr
from playground.protocol import Scatter
from playground.ui.data.figures import class_color
from playground.ui.plots.ticks import value_text
from playground.ui.plots.views.frame import Frame, around, fitted
from playground.ui.plots.views.marks import ROW, Entry, legend_width, paint_legend, paint_marks
from playground.ui.plots.views.painted import Painted
from playground.ui.plots.views.value_bar import BAR, BAR_TEXT, paint_value_bar
from playground.ui.previews.viridis import colored, colors as scale
from playground.ui.theme import CAPTION, theme

_RADIUS, _SMALL, _CROWD = 3.5, 2.5, 600  # from so many points on they are small
_WIDEST_LEGEND = 240.0
_STEPS = 24  # colours of values: about as many as the eye tells apart


class ScatterView(Painted):
    """One scale for both axes; ``diagonal`` draws the line on which both numbers are equal."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(tr("Points"), compact=compact, parent=parent)
        self._scatter: Scatter | None = None
        self.setMinimumSize(120, 100)

    def show_view(self, view: Scatter) -> None:
        """Replace all points."""
        self._scatter = view
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(self.summary)
        self.redraw()

    @property
    def summary(self) -> str:
        scatter = self._scatter
        if scatter is None:
            return ""
        lost = int((~np.isfinite(scatter.points).all(1)).sum())
        if lost:
            return tr("{count:,} points, {lost:,} not finite", count=len(scatter.points), lost=lost)
        return tr("{count:,} points", count=len(scatter.points))

    @property
    def frame(self) -> Frame:
        """Where the points lie in the widget."""
        scatter = self._scatter
        assert scatter is not None
        room = QRectF(self.rect()).adjusted(0, 0, -self._legend_room(), 0)
        bounds = around(scatter.points, square=scatter.diagonal)
        return fitted(room, bounds, name_left=True, name_below=not self._beside())

    def sizeHint(self) -> QSize:
        return QSize(420, 240)

    def tip(self, place: QPointF) -> str:
        scatter = self._scatter
        if scatter is None or not len(scatter.points) or not self.frame.area.contains(place):
            return ""
        away = self.frame.to_view(scatter.points) - np.array([place.x(), place.y()])
        distance = np.nan_to_num(np.hypot(away[:, 0], away[:, 1]), nan=np.inf)
        index = int(distance.argmin())
        if distance[index] > _RADIUS + 2:
            return ""
        lines = [
            f"{axis} {value_text(float(value))}".strip()
            for axis, value in zip(scatter.axes, scatter.points[index], strict=True)
        ]
        label = int(scatter.labels[index])
        named = [scatter.classes[label]] if 0 <= label < len(scatter.classes) else []
        if scatter.values is not None:
            named = [f"{scatter.value_name} {value_text(float(scatter.values[index]))}".strip()]
        return "\n".join([*named, *lines])

    def _legend_room(self) -> float:
        entries = self._entries()
        if self._compact or self.width() < 300:
            return 0.0
        if self.value_range is not None:
            return BAR + BAR_TEXT + 20
        name = QFontMetricsF(theme().font(CAPTION)).horizontalAdvance(self._scatter.axes[0]) if self._scatter else 0.0
        return min(max(legend_width(entries), name), _WIDEST_LEGEND) + 24

    @property
    def value_range(self) -> tuple[float, float] | None:
        """The ends of the scale of values; None where points have the colours of classes, or all have one value."""
        values = self._scatter.values if self._scatter is not None else None
        sound = values[np.isfinite(values)] if values is not None else np.zeros(0)
        ends = (float(sound.min()), float(sound.max())) if len(sound) else (0.0, 0.0)
        return ends if ends[1] > ends[0] else None

    def _beside(self) -> bool:
        """Whether the lower axis has its name beside it: there is room at the right, and height is dear."""
        return self._legend_room() > 0

    def _groups(self) -> list[tuple[int, str, QColor]]:
        """Number, name and colour of the classes that are there; points without a class are −1."""
        scatter = self._scatter
        assert scatter is not None
        found = [(n, name, class_color(n)) for n, name in enumerate(scatter.classes)]
        if not scatter.classes or (scatter.labels < 0).any():
            found.insert(0, (-1, "", theme().color("accent")))
        return found

    def _entries(self) -> list[Entry]:
        scatter = self._scatter
        assert scatter is not None
        entries = [
            Entry("dot", color, name, f"{int((scatter.labels == n).sum()):,}")
            for n, name, color in self._groups() if n >= 0
        ]  # fmt: skip
        if scatter.diagonal:
            entries.append(Entry("dashes", theme().color("muted"), tr("both equal")))
        return entries

    def draw(self, painter: QPainter) -> None:
        scatter = self._scatter
        if scatter is None:
            return
        frame = self.frame
        area = frame.area
        painter.fillRect(area, theme().color("canvas"))
        frame.paint_ticks(painter, lines=True)
        frame.paint_names(painter, scatter.axes, beside=self._beside())
        painter.save()
        painter.setClipRect(area)
        if scatter.diagonal:
            pen = QPen(theme().color("muted"), 1.5)
            pen.setDashPattern([3, 3])
            painter.setPen(pen)
            ends = frame.to_view(np.array([[frame.left] * 2, [frame.right] * 2]))
            painter.drawLine(QPointF(*ends[0]), QPointF(*ends[1]))
        self._paint_points(painter, frame, scatter)
        painter.restore()
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        if self._legend_room():
            left = area.right() + 16
            room = QRectF(left, area.top(), self.width() - left, area.height())
            self._paint_beside(painter, room)

    def _paint_points(self, painter: QPainter, frame: Frame, scatter: Scatter) -> None:
        radius = _SMALL if len(scatter.points) > _CROWD or frame.area.height() < 130 else _RADIUS
        places, outline = frame.to_view(scatter.points), theme().color("surface")
        ends = self.value_range
        if ends is not None and scatter.values is not None:
            parts = (scatter.values - ends[0]) / (ends[1] - ends[0])
            steps = np.where(np.isfinite(parts), np.round(np.nan_to_num(parts) * _STEPS), -1)
            for step in np.unique(steps).tolist():
                color = QColor(*colored(np.array([step / _STEPS]), 0.0, 1.0)[0].tolist())
                paint_marks(painter, places[steps == step], "dot", color if step >= 0 else outline, radius, outline)
            return
        for number, _, color in self._groups():
            chosen = places if not scatter.classes else places[scatter.labels == number]
            paint_marks(painter, chosen, "dot", color, radius, outline)

    def _paint_beside(self, painter: QPainter, room: QRectF) -> None:
        """The legend, or the scale with its name over it."""
        ends = self.value_range
        if ends is None or self._scatter is None:
            paint_legend(painter, room, self._entries(), theme().color("surface"))
            return
        painter.setFont(theme().font(CAPTION))
        painter.setPen(theme().color("muted"))
        name = QFontMetricsF(painter.font()).elidedText(
            self._scatter.value_name, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(QRectF(room.left(), room.top(), room.width(), ROW), Qt.AlignmentFlag.AlignVCenter, name)
        top = ROW + 4 if name else 0
        bar = QRectF(room.left(), room.top() + top, BAR, max(1.0, room.height() - top))
        paint_value_bar(painter, bar, scale(), *ends)
