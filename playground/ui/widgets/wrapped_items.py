"""Texts in lists in as many lines as they need: Qt wraps them, but makes no room for the lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

_BESIDE, _AROUND = 20, 8  # pixels beside and around a text


class WrappedItems(QStyledItemDelegate):
    """For one column of ``view``, whose rows become as high as its texts are."""

    def __init__(self, view: QTreeView, column: int) -> None:
        super().__init__(view)
        self._view, self._column = view, column
        view.setUniformRowHeights(False)
        view.setWordWrap(True)
        view.setItemDelegateForColumn(column, self)
        # a header tells of sizes while the view is being destroyed, too: then it must not be laid out any more
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(view.scheduleDelayedItemsLayout)
        view.header().sectionResized.connect(self._on_resized)

    @Slot(int, int, int)
    def _on_resized(self, column: int, before: int, now: int) -> None:
        if column == self._column and before != now:
            self._soon.start()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        room = QRect(0, 0, max(40, self._view.columnWidth(self._column) - _BESIDE), 10_000)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        high = self._view.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
        return QSize(hint.width(), max(hint.height(), high + _AROUND))
