"""What frames and notes have in common on the canvas: an area with edges that can be pulled."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QGraphicsItem

# The sides of an area that a pull moves: any of "l", "r", "t", "b" together; "" is its inside.
CORNER = 14.0  # of an edge counts as its corner, in pixels
CURSORS = {
    "l": Qt.CursorShape.SizeHorCursor, "r": Qt.CursorShape.SizeHorCursor, "t": Qt.CursorShape.SizeVerCursor,
    "b": Qt.CursorShape.SizeVerCursor, "lt": Qt.CursorShape.SizeFDiagCursor, "rb": Qt.CursorShape.SizeFDiagCursor,
    "rt": Qt.CursorShape.SizeBDiagCursor, "lb": Qt.CursorShape.SizeBDiagCursor,
}  # fmt: skip


class AreaItem(QGraphicsItem):
    """Takes no mouse events: the view's gestures do. Its place is its upper left corner, ``size`` in scene units."""

    least = (64.0, 40.0)

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.key = key
        self.size = (0.0, 0.0)
        self.selected = self.hovered = False

    @property
    def rect(self) -> QRectF:
        """In the scene."""
        return QRectF(self.x(), self.y(), *self.size)

    @property
    def box(self) -> QRectF:
        """In the item."""
        return QRectF(0, 0, *self.size)

    def show_rect(self, rect: QRectF) -> None:
        """Take this area of the scene, now: also while it is being pulled."""
        if (rect.width(), rect.height()) != self.size:
            self.prepareGeometryChange()
            self.size = (rect.width(), rect.height())
            self.resized()
        self.setPos(rect.topLeft())
        self.update()

    def resized(self) -> None:
        """``size`` has changed."""

    def set_look(self, *, selected: bool | None = None, hovered: bool | None = None) -> None:
        before = (self.selected, self.hovered)
        self.selected = self.selected if selected is None else selected
        self.hovered = self.hovered if hovered is None else hovered
        if before != (self.selected, self.hovered):
            self.update()

    def edges_at(self, point: QPointF, reach: float) -> str:
        """Which sides a pull at ``point`` of the scene moves; "" away from them. ``reach``: half a hit area there."""
        rect = self.rect
        if not rect.adjusted(-reach, -reach, reach, reach).contains(point):
            return ""
        corner = max(CORNER / 6 * reach, reach)
        left, right = point.x() - rect.left(), rect.right() - point.x()
        top, bottom = point.y() - rect.top(), rect.bottom() - point.y()
        if min(abs(left), abs(right), abs(top), abs(bottom)) > reach:
            return ""
        sides = "l" if left <= corner and left < right else "r" if right <= corner else ""
        level = "t" if top <= corner and top < bottom else "b" if bottom <= corner else ""
        if sides and level:
            return sides + level
        return ("l" if abs(left) <= reach else "r" if abs(right) <= reach else "") or level

    def boundingRect(self) -> QRectF:
        return self.box.adjusted(-4, -4, 4, 4)
