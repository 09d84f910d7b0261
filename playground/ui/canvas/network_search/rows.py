"""The list under the search field: what was found, with its network where that is another one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from playground.core.language import tr
from playground.ui.canvas.network_search.index import Match
from playground.ui.drawn_icons import paint_family_icon
from playground.ui.theme import BODY, CAPTION, theme

Index = QModelIndex | QPersistentModelIndex
MATCH, ELSEWHERE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 28
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Rows(QAbstractListModel):
    """``network``: the one on the canvas; what is found in others says where."""

    def __init__(self) -> None:
        super().__init__()
        self.matches: list[Match] = []
        self.network = ""

    def show(self, matches: list[Match], network: str) -> None:
        self.beginResetModel()
        self.matches, self.network = matches, network
        self.endResetModel()

    def rowCount(self, _parent: Index | None = None) -> int:
        return len(self.matches)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        match = self.matches[index.row()]
        elsewhere = match.target.network if match.target.network != self.network else ""
        if role == MATCH:
            return match
        if role == ELSEWHERE:
            return elsewhere
        if role == Qt.ItemDataRole.DisplayRole:
            return match.target.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            where = tr("in {network}", network=elsewhere) if elsewhere else ""
            return ", ".join(part for part in (match.target.title, match.why, where) if part)
        return None


class RowPainter(QStyledItemDelegate):
    """The family's sign, the title, what was found of it, and the network."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        match, elsewhere, box = index.data(MATCH), index.data(ELSEWHERE), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(colors.color("accent"))
            painter.setBrush(colors.color("accentSoft"))
            painter.drawRoundedRect(box.adjusted(2.5, 0.5, -2.5, -0.5), 6, 6)
        family = match.target.family
        sign = QRectF(box.left() + 10, box.center().y() - 8, 16, 16)
        paint_family_icon(painter, sign, family, colors.family_line(family) if family else colors.color("muted"))
        room = box.adjusted(34, 0, -12, 0)
        if elsewhere:
            room.setRight(room.right() - _text(painter, room, colors.font(CAPTION), "muted", elsewhere, _RIGHT) - 12)
        used = _text(painter, room, colors.font(BODY, bold=True), "text", match.target.title, _LEFT)
        room.setLeft(room.left() + used + 10)
        if room.width() > 24 and match.why:
            _text(painter, room, colors.font(CAPTION), "muted", match.why, _LEFT)
        painter.restore()


def _text(painter: QPainter, room: QRectF, font: QFont, color: str, text: str, flags: Qt.AlignmentFlag) -> float:
    """Write one line, and give its width."""
    painter.setFont(font)
    painter.setPen(theme().color(color))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, flags, shown)
    return float(painter.fontMetrics().horizontalAdvance(shown))
