"""Events on their way to the window. Training never waits for it: what piles up is merged, keeping every point."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import replace
from multiprocessing.connection import Connection

import numpy as np

from playground.protocol import Event, Predictions, Progress, Seen, Snapshots

_PASSED = (Progress, Predictions, Seen, Snapshots)  # by events of their own kind


class Outbox:
    """``put`` from any thread returns at once; one thread of its own writes to the pipe."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: deque[Event] = deque()
        self._changed = threading.Condition()
        self._closed = False
        self._thread = threading.Thread(target=self._send, name="playground outbox", daemon=True)
        self._thread.start()

    def put(self, event: Event) -> None:
        with self._changed:
            if not self._merge(event):
                self._waiting.append(event)
            self._changed.notify()

    def close(self, timeout: float) -> None:
        """Send what is left, for at most ``timeout`` seconds."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join(timeout)

    def _merge(self, event: Event) -> bool:
        """Whether ``event`` went into one that still waits; an event of no such kind is never overtaken."""
        for index in range(len(self._waiting) - 1, -1, -1):
            other = self._waiting[index]
            if not isinstance(other, _PASSED) or other.run != getattr(event, "run", None):
                return False
            if isinstance(event, Progress) and isinstance(other, Progress):
                self._waiting[index] = replace(event, series=_joined(other.series, event.series))
                return True
            if isinstance(event, Predictions) and isinstance(other, Predictions) and event.at == other.at:
                self._waiting[index] = event
                return True
            if isinstance(event, Snapshots) and isinstance(other, Snapshots):
                self._waiting[index] = event
                return True
            if isinstance(event, Seen) and isinstance(other, Seen) and event.lens == other.lens:
                self._waiting[index] = event
                return True
        return False

    def _send(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closed)
                if not self._waiting:
                    return
                event = self._waiting.popleft()
            try:
                self._connection.send(event)
            except (BrokenPipeError, ConnectionError, OSError):
                return  # the window is gone; the thread that reads commands sees it too and ends the process


def _joined(first: dict[str, np.ndarray], second: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    joined = dict(first)
    for name, rows in second.items():
        joined[name] = np.concatenate([joined[name], rows]) if name in joined else rows
    return joined
