"""A run whose numbers go out of bounds waits, says so, and goes on with a lower rate."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from playground.core.edits import SetTraining
from playground.core.project import OptimizerSettings
from playground.protocol import Diverged, RunStarted
from playground.ui.main_window import MainWindow

LONG = 30_000


def button(window: MainWindow, beginning: str) -> QPushButton:
    bar = window.messages.bars[0]
    return next(made for made in bar.buttons if made.text().startswith(beginning))


def test_it_waits_and_a_lower_rate_is_one_click_and_one_undo_step(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window("diabetes", in_thread=True)
    controller, session = window.controller, window.session
    settings = {"optimizer": OptimizerSettings(type="SGD"), "learning_rate": 100.0, "epochs": 3}
    session.do(SetTraining(settings))
    with qtbot.waitSignal(controller.diverged, timeout=LONG):
        controller.run()
    qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)
    assert window.messages.texts[0].startswith("Training broke down")
    assert window.toolbar.status()[2] == "Paused on the last good weights"
    assert button(window, "Resume").isVisible()
    rate, count = 100.0, session.undo_stack.count()
    while controller.state == "paused":
        button(window, "Lower the rate to").click()
        rate, count = rate / 10, count + 1
        assert session.project.training.learning_rate == rate
        assert session.undo_stack.count() == count
        assert controller.state == "running"
        assert window.messages.texts == []
        qtbot.waitUntil(lambda: controller.state in ("paused", "finished"), timeout=LONG)
    assert 1e-6 < rate < 10
    assert controller.state == "finished"
    assert not controller.edited  # it is the run that waited


def test_the_layer_is_shown_and_the_message_stays(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_window("digits-cnn", in_thread=True)
    controller, session = window.controller, window.session
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.step()
    qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)
    controller.diverged.emit(Diverged(1, 3, "Training broke down.", "Lower it.", "conv2"))
    assert session.selection == {"conv2"}  # it is in sight: it is shown at once
    assert any(problem.node == "conv2" for problem in session.check.problems)
    session.select([])
    button(window, "Show the layer").click()
    assert session.selection == {"conv2"}
    assert window.messages.texts == ["Training broke down. Lower it."]
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        button(window, "Resume").click()
    assert window.messages.texts == []
    assert not any(problem.node == "conv2" for problem in session.check.problems)


def test_a_layer_of_another_network_is_found_by_its_path(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_window("gan-2d", in_thread=True)
    node = window.session.project.networks["Discriminator"].nodes[1].id
    window.controller.diverged.emit(Diverged(1, 3, "Broke down.", "", f"Discriminator.{node}"))
    button(window, "Show the layer").click()
    assert window.session.network == "Discriminator"
    assert window.session.selection == {node}


def test_what_was_left_out_of_the_data_is_told_once(open_window: Callable[..., MainWindow]) -> None:
    window = open_window("digits-cnn")
    notes = ("3 images could not be read: a.png, b.png, c.png.",)
    started = RunStarted(1, "cpu", 0, 2, 40, 32, 1280, 140, 360, 100, {}, notes=notes)
    window.controller.run_started.emit(started)
    assert window.messages.texts == list(notes)
    window.messages.bars[0].close_message()
    window.controller.run_started.emit(started)
    assert window.messages.texts == []
