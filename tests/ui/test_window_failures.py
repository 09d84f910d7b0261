"""When things go wrong: the worker is killed, the window is closed at a bad moment, files are broken."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from playground.core.edits import SetData, SetTraining
from playground.core.files import dump_project, load_project
from playground.core.presets import presets_folder
from playground.protocol import RunFailed
from playground.ui.main_window import MainWindow
from playground.ui.windows import open_windows

OpenWindow = Callable[..., MainWindow]
Answer = Callable[[str], list[str]]
LONG = 60_000
DIGITS = json.loads((presets_folder() / "digits-cnn.json").read_text(encoding="utf-8"))


def children() -> list[psutil.Process]:
    """The processes of this one, without multiprocessing's tracker, which lives as long as the program."""
    tracker = getattr(resource_tracker._resource_tracker, "_pid", None)
    return [child for child in psutil.Process().children(recursive=True) if child.pid != tracker]


def start_long_run(window: MainWindow, qtbot: QtBot) -> None:
    window.session.do(SetTraining({"epochs": 1000}))
    with qtbot.waitSignals([window.controller.progressed] * 3, timeout=LONG):
        window.toolbar.run_button.click()


def test_a_killed_worker_is_a_message_and_one_click_trains_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("digits-cnn")
    start_long_run(window, qtbot)
    project, pid = window.session.project, window.controller.worker_pid
    assert pid is not None
    with qtbot.waitSignal(window.controller.worker_died, timeout=LONG) as died:
        os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    assert died.args[0].exit_code == -9 or sys.platform == "win32"
    assert window.isVisible()
    assert window.controller.state == "failed"
    assert window.session.project is project
    assert "loss" in window.plots.current_run_csv()
    (text,) = window.messages.texts
    assert text.startswith("The training process was killed (SIGKILL), perhaps because memory ran out.")
    assert "The network and the curves are kept" in text
    assert window.recovery.file.exists()  # the edit to 1000 epochs was not saved

    with qtbot.waitSignal(window.controller.progressed, timeout=LONG):
        window.toolbar.run_button.click()
    assert window.controller.worker_pid != pid
    assert window.messages.texts == []


def test_closing_while_training_asks_stops_and_leaves_no_process(
    open_window: OpenWindow, qtbot: QtBot, answer: Answer
) -> None:
    window = open_window("digits-cnn")
    start_long_run(window, qtbot)
    window.session.undo_stack.setClean()
    (worker,) = children()

    seen = answer("Cancel")
    window.close()
    assert "is being trained. Stop before closing?" in seen[0]
    assert "The trained weights are not saved" in seen[1]
    assert window.isVisible()
    assert window.controller.state == "running"

    answer("Stop training")
    window.close()
    assert not window.isVisible()
    assert not worker.is_running()
    assert children() == []


def test_closing_while_the_worker_still_starts_leaves_no_process(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: len(children()) == 1)
    window.close()
    assert children() == []


def test_unsaved_changes_are_asked_for(open_window: OpenWindow, answer: Answer, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(DIGITS), encoding="utf-8")
    window = open_window(path, in_thread=True)
    window.session.do(SetTraining({"epochs": 7}))
    seen = answer("Cancel")
    window.new_project()
    assert seen[0] == "Save the changes to “Digits · convolutional” before starting a new project?"
    assert window.session.project.training.epochs == 7
    answer("Save")
    window.new_project()
    assert load_project(path).training.epochs == 7
    assert window.session.project.title == "Untitled"
    window.session.do(SetTraining({"epochs": 8}))
    answer("Discard")
    window.close()
    assert not window.isVisible()
    assert not window.recovery.file.exists()


def changed(**changes: Any) -> str:
    return json.dumps({**DIGITS, **changes})


