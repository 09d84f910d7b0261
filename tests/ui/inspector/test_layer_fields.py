"""Fields beyond numbers: the folded weights, another layer, another network, three axes; blocks and many ports."""

from __future__ import annotations

import pytest
from inspecting import IdleController
from networks import chain, node, project
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from playground.core.graph import Graph, Link
from playground.core.project import Project
from playground.ui.inspector import InspectorPanel
from playground.ui.inspector.many_view import ManyView
from playground.ui.inspector.node_view import NodeView
from playground.ui.project_session import ProjectSession
from playground.ui.settings import settings
from playground.ui.widgets.editors import ChoiceEditor
from playground.ui.widgets.fold import Fold
from playground.ui.widgets.text_editors import TextEditor


@pytest.fixture(autouse=True)
def closed() -> None:
    settings().set_section_open("Weights", False)


def opened(graph: Graph | Project) -> ProjectSession:
    session = ProjectSession()
    session.open(graph if isinstance(graph, Project) else project(graph))
    return session


def shown(qtbot: QtBot, session: ProjectSession) -> InspectorPanel:
    panel = InspectorPanel(session, IdleController())
    qtbot.addWidget(panel)
    panel.resize(320, 800)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def view(panel: InspectorPanel) -> NodeView:
    found = panel.layer_page.current
    assert isinstance(found, NodeView)
    return found


def chooser(panel: InspectorPanel, name: str) -> ChoiceEditor:
    form = panel.layer_page.current.form  # type: ignore[union-attr]
    assert form is not None
    editor = form.rows[name].editor
    assert isinstance(editor, ChoiceEditor)
    return editor


def choose(panel: InspectorPanel, name: str, text: str) -> None:
    combo = chooser(panel, name).combo
    index = combo.findText(text)
    assert index >= 0, [combo.itemText(i) for i in range(combo.count())]
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def offered(panel: InspectorPanel, name: str) -> list[str]:
    combo = chooser(panel, name).combo
    return [combo.itemText(i) for i in range(combo.count())]


def fold(panel: InspectorPanel) -> Fold:
    form = view(panel).form
    assert form is not None
    return form.folds["Weights"]


WIDE = ("Dense", {"units": 784, "activation": "ReLU"})


def test_the_weights_are_folded_away_and_a_click_opens_them(qtbot):
    panel = shown(qtbot, session := opened(chain("Input", "Flatten", WIDE, ("Dense", {"units": 10}))))
    session.select(["dense1"])
    assert not fold(panel).content.isVisible()
    qtbot.mouseClick(fold(panel).heading, Qt.MouseButton.LeftButton)
    assert fold(panel).content.isVisible()
    session.select(["flatten1"])
    session.select(["dense2"])
    assert fold(panel).content.isVisible()
    other = shown(qtbot, again := opened(chain("Input", "Conv2D")))  # remembered, for other kinds and windows too
    again.select(["conv1"])
    assert fold(other).content.isVisible()
    qtbot.keyClick(fold(other).heading, Qt.Key.Key_Space)
    assert not fold(other).content.isVisible()


def test_a_closed_section_names_what_was_changed_in_it(qtbot):
    graph = chain("Input", "Flatten", ("Dense", {"units": 10, "frozen": True, "l2": 0.01}))
    panel = shown(qtbot, session := opened(graph))
    session.select(["dense1"])
    assert fold(panel)._summary.text() == "L2, frozen"
    assert fold(panel)._summary.isVisible()
    fold(panel).heading.click()
    assert not fold(panel)._summary.isVisible()


def test_a_fault_in_a_closed_section_opens_it(qtbot):
    panel = shown(qtbot, session := opened(chain("Input", "Flatten", ("Dense", {"units": 10, "l1": -1}))))
    session.select(["dense1"])
    assert fold(panel).content.isVisible()
    assert not settings().section_open("Weights")  # the next layer's is closed again


def test_weights_of_another_layer_of_the_same_kind_can_be_chosen(qtbot):
    graph = chain("Input", "Flatten", WIDE, WIDE, ("Dense", {"units": 10, "shared_with": "dense1"}))
    panel = shown(qtbot, session := opened(graph))
    session.select(["dense2"])
    assert offered(panel, "shared_with") == ["its own", "Dense 1"]  # not itself, not one without weights of its own
    choose(panel, "shared_with", "Dense 1")
    assert session.graph.by_id["dense2"].params["shared_with"] == "dense1"
    assert "those of Dense 1" in view(panel).facts.text()
    assert view(panel).code.text.startswith("y = self.dense1(x)")
    choose(panel, "shared_with", "its own")
    assert session.graph.by_id["dense2"].params["shared_with"] is None
    assert "those of" not in view(panel).facts.text()


def test_layers_of_one_name_are_told_apart_by_their_ids(qtbot):
    graph = chain("Input", "Flatten", WIDE, WIDE, WIDE)
    graph = graph.replace(
        nodes=tuple(n.replace(name="Twin") if n.id in ("dense1", "dense2") else n for n in graph.nodes)
    )
    panel = shown(qtbot, session := opened(graph))
    session.select(["dense3"])
    assert offered(panel, "shared_with") == ["its own", "Twin (dense1)", "Twin (dense2)"]


