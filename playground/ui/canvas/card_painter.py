"""Draws a card from its face, with less and less on it the smaller it gets."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from playground.core.graph import Node
from playground.core.infer import NodeFacts
from playground.ui.canvas.face import CardFace, PortFace, Sides, card_face
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
from playground.ui.drawn_icons import paint_family_icon
from playground.ui.theme import theme

# Below these zooms: the name, large, above the preview; name and colour, no ports; only the colour.
FAR, PREVIEWS_FROM, VERY_FAR = 0.58, 0.36, 0.22
KEPT_UP_TO = 1.6  # above this scale so few cards are seen that keeping their pictures would only cost memory
TINTED = 0.3  # how much of its family's colour a card has where its head is too narrow to tell it
CARD = QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT)
EDGE = 12.0  # from the card's side to what is written on it
PREVIEW = QRectF(EDGE, 58, CARD_WIDTH - 2 * EDGE, 34)
FAR_PREVIEW, FAR_NAME = QRectF(EDGE, 46, CARD_WIDTH - 2 * EDGE, 50), 36.0  # and the baseline of the name over it
NARROWEST_PREVIEW, PORT_TEXT = 44.0, 62.0  # least width of a preview, most of a port's name
MARK = QRectF(CARD_WIDTH - 13, -6, 18, 18)
SPARE_RADIUS = 4.5
NAME_SIGN = 18.0  # of the card's width, for the sign of its family before its name
STACK = ((12.0, -8.0), (6.0, -4.0))  # the cards behind one that stands for a network: narrower, and higher up


def card_box(height: float) -> QRectF:
    return QRectF(0, 0, CARD_WIDTH, height)


def reach(height: float) -> QRectF:
    """What is painted of a card: its shadow, ports with their halo, mark, and the shape under it."""
    return card_box(height).adjusted(-14, -14, 14, 6 + SHAPE_HEIGHT)


def _base_box(height: float) -> QRectF:
    return card_box(height).adjusted(-8, -10, 8, 5)


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
    _base(painter, Base(face.family, selected, hovered, face.stacked, face.sides.height, rings), zoom)
    if zoom < FAR:
        beside = preview is not None and zoom >= PREVIEWS_FROM
        painter.setPen(at.text)
        shown = elided("far", face.name, CARD_WIDTH - 20.0)
        baseline = FAR_NAME if beside else face.sides.height / 2 + 14
        draw_text(painter, "far", (CARD_WIDTH - width("far", shown)) / 2, baseline, shown)
    else:
        _texts(painter, face, at)
        _port_texts(painter, face.sides, at)
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


def _port_names(ports: tuple[PortFace, ...]) -> list[str]:
    """What is written at them: nothing at a single one."""
    return [elided("port", port.title, PORT_TEXT) for port in ports] if len(ports) > 1 else []


def _port_texts(painter: QPainter, sides: Sides, at: CanvasLook) -> None:
    painter.setPen(at.muted)
    for ports, output in ((sides.inputs, False), (sides.outputs, True)):
        for index, text in enumerate(_port_names(ports)):
            x = CARD_WIDTH - EDGE - width("port", text) if output else EDGE
            draw_text(painter, "port", x, port_offset(index, len(ports), output=output).y() + 3.5, text)


def preview_room(sides: Sides, zoom: float) -> QRectF:
    """Where the preview is at ``zoom``: between the names of several ports. Empty where there is no room for it."""
    if zoom < FAR:
        return FAR_PREVIEW if zoom >= PREVIEWS_FROM else QRectF()
    left, right = (max((width("port", text) + 10 for text in _port_names(ports)), default=0.0)
                   for ports in (sides.inputs, sides.outputs))  # fmt: skip
    room = PREVIEW.adjusted(left, 0, -right, 0)
    return room if room.width() >= NARROWEST_PREVIEW else QRectF()


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
    if base.stacked:
        _stack(painter, base, box, at)
    _body(painter, base.family, box, at, zoom)
    if base.family is not None or base.selected:
        _outline(painter, box, edge)
    for rings, output in zip(base.ports, (False, True), strict=True):
        for index, spare in enumerate(rings):
            center = port_offset(index, len(rings), output=output)
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


def _texts(painter: QPainter, face: CardFace, at: CanvasLook) -> None:
    room = CARD_WIDTH - 24.0
    counted = width("count", face.count) + 8 if face.count else 0.0
    painter.setPen(at.text)
    sign = NAME_SIGN if width("name", face.name) <= room - counted - NAME_SIGN else 0.0  # the name is worth more
    draw_text(painter, "name", EDGE + sign, 30, elided("name", face.name, room - counted))
    if sign:
        paint_family_icon(painter, QRectF(EDGE - 1, 19, 14, 14), face.family, at.family_line(face.family))
    painter.setPen(at.muted)
    if face.caption:
        draw_text(painter, "caption", 12, 48, elided("caption", face.caption, room))
    if face.count:
        draw_text(painter, "count", CARD_WIDTH - 4 - counted, 30, face.count)
    if face.shape:
        shown = elided("shape", face.shape, CARD_WIDTH + 20.0)
        draw_text(painter, "shape", (CARD_WIDTH - width("shape", shown)) / 2, face.sides.height + 17, shown)


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