BAD = {
    "truncated": (dump_project(load_project(presets_folder() / "digits-cnn.json"))[:700], "cut off"),
    "not JSON": ("layers: [Dense]", "is not valid JSON"),
    "newer version": (changed(version=99), "version 99"),
    "wrong type": (changed(training={**DIGITS["training"], "epochs": "many"}), "training.epochs"),
    "NaN": (changed(training={**DIGITS["training"], "learning_rate": float("nan")}), "training.learning_rate"),
    "unknown field": (changed(colour="red"), "colour: is not a field"),
    "nested": ("[" * 10_000 + "]" * 10_000, "is n"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line_and_the_open_project_stays(name: str, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window("digits-cnn", in_thread=True)
    project = window.session.project
    path = tmp_path / "bad.json"
    path.write_text(BAD[name][0], encoding="utf-8")
    assert not window.open_path(path)
    (text,) = window.messages.texts
    assert text.startswith("bad.json: ")
    assert BAD[name][1] in text
    assert "\n" not in text
    assert window.session.project is project


def test_a_damaged_bundle_and_a_missing_file_are_messages_too(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window("digits-cnn", in_thread=True)
    bundle = tmp_path / "bad.playground"
    bundle.write_bytes(b"PK\x03\x04 and then nothing")
    assert not window.open_path(bundle)
    assert window.messages.texts[0].startswith("bad.playground: ")
    assert not window.open_path(tmp_path / "gone.json")
    assert window.messages.texts[0].startswith("gone.json: cannot be read")


@pytest.mark.parametrize(
    ("node", "problem"), [({"type": "Teleport"}, "Teleport"), ({"params": {"units": 1_000_000_000}}, "units")]
)
def test_what_cannot_be_trained_opens_and_is_named(
    node: dict[str, Any], problem: str, open_window: OpenWindow, tmp_path: Path
) -> None:
    content = json.loads(json.dumps(DIGITS))
    next(n for n in content["networks"]["Classifier"]["nodes"] if n["id"] == "dense1").update(node)
    path = tmp_path / "odd.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    window = open_window(path, in_thread=True)
    assert any(
        p.severity == "error" and p.node == "dense1" and problem in p.message for p in window.session.check.problems
    )
    window.toolbar.run_button.click()
    assert window.toolbar.status()[0] == "Cannot run"
    assert window.controller.run_id is None


def test_a_full_disk_keeps_the_old_file_and_offers_another_place(open_window: OpenWindow, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(DIGITS), encoding="utf-8")
    before = path.read_bytes()
    window = open_window(path, in_thread=True)
    window.session.do(SetTraining({"epochs": 7}))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))  # what a full disk is like: writing fails midway
    try:
        assert not window.files.save_to(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == before
    assert [child.name for child in tmp_path.iterdir()] == ["mine.json"]
    assert window.session.dirty
    (bar,) = window.messages.bars
    assert "cannot be saved" in bar.text
    assert [button.text() for button in bar.buttons] == ["Save as…"]


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_keeps_the_old_file(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(DIGITS), encoding="utf-8")
    window = open_window(path, in_thread=True)
    window.session.do(SetTraining({"epochs": 7}))
    tmp_path.chmod(0o500)
    try:
        assert not window.files.save_to(path)
    finally:
        tmp_path.chmod(0o700)
    assert json.loads(path.read_text(encoding="utf-8")) == DIGITS
    assert window.session.dirty


def test_missing_data_offer_to_locate_them_or_to_take_the_bundled_digits(open_window: OpenWindow) -> None:
    window = open_window("mnist-mlp", in_thread=True)
    window.controller.run_failed.emit(RunFailed(1, "MNIST: no files found.", "Locate them."))
    (bar,) = window.messages.bars
    assert bar.text == "MNIST: no files found. Locate them."
    assert [button.text() for button in bar.buttons] == ["Locate files…", "Use Digits instead"]
    assert window.session.project.data.dataset == "mnist"  # nothing is replaced without a click


def test_unsaved_work_of_a_crashed_window_is_offered(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(DIGITS), encoding="utf-8")
    crashed = open_window(path, in_thread=True)
    crashed.session.do(SetData({"limit": 77}))
    crashed.close_quietly()  # what a signal does: the copy stays
    again = open_window(in_thread=True)
    (bar,) = again.messages.bars
    assert "was not saved" in bar.text
    bar.buttons[0].click()
    assert again.session.project.data.limit == 77
    assert again.session.path == path
    assert again.session.dirty


def leave_work(open_window: OpenWindow, path: Path) -> None:
    """What a window that crashed leaves: ``path`` with an edit that was not saved."""
    path.write_text(json.dumps(DIGITS), encoding="utf-8")
    crashed = open_window(path, in_thread=True)
    crashed.session.do(SetData({"limit": 77}))
    crashed.close_quietly()


def test_recovering_asks_before_it_takes_the_place_of_unsaved_work(
    open_window: OpenWindow, answer: Answer, tmp_path: Path
) -> None:
    leave_work(open_window, tmp_path / "mine.json")
    window = open_window("digits-cnn", in_thread=True)
    window.session.do(SetTraining({"epochs": 7}))
    (copy,) = set(window.recovery.file.parent.glob("recovery-*.json")) - {window.recovery.file}
    seen = answer("Cancel")
    window.messages.bars[0].buttons[0].click()
    assert "before recovering the other project?" in seen[0]
    assert window.session.project.training.epochs == 7
    assert copy.exists()
    answer("Discard")
    window.messages.bars[0].buttons[0].click()  # it is still offered
    assert window.session.project.data.limit == 77
    assert not copy.exists()
    assert window.recovery.file.exists()  # the work is in this window's own copy now
    assert window.messages.texts == []


def test_recovered_work_stays_on_disk_when_no_new_copy_can_be_written(open_window: OpenWindow, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    leave_work(open_window, tmp_path / "mine.json")
    window = open_window(in_thread=True)
    folder = window.recovery.file.parent
    (copy,) = folder.glob("recovery-*.json")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))  # what a full disk is like: writing fails midway
    try:
        window.messages.bars[0].buttons[0].click()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert window.session.project.data.limit == 77
    assert copy.exists()
    assert any("cannot be backed up" in text for text in window.messages.texts)


def test_a_copy_of_a_newer_program_waits_and_a_damaged_one_is_put_aside(own_folders: Path) -> None:
    from playground.ui.recovery import find_recovered
    from playground.ui.settings import data_folder

    folder = data_folder() / "recovery"
    folder.mkdir(parents=True)
    newer, damaged = folder / "recovery-1.json", folder / "recovery-2.json"
    newer.write_text(json.dumps({"path": None, "project": changed(version=99)}), encoding="utf-8")
    damaged.write_text('{"path": nul', encoding="utf-8")
    assert find_recovered() == []
    assert newer.exists()
    assert not damaged.exists()
    assert damaged.with_suffix(".damaged").read_text(encoding="utf-8") == '{"path": nul'


def test_an_unexpected_error_is_a_message_and_a_line_in_the_log(qapp: object, own_folders: Path) -> None:
    from playground.ui.crash import CrashReporter
    from playground.ui.settings import log_folder

    reporter = CrashReporter()
    told: list[str] = []
    reporter.reported.connect(lambda message, _details: told.append(message))
    hook = sys.excepthook
    reporter.install()
    try:
        assert sys.excepthook is not hook
        error = ValueError("seven is not even")
        sys.excepthook(ValueError, error, None)
        sys.excepthook(ValueError, error, None)  # said once
    finally:
        reporter.uninstall()
    assert sys.excepthook is hook
    assert told == ["Something unexpected went wrong (ValueError: seven is not even). Your work is untouched."]
    assert "seven is not even" in (log_folder() / "errors.log").read_text(encoding="utf-8")


def test_of_several_works_each_is_offered_and_the_second_comes_into_a_window_of_its_own(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        leave_work(open_window, tmp_path / f"{name}.json")
    window = open_window(in_thread=True)
    window.messages.bars[0].buttons[0].click()
    first = window.session.path
    (bar,) = window.messages.bars
    assert bar.buttons[0].text() == "Recover it in a new window"
    bar.buttons[0].click()
    (other,) = open_windows()
    try:
        assert {first, other.session.path} == {tmp_path / "one.json", tmp_path / "two.json"}
        assert other.session.project.data.limit == 77
        assert window.session.path == first
        assert window.messages.texts == []
    finally:
        other.close_quietly()


def test_what_is_deleted_gives_way_to_the_next(open_window: OpenWindow, tmp_path: Path) -> None:
    for name in ("one", "two"):
        leave_work(open_window, tmp_path / f"{name}.json")
    window = open_window(in_thread=True)
    folder = window.recovery.file.parent
    for left in (1, 0):
        window.messages.bars[0].buttons[1].click()
        assert len(list(folder.glob("recovery-*.json"))) == left
    assert window.messages.texts == []


def test_before_edits_go_trained_weights_can_be_saved_too(
    open_window: OpenWindow, answer: Answer, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window("digits-cnn", in_thread=True)
    window.session.do(SetTraining({"epochs": 1}))
    window.session.do(SetData({"limit": 64}))
    with qtbot.waitSignal(window.controller.run_finished, timeout=LONG):
        window.toolbar.run_button.click()
    bundle = tmp_path / "mine.playground"
    again: list[list[str]] = []

    def ask_save(*_: object) -> Path:
        again.append(answer("Discard"))  # the edits are asked for once more
        return bundle

    monkeypatch.setattr("playground.ui.file_actions.dialogs.ask_save", ask_save)
    seen = answer("Save trained bundle…")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG)
    assert "The trained weights are not saved either" in " ".join(seen)
    assert "Save the changes to" in again[0][0]
    assert bundle.exists()


def test_the_keyboard_never_falls_on_run_when_what_had_it_goes(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("digits-cnn", in_thread=True)
    window.session.select(["conv1", "conv2"])
    view = window.inspector.layer_page.current
    delete = next(button for button in view.findChildren(QPushButton) if button.text() == "Delete these layers")
    delete.setFocus()
    qtbot.keyClick(delete, Qt.Key.Key_Space)
    assert "conv1" not in window.session.graph.by_id
    assert window.focusWidget() is window.canvas.view

    window.canvas.view.rename("dense1")  # and a command is called while the name is edited
    window.menu_actions.commands.trigger()
    palette = window.commands.palette
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.canvas.view
