"""A landscape as a surface seen from above and aside: turned by dragging, with the way of training on it."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF, QWheelEvent

from playground.core.language import tr
from playground.ui.plots.views.painted import Painted
from playground.ui.previews.viridis import colored
from playground.ui.theme import CAPTION, theme
from playground.ui.views.landscape.relief import Relief

_YAW, _PITCH, _ZOOM = -0.65, 0.85, 1.0
_FLATTEST, _STEEPEST = 0.15, pi / 2
_NEAREST, _FURTHEST = 3.0, 0.5
_TALL = 0.8  # the height of the highest point, where the surface reaches from -1 to 1
_ABOVE = 0.02  # the path lies so far over the surface that it is not half inside
_STEP = 0.1  # radians for an arrow key
_SHADE = 0.35  # of the light that steep places lose


class Hill(Painted):
    """Drawn far to near, so that what is near covers what is behind it."""

    def __init__(self) -> None:
        super().__init__(tr("The loss as a surface over two directions among the weights"))
        self._relief: Relief | None = None
        self._yaw, self._pitch, self._zoom = _YAW, _PITCH, _ZOOM
        self._held: QPointF | None = None
        self.setMinimumSize(160, 120)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(tr("Drag to turn, scroll to zoom, double-click to see it as at first"))

    def show_relief(self, relief: Relief | None) -> None:
        self._relief = relief
        self.redraw()

    def sizeHint(self) -> QSize:
        return QSize(420, 240)

    # --- turning ---

    def turn(self, yaw: float, pitch: float) -> None:
        """By so many radians."""
        self._yaw += yaw
        self._pitch = min(max(self._pitch + pitch, _FLATTEST), _STEEPEST)
        self.redraw()

    def reset(self) -> None:
        self._yaw, self._pitch, self._zoom = _YAW, _PITCH, _ZOOM
        self.redraw()

    @property
    def angles(self) -> tuple[float, float]:
        """Yaw and pitch in radians."""
        return self._yaw, self._pitch

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            super().mouseMoveEvent(event)
            return
        moved, self._held = event.position() - self._held, event.position()
        self.turn(moved.x() / 120, moved.y() / 120)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.reset()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom = min(max(self._zoom * 1.0015 ** event.angleDelta().y(), _FURTHEST), _NEAREST)
        self.redraw()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turns = {
            Qt.Key.Key_Left: (-_STEP, 0.0), Qt.Key.Key_Right: (_STEP, 0.0),
            Qt.Key.Key_Up: (0.0, _STEP), Qt.Key.Key_Down: (0.0, -_STEP),
        }  # fmt: skip
        turn = turns.get(Qt.Key(event.key()))
        if turn is None:
            super().keyPressEvent(event)
        else:
            self.turn(*turn)

    # --- painting ---

    def seen_at(self, points: np.ndarray) -> np.ndarray:
        """Pixels and depth, n×3 (further is larger), of points n×3 with −1…1 across and up and 0…1 high."""
        across, up, high = points[:, 0], points[:, 1], (points[:, 2] - 0.5) * _TALL
        turned = across * cos(self._yaw) - up * sin(self._yaw)
        away = across * sin(self._yaw) + up * cos(self._yaw)
        scale = self._zoom * min(self.width() / 2.9, self.height() / 2.8)
        y = away * sin(self._pitch) + high * cos(self._pitch)
        depth = away * cos(self._pitch) - high * sin(self._pitch)
        return np.stack((self.width() / 2 + scale * turned, self.height() / 2 - scale * y, depth), 1)

    def draw(self, painter: QPainter) -> None:
        if self._relief is None:
            return
        self._paint_surface(painter, self._relief)
        self._paint_path(painter, self._relief)

    def _paint_surface(self, painter: QPainter, relief: Relief) -> None:
        size = len(relief.heights)
        line = np.linspace(-1, 1, size)
        across, up = np.meshgrid(line, line)
        places = self.seen_at(np.stack((across, up, relief.heights), 2).reshape(-1, 3)).reshape(size, size, 3)
        corners = np.stack((places[:-1, :-1], places[:-1, 1:], places[1:, 1:], places[1:, :-1]), 2).reshape(-1, 4, 3)
        heights = relief.heights
        middle = (heights[:-1, :-1] + heights[:-1, 1:] + heights[1:, 1:] + heights[1:, :-1]) / 4
        slope = (heights[1:, 1:] - heights[:-1, :-1]) * size / 8  # light comes from one side
        light = 1 - _SHADE * np.clip(slope, 0, 1)
        colors = (colored(middle, 0.0, 1.0) * light[..., None]).astype(np.uint8).reshape(-1, 3)
        for number in np.argsort(-corners[:, :, 2].mean(1)):
            color = QColor(*colors[number].tolist())
            painter.setPen(QPen(color, 0.8))  # so that no ground shines through between two faces
            painter.setBrush(color)
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y, _ in corners[number].tolist()]))

    def _paint_path(self, painter: QPainter, relief: Relief) -> None:
        if not len(relief.path):
            return
        inside = np.abs(relief.path[:, :2]).max(1) <= 1
        places = self.seen_at(relief.path + np.array([0, 0, _ABOVE]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("bad"), 2))
        for number in range(len(places) - 1):
            if inside[number] and inside[number + 1]:
                painter.drawLine(QPointF(*places[number, :2].tolist()), QPointF(*places[number + 1, :2].tolist()))
        painter.setPen(QPen(theme().color("surface"), 1.5))
        painter.setBrush(theme().color("bad"))
        if inside[-1]:
            painter.drawEllipse(QPointF(*places[-1, :2].tolist()), 5, 5)
        else:
            painter.setPen(theme().color("muted"))
            painter.setFont(theme().font(CAPTION))
            painter.drawText(
                self.rect().adjusted(8, 6, -8, -6), Qt.AlignmentFlag.AlignTop, tr("The weights of now lie outside.")
            )
