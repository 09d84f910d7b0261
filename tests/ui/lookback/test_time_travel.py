"""Dragging the cursor on the curves shows the network as it was; branching off there trains a run of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from playground.core.edits import SetParams, SetTraining
from playground.ui.lookback.travel import TimeTravel
from playground.ui.main_window import MainWindow
from playground.ui.plots.time_cursor import TimeCursor

OpenWindow = Callable[..., MainWindow]
LONG = 30_000


@pytest.fixture
def window(open_window: OpenWindow, qtbot: QtBot) -> MainWindow:
    """Three steps in, paused; a snapshot of each."""
    made = open_window("digits-cnn", in_thread=True)
    made.show_workbench()
    made.workbench.links.choose("nothing")
    for number in (1, 2, 3):
        with qtbot.waitSignal(made.controller.progressed, timeout=LONG):
            made.controller.step()
        qtbot.waitUntil(lambda: made.controller.state == "paused", timeout=LONG)
        qtbot.waitUntil(lambda number=number: made.workbench.travel.steps[-1:] == (number,), timeout=LONG)
    return made


def cursor(window: MainWindow) -> TimeCursor:
    curves = window.workbench.plots._contents[0]
    found: TimeCursor = curves.cursors[0]  # type: ignore[union-attr]
    return found


def seen_at(window: MainWindow, qtbot: QtBot, step: int) -> np.ndarray:
    previews = window.workbench.previews
    qtbot.waitUntil(lambda: previews.sight is not None and previews.step == step, timeout=LONG)
    assert previews.sight is not None
    return previews.sight.layers["conv1"].values.copy()


def test_a_drag_shows_what_was_and_now_what_is(window: MainWindow, qtbot: QtBot) -> None:
    travel, bar = window.workbench.travel, window.workbench.time_bar
    assert travel.steps == (0, 1, 2, 3)
    assert bar.isHidden()
    now = seen_at(window, qtbot, 3)
    line = cursor(window)
    qtbot.waitUntil(line.isVisible, timeout=LONG)
    plot = line.parentWidget()
    x = plot.place_of(1 / travel.per_epoch)  # type: ignore[attr-defined]
    qtbot.mousePress(line, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(line, line.mapFromParent(QPoint(round(x), line.y() + 4)))
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton)
    assert travel.at == 1
    then = seen_at(window, qtbot, 1)
    assert not np.array_equal(then, now)
    assert bar.isVisible()
    assert f"step 1 of {travel.planned:,} (epoch 1)" in bar.words.full_text
    assert abs(line.geometry().center().x() - x) <= 1
    qtbot.keyClick(line, Qt.Key.Key_Left)
    assert travel.at == 0
    assert "before training" in bar.words.full_text
    first = seen_at(window, qtbot, 0)
    assert not np.array_equal(first, then)
    qtbot.keyClick(line, Qt.Key.Key_Right)
    np.testing.assert_array_equal(seen_at(window, qtbot, 1), then)
    bar.now.setFocus()
    qtbot.mouseClick(bar.now, Qt.MouseButton.LeftButton)
    assert travel.at is None
    assert window.canvas.view.hasFocus()  # and not a button of the run
    np.testing.assert_array_equal(seen_at(window, qtbot, 3), now)
    assert bar.isHidden()


def test_a_branch_is_a_run_of_its_own_and_the_parents_curve_stays(window: MainWindow, qtbot: QtBot) -> None:
    travel, controller = window.workbench.travel, window.controller
    parent, log = controller.run_id, window.workbench.plots._log
    assert log is not None
    before = log.current
    assert before is not None
    travel.look_at(1)
    with qtbot.waitSignal(controller.run_started, timeout=LONG) as started:
        qtbot.mouseClick(window.workbench.time_bar.branch, Qt.MouseButton.LeftButton)
    assert started.args[0].parent == parent
    assert started.args[0].resumed_step == 1
    assert controller.run_id != parent
    assert controller.has_weights
    assert travel.at is None
    assert log.current is not None
    qtbot.waitUntil(lambda: controller.state == "running" and len(log.current.series["loss/training"]) >= 3)
    controller.pause()
    qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)
    assert log.earlier[-1] is before
    assert log.current is not before
    assert log.current is not None
    theirs, mine = before.series["loss/training"], log.current.series["loss/training"]
    assert mine.arrays()[1][:3].tolist() == theirs.arrays()[1].tolist()  # the same seed, the same way
    assert log.current.label.endswith("from step 1 of Run 1")
    assert travel.steps[:2] == (0, 1)  # what they share can be looked at, too


def test_settings_of_now_are_offered_where_they_fit(window: MainWindow, qtbot: QtBot) -> None:
    travel, session = window.workbench.travel, window.session
    bar = window.workbench.time_bar
    travel.look_at(2)
    assert not travel.can_branch_as_now
    assert bar.branch.menu() is None
    assert session.do(SetTraining({"learning_rate": 0.5}))
    assert travel.can_branch_as_now
    assert bar.branch.menu() is not None  # the bar that stands there offers it at once
    started: list[object] = []
    window.controller.run_started.connect(started.append)
    travel.branch(as_now=True)
    qtbot.waitUntil(lambda: bool(started) and window.controller.state == "running", timeout=LONG)
    assert window.controller.run_project is not None
    assert window.controller.run_project.training.learning_rate == 0.5
    window.controller.pause()
    qtbot.waitUntil(lambda: window.controller.state == "paused", timeout=LONG)
    travel.look_at(1)
    assert session.do(SetParams(session.network, "conv1", {"filters": 5}))
    assert session.do(SetTraining({"learning_rate": 0.1}))
    assert not travel.can_branch_as_now
    assert travel.can_branch


def test_a_reset_leaves_nothing_to_look_back_at(window: MainWindow, qtbot: QtBot) -> None:
    travel: TimeTravel = window.workbench.travel
    travel.look_at(1)
    seen_at(window, qtbot, 1)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert travel.at is None
    travel.look_at(1)
    window.controller.reset()
    assert travel.at is None
    assert travel.steps == ()
    assert cursor(window).isHidden()
    assert window.workbench.time_bar.isHidden()


def test_what_the_task_shows_follows_too(window: MainWindow, qtbot: QtBot) -> None:
    travel, log = window.workbench.travel, window.workbench.plots._log
    assert log is not None
    window.resize(1500, 900)
    images = window.workbench.plots._contents[0].images  # type: ignore[union-attr]
    qtbot.waitUntil(images.isVisible)
    now = log.pictures
    assert now is not None
    travel.look_at(0)
    qtbot.waitUntil(lambda: log.seen_pictures is not None and log.seen_pictures.step == 0, timeout=LONG)
    then = log.seen_pictures
    assert then is not None
    assert log.pictures is now
    assert not np.array_equal(then.confidence, now.confidence)
    qtbot.waitUntil(lambda: images._predictions is then, timeout=5000)
    travel.now()
    qtbot.waitUntil(lambda: images._predictions is now, timeout=LONG)


def test_a_branch_that_cannot_begin_leaves_the_run_as_it_was(
    window: MainWindow, qtbot: QtBot, own_folders: Path
) -> None:
    travel, controller = window.workbench.travel, window.controller
    parent = controller.run_id
    (folder,) = (own_folders / "cache" / "neural-playground" / "snapshots").iterdir()
    qtbot.waitUntil((folder / "1.safetensors").exists, timeout=LONG)
    travel.look_at(1)
    seen_at(window, qtbot, 1)
    qtbot.waitUntil(lambda: not list(folder.glob("*.new")), timeout=LONG)
    for file in folder.glob("*.safetensors"):
        file.write_bytes(b"damaged")
    with qtbot.waitSignal(controller.run_failed, timeout=LONG) as failed:
        travel.branch()
    assert "Step 1 cannot be taken up again" in failed.args[0].message
    assert (controller.run_id, controller.state) == (parent, "finished")
    assert controller.unsaved_weights
    assert travel.steps == (0, 1, 2, 3)
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.step()
    qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)
    assert controller.run_id == parent
