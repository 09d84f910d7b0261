"""A network in small: its layers as cards in the colours of their families, its links as curves; and what it gives."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.graph import Graph
from playground.core.resources import resource_path
from playground.ui.drawn_icons import paint_family_icon
from playground.ui.theme import theme, tokens

# A layer's card on the canvas, in the units in which places are saved.
_CARD = QRectF(0, 0, 160, 100)
_LEAST = 12.0  # pixels; a card lower than that is nothing but its colour
_HEAD = 0.3  # of a card's height; more than on the canvas, for here the colour tells the most
_MARGIN = 12.0
_LARGEST_SCALE = 0.3
_BEND = 10.0  # beyond a row's ends, of a link that goes to the next row
_HEIGHT, MOTIF = 116, 92  # pixels; those of the square that shows what the network gives
_SIGN, _SIGN_ROOM = 11.0, 19.0  # of a family on a card, and the least height below the head that has room for it


def motif_path(preset: str) -> Path | None:
    """The picture of what the network of ``preset`` gives, in the current theme's shade; None where there is none."""
    path = resource_path("thumbnails", f"{preset}-{'dark' if theme().dark else 'light'}.png")
    return path if path.is_file() else None


class Thumbnail(QWidget):
    """Draws ``graph`` as large as it fits, beside the picture that was made for ``preset``, if any.

    With ``graph`` None there is a file that could not be read.
    """

    def __init__(
        self, graph: Graph | None, parent: QWidget | None = None, *, preset: str = "", height: int = _HEIGHT
    ) -> None:
        super().__init__(parent)
        self._graph, self._preset = graph, preset
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height)
        theme().changed.connect(self.update)

    @property
    def _bend(self) -> float:
        return min(_BEND, self.height() / 10)

    def show_graph(self, graph: Graph | None) -> None:
        self._graph = graph
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._draw_ground(painter)
        edge = min(_MARGIN, self.height() / 8)
        room = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        path = motif_path(self._preset) if self._preset else None
        if path is not None:
            place = QRectF(room.right() - MOTIF, room.center().y() - MOTIF / 2, MOTIF, MOTIF)
            painter.drawPixmap(place, _picture(str(path)), QRectF(_picture(str(path)).rect()))
            room.setRight(place.left() - _MARGIN)
        if self._graph is None:
            return
        room.adjust(self._bend, 0, -self._bend, 0)
        places = self._places(room)
        for link in self._graph.links:
            self._draw_link(painter, places[link.source], places[link.target])
        for node in self._graph.nodes:
            self._draw_card(painter, places[node.id], node.kind.family if node.kind else None)

    def _places(self, room: QRectF) -> dict[str, QRectF]:
        """Where each card goes, in pixels of this widget."""
        assert self._graph is not None
        cards = {node.id: _CARD.translated(node.x, node.y) for node in self._graph.nodes}
        whole = QRectF()
        for card in cards.values():
            whole = whole.united(card)
        if whole.isEmpty():
            return {}
        scale = min(room.width() / whole.width(), room.height() / whole.height(), _LARGEST_SCALE)
        centre = room.center() - whole.center() * scale
        return {key: QRectF(card.topLeft() * scale + centre, card.size() * scale) for key, card in cards.items()}

    def _draw_ground(self, painter: QPainter) -> None:
        radius = tokens()["radius"]["panel"]
        painter.setPen(QPen(theme().color("line"), 1) if theme().contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("canvas"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _draw_link(self, painter: QPainter, source: QRectF, target: QRectF) -> None:
        start, end = QPointF(source.right(), source.center().y()), QPointF(target.left(), target.center().y())
        path = QPainterPath(start)
        if end.x() >= start.x():
            reach = max((end.x() - start.x()) / 2, 4.0)
            path.cubicTo(start + QPointF(reach, 0), end - QPointF(reach, 0), end)
        else:
            # back to the row below: out to the right, along the gap between the rows, in from the left
            middle = (start.y() + end.y()) / 2
            bend = min(source.width() * 0.35, self._bend)
            path.cubicTo(start + QPointF(bend, 0), QPointF(start.x() + bend, middle), QPointF(start.x(), middle))
            path.lineTo(end.x(), middle)
            path.cubicTo(QPointF(end.x() - bend, middle), end - QPointF(bend, 0), end)
        painter.setPen(QPen(theme().color("muted"), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _draw_card(self, painter: QPainter, place: QRectF, family: str | None) -> None:
        radius = min(4.0, place.height() / 6)
        card = QPainterPath()
        card.addRoundedRect(place, radius, radius)
        painter.fillPath(card, theme().color("node"))
        head = QPainterPath()
        part = _HEAD if place.height() >= _LEAST else 1.0
        head.addRect(QRectF(place.left(), place.top(), place.width(), place.height() * part))
        known = family or "data"
        painter.fillPath(card.intersected(head), theme().family(known))
        if part == 1.0:
            return
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(card)
        body = place.adjusted(0, place.height() * _HEAD, 0, 0)
        if family is not None and body.height() >= _SIGN_ROOM:
            corner = body.center() - QPointF(_SIGN / 2, _SIGN / 2)
            paint_family_icon(painter, QRectF(corner.x(), corner.y(), _SIGN, _SIGN), family, theme().family_line(known))


@lru_cache(maxsize=64)
def _picture(path: str) -> QPixmap:
    return QPixmap(path)
