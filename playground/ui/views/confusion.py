"""Which classes are taken for which: the matrix of every epoch, and the samples behind its cells."""

from __future__ import annotations

import csv
import io
import math
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QSlider, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.core.project import Project
from playground.protocol import Confusion, ConfusionSeen, FromData, Lens, Seen
from playground.protocol.findings import Mistake, Report
from playground.training.datasets import describe
from playground.training.tasks import task_of
from playground.ui.evaluate.matrix import ConfusionMatrix
from playground.ui.evaluate.matrix_modes import MatrixModes
from playground.ui.evaluate.samples import Samples
from playground.ui.evaluate.words import PARTS, percent, samples_text
from playground.ui.views.bench import Bench
from playground.ui.views.view import View
from playground.ui.widgets.basics import Combo, label, scrolled
from playground.ui.widgets.elided import ElidedLabel

_MATRIX_LEAST, _SAMPLES_LEAST, _SLIDER_LEAST = 200, 180, 80
_MANY = mark("{count:,} classes are too many for a matrix. Beside it are the surest mistakes.")


class ConfusionView(View):
    """The slider goes through the epochs that are kept; at its right end the newest is followed."""

    EMPTY = mark("Press Run: after each epoch this shows which classes are taken for which.")

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.matrix, self.samples, self.modes = ConfusionMatrix(), Samples(), MatrixModes()
        self.part, self.slider = Combo(), QSlider(Qt.Orientation.Horizontal)
        self.when = ElidedLabel("caption")
        self._many, self._left = label("", "muted", wrap=True), QStackedWidget()
        self._step: int | None = None  # None: the newest
        self._cell: tuple[int, int] | None = None
        self.sight: ConfusionSeen | None = None
        self._key: tuple[object, ...] = ()  # what is shown
        self._lay_out()
        self.part.currentIndexChanged.connect(self._on_part)
        self.slider.valueChanged.connect(self._on_slid)
        self.modes.chosen.connect(self.matrix.show_percent)
        self.matrix.cell_chosen.connect(self._on_cell)
        self.samples.back_wanted.connect(self._on_back)
        self.samples.sample_chosen.connect(self._on_sample)

    def _lay_out(self) -> None:
        for name in ("validation", "test", "train"):
            self.part.addItem(tr(PARTS[name]), name)
        self.part.setAccessibleName(tr("Part of the data"))
        self.part.setFixedWidth(104)
        self.slider.setAccessibleName(tr("Epoch"))
        self.slider.setToolTip(tr("Epochs that are kept; at the right end the newest is followed"))
        self.slider.setMinimumWidth(_SLIDER_LEAST)
        self.slider.setPageStep(1)
        copy = QAction(tr("Copy counts"), self.matrix)
        copy.triggered.connect(self.copy_matrix)
        self.matrix.addAction(copy)
        self.matrix.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.choices.addWidget(self.part)
        self.choices.addWidget(self.modes)
        self.choices.addWidget(self.slider, 1)
        self.choices.addWidget(self.when, 2)
        page = scrolled(self.matrix)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._left.addWidget(page)
        self._left.addWidget(self._many)
        self._left.setMinimumWidth(_MATRIX_LEAST)
        self.samples.setMinimumWidth(_SAMPLES_LEAST)
        columns = QSplitter(Qt.Orientation.Horizontal)
        columns.setHandleWidth(1)
        columns.setChildrenCollapsible(False)
        columns.addWidget(self._left)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(12, 0, 0, 0)
        beside.addWidget(self.samples)
        columns.addWidget(right)
        columns.setSizes([560, 440])
        self._many.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self.content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(columns)

    # --- what a view does ---

    def lens(self) -> Lens | None:
        project: Project | None = self.looked_into
        if project is None:
            return None
        return Confusion(task_of(project).main(project), self.part.currentData(), self._step, self._cell)

    def forget(self) -> None:
        """Nothing of another run stays."""
        self.sight, self._step, self._cell, self._key = None, None, None, ()
        self.samples.forget()
        self.when.show_text("")
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, 0)
        self.slider.setEnabled(False)

    def renew(self) -> None:
        """Of another network the newest is followed; a cell stays chosen where there are the same classes."""
        self._key = ()
        dataset = describe(self.looked_into.data) if self.looked_into is not None else None
        same = self.sight is not None and dataset is not None and dataset.classes == self.sight.classes
        self._step, self._cell = None, self._cell if same else None
        self.follow()

    def turn_to(self, target: Any) -> None:
        """Show the samples of a cell: the number of the class that they are, and of the one that they are called."""
        self._cell = target
        self.follow()

    def show_seen(self, seen: Seen) -> None:
        """What is there already is not drawn again, so that nobody loses the place where he reads."""
        sight = seen.sight
        assert isinstance(sight, ConfusionSeen)
        self._show_steps(sight)
        told = (sight.counts.tobytes(), sight.shown.numbers, sight.shown.said, sight.sure)
        key = (sight.part, sight.at, sight.samples, sight.cell, sight.found, told)
        if key == self._key:
            return
        self._key, self.sight = key, sight
        if sight.counts.size:
            self.matrix.show_counts(sight.classes, sight.counts.tolist())
            self.matrix.current = sight.cell
        else:
            self._many.setText(tr(_MANY, count=len(sight.classes)))
        self._left.setCurrentIndex(0 if sight.counts.size else 1)
        self._show_samples(sight)

    def _show_steps(self, sight: ConfusionSeen) -> None:
        """How far the slider goes, and where it stands."""
        steps = [known.step for known in sight.known]
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(0, len(steps) - 1))
            self.slider.setValue(steps.index(sight.at.step) if sight.at.step in steps else 0)
        self.slider.setEnabled(len(steps) > 1)
        right = percent(sight.at.right / sight.samples) if sight.samples else "–"
        text = tr("{when}: {right} right", when=_when(sight.at.epochs), right=right)
        if sight.samples != sight.whole:
            text = tr(
                "{told}, of the first {samples:,} of {whole:,}", told=text, samples=sight.samples, whole=sight.whole
            )
        self.when.show_text(text)
        self.slider.setAccessibleDescription(text)

    def _show_samples(self, sight: ConfusionSeen) -> None:
        shown, cell = sight.shown, sight.cell
        title = _title(sight)
        if not shown.numbers:
            none = tr("No sample is in this cell.") if cell else tr("No mistakes.")
            self.samples.show_none(title, none, back=bool(cell))
            return
        self.samples.show_these(_report(sight), title, shown, back=cell is not None)

    # --- what a person chooses ---

    @Slot(int)
    def _on_part(self, _index: int) -> None:
        self._step, self._key = None, ()
        self.follow()

    @Slot(int)
    def _on_slid(self, value: int) -> None:
        if self.sight is not None and value < len(self.sight.known):
            newest = value == len(self.sight.known) - 1
            self._step = None if newest else self.sight.known[value].step
            self.follow()

    @Slot(int, int)
    def _on_cell(self, row: int, column: int) -> None:
        self._cell = (row, column)
        self.follow()

    @Slot()
    def _on_back(self) -> None:
        self._cell = None
        self.matrix.clear_choice()
        self.follow()

    @Slot(str, int)
    def _on_sample(self, part: Any, number: int) -> None:
        """What a person points at flows through the window."""
        self.bench.previews.choose(FromData(part, number))

    @Slot()
    def copy_matrix(self) -> None:
        """Counts with the names of the classes, cells apart by tabs."""
        sight = self.sight
        if sight is None or not sight.counts.size:
            return
        text = io.StringIO()
        writer = csv.writer(text, delimiter="\t", lineterminator="\n")
        writer.writerow([tr("truth \\ said"), *sight.classes])
        for name, counts in zip(sight.classes, sight.counts.tolist(), strict=True):
            writer.writerow([name, *counts])
        QGuiApplication.clipboard().setText(text.getvalue())


