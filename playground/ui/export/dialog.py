"""File ▸ Export: choose a format and a place; the proof of what was written is shown where it was asked for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.protocol import Exported, ExportProgress, Format, RequestFailed
from playground.training.export_formats import EXPORT_FORMATS
from playground.ui.dialogs.files import ask_save, file_name
from playground.ui.export.cards import FormatCards
from playground.ui.export.outcome import Outcome
from playground.ui.export.place import free_name, would_replace
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.running.requests import NOTHING_TRAINED
from playground.ui.settings import settings
from playground.ui.widgets.basics import button, label, set_text

WIDTH = 640


class ExportDialog(QDialog):
    """Stands beside the window, which goes on. Closed while an export is under way, the window tells how it ended."""

    def __init__(self, session: ProjectSession, controller: RunController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._controller = session, controller
        self._request: int | None = None  # asked last
        self._busy = self._cancelling = False
        self._stem = self._proposed = ""  # of the project; and the name that was put into the line
        self._asked: Path | None = None  # what may be replaced at the next press
        self.setWindowTitle(tr("Export"))
        self.setMinimumWidth(WIDTH)
        self._title = label("", "title", wrap=True)
        self.cards = FormatCards()
        self.path_line = QLineEdit()
        self.path_line.setAccessibleName(tr("Where to write"))
        self._browse = button(tr("Browse…"))
        self._replaces = label("", "caption", wrap=True)
        self.outcome = Outcome()
        self.export_button = button(tr("Export"), "primary")
        self.close_button = button(tr("Close"))
        self.export_button.setDefault(True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(label(tr("Write to"), "muted"))
        place.addWidget(self.path_line, 1)
        place.addWidget(self._browse)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(self.cards)
        layout.addLayout(place)
        layout.addWidget(self._replaces)
        layout.addWidget(self.outcome, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.cards.chosen.connect(self._on_format)
        self.path_line.textChanged.connect(self._on_path)
        self._browse.clicked.connect(self._on_browse)
        self.export_button.clicked.connect(self.start)
        self.close_button.clicked.connect(self.reject)
        self.outcome.cancelled.connect(self.cancel)
        controller = self._controller
        controller.export_progress.connect(self._on_progress)
        controller.exported.connect(self._on_exported)
        controller.request_failed.connect(self._on_failed)

    # --- what the window asks ---

    def choose(self, name: str) -> None:
        """Preselect a format."""
        if not self._busy:
            self.cards.choose(name)

    def tells_of(self, request: int) -> bool:
        """Whether a person reads here what became of ``request``."""
        return self.isVisible() and request in (self._request, NOTHING_TRAINED.request if self._busy else None)

    # --- doing ---

    @Slot()
    def start(self) -> None:
        """Ask the worker for it."""
        path = self._path()
        if path is None:
            self.outcome.show_failure(tr("Say where to write it."), tr("Type a path, or choose one with Browse."))
            self.path_line.setFocus()
            return
        suffix = self.cards.format.suffix
        if suffix and not path.suffix:
            path = path.with_name(path.name + suffix)
            self._set_path(path)
        if path != self._asked and would_replace(path, self.cards.format):
            self._ask(path)
            return
        self._ask(None)
        settings().folder = path.parent if path.parent.is_dir() else settings().folder
        self._busy, self._cancelling = True, False
        self._request = self._controller.export(path, cast("Format", self.cards.format.name))
        if self._request is not None:
            self.outcome.show_stage("preparing")
            self._follow_busy()

    def _ask(self, path: Path | None) -> None:
        """Have the next press replace what is at ``path``; None for nothing."""
        self._asked = path
        self.export_button.setText(tr("Export") if path is None else tr("Replace"))
        self._follow_path()

    @Slot()
    def cancel(self) -> None:
        """End the export under way; nothing of it stays."""
        if self._busy and self._request is not None:
            self._cancelling = True
            self.outcome.show_cancelling()
            self._controller.cancel_export(self._request)

    # --- what comes back ---

    @Slot(object)
    def _on_progress(self, event: ExportProgress) -> None:
        if event.request == self._request and not self._cancelling:
            self.outcome.show_stage(event.stage)

    @Slot(object)
    def _on_exported(self, event: Exported) -> None:
        if event.request == self._request:
            self._end()
            self.outcome.show_proof(event)
            set_text(self._replaces, "")  # what is there now is what was asked for

    @Slot(object)
    def _on_failed(self, failure: RequestFailed) -> None:
        if self._busy and failure.request in (self._request, NOTHING_TRAINED.request):
            self._end()
            if self._cancelling:
                self.outcome.show_nothing()
            else:
                self.outcome.show_failure(failure.message, failure.hint)

    def _end(self) -> None:
        self._busy = False
        self._follow_busy()

    # --- following ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Follow the project that is open now."""
        self._title.setText(tr("Export “{title}”", title=self._session.project.title))
        if not self._busy:
            self._propose(anew=self._stem != file_name(self._session.project.title))
            self.path_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _propose(self, *, anew: bool = False) -> None:
        """A name in the folder used last; what somebody typed keeps its folder and its name, unless begun ``anew``."""
        self._stem = file_name(self._session.project.title)
        typed = self._path()
        folder = settings().folder if anew or typed is None else typed.parent
        proposed = free_name(folder, self._stem, self.cards.format)
        if anew or typed is None or typed.name == self._proposed:
            self._set_path(folder / proposed)
        else:
            known = {found.suffix for found in EXPORT_FORMATS.values() if found.suffix} | {".py"}
            bare = typed.with_suffix("") if typed.suffix in known else typed
            self.path_line.setText(str(bare) + self.cards.format.suffix)
        self._proposed = proposed

    def _set_path(self, path: Path) -> None:
        self.path_line.setText(str(path))

    def _path(self) -> Path | None:
        """What stands in the line, absolute; None for nothing."""
        text = self.path_line.text().strip()
        return Path(os.path.abspath(Path(text).expanduser())) if text else None  # noqa: PTH100  (links stay as typed)

    @Slot(str)
    def _on_format(self, _name: str) -> None:
        self._propose()
        self._ask(None)
        if not self._busy:
            self.outcome.show_nothing()

    @Slot()
    def _on_path(self) -> None:
        self._ask(None)
        if not self._busy:
            self.outcome.show_nothing()

    def _follow_path(self) -> None:
        path = self._path()
        there = path is not None and would_replace(path, self.cards.format)
        sentence = mark("{name} is there already; Export asks before it replaces it.")
        if self._asked is not None:
            sentence = mark("{name} is there already. Press Replace to write over it, or give another name.")
        set_text(self._replaces, tr(sentence, name=path.name) if path and there else "")

    @Slot()
    def _on_browse(self) -> None:
        found, path = self.cards.format, self._path()
        name = path.name.removesuffix(found.suffix) if path is not None else self._session.project.title
        chosen = ask_save(
            self,
            tr("Export {title}", title=tr(found.title)),
            name,
            found.suffix,
            f"{tr(found.kind)} (*{found.suffix})",
        )
        if chosen is not None:
            self._set_path(chosen)
            if would_replace(chosen, found):
                self._ask(chosen)  # the file dialog has asked; one press is enough

    def _follow_busy(self) -> None:
        for part in (self.cards, self.path_line, self._browse, self.export_button):
            part.setEnabled(not self._busy)
        (self.outcome.cancel_button if self._busy else self.export_button).setFocus(Qt.FocusReason.OtherFocusReason)
