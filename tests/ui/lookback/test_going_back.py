"""Nothing that was trained goes without a word: back to the run that was left, or that a killed worker had."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from playground.core.edits import SetTraining
from playground.protocol import Snapshots
from playground.ui.lookback.going_back import GoingBack
from playground.ui.main_window import MainWindow
from playground.ui.message_bar import MessageBar

OpenWindow = Callable[..., MainWindow]
LONG = 60_000


def going_back_of(window: MainWindow) -> GoingBack:
    """The part of the window that knows the runs that were left."""
    found = window.findChild(GoingBack)
    assert isinstance(found, GoingBack)
    return found


@pytest.fixture
def window(open_window: OpenWindow, qtbot: QtBot) -> MainWindow:
    """Three steps in, paused."""
    made = open_window("digits-cnn", in_thread=True)
    made.show_workbench()
    made.workbench.links.choose("nothing")
    step(made, qtbot, 3)
    return made


def step(window: MainWindow, qtbot: QtBot, times: int) -> None:
    for _ in range(times):
        with qtbot.waitSignal(window.controller.progressed, timeout=LONG):
            window.controller.step()
        run, travel = window.plots.runs.current, window.workbench.travel
        assert run is not None
        qtbot.waitUntil(lambda travel=travel, run=run: travel.steps[-1:] == (run.last_step,), timeout=LONG)
        qtbot.waitUntil(lambda: window.controller.state == "paused", timeout=LONG)


def losses(window: MainWindow) -> list[float]:
    run = window.plots.runs.current
    assert run is not None
    return list(run.series["loss/training"].arrays()[1])


def message(window: MainWindow, text: str) -> MessageBar:
    return next(bar for bar in window.messages.bars if text in bar.text)


def press(bar: MessageBar, label: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(next(each for each in bar.buttons if each.text() == label), Qt.MouseButton.LeftButton)


def test_back_to_the_run_that_a_branch_left(window: MainWindow, qtbot: QtBot) -> None:
    controller, log = window.controller, window.plots.runs
    first, curve, parent = log.current, losses(window), controller.run_id
    window.workbench.travel.look_at(1)
    with qtbot.waitSignal(controller.run_started, timeout=LONG):
        window.workbench.travel.branch()
    qtbot.waitUntil(lambda: len(losses(window)) >= 4, timeout=LONG)
    controller.pause()
    qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)
    assert log.current is not first
    told = message(window, "Run 1 is not saved")
    assert "step 3 stay until the program ends" in told.text
    branch, branched = controller.run_id, losses(window)
    press(told, "Back to Run 1", qtbot)
    qtbot.waitUntil(lambda: controller.run_id == parent and controller.state == "paused", timeout=LONG)
    assert log.current is first
    assert losses(window) == curve
    assert controller.unsaved_weights
    assert window.workbench.travel.steps == (0, 1, 2, 3)  # those after the branch, too
    step(window, qtbot, 1)
    assert losses(window)[3] == branched[3]  # the same way once more: nothing of the state is lost
    entry = going_back_of(window).menu.actions()[0]
    assert entry.text().startswith("Run 2 (step ")
    entry.trigger()
    qtbot.waitUntil(lambda: controller.run_id == branch and controller.state == "paused", timeout=LONG)
    assert losses(window) == branched
    assert log.earlier[-1] is first


def test_back_after_run_and_after_reset_with_what_the_samples_showed(window: MainWindow, qtbot: QtBot) -> None:
    controller, log = window.controller, window.plots.runs
    first = controller.run_id
    assert window.session.do(SetTraining({"learning_rate": 0.5, "batch_size": 100}))
    step(window, qtbot, 1)
    assert controller.run_id != first
    assert [(left.run, left.step, left.unsaved) for left in controller.left] == [(first, 3, True)]
    window.menu_actions.reset.trigger()
    qtbot.waitUntil(lambda: len(controller.left) == 2, timeout=LONG)
    assert "Run 2 is not saved" in window.messages.texts[0]
    going_back_of(window).take_up(first or 0)
    qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)
    qtbot.waitUntil(lambda: log.pictures is not None and log.pictures.step == 3, timeout=LONG)
    assert controller.run_id == first
    assert controller.edited  # the canvas has other settings than this run


def test_a_saved_run_and_another_project_are_left_without_a_word(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    controller = window.controller
    with qtbot.waitSignal(controller.saved, timeout=LONG):
        controller.save_bundle(tmp_path / "a.playground")
    window.messages.clear("export")
    window.menu_actions.reset.trigger()
    qtbot.waitUntil(lambda: bool(controller.left), timeout=LONG)
    assert window.messages.texts == []
    window.session.open(window.session.project, None)
    assert controller.left == ()
    assert not going_back_of(window).menu.isEnabled()


def test_where_nothing_can_be_kept_leaving_asks_first(window: MainWindow, qtbot: QtBot) -> None:
    controller = window.controller
    run = controller.run_id
    controller._left.on_snapshots(Snapshots(run or 0, (), "Earlier steps of this run cannot be looked at."))
    window.menu_actions.reset.trigger()
    assert controller.run_id == run
    bar = message(window, "cannot be kept beside another run")
    assert [each.text() for each in bar.buttons] == ["Save the bundle first…", "Reset without saving"]
    press(bar, "Reset without saving", qtbot)
    assert controller.run_id is None


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals")
def test_a_killed_worker_leaves_its_last_snapshot_and_training_goes_on_from_it_exactly(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window("digits-cnn")
    controller, log = window.controller, window.plots.runs
    window.show_workbench()
    window.session.do(SetTraining({"epochs": 1000}))
    told: list[Snapshots] = []
    controller.snapshots.connect(told.append)
    window.toolbar.run_button.click()
    qtbot.waitUntil(lambda: bool(told) and told[-1].steps[-1] > 40, timeout=LONG)
    with qtbot.waitSignal(controller.progressed, timeout=LONG):  # some way beyond it
        pass
    run, pid, curve = controller.run_id, controller.worker_pid, log.current
    assert pid is not None
    assert curve is not None
    with qtbot.waitSignal(controller.worker_died, timeout=LONG):
        os.kill(pid, signal.SIGKILL)
    (text,) = window.messages.texts
    assert "its last snapshot is looked for" in text
    before = dict(zip(*(column.tolist() for column in curve.series["loss/training"].arrays()), strict=True))
    qtbot.waitUntil(lambda: bool(controller.left), timeout=LONG)
    (left,) = controller.left
    assert (left.run, left.rescued, left.unsaved) == (run, True, True)
    assert left.step in told[-1].steps
    assert left.step <= max(before)  # there is no gap in the curve
    (text,) = window.messages.texts
    assert text.endswith(f"Its weights of step {left.step:,} are kept.")
    press(window.messages.bars[0], f"Take up step {left.step:,}", qtbot)
    qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)
    assert window.messages.texts == []
    assert log.current is curve  # which goes on
    assert curve.last_step == left.step
    assert window.workbench.travel.steps[0] == 0
    controller.run()
    qtbot.waitUntil(lambda: curve.last_step > max(before), timeout=LONG)
    after = dict(zip(*(column.tolist() for column in curve.series["loss/training"].arrays()), strict=True))
    common = [step for step in before if step in after]
    assert max(common) > left.step
    assert [after[step] for step in common] == [before[step] for step in common]
