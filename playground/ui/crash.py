"""An error that nobody expected becomes a message and a line in a log; the window stays."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from playground.core.language import tr
from playground.ui.settings import log_folder

_LOG = logging.getLogger("playground")
MAX_LOG = 1_000_000  # bytes; the log starts anew beyond


class CrashReporter(QObject):
    """``reported`` carries one line for people and the details, in the window's thread whatever thread failed."""

    reported = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last = ""

    def install(self) -> None:
        """Become the process's hook for errors. Call ``uninstall`` before the window goes."""
        self._previous = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def uninstall(self) -> None:
        sys.excepthook, threading.excepthook = self._previous

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return  # Ctrl+C is a wish to close, and the window hears it by its own way
        details = "".join(traceback.format_exception(kind, error, trace))
        if details == self._last:
            return  # a failing paint event would say it sixty times a second
        self._last = details
        where = write_log(details)
        _LOG.error("unexpected error, written to %s", where)
        self.reported.emit(
            tr(
                "Something unexpected went wrong ({kind}: {error}). Your work is untouched.",
                kind=kind.__name__,
                error=error,
            ),
            details,
        )

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_error(args.exc_type, args.exc_value, args.exc_traceback)


def write_log(details: str) -> Path:
    """Append to the log of errors; returns where it lies. A log that cannot be written goes to stderr."""
    path = log_folder() / "errors.log"
    try:
        mode = "w" if path.exists() and path.stat().st_size > MAX_LOG else "a"
        with path.open(mode, encoding="utf-8") as log:
            log.write(f"{details}\n")
    except OSError:
        sys.stderr.write(details)
    return path
