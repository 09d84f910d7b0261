"""The program's own line icons: one for each family of layers, and those of commands.

SVG files of ``resources/icons``, drawn black on a grid of 16; the black becomes the colour that is asked for. Qt's SVG
module is loaded with the first of them, after the window's first picture.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPaintEngine, QPainter, QPixmap

from playground.core.resources import resource_path

SIZE = 16  # pixels at a scale of 1
_INK = "#000"
_SCALES = (1, 2, 3)
_VECTOR = (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf)


def family_icon(family: str | None, color: QColor) -> QIcon:
    """The sign of a family of layers in ``color``; of a family that is not known, that of shapes unknown: a block."""
    return _icon("family", family or "block", color)


def command_icon(name: str, color: QColor) -> QIcon:
    """The sign of a command, such as "open" or "search". Raises ``FileNotFoundError`` for one that was not drawn."""
    return _icon("command", name, color)


def paint_family_icon(painter: QPainter, room: QRectF, family: str | None, color: QColor) -> None:
    """The family's sign in ``room`` (square) of the painter, sharp at its scale; cheap enough for a thousand cards."""
    paint_icon(painter, room, "family", family or "block", color)


def paint_icon(painter: QPainter, room: QRectF, kind: str, name: str, color: QColor) -> None:
    """The icon ``name`` of the folder ``kind`` in ``room`` (square) of the painter, sharp at its scale."""
    if painter.paintEngine().type() in _VECTOR:
        _paint_lines(painter, room, kind, name, color)
        return
    transform, ratio = painter.worldTransform(), painter.device().devicePixelRatio()
    pixels = max(1, round(room.width() * transform.m11() * ratio))
    image = _image(kind, name, color.rgba(), pixels)
    corner = transform.map(room.topLeft())
    painter.save()
    painter.resetTransform()  # whole device pixels: copied, not resampled
    place = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
    painter.drawImage(QRectF(place.x(), place.y(), pixels / ratio, pixels / ratio), image)
    painter.restore()


def _icon(kind: str, name: str, color: QColor) -> QIcon:
    icon = QIcon()
    for scale in _SCALES:
        pixmap = QPixmap.fromImage(_image(kind, name, color.rgba(), SIZE * scale))
        pixmap.setDevicePixelRatio(scale)
        icon.addPixmap(pixmap)
    return icon


def _paint_lines(painter: QPainter, room: QRectF, kind: str, name: str, color: QColor) -> None:
    """The icon as lines, for files that are sharp at any size."""
    from PySide6.QtSvg import QSvgRenderer

    source = _source(kind, name).replace(_INK, color.name())
    QSvgRenderer(QByteArray(source.encode())).render(painter, room)


@lru_cache(maxsize=512)
def _image(kind: str, name: str, rgba: int, pixels: int) -> QImage:
    from PySide6.QtSvg import QSvgRenderer

    color = QColor.fromRgba(rgba)
    # before there is a painter, which must not be left open where there is no such file
    source = _source(kind, name).replace(_INK, color.name())
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(color.alphaF())
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    return image


@cache
def _source(kind: str, name: str) -> str:
    return resource_path("icons", kind, f"{name}.svg").read_text(encoding="utf-8")
