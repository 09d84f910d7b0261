"""Sizes on the canvas and the way a link takes. Scene units are pixels at 100 %."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

CARD_WIDTH, CARD_HEIGHT = 168, 104
HEAD_HEIGHT, RADIUS = 10, 10
SHAPE_HEIGHT = 22  # the line of text under a card
PORT_RADIUS, PORT_REACH = 5.5, 12.0  # drawn, and half of its hit area on screen
PORTS_TOP, PORT_STEP, PORTS_BOTTOM = 66.0, 24.0, 14.0  # several ports stand under name and caption
GRID, DOTS = 4, 20
COLUMN, ROW = 232, 220  # from card to card where the program places them
LIMIT = 9.9e6  # a project file's coordinates end at 1e7


@dataclass(frozen=True, slots=True)
class PortRef:
    """One port of one node."""

    node: str
    name: str
    output: bool


@dataclass(frozen=True, slots=True)
class Route:
    """A link's curve, and where its label goes: ``room`` is the free length there, ``level`` when the curve is flat
    between two cards, so that the label stands above it and not on it.
    """

    path: QPainterPath
    middle: QPointF
    room: float
    level: bool


def snap(value: float) -> float:
    """The nearest line of the grid, inside what a file can hold."""
    return min(max(round(value / GRID) * GRID, -LIMIT), LIMIT)


def card_rect(x: float, y: float) -> QRectF:
    return QRectF(x, y, CARD_WIDTH, CARD_HEIGHT)


def card_height(ports: int) -> float:
    """Of a card with so many ports on its fuller side."""
    return max(float(CARD_HEIGHT), PORTS_TOP + (ports - 1) * PORT_STEP + PORTS_BOTTOM)


def port_offset(index: int, count: int, *, output: bool) -> QPointF:
    """Where port ``index`` of ``count`` sits on its card; a single one where links of ordinary cards run straight."""
    x = float(CARD_WIDTH) if output else 0.0
    return QPointF(x, CARD_HEIGHT / 2 if count == 1 else PORTS_TOP + index * PORT_STEP)


def lane_for(start: QPointF, end: QPointF, cards: Iterable[QRectF]) -> float | None:
    """Height of the horizontal run of a link that cannot go straight: back to a card on the left, between the rows
    or under both; or forward over cards that stand in its way. None for a plain curve.
    """
    drop = abs(end.y() - start.y())
    if end.x() - start.x() < 24:
        if drop >= CARD_HEIGHT + 48:
            return (start.y() + end.y()) / 2
        return max(start.y(), end.y()) + CARD_HEIGHT / 2 + 44
    if end.x() - start.x() <= CARD_WIDTH:
        return None
    if drop > CARD_HEIGHT / 2:
        return _around(start, end, cards)
    band = QRectF(start.x() + 4, min(start.y(), end.y()) - 4, end.x() - start.x() - 8, drop + 8)
    tops = [card.top() for card in cards if card.intersects(band)]
    return min(tops) - 28 if tops else None


def _around(start: QPointF, end: QPointF, cards: Iterable[QRectF]) -> float | None:
    """Over or under the cards that the plain curve would run behind, whichever is nearer; None when it meets none."""
    path = _plain(start, end).path
    box = path.boundingRect()
    met = [card for card in cards if card.intersects(box) and path.intersects(card.adjusted(6, 6, -6, -6))]
    if not met:
        return None
    middle = (start.y() + end.y()) / 2
    over = min(card.top() for card in met) - 28
    under = max(card.bottom() for card in met) + SHAPE_HEIGHT + 20
    return over if middle - over <= under - middle else under


def route(start: QPointF, end: QPointF, lane: float | None = None) -> Route:
    """The curve from an output port to an input port, leaving and arriving to the right."""
    if lane is None:
        return _plain(start, end)
    back = end.x() - start.x() < 24
    path = QPainterPath(start)
    if back:
        inset = min(48.0, max(0.0, (start.x() - end.x()) / 2))
        out = min(max(abs(lane - start.y()) * 0.5, 28.0), 56.0)
        into = min(max(abs(lane - end.y()) * 0.5, 28.0), 56.0)
        first, last = QPointF(start.x() - inset, lane), QPointF(end.x() + inset, lane)
        path.cubicTo(QPointF(start.x() + out, start.y()), QPointF(start.x() + out, lane), first)
        path.lineTo(last)
        path.cubicTo(QPointF(end.x() - into, lane), QPointF(end.x() - into, end.y()), end)
    else:
        reach = min(72.0, (end.x() - start.x()) / 2)
        first, last = QPointF(start.x() + reach, lane), QPointF(end.x() - reach, lane)
        path.cubicTo(QPointF(start.x() + reach * 0.6, start.y()), QPointF(start.x() + reach * 0.3, lane), first)
        path.lineTo(last)
        path.cubicTo(QPointF(end.x() - reach * 0.3, lane), QPointF(end.x() - reach * 0.6, end.y()), end)
    return Route(path, (first + last) / 2, abs(last.x() - first.x()), level=False)


def _plain(start: QPointF, end: QPointF) -> Route:
    distance = abs(end.x() - start.x())
    pull = max(36.0, distance / 2) if abs(end.y() - start.y()) > 1 else distance / 2
    path = QPainterPath(start)
    path.cubicTo(QPointF(start.x() + pull, start.y()), QPointF(end.x() - pull, end.y()), end)
    drop = abs(end.y() - start.y())
    # Beside the label stand the two cards, unless one is so much lower that it lies between them.
    room = distance if drop < CARD_HEIGHT + 60 else distance + drop / 2
    return Route(path, (start + end) / 2, room, drop < 16)
