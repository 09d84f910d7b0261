"""Cards of one size, as many beside each other as fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

_GAP = 16
_NARROWEST, _WIDEST = 250, 330


class FlowGrid(QWidget):
    """Every row is as high as its highest card; all cards are as wide as the widest column allows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[QWidget] = []

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = list(cards)
        for card in self.cards:
            card.setParent(self)
            card.show()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.minimumHeight())

    def _place(self) -> None:
        if not self.cards:
            self.setFixedHeight(0)
            return
        columns = max(1, min(len(self.cards), (self.width() + _GAP) // (_NARROWEST + _GAP)))
        width = min((self.width() - (columns - 1) * _GAP) // columns, _WIDEST)
        top = 0
        for first in range(0, len(self.cards), columns):
            row = self.cards[first : first + columns]
            height = max(_height(card, width) for card in row)
            for column, card in enumerate(row):
                card.setGeometry(QRect(column * (width + _GAP), top, width, height))
            top += height + _GAP
        self.setFixedHeight(top - _GAP)


def _height(card: QWidget, width: int) -> int:
    layout = card.layout()
    return layout.totalHeightForWidth(width) if layout is not None else card.sizeHint().height()
