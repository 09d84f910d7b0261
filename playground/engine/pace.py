"""How fast a run is: time spent on steps, samples per second, seconds left."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Pace:
    """A stopwatch for training alone (not pauses, not evaluation) with a sliding rate over the last marks."""

    def __init__(self, window_seconds: float = 3.0) -> None:
        self._window = window_seconds
        self._elapsed = 0.0
        self._since: float | None = None
        self._marks: deque[tuple[float, int]] = deque([(0.0, 0)])
        self.samples = 0
        self.evaluation_seconds = 0.0

    def start(self) -> None:
        if self._since is None:
            self._since = time.perf_counter()

    def stop(self) -> None:
        if self._since is not None:
            self._elapsed += time.perf_counter() - self._since
            self._since = None

    @contextmanager
    def resting(self) -> Iterator[None]:
        """It stands inside, if it is running."""
        running = self._since is not None
        self.stop()
        try:
            yield
        finally:
            if running:
                self.start()

    @property
    def elapsed(self) -> float:
        """Seconds of training so far."""
        running = time.perf_counter() - self._since if self._since is not None else 0.0
        return self._elapsed + running

    def mark(self) -> float:
        """Samples per second over the last few seconds, as of now."""
        now = self.elapsed
        self._marks.append((now, self.samples))
        while len(self._marks) > 2 and now - self._marks[1][0] >= self._window:
            self._marks.popleft()
        seconds, samples = now - self._marks[0][0], self.samples - self._marks[0][1]
        return samples / seconds if seconds > 0 else 0.0

    @property
    def mean(self) -> float:
        """Samples per second over the whole run."""
        return self.samples / self.elapsed if self.elapsed > 0 else 0.0
