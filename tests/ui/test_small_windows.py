"""What holds on small windows: every tab is reached, no column moves, messages push nothing away, titles end in …"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from playground.core.edits import Rename, SetProject
from playground.core.problems import Problem
from playground.ui.main_window import SMALLEST, MainWindow
from playground.ui.message_bar import MOST, Staying
from playground.ui.plots.controls import PlotControls
from playground.ui.settings import settings
from playground.ui.splitters import INSPECTOR_WIDTH, PALETTE_MINIMUM, PALETTE_WIDTH
from playground.ui.toolbar import Toolbar
from playground.ui.views.catalogue import VIEWS
from playground.ui.widgets.elided import ElidedLine
from playground.ui.widgets.tab_strip import TabStrip

OpenWindow = Callable[..., MainWindow]
TABS = ["Curves", "Gradients", "Samples", "Data", "Evaluate", "Predict", "Problems", "Analysis", "Code"]
LONG = "A network with quite a long title that tells what it is for, and for whom, and why"
PATH = "/a/folder/" + "a-folder-with-a-long-name/" * 8 + "bundle.playground"


def small_window(open_window: OpenWindow, size: tuple[int, int] = SMALLEST) -> MainWindow:
    window = open_window("digits-cnn", in_thread=True)
    window.resize(*size)
    return window


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def choose(strip: TabStrip, title: str) -> None:
    """With the mouse in the row, or in the menu at its end."""
    bar = strip.bar
    index = next(number for number in range(bar.count()) if bar.tabText(number).startswith(title))
    if bar.isTabVisible(index):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(index).center())
        return
    menu = strip.more.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text().startswith(title)).trigger()


def columns(window: MainWindow) -> list[int]:
    found = next(s for s in window.workbench.findChildren(QSplitter) if s.indexOf(window.palette_panel) == 0)
    return found.sizes()


# --- the tabs under the canvas ---


@pytest.mark.parametrize("width", [960, 1024, 1280, 1440])
def test_every_tab_is_reached_and_none_is_cut_or_changes_the_columns(open_window: OpenWindow, width: int) -> None:
    window = small_window(open_window, (width, 600))
    strip = window.plots.findChild(TabStrip)
    controls = window.plots.findChild(PlotControls)
    sizes = columns(window)
    for title in TABS:
        choose(strip, title)
        bar = strip.bar
        assert bar.tabText(bar.currentIndex()).startswith(title)
        assert sorted((*strip.titles(shown=True), *strip.titles(shown=False))) == sorted(map(bar.tabText, range(9)))
        for index in range(bar.count()):
            if bar.isTabVisible(index):
                assert bar.tabRect(index).width() >= bar.widths()[index]
                seen = bar.tabRect(index).translated(bar.pos()).adjusted(0, 0, -20, 0)  # without the margin
                assert strip.rect().contains(seen)
        assert strip.more.isVisible() == bool(strip.titles(shown=False))
        if strip.more.isVisible():
            assert strip.rect().contains(strip.more.geometry())
            assert not strip.more.geometry().intersects(bar.geometry())
        if controls.isVisible():
            assert window.plots.rect().contains(place(controls, window.plots))
            assert controls.width() >= 30
            assert not place(controls, window.plots).intersects(place(strip, window.plots))
        assert columns(window) == sizes
        assert min(sizes) >= PALETTE_MINIMUM


def test_a_wide_window_shows_all_tabs_again(open_window: OpenWindow) -> None:
    window = small_window(open_window)
    strip = window.plots.findChild(TabStrip)
    assert strip.titles(shown=False)
    window.resize(1440, 900)
    assert strip.titles(shown=True) == TABS
    assert not strip.more.isVisible()


def row_of_tabs(qtbot: QtBot, width: int) -> TabStrip:
    strip = TabStrip()
    qtbot.addWidget(strip)
    for title in TABS:
        strip.add_tab(title)
    strip.resize(width, 40)
    strip.show()
    return strip


def test_the_row_of_tabs_stays_as_it_is_when_one_of_it_is_chosen(qtbot: QtBot) -> None:
    strip = row_of_tabs(qtbot, 400)
    first = strip.titles(shown=True)
    assert first == TABS[: len(first)]
    assert len(first) >= 3
    choose(strip, "Code")
    row = strip.titles(shown=True)
    assert row[-1] == "Code"
    choose(strip, "Curves")
    assert strip.titles(shown=True) == row
    strip.set_title(TABS.index("Gradients"), "Gradients (12)")
    assert "Gradients (12)" in strip.titles(shown=True)


@pytest.mark.parametrize("size", [(960, 600), (1280, 800), (1440, 900), (1920, 1080)])
def test_a_new_warning_moves_no_button_beside_the_tabs(open_window: OpenWindow, size: tuple[int, int]) -> None:
    window = small_window(open_window, size)
    strip, node = window.plots.strip, window.session.graph.nodes[-1].id
    choose(strip, "Problems")

    def places() -> list[QRect]:
        tabs = [strip.bar.tabRect(number) for number in range(strip.bar.count()) if strip.bar.isTabVisible(number)]
        return [strip.more.geometry(), strip.add.geometry(), *tabs]

    assert "Problems" in strip.titles(shown=True)
    before = places()
    for count in (1, 12):
        said = [Problem("warning", "made up", f"Number {number}.", "", "Classifier", node) for number in range(count)]
        window.session.note_all("made up", tuple(said))
        assert f"Problems ({count})" in strip.titles(shown=True)
        assert places() == before
    window.session.note_all("made up", ())
    assert places() == before


def test_the_arrow_keys_reach_the_tabs_that_are_in_the_menu(qtbot: QtBot) -> None:
    strip = row_of_tabs(qtbot, 300)
    seen = [strip.bar.tabText(strip.bar.currentIndex())]
    for _ in range(len(TABS)):
        QTest.keyClick(strip.bar, Qt.Key.Key_Right)
        seen.append(strip.bar.tabText(strip.bar.currentIndex()))
    assert seen == [*TABS, TABS[-1]]
    QTest.keyClick(strip.bar, Qt.Key.Key_Left)
    assert strip.bar.tabText(strip.bar.currentIndex()) == TABS[-2]


def test_smoothing_is_in_the_menu_where_the_slider_finds_no_room(qtbot: QtBot) -> None:
    controls = PlotControls()
    qtbot.addWidget(controls)
    controls.enable(plots=True, samples=False, run=True, earlier=False)
    controls.resize(30, 28)
    smoothing = next(menu for menu in controls.findChildren(QMenu) if menu.title() == "Smoothing")
    assert [action.text() for action in smoothing.actions() if action.isChecked()] == ["20 steps"]
    with qtbot.waitSignal(controls.smoothing_changed) as changed:
        next(action for action in smoothing.actions() if action.text() == "200 steps").trigger()
    assert changed.args == [200.0]
    assert controls.smoothing == 200.0
    assert [action.text() for action in smoothing.actions() if action.isChecked()] == ["200 steps"]


# --- the views ---


def test_every_view_fits_into_the_width_of_the_smallest_window(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = small_window(open_window)
    for each in VIEWS:
        view = window.workbench.docks.open(each.name)
        area = view.parentWidget()
        assert area is not None
        qtbot.waitUntil(lambda view=view, area=area: view.width() == area.width())  # else one scrolls sideways
        shown = [child for child in view.choices.children() if isinstance(child, QWidget) and child.isVisible()]
        assert all(view.choices.rect().contains(child.geometry()) for child in shown), each.name
        assert all(child.width() >= 56 or child.width() >= child.sizeHint().width() for child in shown), each.name
        window.workbench.docks.close(each.name)


# --- the columns ---


def test_a_small_window_squeezes_the_panels_and_a_large_one_gives_back_what_was_wanted(open_window: OpenWindow) -> None:
    window = small_window(open_window)
    left, middle, right = columns(window)
    assert left < PALETTE_WIDTH
    assert right < INSPECTOR_WIDTH
    assert middle > left + right
    assert window.canvas.height() > window.plots.height() > 200
    window.workbench.remember_sizes()  # as on closing
    assert settings().panel_size("palette", 0, 1) == PALETTE_WIDTH
    assert settings().panel_size("inspector", 0, 1) == INSPECTOR_WIDTH
    window.resize(1440, 900)
    assert (columns(window)[0], columns(window)[2]) == (PALETTE_WIDTH, INSPECTOR_WIDTH)


def test_a_folded_palette_leaves_its_room_to_the_others(open_window: OpenWindow) -> None:
    window = small_window(open_window)
    middle = columns(window)[1]
    window.menu_actions.show_palette.trigger()
    assert columns(window)[0] == 0
    assert columns(window)[1] > middle
    window.menu_actions.show_palette.trigger()
    assert columns(window)[0] >= PALETTE_MINIMUM
    assert columns(window)[1] == middle


# --- messages ---


def test_no_message_moves_anything(open_window: OpenWindow) -> None:
    window = small_window(open_window)
    parts = (window.canvas, window.canvas.view, window.plots, window.palette_panel, window.inspector, window.toolbar)
    before = [place(part, window) for part in parts]
    for number in range(MOST + 1):
        window.messages.show_message(f"Message {number}. {LONG}.", "warning", [("Mend it", lambda: None)])
        assert [place(part, window) for part in parts] == before
    assert len(window.messages.bars) == MOST
    assert place(window.canvas.view, window).contains(place(window.messages, window))
    assert not place(window.messages, window).intersects(place(window.canvas.tabs, window))
    for _ in range(MOST):
        window.messages.bars[0].cross.click()
        assert [place(part, window) for part in parts] == before
    assert not window.messages.isVisible()


def test_messages_follow_the_canvas_and_the_page(open_window: OpenWindow) -> None:
    window = small_window(open_window)
    window.messages.show_message("Something happened.", "warning")
    for change in (
        lambda: window.resize(1300, 800),
        window.menu_actions.show_palette.trigger,
        window.menu_actions.show_inspector.trigger,
        lambda: window.resize(1000, 640),
    ):
        change()
        canvas, messages = place(window.canvas.view, window), place(window.messages, window)
        assert canvas.contains(messages)
        assert abs(canvas.center().x() - messages.center().x()) <= 1
    window.show_start()
    assert window.messages.isVisible()
    page, messages = place(window.start_page, window), place(window.messages, window)
    assert page.contains(messages)
    assert messages.center().y() > page.center().y()  # what starts a project stays free
    window.show_workbench()
    assert place(window.canvas.view, window).contains(place(window.messages, window))


@pytest.mark.parametrize("width", [960, 1440])
def test_a_long_message_shows_all_of_its_text_and_buttons(open_window: OpenWindow, width: int) -> None:
    window = small_window(open_window, (width, 900))
    choices = [("Show the layer", Staying(lambda: None)), ("Lower the rate to 0.0003 and resume", lambda: None),
               ("Resume", lambda: None), ("Use the bundled digits instead of these", lambda: None)]  # fmt: skip
    bar = window.messages.show_message(f"{LONG}. Saved as {PATH}.", "error", choices)
    assert bar.text == f"{LONG}. Saved as {PATH}."
    assert bar.accessibleName() == bar.text
    parts = [*bar.buttons, bar.cross]
    assert all(bar.rect().contains(part.geometry()) for part in parts)
    assert all(part.width() >= min(part.sizeHint().width(), 24) and part.height() >= 24 for part in parts)
    assert not any(a.geometry().intersects(b.geometry()) for a in parts for b in parts if a is not b)
    words = next(child for child in bar.children() if hasattr(child, "height_for"))
    assert words.height() >= words.height_for(words.width())
    assert words.document().idealWidth() <= words.width()  # also of a path, which has no spaces
    assert not any(words.geometry().intersects(part.geometry()) for part in parts)


def test_many_long_messages_are_scrolled_within_the_canvas(open_window: OpenWindow) -> None:
    window = small_window(open_window)
    for number in range(MOST):
        window.messages.show_message(f"{number}. {LONG}. {PATH}", "error", [("Mend it", lambda: None)])
    assert place(window.canvas.view, window).contains(place(window.messages, window))
    last = window.messages.bars[-1]
    assert last.geometry().bottom() > window.messages.height()
    last.cross.setFocus()
    area = window.messages._scroll
    area.ensureWidgetVisible(last)
    assert window.messages.rect().contains(place(last.cross, window.messages))


def test_messages_are_reached_and_closed_with_the_keyboard(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = small_window(open_window)
    done: list[str] = []
    window.messages.show_message("An older one.", "warning")
    bar = window.messages.show_message("A newer one.", "error", [("Mend it", lambda: done.append("mended"))])
    window.activateWindow()
    window.toolbar.reset_button.setFocus()
    chain = [window.toolbar.reset_button.nextInFocusChain()]
    while len(chain) < 12:
        chain.append(chain[-1].nextInFocusChain())
    reached = [widget for widget in chain if window.messages.isAncestorOf(widget)]
    assert [bar.buttons[0], bar.cross] == [w for w in reached if w in (bar.buttons[0], bar.cross)]
    bar.cross.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is bar.cross)
    QTest.keyClick(bar.cross, Qt.Key.Key_Escape)
    assert window.messages.texts == ["An older one."]
    older = window.messages.bars[0]
    assert QApplication.focusWidget() is older.cross
    QTest.keyClick(older.cross, Qt.Key.Key_Escape)
    assert window.messages.texts == []
    assert QApplication.focusWidget() is window.canvas.view
    assert done == []


# --- titles ---


@pytest.mark.parametrize("width", [960, 1440])
def test_a_long_title_ends_in_an_ellipsis_and_its_tip_has_all_of_it(open_window: OpenWindow, width: int) -> None:
    window = small_window(open_window, (width, 700))
    node = window.session.graph.nodes[1].id
    buttons = [place(button, window) for button in (window.toolbar.run_button, window.toolbar.reset_button)]
    window.session.do(SetProject({"title": LONG}))
    window.session.do(Rename(window.session.network, node, LONG[:80]))
    window.session.select([node])
    name = next(line for line in window.inspector.layer_page.findChildren(ElidedLine) if line.isVisible())
    lines: tuple[tuple[ElidedLine, str], ...] = ((window.toolbar.title, LONG), (name, LONG[:80]))
    for line, text in lines:
        assert line.text() == text
        assert line.shown_text.endswith("…")
        assert line.toolTip().splitlines()[0] == text
    assert [place(b, window) for b in (window.toolbar.run_button, window.toolbar.reset_button)] == buttons
    window.session.do(SetProject({"title": "Short"}))
    assert window.toolbar.title.shown_text == "Short"
    assert "Short" not in window.toolbar.title.toolTip()


def test_the_state_of_a_run_keeps_what_counts_on_a_narrow_bar(open_window: OpenWindow) -> None:
    window = small_window(open_window)
    toolbar: Toolbar = window.toolbar
    toolbar.show_device("CPU · 12/16", "")
    running = ("Epoch 120 of 5,000", "batch 1,234 / 5,678", "01:08:09 left · 123,456 samples/s")
    toolbar.show_status(*running)
    texts = toolbar._status
    assert texts.headline.text() == running[0]
    assert texts.right.text() == "01:08:09 left"
    assert texts.toolTip().splitlines() == list(running)
    toolbar.show_status("Finished", "98.76 % of the test images right", "12:34 · 123,456 samples/s", detail_first=True)
    assert texts.detail.text().startswith("98.76 % of the")
    assert toolbar.status() == ("Finished", "98.76 % of the test images right", "12:34 · 123,456 samples/s")
    window.resize(1440, 900)
    assert (texts.headline.text(), texts.detail.full_text, texts.right.text()) == toolbar.status()
    assert texts.toolTip() == ""
    assert texts.rect().contains(texts.right.geometry())
    assert not texts.right.geometry().intersects(texts.headline.geometry())
