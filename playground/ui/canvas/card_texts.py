"""What is written on a card, and the room that this leaves for its preview."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from playground.ui.canvas.face import CardFace, PortFace, Sides
from playground.ui.canvas.geometry import CARD_WIDTH, port_offset
from playground.ui.canvas.look import draw_text, elided, look, width
from playground.ui.drawn_icons import paint_family_icon

# Below these zooms: the name, large, above the preview; name and colour, no ports; only the colour.
FAR, PREVIEWS_FROM, VERY_FAR = 0.58, 0.36, 0.17
EDGE = 12.0  # from the card's side to what is written on it
PREVIEW = QRectF(EDGE, 58, CARD_WIDTH - 2 * EDGE, 34)
FAR_PREVIEW, FAR_NAME = QRectF(EDGE, 46, CARD_WIDTH - 2 * EDGE, 50), 36.0  # and the baseline of the name over it
NARROWEST_PREVIEW, PORT_TEXT = 44.0, 62.0  # least width of a preview, most of a port's name
NAME_SIGN = 18.0  # of the card's width, for the sign of its family before its name
# Where data flow downwards: from a link to what is written beside it, the least room for a name, and the baselines of
# names from the card's edges.
BESIDE_LINK, NARROWEST_NAME, OVER_EDGE, UNDER_EDGE = 9.0, 18.0, 7.0, 15.0


def preview_room(sides: Sides, zoom: float) -> QRectF:
    """Where the preview is at ``zoom``: between the names of several ports. Empty where there is no room for it."""
    if zoom < FAR:
        return FAR_PREVIEW if zoom >= PREVIEWS_FROM else QRectF()
    left, right = (max((width("port", text) + 10 for text in _port_names(ports)), default=0.0)
                   for ports in (() if sides.down else sides.inputs, () if sides.down else sides.outputs))  # fmt: skip
    room = PREVIEW.adjusted(left, 0, -right, 0)
    return room if room.width() >= NARROWEST_PREVIEW else QRectF()


def paint_texts(painter: QPainter, face: CardFace) -> None:
    """Name, caption, number of parameters, and the shape under the card."""
    at = look()
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
        _shape_text(painter, face)


def _shape_text(painter: QPainter, face: CardFace) -> None:
    """Under the card; right of the link that leaves there where data flow downwards, none among several."""
    sides = face.sides
    if not sides.down or not sides.outputs:
        shown = elided("shape", face.shape, CARD_WIDTH + 20.0)
        draw_text(painter, "shape", (CARD_WIDTH - width("shape", shown)) / 2, sides.height + 17, shown)
    elif len(sides.outputs) == 1:
        room = CARD_WIDTH / 2
        shown = face.shape if width("shape", face.shape) <= room else face.shape.replace(" ", "")
        draw_text(painter, "shape", CARD_WIDTH / 2 + BESIDE_LINK + 2, sides.height + 17, elided("shape", shown, room))


def paint_port_names(painter: QPainter, sides: Sides) -> None:
    """Of a side that has several."""
    at = look()
    painter.setPen(at.muted)
    if sides.down:
        _names_above_and_below(painter, sides)
        return
    for ports, output in ((sides.inputs, False), (sides.outputs, True)):
        for index, text in enumerate(_port_names(ports)):
            x = CARD_WIDTH - EDGE - width("port", text) if output else EDGE
            draw_text(painter, "port", x, port_offset(index, len(ports), output=output).y() + 3.5, text)


def _names_above_and_below(painter: QPainter, sides: Sides) -> None:
    """Outside of the card, right of the links: as much of them as there is room for up to the next link."""
    for ports, output in ((sides.inputs, False), (sides.outputs, True)):
        room = CARD_WIDTH / (len(ports) + 1) - BESIDE_LINK - 4
        for index, port in enumerate(ports if len(ports) > 1 and room >= NARROWEST_NAME else ()):
            place = sides.place(index, output=output)
            y = place.y() + (UNDER_EDGE if output else -OVER_EDGE)
            draw_text(painter, "port", place.x() + BESIDE_LINK, y, elided("port", port.title, room))


def _port_names(ports: tuple[PortFace, ...]) -> list[str]:
    """What is written at them: nothing at a single one."""
    return [elided("port", port.title, PORT_TEXT) for port in ports] if len(ports) > 1 else []
