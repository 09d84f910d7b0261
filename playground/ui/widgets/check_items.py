"""Boxes to tick in lists, painted as the program's others are: Fusion's are hardly seen on a dark ground."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from playground.ui.theme import theme

_SIDE = 14.0


class CheckItems(QStyledItemDelegate):
    """For items of one column that have a check state; others are painted as they are."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        if not shown.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:  # type: ignore[attr-defined]
            return
        style = shown.widget.style()  # type: ignore[attr-defined]
        where = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, shown, shown.widget)  # type: ignore[attr-defined]
        middle = QRectF(where).center()
        on = shown.checkState == Qt.CheckState.Checked  # type: ignore[attr-defined]
        box = QRectF(middle.x() - _SIDE / 2, middle.y() - _SIDE / 2, _SIDE, _SIDE)
        painter.save()
        painter.fillRect(where.adjusted(-1, -1, 1, 1), theme().color("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("accent" if on else "muted"), 1.3))
        painter.setBrush(theme().color("accent" if on else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            painter.setPen(QPen(theme().color("surface"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            x, y = box.left(), box.top()
            painter.drawPolyline([QPointF(x + 3.5, y + 7.2), QPointF(x + 6, y + 9.8), QPointF(x + 10.6, y + 4.4)])
        painter.restore()
