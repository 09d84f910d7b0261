"""What a killed window had trained and nobody had saved: it is offered to the next one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from safetensors.numpy import load as load_tensors

from playground.core.bundle import read_members
from playground.core.edits import SetData, SetTraining
from playground.core.files import save_project
from playground.core.presets import load_preset
from playground.ui import weights_copy
from playground.ui.main_window import MainWindow
from playground.ui.recovery import find_recovered
from playground.ui.settings import data_folder

OpenWindow = Callable[..., MainWindow]
Answer = Callable[[str], list[str]]
LONG = 60_000

ROOT = Path(__file__).parents[2]
# A window in a process of its own: it trains some steps, rests, and waits to be killed.
_WINDOW = """
import sys
from pathlib import Path
from playground.ui.app import make_application
from playground.ui import weights_copy
from playground.ui.main_window import MainWindow

path, steps = Path(sys.argv[1]), int(sys.argv[2])
application = make_application()
window = MainWindow()
taken = 0

def step(*_):
    global taken
    if window.controller.state in ("idle", "paused") and taken < steps:
        taken += 1
        window.controller.step()

def tell():
    if window.recovery.weights.step == steps:
        print("written", flush=True)

def begin():
    window.recovery.weights.changed.connect(tell)
    window.controller.state_changed.connect(step)
    window.controller.progressed.connect(step)
    step()

window.warmed_up.connect(begin)
assert window.open_path(path)
window.show()
application.exec()
"""


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What rests is written at once."""
    monkeypatch.setattr(weights_copy, "AT_REST", 0.0)
    monkeypatch.setattr(weights_copy, "LEISURE", 0.0)


