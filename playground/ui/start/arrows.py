"""Where an arrow key leads from a card: to the nearest one in that direction, as the cards lie on the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

KEYS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}


def neighbour(cards: Sequence[QWidget], current: QWidget, key: int) -> QWidget | None:
    """The card that ``key`` leads to; None where there is none in that direction. ``cards``: those seen, in order."""
    if current not in cards or key not in KEYS:
        return None
    place = cards.index(current)
    if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
        return cards[0 if key == Qt.Key.Key_Home else -1]
    if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
        beside = place + (1 if key == Qt.Key.Key_Right else -1)
        return cards[beside] if 0 <= beside < len(cards) else None
    top, middle = _top(current), _middle(current)
    rows = {_top(card) for card in cards}
    down = key == Qt.Key.Key_Down
    beyond = [row for row in rows if (row > top if down else row < top)]
    if not beyond:
        return None
    row = min(beyond) if down else max(beyond)
    return min((card for card in cards if _top(card) == row), key=lambda card: abs(_middle(card) - middle))


def _top(card: QWidget) -> int:
    return card.mapTo(card.window(), QPoint(0, 0)).y()


def _middle(card: QWidget) -> int:
    return card.mapTo(card.window(), card.rect().center()).x()
