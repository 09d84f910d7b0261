"""Trained bundles in the window: opened, stopped, trained on, refused; and what a worker that dies leaves undone."""

from __future__ import annotations

import json
import os
import signal
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from networks import chain, classifier, project
from pytestqt.qtbot import QtBot
from small_published import content, small_kind

from playground.core.edits import SetProject, SetTraining
from playground.core.project import Project
from playground.engine.data.sources import LOADERS
from playground.engine.data.sources.published import load_published
from playground.training.datasets import DATASETS
from playground.ui import file_actions
from playground.ui.main_window import MainWindow
from playground.ui.run_messages import RunMessages

OpenWindow = Callable[..., MainWindow]
LONG = 30_000


def make_bundle(window: MainWindow, qtbot: QtBot, path: Path, wanted: Project, *, batches: int = 1) -> Path:
    """A bundle of ``wanted`` after some batches; the window then has no run."""
    controller = window.controller
    window.session.open(wanted)
    window.show_workbench()
    for _ in range(batches):
        with qtbot.waitSignal(controller.progressed, timeout=LONG):
            controller.step()
        qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)
    with qtbot.waitSignal(controller.saved, timeout=LONG):
        controller.save_bundle(path)
    controller.reset()
    window.session.open(Project())
    window.messages.clear("export")  # that the bundle is saved
    return path


