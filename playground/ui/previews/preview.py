"""The preview on one card: drawn once for a sight, a zoom and a theme, then copied."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from playground.protocol import LayerSeen
from playground.ui.previews.figures import Ground, draw
from playground.ui.previews.tiles import alike
from playground.ui.theme import theme


class Preview:
    """Of one sight; another sight has another preview."""

    def __init__(self, seen: LayerSeen) -> None:
        self.seen = seen
        self._key: tuple[object, ...] = ()
        self._picture = QImage()
        self.drawn = 0  # how often

    def shows(self, seen: LayerSeen) -> bool:
        """Whether ``seen`` would look the same."""
        return alike(self.seen, seen)

    def paint(self, painter: QPainter, room: QRectF, color: QColor) -> None:
        """Into ``room`` of a painter that is zoomed and moved, not turned; on whole pixels, so that it stays sharp."""
        ratio, transform = painter.device().devicePixelRatio(), painter.worldTransform()
        picture = self._at(room, transform.m11(), ratio, color)
        corner = transform.map(room.topLeft())
        painter.resetTransform()
        painter.drawImage(QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio), picture)
        painter.setWorldTransform(transform)

    def _at(self, room: QRectF, zoom: float, ratio: float, color: QColor) -> QImage:
        """The picture for a screen of ``ratio`` pixels for each of Qt's, which copies it pixel for pixel."""
        key = (theme().name, room.width(), room.height(), round(zoom, 4), ratio, color.rgb())
        if key != self._key:
            self._picture = rendered(self.seen, room.width(), room.height(), zoom * ratio, color)
            self._picture.setDevicePixelRatio(ratio)
            self._key = key
            self.drawn += 1
        return self._picture


def rendered(seen: LayerSeen, width: float, height: float, scale: float, color: QColor) -> QImage:
    """A picture of ``width`` × ``height`` units with ``scale`` pixels for each."""
    picture = QImage(
        max(1, ceil(width * scale)), max(1, ceil(height * scale)), QImage.Format.Format_ARGB32_Premultiplied
    )
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    draw(Ground(painter, width, height, scale, color), seen)
    painter.end()
    return picture
