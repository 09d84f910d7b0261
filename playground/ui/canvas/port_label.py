"""The name of the port under the pointer, above everything."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.ui.canvas.look import draw_text, look, width

GAP, HEIGHT = 14.0, 20.0


class PortLabel(QGraphicsItem):
    """Stands beside the port, outside of the card, as large at every zoom below 100 %. Where data flow downwards it is
    right of the link.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(5)
        self.setVisible(False)
        self.text, self._output, self._down = "", False, False

    def show_near(self, zoom: float) -> None:
        self.setScale(max(1.0, 1.0 / zoom))

    def show_for(self, text: str, at: QPointF, *, output: bool, down: bool = False) -> None:
        """``text`` at a port in the scene; an empty one hides it."""
        self.prepareGeometryChange()
        self.text, self._output, self._down = text, output, down
        self.setPos(at)
        self.setVisible(bool(text))

    def boundingRect(self) -> QRectF:
        wide = width("caption", self.text) + 16
        if self._down:
            return QRectF(GAP / 2, GAP / 2 if self._output else -GAP / 2 - HEIGHT, wide, HEIGHT)
        return QRectF(GAP if self._output else -GAP - wide, -HEIGHT / 2, wide, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        at, box = look(), self.boundingRect()
        painter.setPen(at.border)
        painter.setBrush(at.raised)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(at.text)
        draw_text(painter, "caption", box.left() + 8, box.center().y() + 4, self.text)
