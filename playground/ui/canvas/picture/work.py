"""Paints in slices between the events of the window, with progress, until it is done or cancelled."""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from playground.ui.canvas.picture.choices import NoPicture

SHOW_AFTER = 0.5  # seconds, before progress is worth showing


class Work(QObject):
    """One at a time. ``done`` carries what the generator returned."""

    advanced = Signal(int)  # items painted so far, once it takes long enough to be shown
    done = Signal(object)
    failed = Signal(str)  # why there is no picture

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slices: Generator[int, None, Any] | None = None
        self._began = 0.0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        return self._slices is not None

    def start(self, slices: Generator[int, None, Any]) -> None:
        """Take up the work of ``slices``; what was under way is dropped. Short work is done when this returns."""
        self.cancel()
        self._slices, self._began = slices, perf_counter()
        self._step()
        if self.busy:
            self._timer.start()

    def cancel(self) -> None:
        """Drop it without a word."""
        self._timer.stop()
        slices, self._slices = self._slices, None
        if slices is not None:
            slices.close()

    def _step(self) -> None:
        if self._slices is None:
            return
        try:
            number = next(self._slices)
        except StopIteration as end:
            self._end()
            self.done.emit(end.value)
        except NoPicture as error:  # a slice runs from a timer, where nobody could catch it
            self._end()
            self.failed.emit(str(error))
        else:
            if perf_counter() - self._began > SHOW_AFTER:
                self.advanced.emit(number)

    def _end(self) -> None:
        self._timer.stop()
        self._slices = None
