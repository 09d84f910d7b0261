"""The Analysis tab: a row for each layer of the network on the canvas, sums pinned under them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSignalBlocker,
    Qt,
)
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QTreeView, QVBoxLayout, QWidget

from playground.core.files import FileError, write_atomic
from playground.core.infer import Inference
from playground.core.language import tr
from playground.training.analysis import Analysis, Row, analyse, to_csv
from playground.ui.analysis.columns import COLUMNS, KIND, MINIMUM_SHAPE, SHAPE
from playground.ui.analysis.model import ROW_ROLE, AnalysisModel, sorted_model
from playground.ui.analysis.totals import TotalsBar
from playground.ui.dialogs.files import ask_save
from playground.ui.project_session import ProjectSession
from playground.ui.theme import theme
from playground.ui.toasts import tell_saved
from playground.ui.widgets.basics import button
from playground.ui.widgets.elided import ElidedLabel

Ask = Callable[[QWidget, str, str, str, str], Path | None]
Tell = Callable[[QWidget, str], None]


class AnalysisPanel(QWidget):
    """Renders ``session.inference`` while it is seen. ``ask`` is the dialog for a file, ``tell`` takes failures."""

    def __init__(
        self, session: ProjectSession, parent: QWidget | None = None, *, ask: Ask = ask_save, tell: Tell | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._ask, self._tell = session, ask, tell
        self._analysis: Analysis | None = None
        self._inference: Inference | None = None
        self.model = AnalysisModel()
        self.sorted = sorted_model(self.model)
        self.view = _Table(self)
        self.view.setModel(self.sorted)
        self.view.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # the network's own order
        self.view.header().sortIndicatorChanged.connect(self._on_sort)
        self.totals = TotalsBar(self.view.header())
        self._about = ElidedLabel("caption")
        self.copy_all, self.save = button(tr("Copy all")), button(tr("Save as CSV…"))
        self._lay_out()
        self.copy_all.clicked.connect(self.copy_everything)
        self.save.clicked.connect(self.save_csv)
        self.view.selectionModel().selectionChanged.connect(self._on_selected)
        session.checked.connect(self.refresh)
        session.network_changed.connect(self.refresh)
        session.selection_changed.connect(self._show_selection)
        self.setAccessibleName(tr("Analysis"))

    def _lay_out(self) -> None:
        self.copy_all.setToolTip(tr("Copy the whole table to the clipboard, for a spreadsheet"))
        head = QHBoxLayout()
        head.setContentsMargins(6, 4, 0, 4)
        head.setSpacing(8)
        head.addWidget(self._about, 1)
        for made in (self.copy_all, self.save):
            head.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.totals)
        self.view.horizontalScrollBar().valueChanged.connect(self.totals.follow)

    # --- showing ---

    def refresh(self) -> None:
        """Show the network as it is; a hidden table waits until it is looked at."""
        if self.isVisible():
            self._render()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._render()

    def _render(self) -> None:
        session = self._session
        if self._analysis is not None and self._inference is session.inference:
            return
        self._inference = session.inference
        batch = session.project.training.batch_size
        self._analysis = analyse(session.project.networks, session.network, self._inference, batch)
        opened = self._opened()
        blocked = QSignalBlocker(self.view.selectionModel())
        if self.model.show_analysis(self._analysis):
            self._open(opened)
        blocked.unblock()
        self.totals.show_totals(self._analysis)
        self._about.show_text(tr("Multiply-adds for one sample, memory for a batch of {batch:,}.", batch=batch))
        self._show_optional()
        self._show_selection()

    def _show_optional(self) -> None:
        """Columns that are 0 throughout are left out."""
        before = [self.view.isColumnHidden(section) for section in range(len(COLUMNS))]
        for section, column in enumerate(COLUMNS):
            if column.optional:
                has = any(getattr(row.costs, column.optional) for row in self.model.rows)
                self.view.setColumnHidden(section, not has)
        if before != [self.view.isColumnHidden(section) for section in range(len(COLUMNS))]:
            self.view.arrange()

    def _opened(self) -> set[str]:
        """Paths of the blocks that stand open."""
        rows = (self.model.index_of(row.path) for row in self.model.rows if row.children)
        return {index.data(ROW_ROLE).path for index in rows if self.view.isExpanded(self.sorted.mapFromSource(index))}

    def _open(self, paths: set[str]) -> None:
        for path in paths:
            index = self.model.index_of(path)
            if index.isValid():
                self.view.expand(self.sorted.mapFromSource(index))

    def _show_selection(self) -> None:
        """Mark the rows of the layers that are selected on the canvas."""
        if not self.isVisible():
            return
        session, selection = self._session, self.view.selectionModel()
        wanted = [row.path for row in self.model.rows if row.path in session.selection]
        if {_top(row) for row in self.selected_rows()} == set(wanted):
            return
        with QSignalBlocker(selection):
            selection.clearSelection()
            for path in wanted:
                index = self.sorted.mapFromSource(self.model.index_of(path))
                selection.select(
                    index, QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
                )
        if len(wanted) == 1:
            index = self.sorted.mapFromSource(self.model.index_of(wanted[0]))
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.view.scrollTo(index)
        self.view.viewport().update()

    def _on_sort(self, section: int, order: Qt.SortOrder) -> None:
        """No section is the network's own order, never the reverse of it."""
        self.sorted.sort(section, order if section >= 0 else Qt.SortOrder.AscendingOrder)

    # --- what a person does ---

    def selected_rows(self) -> list[Row]:
        """In the order in which they stand."""
        indexes = self.view.selectionModel().selectedRows()
        order = {id(row): place for place, row in enumerate(self._in_view_order())}
        return sorted((index.data(ROW_ROLE) for index in indexes), key=lambda row: order.get(id(row), 0))

    def _on_selected(self) -> None:
        """Select the layers on the canvas; for what stands in a block, the block."""
        rows = self.selected_rows()
        if len(rows) == 1:
            self._session.go_to(self._session.network, _top(rows[0]))
        else:
            self._session.select(map(_top, rows))

    def copy_selected(self) -> None:
        """The selected rows as lines with tabs, headings first."""
        rows = self.selected_rows()
        if rows:
            self._copy(rows)

    def copy_everything(self) -> None:
        """All rows in the order in which they stand, closed blocks without what is in them, and the sums."""
        if self._analysis is not None:  # it is worked out when somebody looks
            self._copy(self._in_view_order(), total=True)

    def _copy(self, rows: list[Row], *, total: bool = False) -> None:
        # the kind may be hidden for want of room; it is worth having all the same
        shown = [i for i, column in enumerate(COLUMNS) if not (column.optional and self.view.isColumnHidden(i))]
        lines = [[tr(COLUMNS[section].heading) for section in shown]]
        lines += [[COLUMNS[section].text(row) for section in shown] for row in rows]
        if total:
            lines.append([self.totals.texts[section] for section in shown])
        clean = ["\t".join(" ".join(cell.split()) for cell in line) for line in lines]
        QGuiApplication.clipboard().setText("\n".join(clean) + "\n")

    def save_csv(self) -> None:
        """Ask for a file and write the whole table to it, with exact numbers."""
        if self._analysis is None:
            return
        name = f"{self._session.project.title} {self._analysis.network}".strip()
        path = self._ask(self, tr("Save the analysis"), f"{name}.csv", "CSV (*.csv)", ".csv")
        if path is None:
            return
        try:
            write_atomic(path, to_csv(self._analysis).encode("utf-8"))
        except FileError as error:
            if self._tell is not None:
                self._tell(self, str(error))
        else:
            tell_saved(self, path)

    def _in_view_order(self) -> list[Row]:
        """The rows that can be scrolled to, from top to bottom."""
        found: list[Row] = []

        def enter(parent: QModelIndex) -> None:
            for place in range(self.sorted.rowCount(parent)):
                index = self.sorted.index(place, 0, parent)
                found.append(index.data(ROW_ROLE))
                if self.view.isExpanded(index):
                    enter(index)

        enter(QModelIndex())
        return found


