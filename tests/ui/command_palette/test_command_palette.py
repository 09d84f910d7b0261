"""Everything in the menus is found by typing, has a text, and no two enabled actions share their keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from playground.ui.command_palette.command import Command, matching
from playground.ui.command_palette.sources import plain
from playground.ui.dialogs.shortcuts import ShortcutsDialog
from playground.ui.main_window import MainWindow
from playground.ui.preferences.dialog import PreferencesDialog
from playground.ui.settings import settings
from playground.ui.views.history import HistoryView
from playground.ui.widgets.basics import Check

MakeWindow = Callable[..., MainWindow]
# Menus of what there is just now (files, views, lessons, themes …): their entries have no keys of their own.
_WITHOUT_KEYS = {
    "Open recent", "Import", "Theme", "Links show", "Open view", "Lessons", "Slow motion",
}  # fmt: skip
_KNOWN_WITHOUT = {
    "Enter block", "Train on", "Find learning rate", "About Neural Playground", "Generate", "Clear this list",
}  # fmt: skip


def _command(title: str, **more: object) -> Command:
    return Command(title.lower(), title, lambda: None, **more)  # type: ignore[arg-type]


def test_the_best_comes_first_and_what_cannot_be_done_after_its_equals() -> None:
    run, again = _command("Run"), _command("Run again")
    cannot, other = _command("Group", lacks="Select layers."), _command("Group", place="Other")
    assert matching([again, run], "run", [])[0] is run
    assert matching([cannot, other], "group", []) == [other, cannot]
    assert matching([run], "xyz", []) == []
    assert matching([_command("Export")], "exprot", []) != []  # two letters in the wrong order


def test_what_was_used_last_stands_first_among_equals() -> None:
    first, second = Command("a", "Add Dense", lambda: None), Command("b", "Add Dense", lambda: None)
    assert matching([first, second], "dense", ["b"])[0] is second


def test_a_menus_text_is_read_without_its_marks() -> None:
    assert plain("&Save as…") == "Save as" and plain("Find && replace") == "Find & replace"


def _leaves(window: MainWindow) -> Iterator[tuple[str, QAction]]:
    def walk(menu: QMenu, place: str) -> Iterator[tuple[str, QAction]]:
        menu.aboutToShow.emit()
        for action in menu.actions():
            if isinstance(action.menu(), QMenu):
                yield from walk(action.menu(), plain(action.text()))  # type: ignore[arg-type]
            elif not action.isSeparator():
                yield place, action

    for action in window.menuBar().actions():
        yield from walk(action.menu(), plain(action.text()))  # type: ignore[arg-type]


def test_the_window_can_be_worked_by_searching(qtbot: QtBot, open_window: MakeWindow) -> None:
    """One window for all of it: making one takes longer than any of these."""
    window = open_window("digits-cnn")
    _all_menus_are_searched_and_their_keys_are_their_own(window)
    _typing_finds_and_enter_does_it(qtbot, window)
    _the_list_of_shortcuts_is_that_of_the_menus(qtbot, window)
    _settings_apply_at_once(qtbot, window)
    _history_goes_back_and_forth(window)
    assert not window.session.dirty  # all that was tried was taken back


def _all_menus_are_searched_and_their_keys_are_their_own(window: MainWindow) -> None:
    palette = window.commands.palette
    palette.open_palette()
    titles = {command.title.removesuffix(" (on)") for command in palette.rows.commands}
    leaves = list(_leaves(window))
    assert len(leaves) > 70
    for place, action in leaves:
        title = plain(action.text())
        assert title and title in titles, f"{place}: {title}"
        has = bool(action.shortcuts())
        assert has or place in _WITHOUT_KEYS or title in _KNOWN_WITHOUT, f"{place} ▸ {title} has no shortcut"
    keys = Counter(
        sequence.toString()
        for action in {id(action): action for _, action in leaves}.values()
        for sequence in action.shortcuts()
    )
    assert [key for key, count in keys.items() if count > 1] == []
    palette.close_palette()


def _typing_finds_and_enter_does_it(qtbot: QtBot, window: MainWindow) -> None:
    palette, view = window.commands.palette, window.canvas.view
    view.setFocus()
    window.menu_actions.commands.trigger()
    assert palette.is_open and palette.field.hasFocus()
    qtbot.keyClicks(palette.field, "go to dense 2")
    current = palette.current()
    assert current is not None and current.title == "Go to Dense 2"
    with qtbot.waitSignal(window.session.selection_changed):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.session.selection == {"dense2"}
    assert not palette.is_open and QApplication.focusWidget() is view
    assert settings().recent_commands[0] == "layer:dense2"

    # what cannot be done says why, and stays open
    window.menu_actions.commands.trigger()
    qtbot.keyClicks(palette.field, "stop")
    assert (stop := palette.current()) is not None and stop.title == "Stop" and stop.lacks
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.is_open and any("Stop" in text for text in window.messages.texts)
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.is_open and QApplication.focusWidget() is view

    # the toolbar's button opens it, a press elsewhere closes it
    qtbot.mouseClick(window.toolbar.commands_button, Qt.MouseButton.LeftButton)
    assert palette.is_open
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton)
    assert not palette.is_open


def _the_list_of_shortcuts_is_that_of_the_menus(qtbot: QtBot, window: MainWindow) -> None:
    dialog = ShortcutsDialog(window.menuBar(), window)
    everything = dialog.shown()
    assert any(text.startswith("Save ") and "Ctrl+S" in text for text in everything)
    qtbot.keyClicks(dialog.field, "ctrl+shift+p")
    assert [text.split("  ")[0] for text in dialog.shown()] == ["Command palette Ctrl+Shift+P or Ctrl+K"]
    dialog.field.setText("no such thing at all")
    assert dialog.shown() == []
    dialog.field.clear()
    assert dialog.shown() == everything
    dialog.reject()
    dialog.deleteLater()


def _settings_apply_at_once(qtbot: QtBot, window: MainWindow) -> None:
    dialog = PreferencesDialog(window)
    dialog.show()
    count = len(dialog.shown())
    qtbot.keyClicks(dialog.field, "previews")
    assert 0 < len(dialog.shown()) < count
    before = window.workbench.previews.enabled
    shown = next(box for box in dialog.findChildren(Check) if box.accessibleName() == "Live previews")
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton)
    assert window.workbench.previews.enabled is not before
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton)
    assert window.workbench.previews.enabled is before
    dialog.reject()
    dialog.deleteLater()


def _history_goes_back_and_forth(window: MainWindow) -> None:
    session = window.session
    view = window.workbench.docks.open("history")
    assert isinstance(view, HistoryView)
    session.select(["dense1"])
    window.canvas.view.delete_selection()
    assert view.list.model().rowCount() == 2  # the project as it was opened, and the edit
    view.list.setCurrentIndex(view.list.model().index(0, 0))
    assert "dense1" in session.graph.by_id
    view.list.setCurrentIndex(view.list.model().index(1, 0))
    assert "dense1" not in session.graph.by_id
    session.undo_stack.undo()
    assert QKeySequence("?") in window.menu_actions.shortcuts.shortcuts()
