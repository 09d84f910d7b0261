"""Run, pause, step, stop and reset, with the real worker in a thread."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from playground.core.edits import Move, SetParams, SetTraining
from playground.core.files import load_project
from playground.core.presets import preset_path
from playground.protocol import TRAIN_LOSS, Progress
from playground.ui.project_session import ProjectSession
from playground.ui.run_controller import RunController
from playground.ui.same_training import trains_alike

LONG = 20_000


@pytest.fixture
def session(qapp: object) -> ProjectSession:
    session = ProjectSession()
    path = preset_path("digits-cnn")
    assert path is not None
    session.open(load_project(path))
    session.do(SetTraining({"epochs": 500}))
    return session


@pytest.fixture
def controller(session: ProjectSession) -> Iterator[RunController]:
    controller = RunController(session, in_thread=True)
    yield controller
    controller.shutdown()


def wait_for(qtbot: QtBot, controller: RunController, state: str) -> None:
    qtbot.waitUntil(lambda: controller.state == state, timeout=LONG)


def losses(events: list[Progress]) -> list[float]:
    return [value for event in events for value in event.series.get(TRAIN_LOSS, [[0, 0]])[:, 1]]


def test_a_run_is_paused_stepped_resumed_and_stopped(controller: RunController, qtbot: QtBot) -> None:
    assert (controller.state, controller.can["run"], controller.can["stop"]) == ("starting", True, False)
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.run()
    assert controller.state == "running"
    possible = {name for name, can in controller.can.items() if can}
    assert possible == {"pause", "stop", "reset"}
    controller.pause()
    wait_for(qtbot, controller, "paused")
    with qtbot.waitSignal(controller.progressed, timeout=LONG) as first:
        controller.step()
    wait_for(qtbot, controller, "paused")
    with qtbot.waitSignal(controller.progressed, timeout=LONG) as second:
        controller.step()
    assert second.args[0].step == first.args[0].step + 1
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.run()
    with qtbot.waitSignal(controller.run_finished, timeout=LONG) as finished:
        controller.stop()
    assert finished.args[0].reason == "stopped"
    assert (controller.state, controller.has_weights, controller.unsaved_weights) == ("finished", True, True)


def test_step_begins_a_run_and_trains_one_batch(controller: RunController, qtbot: QtBot) -> None:
    with qtbot.waitSignal(controller.progressed, timeout=LONG) as progress:
        controller.step()
    wait_for(qtbot, controller, "paused")
    assert progress.args[0].step == 1


def test_after_a_reset_the_next_run_starts_from_the_same_weights(controller: RunController, qtbot: QtBot) -> None:
    first: list[Progress] = []
    controller.progressed.connect(first.append)
    controller.step()
    qtbot.waitUntil(lambda: bool(first), timeout=LONG)
    with qtbot.waitSignal(controller.run_reset):
        controller.reset()
    assert (controller.run_id, controller.has_weights, controller.state) == (None, False, "idle")
    again: list[Progress] = []
    controller.progressed.connect(again.append)
    controller.step()
    qtbot.waitUntil(lambda: bool(again), timeout=LONG)
    assert losses(again) == losses(first)[:1]


def test_an_edit_is_noticed_and_run_then_trains_the_new_network(
    controller: RunController, session: ProjectSession, qtbot: QtBot
) -> None:
    controller.step()
    wait_for(qtbot, controller, "paused")
    run, snapshot = controller.run_id, controller.run_project
    session.do(Move("Classifier", {"conv1": (7.0, 9.0)}))
    assert not controller.edited
    with qtbot.waitSignal(controller.edited_changed):
        session.do(SetParams("Classifier", "conv1", {"filters": 4}))
    assert controller.run_project is snapshot
    with qtbot.waitSignal(controller.run_started, timeout=LONG) as started:
        controller.run()
    assert controller.run_id != run
    assert not controller.edited
    # conv1 4·(1·3·3+1), conv2 32·(4·3·3+1), dense1 64·(32·5·5+1), dense2 10·65
    assert started.args[0].parameters == 40 + 1184 + 51264 + 650


def test_the_learning_rate_follows_a_running_run_and_is_an_edit(
    controller: RunController, session: ProjectSession, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.run()
    session.do(SetTraining({"learning_rate": 0.0125}, sweep="live"))
    rates: list[float] = []
    controller.progressed.connect(lambda progress: rates.append(progress.learning_rate))
    qtbot.waitUntil(lambda: 0.0125 in rates, timeout=LONG)
    assert session.project.training.learning_rate == 0.0125
    assert not controller.edited  # it is the same run
    session.undo_stack.undo()
    assert session.project.training.learning_rate != 0.0125


def test_a_project_with_an_error_does_not_run(controller: RunController, session: ProjectSession, qtbot: QtBot) -> None:
    session.do(SetParams("Classifier", "conv1", {"filters": 0}))
    with qtbot.waitSignal(controller.blocked) as blocked:
        controller.run()
    assert "Conv 2D" in blocked.args[0]
    assert controller.run_id is None


def test_nothing_to_save_is_said_at_once(controller: RunController, qtbot: QtBot, tmp_path: object) -> None:
    with qtbot.waitSignal(controller.request_failed) as failed:
        controller.export("nowhere.onnx", "onnx")
    assert failed.args[0].message == "Nothing is trained yet."


def test_what_counts_as_the_same_training(session: ProjectSession) -> None:
    project = session.project
    assert trains_alike(project, Move("Classifier", {"conv1": (1.0, 2.0)}).apply(project))
    assert trains_alike(project, SetTraining({"learning_rate": 0.5}).apply(project))
    assert not trains_alike(project, SetTraining({"batch_size": 5}).apply(project))
