"""Layers dropped on links and pulled out of them with the mouse, and the commands that do the same."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from playground.core.edits import AddNodes, EditRefused
from playground.core.graph import Link, Node
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.drops import mime_data
from playground.ui.canvas.link_item import PulledLink
from playground.ui.canvas.menus import menu_at
from playground.ui.canvas.scene import link_key
from playground.ui.project_session import ProjectSession

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
CHAIN = {("input1", "conv1"), ("conv1", "flatten1"), ("flatten1", "dense1")}
ON_LINK = QPointF(432, 52)  # half way from the convolution to the Flatten


def pairs(session: ProjectSession) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in session.graph.links}


def link(session: ProjectSession, source: str, target: str) -> Link:
    return next(link for link in session.graph.links if (link.source, link.target) == (source, target))


# --- from the palette ---


def test_a_layer_from_the_palette_goes_into_the_link_that_it_is_dropped_on(
    hand, panel: CanvasPanel, session: ProjectSession
) -> None:
    session.select(["dense1"])  # it would be linked from there anywhere else
    before = session.graph
    assert hand.drop(mime_data("ReLU"), ON_LINK)
    assert pairs(session) == CHAIN - {("conv1", "flatten1")} | {("conv1", "relu2"), ("relu2", "flatten1")}
    assert session.selection == {"relu2"}
    assert (session.undo_stack.count(), session.undo_stack.undoText()) == (1, "Insert ReLU")
    rects = [panel.view.canvas_scene.nodes[name].rect for name in ("conv1", "relu2", "flatten1", "dense1")]
    assert all(one.right() + 60 <= other.left() for one, other in pairwise(rects))
    session.undo_stack.undo()
    assert session.graph == before


def test_one_that_does_not_fit_goes_in_with_its_warning(hand, panel: CanvasPanel, session: ProjectSession) -> None:
    assert hand.drop(mime_data("LSTM"), ON_LINK)
    assert ("conv1", "lstm1") in pairs(session)
    assert panel.view.canvas_scene.nodes["lstm1"].face.mark == "error"


@pytest.mark.parametrize("kind", ["Input", "Output"])
def test_one_without_input_or_output_lands_beside_the_link(kind: str, hand, session: ProjectSession) -> None:
    session.select(())
    assert hand.drop(mime_data(kind), ON_LINK)
    assert pairs(session) == CHAIN
    assert len(session.graph.nodes) == 6


# --- a layer that is there ---


def test_an_unlinked_layer_dragged_onto_a_link_lights_it_up_and_goes_in(
    hand, panel: CanvasPanel, session: ProjectSession
) -> None:
    scene = panel.view.canvas_scene
    grip, target = hand.card("relu1"), ON_LINK + QPointF(0, 30)

    def ways() -> int:
        return sum(isinstance(item, PulledLink) for item in scene.items())

    hand.press(grip)
    hand.move(grip + QPointF(20, 0))
    assert not any(item.lifted for item in scene.links.values())
    hand.move(target)
    lit = scene.links[link_key(link(session, "conv1", "flatten1"))]
    assert lit.lifted and ways() == 2  # the links that would come
    assert panel.view.bubble.text == "Between Conv 2D 1 and Flatten 1\nGives 8 × 26 × 26"
    hand.move(QPointF(700, 420))
    assert not lit.lifted and ways() == 0
    hand.move(target)
    hand.release(target)
    assert {("conv1", "relu1"), ("relu1", "flatten1")} <= pairs(session)
    assert (session.undo_stack.count(), session.undo_stack.undoText()) == (1, "Insert ReLU")
    assert not panel.view.bubble.isVisible()
    assert not any(item.lifted for item in scene.links.values())


def test_a_linked_layer_dragged_over_a_link_only_moves(hand, panel: CanvasPanel, session: ProjectSession) -> None:
    hand.drag(hand.card("dense1"), ON_LINK + QPointF(0, 30))
    assert pairs(session) == CHAIN
    assert session.undo_stack.undoText() == "Move layer"


def test_escape_on_a_link_leaves_everything(hand, panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    before, scene = session.graph, panel.view.canvas_scene
    hand.press(hand.card("relu1"))
    hand.move(ON_LINK + QPointF(0, 30))
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    hand.release(ON_LINK)
    assert session.graph is before
    assert not any(item.lifted for item in scene.links.values())
    assert (scene.nodes["relu1"].x(), scene.nodes["relu1"].y()) == (232, 240)


# --- with Alt ---


def test_a_layer_dragged_out_with_alt_heals_the_link(hand, panel: CanvasPanel, session: ProjectSession) -> None:
    scene, before = panel.view.canvas_scene, session.graph
    hand.press(hand.card("flatten1"), ALT)
    hand.move(hand.card("flatten1") + QPointF(0, 200), ALT)
    lifted = {pair for pair in CHAIN if scene.links[link_key(link(session, *pair))].lifted}
    assert lifted == {("conv1", "flatten1"), ("flatten1", "dense1")}
    hand.move(hand.card("flatten1") + QPointF(0, 40))  # Alt let go: the links are as they were
    assert not any(item.lifted for item in scene.links.values())
    hand.move(hand.card("flatten1") + QPointF(0, 40), ALT)
    hand.release(hand.card("flatten1"), ALT)
    assert pairs(session) == {("input1", "conv1"), ("conv1", "dense1")}
    assert session.graph.by_id["flatten1"].y > 100
    assert (session.undo_stack.count(), session.undo_stack.undoText()) == (1, "Take out layer")
    session.undo_stack.undo()
    assert session.graph == before


def test_with_alt_a_layer_goes_from_one_link_into_another(hand, panel: CanvasPanel, session: ProjectSession) -> None:
    tanh = Node(id="tanh1", type="Tanh", x=928.0, y=240.0)
    session.do(AddNodes("Classifier", (tanh,), (Link(source="dense1", target="tanh1"),)))
    start, end = hand.card("flatten1"), QPointF(200, 52 + 30)
    hand.press(start, ALT)
    hand.move(start + QPointF(0, 60), ALT)
    hand.move(end, ALT)
    hand.release(end, ALT)
    assert pairs(session) == {("input1", "flatten1"), ("flatten1", "conv1"), ("conv1", "dense1"), ("dense1", "tanh1")}
    assert session.undo_stack.count() == 2


# --- the commands ---


def test_delete_and_heal_and_take_out(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    session.select(["flatten1"])
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete, CONTROL)
    assert "flatten1" not in session.graph.by_id
    assert pairs(session) == {("input1", "conv1"), ("conv1", "dense1")}
    assert session.undo_stack.undoText() == "Delete and heal"
    session.undo_stack.undo()
    session.select(["conv1", "flatten1"])
    panel.view.composer.take_out()
    assert pairs(session) == {("conv1", "flatten1"), ("input1", "dense1")}


def test_the_menus_of_cards_and_links_offer_it(hand, panel: CanvasPanel, session: ProjectSession) -> None:
    on_card = {action.text(): action for action in menu_at(panel.view, QPointF(hand.at(hand.card("conv1")))).actions()}
    assert {"Replace with…", "Take out of its links", "Delete and heal"} <= on_card.keys()
    on_card["Take out of its links"].trigger()
    assert ("input1", "flatten1") in pairs(session)
    middle = (hand.port("flatten1", output=True) + hand.port("dense1", output=False)) / 2
    on_link = menu_at(panel.view, QPointF(hand.at(middle)))
    next(action for action in on_link.actions() if action.text() == "Insert layer…").trigger()
    popup = panel.view.composer.search.popup
    assert popup.accessibleDescription() == "Between Flatten 1 and Dense 1"
    popup.close_search()


def test_a_refused_insertion_puts_the_card_back(
    hand, panel: CanvasPanel, session: ProjectSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise EditRefused("No.")

    monkeypatch.setattr("playground.core.rewiring.PutBetween.apply", refuse)
    hand.drag(hand.card("relu1"), ON_LINK + QPointF(0, 30))
    assert pairs(session) == CHAIN
    assert panel.view.canvas_scene.nodes["relu1"].y() == 240


def test_alt_counts_while_the_mouse_rests(hand, panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    lit = panel.view.canvas_scene.links[link_key(link(session, "conv1", "flatten1"))]
    hand.press(hand.card("flatten1"))
    hand.move(hand.card("flatten1") + QPointF(0, 120))
    assert not lit.lifted
    qtbot.keyPress(panel.view, Qt.Key.Key_Alt, ALT)
    assert lit.lifted
    qtbot.keyRelease(panel.view, Qt.Key.Key_Alt)
    assert not lit.lifted
    hand.release(hand.card("flatten1"))
    assert pairs(session) == CHAIN


def test_a_layer_dropped_into_a_straight_row_comes_in_line(hand, panel: CanvasPanel, session: ProjectSession) -> None:
    place = hand.port("conv1", output=True) + QPointF(32, 9)
    assert hand.drop(mime_data("ReLU"), place)
    (added,) = session.selection
    rows = {session.graph.by_id[node].y for node in ("input1", "conv1", added, "flatten1", "dense1")}
    assert rows == {0.0}
