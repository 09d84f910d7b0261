"""A real window for a test, and hands for its dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from playground.core.presets import presets_folder
from playground.ui import quiet_memory
from playground.ui.main_window import MainWindow
from playground.ui.theme import theme

_NEVER = 24 * 3_600_000  # milliseconds


@pytest.fixture(autouse=True)
def _garbage_stays_where_the_guard_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """No window sets its objects aside: the guard against leaks would not see them, and among all that earlier tests
    left in memory each search takes a third of a second.
    """
    monkeypatch.setattr(quiet_memory, "SETTLED_MILLISECONDS", _NEVER)


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., MainWindow]]:
    """Makes windows that are painted and warmed up; they are closed without questions at the end."""
    windows: list[MainWindow] = []

    def make(project: Path | str | None = None, *, in_thread: bool = False) -> MainWindow:
        theme().apply(qapp, "light")
        window = MainWindow(in_thread)
        windows.append(window)
        if project is not None:
            assert window.open_path(presets_folder() / f"{project}.json" if isinstance(project, str) else project)
        with qtbot.waitSignal(window.warmed_up):
            window.show()
        return window

    yield make
    while windows:  # nothing may hold a window when the leak guard looks
        window = windows.pop()
        window.close_quietly()
        window.deleteLater()


@pytest.fixture
def answer(qtbot: QtBot) -> Iterator[Callable[[str], list[str]]]:
    """``answer("Discard")`` presses that button of the next dialog; the list then holds the dialog's texts."""
    timers: list[QTimer] = []

    def press(label: str) -> list[str]:
        seen: list[str] = []
        timer = QTimer(interval=20)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                return
            timer.stop()
            seen.extend(str(getattr(dialog, name)()) for name in ("text", "informativeText") if hasattr(dialog, name))
            buttons = {b.text().replace("&", ""): b for b in dialog.findChildren(QAbstractButton)}
            buttons[label].click()

        timer.timeout.connect(look)
        timer.start()
        timers.append(timer)
        return seen

    yield press
    for timer in timers:
        timer.stop()
