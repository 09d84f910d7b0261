"""The samples behind a number of the report as they look: images, rows, texts, or curves."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.protocol import SampleSeries
from playground.protocol.findings import Mistake, Report, Shown
from playground.ui.data.series_view import SeriesView
from playground.ui.evaluate.sample_pictures import Caption, SamplePictures
from playground.ui.evaluate.words import number, percent
from playground.ui.widgets.basics import button, label, scrolled
from playground.ui.widgets.elided import ElidedLabel
from playground.ui.widgets.value_table import Column, ValueTable


class Samples(QWidget):
    """Worst mistakes first, or those of a cell; ``back_wanted`` asks for the mistakes again.

    ``sample_chosen`` tells part and number of one that was clicked.
    """

    back_wanted = Signal()
    sample_chosen = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.back = ElidedLabel("strong"), button(tr("Show the worst"), "link")
        self.pictures, self.table, self.series = SamplePictures(), ValueTable(tr("Samples")), SeriesView()
        self.words = label("", "muted", wrap=True)
        self._shown: Shown | None = None
        self._pages = QStackedWidget()
        self._picture_page, self._series_page = scrolled(self.pictures), scrolled(self.series)
        for page in (self.words, self._picture_page, self.table, self._series_page):
            self._pages.addWidget(page)
        self.title.setMinimumHeight(26)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)
        self.back.clicked.connect(self._on_back)
        self.pictures.chosen.connect(self._on_chosen)
        self.table.clicked.connect(self._on_row)
        self.table.activated.connect(self._on_row)
        self.setAccessibleName(tr("Samples behind the numbers"))

    @Slot()
    def _on_back(self) -> None:
        self.back_wanted.emit()

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        if self._shown is not None and index < len(self._shown.numbers):
            self.sample_chosen.emit(self._shown.part, self._shown.numbers[index])

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        self._on_chosen(self.table.values.number_of(index.row()))

    def show_worst(self, report: Report, shown: Shown | None) -> None:
        """The samples with the largest loss, or error."""
        title = tr("Worst reconstructions first") if report.kind == "data" else tr("Worst first")
        self._head(title, back=False)
        if shown is None or not shown.numbers:
            self.say(tr("Nothing is told of single samples here."))
            return
        self._show(report, shown, report.worst[: len(shown.numbers)])

    def show_cell(self, report: Report, title: str, count: int, shown: Shown) -> None:
        """Those behind a cell; ``count`` may be more than are shown."""
        if len(shown.numbers) < count:
            title = tr("{title}, the first {count:,}", title=title, count=len(shown.numbers))
        self.show_these(report, title, shown, back=True)

    def show_these(self, report: Report, title: str, shown: Shown, *, back: bool) -> None:
        """Samples, with what the report's ``worst`` tells of some of them; a loss that is NaN is not told."""
        self._head(title, back=back)
        known = {one.number: one for one in report.worst}
        self._show(report, shown, [known.get(n) for n in shown.numbers])

    def show_none(self, title: str, text: str, *, back: bool) -> None:
        """There are no such samples."""
        self._head(title, back=back)
        self.say(text)

    def forget(self) -> None:
        """What was shown is of weights that are gone."""
        self._shown = None
        self.show_none("", "", back=False)

    def wait_for(self, title: str) -> None:
        """Samples are on their way."""
        self._head(title, back=True)
        self.say(tr("Fetching the samples…"))

    def say(self, text: str) -> None:
        self.words.setText(text)
        self._pages.setCurrentWidget(self.words)

    def _head(self, title: str, *, back: bool) -> None:
        self.title.show_text(title)
        self.back.setVisible(back)

    def _show(self, report: Report, shown: Shown, told: Sequence[Mistake | None]) -> None:
        self._shown = shown
        if shown.images is not None:
            captions = [_caption(report, shown, index, one) for index, one in enumerate(told)]
            self.pictures.show_images(shown.images, shown.back, captions)
            self._pages.setCurrentWidget(self._picture_page)
        elif shown.curves is not None:
            captions = [_caption(report, shown, index, one) for index, one in enumerate(told)]
            several = shown.curves.shape[2] > 1
            names = tuple(
                tr("feature {number}", number=n + 1) if several else tr("given") for n in range(shown.curves.shape[2])
            )
            texts = tuple(f"{one.text}  ·  {shown.origins[n]}" for n, one in enumerate(captions))
            self.series.show_samples(SampleSeries(np.asarray(shown.curves, np.float32), names, captions=texts))
            self._pages.setCurrentWidget(self._series_page)
        else:
            self._show_rows(report, shown, told)

    def _show_rows(self, report: Report, shown: Shown, told: Sequence[Mistake | None]) -> None:
        """Truth and answer first, then where it is from, then what it is."""
        loss = any(one is not None and not math.isnan(one.loss) for one in told)
        sure = not loss and any(one is not None and one.confidence is not None for one in told)
        data = report.kind == "data"
        right = report.kind == "values"
        columns = [] if data else [Column(tr("Truth"), _cell_text, right), Column(tr("Said"), _cell_text, right)]
        columns += [Column(tr("Error") if data else tr("Loss"), number)] if loss else []
        columns += (
            [Column(tr("Confidence") if report.probabilities else tr("Score"), _sure_text(report))] if sure else []
        )
        columns += [Column(tr("Source"), right=False)]
        columns += [Column(name, _cell_text, right=shown.columns != ("text",)) for name in shown.columns]
        rows, wrong = [], []
        for index, one in enumerate(told):
            truth, said = shown.truth[index], shown.said[index]
            if report.kind != "values" and truth != said:
                wrong.append(index)
            row: list[object] = [] if data else [_value(truth), _value(said)]
            row += [one.loss if one is not None else None] if loss else []
            row += [one.confidence if one is not None else None] if sure else []
            rows.append([*row, shown.origins[index], *(_value(cell) for cell in shown.cells[index])])
        self.table.show_rows(columns, rows, wrong)
        self._pages.setCurrentWidget(self.table)


def _value(text: str) -> object:
    """A number where it is one, so that it sorts as one."""
    try:
        return float(text)
    except ValueError:
        return text


def _sure_text(report: Report) -> Callable[[float], str]:
    return percent if report.probabilities else number


def _cell_text(value: object) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _caption(report: Report, shown: Shown, index: int, one: Mistake | None) -> Caption:
    truth, said, origin = shown.truth[index], shown.said[index], shown.origins[index]
    if report.kind == "data":
        error = number(one.loss) if one is not None else ""
        words = tr("mean squared error {error}, above the original, below what came back", error=error)
        return Caption(error, f"{words}\n{origin}")
    wrong = truth != said
    sentence = mark("is {truth}, taken for {said}") if wrong else mark("is {truth}, recognized")
    if report.kind == "values":
        sentence, wrong = mark("is {truth}, said {said}"), False
    lines = [tr(sentence, truth=truth, said=said)]
    if one is not None:
        facts = [] if math.isnan(one.loss) else [tr("loss {loss}", loss=number(one.loss))]
        if one.confidence is not None and report.probabilities:
            facts.append(tr("{percent} sure", percent=percent(one.confidence)))
        lines += [", ".join(facts)] if facts else []
    text = f"{truth} → {said}" if wrong or report.kind == "values" else truth
    return Caption(text, "\n".join([*lines, origin]), wrong)
