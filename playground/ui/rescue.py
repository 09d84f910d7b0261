"""Unsaved work of a window: its copy while one works, and the offer of what a crash has left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from playground.core.language import tr
from playground.ui.message_bar import Choice
from playground.ui.recovery import Recovered, Recovery, find_recovered
from playground.ui.stale_notices import NO_BACKUP
from playground.ui.windows import new_window

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow


class Rescue(QObject):
    """Made after the first picture: it writes from then on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.recovery = Recovery(window.session, window.controller, self)
        self.recovery.failed.connect(self._on_failed)
        self._decided: set[Path] = set()  # what is not offered here any more
        self._taken = False  # something was recovered in this window

    @Slot()
    def back_up(self) -> None:
        """Write the copy now."""
        self.recovery.write()

    def offer(self) -> None:
        """Offer what a crash left, the newest first, one after another."""
        self.recovery.write()  # from now on; what is found below is older
        self._offer_next()

    def offer_again(self, work: Recovered) -> None:
        """Nothing was decided yet."""
        self._decided.discard(work.file)
        self._offer(work)

    def recover(self, work: Recovered) -> None:
        """Show it in this window, unless what is open there shall stay."""
        self._decided.add(work.file)
        if not self._window.files.recover(work):
            self.offer_again(work)

    def take(self, work: Recovered, *, trained: bool) -> None:
        """The window shows it now, with what it was ``trained`` to or without: it counts as not saved."""
        self._window.session.undo_stack.resetClean()
        if trained and work.bundle is not None:
            self.recovery.weights.adopt(work.bundle)
        if self.recovery.write():  # it is safe in a copy of this window's
            work.give_way(trained=trained)
        self._taken = True
        self._offer_next()

    def end(self, *, keep: bool) -> None:
        """The window closes; what is not saved is wanted again with ``keep``."""
        if keep:
            self.recovery.write()
        self.recovery.stop()

    def let_go(self, *, keep: bool) -> None:
        """The worker is gone: nobody writes any more. The copy goes unless ``keep``."""
        self.recovery.close(keep=keep)

    def _offer_next(self) -> None:
        waiting = [work for work in find_recovered() if work.file not in self._decided]
        if waiting:
            self._offer(waiting[0])

    def _recover_elsewhere(self, work: Recovered) -> None:
        """This window shows other work that was recovered."""
        other = new_window(self._window, in_thread=self._window.in_thread)
        other.show()
        self._decided.add(work.file)
        other.rescue.recover(work)
        self._offer_next()

    def _delete(self, work: Recovered) -> None:
        work.delete()
        self._offer_next()

    def _offer(self, work: Recovered) -> None:
        told = [tr("“{title}” was not saved when the program ended last time.", title=work.project.title)]
        if work.bundle is not None:
            told.append(tr("It was trained to step {step:,}; that is kept, too.", step=work.step))
        recover: Choice = (tr("Recover it"), lambda: self.recover(work))
        if self._taken:
            recover = (tr("Recover it in a new window"), lambda: self._recover_elsewhere(work))
        self._window.messages.show_message(
            " ".join(told), "warning", [recover, (tr("Delete it"), lambda: self._delete(work))], key="recovery"
        )

    @Slot(str)
    def _on_failed(self, message: str) -> None:
        self._window.messages.show_message(message, "warning", key=NO_BACKUP)
