"""What a person without a mouse, or without sight of the screen, needs: names, an order of the focus, room to hit."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.main_window import MainWindow
from playground.ui.theme import theme

LEAST = 24  # pixels of what is pressed: WCAG 2.2, target size
PANELS = ("data", "evaluate", "predict", "problems", "analysis", "code")


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    made = open_window("digits-cnn")
    made.resize(1280, 800)
    return made


def said_name(widget: QWidget) -> str:
    """What a screen reader would call it."""
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""


def part_of_qt(widget: QWidget) -> bool:
    """A scroll bar, the inside of a combo box or of a list."""
    return isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_") or widget.focusProxy() is not None


def takes_focus(widget: QWidget) -> bool:
    return widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not part_of_qt(widget)


def faults(root: QWidget) -> list[str]:
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or part_of_qt(widget):
            continue
        told = f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        if takes_focus(widget) and not said_name(widget).strip():
            found.append(f"{told} has no name")
        pressed = isinstance(widget, QAbstractButton) and not isinstance(widget.parentWidget(), QLineEdit)
        if pressed and min(widget.width(), widget.height()) < LEAST:
            found.append(f"{told} ({said_name(widget)}) is {widget.width()} × {widget.height()}")
    return found


def test_everything_that_takes_the_focus_has_a_name_and_buttons_can_be_hit(window: MainWindow, qtbot: QtBot) -> None:
    assert faults(window.toolbar) == []
    assert faults(window.palette_panel) == []
    assert faults(window.canvas) == []
    assert faults(window.workbench.status_line) == []
    for tab in ("Layer", "Training", "Data"):
        window.workbench.show_settings(tab)
        assert faults(window.inspector) == [], tab
    window.workbench.show_settings("Layer")
    window.canvas.view.select_all()
    assert faults(window.inspector) == []
    for name in PANELS:
        window.workbench.docks.show(getattr(window.workbench, name))
        assert faults(window.workbench.below) == [], name
    window.show_start()
    qtbot.waitUntil(lambda: bool(window.start_page.grids))
    assert faults(window.start_page) == []


def test_the_focus_goes_through_the_window_as_it_is_read(window: MainWindow) -> None:
    """Each region in one piece; above before below, left before right."""
    regions = {
        "toolbar": window.toolbar, "palette": window.palette_panel, "canvas": window.canvas,
        "plots": window.workbench.below, "inspector": window.inspector,
    }  # fmt: skip

    def region(widget: QWidget) -> str:
        return next((name for name, root in regions.items() if root.isAncestorOf(widget)), "")

    chain, widget = [], window.toolbar.run_button
    while True:
        if takes_focus(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chain.append(region(widget))
        widget = widget.nextInFocusChain()
        if widget is window.toolbar.run_button:
            break
    order = [name for name, _ in groupby(name for name in chain if name)]
    assert order[0] == "toolbar"  # it began in the middle of it, and may end there
    assert (order[:-1] if order[-1] == "toolbar" else order) == list(regions)


def test_a_switch_of_the_theme_reaches_every_part_at_once(window: MainWindow, qapp: QApplication) -> None:
    """The ground of each region is that of the theme, by its pixels; menus do it, and it is remembered."""
    action = {action.data(): action for action in window.menu_actions.theme_group.actions()}
    try:
        for name in ("contrast-dark", "light"):
            action[name].trigger()
            assert theme().name == name
            surface, canvas = theme().color("surface").name(), theme().color("canvas").name()
            toolbar = window.toolbar.grab().toImage()
            assert toolbar.pixelColor(2, 2).name() == surface
            shown = window.canvas.view.viewport().grab().toImage()
            assert shown.pixelColor(1, shown.height() - 2).name() == canvas
            panel = window.palette_panel.grab().toImage()
            assert panel.pixelColor(2, panel.height() - 3).name() == surface
    finally:
        theme().apply(qapp, "light")
