"""Selecting, moving, copying, adding and removing layers on the canvas."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from playground.core.edits import AddNodes
from playground.core.graph import Node
from playground.core.project import Project
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.drops import PALETTE_MIME
from playground.ui.canvas.menus import menu_at
from playground.ui.canvas.tooltips import tooltip
from playground.ui.project_session import ProjectSession

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def place(session: ProjectSession, node: str) -> tuple[float, float]:
    return session.graph.by_id[node].x, session.graph.by_id[node].y


# --- selection ---


def test_clicks_select_and_shift_or_control_adds(hand, session: ProjectSession) -> None:
    hand.click(hand.card("conv1"))
    assert session.selection == {"conv1"}
    hand.click(hand.card("relu1"), SHIFT)
    assert session.selection == {"conv1", "relu1"}
    hand.click(hand.card("conv1"), CONTROL)
    assert session.selection == {"relu1"}
    hand.click(QPointF(700, 420))
    assert session.selection == frozenset()


def test_a_rubber_band_selects_what_it_touches(hand, session: ProjectSession) -> None:
    hand.drag(QPointF(200, 120), QPointF(480, -40))
    assert session.selection == {"conv1", "flatten1"}
    hand.drag(QPointF(200, 400), QPointF(300, 300), SHIFT)
    assert session.selection == {"conv1", "flatten1", "relu1"}


def test_escape_takes_the_rubber_band_back(hand, panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    session.select(["dense1"])
    hand.press(QPointF(200, 130))
    hand.move(QPointF(500, -40))
    assert session.selection == {"conv1", "flatten1"}
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert session.selection == {"dense1"}


def test_escape_and_select_all(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.view, Qt.Key.Key_A, CONTROL)
    assert session.selection == {"input1", "conv1", "flatten1", "dense1", "relu1"}
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert session.selection == frozenset()


# --- moving ---


def test_a_drag_is_one_undo_step_on_the_grid(hand, session: ProjectSession) -> None:
    start = hand.card("relu1")
    hand.drag(start, start + QPointF(41, 63))
    assert place(session, "relu1") == (272.0, 304.0)  # 232 + 41 and 240 + 63, to multiples of 4
    assert session.undo_stack.count() == 1
    assert session.undo_stack.undoText() == "Move layer"
    session.undo_stack.undo()
    assert place(session, "relu1") == (232.0, 240.0)


def test_a_drag_moves_all_that_is_selected_and_links_follow(hand, panel: CanvasPanel, session: ProjectSession) -> None:
    session.select(["conv1", "flatten1"])
    start = hand.card("conv1")
    hand.drag(start, start + QPointF(0, 100))
    assert place(session, "conv1") == (232.0, 100.0)
    assert place(session, "flatten1") == (464.0, 100.0)
    assert session.undo_stack.undoText() == "Move 2 layers"
    path = panel.view.canvas_scene.links["flatten1", "out", "dense1", "in"].route.path
    assert path.elementAt(0).y == 152.0  # the middle of a card of 104


def test_escape_while_dragging_puts_cards_back(hand, panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    start = hand.card("relu1")
    hand.press(start)
    hand.move(start + QPointF(80, 80))
    assert panel.view.canvas_scene.nodes["relu1"].x() == 312.0
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    hand.release(start + QPointF(80, 80))
    assert panel.view.canvas_scene.nodes["relu1"].x() == 232.0
    assert session.undo_stack.count() == 0


def test_arrows_nudge_and_shift_goes_further_as_one_step(
    panel: CanvasPanel, session: ProjectSession, qtbot: QtBot
) -> None:
    session.select(["relu1"])
    for _ in range(3):
        qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, SHIFT)
    assert place(session, "relu1") == (244.0, 280.0)
    assert session.undo_stack.count() == 1


# --- clipboard ---


def test_copy_and_paste_keep_parameters_and_inner_links(hand, panel: CanvasPanel, session: ProjectSession) -> None:
    session.select(["conv1", "flatten1"])
    panel.view.copy()
    panel.view.paste_at(QPointF(500, 400))
    assert session.undo_stack.undoText() == "Paste 2 layers"
    assert session.selection == {"conv2", "flatten2"}
    conv, flatten = session.graph.by_id["conv2"], session.graph.by_id["flatten2"]
    assert conv.params == {"filters": 8, "kernel": 3}
    assert (flatten.x - conv.x, flatten.y - conv.y) == (232.0, 0.0)
    # the middle of both cards (400 × 104) lies at the pointer
    assert (conv.x, conv.y) == (300.0, 348.0)
    assert [(link.source, link.target) for link in session.graph.links[3:]] == [("conv2", "flatten2")]


def test_pasting_again_does_not_hide_the_first_copy(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    session.select(["relu1"])
    qtbot.keyClick(panel.view, Qt.Key.Key_C, CONTROL)
    qtbot.keyClick(panel.view, Qt.Key.Key_V, CONTROL)
    qtbot.keyClick(panel.view, Qt.Key.Key_V, CONTROL)
    assert len({place(session, node) for node in ("relu1", "relu2", "relu3")}) == 3


def test_layers_go_from_window_to_window(panel: CanvasPanel, session: ProjectSession, make_panel) -> None:
    other = ProjectSession()
    other.open(Project())
    second = make_panel(other)
    session.select(["conv1"])
    panel.view.copy()
    second.view.paste_at(QPointF(0, 0))
    assert other.graph.by_id["conv1"].params == {"filters": 8, "kernel": 3}


def test_cut_is_named_and_undone_at_once(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    session.select(["relu1"])
    qtbot.keyClick(panel.view, Qt.Key.Key_X, CONTROL)
    assert "relu1" not in session.graph.by_id
    assert session.undo_stack.undoText() == "Cut layer"
    qtbot.keyClick(panel.view, Qt.Key.Key_Z, CONTROL)
    assert "relu1" in session.graph.by_id


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("hello", "The clipboard holds no layers. Copy some on a canvas first."),
        ("", "The clipboard holds no layers. Copy some on a canvas first."),
        (
            '{"format": "neural-playground", "version": 99}',
            (
                "The layers on the clipboard cannot be read: the file has format version 99, this program reads up to "
                "5. Update Neural Playground."
            ),
        ),
        (
            '{"format": "neural-playground", "version": 1, "networks": {"A": {"nodes": [{"id": 3, "type": "Dense"}]}}}',
            "The layers on the clipboard cannot be read: networks.A.nodes[0].id: should be a valid string; found 3.",
        ),
    ],
)
def test_foreign_text_is_refused_in_one_sentence(
    panel: CanvasPanel, session: ProjectSession, qtbot: QtBot, text: str, message: str
) -> None:
    QGuiApplication.clipboard().setText(text)
    before = session.project
    with qtbot.waitSignal(session.refused) as refused:
        panel.view.paste()
    assert refused.args == [message]
    assert session.project is before


def test_what_is_copied_is_the_text_of_a_project(panel: CanvasPanel, session: ProjectSession) -> None:
    session.select(["dense1"])
    panel.view.copy()
    data = json.loads(QGuiApplication.clipboard().text())
    assert [node["id"] for node in data["networks"]["Classifier"]["nodes"]] == ["dense1"]


def test_duplicate(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    session.select(["dense1"])
    qtbot.keyClick(panel.view, Qt.Key.Key_D, CONTROL)
    assert session.undo_stack.undoText() == "Duplicate layer"
    assert session.graph.by_id["dense2"].params == {"units": 10}
    assert session.selection == {"dense2"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_takes_the_links_along(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot, key: Qt.Key) -> None:
    session.select(["conv1"])
    qtbot.keyClick(panel.view, key)
    assert "conv1" not in panel.view.canvas_scene.nodes
    assert [(link.source, link.target) for link in session.graph.links] == [("flatten1", "dense1")]
    assert session.undo_stack.undoText() == "Delete layer"
    session.undo_stack.undo()
    assert len(panel.view.canvas_scene.links) == 3


# --- adding ---


def layer_data(name: str) -> QMimeData:
    data = QMimeData()
    data.setData(PALETTE_MIME, name.encode())
    return data


def test_a_layer_from_the_palette_lands_under_the_pointer(hand, session: ProjectSession) -> None:
    assert hand.drop(layer_data("Dense"), QPointF(700, 400))
    assert place(session, "dense2") == (616.0, 348.0)  # half of 168 × 104 before it
    assert session.selection == {"dense2"}
    assert session.undo_stack.undoText() == "Add Dense"
    assert len(session.graph.links) == 3


def test_a_drop_near_the_edge_leaves_the_view_where_it_is(hand, panel: CanvasPanel, session: ProjectSession) -> None:
    before = panel.view.navigator.center
    edge = panel.view.to_scene(QPointF(panel.view.viewport().width() / 2, panel.view.viewport().height() - 6))
    assert hand.drop(layer_data("Dense"), edge)
    assert "dense2" in session.graph.by_id
    assert panel.view.navigator.center == before


def test_a_dropped_layer_is_linked_from_the_selected_one(hand, session: ProjectSession) -> None:
    session.select(["relu1"])
    assert hand.drop(layer_data("Dense"), QPointF(700, 400))
    assert (session.graph.links[-1].source, session.graph.links[-1].target) == ("relu1", "dense2")
    session.undo_stack.undo()
    assert len(session.graph.nodes) == 5
    assert len(session.graph.links) == 3


@pytest.mark.parametrize("name", ["os.system", ""])
def test_a_drag_that_is_no_layer_is_not_taken(hand, session: ProjectSession, name: str) -> None:
    before = session.project
    assert not hand.drop(layer_data(name), QPointF(700, 400))
    assert session.project is before


def test_add_stands_right_of_the_selected_layer_and_is_linked(panel: CanvasPanel, session: ProjectSession) -> None:
    session.select(["relu1"])
    assert panel.view.add_layer("Dense") == "dense2"
    assert place(session, "dense2") == (464.0, 240.0)
    assert ("relu1", "dense2") in {(link.source, link.target) for link in session.graph.links}
    assert session.undo_stack.count() == 1


def test_add_avoids_cards_and_an_input_gets_no_link(panel: CanvasPanel, session: ProjectSession) -> None:
    session.select(["conv1"])
    panel.view.add_layer("Input")
    assert place(session, "input2") == (464.0, 220.0)  # flatten1 stands right of conv1, so one row lower
    assert len(session.graph.links) == 3


def test_add_without_a_selection_takes_free_room_in_view(panel: CanvasPanel, session: ProjectSession) -> None:
    panel.view.add_layer("Dropout")
    card = panel.view.canvas_scene.nodes["dropout1"].rect
    assert panel.view.navigator.visible.contains(card)
    others = [item.rect for key, item in panel.view.canvas_scene.nodes.items() if key != "dropout1"]
    assert not any(card.intersects(other) for other in others)


# --- names, menus, problems ---


def test_f2_renames_on_the_card(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    session.select(["conv1"])
    qtbot.keyClick(panel.view, Qt.Key.Key_F2)
    editor = panel.view._editor
    assert editor.isVisible()
    assert editor.text() == "Conv 2D"
    editor.setText("Edges")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert panel.view.canvas_scene.nodes["conv1"].face.name == "Edges"
    assert session.undo_stack.undoText() == "Rename layer"


def test_escape_keeps_the_old_name(hand, panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    hand.double_click(panel.view.canvas_scene.nodes["conv1"].rect.topLeft() + QPointF(40, 24))
    assert panel.view._editor.isVisible()
    panel.view._editor.setText("Edges")
    qtbot.keyClick(panel.view._editor, Qt.Key.Key_Escape)
    assert session.undo_stack.count() == 0


def test_a_double_click_on_the_card_activates_it(hand, panel: CanvasPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.view.layer_activated) as activated:
        hand.double_click(hand.card("dense1"))
    assert activated.args == ["dense1"]


def test_the_menu_follows_what_is_under_the_pointer(hand, panel: CanvasPanel, session: ProjectSession) -> None:
    on_layer = menu_at(panel.view, QPointF(hand.at(hand.card("relu1"))))
    assert session.selection == {"relu1"}
    texts = [action.text() for action in on_layer.actions() if action.text()]
    wanted = ["Open in microscope", "Rename", "Cut", "Copy", "Duplicate", "Group into block", "Delete"]
    assert [text for text in texts if text in wanted] == wanted
    next(action for action in on_layer.actions() if action.text() == "Delete").trigger()
    assert "relu1" not in session.graph.by_id
    on_canvas = menu_at(panel.view, QPointF(hand.at(QPointF(700, 420))))
    wanted = ["Paste", "Select all", "Fit the network", "Actual size"]
    assert [action.text() for action in on_canvas.actions() if action.text() in wanted] == wanted


def test_a_mark_says_what_is_wrong_and_what_to_do(panel: CanvasPanel, session: ProjectSession) -> None:
    scene = panel.view.canvas_scene
    assert scene.nodes["relu1"].face.mark == "error"
    corner = scene.nodes["relu1"].rect.topRight()
    assert tooltip(scene, corner, 12.0).startswith(
        "ReLU 1: its input is not connected.<br><i>Pull a link to it from the layer before.</i>"
    )


def test_an_unknown_layer_is_a_visible_placeholder(panel: CanvasPanel, session: ProjectSession) -> None:
    session.do(AddNodes("Classifier", (Node(id="odd1", type="Quantum <b>fold</b>", x=464.0, y=240.0),)))
    face = panel.view.canvas_scene.nodes["odd1"].face
    assert (face.name, face.caption, face.family, face.mark) == ("Quantum <b>fold</b>", "unknown layer", None, "error")
    panel.view.viewport().grab()
    center = panel.view.canvas_scene.nodes["odd1"].rect.center()
    assert "&lt;b&gt;fold" in tooltip(panel.view.canvas_scene, center, 12.0)
