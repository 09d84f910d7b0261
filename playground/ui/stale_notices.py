"""Takes messages away that are no longer true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from playground.ui.message_bar import MessageArea
from playground.ui.project_session import ProjectSession

if TYPE_CHECKING:
    from playground.ui.run_controller import RunController

# Keys of messages: that there is nothing trained yet, what could not be written, an edit that was refused, what an
# import could not read, and that unsaved work has no backup.
NO_WEIGHTS, NOT_WRITTEN, REFUSED, IMPORT, NO_BACKUP = "no-weights", "not-written", "refused", "import", "no-backup"
# What was found in data of one's own, and what a run has to say of them.
DATA, DATA_NOTES = "data", "data-notes"
EXPORT = "export"  # what came of the last export or bundle


class StaleNotices(QObject):
    """Watches the project and the run."""

    def __init__(
        self, session: ProjectSession, controller: RunController, messages: MessageArea, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._controller, self._messages = session, controller, messages
        for told in (controller.run_started, controller.bundle_opened, controller.model_imported):
            told.connect(self._on_weights)
        controller.state_changed.connect(self._on_state)
        for told in (controller.saved, controller.exported):
            told.connect(self._on_written)
        session.changed.connect(self._on_changed)
        session.opened.connect(self._on_opened)
        session.file_changed.connect(self._on_file)

    @Slot()
    def _on_weights(self) -> None:
        """What the weights before these could not be written to does not matter any more."""
        self._clear(NO_WEIGHTS, NOT_WRITTEN)

    @Slot()
    def _on_state(self) -> None:
        """Whoever pressed Run has read it; a run that failed has brought its weights back."""
        if self._controller.state == "preparing" or self._controller.has_weights:
            self._clear(NO_WEIGHTS)

    @Slot()
    def _on_written(self) -> None:
        self._clear(NOT_WRITTEN)

    @Slot()
    def _on_changed(self) -> None:
        self._clear(REFUSED)

    @Slot()
    def _on_opened(self) -> None:
        self._clear(REFUSED, NOT_WRITTEN, IMPORT, DATA, DATA_NOTES)

    @Slot()
    def _on_file(self) -> None:
        if not self._session.dirty:
            self._clear(NO_BACKUP)

    def _clear(self, *keys: str) -> None:
        for key in keys:
            self._messages.clear(key)
