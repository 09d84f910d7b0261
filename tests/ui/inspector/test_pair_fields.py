"""Kernels, strides and paddings: one number for all axes, or one for each."""

from __future__ import annotations

import pytest
from inspecting import IdleController
from networks import node, project
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from playground.core.graph import Graph
from playground.ui.inspector import InspectorPanel
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.pair_editor import PairEditor

LEFT = Qt.MouseButton.LeftButton
GRAPH = Graph(nodes=(node("Conv2D", "conv1"), node("Conv3D", "deep1"), node("Conv2D", "conv2", kernel=[5, 3])))


@pytest.fixture
def session() -> ProjectSession:
    made = ProjectSession()
    made.open(project(GRAPH))
    made.select(["conv1"])
    return made


@pytest.fixture
def panel(qtbot: QtBot, session: ProjectSession) -> InspectorPanel:
    made = InspectorPanel(session, IdleController())
    qtbot.addWidget(made)
    made.resize(360, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


def pair(panel: InspectorPanel, name: str) -> PairEditor:
    editor = panel.layer_page.current.form.rows[name].editor  # type: ignore[union-attr]
    assert isinstance(editor, PairEditor)
    return editor


def params(session: ProjectSession, key: str = "conv1") -> dict:
    return dict(session.graph.by_id[key].params)


def typed(editor: PairEditor, axis: int, text: str) -> None:
    line = editor.lines[axis]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def test_linked_one_number_counts_for_both_axes_and_steps(panel, session):
    kernel = pair(panel, "kernel")
    assert (kernel.apart, kernel.line.text(), kernel.chain.isChecked()) == (False, "3 × 3", True)
    typed(kernel, 0, "5")
    assert params(session)["kernel"] == 5
    QTest.keyClick(kernel.line, Qt.Key.Key_Up)
    assert (params(session)["kernel"], kernel.line.text()) == (6, "6 × 6")


def test_the_chain_parts_the_axes_and_links_them_again_as_one_step(panel, session):
    kernel = pair(panel, "kernel")
    QTest.mouseClick(kernel.chain, LEFT)
    assert [line.text() for line in kernel.lines] == ["3", "3"]
    assert [line.accessibleName() for line in kernel.lines] == ["Kernel, height", "Kernel, width"]
    assert session.undo_stack.count() == 0  # how it is shown is no edit
    typed(kernel, 1, "7")
    assert params(session)["kernel"] == [3, 7]
    typed(kernel, 0, "5")
    assert params(session)["kernel"] == [5, 7]
    assert session.undo_stack.count() == 2
    assert not kernel.chain.isChecked()
    QTest.mouseClick(kernel.chain, LEFT)
    assert params(session)["kernel"] == 5
    assert (kernel.apart, kernel.line.text()) == (False, "5 × 5")
    session.undo_stack.undo()
    assert params(session)["kernel"] == [5, 7]
    assert [line.text() for line in kernel.lines] == ["5", "7"]


def test_two_numbers_typed_into_the_one_box_part_it_when_one_leaves(panel, session):
    kernel = pair(panel, "kernel")
    typed(kernel, 0, "5 x 3")
    assert params(session)["kernel"] == [5, 3]
    assert kernel.line.text() == "5 x 3"
    QTest.keyClick(kernel.line, Qt.Key.Key_Return)
    assert [line.text() for line in kernel.lines] == ["5", "3"]
    assert session.undo_stack.count() == 1


def test_numbers_that_differ_are_shown_apart_and_another_layers_as_its_own_are(panel, session):
    session.select(["conv2"])
    kernel = pair(panel, "kernel")
    assert [line.text() for line in kernel.lines] == ["5", "3"]
    session.select(["conv1"])
    assert [line.text() for line in kernel.lines] == ["3 × 3"]


def test_arrows_step_one_axis(panel, session):
    session.select(["conv2"])
    kernel = pair(panel, "kernel")
    kernel.lines[1].setFocus()
    QTest.keyClick(kernel.lines[1], Qt.Key.Key_Up)
    QTest.keyClick(kernel.lines[1], Qt.Key.Key_Up)
    assert params(session, "conv2")["kernel"] == 5  # both are five now, and stay apart while one is here
    assert kernel.apart
    QTest.keyClick(kernel.lines[1], Qt.Key.Key_Up)
    assert params(session, "conv2")["kernel"] == [5, 6]
    assert session.undo_stack.count() == 1


def test_a_wrong_number_on_one_axis_is_told_and_both_are_kept(panel, session):
    session.select(["conv2"])
    kernel = pair(panel, "kernel")
    typed(kernel, 1, "0")
    row = panel.layer_page.current.form.rows["kernel"]
    assert row.message.text().startswith("0 is too small.")
    assert row.message.text().endswith("5 × 3 is kept.")
    assert row.notes.mend.text() == "Use 5 × 1 px"
    assert params(session, "conv2")["kernel"] == [5, 3]
    QTest.keyClick(kernel.lines[1], Qt.Key.Key_Escape)
    assert [line.text() for line in kernel.lines] == ["5", "3"]


def test_three_axes_have_three_boxes(panel, session):
    session.select(["deep1"])
    kernel = pair(panel, "kernel")
    QTest.mouseClick(kernel.chain, LEFT)
    assert [line.accessibleName() for line in kernel.lines] == ["Kernel, depth", "Kernel, height", "Kernel, width"]
    typed(kernel, 0, "1")
    assert params(session, "deep1")["kernel"] == [1, 3, 3]


def test_a_word_has_no_axes_and_numbers_in_its_place_have(panel, session):
    padding = pair(panel, "padding")
    assert not padding.chain.isEnabled()
    typed(padding, 0, "2")
    assert padding.chain.isEnabled()
    QTest.mouseClick(padding.chain, LEFT)
    typed(padding, 1, "1")
    assert params(session)["padding"] == [2, 1]
    typed(padding, 0, "same")
    assert params(session)["padding"] == "same"
