"""Draws a card from its face, with less and less on it the smaller it gets."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from playground.core.graph import Node
from playground.core.infer import NodeFacts
from playground.ui.canvas.card_texts import (
    FAR,
    FAR_NAME,
    PREVIEWS_FROM,
    VERY_FAR,
    paint_port_names,
    paint_texts,
    preview_room,
)
from playground.ui.canvas.face import CardFace, PortFace, card_face
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

KEPT_UP_TO = 1.6  # above this scale so few cards are seen that keeping their pictures would only cost memory
TINTED = 0.3  # how much of its family's colour a card has where its head is too narrow to tell it
CARD = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT)
MARK = QRectF(CARD_WIDTH - 13, -6, 18, 18)
SPARE_RADIUS = 4.5
STACK = ((12.0, -8.0), (6.0, -4.0))  # the cards behind one that stands for a network: narrower, and higher up


def card_box(height: float) -> QRectF:
    return QRectF(0, 0, CARD_WIDTH, height)


def reach(height: float) -> QRectF:
    """What is painted of a card: its shadow, ports with their halo, mark, and the shape under it."""
    return card_box(height).adjusted(-14, -18, 18, 6 + SHAPE_HEIGHT)


def _base_box(height: float) -> QRectF:
    return card_box(height).adjusted(-8, -10, 8, 8)


class Picture(Protocol):
    """What a layer makes of a sample, where there is something to see: ``previews.preview.Preview``."""

    def paint(self, painter: QPainter, room: QRectF, color: QColor) -> None: ...


Rings = tuple[bool, ...]  # for each port of a side: whether it is drawn faintly, as one that needs no link


class Base(NamedTuple):
    """What cards have in common: a picture of it is kept, because painting it anew takes three times as long."""

    family: str | None
    selected: bool
    hovered: bool
    stacked: bool
    height: float
    ports: tuple[Rings, Rings]
    down: bool


def outline_path(height: float = CARD_HEIGHT) -> QPainterPath:
    """The edge of a card."""
    path = QPainterPath()
    path.addRoundedRect(card_box(height), RADIUS, RADIUS)
    return path


def _head() -> QPainterPath:
    strip = QPainterPath()
    strip.addRect(0, 0, CARD_WIDTH, HEAD_HEIGHT)
    return outline_path().intersected(strip)


HEAD = _head()


def paint_card(
    painter: QPainter, face: CardFace, zoom: float, *, selected: bool = False, hovered: bool = False,
    ports: bool = True, preview: Picture | None = None,
) -> None:  # fmt: skip
    """Draw ``face`` with its upper left corner at the origin; ``zoom`` decides how much of it.

    Without ``ports`` these are left out, while they are marked one by one. Without ``preview`` the output's shape is
    drawn in its place.
    """
    at, box = look(), card_box(face.sides.height)
    if zoom < VERY_FAR:
        painter.fillRect(box, at.family(face.family))
        if face.mark:
            painter.fillRect(MARK.adjusted(-14, 0, 0, 14), at.bad if face.mark == "error" else at.warn)
        if selected:
            _outline(painter, box, QPen(at.accent, 2.0 / zoom))
        return
    seen = ports and zoom >= PREVIEWS_FROM
    rings = (_rings(face.sides.inputs), _rings(face.sides.outputs)) if seen else ((), ())
    _base(painter, Base(face.family, selected, hovered, face.stacked, face.sides.height, rings, face.sides.down), zoom)
    if zoom < FAR:
        beside = preview is not None and zoom >= PREVIEWS_FROM
        painter.setPen(at.text)
        shown = elided("far", face.name, CARD_WIDTH - 20.0)
        baseline = FAR_NAME if beside else face.sides.height / 2 + 14
        draw_text(painter, "far", (CARD_WIDTH - width("far", shown)) / 2, baseline, shown)
    else:
        paint_texts(painter, face)
        paint_port_names(painter, face.sides)
    _preview(painter, face, preview, preview_room(face.sides, zoom), zoom)
    if face.mark:
        _mark(painter, at.bad if face.mark == "error" else at.warn, at)


def _preview(painter: QPainter, face: CardFace, preview: Picture | None, room: QRectF, zoom: float) -> None:
    if room.isEmpty():
        return
    if preview is not None:
        preview.paint(painter, room, look().family(face.family))
    elif face.sizes and zoom >= FAR:
        paint_shape_glyph(painter, room, face.sizes, face.family)


def _rings(ports: tuple[PortFace, ...]) -> Rings:
    return tuple(port.spare for port in ports)


def _base(painter: QPainter, base: Base, zoom: float) -> None:
    ratio = painter.device().devicePixelRatio()
    if zoom * ratio > KEPT_UP_TO:
        _paint_base(painter, base, zoom)
        return
    transform = painter.worldTransform()
    corner = transform.map(_base_box(base.height).topLeft())
    painter.resetTransform()  # whole device pixels, so that the picture is copied and not resampled
    place = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
    painter.drawImage(place, _base_picture(theme().name, base, round(zoom, 4), ratio))
    painter.setWorldTransform(transform)


@lru_cache(maxsize=96)
def _base_picture(_theme: str, base: Base, zoom: float, ratio: float) -> QImage:
    scale, box = zoom * ratio, _base_box(base.height)
    size = QSize(ceil(box.width() * scale) + 1, ceil(box.height() * scale) + 1)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-box.topLeft())
    _paint_base(painter, base, zoom)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _paint_base(painter: QPainter, base: Base, zoom: float) -> None:
    at, box = look(), card_box(base.height)
    edge = at.selected if base.selected else at.hovered if base.hovered else at.border
    if base.selected and zoom < 1:  # as thick on the screen as near by: else nobody would see which these are
        edge = QPen(edge.color(), edge.widthF() / max(zoom, VERY_FAR))
    if base.stacked:
        _stack(painter, base, box, at)
    _body(painter, base.family, box, at, zoom)
    if base.family is not None or base.selected:
        _outline(painter, box, edge)
    for rings, output in zip(base.ports, (False, True), strict=True):
        for index, spare in enumerate(rings):
            center = port_offset(index, len(rings), output=output, down=base.down)
            color = at.family_line(base.family)
            if spare:
                paint_port(painter, center, SPARE_RADIUS, color, at.canvas, 1.0)
            else:
                paint_port(painter, center, PORT_RADIUS, color, at.canvas)


def _stack(painter: QPainter, base: Base, box: QRectF, at: CanvasLook) -> None:
    """The edges of more cards behind this one."""
    for inset, up in STACK:
        painter.setPen(at.selected if base.selected else at.border)
        painter.setBrush(at.tint(base.family, 0.42 if inset > STACK[1][0] else 0.7))
        painter.drawRoundedRect(box.adjusted(inset, up, -inset, -box.height() / 2), RADIUS - 2, RADIUS - 2)


def _body(painter: QPainter, family: str | None, box: QRectF, at: CanvasLook, zoom: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if zoom >= FAR:
        for color, grow in zip(at.shadows, (2.5, 1.0), strict=True):
            painter.setBrush(color)
            painter.drawRoundedRect(box.adjusted(-grow, 1 - grow / 2, grow, 1.5 + grow), RADIUS + grow, RADIUS + grow)
    if family is None:
        painter.setPen(at.dashed)
        painter.setBrush(at.canvas)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        return
    painter.setBrush(at.card if zoom >= PREVIEWS_FROM else at.tint(family, TINTED))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.fillPath(HEAD, at.family(family))


def _outline(painter: QPainter, box: QRectF, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, RADIUS, RADIUS)


def _mark(painter: QPainter, color: QColor, at: CanvasLook) -> None:
    painter.setPen(QPen(at.canvas, 2))
    painter.setBrush(color)
    painter.drawEllipse(MARK)
    painter.setPen(QPen(at.on_mark, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    x = MARK.center().x()
    painter.drawLine(QPointF(x, MARK.top() + 4.5), QPointF(x, MARK.top() + 9.5))
    painter.drawPoint(QPointF(x, MARK.top() + 13.2))


def paint_port(
    painter: QPainter, center: QPointF, radius: float, ring: QColor, fill: QColor, thick: float = 2.0
) -> None:
    painter.setPen(QPen(ring, thick))
    painter.setBrush(QBrush(fill))
    painter.drawEllipse(center, radius, radius)


def card_pixmap(node: Node, ratio: float = 1.0) -> QPixmap:
    """The card of a layer that is not on the canvas yet, for the pointer that drags it."""
    face = card_face(node, NodeFacts())
    size = card_box(face.sides.height).adjusted(-8, -8, 8, 8)
    pixmap = QPixmap(int(size.width() * ratio), int(size.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(0.9)
    painter.translate(8, 8)
    paint_card(painter, face, 1.0)
    painter.end()
    return pixmap
