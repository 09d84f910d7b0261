"""The Layer tab with a keyboard and a mouse. Shapes are worked out by hand: the digits are 1 × 28 × 28, 784 values."""

from __future__ import annotations

import pytest
from inspecting import IdleController, mlp_session
from networks import chain, project
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from playground.core.edits import AddNodes, Rename, SetParams
from playground.core.graph import Graph, Link, Node
from playground.core.layer import REGISTRY
from playground.core.problems import Problem
from playground.ui.inspector import InspectorPanel
from playground.ui.inspector.many_view import ManyView
from playground.ui.inspector.network_view import NetworkView
from playground.ui.inspector.node_view import NodeView
from playground.ui.inspector.unknown_view import UnknownView
from playground.ui.project_session import ProjectSession
from playground.ui.theme import theme
from playground.ui.widgets.editors import CheckEditor, ChoiceEditor
from playground.ui.widgets.form import FieldRow
from playground.ui.widgets.number_editor import NumberEditor
from playground.ui.widgets.text_editors import TextEditor


def shown(qtbot: QtBot, session: ProjectSession) -> InspectorPanel:
    panel = InspectorPanel(session, IdleController())
    qtbot.addWidget(panel)
    panel.resize(320, 800)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def node_view(panel: InspectorPanel) -> NodeView:
    view = panel.layer_page.current
    assert isinstance(view, NodeView)
    return view


def row(panel: InspectorPanel, name: str) -> FieldRow:
    form = panel.layer_page.current.form
    assert form is not None
    return form.rows[name]


def text_editor(panel: InspectorPanel, name: str) -> TextEditor:
    editor = row(panel, name).editor
    assert isinstance(editor, TextEditor)
    return editor


def type_over(qtbot: QtBot, editor: TextEditor, text: str) -> None:
    editor.line.setFocus()
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, text)


def test_typing_64_into_units_is_one_undo_step_and_shows_the_new_shape(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["dense1"])
    units = text_editor(panel, "units")
    type_over(qtbot, units, "64")
    assert session.graph.by_id["dense1"].params["units"] == 64
    assert session.inference.facts["dense1"].shape.sizes == (64,)
    assert session.undo_stack.count() == 1
    facts = node_view(panel).facts.text()
    assert "Parameters: 50,240" in facts  # (784 + 1) × 64
    assert "Multiply-adds: 50,176" in facts
    assert node_view(panel).code.text == "nn.Linear(784, 64)\nnn.ReLU()"
    session.undo_stack.undo()
    assert session.graph.by_id["dense1"].params["units"] == 32
    assert units.line.text() == "32"


def test_the_cursor_stays_where_one_types(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["dense1"])
    units = text_editor(panel, "units")
    type_over(qtbot, units, "1234")
    units.line.setCursorPosition(1)
    qtbot.keyClicks(units.line, "9")
    assert units.line.text() == "19234"
    assert units.line.cursorPosition() == 2
    assert units.line.hasFocus()
    assert text_editor(panel, "units") is units


def test_text_that_is_no_value_is_explained_in_place_and_the_project_stays(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["dense1"])
    before = session.project
    for text in ("0", "many", "20000000"):
        type_over(qtbot, text_editor(panel, "units"), text)
        if text != "20000000":
            assert session.project is before
        message = row(panel, "units").message
        assert message.isVisible()
        assert "Units takes a whole number from 1 to 10,000,000." in message.text()
    qtbot.keyClick(text_editor(panel, "units").line, Qt.Key.Key_Escape)
    assert not row(panel, "units").message.isVisible()


def test_a_wrong_text_does_not_follow_to_the_next_layer(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["dense1"])
    type_over(qtbot, text_editor(panel, "units"), "x")
    session.select(["dense2"])
    assert text_editor(panel, "units").line.text() == "10"
    assert not row(panel, "units").message.isVisible()


def test_two_stays_in_a_field_are_two_undo_steps(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["dense1"])
    units = text_editor(panel, "units")
    type_over(qtbot, units, "64")
    row(panel, "bias").editor.setFocus()
    type_over(qtbot, units, "128")
    assert session.undo_stack.count() == 2
    session.undo_stack.undo()
    assert session.graph.by_id["dense1"].params["units"] == 64