def _top(row: Row) -> str:
    """Id of the node of the network on the canvas that ``row`` is, or stands in."""
    return row.path.partition(".")[0]


class _Table(QTreeView):
    """Rows of one height, so that a thousand of them scroll at once; Ctrl+C copies."""

    def __init__(self, panel: AnalysisPanel) -> None:
        super().__init__()
        self._panel = panel
        self.setProperty("look", "table")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Analysis of the layers"))
        self.setIndentation(12)
        self.setExpandsOnDoubleClick(True)
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(48)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for text, slot in ((tr("Copy"), panel.copy_selected), (tr("Copy all"), panel.copy_everything)):
            action = QAction(text, self)
            action.triggered.connect(slot)
            self.addAction(action)

    def arrange(self) -> None:
        """The widths that the columns want; the shape has what is left, in brief or in the kind's place if little."""
        others = [
            section
            for section, column in enumerate(COLUMNS)
            if section not in (SHAPE, KIND) and not (column.optional and self.isColumnHidden(section))
        ]
        for section in (*others, KIND):
            self.setColumnWidth(section, COLUMNS[section].width)
        left = self.viewport().width() - sum(COLUMNS[section].width for section in others)
        self.setColumnHidden(KIND, left < MINIMUM_SHAPE + COLUMNS[KIND].width)
        left -= 0 if self.isColumnHidden(KIND) else COLUMNS[KIND].width
        self.setColumnWidth(SHAPE, max(MINIMUM_SHAPE, left))
        self._panel.model.be_brief(left < COLUMNS[SHAPE].width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """A small arrow before what opens, in the theme's colours."""
        if not index.model().hasChildren(index):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("muted"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = rect.right() - 5.0, rect.center().y() + 0.5
        if self.isExpanded(index):
            painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])
        else:
            painter.drawPolyline([QPointF(x - 2, y - 4), QPointF(x + 2, y), QPointF(x - 2, y + 4)])
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._panel.copy_selected()
        else:
            super().keyPressEvent(event)
