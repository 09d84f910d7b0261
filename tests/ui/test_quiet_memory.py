"""What belongs to the open project is left out of Python's search for garbage; what was open before is not kept."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from playground.core.presets import preset_path
from playground.ui import quiet_memory
from playground.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _searched_again() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_a_project_that_was_closed_is_not_kept(
    open_window: Callable[..., MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quiet_memory, "SETTLED_MILLISECONDS", 20)
    window = open_window("digits-cnn")
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0, timeout=30_000)
    before = weakref.ref(window.session.project)
    second = preset_path("spiral-2d")
    assert second is not None
    gc.unfreeze()
    assert window.open_path(second)
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0, timeout=30_000)
    assert before() is None


def test_a_window_that_was_closed_leaves_nothing(qapp: QApplication) -> None:
    """Several windows come and go in a long sitting; each has its project, its history and its views."""
    window = MainWindow()
    preset = preset_path("digits-cnn")
    assert preset is not None and window.open_path(preset)
    window.toasts.show_message("Saved.", "done", [("Undo", window.session.undo_stack.undo)])
    gone, project = weakref.ref(window), weakref.ref(window.session.project)
    window.close_quietly()
    delete(window)
    del window
    gc.collect()
    assert gone() is None and project() is None
