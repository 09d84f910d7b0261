"""The rows of an analysis for Qt: a tree, because blocks open to what stands in them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from playground.core.language import tr
from playground.training.analysis import Analysis, Row, walk
from playground.ui.analysis.columns import COLUMNS, SHAPE, brief_outputs

SORT_ROLE, ROW_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
Index = QModelIndex | QPersistentModelIndex


class AnalysisModel(QAbstractItemModel):
    """Shows what ``show_analysis`` was given last. Rows with the same paths as before only change their cells."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._children: list[tuple[int, ...]] = []  # numbers of rows, by row
        self._parents: list[int] = []  # −1 for the rows of the network itself
        self._places: list[int] = []  # among its siblings
        self._top: tuple[int, ...] = ()
        self._numbers: dict[str, int] = {}
        self._brief = False

    def be_brief(self, brief: bool) -> None:
        """Shorten the names of dimensions to their first letters; the tooltip has them in full."""
        if brief != self._brief:
            self._brief = brief
            self._tell_of_cells()

    def show_analysis(self, analysis: Analysis) -> bool:
        """Returns whether rows came or went: then what was open or selected must be set anew."""
        rows = [row for _, row in walk(analysis.rows)]
        if [row.path for row in rows] == [row.path for row in self._rows]:
            self._rows = rows
            self._tell_of_cells()
            return False
        self.beginResetModel()
        self._rows, self._children, self._parents, self._places = [], [], [], []
        self._top = self._enter(analysis.rows, -1)
        self._numbers = {row.path: number for number, row in enumerate(self._rows)}
        self.endResetModel()
        return True

    def _tell_of_cells(self) -> None:
        """All cells may be others now."""
        last = len(COLUMNS) - 1
        if self._top:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._top) - 1, last))
        for number, children in enumerate(self._children):
            if children:
                parent = self._index(number)
                self.dataChanged.emit(self.index(0, 0, parent), self.index(len(children) - 1, last, parent))

    def _enter(self, rows: tuple[Row, ...], parent: int) -> tuple[int, ...]:
        found = []
        for place, row in enumerate(rows):
            number = len(self._rows)
            found.append(number)
            self._rows.append(row)
            self._parents.append(parent)
            self._places.append(place)
            self._children.append(())
            self._children[number] = self._enter(row.children, number)
        return tuple(found)

    @property
    def rows(self) -> list[Row]:
        """All rows in the order of the network, what stands in blocks behind them."""
        return self._rows

    def index_of(self, path: str) -> QModelIndex:
        """The first cell of a row; invalid when there is none."""
        number = self._numbers.get(path)
        return QModelIndex() if number is None else self._index(number)

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._places[number], 0, number)

    # --- what Qt asks ---

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        siblings = self._children[parent.internalId()] if parent.isValid() else self._top
        if not (0 <= row < len(siblings) and 0 <= column < len(COLUMNS)):
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        number = self._parents[index.internalId()] if index.isValid() else -1
        return self._index(number) if number >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.column() > 0:
            return 0
        return len(self._children[parent.internalId()] if parent.isValid() else self._top)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(column.heading)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr("{help}. Click to sort, a third time for the order of the network.", help=tr(column.help))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.number else _LEFT
        if role == Qt.ItemDataRole.InitialSortOrderRole:
            return (Qt.SortOrder.AscendingOrder if column.words else Qt.SortOrder.DescendingOrder).value
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.internalId()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return brief_outputs(row) if self._brief and index.column() == SHAPE else column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.text(row) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.number else _LEFT
        if role == SORT_ROLE:
            return column.key(row)
        return row if role == ROW_ROLE else None


def sorted_model(model: AnalysisModel) -> QSortFilterProxyModel:
    """``model`` in the order of its network, or of a column: numbers by size, equal ones as the network has them."""
    made = QSortFilterProxyModel()
    made.setSourceModel(model)
    made.setSortRole(SORT_ROLE)
    made.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return made
