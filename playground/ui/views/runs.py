"""All runs side by side: what was set otherwise, what came of it, which of them the curves show."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from playground.core.files import FileError
from playground.core.language import mark, tr
from playground.telemetry.run_history import RunHistory
from playground.training.metrics import METRICS
from playground.ui.dialogs.files import ask_bundles
from playground.ui.plots.pacer import Pacer
from playground.ui.plots.run_cards import differences
from playground.ui.plots.run_files import read_run
from playground.ui.plots.run_log import MOST_EARLIER, MOST_KEPT
from playground.ui.theme import theme
from playground.ui.views.bench import Bench
from playground.ui.views.run_cells import SWATCH, final, swatch, tested
from playground.ui.views.view import View
from playground.ui.widgets.basics import button
from playground.ui.widgets.check_items import CheckItems
from playground.ui.widgets.elided import ElidedLabel
from playground.ui.widgets.wrapped_items import WrappedItems

NAME, DIFFERS, LOSS, METRIC, TEST, EPOCHS = range(6)
_NUMBERS, _AROUND = 88, 28  # pixels of a column at least, and around its title
_MOST_IN_ROW, _MOST_IN_TIP = 6, 40  # settings that are told
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_HINT = mark("Each run stays here to be compared with the next ones. Tick those whose curves are to be seen.")


class RunsView(View):
    """The current run on top, the others under it, newest first. A name is changed by a double-click."""

    EMPTY = mark("Press Run: each run stays here to be compared with the next ones. Or add runs from trained bundles.")

    def __init__(self, bench: Bench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.table, self.hint = QTreeWidget(), ElidedLabel("caption")
        self.add_button = button(tr("Add runs from files…"))
        self._runs: list[RunHistory] = []
        self._lay_out()
        self._pacer = Pacer(self.refresh, self)
        bench.plots.runs_changed.connect(self._pacer.request)  # epochs may be over in no time
        theme().changed.connect(self.refresh)
        self.add_button.clicked.connect(self._on_add)
        self.table.itemChanged.connect(self._on_edited)
        self.table.customContextMenuRequested.connect(self._on_menu)

    def _lay_out(self) -> None:
        self.add_button.setToolTip(tr("Trained bundles (.playground): their curves are laid over the current run's"))
        table = self.table
        table.setColumnCount(6)
        table.setRootIsDecorated(False)
        table.setAllColumnsShowFocus(True)
        table.setIconSize(SWATCH)
        table.setAccessibleName(tr("Runs"))
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        table.setItemDelegateForColumn(NAME, CheckItems(table))
        WrappedItems(table, DIFFERS)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(DIFFERS, QHeaderView.ResizeMode.Stretch)
        for column in (LOSS, METRIC, TEST, EPOCHS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, _NUMBERS)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.hint, 1)
        row.addWidget(self.add_button)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(table, 1)

    # --- what there is ---

    @property
    def said(self) -> str:
        return super().said or ("" if self._runs else self.hint.full_text)

    def refresh(self, *_: object) -> None:
        """Runs came, went, or have new numbers."""
        if not self.seen:
            return
        log = self.bench.plots.runs
        self._runs = [run for run in (log.current, *reversed(log.earlier)) if run is not None]
        self.show_content()
        self.hint.show_text(tr(_HINT if self._runs else self.EMPTY))
        metric = self._metric()
        title = tr(METRICS[metric].title) if metric in METRICS else metric.replace("_", " ").capitalize()
        with QSignalBlocker(self.table):
            titles = (tr("Run"), tr("Against the current run"), tr("Loss"), title or tr("Metric"), tr("Test"))
            self.table.setHeaderLabels([*titles, tr("Epochs")])
            metrics = self.table.header().fontMetrics()
            for column in (LOSS, METRIC, TEST, EPOCHS):
                self.table.headerItem().setTextAlignment(column, _RIGHT)
                wide = metrics.horizontalAdvance(self.table.headerItem().text(column)) + _AROUND
                self.table.header().resizeSection(column, max(_NUMBERS, wide))
            self._follow_room()
            while self.table.topLevelItemCount() > len(self._runs):
                self.table.takeTopLevelItem(self.table.topLevelItemCount() - 1)
            while self.table.topLevelItemCount() < len(self._runs):
                self.table.addTopLevelItem(QTreeWidgetItem())
            for place, run in enumerate(self._runs):
                self._fill(self.table.topLevelItem(place), run, metric)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_room()

    def _follow_room(self) -> None:
        """What tells least gives way; what was set otherwise always stays."""
        width = self.width()
        for column, least in ((LOSS, 330), (METRIC, 420), (EPOCHS, 500), (TEST, 580)):
            self.table.setColumnHidden(column, width < least or (column == METRIC and not self._metric()))
        self.hint.setVisible(width >= 420)
        self.table.header().resizeSection(NAME, min(240, max(120, round(0.26 * width))))

    def forget(self) -> None:
        """The runs stay."""

    def _metric(self) -> str:
        """The most telling one of the current run, else of the newest that has any."""
        log = self.bench.plots.runs
        own = [name for name in log.metrics if name != "loss"]
        for run in self._runs:
            if own:
                break
            own = [name for epoch in run.epochs[-1:] for name in epoch.train if name != "loss"]
        return own[0] if own else ""

    def _fill(self, item: QTreeWidgetItem | None, run: RunHistory, metric: str) -> None:
        assert item is not None
        log = self.bench.plots.runs
        current, card = run is log.current, log.card(run)
        item.setText(NAME, run.label or tr("This run"))
        item.setIcon(NAME, swatch(card.color, current=current))
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable
        item.setFlags(flags if current else flags | Qt.ItemFlag.ItemIsUserCheckable)
        if current:
            item.setData(NAME, Qt.ItemDataRole.CheckStateRole, None)
        else:
            item.setCheckState(NAME, Qt.CheckState.Checked if card.visible else Qt.CheckState.Unchecked)
        told = self._differs(run)
        item.setText(DIFFERS, (tr("Kept") + " · " if card.kept and not current else "") + ", ".join(told))
        item.setToolTip(DIFFERS, "\n".join(self._differs(run, _MOST_IN_TIP)))
        item.setText(LOSS, final(run, "loss"))
        item.setText(METRIC, final(run, metric))
        item.setText(TEST, tested(run, metric))
        item.setText(EPOCHS, f"{run.epochs_run:,.4g}")
        for column in (LOSS, METRIC, TEST, EPOCHS):
            item.setTextAlignment(column, _RIGHT)
            item.setToolTip(column, tr("The newest of the validation part; of the training part without one"))
        item.setToolTip(TEST, tr("Of the test part, at the end"))
        item.setToolTip(EPOCHS, tr("Trained so far"))

    def _differs(self, run: RunHistory, most: int = _MOST_IN_ROW) -> tuple[str, ...]:
        log = self.bench.plots.runs
        if run is log.current:
            return (tr("the current run"),)
        current = log.current if log.current is not None else None
        now = log.card(current).project if current is not None else self.bench.session.project
        other = log.card(run).project
        if other is None or now is None:
            return (tr("settings not known"),)
        return differences(now, other, most) or (tr("same settings"),)

    # --- what a person does ---

    @Slot(QTreeWidgetItem, int)
    def _on_edited(self, item: QTreeWidgetItem, column: int) -> None:
        run, log = self._runs[self.table.indexOfTopLevelItem(item)], self.bench.plots.runs
        if column != NAME:
            return
        if run is not log.current:
            shown = item.checkState(NAME) is Qt.CheckState.Checked
            if shown != log.card(run).visible:
                log.set_visible(run, shown)
        if item.text(NAME) != run.label:
            log.rename(run, item.text(NAME))
        self._changed()

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        item = self.table.itemAt(place)
        if item is None:
            return
        run, log, menu = self._runs[self.table.indexOfTopLevelItem(item)], self.bench.plots.runs, QMenu(self)
        menu.addAction(tr("Rename")).triggered.connect(lambda: self.table.editItem(item, NAME))
        if run is not log.current:
            card = log.card(run)
            left = next((each for each in self.bench.controller.left if each.run == card.run), None)
            if left is not None:
                history = run.to_dict() if left.rescued else None
                again = menu.addAction(tr("Go back to it (step {step:,})", step=left.step))
                again.triggered.connect(lambda: self.bench.controller.take_up(left.run, history))
                menu.addSeparator()
            menu.addAction(tr("Show it alone")).triggered.connect(lambda: self.show_alone(run))
            menu.addAction(tr("Show all")).triggered.connect(lambda: self.show_alone(None))
            word = tr("Keep no longer") if card.kept else tr("Keep when others give way")
            menu.addAction(word).triggered.connect(lambda: self.keep(run, kept=not card.kept))
            menu.addSeparator()
            menu.addAction(tr("Remove")).triggered.connect(lambda: self.remove(run))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _changed(self) -> None:
        """Of what a person did."""
        self.bench.plots.show_runs()
        self.refresh()

    def show_alone(self, run: RunHistory | None) -> None:
        """Hide all others but the current run; None: show all."""
        log = self.bench.plots.runs
        for each in log.earlier:
            log.set_visible(each, run is None or each is run)
        self._changed()

    def keep(self, run: RunHistory, *, kept: bool) -> None:
        """Kept runs stay when newer ones come, also when another project is opened."""
        if not self.bench.plots.runs.keep(run, kept):
            self.bench.tell(
                self, tr("At most {most_kept} runs are kept. Let go of another one first.", most_kept=MOST_KEPT)
            )
        self._changed()

    def remove(self, run: RunHistory) -> None:
        """Its curves are gone; files stay."""
        self.bench.plots.runs.remove(run)
        self._changed()

    @Slot()
    def _on_add(self) -> None:
        self.add(ask_bundles(self))

    def add(self, paths: list[Path]) -> None:
        """Lay the runs of bundles behind the current one. What cannot be read is told, the others are added."""
        wrong: list[str] = []
        for path in paths[:MOST_EARLIER]:
            try:
                self.bench.plots.runs.include(*read_run(path))
            except FileError as error:
                wrong.append(str(error))
        if len(paths) > MOST_EARLIER:
            text = mark("Beside the current run {most} others find room: the first {most} were added.")
            wrong.append(tr(text, most=MOST_EARLIER))
        if wrong:
            self.bench.tell(self, "\n".join(wrong))
        self._changed()
