"""Cards of one size, as many beside each other as fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

GAP = 16
_NARROWEST, _WIDEST = 280, 330


def columns_in(width: int, narrowest: int = _NARROWEST) -> int:
    """How many cards stand beside each other in ``width`` pixels."""
    return max(1, (width + GAP) // (narrowest + GAP))


class FlowGrid(QWidget):
    """Every row is as high as its highest card; all cards are as wide as the widest column allows.

    Cards that are hidden take no place. The columns are those of the width, however few cards there are, so that the
    cards of grids below each other stand in line.
    """

    def __init__(self, parent: QWidget | None = None, *, narrowest: int = _NARROWEST) -> None:
        super().__init__(parent)
        self._narrowest = narrowest
        self.cards: list[QWidget] = []

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = list(cards)
        for card in self.cards:
            card.setParent(self)
            card.show()
        self.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place()

    def sizeHint(self) -> QSize:
        return QSize(self._narrowest, self.minimumHeight())

    def place(self) -> None:
        """Lay the cards out again: after one was hidden or shown."""
        cards = [card for card in self.cards if not card.isHidden()]
        if not cards:
            self.setFixedHeight(0)
            return
        columns = columns_in(self.width(), self._narrowest)
        width = min((self.width() - (columns - 1) * GAP) // columns, _WIDEST)
        top = 0
        for first in range(0, len(cards), columns):
            row = cards[first : first + columns]
            height = max(_height(card, width) for card in row)
            for column, card in enumerate(row):
                card.setGeometry(QRect(column * (width + GAP), top, width, height))
            top += height + GAP
        self.setFixedHeight(top - GAP)


def _height(card: QWidget, width: int) -> int:
    layout = card.layout()
    if layout is None:
        return card.sizeHint().height()
    return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
