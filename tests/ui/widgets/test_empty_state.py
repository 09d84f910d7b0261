"""What stands where there is nothing yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from playground.core.presets import load_preset
from playground.ui.widgets.empty_state import EmptyState

LONG = "Train first, or open a trained bundle: then paste or open what the network shall judge, one after the other."


def made(qtbot: QtBot, *what: str, width: int = 500, height: int = 240) -> EmptyState:
    state = EmptyState(*what)
    qtbot.addWidget(state)
    state.resize(width, height)
    state.show()
    return state


def test_a_sign_a_sentence_and_a_button_that_acts(qtbot: QtBot) -> None:
    state = made(qtbot, "curves", "Press Run to see the loss.", "Run")
    assert state.sign.isVisible()
    with qtbot.waitSignal(state.acted):
        qtbot.mouseClick(state.button, Qt.MouseButton.LeftButton)
    state.show_words("Nothing can be done about it.")
    assert not state.button.isVisible()
    assert state.text() == "Nothing can be done about it."


def test_the_whole_sentence_is_seen_however_narrow_it_is(qtbot: QtBot) -> None:
    for width in (160, 240, 900):
        state = made(qtbot, "predict", LONG, "Run", width=width, height=400)
        qtbot.waitUntil(lambda state=state: state.rect().contains(state.words.geometry()))
        assert state.words.height() >= state.words.heightForWidth(state.words.width())
        assert state.rect().contains(state.button.geometry())


def test_where_it_is_low_the_sign_gives_way_and_nothing_must_be_scrolled(qtbot: QtBot) -> None:
    state = made(qtbot, "predict", "Press Run.", "Run", height=100)
    assert not state.sign.isVisible()
    assert state.rect().contains(state.button.geometry())
    assert state.minimumSizeHint().height() <= 60


def test_the_buttons_of_empty_panels_give_the_first_layer_and_the_run(open_window, qtbot: QtBot) -> None:
    window = open_window()
    window.new_project()
    assert window.canvas._first.isVisible()
    qtbot.mouseClick(window.canvas._first, Qt.MouseButton.LeftButton)
    assert [node.type for node in window.session.graph.nodes] == ["Input"]
    assert not window.canvas._first.isVisible()
    window.session.undo_stack.undo()
    assert window.canvas._first.isVisible()

    window.session.open(load_preset("digits-cnn").project)
    panel = next(state for state in window.plots.findChildren(EmptyState) if state.isVisible())
    with qtbot.waitSignal(window.controller.run_started, timeout=60_000):
        qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    window.workbench.evaluate.run_wanted.emit()  # somebody is late: the run goes on
    assert window.controller.state != "pausing"
    with qtbot.waitSignal(window.controller.run_finished, timeout=60_000):
        window.controller.stop()
