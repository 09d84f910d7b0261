"""Tables of texts for Qt: rows of a data set under their columns' names and types, and statistics."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from playground.core.language import mark, tr
from playground.protocol import FeatureFacts, SampleRows
from playground.ui.theme import CAPTION, theme

Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_WIDEST, _NARROWEST = 320, 56
# What a column of a data set holds, as the worker tells it.
_TYPES = {
    "number": mark("number"), "category": mark("category"), "yes or no": mark("yes or no"), "words": mark("words"),
    "origin": mark("origin"),
}  # fmt: skip
_SHEET = "QHeaderView { background: transparent; } QTableView::item { padding: 0 8px; }"
_SMALL = """QHeaderView { background: transparent; }
QTableView { font-size: 11px; }
QTableView::item { padding: 0 4px; }
QHeaderView::section { font-size: 11px; padding: 3px 4px; }"""


class TextTable(QAbstractTableModel):
    """Cells as text; numbers stand right. ``marked`` columns are what is to be predicted."""

    def __init__(self) -> None:
        super().__init__()
        self._titles: tuple[str, ...] = ()
        self._right: tuple[bool, ...] = ()
        self._cells: Sequence[Sequence[str]] = ()
        self._marked: frozenset[int] = frozenset()

    def show_cells(
        self, titles: Sequence[str], right: Sequence[bool], cells: Sequence[Sequence[str]],
        marked: frozenset[int] = frozenset(),
    ) -> None:  # fmt: skip
        """Replace all; ``marked`` columns stand out."""
        self.beginResetModel()
        self._titles, self._right, self._cells = tuple(titles), tuple(right), cells
        self._marked = marked
        self.endResetModel()

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._right[index.column()] else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole and index.column() in self._marked:
            return theme().color("accent")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # fmt: skip
        if orientation is Qt.Orientation.Vertical:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._right[section] else _LEFT
        return None


class PlainTable(QTableView):
    """A table to read: no grid, no row numbers, columns as wide as their texts."""

    def __init__(self, name: str, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrowest = 40 if small else _NARROWEST
        if small:
            self.setFont(theme().font(CAPTION))
        self.setStyleSheet(_SMALL if small else _SHEET)
        self.table = TextTable()
        self.setModel(self.table)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(22)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        theme().changed.connect(self.viewport().update)

    def _fit(self) -> None:
        self.resizeColumnsToContents()
        for column in range(self.table.columnCount()):
            self.setColumnWidth(column, min(max(self.columnWidth(column) + 8, self._narrowest), _WIDEST))

    def show_rows(self, rows: SampleRows) -> None:
        """Rows of a data set; under a column's name stands its type. What is to be predicted stands behind the others,
        but before texts, which are long.
        """
        texts, count = "words" in rows.types, len(rows.columns)
        order = list(range(count))
        if texts:
            order = [*order[count - rows.targets :], *order[: count - rows.targets]]
        titles = [f"{rows.columns[n]}\n{tr(_TYPES.get(rows.types[n], rows.types[n]))}" for n in order]
        marked = frozenset(place for place, n in enumerate(order) if n >= count - rows.targets)
        cells = [[row[n] for n in order] for row in rows.cells]
        self.table.show_cells(titles, [rows.types[n] == "number" for n in order], cells, marked)
        self._fit()
        if texts:
            self.setColumnWidth(order.index(0), max(_WIDEST, self.viewport().width() * 2 // 3))

    def show_facts(self, facts: Sequence[FeatureFacts]) -> None:
        """Statistics over the training part."""
        missing = any(fact.missing for fact in facts)
        scaled = any(fact.prepared is not None and fact.prepared != (fact.low, fact.high) for fact in facts)
        titles = [tr("Training part"), tr("Min"), tr("Max"), tr("Mean"), tr("Dev.")]
        titles += [tr("Missing")] if missing else []
        titles += [tr("For the network")] if scaled else []
        cells = [_fact(fact, missing=missing, scaled=scaled) for fact in facts]
        self.table.show_cells(titles, [False, *[True] * (len(titles) - 1)], cells)
        self._fit()


def _fact(fact: FeatureFacts, *, missing: bool, scaled: bool) -> list[str]:
    found = [fact.name, *(number(v) for v in (fact.low, fact.high, fact.mean, fact.deviation))]
    if missing:
        found.append(f"{fact.missing:,}" if fact.missing else "")
    if scaled:
        found.append("" if fact.prepared is None else f"{number(fact.prepared[0])} … {number(fact.prepared[1])}")
    return found


def number(value: float) -> str:
    """Three or four digits, as people read them; nothing for what is not known."""
    if not math.isfinite(value):
        return ""
    text = f"{value:.4g}" if abs(value) < 1e5 else f"{value:,.0f}" if abs(value) < 1e9 else f"{value:.3g}"
    return text.replace("-", "−")
