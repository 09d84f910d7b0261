"""A network in small: its layers as cards in the colours of their families, its links as curves."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.graph import Graph
from playground.ui.theme import theme

# A layer's card on the canvas, in the units in which places are saved.
_CARD = QRectF(0, 0, 160, 100)
_HEAD = 0.3  # of a card's height; more than on the canvas, for here the colour tells the most
_MARGIN = 14.0
_LARGEST_SCALE = 0.3


class Thumbnail(QWidget):
    """Draws ``graph`` as large as it fits."""

    def __init__(self, graph: Graph, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._graph = graph
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(116)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(240, 116)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        places = self._places()
        for link in self._graph.links:
            self._draw_link(painter, places[link.source], places[link.target])
        for node in self._graph.nodes:
            self._draw_card(painter, places[node.id], node.kind.family if node.kind else "data")

    def _places(self) -> dict[str, QRectF]:
        """Where each card goes, in pixels of this widget."""
        cards = {node.id: _CARD.translated(node.x, node.y) for node in self._graph.nodes}
        whole = QRectF()
        for card in cards.values():
            whole = whole.united(card)
        if whole.isEmpty():
            return {}
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        scale = min(room.width() / whole.width(), room.height() / whole.height(), _LARGEST_SCALE)
        centre = room.center() - whole.center() * scale
        return {key: QRectF(card.topLeft() * scale + centre, card.size() * scale) for key, card in cards.items()}

    def _draw_ground(self, painter: QPainter) -> None:
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()), 8, 8)
        painter.fillPath(ground, theme().color("canvas"))

    def _draw_link(self, painter: QPainter, source: QRectF, target: QRectF) -> None:
        start, end = QPointF(source.right(), source.center().y()), QPointF(target.left(), target.center().y())
        path = QPainterPath(start)
        if end.x() >= start.x():
            reach = max((end.x() - start.x()) / 2, 4.0)
            path.cubicTo(start + QPointF(reach, 0), end - QPointF(reach, 0), end)
        else:
            # back to the row below: out to the right, along the gap between the rows, in from the left
            middle = (start.y() + end.y()) / 2
            bend = min(source.width() * 0.35, _MARGIN)
            path.cubicTo(start + QPointF(bend, 0), QPointF(start.x() + bend, middle), QPointF(start.x(), middle))
            path.lineTo(end.x(), middle)
            path.cubicTo(QPointF(end.x() - bend, middle), end - QPointF(bend, 0), end)
        painter.setPen(QPen(theme().color("muted"), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _draw_card(self, painter: QPainter, place: QRectF, family: str) -> None:
        radius = min(4.0, place.height() / 6)
        card = QPainterPath()
        card.addRoundedRect(place, radius, radius)
        painter.fillPath(card, theme().color("node"))
        head = QPainterPath()
        head.addRect(
            QRectF(place.topLeft(), QSize(1, 1)).united(
                QRectF(place.left(), place.top(), place.width(), place.height() * _HEAD)
            )
        )
        painter.fillPath(card.intersected(head), theme().family(family))
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(card)
