"""Networks whose data flow downwards: ports above and below, and all that follows from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from playground.core.edits import AddNodes, Connect
from playground.core.graph import Link, Node
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.geometry import CARD_HEIGHT, CARD_WIDTH, PortRef
from playground.ui.project_session import ProjectSession


@pytest.fixture
def down(panel: CanvasPanel, session: ProjectSession) -> CanvasPanel:
    """The chain, top to bottom: 196 units from card to card."""
    panel.view.arranging.arrange_down()
    panel.view.arranging.finish()
    panel.view.navigator.zoom_to(1.0)
    panel.view.center_on_node("conv1")
    return panel


def port(panel: CanvasPanel, node: str, name: str, *, output: bool) -> QPointF:
    item = panel.view.canvas_scene.nodes[node]
    return item.port_position(PortRef(node, name, output)) - item.pos()


def test_the_layout_turns_the_links_and_one_step_takes_both_back(panel: CanvasPanel, session: ProjectSession) -> None:
    view = panel.view
    before = session.graph
    view.arranging.arrange_down()
    view.arranging.finish()
    assert session.graph.flow == "down"
    assert port(panel, "conv1", "in", output=False) == QPointF(CARD_WIDTH / 2, 0)
    assert port(panel, "conv1", "out", output=True) == QPointF(CARD_WIDTH / 2, CARD_HEIGHT)
    path = view.canvas_scene.links["conv1", "out", "flatten1", "in"].route.path
    start, end = path.pointAtPercent(0), path.pointAtPercent(1)
    assert start.x() == end.x()
    assert start.y() < end.y()
    session.undo_stack.undo()
    assert session.graph == before
    assert port(panel, "conv1", "in", output=False) == QPointF(0, CARD_HEIGHT / 2)
    session.undo_stack.redo()
    assert session.graph.flow == "down"
    view.arranging.arrange_rows()
    assert session.graph.flow == "right"


def test_some_layers_arranged_downwards_do_not_turn_the_network(panel: CanvasPanel, session: ProjectSession) -> None:
    session.select(["conv1", "flatten1"])
    panel.view.arranging.arrange_down()
    assert session.graph.flow == "right"


def test_links_are_turned_without_moving_a_layer(panel: CanvasPanel, session: ProjectSession) -> None:
    places = {node.id: (node.x, node.y) for node in session.graph.nodes}
    panel.view.arranging.turn()
    assert (session.graph.flow, session.undo_stack.undoText()) == ("down", "Links downwards")
    assert {node.id: (node.x, node.y) for node in session.graph.nodes} == places
    panel.view.arranging.turn()
    assert (session.graph.flow, session.undo_stack.undoText()) == ("right", "Links to the right")
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert port(panel, "dense1", "in", output=False) == QPointF(0, CARD_HEIGHT / 2)


def test_a_skip_runs_beside_the_cards(down: CanvasPanel, session: ProjectSession) -> None:
    session.do(AddNodes("Classifier", (Node(id="add1", type="Add", x=0.0, y=1200.0),)))
    panel = down
    scene = panel.view.canvas_scene
    session.do(Connect("Classifier", Link(source="conv1", target="add1")))
    way = scene.links["conv1", "out", "add1", "in"]
    for key, item in scene.nodes.items():
        if key not in ("conv1", "add1"):
            inner = item.rect.adjusted(1, 1, -1, -1)
            places = [way.route.path.pointAtPercent(step / 400) for step in range(401)]
            assert not any(inner.contains(place) for place in places)


def test_several_ports_stand_side_by_side_in_their_order(down: CanvasPanel, session: ProjectSession) -> None:
    session.do(AddNodes("Classifier", (Node(id="split1", type="Split", params={"axis": "channels"}, x=600.0, y=0.0),)))
    item = down.view.canvas_scene.nodes["split1"]
    outputs = [item.ports[ref] for ref in item.ports if ref.output]
    assert len(outputs) > 1
    assert [at.x() for at in outputs] == sorted(at.x() for at in outputs)
    assert {at.y() for at in outputs} == {float(CARD_HEIGHT)}
    assert item.rect.height() == CARD_HEIGHT
    down.view.center_on_node("split1")
    assert not down.view.viewport().grab().isNull()


def test_links_are_pulled_from_bottom_to_top(hand, down: CanvasPanel, session: ProjectSession) -> None:
    start = hand.port("input1", output=True)
    session.do(AddNodes("Classifier", (Node(id="relu9", type="ReLU", x=320.0, y=200.0),)))
    hand.drag(start, hand.port("relu9", output=False))
    assert Link(source="input1", target="relu9") in session.graph.links


def test_what_is_added_stands_below_and_what_follows_makes_room(
    hand, down: CanvasPanel, session: ProjectSession, qtbot: QtBot
) -> None:
    session.select(["dense1"])
    added = down.view.add_layer("ReLU")
    assert added is not None
    dense, new = session.graph.by_id["dense1"], session.graph.by_id[added]
    assert new.x == dense.x
    assert new.y > dense.y + CARD_HEIGHT
    before = {node.id: (node.x, node.y) for node in session.graph.nodes}
    link = next(link for link in session.graph.links if link.source == "conv1")
    made = down.view.composer.rewiring.add_between("ReLU", link, None)
    assert made is not None
    by_id = session.graph.by_id
    assert by_id["conv1"].y + CARD_HEIGHT < by_id[made].y
    assert by_id[made].y + CARD_HEIGHT < by_id["flatten1"].y
    for key in ("input1", "conv1", "relu1"):
        assert (by_id[key].x, by_id[key].y) == before[key]
    assert by_id["flatten1"].x == before["flatten1"][0]


def test_a_card_snaps_to_where_its_link_runs_straight(hand, down: CanvasPanel, session: ProjectSession) -> None:
    x = session.graph.by_id["dense1"].x
    hand.drag(hand.card("dense1"), hand.card("dense1") + QPointF(90, 61))
    assert session.graph.by_id["dense1"].x != x
    hand.drag(hand.card("dense1"), hand.card("dense1") + QPointF(-86, 0))
    assert session.graph.by_id["dense1"].x == x


def test_a_dragged_card_goes_into_an_upright_link(hand, down: CanvasPanel, session: ProjectSession) -> None:
    scene = down.view.canvas_scene
    middle = scene.links["conv1", "out", "flatten1", "in"].route.middle
    grip = hand.card("relu1") - scene.nodes["relu1"].rect.center()
    hand.drag(hand.card("relu1"), middle + grip)
    pairs = {(link.source, link.target) for link in session.graph.links}
    assert {("conv1", "relu1"), ("relu1", "flatten1")} <= pairs
    assert session.graph.by_id["flatten1"].y > session.graph.by_id["relu1"].y + CARD_HEIGHT


def test_a_collapsed_frame_is_left_below(down: CanvasPanel, session: ProjectSession) -> None:
    session.select(["conv1", "flatten1"])
    down.view.frame_selection()
    down.view.frames.finish(keep=True)
    frame = session.graph.frames[0].id
    down.view.frames.commands.collapse([frame])
    scene = down.view.canvas_scene
    card = scene.annotations.frames[frame].rect
    into = scene.links["input1", "out", "conv1", "in"].route.path.pointAtPercent(1)
    out = scene.links["flatten1", "out", "dense1", "in"].route.path.pointAtPercent(0)
    assert (into.x(), into.y()) == (card.center().x(), card.top())
    assert (out.x(), out.y()) == (card.center().x(), card.bottom())


def test_a_block_of_such_a_network_flows_downwards_too(
    down: CanvasPanel, session: ProjectSession, qtbot: QtBot
) -> None:
    session.select(["conv1", "flatten1"])
    down.view.group()
    inner = next(graph for name, graph in session.project.networks.items() if name != "Classifier")
    assert inner.flow == "down"
    assert session.graph.flow == "down"
    ends = {node.type: node for node in inner.nodes}
    assert ends["Input"].y < ends["Conv2D"].y < ends["Flatten"].y < ends["Output"].y
    assert ends["Input"].x == ends["Conv2D"].x
    qtbot.keyClick(down.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert session.graph.flow == "down"
    assert {"conv1", "flatten1"} <= {node.id for node in session.graph.nodes}
