"""An entry that ends as no value leaves the value from before it, and nothing to undo."""

from __future__ import annotations

import pytest
from inspecting import IdleController
from networks import chain, project
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from playground.ui.inspector import InspectorPanel
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.form import FieldRow
from playground.ui.widgets.text_editors import TextEditor

CONV = ("Conv2D", {"filters": 16})


@pytest.fixture
def session() -> ProjectSession:
    made = ProjectSession()
    made.open(project(chain("Input", CONV, ("Conv2D", {"filters": 8}), "Flatten", ("Dense", {"units": 10}))))
    return made


@pytest.fixture
def panel(qtbot: QtBot, session: ProjectSession) -> InspectorPanel:
    made = InspectorPanel(session, IdleController())
    qtbot.addWidget(made)
    made.resize(320, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


def row(panel: InspectorPanel, name: str) -> FieldRow:
    form = panel.layer_page.current.form  # type: ignore[union-attr]
    assert form is not None
    return form.rows[name]


def type_over(qtbot: QtBot, field: FieldRow, text: str) -> TextEditor:
    editor = field.editor
    assert isinstance(editor, TextEditor)
    editor.line.setFocus()
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, text)
    return editor


def filters(session: ProjectSession) -> list[int]:
    return [session.graph.by_id[name].params["filters"] for name in ("conv1", "conv2")]


def test_a_number_too_large_gives_back_what_was_there(
    qtbot: QtBot, session: ProjectSession, panel: InspectorPanel
) -> None:
    session.select(["conv1"])
    field = row(panel, "filters")
    editor = type_over(qtbot, field, "999999999999")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert filters(session) == [16, 8]
    assert field.message.text().endswith(" 16 is kept.")
    assert editor.line.text() == "999999999999"
    assert session.undo_stack.count() == 0
    assert not session.dirty
    qtbot.keyClick(editor.line, Qt.Key.Key_Escape)
    assert (editor.line.text(), field.message.text()) == ("16", "")


def test_it_goes_on_from_there(qtbot: QtBot, session: ProjectSession, panel: InspectorPanel) -> None:
    session.select(["conv1"])
    editor = type_over(qtbot, row(panel, "filters"), "99999")
    qtbot.keyClick(editor.line, Qt.Key.Key_Backspace)
    qtbot.keyClick(editor.line, Qt.Key.Key_Backspace)
    assert filters(session) == [999, 8]
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert filters(session) == [16, 8]


def test_an_entry_ended_with_enter_is_what_the_next_one_goes_back_to(
    qtbot: QtBot, session: ProjectSession, panel: InspectorPanel
) -> None:
    session.select(["conv1"])
    editor = type_over(qtbot, row(panel, "filters"), "32")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    type_over(qtbot, row(panel, "filters"), "6x")
    assert filters(session) == [32, 8]
    qtbot.keyClick(editor.line, Qt.Key.Key_Escape)
    qtbot.keyClick(editor.line, Qt.Key.Key_Up)
    type_over(qtbot, row(panel, "filters"), "7x")
    assert filters(session) == [64, 8]


def test_an_emptied_field_keeps_the_value(qtbot: QtBot, session: ProjectSession, panel: InspectorPanel) -> None:
    session.select(["conv1"])
    editor = type_over(qtbot, row(panel, "filters"), "25")
    for _ in range(2):
        qtbot.keyClick(editor.line, Qt.Key.Key_Backspace)
    assert (filters(session), session.undo_stack.count()) == ([16, 8], 0)


def test_what_the_layer_itself_refuses_is_given_back_too(
    qtbot: QtBot, session: ProjectSession, panel: InspectorPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "playground.ui.inspector.node_view.refusal", lambda _kind, _field, value: "Not 32." if value == 32 else None
    )
    session.select(["conv1"])
    field = row(panel, "filters")
    editor = type_over(qtbot, field, "32")
    assert filters(session) == [16, 8]
    assert field.message.text() == "Not 32. 16 is kept."
    qtbot.keyClicks(editor.line, "0")
    assert filters(session) == [320, 8]
    assert field.message.text() == ""


def test_layers_that_differ_each_get_back_their_own(
    qtbot: QtBot, session: ProjectSession, panel: InspectorPanel
) -> None:
    session.select(["conv1", "conv2"])
    editor = type_over(qtbot, row(panel, "filters"), "99")
    assert filters(session) == [99, 99]
    qtbot.keyClicks(editor.line, "999")
    assert filters(session) == [16, 8]
    assert session.undo_stack.count() == 0
    assert editor.line.text() == "99999"
    qtbot.keyClick(editor.line, Qt.Key.Key_Backspace)
    assert filters(session) == [9999, 9999]
    session.undo_stack.undo()
    assert filters(session) == [16, 8]