def _when(epochs: float) -> str:
    """ "epoch 3", "epoch 2.41", "before the first step"."""
    if not epochs:
        return tr("before the first step")
    whole = math.isclose(epochs, round(epochs))
    return tr("epoch {epochs:.0f}", epochs=epochs) if whole else tr("epoch {epochs:.2f}", epochs=epochs)


def _title(sight: ConfusionSeen) -> str:
    """What stands over the samples: all mistakes, or what is in the cell that was chosen."""
    found, cell = sight.found, sight.cell
    if cell is None:
        one, several = tr("1 mistake, the surest first"), tr("{count:,} mistakes, the surest first", count=found)
        return one if found == 1 else several
    was, said, samples = sight.classes[cell[0]], sight.classes[cell[1]], samples_text(found)
    if cell[0] != cell[1]:
        return tr("{was} taken for {said}: {samples}", was=was, said=said, samples=samples)
    if found > 1:
        return tr("{was} recognized: {samples}, the doubtful first", was=was, samples=samples)
    return tr("{was} recognized: {samples}", was=was, samples=samples)


def _report(sight: ConfusionSeen) -> Report:
    """What the list of samples must know, in the form of an evaluation's."""
    shown = sight.shown
    told = tuple(
        Mistake(number, truth, said, math.nan, sure, origin)
        for number, truth, said, sure, origin in zip(
            shown.numbers, shown.truth, shown.said, sight.sure, shown.origins, strict=True
        )
    )
    return Report(
        title="", task="", network="", dataset="", part=sight.part, samples=sight.samples, kind="classes", metrics={},
        classes=sight.classes, worst=told, probabilities=sight.probabilities,
    )  # fmt: skip
