"""Guides on the canvas: thin lines in the accent colour, gaps with their length."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.ui.canvas.arranging.snapping import Line
from playground.ui.canvas.look import draw_text, look, width
from playground.ui.theme import theme

OVER = 12.0  # pixels that a guide runs on beyond the cards
TICK = 4.0  # half of the end of a measured gap
TEXT_HEIGHT, TEXT_ROOM = 15.0, 5.0


class GuideItem(QGraphicsItem):
    """Draws guides equally thin, and their numbers equally large, at every zoom."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(6)
        self.lines: tuple[Line, ...] = ()
        self._pixel = 1.0  # of the screen, in scene units
        self._box = QRectF()

    def show_lines(self, lines: Sequence[Line], zoom: float) -> None:
        if (tuple(lines), 1.0 / zoom) == (self.lines, self._pixel):
            return
        self.prepareGeometryChange()
        self.lines, self._pixel = tuple(lines), 1.0 / zoom
        self._box = QRectF()
        room = 48 * self._pixel  # a number may be wider than its gap
        for line in self.lines:
            ends = QRectF(QPointF(line.x1, line.y1), QPointF(line.x2, line.y2)).normalized()
            self._box = self._box.united(ends.adjusted(-room, -room, room, room))
        self.update()

    def boundingRect(self) -> QRectF:
        return self._box

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        pen = QPen(look().accent, 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for line in self.lines:
            if line.gap is None:
                painter.drawLine(self._longer(line))
            else:
                self._measure(painter, line)
        for line in self.lines:
            if line.gap is not None:
                self._number(painter, line, line.gap)

    def _longer(self, line: Line) -> QLineF:
        over = OVER * self._pixel
        if line.x1 == line.x2:
            return QLineF(line.x1, line.y1 - over, line.x2, line.y2 + over)
        return (
            QLineF(line.x1 - over, line.y1, line.x2 + over, line.y2)
            if line.x1 < line.x2
            else QLineF(line.x1 + over, line.y1, line.x2 - over, line.y2)
        )

    def _measure(self, painter: QPainter, line: Line) -> None:
        """The gap from edge to edge, closed at both ends."""
        tick = TICK * self._pixel
        painter.drawLine(QLineF(line.x1, line.y1, line.x2, line.y2))
        level = line.y1 == line.y2
        for x, y in ((line.x1, line.y1), (line.x2, line.y2)):
            across = QPointF(0, tick) if level else QPointF(tick, 0)
            painter.drawLine(QPointF(x, y) - across, QPointF(x, y) + across)

    def _number(self, painter: QPainter, line: Line, gap: float) -> None:
        """How long the gap is, in units of the canvas."""
        text = f"{gap:.0f}"
        wide = width("label", text) + 2 * TEXT_ROOM
        painter.save()
        painter.translate((line.x1 + line.x2) / 2, (line.y1 + line.y2) / 2)
        painter.scale(self._pixel, self._pixel)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().accent)
        painter.drawRoundedRect(QRectF(-wide / 2, -TEXT_HEIGHT / 2, wide, TEXT_HEIGHT), 4, 4)
        painter.setPen(theme().color("onAccent"))
        draw_text(painter, "label", -wide / 2 + TEXT_ROOM, 3.6, text)
        painter.restore()
