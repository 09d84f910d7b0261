"""A report as it is seen: headline numbers and tables, the matrix or the errors, and the samples behind them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.protocol import Evaluated, Scatter
from playground.protocol.findings import Report, Shown
from playground.ui.evaluate.histogram import ErrorHistogram
from playground.ui.evaluate.matrix import ConfusionMatrix
from playground.ui.evaluate.matrix_modes import MatrixModes
from playground.ui.evaluate.metric_cards import MetricCards
from playground.ui.evaluate.samples import Samples
from playground.ui.evaluate.words import BIAS, number, percent, samples_text
from playground.ui.plots.views.scatter import ScatterView
from playground.ui.widgets.basics import label, scrolled, set_text
from playground.ui.widgets.elided import ElidedLabel
from playground.ui.widgets.value_table import Column, ValueTable

_CLASS_COLUMNS = (
    Column(mark("Precision"), percent, tip=mark("Of what is called this class, the part that is one.")),
    Column(mark("Recall"), percent, tip=mark("Of what is this class, the part that is called so.")),
    Column(mark("F1"), percent, tip=mark("The harmonic mean of precision and recall.")),
    Column(mark("Samples"), "{:,}".format),
)
_VALUE_COLUMNS = (
    Column(mark("MAE"), number, tip=mark("Mean absolute error, in the units of the target.")),
    Column(mark("RMSE"), number, tip=mark("Root of the mean squared error, in the units of the target.")),
    Column(mark("Bias"), number, tip=BIAS),
    Column(mark("R²"), number, tip=mark("Part of the variance that is explained: 1 is perfect.")),
)
_ROW, _LEFT_LEAST, _MIDDLE_LEAST, _RIGHT_LEAST = 22, 150, 190, 140
_TITLE_LEAST = 280  # pixels for the title beside what one chooses
_MIDDLE_WANTED = 300  # for the title of a matrix, and for three digits in the cells of ten classes
# how the columns share the width: the part of the middle one, and what the left one has of the rest
_SHARES = {"classes": (0.36, 0.61), "values": (0.46, 0.44)}
_OTHERS = (0.0, 0.35)


class ReportContent(QWidget):
    """``samples_wanted`` tells the numbers of the samples behind the cell that was chosen."""

    samples_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event: Evaluated | None = None
        self._cell: tuple[str, int] | None = None  # what is told of the chosen cell, and how many samples it has
        self.cards, self.table = MetricCards(), ValueTable(tr("Per class"), tight=True)
        self.notes = label("", "caption", wrap=True)
        self.matrix, self.scatter, self.histogram = ConfusionMatrix(), ScatterView(), ErrorHistogram()
        self.samples = Samples()
        self._middle, self._middle_title = QStackedWidget(), ElidedLabel("strong")
        self._modes = MatrixModes()
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._moved = False
        self._columns.splitterMoved.connect(self._on_moved)
        self.matrix.cell_chosen.connect(self._on_cell)
        self.samples.back_wanted.connect(self._on_back)
        self._modes.chosen.connect(self._on_mode)

    def _lay_out(self) -> None:
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(8)
        for widget in (self.cards, self.table, self.notes):
            inside.addWidget(widget)
        inside.addStretch(1)
        self._matrix_page = scrolled(self.matrix)
        self._matrix_page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        errors = QWidget()
        side = QHBoxLayout(errors)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.scatter, 1)
        side.addWidget(self.histogram, 1)
        self._errors_page = errors
        for page in (self._matrix_page, errors):
            self._middle.addWidget(page)
        self._middle_column = QWidget()
        middle = QVBoxLayout(self._middle_column)
        middle.setContentsMargins(8, 0, 8, 0)
        middle.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._middle_title, 1)
        head.addWidget(self._modes)
        middle.addLayout(head)
        middle.addWidget(self._middle, 1)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(8, 0, 0, 0)
        beside.addWidget(self.samples)
        for column, least, stretch in (
            (scrolled(left), _LEFT_LEAST, 3), (self._middle_column, _MIDDLE_LEAST, 4), (right, _RIGHT_LEAST, 3),
        ):  # fmt: skip
            column.setMinimumWidth(least)
            self._columns.addWidget(column)
            self._columns.setStretchFactor(self._columns.count() - 1, stretch)
        self._columns.setHandleWidth(1)
        self._columns.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._columns)

    # --- showing ---

    def show_report(self, event: Evaluated) -> None:
        """Replace all."""
        report = event.report
        before = self._event.report.kind if self._event is not None else None
        self._event, self._cell = event, None
        self.cards.show_report(report)
        set_text(self.notes, "\n".join(report.notes))
        self._show_table(report)
        self._middle_column.setVisible(bool(report.confusion or report.residuals))
        self._modes.setVisible(bool(report.confusion))
        if report.kind != before:  # else the widths are those that a person chose
            self._moved = False
            self._share(report.kind)
        if report.confusion:
            self._middle_title.show_text(tr("Confusion matrix"))
            self.matrix.show_counts(report.classes, report.confusion)
            self._middle.setCurrentWidget(self._matrix_page)
        elif report.residuals:
            self._show_errors(report)
        self.samples.setEnabled(True)
        self.samples.show_worst(report, event.worst)

    def _share(self, kind: str) -> None:
        """Room for the columns; what is told in words and tables is at the left."""
        part, left_part = _SHARES.get(kind, _OTHERS)
        width = max(self.width(), 1)
        middle = max(_MIDDLE_WANTED, round(part * width)) if part else 0
        left = round(left_part * (width - middle))
        self._columns.setSizes([left, middle, width - middle - left])
        self._fit_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Until a person moves the columns, they share the width anew."""
        super().resizeEvent(event)
        if self._event is not None and not self._moved:
            self._share(self._event.report.kind)

    @Slot()
    def _on_moved(self) -> None:
        self._moved = True
        self._fit_title()

    def _fit_title(self) -> None:
        """A title of which hardly a letter is seen says nothing."""
        room = self._columns.sizes()[1] >= _TITLE_LEAST
        self._middle_title.setVisible(room or self._modes.isHidden())

    def _show_table(self, report: Report) -> None:
        rows: list[tuple[object, ...]] = []
        if report.per_class:
            title = tr("Label") if report.kind == "labels" else tr("Class")
            columns = (Column(title, right=False), *map(_said, _CLASS_COLUMNS))
            rows = [(row.name, row.precision, row.recall, row.f1, row.support) for row in report.per_class]
        elif len(report.per_value) > 1:  # of one number the cards tell all
            columns = (Column(tr("Value"), right=False), *map(_said, _VALUE_COLUMNS))
            rows = [(row.name, row.mae, row.rmse, row.bias, row.r2) for row in report.per_value]
        self.table.setVisible(bool(rows))
        if rows:
            self.table.setAccessibleName(tr("Per class") if report.per_class else tr("Per value"))
            self.table.show_rows(columns, rows)
            self.table.setMinimumHeight(min(len(rows) + 1, 11) * _ROW + 12)

    def _show_errors(self, report: Report) -> None:
        """Of several numbers the first is drawn."""
        name = report.per_value[0].name if report.per_value else ""
        points = np.asarray(report.residuals, np.float64).reshape(-1, 2)
        title, truth = tr("Truth against prediction"), tr("truth")
        if len(report.per_value) > 1:
            title = tr("Truth against prediction, {name}", name=name)
            truth = tr("truth, {name}", name=name)
        self._middle_title.show_text(title)
        axes = (truth, tr("said"))
        labels = np.full(len(points), -1, np.int64)
        self.scatter.show_view(
            Scatter("errors", tr("Truth against prediction"), points, labels, (), axes, diagonal=True)
        )
        self.histogram.show_errors(report.residuals, name if len(report.per_value) > 1 else "")
        self._middle.setCurrentWidget(self._errors_page)

    def show_samples(self, shown: Shown) -> None:
        """Those behind the cell that was chosen last."""
        if self._event is not None and self._cell is not None:
            self.samples.show_cell(self._event.report, *self._cell, shown)

    def say(self, text: str) -> None:
        """Why there are no samples to show."""
        if self._cell is not None:
            self.samples.say(text)

    # --- choosing ---

    @Slot(int, int)
    def _on_cell(self, row: int, column: int) -> None:
        if self._event is None:
            return
        report = self._event.report
        found = next((cell for cell in report.cells if (cell.truth, cell.said) == (row, column)), None)
        truth, said = report.classes[row], report.classes[column]
        sentence = mark("{truth} recognized") if row == column else mark("{truth} taken for {said}")
        count = found.count if found is not None else 0
        self._cell = (f"{tr(sentence, truth=truth, said=said)}: {samples_text(count)}", count)
        self.samples.wait_for(self._cell[0])
        if found is None or not found.numbers:
            none = tr("No sample is in this cell.") if not count else tr("None of these samples was kept to be shown.")
            self.samples.say(none)
            return
        self.samples_wanted.emit(found.numbers)

    @Slot()
    def _on_back(self) -> None:
        self._cell = None
        self.matrix.clear_choice()
        if self._event is not None:
            self.samples.show_worst(self._event.report, self._event.worst)

    @Slot(bool)
    def _on_mode(self, as_percent: bool) -> None:
        self.matrix.show_percent(as_percent)


def _said(column: Column) -> Column:
    """A column of a table above in the language that is spoken."""
    return replace(column, title=tr(column.title), tip=tr(column.tip) if column.tip else "")