def open_bundle(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(window.controller.bundle_opened, timeout=LONG):
        assert window.open_path(path)


def rewritten(path: Path, member: str, content: bytes) -> Path:
    """A copy of the bundle with another content of one member."""
    other = path.with_name(f"bad-{path.name}")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as target:
        for info in source.infolist():
            target.writestr(info, content if info.filename == member else source.read(info))
    return other


def test_while_a_bundle_is_written_slowly_the_window_says_so(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window("digits-cnn", in_thread=True)
    with qtbot.waitSignal(window.controller.progressed, timeout=LONG):
        window.controller.step()
    qtbot.waitUntil(lambda: window.controller.state == "paused", timeout=LONG)
    monkeypatch.setattr(file_actions, "SLOW_MILLISECONDS", 0)
    monkeypatch.setattr(file_actions.dialogs, "ask_save", lambda *_: tmp_path / "digits.playground")
    said: list[str] = []
    show = window.messages.show_message
    monkeypatch.setattr(
        window.messages, "show_message", lambda text, *args, **more: said.append(text) or show(text, *args, **more)
    )
    with qtbot.waitSignal(window.controller.saved, timeout=LONG):
        window.files.save_bundle()
    assert said == ["Saving digits.playground…"]
    assert window.messages.texts == []
    assert window.toasts.texts == [f"Saved the trained bundle as {tmp_path / 'digits.playground'}."]


@pytest.mark.parametrize("in_thread", [False, True])
def test_an_opened_bundle_can_be_stopped_and_run_trains_again(
    in_thread: bool, open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(in_thread=in_thread)
    path = make_bundle(window, qtbot, tmp_path / "half.playground", classifier(epochs=500))
    open_bundle(window, qtbot, path)
    controller = window.controller
    assert (controller.state, controller.has_weights, controller.unsaved_weights) == ("paused", True, False)
    assert window.toolbar.status()[:2] == ("Paused", "after 1 step")
    opened = controller.run_id
    controller.stop()
    qtbot.waitUntil(lambda: controller.state == "finished", timeout=LONG)
    assert controller.has_weights
    with qtbot.waitSignal(controller.progressed, timeout=LONG) as first:
        window.menu_actions.run.trigger()
    assert (controller.state, first.args[0].step) == ("running", 1)
    assert controller.run_id != opened


def test_a_bundle_stopped_while_it_is_opened_is_shown_and_rests(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(in_thread=True)
    path = make_bundle(window, qtbot, tmp_path / "half.playground", classifier(epochs=500))
    assert window.open_path(path)
    window.controller.stop()
    qtbot.waitUntil(lambda: window.controller.state == "finished", timeout=LONG)
    assert window.session.project.training.epochs == 500


def test_train_on_adds_as_many_epochs_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(in_thread=True)
    controller, train_on = window.controller, window.menu_actions.train_on
    window.session.open(classifier(epochs=1))
    window.show_workbench()
    assert not train_on.isEnabled()
    with qtbot.waitSignal(controller.run_finished, timeout=LONG) as first:
        controller.run()
    run = controller.run_id
    assert train_on.isEnabled()
    with qtbot.waitSignal(controller.run_finished, timeout=LONG) as second:
        train_on.trigger()
    assert (controller.run_id, second.args[0].step) == (run, 2 * first.args[0].step)
    window.session.do(SetTraining({"batch_size": 7}))
    assert not train_on.isEnabled()  # it would not train what is shown


def test_a_bundle_with_a_malformed_history_leaves_what_is_open(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(in_thread=True)
    path = make_bundle(window, qtbot, tmp_path / "half.playground", classifier(epochs=500))
    bad = rewritten(path, "history.json", json.dumps({"series": {"a": 5}}).encode())
    before = window.session.project
    assert not window.open_path(bad)
    (text,) = window.messages.texts
    assert text.startswith("bad-half.playground: history.json: series.a")
    assert window.session.project is before


def test_a_bundle_with_damaged_weights_leaves_what_is_open(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(in_thread=True)
    path = make_bundle(window, qtbot, tmp_path / "half.playground", classifier(epochs=500))
    bad, before = rewritten(path, "weights.safetensors", b"nothing"), window.session.project
    with qtbot.waitSignal(window.controller.bundle_refused, timeout=LONG):
        assert window.open_path(bad)
    assert window.session.project is before
    (text,) = window.messages.texts
    assert text.startswith("bad-half.playground: ")
    assert window.controller.state == "idle"
    open_bundle(window, qtbot, path)  # the sound one still opens, and takes the message away
    assert window.messages.texts == []


def test_what_was_edited_while_a_bundle_was_loading_is_asked_for(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, answer: Callable[[str], list[str]]
) -> None:
    window = open_window(in_thread=True)
    path = make_bundle(window, qtbot, tmp_path / "half.playground", classifier(epochs=500))
    assert window.open_path(path)
    window.session.do(SetProject({"title": "Quick"}))
    seen = answer("Cancel")
    qtbot.waitUntil(lambda: window.controller.state == "idle", timeout=LONG)
    assert seen[0] == "Save the changes to “Quick” before opening another project?"
    assert window.session.project.title == "Quick"


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A data folder with nine images of 4×5 as the data set "small", whose mirror answers nothing."""
    folder = tmp_path / "data"
    (folder / "small").mkdir(parents=True)
    for name, packed in content().items():
        (folder / "small" / name).write_bytes(packed)
    monkeypatch.setitem(DATASETS, "small", small_kind("http://127.0.0.1:9/"))
    monkeypatch.setitem(LOADERS, "small", load_published)
    return folder


def test_a_bundle_whose_data_are_missing_goes_on_once_they_are_located(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, small: Path
) -> None:
    window = open_window(in_thread=True)
    controller = window.controller
    controller.data_dir = small
    graph = chain(("Input", {"shape": [1, 4, 5]}), "Flatten", ("Dense", {"units": 3}))
    wanted = project(graph, data={"dataset": "small"}, epochs=500, batch_size=2)
    path = make_bundle(window, qtbot, tmp_path / "half.playground", wanted, batches=2)
    controller.data_dir = tmp_path / "elsewhere"
    open_bundle(window, qtbot, path)
    opened = controller.run_id
    with qtbot.waitSignal(controller.run_failed, timeout=LONG):
        controller.run()
    assert (controller.state, controller.run_id, controller.has_weights) == ("paused", opened, True)
    (bar,) = window.messages.bars
    assert bar.buttons[0].text() == "Locate files…"
    messages = window.findChild(RunMessages)
    with qtbot.waitSignal(controller.progressed, timeout=LONG) as progress:
        messages.use_folder(small / "small")
    assert controller.run_id == opened
    assert progress.args[0].step == 3


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs a process that can be held")
def test_a_save_under_way_fails_when_the_worker_dies(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window("digits-cnn")
    controller = window.controller
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.step()
    pid = controller.worker_pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    requests = [controller.save_bundle(tmp_path / "late.playground"), controller.export(tmp_path / "late.pt", "pt")]
    failed: list[int] = []
    controller.request_failed.connect(lambda event: failed.append(event.request))
    with qtbot.waitSignal(controller.worker_died, timeout=LONG):
        os.kill(pid, signal.SIGKILL)
    assert failed == requests
    assert any("before it had written the file" in text for text in window.messages.texts)


def test_only_the_bundle_that_one_waits_for_lets_the_window_go_on(
    open_window: OpenWindow,
    qtbot: QtBot,
    tmp_path: Path,
    answer: Callable[[str], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(in_thread=True)
    controller = window.controller
    window.session.open(classifier(epochs=1))
    window.show_workbench()
    with qtbot.waitSignal(controller.run_finished, timeout=LONG):
        controller.run()
    path = tmp_path / "kept.playground"
    monkeypatch.setattr("playground.ui.dialogs.files.ask_save", lambda *_: path)
    other = controller.export(tmp_path / "no such folder" / "a.pt", "pt")  # fails while the question is answered
    failed: list[int] = []
    controller.request_failed.connect(lambda event: failed.append(event.request))
    answer("Save trained bundle…")
    with qtbot.waitSignal(controller.saved, timeout=LONG):
        window.new_project()
    assert failed == [other]
    assert path.exists()
    assert window.session.graph.nodes == ()  # the new project is there
