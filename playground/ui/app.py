"""Starts the window and ends it cleanly."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Slot
from PySide6.QtWidgets import QApplication

from playground import __version__
from playground.ui.crash import CrashReporter
from playground.ui.icons import window_icon
from playground.ui.main_window import MainWindow
from playground.ui.plugin_notice import tell_of_failed_plugins
from playground.ui.settings import APPLICATION, ORGANIZATION, settings
from playground.ui.theme import theme

# A file for the time of the first picture (and the processor's until then, and the large modules loaded by then);
# for benchmarks.
TRACE = "PLAYGROUND_STARTUP_TRACE"
_HEAVY = ("numpy", "torch", "pyqtgraph", "pydantic", "PIL", "sklearn", "onnx", "ziamath", "multiprocessing", "typer")


def main(project: Path | None = None, in_thread: bool = False) -> int:
    """Show the window, with ``project`` opened if given; the exit status when it is closed."""
    application = make_application()
    window = MainWindow(in_thread)
    reporter = CrashReporter()
    # Queued: the error may come from the middle of a paint event, or of showing a message.
    reporter.reported.connect(_CrashMessages(window).show, Qt.ConnectionType.QueuedConnection)
    reporter.install()
    signals = _Signals(window)
    if TRACE in os.environ:
        window.painted.connect(_write_trace, Qt.ConnectionType.DirectConnection)
    tell_of_failed_plugins(window)
    if project is not None:
        window.open_path(project)
    window.show()
    try:
        return application.exec()
    finally:
        signals.restore()
        reporter.uninstall()


def make_application() -> QApplication:
    """The application object with names, fonts and theme; the one that is there when there is one."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setOrganizationName(ORGANIZATION)
    application.setApplicationName(APPLICATION)
    application.setApplicationDisplayName("Neural Playground")
    application.setApplicationVersion(__version__)
    application.setWindowIcon(window_icon())
    _apply_theme()
    application.styleHints().colorSchemeChanged.connect(_apply_theme)
    return application


def _apply_theme() -> None:
    application = QApplication.instance()
    if isinstance(application, QApplication):
        name = settings().theme
        theme().apply(application, None if name == "system" else name)


def _write_trace() -> None:
    loaded = [name for name in _HEAVY if name in sys.modules]
    trace = {"first_paint": time.time(), "cpu_seconds": time.process_time(), "modules": loaded}
    Path(os.environ[TRACE]).write_text(json.dumps(trace), encoding="utf-8")


class _CrashMessages(QObject):
    """Shows unexpected errors in the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._details = ""

    @Slot(str, str)
    def show(self, message: str, details: str) -> None:
        self._details = details
        self._window.messages.show_message(message, "error", [("Copy details", self._copy)], key="crash")

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._details)


class _Signals(QObject):
    """SIGINT and SIGTERM close the window. Qt's event loop runs no Python, so a socket wakes it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._here, self._there = socket.socketpair()
        self._here.setblocking(False)
        self._there.setblocking(False)
        self._before = {number: signal.signal(number, self._on_signal) for number in (signal.SIGINT, signal.SIGTERM)}
        self._wakeup = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def restore(self) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._here.close()
        self._there.close()

    @staticmethod
    def _on_signal(_number: int, _frame: object) -> None:
        """Its coming is told by the socket."""

    @Slot()
    def _on_woken(self) -> None:
        with suppress(BlockingIOError):
            self._here.recv(64)
        self._window.close_quietly()
