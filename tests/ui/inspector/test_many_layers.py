"""Several layers edited at once: what they have in common, changes of each from what it is, one undo step."""

from __future__ import annotations

import pytest
from inspecting import IdleController
from networks import chain, project
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from playground.core.edits import Remove
from playground.core.forms import form_fields
from playground.layers import LSTM, Bilinear, Conv2D, Dense, Dropout, MaxPool2D
from playground.ui.inspector import InspectorPanel
from playground.ui.inspector.common_fields import common_fields
from playground.ui.inspector.many_view import ManyView
from playground.ui.project_session import ProjectSession

GRAPH = chain(
    "Input", ("Conv2D", {"filters": 16}), ("Conv2D", {"filters": 8, "kernel": [5, 3]}), "Flatten",
    ("Dense", {"units": 32, "l2": 0.1}), ("Dense", {"units": 10}),
)  # fmt: skip


@pytest.fixture
def session() -> ProjectSession:
    made = ProjectSession()
    made.open(project(GRAPH))
    return made


@pytest.fixture
def panel(qtbot: QtBot, session: ProjectSession) -> InspectorPanel:
    made = InspectorPanel(session, IdleController())
    qtbot.addWidget(made)
    made.resize(360, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


def view(panel: InspectorPanel) -> ManyView:
    found = panel.layer_page.current
    assert isinstance(found, ManyView)
    assert found.form is not None
    return found


def typed(panel: InspectorPanel, name: str, text: str) -> None:
    line = view(panel).form.rows[name].editor.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def values(session: ProjectSession, name: str, *ids: str) -> list:
    return [session.graph.by_id[key].params[name] for key in ids]


def test_a_change_counts_from_what_each_layer_has_and_is_one_step(panel, session):
    session.select(["conv1", "conv2"])
    typed(panel, "filters", "*2")
    assert values(session, "filters", "conv1", "conv2") == [32, 16]
    row = view(panel).form.rows["filters"]
    assert row.hint == "each × 2 · All 2 layers are changed."
    QTest.keyClicks(row.editor.line, "0")
    assert values(session, "filters", "conv1", "conv2") == [320, 160]  # twenty times, not ten times twice
    assert session.undo_stack.count() == 1
    QTest.keyClick(row.editor.line, Qt.Key.Key_Return)
    assert (row.editor.line.text(), row.editor.line.placeholderText()) == ("", "mixed")
    typed(panel, "filters", "-8")
    assert values(session, "filters", "conv1", "conv2") == [312, 152]
    assert session.undo_stack.count() == 2
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert values(session, "filters", "conv1", "conv2") == [16, 8]


def test_a_change_that_one_of_them_cannot_take_changes_none_and_names_it(panel, session):
    session.select(["conv1", "conv2"])
    typed(panel, "filters", "-8")
    row = view(panel).form.rows["filters"]
    assert row.message.text().startswith("Conv 2D 2: 0 is too small. Filters takes a whole number from 1")
    assert values(session, "filters", "conv1", "conv2") == [16, 8]
    assert session.undo_stack.count() == 0
    QTest.keyClick(row.editor.line, Qt.Key.Key_Escape)
    assert (row.message.text(), row.editor.line.text()) == ("", "")


def test_escape_gives_each_its_own_back(panel, session):
    session.select(["conv1", "conv2"])
    typed(panel, "filters", "*2")
    QTest.keyClick(view(panel).form.rows["filters"].editor.line, Qt.Key.Key_Escape)
    assert values(session, "filters", "conv1", "conv2") == [16, 8]
    assert session.undo_stack.count() == 0


def test_the_tooltip_of_a_mixed_field_lists_what_each_has(panel, session):
    session.select(["conv1", "conv2"])
    rows = view(panel).form.rows
    assert rows["filters"].editor.toolTip() == "Conv 2D 1: 16\nConv 2D 2: 8"
    assert rows["kernel"].editor.toolTip() == "Conv 2D 1: 3 × 3 px\nConv 2D 2: 5 × 3 px"
    typed(panel, "filters", "4")
    assert "Kernels, and so output channels." in rows["filters"].editor.toolTip()


def test_layers_of_different_kinds_are_edited_in_what_they_share(panel, session):
    session.select(["conv1", "dense1", "dense2"])
    rows = view(panel).form.rows
    assert list(rows) == ["bias", "activation", "l1", "l2", "frozen", "initializer"]
    assert "all 3 layers" in view(panel).common.text()
    QTest.mouseClick(rows["bias"].editor.box, Qt.MouseButton.LeftButton)
    assert values(session, "bias", "conv1", "dense1", "dense2") == [False] * 3
    assert session.undo_stack.count() == 1
    view(panel).form.folds["Weights"].open()
    typed(panel, "l2", "0.1")
    assert values(session, "l2", "conv1", "dense1", "dense2") == [0.1] * 3
    assert rows["l2"].hint == "2 of 3 layers are changed."


def test_all_are_reset_as_one_step_each_to_its_own_default(panel, session):
    session.select(["conv1", "conv2"])
    reset = view(panel).form._reset_buttons[""]
    assert reset.isVisible()
    QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert values(session, "filters", "conv1", "conv2") == [32, 32]
    assert session.graph.by_id["conv2"].params["kernel"] == 3
    assert session.undo_stack.undoText() == "Reset 2 layers"
    session.undo_stack.undo()
    assert values(session, "filters", "conv1", "conv2") == [16, 8]


def test_common_fields_keep_the_limits_of_all() -> None:
    assert common_fields([Dropout, Dense]) == ()
    assert common_fields([Dense, Dense]) == form_fields(Dense)
    # one has a kernel, the other a size; padding takes words in the one, half a window at most in the other
    assert [field.name for field in common_fields([Conv2D, MaxPool2D])] == ["stride", "padding"]
    stride, padding = common_fields([Conv2D, MaxPool2D])
    assert not stride.optional  # a pooling's may be empty, a convolution's may not
    assert padding.choices == ()
    (units,) = (field for field in common_fields([Bilinear, Dense, LSTM]) if field.name == "units")
    assert (units.minimum, units.maximum) == (1, 65_536)


def test_what_is_said_of_a_change_goes_with_an_undo(panel: InspectorPanel, session: ProjectSession) -> None:
    session.select(["conv1", "conv2"])
    typed(panel, "filters", "*2")
    row = view(panel).form.rows["filters"]
    assert row.hint.endswith("All 2 layers are changed.")
    session.undo_stack.undo()
    assert "changed" not in row.hint


def test_what_is_said_of_several_layers_fits_their_parameters(qtbot: QtBot, session: ProjectSession) -> None:
    made = ManyView(session)
    qtbot.addWidget(made)
    session.open(project(chain("Input", "ReLU", "ReLU", "GELU", "GELU", "Flatten", ("Dense", {"units": 10}))))
    nodes = session.graph.by_id
    made.show_nodes([nodes["relu1"], nodes["relu2"]])
    assert made.common.text() == "This kind of layer has no parameters."
    made.show_nodes([nodes["gelu1"], nodes["gelu2"]])
    assert made.common.text() == "An entry changes all 2 layers."
    made.show_nodes([nodes["relu1"], nodes["flatten1"]])
    assert made.common.text() == "They have no parameter in common."


def test_what_nothing_feeds_has_no_number_of_parameters_yet(qtbot: QtBot, session: ProjectSession) -> None:
    made = ManyView(session)
    qtbot.addWidget(made)
    graph = session.graph
    session.do(Remove(session.network, links=frozenset(graph.incoming["conv2"])))
    made.show_nodes([session.graph.by_id["conv1"], session.graph.by_id["conv2"]])
    assert "Parameters: not known while there are errors" in made.facts.text().splitlines()
