"""A small card over the canvas, with a shadow; the mouse goes through it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.ui.canvas.look import look, shade
from playground.ui.theme import theme

EDGE, SHADOW = 14, 6  # pixels from the card's border to what is in it, and around it


class FloatingCard(QWidget):
    """A subclass says in ``shows`` whether there is anything, and draws it in ``draw``."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.canvas = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(name)
        self.hide()

    @property
    def shows(self) -> bool:
        return False

    def draw(self, painter: QPainter, card: QRectF) -> None:
        """What is on the card."""

    def rise(self) -> None:
        """Be seen, over all else on the canvas."""
        self.update()
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.shows:
            return
        at, painter = look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        for grow in (5, 3, 1):
            painter.setBrush(shade(theme().color("shadow"), 0.35))
            painter.drawRoundedRect(card.adjusted(-grow, 1 - grow, grow, 1 + grow), 10 + grow, 10 + grow)
        painter.setPen(QPen(at.line, 1))
        painter.setBrush(at.raised)
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self.draw(painter, card)
        painter.end()
