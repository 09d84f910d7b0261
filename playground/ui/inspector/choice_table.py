"""A table in which some cells are choices: a click opens what may be chosen. Thousands of rows cost nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from playground.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
Options = Sequence[tuple[Any, str]]  # value, what people read
_NOTHING = QModelIndex()
_ROW, _HEAD, _MOST_SHOWN = 26, 30, 8


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """``cells`` as texts; ``tip`` on the first. A cell that is in grey has nothing to choose, or its own way."""

    cells: tuple[str, ...]
    tip: str = ""
    muted: tuple[bool, ...] = ()


class _Rows(QAbstractTableModel):
    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles, self.rows = tuple(titles), list[ChoiceRow]()

    def show_rows(self, rows: Sequence[ChoiceRow]) -> None:
        """What is selected stays where rows only change."""
        if len(rows) == len(self.rows):
            self.rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._titles) - 1))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            text = row.cells[index.column()]
            return f"{text} ▾" if index.column() and text else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip or row.cells[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and row.muted and row.muted[index.column()]:
            return theme().color("muted")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # fmt: skip
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class ChoiceTable(QTableView):
    """The first column names a row; cells of the others open ``options(row, column)`` by click, Space or Enter."""

    chosen = Signal(int, int, object)  # row, column, value

    def __init__(
        self, name: str, titles: Sequence[str], options: Callable[[int, int], Options], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._options, self._rows = options, _Rows(titles)
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(titles)):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, 86)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self.open_menu)
        theme().changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[ChoiceRow]) -> None:
        self._rows.show_rows(rows)
        self.setFixedHeight(_HEAD + _ROW * min(max(len(rows), 1), _MOST_SHOWN) + 4)

    def texts(self) -> list[tuple[str, ...]]:
        """All cells, for tests and screen readers."""
        return [row.cells for row in self._rows.rows]

    @Slot(QModelIndex)
    def open_menu(self, index: QModelIndex) -> None:
        """What may be chosen in a cell, at the cell."""
        menu = self.menu_for(index.row(), index.column())
        if menu is not None:
            below = self.visualRect(index).bottomLeft()
            menu.popup(self.viewport().mapToGlobal(below))

    def menu_for(self, row: int, column: int) -> QMenu | None:
        """The menu of a cell; None where nothing can be chosen."""
        if column == 0 or not (options := self._options(row, column)):
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = self._rows.rows[row].cells[column]
        for value, text in options:
            action = QAction(text, menu)
            action.setCheckable(True)
            action.setChecked(text == now)
            action.setData((row, column, value))
            menu.addAction(action)
        menu.triggered.connect(self._on_triggered)
        return menu

    @Slot(object)
    def _on_triggered(self, action: QAction) -> None:
        row, column, value = action.data()
        self.chosen.emit(row, column, value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.open_menu(self.currentIndex())
        else:
            super().keyPressEvent(event)
