"""Files that a person waits for no more, and how far those are that are waited for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from playground import protocol
from playground.core.files import FileError, Told
from playground.core.language import tr

_REPORT_SECONDS = 0.1


class Unwanted:
    """``add`` is for any thread; the others belong to the one that reads and writes."""

    def __init__(self, tell: Callable[[protocol.Event], None]) -> None:
        self._tell = tell
        self._lock = threading.Lock()
        self._found: set[protocol.CancelFile] = set()

    def add(self, command: protocol.CancelFile) -> None:
        with self._lock:
            self._found.add(command)

    def require_wanted(self, path: str, *, request: int | None = None, run: int | None = None) -> None:
        """Raises ``FileError``."""
        with self._lock:
            unwanted = protocol.CancelFile(request, run) in self._found
        if unwanted:
            told = tr("was not saved: it was cancelled.") if run is None else tr("was not opened: it was cancelled.")
            raise FileError(Path(path), told)

    def follow(self, path: str, *, request: int | None = None, run: int | None = None) -> Told:
        """Tells how far a file is, at most ten times a second, and raises ``FileError`` where it is cancelled."""
        last = time.monotonic()

        def told(done: int, total: int) -> None:
            nonlocal last
            self.require_wanted(path, request=request, run=run)
            if time.monotonic() - last >= _REPORT_SECONDS:
                last = time.monotonic()
                self._tell(protocol.FileProgress(done, total, request, run))

        return told
