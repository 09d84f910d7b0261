"""Room for a card that goes between two others: what follows moves to the right, as far as it must.

Where data flow downwards it moves down: all is then worked out with the axes exchanged.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF

from playground.core.graph import Graph, Link
from playground.ui.canvas.geometry import CARD_WIDTH, COLUMN, ROW, SHAPE_HEIGHT, snap
from playground.ui.canvas.placing import lies_on, nearest

_GAP = COLUMN - CARD_WIDTH
_LEVEL = 26.0  # units: a card that is dropped so far off a straight row comes in line
Cards = Mapping[str, QRectF]
Places = dict[str, tuple[float, float]]


def between(graph: Graph, cards: Cards, link: Link, place: QPointF, height: float, own: str = "") -> Places:
    """Places for a card of ``height`` dropped at ``place`` on ``link``, under ``own`` (its id), and for what gives way.

    The card keeps the place where it was dropped as far as it can: at least a gap behind what feeds it. Cards move only
    where the link runs forward and the cards would overlap otherwise; over a link elsewhere it finds a free place.
    """
    if graph.flow == "down":
        turned = {key: _turned(card) for key, card in cards.items()}
        card = QRectF(place.y(), place.x(), height, CARD_WIDTH)
        found = {key: (x, y) for key, (y, x) in _between(graph, turned, link, card, ROW - height, own).items()}
    else:
        found = _between(graph, cards, link, QRectF(place.x(), place.y(), CARD_WIDTH, height), _GAP, own)
    return found | {own: _off_others(found, cards, own)}


def _off_others(found: Places, cards: Cards, own: str) -> tuple[float, float]:
    """Where the card comes, off all that neither gave way nor stands in its row."""
    place = QPointF(*found[own])
    others = [
        QRectF(QPointF(*found[key]), card.size()) if key in found else card for key, card in cards.items() if key != own
    ]
    place = nearest(place, others) if lies_on(place, others) else place
    return place.x(), place.y()


def _turned(card: QRectF) -> QRectF:
    return QRectF(card.y(), card.x(), card.height(), card.width())


def _between(graph: Graph, cards: Cards, link: Link, card: QRectF, gap: float, own: str) -> Places:
    source, target = cards[link.source], cards[link.target]
    beside = target.left() > source.left() and source.top() < card.bottom() and card.top() < source.bottom()
    if beside and abs(source.center().y() - target.center().y()) < 1:
        off = source.center().y() - card.center().y()
        card.translate(0, off if abs(off) <= _LEVEL else 0)  # a straight row stays one
    if beside and card.left() < source.right() + gap:
        card.moveLeft(snap(source.right() + gap))
    found: Places = {own: (snap(card.left()), snap(card.top()))}
    lack = card.right() + gap - target.left()
    if target.left() <= source.left() or lack <= 0 or not _same_row(card, target):
        return found
    for name in _pushed(graph, cards, link.target, lack, own):
        found[name] = (snap(cards[name].left() + lack), cards[name].top())
    return found


def _same_row(one: QRectF, other: QRectF) -> bool:
    return one.top() < other.bottom() + SHAPE_HEIGHT and other.top() < one.bottom() + SHAPE_HEIGHT


def _pushed(graph: Graph, cards: Cards, first: str, far: float, own: str) -> set[str]:
    """``first`` with all that follows it to the right, and what these would then lie on."""
    found: set[str] = set()
    waiting = [first]
    while waiting:
        name = waiting.pop()
        if name in found or name == own:
            continue
        found.add(name)
        moved = cards[name].translated(far, 0).adjusted(0, 0, 0, SHAPE_HEIGHT)
        follows = (link.target for link in graph.outgoing[name])
        waiting += [key for key in follows if key in cards and cards[key].left() > cards[name].left()]
        waiting += [
            key for key, card in cards.items()
            if key not in found and card.left() >= cards[name].left() and card.intersects(moved)
        ]  # fmt: skip
    return found
