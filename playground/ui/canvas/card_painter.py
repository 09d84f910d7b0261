"""Draws a card from its face, with less and less on it the smaller it gets."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from playground.core.graph import Node
from playground.core.infer import NodeFacts
from playground.ui.canvas.face import CardFace, card_face
from playground.ui.canvas.geometry import (
    CARD_HEIGHT,
    CARD_WIDTH,
    HEAD_HEIGHT,
    PORT_RADIUS,
    RADIUS,
    SHAPE_HEIGHT,
    port_offset,
)
from playground.ui.canvas.look import CanvasLook, draw_text, elided, look, width
from playground.ui.canvas.shape_glyph import paint_shape_glyph
from playground.ui.theme import theme

FAR, VERY_FAR = 0.58, 0.22  # below these zooms: only the name, large; only the colours
KEPT_UP_TO = 1.6  # above this scale so few cards are seen that keeping their pictures would only cost memory
CARD = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT)
PREVIEW = QRectF(12, 58, CARD_WIDTH - 24, 34)
MARK = QRectF(CARD_WIDTH - 13, -6, 18, 18)
BASE = CARD.adjusted(-8, -4, 8, 5)  # with its shadow and ports
# What is painted of a card: its shadow, ports with their halo, mark, and the shape under it.
REACH = CARD.adjusted(-14, -14, 14, 6 + SHAPE_HEIGHT)


class Base(NamedTuple):
    """What cards have in common: a picture of it is kept, because painting it anew takes three times as long."""

    family: str | None
    selected: bool
    hovered: bool
    ports: tuple[int, int]


def outline_path() -> QPainterPath:
    """The edge of a card."""
    path = QPainterPath()
    path.addRoundedRect(CARD, RADIUS, RADIUS)
    return path


def _head() -> QPainterPath:
    strip = QPainterPath()
    strip.addRect(0, 0, CARD_WIDTH, HEAD_HEIGHT)
    return outline_path().intersected(strip)


HEAD = _head()


def paint_card(
    painter: QPainter, face: CardFace, zoom: float, *, selected: bool = False, hovered: bool = False,
    ports: tuple[int, int] = (0, 0),
) -> None:  # fmt: skip
    """Draw ``face`` with its upper left corner at the origin; ``zoom`` decides how much of it.

    ``ports``: how many inputs and outputs to draw, none while they are marked one by one.
    """
    at = look()
    if zoom < VERY_FAR:
        painter.fillRect(CARD, at.family(face.family))
        if face.mark:
            painter.fillRect(MARK.adjusted(-14, 0, 0, 14), at.bad if face.mark == "error" else at.warn)
        if selected:
            _outline(painter, QPen(at.accent, 2.0 / zoom))
        return
    _base(painter, Base(face.family, selected, hovered, ports), zoom)
    if zoom < FAR:
        painter.setPen(at.text)
        shown = elided("far", face.name, CARD_WIDTH - 20.0)
        draw_text(painter, "far", (CARD_WIDTH - width("far", shown)) / 2, 66, shown)
    else:
        _texts(painter, face, at)
        if face.sizes:
            paint_shape_glyph(painter, PREVIEW, face.sizes, face.family)
    if face.mark:
        _mark(painter, at.bad if face.mark == "error" else at.warn, at)


def _base(painter: QPainter, base: Base, zoom: float) -> None:
    ratio = painter.device().devicePixelRatio()
    if zoom * ratio > KEPT_UP_TO:
        _paint_base(painter, base, zoom)
        return
    transform = painter.worldTransform()
    corner = transform.map(BASE.topLeft())
    painter.resetTransform()  # whole device pixels, so that the picture is copied and not resampled
    place = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
    painter.drawImage(place, _base_picture(theme().name, base, round(zoom, 4), ratio))
    painter.setWorldTransform(transform)


@lru_cache(maxsize=48)
def _base_picture(_theme: str, base: Base, zoom: float, ratio: float) -> QImage:
    scale = zoom * ratio
    size = QSize(ceil(BASE.width() * scale) + 1, ceil(BASE.height() * scale) + 1)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-BASE.topLeft())
    _paint_base(painter, base, zoom)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _paint_base(painter: QPainter, base: Base, zoom: float) -> None:
    at = look()
    _body(painter, base.family, at, zoom)
    if base.family is not None or base.selected:
        _outline(painter, at.selected if base.selected else at.hovered if base.hovered else at.border)
    for count, output in zip(base.ports, (False, True), strict=True):
        for index in range(count):
            center = port_offset(index, count, output=output)
            paint_port(painter, center, PORT_RADIUS, at.family(base.family), at.canvas)


def _body(painter: QPainter, family: str | None, at: CanvasLook, zoom: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if zoom >= FAR:
        for color, grow in zip(at.shadows, (2.5, 1.0), strict=True):
            painter.setBrush(color)
            painter.drawRoundedRect(CARD.adjusted(-grow, 1 - grow / 2, grow, 1.5 + grow), RADIUS + grow, RADIUS + grow)
    if family is None:
        painter.setPen(at.dashed)
        painter.setBrush(at.canvas)
        painter.drawRoundedRect(CARD, RADIUS, RADIUS)
        return
    painter.setBrush(at.card)
    painter.drawRoundedRect(CARD, RADIUS, RADIUS)
    painter.fillPath(HEAD, at.family(family))


def _outline(painter: QPainter, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(CARD, RADIUS, RADIUS)


def _texts(painter: QPainter, face: CardFace, at: CanvasLook) -> None:
    room = CARD_WIDTH - 24.0
    counted = width("count", face.count) + 8 if face.count else 0.0
    painter.setPen(at.text)
    draw_text(painter, "name", 12, 30, elided("name", face.name, room - counted))
    painter.setPen(at.muted)
    if face.caption:
        draw_text(painter, "caption", 12, 48, elided("caption", face.caption, room))
    if face.count:
        draw_text(painter, "count", CARD_WIDTH - 4 - counted, 30, face.count)
    if face.shape:
        shown = elided("shape", face.shape, CARD_WIDTH + 20.0)
        draw_text(painter, "shape", (CARD_WIDTH - width("shape", shown)) / 2, CARD_HEIGHT + 17, shown)


def _mark(painter: QPainter, color: QColor, at: CanvasLook) -> None:
    painter.setPen(QPen(at.canvas, 2))
    painter.setBrush(color)
    painter.drawEllipse(MARK)
    painter.setPen(QPen(at.on_mark, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    x = MARK.center().x()
    painter.drawLine(QPointF(x, MARK.top() + 4.5), QPointF(x, MARK.top() + 9.5))
    painter.drawPoint(QPointF(x, MARK.top() + 13.2))


def paint_port(painter: QPainter, center: QPointF, radius: float, ring: QColor, fill: QColor) -> None:
    painter.setPen(QPen(ring, 2))
    painter.setBrush(QBrush(fill))
    painter.drawEllipse(center, radius, radius)


def card_pixmap(node: Node, ratio: float = 1.0) -> QPixmap:
    """The card of a layer that is not on the canvas yet, for the pointer that drags it."""
    kind = node.kind
    size = CARD.adjusted(-8, -8, 8, 8)
    pixmap = QPixmap(int(size.width() * ratio), int(size.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(0.9)
    painter.translate(8, 8)
    ports = (len(kind.inputs), len(kind.outputs)) if kind else (0, 0)
    paint_card(painter, card_face(node, NodeFacts()), 1.0, ports=ports)
    painter.end()
    return pixmap
