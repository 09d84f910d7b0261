"""What comes onto the canvas hides nothing: dropped, pasted, put into a link; and after an undo something is seen."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from playground.core.edits import AddNodes, Connect, Move
from playground.core.graph import Link, Node
from playground.core.project import View
from playground.ui.canvas import CanvasPanel, keeping_in_sight
from playground.ui.canvas.drops import mime_data
from playground.ui.project_session import ProjectSession


def overlapping(panel: CanvasPanel) -> list[set[str]]:
    rects = {key: item.rect for key, item in panel.view.canvas_scene.nodes.items()}
    return [{a, b} for a, b in combinations(rects, 2) if rects[a].intersects(rects[b])]


def pairs(session: ProjectSession) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in session.graph.links}


def test_a_layer_dropped_on_a_card_comes_beside_it(hand, panel: CanvasPanel, session: ProjectSession) -> None:
    card = panel.view.canvas_scene.nodes["relu1"].rect
    assert hand.drop(mime_data("Add"), card.center() + QPointF(50, 20))
    (added,) = session.selection
    assert added == "add1"
    assert not overlapping(panel)
    way = panel.view.canvas_scene.nodes[added].rect.center() - card.center()
    assert way.manhattanLength() < 2 * (card.width() + card.height())


def test_a_layer_that_is_dropped_is_linked_from_a_free_output_alone(hand, session: ProjectSession) -> None:
    session.select(["conv1"])  # it feeds Flatten
    assert hand.drop(mime_data("ReLU"), QPointF(700, 420))
    assert ("conv1", "relu2") not in pairs(session)
    session.select(["dense1"])  # it feeds nothing
    assert hand.drop(mime_data("ReLU"), QPointF(400, 420))
    assert ("dense1", "relu3") in pairs(session)


@pytest.mark.parametrize("kind", [{"input1", "conv1"}, {"input1", "conv1", "flatten1", "dense1"}])
def test_what_is_pasted_over_others_comes_clear_of_them(
    kind: set[str], panel: CanvasPanel, session: ProjectSession
) -> None:
    session.select(kind)
    panel.view.copy()
    middle = panel.view.canvas_scene.nodes["conv1"].rect.center()
    for _ in range(3):
        panel.view.paste_at(middle)
    assert len(session.graph.nodes) == 5 + 3 * len(kind)
    assert not overlapping(panel)


def test_a_layer_put_into_a_link_over_another_row_lies_on_nothing(
    hand, panel: CanvasPanel, session: ProjectSession
) -> None:
    """A link that runs around cards is met over them: there is no room at the place itself."""
    network = session.network
    session.do(AddNodes(network, (Node(id="add1", type="Add", x=928.0, y=240.0),)))
    session.do(Connect(network, Link(source="relu1", target="add1")))
    session.do(Move(network, {"flatten1": (464.0, 240.0), "dense1": (696.0, 240.0)}))  # the link goes around them
    session.do(AddNodes(network, (Node(id="gelu1", type="GELU", x=40.0, y=420.0),)))
    scene = panel.view.canvas_scene
    link = next(item for item in scene.links.values() if item.link.target == "add1")
    hand.drag(hand.card("gelu1"), link.route.middle + QPointF(0, 30))
    assert {("relu1", "gelu1"), ("gelu1", "add1")} <= pairs(session)
    assert not overlapping(panel)


def test_an_undo_that_takes_away_all_that_is_seen_brings_the_rest_into_sight(
    panel: CanvasPanel, session: ProjectSession
) -> None:
    view = panel.view
    far = Node(id="dense9", type="Dense", x=9000.0, y=9000.0)
    session.do(AddNodes(session.network, (far,)))
    view.center_on_node("dense9")
    assert view.canvas_scene.nodes_in(view.navigator.visible) == {"dense9"}
    session.undo_stack.undo()
    assert view.canvas_scene.nodes_in(view.navigator.visible)


def test_going_to_a_layer_that_is_in_sight_moves_nothing(panel: CanvasPanel, session: ProjectSession) -> None:
    view = panel.view
    view.fit()
    before = view.navigator.center
    session.go_to(session.network, "dense1")
    assert view.navigator.center == before
    assert session.selection == {"dense1"}
    view.navigator.zoom_to(3.0)
    view.center_on_node("input1")
    session.go_to(session.network, "dense1")
    assert view.navigator.in_sight(view.canvas_scene.nodes["dense1"].rect)


def test_all_of_a_kind_are_selected_at_once(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    more = (Node(id="dense2", type="Dense", x=928.0), Node(id="relu9", type="ReLU", x=1160.0))
    session.do(AddNodes(session.network, more))
    session.select(["dense1", "relu1"])
    panel.view.composer.select_alike()
    assert session.selection == {"dense1", "dense2", "relu1", "relu9"}


def test_an_undo_looks_where_one_looked_before_the_edit(panel: CanvasPanel, session: ProjectSession) -> None:
    view = panel.view
    view.fit()
    seen, zoom = view.navigator.center, view.zoom
    session.do(AddNodes(session.network, (Node(id="dense9", type="Dense", x=3000.0, y=900.0),)))
    view.center_on_node("dense9")  # as the search does with what it added
    view.navigator.zoom_to(1.5)
    session.undo_stack.undo()
    assert view.zoom == zoom
    assert (view.navigator.center - seen).manhattanLength() < 2


def test_who_has_looked_elsewhere_since_stays_there(
    panel: CanvasPanel, session: ProjectSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping_in_sight, "_LATER", -1.0)  # whatever moved, the person did
    view = panel.view
    session.do(AddNodes(session.network, (Node(id="dense9", type="Dense", x=464.0, y=300.0),)))
    view.navigator.zoom_to(1.5)
    there = view.navigator.center
    session.undo_stack.undo()
    assert view.zoom == 1.5
    assert view.navigator.center == there


def test_another_project_is_looked_at_as_it_was_left(panel: CanvasPanel, session: ProjectSession) -> None:
    panel.view.navigator.zoom_to(0.7)
    session.do(AddNodes(session.network, (Node(id="dense9", type="Dense", x=464.0, y=300.0),)))
    panel.view.center_on_node("dense9")
    other = session.project.replace(view={"Classifier": View(x=10.0, y=20.0, zoom=1.5)})
    session.open(other)
    assert panel.view.zoom == 1.5
    assert session.view("Classifier") == View(x=10.0, y=20.0, zoom=1.5)


def test_a_project_may_go_before_the_canvas_that_showed_it(panel: CanvasPanel, session: ProjectSession) -> None:
    session.do(Move("Classifier", {"conv1": (1.0, 2.0)}))
    delete(session)  # its history steps back as it goes; an error of whoever hears it fails the test
    assert panel.view.canvas_scene.nodes
