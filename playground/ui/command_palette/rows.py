"""The list of the command palette: its model and how a row is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from playground.ui.command_palette.command import Command
from playground.ui.drawn_icons import paint_family_icon
from playground.ui.theme import BODY, CAPTION, theme

Index = QModelIndex | QPersistentModelIndex
COMMAND = Qt.ItemDataRole.UserRole
HEIGHT = 32
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CommandRows(QAbstractListModel):
    """Commands in the order in which they are listed."""

    def __init__(self) -> None:
        super().__init__()
        self.commands: Sequence[Command] = ()

    def show(self, commands: Sequence[Command]) -> None:
        self.beginResetModel()
        self.commands = commands
        self.endResetModel()

    def rowCount(self, _parent: Index | None = None) -> int:
        return len(self.commands)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        command = self.commands[index.row()]
        if role == COMMAND:
            return command
        if role == Qt.ItemDataRole.DisplayRole:
            return command.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return command.lacks
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (command.title, command.place, command.keys, command.lacks) if part)
        return None


class CommandPainter(QStyledItemDelegate):
    """Title and place at the left, the shortcut at the right; what cannot be done now is grey and says why."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        command: Command = index.data(COMMAND)
        colors, box = theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(colors.color("accent") if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("accentSoft" if chosen else "bg"))
            painter.drawRoundedRect(box.adjusted(4.5, 0.5, -4.5, -0.5), 6, 6)
        text = box.adjusted(14, 0, -14, 0)
        if command.family:
            sign = QRectF(text.left(), box.center().y() - 8, 16, 16)
            paint_family_icon(painter, sign, command.family, colors.family_line(command.family))
            text.setLeft(text.left() + 24)
        text.setRight(text.right() - self._at_right(painter, text, command.lacks or command.keys))
        used = self._said(painter, text, command.title, BODY, "muted" if command.lacks else "text")
        text.setLeft(text.left() + used + 10)
        if text.width() > 40:
            self._said(painter, text, command.place, CAPTION, "muted")
        painter.restore()

    @staticmethod
    def _said(painter: QPainter, room: QRectF, text: str, size: int, color: str) -> float:
        painter.setFont(theme().font(size))
        painter.setPen(theme().color(color))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, _LEFT, shown)
        return float(painter.fontMetrics().horizontalAdvance(shown))

    @staticmethod
    def _at_right(painter: QPainter, room: QRectF, text: str) -> float:
        if not text:
            return 0.0
        painter.setFont(theme().font(CAPTION))
        painter.setPen(theme().color("muted"))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width() / 2))
        painter.drawText(room, _RIGHT, shown)
        return float(painter.fontMetrics().horizontalAdvance(shown) + 12)
