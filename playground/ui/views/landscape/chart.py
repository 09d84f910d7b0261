"""A landscape as a map with contour lines, and the way of training on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF

from playground.core.language import tr
from playground.protocol import LandscapeSeen
from playground.ui.plots.image_grid import to_image
from playground.ui.plots.ticks import value_text
from playground.ui.plots.views.contours import contour
from playground.ui.plots.views.frame import Frame, fitted
from playground.ui.plots.views.painted import Painted
from playground.ui.previews.viridis import colored, colors
from playground.ui.theme import CAPTION, theme
from playground.ui.views.landscape.relief import Relief

_LEVELS = 10
_BAR, _TEXT, _GAP = 12.0, 52.0, 14.0
_NEAR = 8  # pixels around a place of the path in which it is told


class Chart(Painted):
    """Violet is low, yellow is high; the dot is where the weights are now."""

    def __init__(self) -> None:
        super().__init__(tr("The loss as a map over two directions among the weights"))
        self._relief: Relief | None = None
        self._seen: LandscapeSeen | None = None
        self._image: QImage | None = None
        self._lines = np.zeros((0, 2, 2))  # pieces of contours, from x, y to x, y in cells
        self.setMinimumSize(160, 120)

    def show_relief(self, relief: Relief | None, seen: LandscapeSeen | None) -> None:
        self._relief, self._seen = relief, seen
        self._image = None
        if relief is not None:
            self._image = to_image(np.ascontiguousarray(colored(relief.heights, 0.0, 1.0)[::-1]))
            levels = np.linspace(0, 1, _LEVELS + 2)[1:-1].tolist()
            self._lines = np.concatenate([contour(relief.heights, level) for level in levels])
        self.redraw()

    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    @property
    def frame(self) -> Frame:
        assert self._seen is not None
        half = float(self._seen.across[1] - self._seen.across[0]) / 2  # each point is the middle of its cell
        reach = float(self._seen.across[-1]) + half
        room = QRectF(self.rect()).adjusted(0, 0, -(_BAR + _TEXT + _GAP), 0)
        return fitted(room, (-reach, reach, -reach, reach))

    def tip(self, place: QPointF) -> str:
        seen = self._seen
        if seen is None or not self.frame.area.contains(place):
            return ""
        near = self._near(place, seen)
        if near is not None:
            step, value = int(seen.path_steps[near]), value_text(float(seen.path[near, 2]))
            return tr("After step {step:,}: {value}", step=step, value=value)
        x, y = self.frame.to_plane(place)
        loss = float(seen.losses[_nearest(seen.up, y), _nearest(seen.across, x)])
        said = tr("not known yet") if np.isnan(loss) else tr("not finite") if np.isinf(loss) else value_text(loss)
        return tr("{x} across, {y} up: {value}", x=value_text(x), y=value_text(y), value=said)

    def _near(self, place: QPointF, seen: LandscapeSeen) -> int | None:
        if not len(seen.path):
            return None
        away = self.frame.to_view(seen.path[:, :2]) - np.array([place.x(), place.y()])
        distance = np.hypot(away[:, 0], away[:, 1])
        return int(distance.argmin()) if distance.min() <= _NEAR else None

    def draw(self, painter: QPainter) -> None:
        seen, relief = self._seen, self._relief
        if seen is None or relief is None or self._image is None:
            return
        frame = self.frame
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(frame.area, self._image)
        frame.paint_ticks(painter, lines=False)
        painter.save()
        painter.setClipRect(frame.area)
        painter.setPen(QPen(Qt.GlobalColor.white, 0.7))
        painter.setOpacity(0.6)
        cell = float(seen.across[1] - seen.across[0])
        ends = frame.to_view(self._lines.reshape(-1, 2) * cell + frame.left).reshape(-1, 4)
        painter.drawLines([QLineF(*piece) for piece in ends.tolist()])
        painter.setOpacity(1.0)
        self._paint_path(painter, frame.to_view(seen.path[:, :2]))
        painter.restore()
        self._paint_bar(painter, frame.area, relief)

    def _paint_path(self, painter: QPainter, places: np.ndarray) -> None:
        if not len(places):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("bad"), 2))
        painter.drawPolyline(_polygon(places))
        painter.setBrush(theme().color("bad"))
        painter.setPen(Qt.PenStyle.NoPen)
        for x, y in places[:-1].tolist():
            painter.drawEllipse(QPointF(x, y), 2, 2)
        painter.setPen(QPen(theme().color("surface"), 1.5))
        painter.drawEllipse(QPointF(*places[-1].tolist()), 5, 5)

    def _paint_bar(self, painter: QPainter, area: QRectF, relief: Relief) -> None:
        bar = QRectF(area.right() + _GAP, area.top(), _BAR, area.height())
        scale = np.ascontiguousarray(colors()[::-1])
        painter.drawImage(bar, QImage(scale.tobytes(), 1, len(scale), 3, QImage.Format.Format_RGB888))
        painter.setFont(theme().font(CAPTION))
        painter.setPen(theme().color("muted"))
        steps = max(1, int(bar.height() // 44))
        for part in np.linspace(0, 1, steps + 1).tolist():
            y = bar.bottom() - part * bar.height()
            text = value_text(relief.loss_at(part)) + ("+" if part == 1 else "")
            painter.drawText(QRectF(bar.right() + 6, y - 8, _TEXT, 16), Qt.AlignmentFlag.AlignVCenter, text)


def _nearest(line: np.ndarray, value: float) -> int:
    return int(np.abs(line - value).argmin())


def _polygon(places: np.ndarray) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in places.tolist()])
