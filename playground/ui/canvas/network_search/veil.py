"""Dims what was not found on the canvas, and rings what was."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.ui.canvas.geometry import LIMIT, RADIUS, SHAPE_HEIGHT
from playground.ui.canvas.look import look, shade

ABOVE_ALL = 3.5
DIMMED = 0.72  # of what is not found is covered
GAP = 6.0
ALL = QRectF(-LIMIT, -LIMIT, 2 * LIMIT, 2 * LIMIT)
FEW = 60  # holes in view that are rung with round corners
MOST_HOLES = 600  # in view at once; of more, each is too small to be rung


class Veil(QGraphicsItem):
    """One item for all: nothing has to be told to thousands of cards at each key."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(ABOVE_ALL)
        self._found: list[QRectF] = []
        self._current = QRectF()

    def show_found(self, found: Iterable[QRectF], current: QRectF) -> None:
        """The areas of what was found, and of the one that is looked at (empty: none), in the scene."""
        self._found, self._current = list(found), current
        self.update()

    def boundingRect(self) -> QRectF:
        return ALL

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        at, seen = look(), QRectF(option.exposedRect)  # type: ignore[attr-defined]
        holes = [_around(rect) for rect in self._found if rect.intersects(seen)]
        if len(holes) <= FEW:
            self._paint_few(painter, seen, holes)
        else:
            self._paint_many(painter, seen, holes[:MOST_HOLES])
        if not self._current.isEmpty():
            painter.setPen(_cosmetic(QPen(at.accent, 3)))
            painter.drawRoundedRect(_around(self._current), RADIUS + 2, RADIUS + 2)

    @staticmethod
    def _paint_few(painter: QPainter, seen: QRectF, holes: list[QRectF]) -> None:
        at, rings, veil = look(), QPainterPath(), QPainterPath()
        for hole in holes:
            rings.addRoundedRect(hole, RADIUS + 2, RADIUS + 2)
        rings.setFillRule(Qt.FillRule.WindingFill)
        veil.setFillRule(Qt.FillRule.OddEvenFill)  # what is inside a ring stays clear
        veil.addRect(seen)
        veil.addPath(rings.simplified())  # cards that overlap are clear, too
        painter.fillPath(veil, shade(at.canvas, DIMMED))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_cosmetic(QPen(shade(at.accent, 0.55), 1.5)))
        painter.drawPath(rings)

    @staticmethod
    def _paint_many(painter: QPainter, seen: QRectF, holes: list[QRectF]) -> None:
        """Each is small then: plain rectangles look the same, and take a tenth of the time."""
        at, veil = look(), QPainterPath()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        veil.addRect(seen)
        for hole in holes:
            veil.addRect(hole)
        painter.fillPath(veil, shade(at.canvas, DIMMED))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_cosmetic(QPen(shade(at.accent, 0.55), 1)))
        painter.drawRects(holes)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _around(rect: QRectF) -> QRectF:
    return rect.adjusted(-GAP, -GAP, GAP, GAP + SHAPE_HEIGHT / 2)


def _cosmetic(pen: QPen) -> QPen:
    pen.setCosmetic(True)
    return pen
