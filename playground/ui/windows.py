"""The windows of this process. Each has a project, a worker and a recovery file of its own; they share the settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from playground.ui.main_window import MainWindow

_CASCADE = QPoint(32, 32)  # how far a new window lies beside the one before
_open: list[MainWindow] = []


def open_windows() -> tuple[MainWindow, ...]:
    """Those that are open, the oldest first."""
    return tuple(_open)


def new_window(beside: MainWindow | None = None, *, in_thread: bool = False) -> MainWindow:
    """A window with the start page, not shown yet; it is let go of when it is closed."""
    from playground.ui.main_window import MainWindow

    window = MainWindow(in_thread)
    _open.append(window)
    window.closed.connect(lambda: _let_go(window))
    if beside is not None and not beside.isMaximized() and not beside.isFullScreen():
        screen = beside.screen().availableGeometry()
        room = screen.adjusted(0, 0, -2 * _CASCADE.x(), -2 * _CASCADE.y()).size()
        window.resize(beside.size().boundedTo(room))  # else it would hide the other one
        corner = beside.pos() + _CASCADE
        inside = screen.adjusted(0, 0, -window.width(), -window.height())
        window.move(
            max(screen.left(), min(corner.x(), inside.right())), max(screen.top(), min(corner.y(), inside.bottom()))
        )
    return window


def showing(path: Path) -> MainWindow | None:
    """The window in which a project's file is open."""
    wanted = path.resolve()
    for window in _open:
        shown = window.session.path
        if shown is not None and shown.resolve() == wanted:
            return window
    return None


def active_window() -> MainWindow | None:
    """The one that the person works in, else the newest."""
    active = QApplication.activeWindow()
    while active is not None:
        if active in _open:
            return next(window for window in _open if window is active)
        active = active.parentWidget()
    return _open[-1] if _open else None


def _let_go(window: MainWindow) -> None:
    if window in _open:
        _open.remove(window)
        window.deleteLater()
