"""The Code tab: live source of the network on the canvas."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest
from inspecting import mlp_session
from networks import Part, chain, node, project
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.core.codegen import generate
from playground.core.edits import AddNodes, Move, Remove, SetParams
from playground.core.plan import make_plan
from playground.core.project import Project
from playground.core.shape import Shape
from playground.engine.export.python_model import model_source
from playground.engine.trained import TrainedModel
from playground.ui.code import CodePanel
from playground.ui.project_session import ProjectSession
from playground.ui.theme import theme


def shown(qtbot: QtBot, session: ProjectSession, height: int = 240) -> CodePanel:
    panel = CodePanel(session)
    qtbot.addWidget(panel)
    panel.resize(900, height)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def marked_text(panel: CodePanel) -> list[str]:
    lines = panel.view.toPlainText().split("\n")
    return [lines[number].strip() for first, last in panel.view.marked for number in range(first - 1, last)]


def test_it_shows_what_an_export_would_hold(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    expected = generate(make_plan(session.graph, Shape.image(1, 28, 28), network=session.network)).text
    assert panel.view.toPlainText() == panel.text == expected
    assert "class Classifier(nn.Module):" in expected
    assert panel.view.isReadOnly()


SOFTMAX = {"units": 10, "activation": "Softmax"}


@pytest.mark.parametrize("last", [[("Dense", SOFTMAX)], [("Dense", {"units": 10}), "Softmax", "Output"]])
def test_a_last_activation_stands_where_an_export_has_it(qtbot: QtBot, last: list[Part]) -> None:
    session = ProjectSession()
    made = project(chain("Input", "Flatten", *last))
    session.open(made)
    panel = shown(qtbot, session, height=500)
    exported = model_source(TrainedModel.untrained(made), "weights.pt").text
    (written,) = (ast.unparse(part) for part in ast.parse(exported).body if isinstance(part, ast.ClassDef))
    (seen,) = (ast.unparse(part) for part in ast.parse(panel.text).body if isinstance(part, ast.ClassDef))
    assert seen == written
    assert "def scores(self" in panel.text
    end = "softmax1" if len(last) > 1 else "dense1"
    session.select([end])
    assert marked_text(panel)[-1].startswith("return ") and "self.scores(x)" in marked_text(panel)[-1]
    line = panel.text.split("\n").index(next(row for row in panel.text.split("\n") if "self.scores(x)" in row)) + 1
    session.select([])
    panel.view.line_clicked.emit(line)
    assert session.selection == {end}


def test_a_network_inside_a_block_has_its_last_activation_in_forward(qtbot: QtBot) -> None:
    """As in an export, where only the whole network gives scores."""
    ports = {"network": "Gate", "input_names": ["input1"], "output_names": ["dense1"]}
    inner = chain("Input", ("Dense", SOFTMAX))
    outer = chain("Input", "Flatten", ("Block", ports), ("Dense", SOFTMAX))
    into, out = outer.links[1:]
    outer = outer.replace(links=(outer.links[0], into.replace(target_port="input1"), out.replace(source_port="dense1")))
    session = ProjectSession()
    made = project(outer).replace(networks={"Classifier": outer, "Gate": inner})
    session.open(made)
    panel = shown(qtbot, session)
    session.show_network("Gate")
    qtbot.waitUntil(lambda: "class Classifier(" not in panel.text)
    assert panel.text.split("class Gate(")[1].strip() in model_source(TrainedModel.untrained(made), "w.pt").text
    assert "def scores" not in panel.text


def test_an_edit_is_there_after_a_turn_of_the_event_loop(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    for units in (33, 34, 35):
        session.do(SetParams(session.network, "dense1", {"units": units}))
    qtbot.waitUntil(lambda: "nn.Linear(784, 35)" in panel.text)
    assert "nn.Linear(35, " in panel.view.toPlainText()
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: "nn.Linear(784, 34)" in panel.view.toPlainText())


def test_moving_a_layer_makes_no_new_source(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    source = panel._source
    session.do(Move(session.network, {"dense1": (500.0, 80.0)}))
    panel.refresh()
    assert panel._source is source


def test_the_selected_layers_lines_are_marked_and_in_view(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session, height=90)
    session.select(["dense2"])
    (made, ran) = marked_text(panel)
    assert made.startswith("self.dense2 = nn.Linear(")
    assert "self.dense2(x)" in ran
    top = panel.view.verticalScrollBar().value()
    assert top < panel.view.marked[0][0] <= top + panel.view.visible_lines
    assert len(panel.view.extraSelections()) == 2
    session.select([])
    assert panel.view.marked == ()
    assert panel.view.extraSelections() == []


def test_marks_follow_an_edit_that_moves_the_lines(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["dense2"])
    before = panel.view.marked
    session.do(SetParams(session.network, "dense1", {"frozen": True}))
    qtbot.waitUntil(lambda: "requires_grad_" in panel.text)
    assert [first - 1 for first, _ in panel.view.marked] == [first for first, _ in before]


def test_a_click_on_a_line_selects_its_layer(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session, height=500)
    line = panel.view.toPlainText().split("\n").index("        self.flatten1 = nn.Flatten()")
    cursor = panel.view.textCursor()
    cursor.setPosition(panel.view.document().findBlockByNumber(line).position() + 12)
    place = panel.view.cursorRect(cursor).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.selection == {"flatten1"}
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 2))
    assert session.selection == {"flatten1"}  # an import belongs to no layer


def test_what_is_missing_is_said_in_a_line(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.do(Remove(session.network, frozenset({"flatten1"})))
    qtbot.waitUntil(panel.message.isVisible)
    assert panel.message.text() == str(next(p for p in session.inference.problems if p.severity == "error"))
    assert panel.text == ""
    session.undo_stack.undo()
    qtbot.waitUntil(panel.view.isVisible)
    assert "self.flatten1" in panel.text


def test_an_empty_network_says_what_to_do(qtbot: QtBot) -> None:
    panel = shown(qtbot, ProjectSession())
    assert panel.message.text() == "Add layers to see the network as Python."


def test_another_network_shows_its_own_class(qtbot: QtBot) -> None:
    session = ProjectSession()
    encoder = chain(("Input", {"shape": [4]}), ("Dense", {"units": 2}))
    classifier = chain("Input", "Flatten", ("Dense", {"units": 10}))
    session.open(Project(networks={"Classifier": classifier, "Encoder": encoder}))
    session.show_network("Classifier")
    panel = shown(qtbot, session)
    assert "class Classifier" in panel.text
    session.show_network("Encoder")
    qtbot.waitUntil(lambda: "class Encoder" in panel.text)


def test_the_button_copies_everything(qtbot: QtBot) -> None:
    panel = shown(qtbot, mlp_session())
    qtbot.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == panel.text
    assert panel.copy_button.text() == "Copied"


def test_hidden_it_waits_and_shown_it_catches_up(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    panel.hide()
    session.do(SetParams(session.network, "dense1", {"units": 77}))
    panel.refresh()
    assert "77" not in panel.text
    panel.show()
    assert "nn.Linear(784, 77)" in panel.view.toPlainText()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_have_the_themes_colours(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    theme().apply(qapp, "dark" if name == "light" else "light")
    panel = shown(qtbot, mlp_session())
    panel._session.select(["dense1"])
    theme().apply(qapp, name)
    block = panel.view.document().findBlockByNumber(panel.text.split("\n").index("class Classifier(nn.Module):"))
    formats = block.layout().formats()
    colors = {block.text()[one.start : one.start + one.length]: one.format.foreground().color() for one in formats}
    assert colors["class"] == theme().color("accent")
    assert colors["Classifier"] == theme().color("text")
    below = block.next().layout().formats()[0]
    assert below.format.foreground().color() == theme().color("muted")
    marks = panel.view.extraSelections()  # which own their formats
    assert marks[0].format.background().color() == theme().color("accentSoft")
    assert marks[0].format.property(QTextFormat.Property.FullWidthSelection)
    theme().apply(qapp, "light")


def test_helpers_that_torch_lacks_are_shown_without_loading_torch() -> None:
    code = (
        "import sys\n"
        "import playground.layers\n"
        "from playground.core.codegen import generate\n"
        "from playground.core.graph import Graph, Link, Node\n"
        "from playground.core.plan import make_plan\n"
        "start = Node(id='input1', type='Input', params={'shape': [5, 4]})\n"
        "places = Node(id='position1', type='PositionalEncoding')\n"
        "graph = Graph(nodes=(start, places), links=(Link(source='input1', target='position1'),))\n"
        "text = generate(make_plan(graph, None)).text\n"
        "print('class SinusoidalPositions(nn.Module):' in text, 'torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["True", "False"]


def test_a_new_layer_that_nothing_feeds_is_named(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.do(AddNodes(session.network, (node("ReLU", "relu7"),)))
    qtbot.waitUntil(panel.message.isVisible)
    assert "ReLU 7" in panel.message.text()
