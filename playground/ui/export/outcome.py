"""What became of an export: under way, done with its proof, or failed with what to do about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.proof_words import batches_text, milliseconds, size_text
from playground.protocol import Exported, Proof
from playground.training.export_formats import EXPORT_FORMATS
from playground.ui.toasts import show_folder
from playground.ui.widgets.basics import button, label, set_text
from playground.ui.widgets.facts import Fact, FactsTable

STAGES = {
    "preparing": mark("Starting…"),
    "writing": mark("Writing the file…"),
    "proving": mark("Reading it in a clean process and comparing…"),
}


class Outcome(QWidget):
    """Nothing, progress, proof or failure, in the same place."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._pages = QStackedWidget()
        self._nothing = label(
            tr("What is written is read again in a clean process and compared with the network on 64 test samples. "
            "A file that does not agree is not left behind."), "caption", wrap=True,
        )  # fmt: skip
        self._pages.addWidget(_page(self._nothing))
        self._progress = self._make_progress()
        self._proof = self._make_proof()
        self._failure = self._make_failure()
        for page in (self._progress, self._proof, self._failure):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    # --- what is shown ---

    def show_nothing(self) -> None:
        self._pages.setCurrentIndex(0)

    def show_stage(self, stage: str) -> None:
        self._stage.setText(tr(STAGES[stage]))
        self.cancel_button.setEnabled(True)
        self._pages.setCurrentWidget(self._progress)

    def show_cancelling(self) -> None:
        self._stage.setText(tr("Cancelling…"))
        self.cancel_button.setEnabled(False)

    def show_failure(self, message: str, hint: str = "") -> None:
        self._message.setText(message)
        set_text(self._hint, hint)
        self._pages.setCurrentWidget(self._failure)

    def show_proof(self, exported: Exported) -> None:
        self._path = Path(exported.path)
        name = self._path.name
        agrees = mark("{name} agrees with the network.")
        if exported.replaced:
            agrees = mark("Replaced {name}; it agrees with the network.")
        self._head.setText(tr(agrees, name=name))
        self._facts.show_facts(facts_of(exported))
        set_text(self._warning, warning_of(exported.proof))
        self.copy_button.setText(tr("Copy path"))
        self._pages.setCurrentWidget(self._proof)

    def text(self) -> str:
        """What can be read now, as a screen reader would."""
        shown = self._pages.currentWidget()
        if shown is self._progress:
            return self._stage.text()
        if shown is self._proof:
            return "\n".join(filter(None, (self._head.text(), self._facts.text(), self._warning.text())))
        if shown is self._failure:
            return f"{self._message.text()} {self._hint.text()}".strip()
        return ""

    # --- pages ---

    def _make_progress(self) -> QWidget:
        self._stage = label()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(tr("Export under way"))
        self.cancel_button = button(tr("Cancel"))
        self.cancel_button.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(bar, 1)
        row.addWidget(self.cancel_button)
        return _page(self._stage, row)

    def _make_proof(self) -> QWidget:
        self._head = label("", "good")
        self._facts = FactsTable()
        self._warning = label("", "warn", wrap=True)
        self.show_button = button(tr("Show in folder"))
        self.show_button.clicked.connect(self._on_show)
        self.copy_button = button(tr("Copy path"))
        self.copy_button.clicked.connect(self._on_copy)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.show_button)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        return _page(self._head, self._facts, self._warning, row)

    def _make_failure(self) -> QWidget:
        self._message = label("", "bad", wrap=True, selectable=True)
        self._hint = label("", "muted", wrap=True)
        return _page(self._message, self._hint)

    def _on_show(self) -> None:
        show_folder(self._path)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._path))
        self.copy_button.setText(tr("Copied"))


def facts_of(exported: Exported) -> list[Fact]:
    """The proof as names and values."""
    proof = exported.proof
    if proof is None:
        return [(tr("Written"), " ".join(exported.report))]
    facts = []
    if proof.agreement is not None:
        facts.append((tr("Same class"), _agreement(proof)))
    size, found = size_text(proof.size), EXPORT_FORMATS.get(exported.format)
    if len(exported.files) > 1:
        size = tr("{size} in {count} files", size=size, count=len(exported.files))
    difference = tr(
        "at most {difference:.1e}; up to {tolerance:.1e} would be rounding",
        difference=proof.difference, tolerance=proof.tolerance,
    )  # fmt: skip
    speed = tr(
        "{time} for {count} samples; in this program {own}", time=milliseconds(proof.milliseconds),
        count=proof.samples, own=milliseconds(proof.own_milliseconds),
    )  # fmt: skip
    checked = tr(
        "{runtime} in a clean process, at batches of {batches}", runtime=proof.runtime, batches=batches_text(proof)
    )
    facts += [(tr("Difference"), difference), (tr("Size"), size), (tr("Speed"), speed), (tr("Checked with"), checked)]
    return [*facts, (tr("Read it with"), found.reader)] if found is not None else facts


def _agreement(proof: Proof) -> str:
    """For how many samples the file says what the network says."""
    sentence = mark("{count} of {total} random samples")
    if proof.noise or proof.real:
        sentence = (
            mark("{count} of {total} samples of noise") if proof.noise else mark("{count} of {total} test samples")
        )
    return tr(sentence, count=proof.agreement, total=proof.samples)


def warning_of(proof: Proof | None) -> str:
    if proof is None or proof.real or proof.noise:
        return ""
    return tr(
        "Compared on random samples: the project's data are not on this machine, or do not fit the network's inputs."
    )


def _page(*parts: QWidget | QHBoxLayout) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    layout.addStretch(1)
    return page
