"""Messages go when they are no longer true."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from networks import classifier
from pytestqt.qtbot import QtBot

from playground.core.edits import Rename, SetTraining
from playground.ui.main_window import MainWindow

OpenWindow = Callable[..., MainWindow]
LONG = 100_000


def opened(open_window: OpenWindow) -> MainWindow:
    window = open_window(in_thread=True)
    window.session.open(classifier(epochs=1))
    window.show_workbench()
    return window


def told(window: MainWindow, words: str) -> bool:
    return any(words in text for text in window.messages.texts)


def test_that_nothing_is_trained_goes_when_a_run_starts(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(open_window)
    window.files.export()
    assert told(window, "no trained weights yet")
    with qtbot.waitSignal(window.controller.run_finished, timeout=LONG):
        window.controller.run()
        assert not told(window, "no trained weights yet")
    bundle = tmp_path / "a.playground"
    with qtbot.waitSignal(window.controller.saved, timeout=LONG):
        window.controller.save_bundle(bundle)
    window.controller.reset()
    window.files.export()
    assert told(window, "no trained weights yet")
    with qtbot.waitSignal(window.controller.bundle_opened, timeout=LONG):
        assert window.files.open_path(bundle)
    assert not told(window, "no trained weights yet")


def test_what_could_not_be_written_goes_when_it_is(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(open_window)
    controller = window.controller
    with qtbot.waitSignal(controller.run_finished, timeout=LONG):
        controller.run()
    with qtbot.waitSignal(controller.request_failed, timeout=LONG):
        controller.save_bundle(tmp_path / "nowhere" / "a.playground")
    assert told(window, "cannot be saved")
    with qtbot.waitSignal(controller.saved, timeout=LONG):
        controller.save_bundle(tmp_path / "a.playground")
    assert not told(window, "cannot be saved")
    with qtbot.waitSignal(controller.request_failed, timeout=LONG):
        controller.save_bundle(tmp_path / "nowhere" / "a.playground")
    window.session.open(classifier(epochs=1))
    assert not told(window, "cannot be saved")


def test_a_refused_edit_and_a_missing_backup_are_forgotten(open_window: OpenWindow, tmp_path: Path) -> None:
    window = opened(open_window)
    session = window.session
    assert not session.do(SetTraining({"epochs": -1}))
    window.recovery.failed.emit("Unsaved work cannot be backed up.")
    assert len(window.messages.texts) == 2
    assert session.do(Rename(session.network, "dense1", "Scores"))
    assert window.messages.texts == ["Unsaved work cannot be backed up."]
    assert window.files.save_to(tmp_path / "mine.json")
    assert window.messages.texts == []
