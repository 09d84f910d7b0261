"""Single steps of a task with parts, from the toolbar and the menu, with the real worker."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from playground.core.edits import SetTask
from playground.ui.main_window import MainWindow

LONG = 30_000
PARTS = ["Step generator", "Step discriminator", "Step both"]


def step_actions(window: MainWindow) -> list[QAction]:
    return [action for action in window.menus.train.actions() if action.text().startswith("Step ")]


def test_a_gan_is_stepped_by_parts_and_a_classifier_is_not(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window("gan-2d", in_thread=True)
    assert [action.text() for action in step_actions(window)] == PARTS
    menu = window.toolbar.step_button.menu()
    assert [action.text() for action in menu.actions()] == PARTS
    for number, action in enumerate(step_actions(window), 1):
        with qtbot.waitSignal(window.controller.progressed, timeout=LONG) as progress:
            action.trigger()
        qtbot.waitUntil(lambda: window.controller.state == "paused", timeout=LONG)
        assert progress.args[0].step == number
        # what learns shows in the series of its part
        only = {1: "generator_loss/training", 2: "discriminator_loss/training"}.get(number)
        assert only is None or only in progress.args[0].series
    window.session.do(SetTask({"type": "supervised", "params": {}}))
    assert step_actions(window) == []
    assert window.toolbar.step_button.menu() is None
    window.session.undo_stack.undo()
    assert [action.text() for action in step_actions(window)] == PARTS


def test_steps_follow_whether_one_may_step(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_window("gan-2d", in_thread=True)
    with qtbot.waitSignal(window.controller.progressed, timeout=LONG):
        window.controller.run()
    assert not any(action.isEnabled() for action in step_actions(window))
    window.controller.pause()
    qtbot.waitUntil(lambda: window.controller.state == "paused", timeout=LONG)
    assert all(action.isEnabled() for action in step_actions(window))
