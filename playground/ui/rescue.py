"""Unsaved work of a window: its copy while one works, and the offer of what a crash has left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from playground.core.language import tr
from playground.ui.recovery import Recovered, Recovery, find_recovered
from playground.ui.stale_notices import NO_BACKUP

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow


class Rescue(QObject):
    """Made after the first picture: it writes from then on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.recovery = Recovery(window.session, self)
        self.recovery.failed.connect(self._on_failed)

    @Slot()
    def back_up(self) -> None:
        """Write the copy now."""
        self.recovery.write()

    def offer(self) -> None:
        """Offer the newest work that a crash left; no more of it in one window than one answers at a time."""
        self.recovery.write()  # from now on; what is found below is older
        for work in find_recovered()[:1]:
            self._offer(work)

    def end(self, *, keep: bool) -> None:
        """The window closes: the copy goes unless ``keep``."""
        if keep:
            self.recovery.write()
        else:
            self.recovery.discard()
        self.recovery.close()

    def _offer(self, work: Recovered) -> None:
        def recover() -> None:
            if not self._window.files.recover(work):
                self._offer(work)  # nothing was decided yet

        self._window.messages.show_message(
            tr("“{title}” was not saved when the program ended last time.", title=work.project.title), "warning",
            [(tr("Recover it"), recover), (tr("Delete it"), lambda: work.file.unlink(missing_ok=True))],
            key="recovery",
        )  # fmt: skip

    @Slot(str)
    def _on_failed(self, message: str) -> None:
        self._window.messages.show_message(message, "warning", key=NO_BACKUP)
