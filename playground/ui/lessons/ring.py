"""A line around what a lesson speaks of. It takes no clicks and stands in nobody's way."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground.ui.theme import theme

_RADIUS = 10.0
_DASHES = (3.0, 2.0)  # in widths of the line: a line without gaps is what is selected


class Ring(QWidget):
    """Drawn over the whole of ``parent``, so that nothing has to move with what it surrounds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def surround(self, place: QRect | None) -> None:
        """``place`` in the parent's coordinates; None: nothing."""
        if place is None or place.isEmpty():
            self.hide()
            return
        if self.geometry() != place:
            self.setGeometry(place)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme().color("accent"), 2.5)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), _RADIUS, _RADIUS)