def test_a_sweep_of_the_slider_is_one_undo_step(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["dense1"])
    editor = row(panel, "units").editor
    assert isinstance(editor, NumberEditor)
    assert editor.slider is not None
    editor.slider.setSliderDown(True)
    for position in range(20, 40):
        editor.slider.setSliderPosition(position)
    editor.slider.setSliderDown(False)
    assert session.undo_stack.count() == 1
    assert session.graph.by_id["dense1"].params["units"] == int(editor.line.text()) > 32


def test_arrow_keys_step_and_stop_at_the_limit(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["dense1"])
    units = text_editor(panel, "units")
    type_over(qtbot, units, "2")
    for _ in range(5):
        qtbot.keyClick(units.line, Qt.Key.Key_Down)
    assert session.graph.by_id["dense1"].params["units"] == 1
    qtbot.keyClick(units.line, Qt.Key.Key_PageUp)
    assert session.graph.by_id["dense1"].params["units"] == 4  # two powers of two on


def test_undo_in_a_field_is_the_projects_undo(qtbot: QtBot) -> None:
    session = mlp_session()
    window = QMainWindow()
    panel = InspectorPanel(session, IdleController())
    window.setCentralWidget(panel)
    undo = QAction("Undo", window)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    undo.triggered.connect(session.undo_stack.undo)
    window.addAction(undo)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    session.select(["dense1"])
    units = text_editor(panel, "units")
    type_over(qtbot, units, "64")
    qtbot.keyClick(units.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.graph.by_id["dense1"].params["units"] == 32
    assert units.line.text() == "32"


def test_pairs_padding_choices_and_checks_reach_the_project(qtbot: QtBot) -> None:
    session = ProjectSession()
    session.open(project(chain("Input", "Conv2D", "Flatten", ("Dense", {"units": 10}))))
    panel = shown(qtbot, session)
    session.select(["conv1"])
    type_over(qtbot, text_editor(panel, "kernel"), "5 x 3")
    assert session.inference.facts["conv1"].shape.sizes == (32, 24, 26)  # 28 − 5 + 1, 28 − 3 + 1
    type_over(qtbot, text_editor(panel, "padding"), "same")
    assert session.inference.facts["conv1"].shape.sizes == (32, 28, 28)
    activation = row(panel, "activation").editor
    assert isinstance(activation, ChoiceEditor)
    activation.combo.setFocus()
    qtbot.keyClicks(activation.combo, "T")
    assert session.graph.by_id["conv1"].layer.activation == "Tanh"
    bias = row(panel, "bias").editor
    assert isinstance(bias, CheckEditor)
    qtbot.mouseClick(bias.box, Qt.MouseButton.LeftButton)
    assert session.graph.by_id["conv1"].layer.bias is False
    assert session.inference.facts["conv1"].parameters == 32 * 5 * 3


def test_the_shape_of_an_input_is_empty_to_follow_the_data_set(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["input1"])
    shape = text_editor(panel, "shape")
    assert shape.line.text() == ""
    assert shape.line.placeholderText() == "1 × 28 × 28"
    type_over(qtbot, shape, "3 x 8 x 8")
    assert session.graph.by_id["input1"].params["shape"] == [3, 8, 8]
    shape.line.selectAll()
    qtbot.keyClick(shape.line, Qt.Key.Key_Delete)
    assert session.graph.by_id["input1"].params["shape"] is None


def test_more_dimensions_than_a_layer_takes_are_refused_by_its_class(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["input1"])
    type_over(qtbot, text_editor(panel, "shape"), "1 2 3 4 5")
    assert session.graph.by_id["input1"].params.get("shape") is None  # as it was before the typing
    assert session.undo_stack.count() <= 1
    assert row(panel, "shape").message.text() == "Shape takes at most 4 numbers."
    assert row(panel, "shape").message.isVisible()


def test_reset_gives_the_default_back(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["dense1"])
    qtbot.mouseClick(row(panel, "units").reset, Qt.MouseButton.LeftButton)
    assert session.graph.by_id["dense1"].params["units"] == 64
    assert text_editor(panel, "units").line.text() == "64"
    assert not row(panel, "units").reset.isVisible()


def test_a_name_is_given_with_enter_and_taken_back_when_empty(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["dense1"])
    name = node_view(panel).name
    assert name.text() == "Dense 1"
    name.selectAll()
    qtbot.keyClicks(name, "Hidden")
    assert session.undo_stack.count() == 0
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert session.graph.by_id["dense1"].title == "Hidden"
    assert session.undo_stack.count() == 1
    name.clear()
    name.setModified(True)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert session.graph.by_id["dense1"].title == "Dense 1"
    assert name.text() == "Dense 1"


def test_a_typed_name_goes_to_its_layer_though_another_is_selected_before_enter(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["dense1"])
    name = node_view(panel).name
    name.selectAll()
    qtbot.keyClicks(name, "Hidden")
    session.select(["dense2"])
    assert session.graph.by_id["dense1"].name == "Hidden"
    assert session.graph.by_id["dense2"].name is None
    assert name.text() == "Dense 2"


def test_a_fix_button_mends_the_problem_as_one_undo_step(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.do(SetParams("Classifier", "dense2", {"units": 7}))
    session.select(["dense2"])
    (card,) = node_view(panel).problems.cards
    assert card.fix_button is not None
    assert card.fix_button.text() == "Set units to 10"
    qtbot.mouseClick(card.fix_button, Qt.MouseButton.LeftButton)
    assert session.check.ok
    assert session.graph.by_id["dense2"].params["units"] == 10
    assert session.undo_stack.undoText() == "Set units to 10"
    assert not node_view(panel).problems.isVisible()


def test_a_value_of_a_file_that_the_layer_refuses_is_shown_and_can_be_mended(qtbot: QtBot) -> None:
    session = ProjectSession()
    session.open(project(chain("Input", "Flatten", ("Dense", {"units": -4}))))
    panel = shown(qtbot, session)
    session.select(["dense1"])
    assert text_editor(panel, "units").line.text() == "-4"
    assert "from 1 to 10,000,000" in row(panel, "units").message.text()
    type_over(qtbot, text_editor(panel, "units"), "10")
    assert session.check.ok
    assert not row(panel, "units").message.isVisible()


def test_several_layers_of_one_kind_change_together_as_one_step(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["dense1", "dense2"])
    view = panel.layer_page.current
    assert isinstance(view, ManyView)
    assert view.title.text() == "2 layers"
    units = text_editor(panel, "units")
    assert (units.line.text(), units.line.placeholderText()) == ("", "mixed")
    type_over(qtbot, units, "16")
    assert [session.graph.by_id[key].params["units"] for key in ("dense1", "dense2")] == [16, 16]
    assert session.undo_stack.count() == 1
    assert session.undo_stack.undoText() == "Change units of 2 layers"
    session.undo_stack.undo()
    assert [session.graph.by_id[key].params["units"] for key in ("dense1", "dense2")] == [32, 10]


def test_values_for_several_layers_without_a_sweep_are_steps_of_their_own(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["dense1", "dense2"])
    view = panel.layer_page.current
    assert isinstance(view, ManyView)
    assert view.form is not None
    view.form.edited.emit("units", 16, None)
    view.form.edited.emit("units", 24, None)
    session.undo_stack.undo()
    assert [session.graph.by_id[key].params["units"] for key in ("dense1", "dense2")] == [16, 16]


def test_layers_of_different_kinds_have_no_common_form(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["flatten1", "dense1", "dense2"])
    view = panel.layer_page.current
    assert isinstance(view, ManyView)
    assert view.form is None
    assert "2 Dense" in view.about.text()


def test_with_nothing_selected_the_network_is_summed_up(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    view = panel.layer_page.current
    assert isinstance(view, NetworkView)
    facts = view.facts.text()
    assert "Layers: 4" in facts
    assert "Parameters: 25,450" in facts  # 785 × 32 + 33 × 10
    assert "Multiply-adds: 25,408 per sample" in facts  # 784 × 32 + 32 × 10
    session.open(project(chain()))
    assert "1. Drag an Input" in view.advice.text()


def test_a_network_inside_a_block_says_where_it_stands(qtbot: QtBot) -> None:
    ports = {"network": "Unit", "input_names": ["input1"], "output_names": ["dense1"]}
    unit = chain("Input", ("Dense", {"units": 4}))
    links = (
        Link(source="input1", target="flatten1"),
        Link(source="flatten1", target="block1", target_port="input1"),
        Link(source="block1", source_port="dense1", target="dense1"),
    )
    nodes = chain("Input", "Flatten", ("Block", ports), ("Dense", {"units": 10})).nodes
    graph = Graph(nodes=nodes, links=links)
    session = ProjectSession()
    networks = {"Classifier": graph, "Unit": unit, "Aside": unit}
    session.open(project(graph).replace(networks=networks, main="Classifier"))
    session.show_network("Classifier")
    panel = shown(qtbot, session)
    assert "Data: Digits" in panel.layer_page.current.facts.text()
    session.show_network("Unit")
    assert "Data" not in panel.layer_page.current.facts.text()
    assert "Used in: Classifier as Block 1" in panel.layer_page.current.facts.text()
    session.show_network("Aside")
    assert "Used in: no network yet" in panel.layer_page.current.facts.text()
    session.do(AddNodes("Classifier", (Node(id="block2", type="Block", name="Gate", params=ports),)))
    session.do(AddNodes("Aside", (Node(id="block1", type="Block", params=ports),)))
    session.show_network("Unit")
    assert "Used in: Classifier as Block 1 and Gate; Aside as Block 1" in panel.layer_page.current.facts.text()
    session.do(Rename("Classifier", "block1", "First"))
    assert "Used in: Classifier as First and Gate; Aside as Block 1" in panel.layer_page.current.facts.text()


def test_an_unknown_layer_is_named_and_shown_as_the_file_has_it(qtbot: QtBot) -> None:
    session = ProjectSession()
    graph = chain("Input")
    session.open(project(graph.replace(nodes=(*graph.nodes, Node(id="wave1", type="Wavelet", params={"level": 3})))))
    panel = shown(qtbot, session)
    session.select(["wave1"])
    view = panel.layer_page.current
    assert isinstance(view, UnknownView)
    assert "'Wavelet' is not known" in view.about.text()
    assert '"level": 3' in view.params.text


def test_the_pytorch_line_can_be_copied(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["dense2"])
    node_view(panel).code.copy()
    assert QGuiApplication.clipboard().text() == "nn.Linear(32, 10)"


def test_behind_a_problem_the_shape_is_said_to_be_unknown(qtbot: QtBot) -> None:
    session = ProjectSession()
    session.open(project(chain("Input", ("Dense", {"units": 10}))))
    panel = shown(qtbot, session)
    session.select(["dense1"])
    assert "Output: not known yet" in node_view(panel).facts.text()
    assert not node_view(panel).code.isVisible()


@pytest.mark.parametrize("kind", REGISTRY.all(), ids=lambda kind: kind.type_name)
def test_every_kind_fits_into_260_pixels_and_names_its_editors(qtbot: QtBot, qapp: QApplication, kind: type) -> None:
    theme().apply(qapp, "light")  # its margins and type, whatever other tests have left
    session = ProjectSession()
    session.open(project(chain(kind.type_name)))
    panel = shown(qtbot, session)
    panel.resize(260, 800)
    session.select([session.graph.nodes[0].id])
    assert panel.layer_page.minimumSizeHint().width() <= 260
    form = node_view(panel).form
    for each in form.rows.values() if form else ():
        assert each.editor.accessibleName() == each.field.label
        assert each.field.help in each.editor.toolTip()
    assert node_view(panel).findChildren(QLabel)


def test_tab_goes_from_the_name_through_the_fields_to_the_copy_button(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.select(["dense1"])
    node_view(panel).name.setFocus()
    reached: list[str] = []
    for _ in range(10):
        widget = panel.focusWidget()
        if widget.accessibleName() not in reached:
            reached.append(widget.accessibleName())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    code = "Copy nn.Linear(784, 32)\nnn.ReLU()"
    wanted = ["Name of the layer", "Units", "Bias", "Activation", "Weights: show or hide", code]
    assert [name for name in reached if not name.startswith("Reset")][:6] == wanted


def test_fields_stay_where_they_are_while_problems_come_and_go(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    dense = next(node for node in session.graph.nodes if node.type == "Dense")
    session.select([dense.id])
    panel.layer_page.render_now()
    QApplication.processEvents()
    units = row(panel, "units")
    before = units.mapTo(panel, QPoint())
    session.note(Problem("warning", "run", "Numbers went out of bounds.", "Lower the rate.", session.network, dense.id))
    panel.layer_page.render_now()
    QApplication.processEvents()
    assert not node_view(panel).problems.isHidden()
    assert units.mapTo(panel, QPoint()) == before
