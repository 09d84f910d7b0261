"""All cards from far away: plain rectangles in the colours of their families, painted in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.core.infer import Severity
from playground.ui.canvas.card_painter import MARK
from playground.ui.canvas.face import worst
from playground.ui.canvas.geometry import LIMIT
from playground.ui.canvas.look import look
from playground.ui.canvas.node_item import NodeItem

ALL = QRectF(-LIMIT, -LIMIT, 2 * LIMIT, 2 * LIMIT)
_FAR_MARK = MARK.adjusted(-14, 0, 0, 14)


class FarCards(QGraphicsItem):
    """Stands for the cards of ``nodes`` while it is visible. ``touch`` when one of them looks or stands otherwise."""

    def __init__(self, nodes: Mapping[str, NodeItem]) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(1)
        self.setVisible(False)
        self._nodes = nodes
        self._rest: _Sorted | None = None
        self._moving: frozenset[str] = frozenset()

    def touch(self, moving: frozenset[str] = frozenset()) -> None:
        """Something has changed; while cards are ``moving`` it is nothing but their places."""
        if not moving or moving != self._moving:
            self._rest = None
        self._moving = moving
        self.update()

    def boundingRect(self) -> QRectF:
        return ALL

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._rest is None:
            self._rest = _Sorted(item for key, item in self._nodes.items() if key not in self._moving)
        moving = _Sorted(self._nodes[key] for key in self._moving if key in self._nodes)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # edges are crisp, and painted in no time
        for group in (self._rest, moving):
            group.paint(painter)
        painter.restore()


class _Sorted:
    """Areas of cards and marks by what they are painted with."""

    def __init__(self, items: Iterable[NodeItem]) -> None:
        self._cards: dict[str | None, list[QRectF]] = {}
        self._marks: dict[Severity, list[QRectF]] = {}
        self._selected: list[QRectF] = []
        for item in items:
            if item.shelter is not None:
                continue
            rect = item.rect
            self._cards.setdefault(item.family, []).append(rect)
            if item.selected:
                self._selected.append(rect)
            if item.problems and (mark := worst(item.problems)) is not None:
                self._marks.setdefault(mark, []).append(_FAR_MARK.translated(rect.topLeft()))

    def paint(self, painter: QPainter) -> None:
        at = look()
        painter.setPen(Qt.PenStyle.NoPen)
        for family, rects in self._cards.items():
            painter.setBrush(at.family(family))
            painter.drawRects(rects)
        if self._selected:
            pen = QPen(at.accent, 2.0)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRects(self._selected)
            painter.setPen(Qt.PenStyle.NoPen)
        for mark, rects in self._marks.items():
            painter.setBrush(at.bad if mark == "error" else at.warn)
            painter.drawRects(rects)
