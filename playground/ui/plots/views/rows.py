"""Rows of a table, or texts, with the truth and what the network says of each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from playground.core.language import mark, tr
from playground.protocol import Rows
from playground.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_HEIGHT, _WIDEST, _NARROWEST, _TALLEST, _AIR = 24, 220, 56, 96, 8
_HEADS = (mark("Truth"), mark("Says"))
_TEXT = 24  # characters from which on a single column is a text to wrap


class RowsModel(QAbstractTableModel):
    """Truth and answer come first, then the columns of the data. Wrong rows are tinted, their answer is marked."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Rows | None = None
        self._right: tuple[bool, ...] = ()

    def show_rows(self, rows: Rows) -> bool:
        """Take newer answers, or all anew where other columns or more rows come; says whether it was all."""
        old, self._rows = self._rows, rows
        if old is not None and (old.columns, len(old.cells)) == (rows.columns, len(rows.cells)):
            if rows.cells:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows.cells) - 1, self.columnCount() - 1))
            return False
        self.beginResetModel()
        columns = [rows.truth, rows.said, *zip(*rows.cells, strict=True)] if rows.cells else []
        self._right = tuple(all(_is_number(cell) for cell in column) for column in columns)
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() or self._rows is None else len(self._rows.cells)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() or self._rows is None else len(_HEADS) + len(self._rows.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        rows = self._rows
        if rows is None:
            return None
        row, column = index.row(), index.column()
        wrong = rows.wrong[row]
        if role == Qt.ItemDataRole.DisplayRole:
            text = self._text(rows, row, column)
            return f"✗ {text}" if wrong and column == 1 else text
        if role == Qt.ItemDataRole.ToolTipRole:
            said = tr("is {truth}, the network says {said}", truth=rows.truth[row], said=rows.said[row])
            return f"{self._text(rows, row, column)}\n{said}" if column >= len(_HEADS) else said
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 1:
            said = rows.said[row]
            return tr("{said}, wrong", said=said) if wrong else tr("{said}, right", said=said)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._right[column] else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            if column == 1:
                return theme().color("bad" if wrong else "good")
            return theme().color("text" if column == 0 else "muted")
        if role == Qt.ItemDataRole.BackgroundRole and wrong:
            tint = theme().color("bad")
            tint.setAlpha(26)
            return tint
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical or self._rows is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (*map(tr, _HEADS), *self._rows.columns)[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section < len(self._right):
            return _RIGHT if self._right[section] else _LEFT
        return None

    @staticmethod
    def _text(rows: Rows, row: int, column: int) -> str:
        return (rows.truth[row], rows.said[row], *rows.cells[row])[column]


class RowsView(QTableView):
    """A table to read. A single column of texts takes the room that there is, and wraps."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._texts = RowsModel(), False
        self._rows: Rows | None = None
        self.setModel(self._model)
        self.setAccessibleName(tr("Rows and what the network says of them"))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_HEIGHT)
        self.verticalHeader().setMaximumSectionSize(_TALLEST)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        if compact:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme().changed.connect(self.viewport().update)

    def show_view(self, view: Rows) -> None:
        """Replace all rows; where only the answers are new the place that was scrolled to stays."""
        self._rows = view
        self._texts = len(view.columns) == 1 and any(len(cells[0]) > _TEXT for cells in view.cells)
        anew = self._model.show_rows(view)
        self.setAccessibleDescription(f"{view.title}. {self.summary}")
        if anew:
            self._fit()
        else:
            self._widen_answers()

    @property
    def summary(self) -> str:
        rows = self._rows
        if rows is None or not rows.cells:
            return ""
        return tr("{count} of {total} wrong", count=sum(rows.wrong), total=len(rows.cells))

    def _fit(self) -> None:
        self.resizeColumnsToContents()
        for column in range(self._model.columnCount()):
            self.setColumnWidth(column, min(max(self.columnWidth(column) + 10, _NARROWEST), _WIDEST))
        self.horizontalHeader().setStretchLastSection(self._texts)
        bars = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self._texts else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(bars)
        self._wrap()

    def _widen_answers(self) -> None:
        """Never narrower again: columns that jump with every answer cannot be read."""
        wanted = min(self.sizeHintForColumn(1) + 10, _WIDEST)
        if wanted > self.columnWidth(1):
            self.setColumnWidth(1, wanted)

    def _wrap(self) -> None:
        if not self._texts:
            return
        self.resizeRowsToContents()
        for row in range(self._model.rowCount()):
            self.setRowHeight(row, min(self.rowHeight(row) + _AIR, _TALLEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()


def _is_number(text: str) -> bool:
    try:
        float(text.replace("−", "-").replace(",", ""))
    except ValueError:
        return text == tr("missing")
    return True
