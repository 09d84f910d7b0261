"""A table of values that sorts by what they are, not by how they are written."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from playground.core.language import tr
from playground.ui.theme import CAPTION, theme

Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_WIDEST, _NARROWEST, _PADDING, _HEIGHT = 320, 48, 26, 22
_TIGHT = 18
_MEASURED = 200  # rows that decide how wide a column is
_SHEET = """QHeaderView { background: transparent; } QTableView::item { padding: 0 6px; }
QHeaderView::section { font-size: 11px; padding: 3px 6px; }"""


@dataclass(frozen=True, slots=True)
class Column:
    """``text`` writes a value for people; ``right`` has numbers stand under each other. ``widest`` in pixels."""

    title: str
    text: Callable[[Any], str] = str
    right: bool = True
    tip: str = ""
    widest: int = _WIDEST


class ValueModel(QAbstractTableModel):
    """Rows of values; what is not known (None, NaN) comes last whichever way they are sorted."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: Sequence[Column] = ()
        self._rows: Sequence[Sequence[Any]] = ()
        self._flagged: Collection[int] = ()
        self._order: Sequence[int] = ()

    def show_rows(
        self, columns: Sequence[Column], rows: Sequence[Sequence[Any]], flagged: Collection[int] = ()
    ) -> None:  # fmt: skip
        """Replace all, in the order as given; rows with the numbers ``flagged`` are tinted."""
        self.beginResetModel()
        self._columns, self._rows, self._flagged = columns, rows, frozenset(flagged)
        self._order = range(len(rows))
        self.endResetModel()

    def number_of(self, row: int) -> int:
        """Which of the rows that were given stands in ``row``."""
        return self._order[row]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        if 0 <= column < len(self._columns):
            known = [n for n in range(len(self._rows)) if not _unknown(self._rows[n][column])]
            rest = [n for n in range(len(self._rows)) if _unknown(self._rows[n][column])]
            known.sort(key=lambda n: _key(self._rows[n][column]), reverse=order is Qt.SortOrder.DescendingOrder)
            self._order = [*known, *rest]
        else:
            self._order = range(len(self._rows))
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number, column = self._order[index.row()], self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            value = self._rows[number][index.column()]
            return "–" if _unknown(value) else column.text(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.right else _LEFT
        if role == Qt.ItemDataRole.BackgroundRole and number in self._flagged:
            tint = theme().color("bad")
            tint.setAlpha(26)
            return tint
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.right else _LEFT
        return None


class ValueTable(QTableView):
    """Click a heading to sort, once more to turn round, a third time for the order as it came. Ctrl+C copies rows."""

    def __init__(self, name: str, parent: QWidget | None = None, *, tight: bool = False) -> None:
        """``tight``: columns are hardly wider than what stands in them."""
        super().__init__(parent)
        self._padding, self._narrowest = (_TIGHT, _TIGHT + 20) if tight else (_PADDING, _NARROWEST)
        self._sign = 0 if tight else 8  # pixels for the mark of sorting
        self.values = ValueModel()
        self.setModel(self.values)
        self.setStyleSheet(_SHEET)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        theme().changed.connect(self.viewport().update)

    def show_rows(
        self, columns: Sequence[Column], rows: Sequence[Sequence[Any]], flagged: Collection[int] = ()
    ) -> None:  # fmt: skip
        """Replace all, in the order as given."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.values.show_rows(columns, rows, flagged)
        self.setAccessibleDescription(tr("{count:,} rows", count=len(rows)))
        metrics, heads = QFontMetrics(theme().font()), QFontMetrics(theme().font(CAPTION))
        for number, column in enumerate(columns):
            texts = (column.text(row[number]) for row in rows[:_MEASURED] if not _unknown(row[number]))
            wide = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            wide = max(wide, heads.horizontalAdvance(column.title) + self._sign) + self._padding
            self.setColumnWidth(number, min(max(wide, self._narrowest), column.widest))

    def event(self, event: QEvent) -> bool:
        """Ctrl+C is meant for the table while it has the keyboard, not for the canvas."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            event.accept()
            return
        super().keyPressEvent(event)

    def _copy(self) -> None:
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        columns = range(self.values.columnCount())
        lines = ["\t".join(str(self.values.index(row, column).data()) for column in columns) for row in rows]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))


def _key(value: Any) -> tuple[bool, Any]:
    """Numbers before words where a column has both."""
    return isinstance(value, str), value


def _unknown(value: Any) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))
