"""Where the answers to one lens come in: the newest, as often as they can be shown, while anybody looks."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from playground.protocol import Lens, Seen, Unseen
from playground.ui.watching import Watcher, late

# Showing takes a tenth of the event loop at most.
_LOAD = 10


class LensPort(QObject):
    """Holds one lens open at a time. ``interval`` seconds lie between two sights of it; the first of another lens comes
    as soon as it can be shown. ``arrived`` tells the newest alone: those that come faster are left out. With ``late``
    it tells of what was drawn a moment ago, too, until the newest drawing is answered.
    """

    arrived = Signal(object)  # Seen | Unseen

    def __init__(
        self, watcher: Watcher, parent: QObject | None = None, *, interval: float = 0.08, late: bool = False
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._watcher, self._interval, self._late = watcher, interval, late
        self._lens: Lens | None = None
        self._shown: Lens | None = None
        self._new: Seen | Unseen | None = None
        self._last = self._took = 0.0
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._show_new)

    @property
    def lens(self) -> Lens | None:
        """What is open."""
        return self._lens

    def open(self, lens: Lens | None) -> None:
        """Look through ``lens`` from now on, None: through nothing. What was not shown of another one is dropped."""
        if lens != self._lens:
            self._lens = lens
            if not self._fits(self._new):
                self._new = None
                self._soon.stop()
        if lens is None:
            self._watcher.close(self)
        else:
            self._watcher.open(self, lens, self._on_seen)

    def close(self) -> None:
        """Nobody looks."""
        self.open(None)

    def forget(self, *, but: int | None = None) -> None:
        """Drop what has not been shown: it is of weights that are gone. What is of the run or draft ``but`` stays: a
        network at rest is seen once, and would not be seen again.
        """
        if self._new is not None and self._new.run != but:
            self._new = None
            self._soon.stop()

    def _fits(self, event: Seen | Unseen | None) -> bool:
        if event is None or self._lens is None:
            return False
        return event.lens == self._lens or (self._late and late(event.lens, self._lens))

    def _on_seen(self, event: Any) -> None:
        if not self._fits(event):
            return
        self._new = event
        least = self._interval if event.lens == self._shown else 0.0
        wait = max(least, _LOAD * self._took) - (time.perf_counter() - self._last)
        wanted = max(0, round(1000 * wait))
        if not self._soon.isActive() or self._soon.remainingTime() > wanted:
            self._soon.start(wanted)

    @Slot()
    def _show_new(self) -> None:
        event, self._new = self._new, None
        if event is None or not self._fits(event):
            return
        began, self._shown = time.perf_counter(), event.lens
        self.arrived.emit(event)
        self._last = time.perf_counter()
        self._took = self._last - began
