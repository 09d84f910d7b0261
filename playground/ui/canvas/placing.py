"""Where a new card goes when nobody pointed: beside the selected one, or where there is room in view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from playground.ui.canvas.geometry import CARD_HEIGHT, CARD_WIDTH, COLUMN, ROW, SHAPE_HEIGHT, card_rect, snap

AIR = 32.0  # units between two cards side by side: a link between them shows its shape
_FAR = 12  # quarters of a card: as far as a free place is looked for


def is_free(place: QPointF, cards: Sequence[QRectF]) -> bool:
    """Whether a card at ``place`` would touch none of ``cards`` nor their shapes."""
    wanted = card_rect(place.x(), place.y()).adjusted(-AIR, -12, AIR, SHAPE_HEIGHT + 4)
    return not any(wanted.intersects(card) for card in cards)


def beside(card: QRectF, cards: Sequence[QRectF], *, down: bool = False) -> QPointF:
    """Right of ``card``, or under that place, row by row, when something stands there.

    ``down``, where data flow downwards: under it, or right of that place.
    """
    first, step = (QPointF(0, ROW), QPointF(COLUMN, 0)) if down else (QPointF(COLUMN, 0), QPointF(0, ROW))
    place = card.topLeft() + first
    for _ in range(len(cards) + 1):
        place = QPointF(snap(place.x()), snap(place.y()))
        if is_free(place, cards):
            break
        place = place + step
    return place


def lies_on(place: QPointF, cards: Sequence[QRectF]) -> bool:
    """Whether a card at ``place`` would hide a part of ``cards`` or of their shapes, or they of it."""
    wanted = card_rect(place.x(), place.y()).adjusted(0, 0, 0, SHAPE_HEIGHT)
    return any(wanted.intersects(card.adjusted(0, 0, 0, SHAPE_HEIGHT)) for card in cards)


def nearest(corner: QPointF, cards: Sequence[QRectF]) -> QPointF:
    """``corner``, or the free place nearest to it; ``corner``, too, where all around is taken."""
    wide, high = CARD_WIDTH / 4, CARD_HEIGHT / 4
    ways = [QPointF(wide * right, high * down) for down in range(-_FAR, _FAR + 1) for right in range(-_FAR, _FAR + 1)]
    ways.sort(key=lambda way: (way.manhattanLength(), way.x() < 0, way.y() < 0))
    around, above = (_FAR + 2) * wide, (_FAR + 2) * high
    room = card_rect(corner.x(), corner.y()).adjusted(-around, -above, around, above)
    close = [card for card in cards if room.intersects(card)]
    for way in ways:
        place = QPointF(snap(corner.x() + way.x()), snap(corner.y() + way.y())) if not way.isNull() else corner
        if is_free(place, close):
            return place
    return corner


def in_view(visible: QRectF, cards: Sequence[QRectF]) -> QPointF:
    """The free place nearest to the middle of ``visible``; under everything when the view is full."""
    middle = visible.center() - QPointF(CARD_WIDTH / 2, CARD_HEIGHT / 2)
    spots = [QPointF(snap(middle.x() + column * COLUMN / 2), snap(middle.y() + row * ROW / 2))
             for row in range(-6, 7) for column in range(-8, 9)]  # fmt: skip
    spots.sort(key=lambda spot: (spot - middle).manhattanLength())
    for spot in spots:
        if visible.contains(card_rect(spot.x(), spot.y())) and is_free(spot, cards):
            return spot
    if not cards:
        return QPointF(snap(middle.x()), snap(middle.y()))
    return QPointF(snap(min(card.left() for card in cards)), snap(max(card.top() for card in cards) + ROW))


def centered(point: QPointF) -> QPointF:
    """The corner of a card whose middle is at ``point``, on the grid."""
    return QPointF(snap(point.x() - CARD_WIDTH / 2), snap(point.y() - CARD_HEIGHT / 2))
