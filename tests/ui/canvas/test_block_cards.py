"""Blocks on the canvas: grouping, entering, coming back; and cards with several ports."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from playground.core.block_edits import AddNetwork, Group, new_block_network
from playground.core.edits import AddNodes, Rename, SetParams
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.drops import mime_data
from playground.ui.canvas.geometry import PortRef
from playground.ui.canvas.menus import menu_at
from playground.ui.canvas.node_item import PortMark
from playground.ui.canvas.tooltips import tooltip
from playground.ui.project_session import ProjectSession

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NET = "Classifier"


def pairs(graph: Graph) -> set[str]:
    return {f"{ln.source}.{ln.source_port}>{ln.target}.{ln.target_port}" for ln in graph.links}


@pytest.fixture
def grouped(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> CanvasPanel:
    """Conv 2D and Flatten in a block, by the keys of a person."""
    session.select(["conv1", "flatten1"])
    qtbot.keyClick(panel.view, Qt.Key.Key_G, CONTROL)
    return panel


# --- grouping ---


def test_control_g_groups_and_the_block_is_selected(grouped: CanvasPanel, session: ProjectSession) -> None:
    assert session.selection == {"block1"}
    assert session.undo_stack.undoText() == "Group into block"
    assert pairs(session.graph) == {"input1.out>block1.input1", "block1.output1>dense1.in"}
    face = grouped.view.canvas_scene.nodes["block1"].face
    # a 3 × 3 kernel for one channel and a bias, eight times; 8 · 26 · 26 values come out
    assert (face.name, face.caption, face.count, face.shape) == ("Block 1", "block", "80", "5,408")
    assert face.stacked
    assert face.family == "block"


def test_control_shift_g_brings_the_layers_back(grouped: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    qtbot.keyClick(grouped.view, Qt.Key.Key_G, CONTROL | SHIFT)
    assert session.selection == {"conv1", "flatten1"}
    assert set(session.project.networks) == {NET}
    assert (session.graph.by_id["flatten1"].x, session.graph.by_id["flatten1"].y) == (464.0, 0.0)
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert pairs(session.graph) == {"input1.out>conv1.in", "conv1.out>flatten1.in", "flatten1.out>dense1.in"}


def test_a_selection_that_makes_no_block_says_why(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    session.select(["conv1", "dense1"])
    with qtbot.waitSignal(session.refused) as refused:
        qtbot.keyClick(panel.view, Qt.Key.Key_G, CONTROL)
    why = "Flatten 1 stands between the selected layers: the block would lead to itself. Select it too."
    assert refused.args == [why]
    session.select(["conv1"])
    with qtbot.waitSignal(session.refused) as refused:
        qtbot.keyClick(panel.view, Qt.Key.Key_G, CONTROL | SHIFT)
    assert refused.args == ["Select a block first."]


def test_the_menu_of_a_block_enters_and_ungroups(hand, grouped: CanvasPanel, session: ProjectSession) -> None:
    menu = menu_at(grouped.view, QPointF(hand.at(hand.card("block1"))))
    wanted = [
        "Enter", "Open in microscope", "Rename", "Cut", "Copy", "Duplicate", "Group into block", "Ungroup", "Delete",
    ]  # fmt: skip
    assert [action.text() for action in menu.actions() if action.text() in wanted] == wanted
    next(action for action in menu.actions() if action.text() == "Ungroup").trigger()
    assert "conv1" in session.graph.by_id


def test_repetitions_are_on_the_card(grouped: CanvasPanel, session: ProjectSession) -> None:
    session.do(SetParams("Block 1", "conv1", {"filters": 1, "padding": "same"}))
    inside = session.project.networks["Block 1"]
    session.show_network("Block 1")
    session.do(Group("Block 1", frozenset({"flatten1"}), "Tail"))
    session.show_network(NET)
    session.do(SetParams(NET, "block1", {"repeat": 2, "weights": "shared"}))
    face = grouped.view.canvas_scene.nodes["block1"].face
    assert (face.name, face.caption) == ("Block 1 × 2", "block · shared weights")
    session.do(Rename(NET, "block1", "Stem"))
    face = grouped.view.canvas_scene.nodes["block1"].face
    assert (face.name, face.caption) == ("Stem", "Block 1 × 2 · shared weights")
    assert inside.exits == ("output1",)


# --- inside and out ---


def test_a_double_click_on_the_name_of_a_block_enters_too(hand, grouped: CanvasPanel, session: ProjectSession) -> None:
    card = grouped.view.canvas_scene.nodes["block1"]
    name = card.rect.topLeft() + QPointF(30, 24)
    assert card.on_name(name)
    hand.double_click(name)
    assert session.network == "Block 1"


def test_a_double_click_enters_and_escape_comes_back(
    hand, grouped: CanvasPanel, session: ProjectSession, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(grouped.view.layer_activated):
        hand.double_click(hand.card("block1"))
    assert session.network == "Block 1"
    assert grouped.breadcrumb.isVisible()
    assert grouped.breadcrumb.accessibleName() == "Way back"
    assert set(grouped.view.canvas_scene.nodes) == {"input1", "conv1", "flatten1", "output1"}
    # with the shapes of its use: the data set's image comes in
    scene = grouped.view.canvas_scene
    assert scene.nodes["input1"].face.caption == "what the block is fed"
    assert scene.links["conv1", "out", "flatten1", "in"].shape_text == "8 × 26 × 26"
    session.select(["conv1"])
    qtbot.keyClick(grouped.view, Qt.Key.Key_Escape)  # the selection first
    assert session.network == "Block 1"
    qtbot.keyClick(grouped.view, Qt.Key.Key_Escape)
    assert session.network == NET
    assert session.selection == {"block1"}
    assert not grouped.breadcrumb.isVisible()


def test_return_enters_and_the_way_back_has_every_step(
    grouped: CanvasPanel, session: ProjectSession, qtbot: QtBot
) -> None:
    session.do(Group(NET, frozenset({"block1", "dense1"}), "Head"))
    session.select(["block2"])
    qtbot.keyClick(grouped.view, Qt.Key.Key_Return)
    session.select(["block1"])
    qtbot.keyClick(grouped.view, Qt.Key.Key_Return)
    assert session.network == "Block 1"
    assert [(step.network, step.node) for step in grouped.view.trail.steps] == [(NET, "block2"), ("Head", "block1")]
    assert all(name in grouped.breadcrumb.text() for name in (NET, "Head", "Block 1"))
    grouped.breadcrumb.linkActivated.emit("0")
    assert (session.network, session.selection) == (NET, {"block2"})


def test_a_tab_of_an_inner_network_knows_the_way_back(grouped: CanvasPanel, session: ProjectSession) -> None:
    session.do(AddNetwork("Other"))
    assert not grouped.breadcrumb.isVisible()
    session.show_network("Block 1")
    assert [(step.network, step.node) for step in grouped.view.trail.steps] == [(NET, "block1")]


def test_a_block_of_nothing_says_so(hand, panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    session.do(AddNodes(NET, (Node(id="block1", type="Block", x=464.0, y=240.0),)))
    assert panel.view.canvas_scene.nodes["block1"].face.caption == "shows no network"
    with qtbot.waitSignal(session.refused) as refused:
        hand.double_click(hand.card("block1"))
    assert refused.args == ["Block 1 shows no network yet. Choose one in the inspector."]


def test_undo_takes_one_out_of_a_network_that_goes(grouped: CanvasPanel, session: ProjectSession) -> None:
    session.show_network("Block 1")
    session.undo_stack.undo()
    assert session.network == NET
    assert set(grouped.view.canvas_scene.nodes) == {"input1", "conv1", "flatten1", "dense1", "relu1"}
    session.undo_stack.redo()
    assert session.network == NET
    assert "block1" in grouped.view.canvas_scene.nodes


def test_a_problem_inside_leads_inside(grouped: CanvasPanel, session: ProjectSession) -> None:
    session.do(SetParams("Block 1", "conv1", {"kernel": 40}))
    assert grouped.view.canvas_scene.nodes["block1"].face.mark == "error"
    problem = next(p for p in session.check.problems if p.network == "Block 1")
    session.go_to(problem.network, problem.node)
    assert (session.network, session.selection) == ("Block 1", {"conv1"})
    assert grouped.view.canvas_scene.nodes["conv1"].face.mark == "error"
    assert grouped.breadcrumb.isVisible()


# --- from the palette, between projects ---


def test_a_network_is_dropped_as_a_block(hand, panel: CanvasPanel, session: ProjectSession) -> None:
    session.do(AddNetwork("Encoder", new_block_network()))
    session.show_network(NET)
    assert hand.drop(mime_data("block:Encoder"), QPointF(700, 400))
    block = session.graph.by_id["block1"]
    assert (block.params["network"], block.x, block.y) == ("Encoder", 616.0, 348.0)
    assert [port.name for port in block.input_ports] == ["input1"]


def test_a_new_block_comes_with_its_network_in_one_step(hand, panel: CanvasPanel, session: ProjectSession) -> None:
    session.select(["relu1"])
    assert hand.drop(mime_data("block:"), QPointF(700, 400))
    assert "relu1.out>block1.input1" in pairs(session.graph)
    assert session.project.networks["Block 1"] == new_block_network()
    session.undo_stack.undo()
    assert set(session.project.networks) == {NET}


def test_a_network_is_not_dropped_into_itself(hand, grouped: CanvasPanel, session: ProjectSession) -> None:
    session.show_network("Block 1")
    before = session.project
    assert hand.drop(mime_data(f"block:{NET}"), QPointF(300, 300))
    assert session.project is before
    assert grouped.view.bubble.text == "Classifier cannot stand in Block 1: it shows Block 1 itself."
    assert grouped.view.bubble.isVisible()


def test_a_copied_block_brings_its_network_to_another_project(
    grouped: CanvasPanel, session: ProjectSession, make_panel, qtbot: QtBot
) -> None:
    qtbot.keyClick(grouped.view, Qt.Key.Key_C, CONTROL)
    other = ProjectSession()
    other.open(Project(networks={"Net": Graph(), "Block 1": new_block_network()}))
    second = make_panel(other)
    other.show_network("Net")
    second.view.paste_at(QPointF(0, 0))
    assert other.graph.by_id["block1"].params["network"] == "Block 2"
    assert other.project.networks["Block 2"] == session.project.networks["Block 1"]
    # at home it is the same network, whatever has become of it
    session.do(SetParams("Block 1", "conv1", {"filters": 3}))
    grouped.view.paste_at(QPointF(0, 400))
    assert set(session.project.networks) == {NET, "Block 1"}
    assert session.graph.by_id["block2"].params["network"] == "Block 1"


def test_a_block_is_not_pasted_into_itself(grouped: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    grouped.view.copy()
    session.show_network("Block 1")
    with qtbot.waitSignal(session.refused) as refused:
        grouped.view.paste_at(QPointF(0, 0))
    assert refused.args == ["Block 1 cannot stand in itself."]


# --- several ports ---


@pytest.fixture
def split(panel: CanvasPanel, session: ProjectSession) -> CanvasPanel:
    """Conv 2D → Split into parts of 3 and 5 channels → ReLU and Tanh; and an attention layer."""
    made = (
        Node(id="split1", type="Split", params={"sizes": [3, 5]}, x=464.0, y=240.0),
        Node(id="tanh1", type="Tanh", x=696.0, y=240.0),
        Node(id="attention1", type="MultiHeadAttention", x=696.0, y=400.0),
    )
    links = (Link(source="conv1", target="split1"), Link(source="split1", target="relu1", source_port="part1"),
             Link(source="split1", target="tanh1", source_port="part2"))  # fmt: skip
    session.do(AddNodes(NET, made, links))
    return panel


def test_a_link_shows_the_shape_at_its_port(split: CanvasPanel, session: ProjectSession) -> None:
    scene = split.view.canvas_scene
    assert scene.links["split1", "part1", "relu1", "in"].shape_text == "3 × 26 × 26"
    assert scene.links["split1", "part2", "tanh1", "in"].shape_text == "5 × 26 × 26"
    assert scene.nodes["split1"].face.shape == "3 × 26 × 26, 5 × 26 × 26"
    middle = scene.links["split1", "part2", "tanh1", "in"].route.middle
    assert tooltip(scene, middle, 8.0) == "<b>Split 1, part2 → Tanh 1</b><br>channels 5 × height 26 × width 26"
    assert "Output part2: channels 5" in tooltip(scene, scene.nodes["split1"].rect.center(), 8.0)


def test_ports_follow_parameters_and_the_card_grows(split: CanvasPanel, session: ProjectSession) -> None:
    scene = split.view.canvas_scene
    assert scene.nodes["split1"].rect.height() == 104.0
    session.do(SetParams(NET, "split1", {"sizes": None, "parts": 8}))
    item = scene.nodes["split1"]
    assert [port.name for port in item.ports if port.output] == [f"part{n}" for n in range(1, 9)]
    places = [item.ports[PortRef("split1", f"part{n}", True)].y() for n in range(1, 9)]
    assert all(b - a >= 24 for a, b in pairwise(places))
    assert places[-1] < item.rect.height()
    assert scene.nodes["tanh1"].rect.height() == 104.0


def test_a_link_is_judged_by_the_shape_at_its_port(hand, split: CanvasPanel, session: ProjectSession) -> None:
    session.do(AddNodes(NET, (Node(id="conv2", type="Conv2D", params={"groups": 5, "filters": 5}, x=1000.0, y=300.0),)))
    split.view.navigator.center_on(QPointF(700, 300))
    scene = split.view.canvas_scene
    for port, said in (("part1", "Conv 2D 2 "), ("part2", "Gives 5 × 24 × 24")):
        hand.press(scene.nodes["split1"].port_position(PortRef("split1", port, True)))
        hand.move(QPointF(900, 200))
        hand.move(hand.port("conv2", output=False))
        assert split.view.bubble.text.startswith(said)
        hand.view.cancel_gesture()
        hand.release(QPointF(900, 200))


def test_optional_ports_wait_quietly_and_say_what_they_need(hand, split: CanvasPanel, session: ProjectSession) -> None:
    words = (Node(id="reshape1", type="Reshape", params={"sizes": [28, 28]}, x=232.0, y=420.0),)
    session.do(AddNodes(NET, words, (Link(source="input1", target="reshape1"),
                                     Link(source="reshape1", target="attention1", target_port="query"))))  # fmt: skip
    scene = split.view.canvas_scene
    item = scene.nodes["attention1"]
    assert [(port.name, port.spare) for port in item.face.sides.inputs] == [
        ("query", False), ("key", True), ("value", True),
    ]  # fmt: skip
    hand.press(hand.port("reshape1", output=True))
    hand.move(QPointF(600, 600))
    marks = {port.name: mark for port, mark in (item._marks or {}).items() if port in item.ports and not port.output}
    assert marks == {"query": PortMark.REFUSED, "key": PortMark.FITS, "value": PortMark.DOUBTFUL}
    hand.move(item.port_position(PortRef("attention1", "value", False)))
    assert split.view.bubble.text == (
        "Multi-head attention 1: its input 'value' is connected, but 'key' is not. Connect 'key' too."
    )
    hand.release(QPointF(600, 600))


def test_the_name_of_a_port_stands_beside_the_pointer(hand, split: CanvasPanel) -> None:
    scene = split.view.canvas_scene
    hand.move(scene.nodes["attention1"].port_position(PortRef("attention1", "key", False)))
    assert scene._port_label.isVisible()
    assert scene._port_label.text == "key (optional)"
    hand.move(hand.port("relu1", output=True))  # the only one of its side
    assert not scene._port_label.isVisible()
    split.view.navigator.zoom_to(0.5)
    hand.move(scene.nodes["split1"].port_position(PortRef("split1", "part1", True)))
    assert scene._port_label.text == "part1"
    assert scene._port_label.scale() == pytest.approx(2.0)


def test_a_block_calls_its_ports_what_its_network_calls_them(
    hand, grouped: CanvasPanel, session: ProjectSession
) -> None:
    session.do(Rename("Block 1", "input1", "Image"))
    item = grouped.view.canvas_scene.nodes["block1"]
    hand.move(item.port_position(PortRef("block1", "input1", False)))
    assert grouped.view.canvas_scene._port_label.text == "Image"


def test_a_link_into_a_block_is_judged_by_what_is_inside(hand, grouped: CanvasPanel, session: ProjectSession) -> None:
    session.do(AddNodes(NET, (Node(id="flatten9", type="Flatten", x=0.0, y=300.0),),
                        (Link(source="input1", target="flatten9"),)))  # fmt: skip
    scene = grouped.view.canvas_scene
    block = scene.nodes["block1"].port_position(PortRef("block1", "input1", False))
    hand.press(block)  # take the link off
    hand.move(block + QPointF(-60, 120))
    hand.release(block + QPointF(-60, 120))
    hand.press(hand.port("input1", output=True))
    hand.move(block)
    assert grouped.view.bubble.text == "Gives 5,408"
    hand.view.cancel_gesture()
    hand.release(block)
    hand.press(hand.port("flatten9", output=True))
    hand.move(block)
    assert "Conv 2D 1: gets 784" in grouped.view.bubble.text
    hand.release(QPointF(700, 500))


def test_a_placeholder_has_the_ports_that_links_name(panel: CanvasPanel, session: ProjectSession) -> None:
    odd = Node(id="odd1", type="onnx.Einsum", x=464.0, y=240.0)
    links = (Link(source="conv1", target="odd1", target_port="A"), Link(source="relu1", target="odd1", target_port="B"),
             Link(source="odd1", target="dense1", source_port="C"))  # fmt: skip
    graph = session.graph
    session.open(Project(networks={NET: graph.replace(
        nodes=(*graph.nodes, odd), links=(*graph.links[:2], *links))}))  # fmt: skip
    item = panel.view.canvas_scene.nodes["odd1"]
    assert [(port.name, port.output) for port in item.ports] == [("A", False), ("B", False), ("C", True)]
    assert (item.face.name, item.face.caption, item.face.family) == ("onnx.Einsum", "unknown layer", None)
    ends = panel.view.canvas_scene.links["relu1", "out", "odd1", "B"].route.path
    last = ends.elementAt(ends.elementCount() - 1)
    assert QPointF(last.x, last.y) == item.port_position(PortRef("odd1", "B", False))
    assert panel.view.viewport().grab().toImage().width() > 0
