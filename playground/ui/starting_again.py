"""The program ends and starts again, as after another language was chosen; nothing is lost on the way."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess

from playground.ui.windows import active_window, open_windows

_wanted: list[list[str]] = []  # the command line of the next start, while it is wanted


def start_again() -> bool:
    """Close all windows, each with its question about unsaved work; False when one stays, and all goes on.

    The project of the window in front is opened again if it has a file.
    """
    front = active_window()
    path = front.session.path if front is not None else None
    for window in open_windows():
        if not window.close():
            return False
    _wanted[:] = [command(path)]
    return True


def command(path: Path | None) -> list[str]:
    """What starts the program with ``path``."""
    return [sys.executable, "-m", "playground", *([str(path)] if path is not None else [])]


def start_if_wanted() -> None:
    """Called when the event loop has ended."""
    if _wanted:
        program, *arguments = _wanted.pop()
        QProcess.startDetached(program, arguments)
