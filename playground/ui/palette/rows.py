"""Draws a row of the palette: a heading that folds, or a layer."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from playground.ui.drawn_icons import paint_family_icon
from playground.ui.theme import BODY, CAPTION, theme

_ROLE = Qt.ItemDataRole.UserRole
KEY, FAMILY, NOTE, FOLDED = _ROLE, _ROLE + 1, _ROLE + 2, _ROLE + 3
ROW_HEIGHT, HEADING_HEIGHT = 28, 28
MOST_ELIDED = 56  # a note that would be cut shorter is left out
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """A quiet heading with an arrow, or the family's sign in its colour, the title, and a note at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, HEADING_HEIGHT if index.data(KEY) is None else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, box, heading=index.data(KEY) is None)
        if index.data(KEY) is None:
            _paint_heading(painter, index, box, hovered=bool(option.state & QStyle.StateFlag.State_MouseOver))
        else:
            _paint_row(painter, index, box)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, *, heading: bool) -> None:
        colors = theme()
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and not heading
        if hovered or (selected and (focus or not heading)):
            painter.setPen(colors.color("accent") if focus else colors.color("line"))
            painter.setBrush(colors.color("raised"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _paint_heading(painter: QPainter, index: Index, box: QRectF, *, hovered: bool) -> None:
    colors, folded = theme(), bool(index.data(FOLDED))
    painter.setFont(colors.font(CAPTION, bold=True))
    painter.setPen(colors.color("text" if hovered else "muted"))
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box.adjusted(6, 0, -28, 0), Qt.AlignmentFlag.AlignLeft | middle, index.data())
    if folded:
        painter.setFont(colors.font(CAPTION))
        painter.drawText(box.adjusted(6, 0, -24, 0), Qt.AlignmentFlag.AlignRight | middle, str(index.data(NOTE)))
    if hovered or folded:
        x, y = box.right() - 12, box.center().y()
        arrow = [QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)] if folded else [
            QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)]  # fmt: skip
        painter.setPen(QPen(colors.color("muted"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(QPolygonF([QPointF(x, y) + point for point in arrow]))


def _paint_row(painter: QPainter, index: Index, box: QRectF) -> None:
    colors = theme()
    family = index.data(FAMILY)
    paint_family_icon(painter, QRectF(box.left() + 6, box.center().y() - 8, 16, 16), family, colors.family_line(family))
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    room = box.adjusted(30, 0, -6, 0)
    painter.setFont(colors.font(BODY))
    metrics = painter.fontMetrics()
    title = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, int(room.width()))
    painter.setPen(colors.color("text"))
    painter.drawText(room, left, title)
    note = index.data(NOTE)
    if note:
        free = room.adjusted(metrics.horizontalAdvance(title) + 10, 0, 0, 0)
        painter.setFont(colors.font(CAPTION))
        painter.setPen(colors.color("muted"))
        shown = painter.fontMetrics().elidedText(str(note), Qt.TextElideMode.ElideRight, int(free.width()))
        if shown == note or free.width() >= MOST_ELIDED:
            painter.drawText(free, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