def killed_window(path: Path, steps: int) -> None:
    """Train the project ``path`` for so many ``steps`` in another process, and kill that when it rests."""
    process = subprocess.Popen(
        [sys.executable, "-c", _WINDOW, path, str(steps)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "written\n"
    finally:
        process.kill()
        process.communicate(timeout=60)


def tensors(path: Path) -> dict[str, np.ndarray]:
    return load_tensors(read_members(path, ("weights.safetensors",))["weights.safetensors"])


def trained(window: MainWindow, qtbot: QtBot, steps: int, path: Path) -> dict[str, np.ndarray]:
    """The weights after so many more steps, by way of a bundle."""
    controller = window.controller
    for _ in range(steps):
        with qtbot.waitSignal(controller.progressed, timeout=LONG):
            controller.step()
        qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)
    with qtbot.waitSignal(controller.saved, timeout=LONG):
        controller.save_bundle(path)
    return tensors(path)


def losses(window: MainWindow) -> list[tuple[str, str]]:
    """Step and loss of each batch, as text."""
    header, *rows = (line.split(",") for line in window.plots.current_run_csv().splitlines())
    loss = header.index("loss/training")
    return [(row[0], row[loss]) for row in rows]


def bundles() -> list[str]:
    return sorted(path.name for path in (data_folder() / "recovery").glob("*.playground"))


def train_a_step(window: MainWindow, qtbot: QtBot) -> None:
    """Until a copy of it is written."""
    with qtbot.waitSignal(window.controller.copied, timeout=LONG):
        window.controller.step()


def mine(folder: Path) -> Path:
    path = folder / "mine.json"
    save_project(load_preset("digits-cnn").project, path)
    return path


def test_what_a_killed_window_had_trained_comes_back_with_weights_curves_and_file(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = mine(tmp_path)
    killed_window(path, 3)
    window = open_window()
    controller = window.controller
    (bar,) = window.messages.bars
    assert bar.text == (
        "“Digits · convolutional” was not saved when the program ended last time. "
        "It was trained to step 3; that is kept, too."
    )
    with qtbot.waitSignal(controller.bundle_opened, timeout=LONG):
        bar.buttons[0].click()
    assert window.session.path == path
    assert window.messages.texts == []
    assert (controller.state, controller.at_stake) == ("paused", (controller.run_id, 3))
    assert len(find_recovered()) == 0  # it is this window's own now
    after = trained(window, qtbot, 2, tmp_path / "after.playground")

    other = open_window(path)  # the same from the beginning: one seed decides all
    expected = trained(other, qtbot, 5, tmp_path / "whole.playground")
    assert after.keys() == expected.keys()
    for name, tensor in expected.items():
        np.testing.assert_array_equal(after[name], tensor)
    assert losses(window) == losses(other)


def test_a_copy_goes_when_the_weights_are_saved_reset_or_left(
    open_window: OpenWindow, answer: Answer, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window("digits-cnn", in_thread=True)
    train_a_step(window, qtbot)
    assert bundles() == [window.recovery.weights.file.name]
    assert window.toasts.texts == []  # nobody asked for it
    assert window.controller.unsaved_weights  # and a file of one's own it is not
    assert json.loads(window.recovery.file.read_text(encoding="utf-8"))["bundle"] == bundles()[0]
    with qtbot.waitSignal(window.controller.saved, timeout=LONG):
        window.controller.save_bundle(tmp_path / "mine.playground")
    assert bundles() == []
    assert not window.recovery.file.exists()
    train_a_step(window, qtbot)
    window.controller.reset()
    assert bundles() == []
    train_a_step(window, qtbot)
    answer("Stop training")
    window.close()
    assert not window.isVisible()
    assert bundles() == []
    assert find_recovered() == []


def test_one_that_is_being_written_when_nobody_wants_it_any_more_goes(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("digits-cnn", in_thread=True)
    controller, copy = window.controller, window.recovery.weights
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.step()
    with qtbot.waitSignal(copy.changed, timeout=LONG):  # the worker is about to be asked
        pass
    with qtbot.waitSignal(controller.copied, timeout=LONG):
        controller.reset()
    assert bundles() == []
    assert not window.recovery.file.exists()


def test_while_training_goes_on_it_is_written_again_and_again(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weights_copy, "RUNNING", 0.0)
    monkeypatch.setattr(weights_copy, "LEISURE", 0.0)
    window = open_window("digits-cnn")
    window.session.do(SetTraining({"epochs": 1000}))
    steps = []
    with qtbot.waitSignals([window.controller.copied] * 3, timeout=LONG):
        window.recovery.weights.changed.connect(lambda: steps.append(window.recovery.weights.step))
        window.controller.run()
    assert window.controller.state == "running"
    assert steps[0] == 0 < steps[1] < steps[2]


def test_after_a_signal_that_ends_the_program_it_is_offered_and_can_be_deleted(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    first = open_window("digits-cnn", in_thread=True)
    train_a_step(first, qtbot)
    first.close_quietly()  # what a signal does
    window = open_window(in_thread=True)
    (bar,) = window.messages.bars
    assert "It was trained to step 1" in bar.text
    assert len(bundles()) == 1
    bar.buttons[1].click()
    assert bundles() == []
    assert find_recovered() == []


def test_edits_that_came_after_the_run_are_recovered_beside_its_weights(open_window: OpenWindow, qtbot: QtBot) -> None:
    first = open_window("digits-cnn", in_thread=True)
    train_a_step(first, qtbot)
    first.session.do(SetData({"limit": 77}))
    first.close_quietly()
    window = open_window(in_thread=True)
    with qtbot.waitSignal(window.controller.bundle_opened, timeout=LONG):
        window.messages.bars[0].buttons[0].click()
    assert window.session.project.data.limit == 77
    assert window.controller.edited
    assert window.controller.run_project is not None
    assert window.controller.run_project.data.limit != 77
    assert window.session.dirty


def test_weights_that_cannot_be_read_leave_the_project_and_say_so(open_window: OpenWindow, qtbot: QtBot) -> None:
    first = open_window("digits-cnn", in_thread=True)
    train_a_step(first, qtbot)
    first.session.do(SetData({"limit": 77}))
    first.close_quietly()
    (name,) = bundles()
    file = data_folder() / "recovery" / name
    file.write_bytes(file.read_bytes()[:200])
    window = open_window(in_thread=True)
    window.messages.bars[0].buttons[0].click()
    assert window.session.project.data.limit == 77
    (text,) = window.messages.texts
    assert text.startswith("What it was trained to cannot be recovered: ")
    assert file.with_suffix(".damaged").exists()
    assert find_recovered() == []


def test_weights_that_only_the_worker_finds_damaged_leave_the_project_too(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    first = open_window("digits-cnn", in_thread=True)
    train_a_step(first, qtbot)
    first.close_quietly()
    (name,) = bundles()
    file = data_folder() / "recovery" / name
    with zipfile.ZipFile(file) as source:
        members = {info.filename: source.read(info) for info in source.infolist()}
    members["weights.safetensors"] = b"no tensors"
    with zipfile.ZipFile(file, "w") as target:
        for member, content in members.items():
            target.writestr(member, content)
    window = open_window(in_thread=True)
    with qtbot.waitSignal(window.controller.bundle_refused, timeout=LONG):
        window.messages.bars[0].buttons[0].click()
    assert window.session.project.title == "Digits · convolutional"
    (text,) = window.messages.texts
    assert text.startswith("What it was trained to cannot be recovered: ")
    assert (window.controller.state, window.controller.has_weights) == ("idle", False)


def test_a_full_disk_is_told_once_and_training_goes_on(open_window: OpenWindow, qtbot: QtBot) -> None:
    resource = pytest.importorskip("resource")
    window = open_window("digits-cnn", in_thread=True)
    controller = window.controller
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8000, limits[1]))  # room for the project, not for weights
    try:
        with qtbot.waitSignal(controller.copy_failed, timeout=LONG):
            controller.step()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    told = [text for text in window.messages.texts if "cannot be backed up" in text]
    assert len(told) == 1
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.step()
    assert bundles() == []


def test_what_no_copy_speaks_of_is_cleared_up_after_a_day(open_window: OpenWindow, qtbot: QtBot) -> None:
    first = open_window("digits-cnn", in_thread=True)
    train_a_step(first, qtbot)
    folder = data_folder() / "recovery"
    (named,) = bundles()
    old, new, unfinished = (
        folder / "recovery-1.playground",
        folder / "recovery-2.playground",
        folder / ".recovery-3.tmp",
    )
    for file in (old, new, unfinished):
        file.write_bytes(b"weights")
    for file in (old, unfinished, folder / named):
        os.utime(file, (0, 0))
    find_recovered()
    assert bundles() == sorted([named, new.name])
    assert not unfinished.exists()
