"""When to draw: soon after something is new, but at most about twelve times a second, and never while idle."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 80
# Painting takes about as long again, so drawing gets at most about a fifth of the event loop, on slow machines too.
_LOAD = 10


class Pacer(QObject):
    """Calls ``draw`` once for any number of ``request`` calls. Its timer runs only while a drawing is due."""

    def __init__(self, draw: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._draw = draw
        self._last = self._took = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._due)

    def request(self) -> None:
        """Something is new: draw at once after a quiet time, else when the interval is over."""
        if self._timer.isActive():
            return
        wait = max(INTERVAL_MS / 1000, _LOAD * self._took) - (time.perf_counter() - self._last)
        self._timer.start(max(0, round(1000 * wait)))

    def stop(self) -> None:
        """Forget a drawing that is due: nobody looks."""
        self._timer.stop()

    def _due(self) -> None:
        started = time.perf_counter()
        self._draw()
        self._last = time.perf_counter()
        self._took = self._last - started
