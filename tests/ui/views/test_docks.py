"""Tabs under the canvas: views are opened and closed, moved beside the others and into windows, and remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from playground.ui.main_window import MainWindow
from playground.ui.settings import settings
from playground.ui.views.catalogue import VIEWS
from playground.ui.views.docks import Docks
from playground.ui.views.view import View

OpenWindow = Callable[..., MainWindow]
NAME, TITLE = VIEWS[0].name, VIEWS[0].title


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    made = open_window("iris", in_thread=True)
    made.show_workbench()
    return made


def docks_of(window: MainWindow) -> Docks:
    return window.workbench.docks


def titles(window: MainWindow) -> list[str]:
    bar = window.plots.strip.bar
    return [bar.tabText(index) for index in range(bar.count())]


def test_every_view_of_the_catalogue_can_be_made_and_has_words_while_nothing_runs(window: MainWindow) -> None:
    for each in VIEWS:
        view = docks_of(window).open(each.name)
        assert isinstance(view, View)
        assert view.isVisible()
        shows = each.name == "history"  # the project as it was opened is there from the beginning
        assert view.said.strip() or shows or view.bench.controller.run_id is not None, each.name


def test_one_that_is_opened_twice_is_the_same_tab(window: MainWindow) -> None:
    first = docks_of(window).open(NAME)
    assert docks_of(window).open(NAME) is first
    assert titles(window).count(TITLE) == 1
    assert window.plots.tabbed.front is first


def test_closed_it_is_away_and_comes_back_as_it_was(window: MainWindow) -> None:
    before = titles(window)
    view = docks_of(window).open(NAME)
    window.menu_actions.close_view.trigger()
    assert titles(window) == before
    assert not view.isVisible()
    assert docks_of(window).open(NAME) is view
    assert view.isVisible()


def test_a_tab_that_must_stay_is_not_closed(window: MainWindow) -> None:
    before = titles(window)
    window.workbench.show_data()
    window.menu_actions.close_view.trigger()
    assert titles(window) == before
    assert window.workbench.data.isVisible()


def test_beside_the_others_both_are_seen(window: MainWindow) -> None:
    docks_of(window).move("data", "right")
    assert window.workbench.beside.isVisible()
    assert "Data" not in titles(window)
    window.workbench.show_evaluate()
    assert window.workbench.data.isVisible()
    assert window.workbench.evaluate.isVisible()
    docks_of(window).move("data", "left")
    assert not window.workbench.beside.isVisible()
    assert "Data" in titles(window)


def test_in_a_window_of_its_own_it_is_seen_whatever_is_in_front(window: MainWindow, qtbot: QtBot) -> None:
    view = docks_of(window).open(NAME)
    docks_of(window).move(NAME, "window")
    own = docks_of(window).window_of(NAME)
    assert own is not None
    assert own.isVisible()
    assert own.windowTitle() == TITLE
    window.workbench.show_data()
    assert view.isVisible()
    own.close()
    assert docks_of(window).place_of(NAME) is None
    assert not view.isVisible()


def test_a_tab_that_must_stay_goes_back_when_its_window_is_closed(window: MainWindow) -> None:
    docks_of(window).move("data", "window")
    own = docks_of(window).window_of("data")
    assert own is not None
    own.close()
    assert docks_of(window).place_of("data") == "left"
    assert window.workbench.data.isVisible()
    assert "Data" in titles(window)


def test_its_title_follows_where_it_stands(window: MainWindow) -> None:
    docks_of(window).move("problems", "right")
    docks_of(window).set_title(window.workbench.problems, "Problems (3)")
    assert window.workbench.beside.tabbed.strip.bar.tabText(0) == "Problems (3)"


def test_what_stood_where_is_remembered(open_window: OpenWindow) -> None:
    first = open_window("iris", in_thread=True)
    first.show_workbench()
    docks_of(first).open(NAME)
    docks_of(first).move("data", "right")
    first.close_quietly()
    second = open_window("iris", in_thread=True)
    second.show_workbench()
    assert docks_of(second).place_of(NAME) == "left"
    assert docks_of(second).place_of("data") == "right"
    assert docks_of(second).place_of("evaluate") == "left"


def test_a_damaged_settings_file_is_passed_over(open_window: OpenWindow) -> None:
    settings().open_views = ["nothing of that name:left", "data:upstairs", "data", ":", NAME + ":left"]
    window = open_window("iris", in_thread=True)
    window.show_workbench()
    assert docks_of(window).place_of("data") == "left"
    assert docks_of(window).place_of(NAME) == "left"


def test_the_menu_lists_all_views_with_what_they_are_for(window: MainWindow) -> None:
    menu = window.menus.views
    menu.aboutToShow.emit()
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.text() for action in actions] == [each.title for each in VIEWS]
    enabled = next(action for action in actions if action.isEnabled())
    enabled.trigger()
    assert docks_of(window).place_of(str(enabled.data())) == "left"


def test_what_a_task_has_nothing_for_is_told_in_the_menu(open_window: OpenWindow) -> None:
    window = open_window("vae-2d", in_thread=True)
    menu = window.menus.views
    menu.aboutToShow.emit()
    actions = {str(action.data()): action for action in menu.actions()}
    assert not actions["confusion"].isEnabled()
    assert "classifier" in actions["confusion"].toolTip()
    assert not actions["boundary"].isEnabled()
    assert actions["latent"].isEnabled()


def test_every_view_is_copied_and_saved_as_a_picture(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = []

    def ask(_parent: object, _title: str, name: str, *_: str) -> Path:
        names.append(name)
        return tmp_path / f"{name}.png"

    monkeypatch.setattr("playground.ui.views.view.ask_save", ask)
    for each in VIEWS:
        view = docks_of(window).open(each.name)
        view.save_picture()
        saved = QImage(str(tmp_path / f"{names[-1]}.png"))
        assert saved.size() == 2 * view.picture.size()
        view.copy_picture()
        assert QGuiApplication.clipboard().image().size() == saved.size()
    assert len(set(names)) == len(VIEWS)


def test_a_picture_that_cannot_be_written_is_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.ui.views.view.ask_save", lambda *_: Path("/proc/nothing/view.png"))
    docks_of(window).open(NAME).save_picture()
    assert any("view.png" in bar.text for bar in window.messages.bars)


def test_the_cross_of_the_last_tab_stands_free_of_the_button_behind_it(window: MainWindow) -> None:
    window.resize(1900, 900)
    docks_of(window).open(NAME)
    strip = window.plots.strip
    cross = strip.bar.tabButton(strip.bar.count() - 1, QTabBar.ButtonPosition.RightSide)
    here = QRect(cross.mapTo(strip, QPoint(0, 0)), cross.size())
    assert not strip.titles(shown=False)
    assert not here.intersects(strip.add.geometry())


def test_a_click_on_its_cross_closes_a_view(window: MainWindow, qtbot: QtBot) -> None:
    docks_of(window).open(NAME)
    bar = window.plots.strip.bar
    closer = bar.tabButton(titles(window).index(TITLE), bar.ButtonPosition.RightSide)
    qtbot.mouseClick(closer, Qt.MouseButton.LeftButton)
    assert TITLE not in titles(window)
