"""Several windows in one process: each its own project and worker; a file is open in one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from playground.core.files import load_project
from playground.core.presets import presets_folder
from playground.ui.dialogs.about import AboutDialog, versions
from playground.ui.main_window import MainWindow
from playground.ui.theme import theme
from playground.ui.windows import active_window, new_window, open_windows, showing


@pytest.fixture
def pair(qtbot: QtBot, qapp: QApplication) -> Iterator[tuple[MainWindow, MainWindow]]:
    theme().apply(qapp, "light")
    first = new_window()
    second = new_window(first)
    for window in (first, second):
        with qtbot.waitSignal(window.warmed_up):
            window.show()
    yield first, second
    for window in open_windows():
        window.close_quietly()


def test_each_window_has_its_own_project_and_they_share_the_clipboard(
    qtbot: QtBot, pair: tuple[MainWindow, MainWindow], tmp_path: Path
) -> None:
    first, second = pair
    assert open_windows() == (first, second)
    file = tmp_path / "mine.json"
    file.write_bytes((presets_folder() / "digits-cnn.json").read_bytes())
    assert first.open_path(file) and second.open_path(presets_folder() / "iris.json")
    assert first.controller.worker_pid != second.controller.worker_pid
    assert showing(file) is first

    # the same file again: the window that has it says so, this one keeps its own project
    assert second.open_path(file)
    assert second.session.project.title == load_project(presets_folder() / "iris.json").title
    assert any("mine.json" in text for text in first.messages.texts)

    # layers go from one to the other
    first.session.select(["conv1", "pool1"])
    first.canvas.view.copy()
    before = len(second.session.graph.nodes)
    second.canvas.view.paste()
    assert len(second.session.graph.nodes) == before + 2
    assert {"Conv2D", "MaxPool2D"} <= {node.type for node in second.session.graph.nodes}
    second.session.undo_stack.undo()

    # closing one leaves the other
    with qtbot.waitSignal(first.closed):
        first.close()
    assert open_windows() == (second,) and active_window() is second
    assert second.controller.worker_pid is not None and showing(file) is None


def test_quit_closes_every_window(qtbot: QtBot, pair: tuple[MainWindow, MainWindow]) -> None:
    first, second = pair
    with qtbot.waitSignals([first.closed, second.closed]):
        first.menu_actions.quit.trigger()
    assert open_windows() == ()


def test_every_entry_of_the_menus_does_something(qtbot: QtBot, pair: tuple[MainWindow, MainWindow]) -> None:
    window, _ = pair
    window.show_workbench()
    idle: list[str] = []

    def look(menu: QMenu) -> None:
        menu.aboutToShow.emit()
        for action in menu.actions():
            inner, group = action.menu(), action.actionGroup()
            if isinstance(inner, QMenu):
                look(inner)
            elif action.text() and not action.isSeparator() and not any(
                thing is not None and thing.receivers(SIGNAL(signal))
                for thing, signal in (
                    (action, "triggered(bool)"), (action, "toggled(bool)"), (group, "triggered(QAction*)"),
                )
            ):  # fmt: skip
                idle.append(action.text())

    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        look(menu)
    assert idle == []


def test_what_is_copied_for_a_report_names_parts_and_screens_but_no_folder(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = AboutDialog("cpu")
    qtbot.addWidget(dialog)
    dialog._copy()
    said = qapp.clipboard().text()
    assert versions() in said and "Training on cpu" in said and qapp.platformName() in said
    assert str(Path.home()) not in said


def test_a_second_window_does_not_hide_one_that_fills_the_screen(qapp: QApplication) -> None:
    first = new_window()
    room = first.screen().availableGeometry()
    first.setGeometry(room)
    second = new_window(first)
    try:
        assert second.height() < room.height()  # the screen of tests has just the least width
        assert second.pos() != first.pos()
    finally:
        for window in (second, first):
            window.close_quietly()
