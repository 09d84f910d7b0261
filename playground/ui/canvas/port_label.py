"""The name of the port under the pointer, above everything."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.ui.canvas.look import draw_text, look, width

GAP, HEIGHT = 14.0, 20.0


class PortLabel(QGraphicsItem):
    """Stands beside the port, outside of the card, as large at every zoom below 100 %."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(5)
        self.setVisible(False)
        self.text, self._output = "", False

    def show_near(self, zoom: float) -> None:
        self.setScale(max(1.0, 1.0 / zoom))

    def show_for(self, text: str, at: QPointF, *, output: bool) -> None:
        """``text`` at a port in the scene; an empty one hides it."""
        self.prepareGeometryChange()
        self.text, self._output = text, output
        self.setPos(at)
        self.setVisible(bool(text))

    def boundingRect(self) -> QRectF:
        wide = width("caption", self.text) + 16
        return QRectF(GAP if self._output else -GAP - wide, -HEIGHT / 2, wide, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        at, box = look(), self.boundingRect()
        painter.setPen(at.border)
        painter.setBrush(at.raised)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(at.text)
        draw_text(painter, "caption", box.left() + 8, 4, self.text)
