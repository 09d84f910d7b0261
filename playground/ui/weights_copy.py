"""What was trained and nobody saved: a bundle beside the copy of the project, offered with it after a crash."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from playground.core.language import tr

if TYPE_CHECKING:
    from playground.protocol import RequestFailed, Saved
    from playground.ui.run_controller import RunController

_LOG = logging.getLogger("playground")
# Seconds until what was trained is written: while training goes on, and once it rests.
RUNNING, AT_REST = 15.0, 0.5
LEISURE = 100  # a copy that took t is not written again before so many times t: training loses a hundredth to it


class WeightsCopy(QObject):
    """The worker writes it. ``changed``: there is one to be told of, or of a later step, or none any more."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, controller: RunController, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self.file = file
        self.wanted = False  # a crash would lose what was trained: the file is there, or on its way
        self.step = 0  # how far the weights in the file are trained
        self._written: tuple[int, int] | None = None  # run and step of those
        self._asked: int | None = None  # the request under way
        self._asking = (0, 0)  # its run and step
        self._began = self._free = 0.0  # on the monotonic clock: when it was asked, and when the next may be
        self._given_up = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._write)
        controller.progressed.connect(self._on_progress)
        controller.state_changed.connect(self._on_state)
        controller.copied.connect(self._on_copied)
        controller.copy_failed.connect(self._on_failed)
        controller.saved.connect(self._on_saved)
        controller.run_reset.connect(self.discard)

    def adopt(self, file: Path) -> None:
        """The weights that are there now came from ``file``, which another window left: it is this one's copy."""
        self._written, self.file = self._controller.at_stake, file
        self.wanted, self.step = self._written is not None, self._written[1] if self._written is not None else 0
        self.changed.emit()

    @Slot()
    def discard(self) -> None:
        """They are saved, or given up."""
        self._timer.stop()
        self._written, self.step = None, 0
        self._remove()
        if self.wanted:
            self.wanted = False
            self.changed.emit()

    def stop(self) -> None:
        """Nothing is written from now on; what there is stays."""
        self._timer.stop()
        self._given_up = True

    # --- when ---

    @Slot()
    def _on_progress(self) -> None:
        if not self._timer.isActive():
            self._on_state()

    @Slot()
    def _on_state(self) -> None:
        """It may rest now: the sooner it is written."""
        self._plan(RUNNING if self._controller.state == "running" else AT_REST)

    def _plan(self, seconds: float) -> None:
        stake = self._controller.at_stake
        if stake is None or stake == self._written or self._asked is not None or self._given_up:
            return
        self._timer.start(round(1000 * max(seconds, self._free - time.monotonic())))

    @Slot()
    def _write(self) -> None:
        stake = self._controller.at_stake
        if stake is None or stake == self._written or self._asked is not None:
            return
        if not self.wanted:
            self.wanted = True
            self.changed.emit()  # who recovers must know of it before it is there
        self._began, self._asking = time.monotonic(), stake
        self._asked = self._controller.copy_weights(self.file)

    # --- what became of it ---

    @Slot(object)
    def _on_copied(self, answer: Saved) -> None:
        if answer.request != self._asked:
            return
        self._asked = None
        now = time.monotonic()
        self._free = now + LEISURE * (now - self._began)
        if not self.wanted:  # given up meanwhile
            self._remove()
            return
        self._written, self.step = self._asking, self._asking[1]
        self.changed.emit()
        self._on_state()

    @Slot(object)
    def _on_failed(self, failure: RequestFailed) -> None:
        """The worker died, or the disk refuses. Of the latter it is told once: it would be the same again and again."""
        if failure.request != self._asked:
            return
        self._asked = None
        if self._controller.at_stake is not None:
            self.stop()
            self.failed.emit(tr("What was trained cannot be backed up. {error}", error=failure.message))

    @Slot()
    def _on_saved(self) -> None:
        if self._controller.at_stake is None:
            self.discard()

    def _remove(self) -> None:
        try:
            self.file.unlink(missing_ok=True)
        except OSError as error:
            _LOG.warning("%s stays: %s", self.file, error)
