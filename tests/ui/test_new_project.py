"""New from task: only data that fit, what is laid out in a sentence, and a project that can train at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.training.check import check
from playground.training.tasks import TASKS
from playground.ui.dialogs.new_project import NewProjectDialog
from playground.ui.main_window import MainWindow


@pytest.fixture
def dialog(qtbot: QtBot) -> NewProjectDialog:
    dialog = NewProjectDialog()
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_only_data_that_fit_the_task_are_offered(dialog: NewProjectDialog) -> None:
    dialog.choose("forecasting", "")
    assert dialog.offered() == ["sines", "oscillator"]
    dialog.choose("text", "")
    assert dialog.offered() == ["sentiment"]
    dialog.choose("gan", "")
    assert {"mnist", "ring", "iris"} <= set(dialog.offered())
    assert "sentiment" not in dialog.offered()


@pytest.mark.parametrize("task", list(TASKS))
def test_the_first_data_of_each_task_give_a_project_that_can_train(dialog: NewProjectDialog, task: str) -> None:
    dialog.choose(task, "")
    dialog.choose(task, dialog.offered()[0])
    assert dialog.project is not None
    assert dialog.project.task.type == task
    assert check(dialog.project).ok
    for name in dialog.project.networks:
        assert f"{name}: " in dialog.plan.text()
    assert "learning rate of" in dialog.plan.text()


def test_data_that_still_fit_stay_when_another_task_is_chosen(dialog: NewProjectDialog) -> None:
    dialog.choose("supervised", "iris")
    assert "150 samples" in dialog.data_summary.text()
    dialog.choose("vae", "iris")
    row = next(r for r in range(dialog.tasks.count()) if dialog.tasks.item(r).data(Qt.ItemDataRole.UserRole) == "gan")
    dialog.tasks.setCurrentRow(row)
    assert dialog.project is not None
    assert dialog.project.data.dataset == "iris"


def test_it_is_done_with_the_keyboard_alone(dialog: NewProjectDialog, qtbot: QtBot) -> None:
    dialog.tasks.setFocus()
    qtbot.keyClick(dialog.tasks, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.tasks, Qt.Key.Key_Tab)
    assert dialog.data.hasFocus()
    qtbot.keyClick(dialog.data, Qt.Key.Key_Down)
    assert dialog.project is not None
    assert (dialog.project.task.type, dialog.project.data.dataset) == ("forecasting", "oscillator")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_headings_between_data_cannot_be_chosen(dialog: NewProjectDialog) -> None:
    dialog.choose("supervised", "cifar-10")
    headings = [row for row in range(dialog.data.count()) if not dialog.data.item(row).flags()]
    assert [dialog.data.item(row).text() for row in headings][:2] == ["Images", "Points of a plane"]


def test_create_shows_the_project_and_cancel_leaves_all_as_it_is(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window("digits-cnn", in_thread=True)
    before = window.session.project

    def answer(name: str) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewProjectDialog)
        assert dialog.windowModality() is Qt.WindowModality.WindowModal  # other windows can be worked in
        dialog.choose("gan", "ring")
        getattr(dialog, name).click()

    window.menu_actions.new_from_task.trigger()
    answer("cancel_button")
    assert window.session.project is before
    window.start_page.task_button.click()
    answer("create_button")
    assert sorted(window.session.project.networks) == ["Discriminator", "Generator"]
    assert window.session.check.ok
    assert window.session.path is None
    assert window.workbench.isVisible()
