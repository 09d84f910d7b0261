"""The Evaluate tab under the canvas. It is light until there is a report to show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from playground.core.files import FileError, write_atomic
from playground.core.language import mark, tr
from playground.protocol import Evaluated, FromData, Part, RequestFailed
from playground.training.split import part_name
from playground.ui.dialogs.files import ask_save
from playground.ui.evaluate.client import Evaluation
from playground.ui.evaluate.saving import to_csv, to_json
from playground.ui.evaluate.words import headline
from playground.ui.project_session import ProjectSession
from playground.ui.toasts import tell_saved
from playground.ui.widgets.basics import Combo, button, set_flag
from playground.ui.widgets.elided import ElidedLabel
from playground.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from playground.protocol.findings import Shown
    from playground.ui.evaluate.content import ReportContent

Ask = Callable[[QWidget, str, str, str, str], Path | None]
Tell = Callable[[QWidget, str], None]
NO_WEIGHTS = mark("Nothing is trained yet. Press Run, or open a trained bundle.")
NO_REPORT = mark("Press Evaluate to look at every sample of a part of the data with the weights as they are now.")
_BUSY = mark("Looking at every sample…")
_PARTS = {"test": mark("Test part"), "validation": mark("Validation part"), "train": mark("Training part")}


class EvaluatePanel(QWidget):
    """``ask`` is the dialog for a file, ``tell`` takes failures to write one. ``sample_chosen`` brings the ``FromData``
    that a person pointed at.
    """

    sample_chosen = Signal(object)
    run_wanted = Signal()

    def __init__(
        self, session: ProjectSession, controller: Any, parent: QWidget | None = None, *, ask: Ask = ask_save,
        tell: Tell | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session, self._ask, self._tell = session, ask, tell
        self.client = Evaluation(controller, self)
        self.content: ReportContent | None = None
        self._error = ""
        self.part, self.start = Combo(), button(tr("Evaluate"))
        self.status, self.empty = ElidedLabel("caption"), EmptyState("evaluate", "")
        self.copy, self.save = button(tr("Copy")), button(tr("Save as…"))
        self._pages = QStackedWidget()
        self._lay_out()
        self.start.clicked.connect(self._on_start)
        self.copy.clicked.connect(self.copy_report)
        self.client.changed.connect(self._follow)
        self.client.reported.connect(self._on_reported)
        self.client.shown.connect(self._on_shown)
        self.client.failed.connect(self._on_failed)
        session.opened.connect(self._on_opened)
        self._follow()

    # --- building ---

    def _lay_out(self) -> None:
        for name, title in _PARTS.items():
            self.part.addItem(tr(title), name)
        self.part.setAccessibleName(tr("Part of the data to evaluate on"))
        self.part.setFixedWidth(132)
        self.start.setToolTip(tr("Look at every sample of this part, with the weights as they are now"))
        self.copy.setToolTip(tr("Copy the report to the clipboard, for a spreadsheet"))
        menu = QMenu(self.save)
        for text, kind in ((tr("&CSV…"), "csv"), (tr("&JSON…"), "json")):
            action = menu.addAction(text)
            action.setData(kind)
            action.triggered.connect(self._on_save)
        self.save.setMenu(menu)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.part)
        head.addWidget(self.start)
        head.addWidget(self.status, 1)
        head.addWidget(self.copy)
        head.addWidget(self.save)
        self.empty.acted.connect(self._on_empty_acted)
        self._pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)
        self.setAccessibleName(tr("Evaluate"))

    @Slot()
    def _on_start(self) -> None:
        """The button begins, and while it works it ends."""
        if self.client.busy:
            self.client.cancel()
        else:
            self.evaluate()

    @Slot()
    def _on_empty_acted(self) -> None:
        if self.client.ready:
            self.evaluate()
        else:
            self.run_wanted.emit()

    def _the_content(self) -> ReportContent:
        if self.content is None:
            from playground.ui.evaluate.content import ReportContent  # numpy: not for the first picture

            self.content = ReportContent()
            self.content.samples_wanted.connect(self._on_samples_wanted)
            self.content.samples.sample_chosen.connect(self._on_sample)
            self._pages.addWidget(self.content)
        return self.content

    # --- doing ---

    @Slot()
    def evaluate(self) -> None:
        """Ask for a report on the chosen part."""
        self._error = ""
        part: Part = self.part.currentData()
        self.client.evaluate(part)
        self._follow()

    @Slot()
    def copy_report(self) -> None:
        """The tables of the report, for a spreadsheet."""
        if self.client.last is not None:
            QGuiApplication.clipboard().setText(to_csv(self.client.last.report, "\t"))

    @Slot()
    def _on_save(self) -> None:
        action, last = self.sender(), self.client.last
        if not isinstance(action, QAction) or last is None:
            return
        kind = str(action.data())
        name = tr("{title} {part} report", title=last.report.title, part=part_name(last.report.part))
        kinds = {"csv": tr("Comma-separated values (*.csv)"), "json": "JSON (*.json)"}
        path = self._ask(self, tr("Save report"), name, f".{kind}", kinds[kind])
        if path is None:
            return
        text = to_csv(last.report) if kind == "csv" else to_json(last.report)
        try:
            write_atomic(path, text.encode("utf-8"))
        except FileError as error:
            if self._tell is not None:
                self._tell(self, str(error))
        else:
            tell_saved(self, path)

    # --- showing ---

    @Slot()
    def _follow(self) -> None:
        """Buttons, words and the age of the report."""
        client, last = self.client, self.client.last
        self.start.setEnabled(client.ready)
        self.start.setText(tr("Cancel") if client.busy else tr("Evaluate"))
        self.copy.setEnabled(last is not None)
        self.save.setEnabled(last is not None)
        text, look = "", "caption"
        if client.busy:
            text = tr(_BUSY)
            if client.progress is not None:
                done, samples = client.progress
                text = tr("{done:,} of {samples:,} samples looked at…", done=done, samples=samples)
        elif self._error:
            text, look = self._error, "bad-caption"
        elif last is not None:
            stale = client.stale
            text = f"{headline(last.report)}, {stale or tr('after step {step:,}', step=last.step)}"
            look = "warn" if stale else "caption"
        set_flag(self.status, "look", look)
        self.status.show_text(text)
        if client.ready:
            self.empty.show_words(self._error or tr(NO_REPORT), tr("Evaluate"))
        else:
            self.empty.show_words(tr(NO_WEIGHTS), tr("Run"))
        shown: QWidget = self.empty if last is None or self.content is None else self.content
        self._pages.setCurrentWidget(shown)

    @Slot(object)
    def _on_reported(self, event: Evaluated) -> None:
        self._error = ""
        self._the_content().show_report(event)
        self._follow()

    @Slot(object)
    def _on_samples_wanted(self, numbers: tuple[int, ...]) -> None:
        self.client.show_samples(numbers)

    @Slot(str, int)
    def _on_sample(self, part: Part, number: int) -> None:
        self.sample_chosen.emit(FromData(part, number))

    @Slot(object)
    def _on_shown(self, shown: Shown) -> None:
        self._the_content().show_samples(shown)

    @Slot(object)
    def _on_failed(self, failure: RequestFailed) -> None:
        self._error = f"{failure.message} {failure.hint}".strip()
        if self.content is not None:
            self.content.say(self._error)
        self._follow()

    @Slot()
    def _on_opened(self) -> None:
        """A report on another project says nothing here."""
        self._error = ""
        self.client.forget()
