"""Pulling links: what fits, what is refused and why, what is laid elsewhere or taken away."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from playground.core.edits import AddNodes, Move, SetParams
from playground.core.graph import Link, Node
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.node_item import PortMark
from playground.ui.project_session import ProjectSession

EMPTY = QPointF(700, 420)


def pairs(session: ProjectSession) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in session.graph.links}


def test_a_link_is_pulled_from_output_to_input(hand, session: ProjectSession) -> None:
    hand.drag(hand.port("conv1", output=True), hand.port("relu1", output=False))
    assert ("conv1", "relu1") in pairs(session)
    assert session.undo_stack.undoText() == "Connect"
    session.undo_stack.undo()
    assert ("conv1", "relu1") not in pairs(session)


def test_a_link_is_pulled_from_input_to_output(hand, session: ProjectSession) -> None:
    hand.drag(hand.port("relu1", output=False), hand.port("input1", output=True))
    assert ("input1", "relu1") in pairs(session)


def test_a_drop_on_the_card_finds_its_port(hand, session: ProjectSession) -> None:
    hand.drag(hand.port("conv1", output=True), hand.card("relu1"))
    assert ("conv1", "relu1") in pairs(session)


def test_ports_are_hit_twelve_pixels_away(hand, session: ProjectSession) -> None:
    hand.drag(hand.port("conv1", output=True) + QPointF(8, 8), hand.port("relu1", output=False) - QPointF(8, 8))
    assert ("conv1", "relu1") in pairs(session)


def test_a_link_laid_on_a_taken_input_takes_the_place_of_the_one_there(
    hand, panel: CanvasPanel, session: ProjectSession
) -> None:
    before = session.graph
    hand.press(hand.port("conv1", output=True))
    hand.move(hand.port("dense1", output=False))
    said = panel.view.bubble.text
    assert said.startswith("Dense 1 gets 8 × 26 × 26")  # what would not fit is more urgent
    hand.move(EMPTY)
    hand.release(hand.port("dense1", output=False))
    into = [link.source for link in session.graph.links if link.target == "dense1"]
    assert into == ["conv1"]
    assert len(session.graph.links) == len(before.links)
    assert (session.undo_stack.count(), session.undo_stack.undoText()) == (1, "Replace link")
    session.undo_stack.undo()
    assert session.graph.links == before.links
    hand.press(hand.port("relu1", output=True))
    hand.move(hand.port("dense1", output=False))
    assert panel.view.bubble.text.startswith("In the place of the link from Flatten 1")
    panel.view.cancel_gesture()
    assert session.graph.links == before.links


def test_a_lifted_link_takes_the_place_of_another_too(hand, session: ProjectSession) -> None:
    hand.drag(hand.port("flatten1", output=False), hand.port("dense1", output=False))  # conv1's, onto Flatten's
    assert {(link.source, link.target) for link in session.graph.links} == {("input1", "conv1"), ("conv1", "dense1")}
    session.undo_stack.undo()
    assert len(session.graph.links) == 3


def test_a_cycle_is_named_while_the_pointer_is_over_the_port(hand, panel: CanvasPanel, session: ProjectSession) -> None:
    session.do(AddNodes("Classifier", (Node(id="add1", type="Add", x=464.0, y=240.0),)))
    session.do(AddNodes("Classifier", (), (Link(source="add1", target="relu1"),)))
    hand.press(hand.port("relu1", output=True))
    hand.move(hand.port("add1", output=False))
    assert panel.view.bubble.text == "That would be a cycle: Add 1 already leads to ReLU 1."
    hand.release(EMPTY)
    assert len(session.graph.links) == 4
    assert not panel.view.bubble.isVisible()


def test_ports_that_fit_light_up_and_the_others_are_dimmed(hand, panel: CanvasPanel, session: ProjectSession) -> None:
    session.do(AddNodes("Classifier", (Node(id="dense2", type="Dense", x=464.0, y=240.0),)))
    hand.press(hand.port("conv1", output=True))
    hand.move(EMPTY)
    marks = {
        port.node: mark
        for item in panel.view.canvas_scene.nodes.values()
        for port, mark in (item._marks or {}).items()
        if not port.output
    }
    assert marks["relu1"] is PortMark.FITS
    assert marks["dense2"] is PortMark.DOUBTFUL  # an image into a Dense layer: allowed, but it will not fit
    assert marks["flatten1"] is marks["dense1"] is marks["conv1"] is PortMark.REFUSED
    hand.move(hand.port("dense2", output=False))
    # MNIST-like digits are 1 × 28 × 28; a 3 × 3 kernel leaves 26 × 26
    assert panel.view.bubble.text == (
        "Dense 2 gets 8 × 26 × 26; a Dense layer takes a vector or a sequence. Put a Flatten before it."
    )
    hand.move(hand.port("relu1", output=False))
    assert panel.view.bubble.text == "Gives 8 × 26 × 26"
    hand.release(EMPTY)
    assert all(item._marks is None for item in panel.view.canvas_scene.nodes.values())


def test_escape_leaves_everything_as_it_was(hand, panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    before = session.graph
    hand.press(hand.port("conv1", output=True))
    hand.move(hand.port("relu1", output=False))
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    hand.release(hand.port("relu1", output=False))
    assert session.graph is before
    assert not panel.view.bubble.isVisible()


def test_a_link_pulled_off_its_input_is_removed(hand, session: ProjectSession) -> None:
    hand.drag(hand.port("dense1", output=False), EMPTY)
    assert pairs(session) == {("input1", "conv1"), ("conv1", "flatten1")}
    assert session.undo_stack.undoText() == "Delete link"


def test_a_link_pulled_off_its_input_is_laid_elsewhere(hand, session: ProjectSession) -> None:
    hand.drag(hand.port("dense1", output=False), hand.port("relu1", output=False))
    assert pairs(session) == {("input1", "conv1"), ("conv1", "flatten1"), ("flatten1", "relu1")}
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert ("flatten1", "dense1") in pairs(session)


def test_a_click_on_a_linked_input_keeps_the_link(hand, session: ProjectSession) -> None:
    hand.click(hand.port("dense1", output=False))
    assert len(session.graph.links) == 3


def test_a_selected_link_is_deleted(hand, panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    middle = (hand.port("conv1", output=True) + hand.port("flatten1", output=False)) / 2
    hand.click(middle + QPointF(0, 4))
    assert {(link.source, link.target) for link in panel.view.canvas_scene.selected_links} == {("conv1", "flatten1")}
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert ("conv1", "flatten1") not in pairs(session)


def test_links_and_cards_show_new_shapes_when_a_parameter_changes(panel: CanvasPanel, session: ProjectSession) -> None:
    scene = panel.view.canvas_scene
    key = ("conv1", "out", "flatten1", "in")
    untouched = scene.nodes["input1"].face
    assert scene.links[key].shape_text == "8 × 26 × 26"
    session.do(SetParams("Classifier", "conv1", {"kernel": 5, "filters": 16}))
    assert scene.links[key].shape_text == "16 × 24 × 24"
    assert scene.nodes["flatten1"].face.shape == "9,216"  # 16 · 24 · 24
    assert scene.nodes["conv1"].face.count == "416"  # (25 + 1) · 16
    assert scene.nodes["input1"].face is untouched


def test_a_link_behind_an_error_shows_no_shape(panel: CanvasPanel, session: ProjectSession) -> None:
    session.do(SetParams("Classifier", "conv1", {"kernel": 0}))
    scene = panel.view.canvas_scene
    assert scene.nodes["conv1"].face.mark == "error"
    assert scene.links["conv1", "out", "flatten1", "in"].shape_text == ""
    assert scene.links["input1", "out", "conv1", "in"].shape_text == "1 × 28 × 28"


def test_a_link_without_room_for_its_shape_shows_it_under_the_pointer(
    hand, panel: CanvasPanel, session: ProjectSession
) -> None:
    session.do(Move("Classifier", {"flatten1": (432.0, 0.0)}))  # 32 between the cards
    scene = panel.view.canvas_scene
    link = scene.links["conv1", "out", "flatten1", "in"]
    assert link.label() is None
    hand.move((hand.port("conv1", output=True) + hand.port("flatten1", output=False)) / 2)
    assert scene._label.isVisible()
    assert scene._label._text == "8 × 26 × 26"
    hand.move(EMPTY)
    assert not scene._label.isVisible()
    panel.view.navigator.zoom_to(0.25)
    assert scene._label.boundingRect().height() * scene._label.scale() * panel.view.zoom == 24


def test_dropped_on_a_card_a_link_takes_the_free_input_before_a_taken_one(hand, session: ProjectSession) -> None:
    network = session.network
    session.do(AddNodes(network, (
        Node(id="bilinear1", type="Bilinear", x=464.0, y=300.0), Node(id="input8", type="Input", x=0.0, y=300.0),
        Node(id="input9", type="Input", x=0.0, y=450.0),
    )))  # fmt: skip
    first, second = (port.name for port in session.graph.input_ports("bilinear1"))
    session.do(AddNodes(network, (), (Link(source="input8", target="bilinear1", target_port=first),)))
    hand.drag(hand.port("input9", output=True), hand.card("bilinear1"))
    into = {link.target_port: link.source for link in session.graph.incoming["bilinear1"]}
    assert into == {first: "input8", second: "input9"}
