"""The whole network, small, in the corner of the canvas: click or drag to look elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from playground.core.language import tr
from playground.ui.canvas.geometry import RADIUS
from playground.ui.canvas.look import look, shade
from playground.ui.canvas.navigation import Navigator
from playground.ui.canvas.scene import CanvasScene
from playground.ui.theme import theme

SIZE = QSize(144, 84)
SMALLEST_CANVAS = QSize(480, 320)
EDGE = 10.0
REST_MS = 150


class Minimap(QWidget):
    """Hidden while all of the network is in view, and on a small canvas."""

    def __init__(self, parent: QWidget, scene: CanvasScene, navigator: Navigator) -> None:
        super().__init__(parent)
        self._canvas, self._scene, self._navigator = parent, scene, navigator
        self.resize(SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Overview of the network"))
        self._picture: QPixmap | None = None
        self._later = QTimer(self, singleShot=True, interval=REST_MS)  # not for each step of a drag
        self._later.timeout.connect(self._redraw)
        scene.places_changed.connect(self._on_places)
        navigator.moved.connect(self.refresh)
        theme().changed.connect(self._redraw)
        self.hide()
        self._redraw()

    def _on_places(self) -> None:
        if self._scene.moving:
            self._later.start()
        else:
            self._later.stop()
            self._redraw()

    def _redraw(self) -> None:
        self._picture, self._content = None, self._scene.content_rect()
        self._world = self._frame(self._content)
        self.refresh()

    def refresh(self) -> None:
        """Show or hide, and show what is in view."""
        size, content = self._canvas.size(), self._content
        large = size.width() >= SMALLEST_CANVAS.width() and size.height() >= SMALLEST_CANVAS.height()
        self.setVisible(large and not content.isEmpty() and not self._navigator.visible.contains(content))
        self.move(size.width() - self.width() - 16, size.height() - self.height() - 12)
        self.update()

    def _frame(self, content: QRectF) -> QRectF:
        """What the map shows: the network, in the map's proportions."""
        inner_width, inner_height = self.width() - 2 * EDGE, self.height() - 2 * EDGE
        scale = max(content.width() / inner_width, content.height() / inner_height, 4.0)
        world = QRectF(0, 0, self.width() * scale, self.height() * scale)
        world.moveCenter(content.center())
        return world

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self._draw_network()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._picture)
        at, world = look(), self._world
        scale = self.width() / world.width()
        seen = self._navigator.visible
        place = (seen.topLeft() - world.topLeft()) * scale
        painter.setPen(QPen(at.accent, 1))
        painter.setBrush(shade(at.accent, 0.08))
        window = QRectF(place.x(), place.y(), seen.width() * scale, seen.height() * scale)
        painter.drawRoundedRect(window.intersected(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)), 3, 3)
        painter.end()

    def _draw_network(self) -> QPixmap:
        """The part that stays while one looks around and edits parameters."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at, world = look(), self._world
        scale = self.width() / world.width()
        painter.setPen(QPen(at.line, 1))
        painter.setBrush(at.raised)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, RADIUS - 2, RADIUS - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        for item in self._scene.nodes.values():
            box = item.rect
            place = (box.topLeft() - world.topLeft()) * scale
            painter.setBrush(at.family(item.face.family))
            painter.drawRoundedRect(QRectF(place.x(), place.y(), box.width() * scale, box.height() * scale), 1.5, 1.5)
        painter.end()
        return picture

    def _look_at(self, point: QPointF) -> None:
        world = self._world
        self._navigator.center_on(world.topLeft() + point * (world.width() / self.width()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._look_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look_at(event.position())
