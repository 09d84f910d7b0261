"""The keyboard alone: walking over layers and links, pulling links, and building a whole network."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from playground.core.edits import AddNodes
from playground.core.files import load_project
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project
from playground.ui.actions import Actions
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.gestures.key_link_gesture import KeyLinkGesture
from playground.ui.canvas_actions import connect_canvas
from playground.ui.project_session import ProjectSession

Key = Qt.Key
ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
NONE = Qt.KeyboardModifier.NoModifier
PRESETS = Path(__file__).parents[3] / "presets"


@pytest.fixture
def press(panel: CanvasPanel, qtbot: QtBot):
    def press(key: Key, keys: Qt.KeyboardModifier = NONE) -> None:
        qtbot.keyClick(panel.view, key, keys)

    return press


def pairs(session: ProjectSession) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in session.graph.links}


def chosen(panel: CanvasPanel) -> str:
    gesture = panel.view.gesture
    assert isinstance(gesture, KeyLinkGesture) and gesture.chosen is not None
    return gesture.chosen.node


# --- walking ---


def test_alt_and_arrows_walk_over_the_layers(panel: CanvasPanel, session: ProjectSession, press) -> None:
    def at(key: Key) -> frozenset[str]:
        press(key, ALT)
        return session.selection

    assert at(Key.Key_Down) == {"input1"}  # nothing was selected: the first
    assert at(Key.Key_Right) == {"conv1"}
    assert at(Key.Key_Down) == {"relu1"}
    assert at(Key.Key_Down) == {"relu1"}  # nothing further down
    assert at(Key.Key_Up) == {"conv1"}
    assert at(Key.Key_Left) == {"input1"}


def test_control_and_arrows_follow_links_and_walk_through_them(
    panel: CanvasPanel, session: ProjectSession, press
) -> None:
    scene = panel.view.canvas_scene

    def link() -> tuple[str, str]:
        (found,) = scene.selected_links
        return found.source, found.target

    session.select(["conv1"])
    press(Key.Key_Right, CONTROL)
    assert session.selection == {"flatten1"}
    press(Key.Key_Left, CONTROL)
    assert session.selection == {"conv1"}
    press(Key.Key_Down, CONTROL)
    assert link() == ("input1", "conv1") and not session.selection
    assert panel.view.bubble.text.startswith("Input 1 to Conv 2D 1 (1 of 2)")
    press(Key.Key_Down, CONTROL)
    assert link() == ("conv1", "flatten1")
    press(Key.Key_Down, CONTROL)
    assert link() == ("input1", "conv1")
    press(Key.Key_Up, CONTROL)
    press(Key.Key_Escape)
    assert session.selection == {"conv1"} and not scene.selected_links
    press(Key.Key_Down, CONTROL)
    press(Key.Key_Delete)
    assert ("input1", "conv1") not in pairs(session)
    press(Key.Key_Down, CONTROL)
    assert link() == ("conv1", "flatten1")  # one is still at the same layer
    press(Key.Key_Right, CONTROL)
    assert session.selection == {"flatten1"}


def test_the_view_scrolls_along(panel: CanvasPanel, session: ProjectSession, press) -> None:
    session.do(AddNodes("Classifier", (Node(id="far1", type="ReLU", x=4000.0, y=0.0),)))
    session.select(["dense1"])
    assert not panel.view.navigator.visible.contains(panel.view.canvas_scene.nodes["far1"].rect)
    press(Key.Key_Right, ALT)
    assert session.selection == {"far1"}
    assert panel.view.navigator.visible.contains(panel.view.canvas_scene.nodes["far1"].rect)


# --- pulling links ---


def test_l_pulls_a_link_and_enter_lays_it(panel: CanvasPanel, session: ProjectSession, press) -> None:
    session.do(AddNodes("Classifier", (Node(id="dense2", type="Dense", x=464.0, y=240.0),)))
    session.select(["conv1"])
    press(Key.Key_L)
    assert chosen(panel) == "relu1"  # what fits comes first
    assert panel.view.bubble.text.splitlines()[0] == "ReLU 1: gives 8 × 26 × 26"
    press(Key.Key_Tab)
    assert chosen(panel) == "dense2"  # then what may be linked with a warning
    assert panel.view.bubble.text.startswith("Dense 2 gets 8 × 26 × 26; a Dense layer takes")
    press(Key.Key_Tab)
    press(Key.Key_Right)
    assert chosen(panel) == "dense2"
    press(Key.Key_Left)
    assert chosen(panel) == "relu1"
    press(Key.Key_Return)
    assert ("conv1", "relu1") in pairs(session)
    assert panel.view.gesture is None and session.selection == {"conv1"}
    assert session.undo_stack.undoText() == "Connect"
    assert all(item._marks is None for item in panel.view.canvas_scene.nodes.values())


def test_shift_l_pulls_from_an_input_and_escape_ends_it(panel: CanvasPanel, session: ProjectSession, press) -> None:
    items = len(panel.view.canvas_scene.items())
    session.select(["relu1"])
    press(Key.Key_L, SHIFT)
    assert chosen(panel) == "input1"  # the nearest output before it
    press(Key.Key_Escape)
    assert panel.view.gesture is None and session.selection == {"relu1"}
    assert len(panel.view.canvas_scene.items()) == items
    press(Key.Key_L, SHIFT)
    while chosen(panel) != "dense1":
        press(Key.Key_Tab)
    press(Key.Key_Return)
    assert ("dense1", "relu1") in pairs(session)


def test_l_again_begins_at_the_next_port(panel: CanvasPanel, session: ProjectSession, press) -> None:
    split = Node(id="split1", type="Split", x=232.0, y=480.0)
    session.do(AddNodes("Classifier", (split,), (Link(source="conv1", target="split1"),)))
    session.select(["split1"])
    press(Key.Key_L)
    press(Key.Key_L)
    assert panel.view.gesture.fixed.name == "part2"
    press(Key.Key_Return)
    assert ("split1", "relu1") in pairs(session)
    assert next(link.source_port for link in session.graph.links if link.target == "relu1") == "part2"


def test_where_nothing_takes_a_link_it_is_said(panel: CanvasPanel, session: ProjectSession, press) -> None:
    session.open(Project(networks={"Net": Graph(nodes=(Node(id="input1", type="Input"),))}))
    session.select(["input1"])
    press(Key.Key_L)
    assert panel.view.bubble.text == "Nothing takes a link from Input 1. Tab adds a layer."
    press(Key.Key_L, SHIFT)
    assert panel.view.bubble.text == "Input 1 has no input."
    press(Key.Key_Tab)
    assert panel.view.composer.search.popup.is_open
    assert panel.view.gesture is None
    panel.view.composer.search.popup.close_search()


def test_the_mouse_goes_before_the_keys(hand, panel: CanvasPanel, session: ProjectSession, press) -> None:
    session.select(["conv1"])
    press(Key.Key_L)
    hand.move(hand.card("dense1"))  # a nudge of the mouse ends nothing
    assert chosen(panel) == "relu1"
    hand.click(hand.card("dense1"))
    assert panel.view.gesture is None and session.selection == {"dense1"}


# --- in and out ---


def test_the_canvas_is_no_trap(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    before, after = QPushButton("before"), QPushButton("after")
    other = CanvasPanel(session)
    for widget in (before, other, after):
        layout.addWidget(widget)
    for chained in (other.tabs, other.new_network):
        chained.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    with qtbot.waitExposed(window):
        window.show()
    before.setFocus()
    view = other.view
    for keys, key in ((SHIFT, Key.Key_Backtab), (CONTROL, Key.Key_Tab), (CONTROL | SHIFT, Key.Key_Backtab)):
        view.setFocus()
        assert view.hasFocus()
        qtbot.keyClick(view, key, keys)
        assert QApplication.focusWidget() is not view
        assert not view.composer.search.popup.is_open
    other.hide()


def test_a_network_is_built_by_keys_alone(make_panel, qtbot: QtBot) -> None:
    session = ProjectSession()
    wanted = load_project(PRESETS / "mnist-mlp.json").networks["Classifier"]
    session.open(Project(networks={"Classifier": Graph()}))
    panel = make_panel(session)

    def press(key: Key, keys: Qt.KeyboardModifier = NONE) -> None:
        qtbot.keyClick(QApplication.focusWidget(), key, keys)

    def add(letters: str) -> None:
        press(Key.Key_Tab)
        qtbot.keyClicks(QApplication.focusWidget(), letters)
        press(Key.Key_Return)

    for letters in ("inp", "flat", "dns", "dense"):
        add(letters)
    press(Key.Key_Escape)  # nothing is selected: the last layer stands alone
    add("dense")
    press(Key.Key_L, SHIFT)
    while chosen(panel) != "dense2":
        press(Key.Key_Tab)
    press(Key.Key_Return)
    kinds = [(node.id, node.type) for node in session.graph.nodes]
    assert kinds == [(node.id, node.type) for node in wanted.nodes]
    assert set(session.graph.links) == set(wanted.links)
    assert not [problem for problem in session.check.networks["Classifier"].problems if problem.severity == "error"]
    rects = [item.rect for item in panel.view.canvas_scene.nodes.values()]
    assert not any(one.intersects(other) for one in rects for other in rects if one is not other)
    for _ in range(6):
        session.undo_stack.undo()
    assert not session.graph.nodes


def test_the_menu_commands_lead_to_the_canvas(panel: CanvasPanel, session: ProjectSession) -> None:
    actions = Actions(session.undo_stack)
    connect_canvas(actions, panel.view)
    session.select([])
    wanting = (actions.replace, actions.take_out, actions.delete_heal, actions.link_from, actions.link_to)
    assert not any(action.isEnabled() for action in wanting)
    session.select(["flatten1"])
    assert all(action.isEnabled() for action in wanting)
    actions.delete_heal.trigger()
    assert ("conv1", "dense1") in pairs(session)
    session.select(["conv1"])
    actions.follow_forward.trigger()
    assert session.selection == {"dense1"}
    actions.go_left.trigger()
    assert session.selection == {"conv1"}
    actions.next_link.trigger()
    assert len(panel.view.canvas_scene.selected_links) == 1
    actions.add_layer.trigger()
    assert panel.view.composer.search.popup.accessibleDescription() == "Between Input 1 and Conv 2D 1"
    panel.view.composer.search.popup.close_search()
