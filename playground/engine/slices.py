"""Work that takes seconds, done a little at a time: a run that is under way goes on between two pieces of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

# A step of training may be held up for so long at once; what is done between two pauses comes on top.
SLICE_SECONDS = 0.04

Pause = Callable[[], None]


class Ended(Exception):
    """Nobody wants the work any more; raised in it, at its next pause."""


class Slices:
    """``work(pause)`` runs on a thread of its own, but only while somebody waits in ``go_on``: never at the same time
    as that one. It calls ``pause`` often, and must not raise.
    """

    def __init__(self, work: Callable[[Pause], None]) -> None:
        self._work = work
        self._go, self._back = threading.Semaphore(0), threading.Semaphore(0)
        self._thread: threading.Thread | None = None
        self._began = 0.0
        self._ended = False
        self.done = False

    def go_on(self) -> bool:
        """Do the next piece. Returns whether all is done."""
        if self.done:
            return True
        self._began = time.perf_counter()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="playground slices", daemon=True)
            self._thread.start()
        else:
            self._go.release()
        self._back.acquire()
        if self.done:
            self._thread.join()
        return self.done

    def end(self) -> None:
        """Leave the rest undone."""
        self._ended = True
        if self._thread is None:
            self.done = True
        while not self.go_on():
            pass

    def _run(self) -> None:
        try:
            self._work(self._pause)
        except Ended:
            pass
        finally:
            self.done = True
            self._back.release()

    def _pause(self) -> None:
        if self._ended:
            raise Ended
        if time.perf_counter() - self._began < SLICE_SECONDS:
            return
        self._back.release()
        self._go.acquire()
        if self._ended:
            raise Ended
