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
from playground.core.language import tr
from playground.ui.crash import CrashReporter
from playground.ui.icons import window_icon
from playground.ui.plugin_notice import tell_of_failed_plugins
from playground.ui.settings import APPLICATION, ORGANIZATION, settings
from playground.ui.speaking import speak_in
from playground.ui.starting_again import start_if_wanted
from playground.ui.theme import load_fonts, theme
from playground.ui.windows import active_window, new_window, open_windows

# A file for the time of the first picture (and the processor's until then, and the large modules loaded by then);
# for benchmarks.
TRACE = "PLAYGROUND_STARTUP_TRACE"
_HEAVY = ("numpy", "torch", "pyqtgraph", "pydantic", "PIL", "sklearn", "onnx", "ziamath", "multiprocessing", "typer")


def main(project: Path | None = None, in_thread: bool = False) -> int:
    """Show the window, with ``project`` opened if given; the exit status when it is closed."""
    application = make_application()
    window = new_window(in_thread=in_thread)
    reporter = CrashReporter()
    # Queued: the error may come from the middle of a paint event, or of showing a message.
    crashes = _CrashMessages(application)
    reporter.reported.connect(crashes.show, Qt.ConnectionType.QueuedConnection)
    reporter.install()
    signals = _Signals(application)
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
        start_if_wanted()


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
    speak_in(application, settings().language)
    load_fonts()
    _apply_theme()
    hints = application.styleHints()
    hints.colorSchemeChanged.connect(_apply_theme)
    hints.accessibility().contrastPreferenceChanged.connect(_apply_theme)
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
    """Shows unexpected errors in the window that the person works in."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._details = ""

    @Slot(str, str)
    def show(self, message: str, details: str) -> None:
        self._details = details
        window = active_window()
        if window is not None:
            choices = [(tr("Copy details"), self._copy)]
            window.messages.show_message(message, "error", choices, key="crash")

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._details)


class _Signals(QObject):
    """SIGINT and SIGTERM close all windows. Qt's event loop runs no Python, so a socket wakes it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
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
        for window in open_windows():
            window.close_quietly()