def hosting() -> Project:
    """Main shows Part; Outer shows Main; Free is in none; Main also has a block of nothing, linked."""
    part, free = chain("Input", WIDE, "Output"), chain("Input", WIDE, "Dropout", "Output")
    begin = chain("Input", "Flatten")
    block = node("Block", network="Part", input_names=["input1"], output_names=["output1"], repeat=2)
    main = Graph(
        nodes=(*begin.nodes, block, node("Dense", "dense9", units=10)),
        links=(
            *begin.links,
            Link(source="flatten1", target="block1", target_port="input1"),
            Link(source="block1", source_port="output1", target="dense9"),
        ),
    )
    outer = Graph(nodes=(node("Input"), node("Block", network="Main", input_names=["input1"], output_names=["dense9"])))
    return Project(networks={"Main": main, "Part": part, "Free": free, "Outer": outer}, main="Main")


def test_a_block_offers_the_networks_that_may_stand_there_and_its_links_follow(qtbot):
    panel = shown(qtbot, session := opened(hosting()))
    session.select(["block1"])
    assert offered(panel, "network") == ["Part", "Free"]  # not Main itself, nor Outer, which shows it
    choose(panel, "network", "Free")
    assert session.graph.by_id["block1"].params["network"] == "Free"
    assert len(session.graph.links) == 3
    assert session.undo_stack.undoText() == "Choose network"
    assert session.check.networks["Main"].ok
    session.undo_stack.undo()
    assert session.graph.by_id["block1"].params["network"] == "Part"


def test_a_block_says_what_one_pass_and_what_all_of_them_cost_and_opens(qtbot):
    panel = shown(qtbot, session := opened(hosting()))
    session.select(["block1"])
    text = view(panel).facts.text()
    assert "One pass: 615,440 parameters, 614,656 multiply-adds" in text  # 784 · 784 + 784
    assert "Parameters: 1,230,880" in text
    assert not view(panel).code.isVisible()
    assert view(panel).open_block.text() == "Open Part"
    view(panel).open_block.click()
    assert session.network == "Part"
    session.select(["dense1"])
    assert not view(panel).open_block.isVisible()


def test_a_block_that_shows_nothing_yet_asks_for_a_network(qtbot):
    graph = Graph(nodes=(node("Input"), node("Block")))
    both = Project(networks={"Main": graph, "Part": chain("Input", "Flatten")}, main="Main")
    panel = shown(qtbot, session := opened(both))
    session.select(["block1"])
    assert chooser(panel, "network").combo.placeholderText() == "choose one"
    choose(panel, "network", "Part")
    assert [port.name for port in session.graph.by_id["block1"].input_ports] == ["input1"]


def test_a_window_of_three_axes_takes_three_numbers_or_one(qtbot):
    panel = shown(qtbot, session := opened(Graph(nodes=(node("Conv3D", "conv1"),))))
    session.select(["conv1"])
    form = view(panel).form
    assert form is not None
    kernel = form.rows["kernel"].editor
    assert isinstance(kernel, TextEditor)
    assert kernel.line.text() == "3 × 3 × 3"
    kernel.line.setFocus()
    kernel.line.selectAll()
    qtbot.keyClicks(kernel.line, "1 3 5")
    assert session.graph.by_id["conv1"].params["kernel"] == [1, 3, 5]
    kernel.line.selectAll()
    qtbot.keyClicks(kernel.line, "2 x 4")
    assert "three as in 3 × 5 × 5" in form.rows["kernel"].message.text()


def test_several_outputs_are_named(qtbot):
    panel = shown(qtbot, session := opened(chain("Input", "Flatten", ("Split", {"parts": 2}))))
    session.select(["split1"])
    text = view(panel).facts.text()
    assert text.count("features\N{NO-BREAK SPACE}392") == 2
    assert "Output part1" in text
    assert view(panel).code.text.startswith("y1, y2 = torch.split(")


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        (["Input", ("Conv2D", {"filters": 8, "activation": "ReLU"})], "nn.Conv2d(1, 8, kernel_size=3)\nnn.ReLU()"),
        (
            ["Input", ("Reshape", {"sizes": [28, 28]}), ("LSTM", {"units": 4})],
            "self.lstm1 = nn.LSTM(28, 4, batch_first=True)\ny = self.lstm1(x)[0][:, -1]",
        ),
        (["Input", "GlobalAvgPool"], "y = torch.mean(x, dim=(2, 3))"),
    ],
)
def test_the_lines_of_pytorch_show_how_a_layer_is_called(qtbot, parts, lines):
    panel = shown(qtbot, session := opened(chain(*parts)))
    session.select([session.graph.nodes[-1].id])
    assert view(panel).code.text == lines


def test_several_layers_can_share_one_layers_weights(qtbot):
    panel = shown(qtbot, session := opened(chain("Input", "Flatten", WIDE, WIDE, WIDE)))
    session.select(["dense2", "dense3"])
    assert isinstance(panel.layer_page.current, ManyView)
    assert offered(panel, "shared_with") == ["its own", "Dense 1"]
    choose(panel, "shared_with", "Dense 1")
    assert [session.graph.by_id[i].params["shared_with"] for i in ("dense2", "dense3")] == ["dense1", "dense1"]
    session.undo_stack.undo()
    assert "shared_with" not in session.graph.by_id["dense2"].params


def test_frozen_layers_are_told_in_the_facts(qtbot):
    panel = shown(qtbot, session := opened(chain("Input", "Flatten", ("Dense", {"units": 2, "frozen": True}))))
    session.select(["dense1"])
    assert "Parameters: 1,570, all frozen" in view(panel).facts.text()
