"""Files that take their time: how far they are is told, and a person who does not want to wait is not made to."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event, Semaphore

import pytest
from networks import classifier
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from playground.core import bundle as core_bundle, files as core_files
from playground.core.edits import SetProject
from playground.core.files import save_project
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project
from playground.engine import unwanted
from playground.ui import file_actions, opening
from playground.ui.main_window import MainWindow
from playground.ui.message_bar import MessageBar
from playground.ui.toasts import waiting

OpenWindow = Callable[..., MainWindow]
LONG = 30_000


def many(count: int) -> Project:
    nodes = tuple(Node(id=f"relu{n}", type="ReLU", x=240.0 * (n % 40), y=200.0 * (n // 40)) for n in range(count))
    links = tuple(Link(source=f"relu{n}", target=f"relu{n + 1}") for n in range(count - 1))
    return Project(title="Many", networks={"Classifier": Graph(nodes=nodes, links=links)})


def press(window: MainWindow, text: str) -> None:
    """The button of a message that stands there now."""
    next(button for bar in window.messages.bars for button in bar.buttons if button.text() == text).click()


def test_a_large_project_is_read_beside_the_event_loop(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "many.json"
    save_project(many(60), path)
    window = open_window("digits-cnn", in_thread=True)
    before = window.session.project
    monkeypatch.setattr(opening, "LARGE_BYTES", 1000)

    # told at once, with a way out; the window is free
    assert window.open_path(path)
    assert window.messages.texts == ["Opening many.json…"]
    assert window.session.project is before
    press(window, "Cancel")
    assert window.messages.texts == [] and window.toasts.texts == ["many.json was not opened."]

    # what was cancelled does not come back when its thread ends; what was not, does
    with qtbot.waitSignal(window.session.opened, timeout=LONG):
        window.open_path(path)
    assert window.session.path == path and len(window.session.graph.nodes) == 60
    assert window.messages.texts == []

    # one that is broken says so, and what is open stays
    path.write_text(path.read_text(encoding="utf-8").replace('"ReLU"', "7", 1), encoding="utf-8")
    shown = window.session.project
    window.open_path(path)
    qtbot.waitUntil(lambda: window.messages.bars[0].kind == "error", timeout=LONG)
    assert "many.json: networks" in window.messages.texts[0] and window.session.project is shown


def test_who_edits_while_a_large_project_is_read_is_asked(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    answer: Callable[[str], list[str]],
) -> None:  # fmt: skip
    path = tmp_path / "many.json"
    save_project(many(60), path)
    window = open_window("digits-cnn", in_thread=True)
    monkeypatch.setattr(opening, "LARGE_BYTES", 1000)
    window.open_path(path)
    window.session.do(SetProject({"title": "Mine"}))
    seen = answer("Cancel")
    qtbot.waitUntil(lambda: not window.messages.texts, timeout=LONG)
    assert seen and window.session.project.title == "Mine"


@pytest.fixture
def trained(open_window: OpenWindow, qtbot: QtBot) -> MainWindow:
    """Paused after a step, nothing saved yet."""
    window = open_window(in_thread=True)
    window.session.open(classifier(epochs=5))
    window.show_workbench()
    with qtbot.waitSignal(window.controller.progressed, timeout=LONG):
        window.controller.step()
    qtbot.waitUntil(lambda: window.controller.state == "paused", timeout=LONG)
    return window


def test_a_bundle_that_is_written_slowly_tells_how_far_it_is_and_can_be_left(
    trained: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, controller = trained, trained.controller
    path = tmp_path / "mine.playground"
    path.write_bytes(b"old")
    disk, to_disk = Semaphore(0), os.fsync

    def slowly(handle: int) -> None:
        assert disk.acquire(timeout=LONG / 1000)
        to_disk(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", slowly)
        patch.setattr(core_files, "_PORTION", 100)
        patch.setattr(unwanted, "_REPORT_SECONDS", 0.0)
        patch.setattr(file_actions, "SLOW_MILLISECONDS", 0)
        patch.setattr(file_actions.dialogs, "ask_save", lambda *_: path)
        window.files.save_bundle()
        qtbot.waitUntil(lambda: window.messages.texts == ["Saving mine.playground…"], timeout=LONG)
        with qtbot.waitSignal(controller.file_progress, timeout=LONG):
            disk.release(2)
        (share,) = (share for bar in window.messages.bars for share in bar.findChildren(QProgressBar))
        assert 0 <= share.value() < share.maximum()
        on = QTimer(interval=20)  # milliseconds for each portion from now on
        on.timeout.connect(disk.release)
        with qtbot.waitSignal(controller.request_failed, timeout=LONG):
            press(window, "Cancel")
            on.start()
        on.stop()
    assert window.messages.texts == [] and window.toasts.texts == ["The bundle was not saved."]
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]
    assert controller.unsaved_weights
    with qtbot.waitSignal(controller.saved, timeout=LONG):  # the next one is written as ever
        controller.save_bundle(path)
    assert path.read_bytes() != b"old" and not controller.unsaved_weights


def test_who_cancels_the_opening_of_a_bundle_keeps_what_was_trained(
    trained: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, controller = trained, trained.controller
    path = tmp_path / "mine.playground"
    with qtbot.waitSignal(controller.saved, timeout=LONG):
        controller.save_bundle(path)
    controller.stop()
    qtbot.waitUntil(lambda: controller.state == "finished", timeout=LONG)
    before, read_portions = window.session.project, core_files.read_portions
    reading, pause = Event(), Event()

    def slowly(file: Path, told: core_files.Told) -> bytes:
        for _ in range(LONG // 10):  # until somebody cancels it
            told(1, 2)
            reading.set()
            pause.wait(0.01)
        return read_portions(file, told)

    with monkeypatch.context() as patch:
        patch.setattr(core_bundle, "read_portions", slowly)
        assert window.open_path(path)
        assert window.messages.texts == [f"Opening {path.name}…"]
        assert reading.wait(LONG / 1000)
        with qtbot.waitSignal(controller.bundle_refused, timeout=LONG):
            press(window, "Cancel")
            assert window.messages.texts == ["Cancelling…"]
    assert window.messages.texts == [] and f"{path.name} was not opened." in window.toasts.texts
    assert (controller.state, controller.has_weights) == ("finished", True)
    assert window.session.project is before
    with qtbot.waitSignal(controller.saved, timeout=LONG):  # the worker has them still
        controller.save_bundle(tmp_path / "again.playground")

    # too late: the weights are there before the worker hears of it, and so is what belongs to them
    with monkeypatch.context() as patch, qtbot.waitSignal(window.session.opened, timeout=LONG):
        assert window.open_path(path)
        patch.setattr(controller, "cancel_opening", lambda: None)
        press(window, "Cancel")
    assert window.messages.texts == [] and (controller.state, controller.has_weights) == ("paused", True)
    with qtbot.waitSignal(controller.saved, timeout=LONG):
        controller.save_bundle(tmp_path / "late.playground")


class Painted(QObject):
    """Counts paint events."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_what_holds_the_window_up_is_said_and_painted_before_it_begins(open_window: OpenWindow) -> None:
    window = open_window("digits-cnn", in_thread=True)
    painted = Painted()
    with waiting(window.canvas, "Arranging…"):
        bar = window.toasts.bars[0]
        assert isinstance(bar, MessageBar) and bar.text == "Arranging…"
        assert QApplication.overrideCursor() is not None
        bar.installEventFilter(painted)
        window.toasts.repaint()  # as when it began: nothing waits for the event loop
        assert painted.count == 1
    assert QApplication.overrideCursor() is None and not window.toasts.bars
