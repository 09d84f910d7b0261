"""A selected frame or note is shown and changed in the inspector."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from playground.core.annotations import TINTS, Frame, Note
from playground.core.frame_edits import AddAnnotations, framed
from playground.core.graph import Node
from playground.ui.inspector.area_view import AreaView
from playground.ui.main_window import MainWindow


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    """With a frame around two layers, and a note."""
    window = open_window("digits-cnn")
    graph = window.session.graph
    frame = framed(graph, frozenset({"conv1", "conv2"}), "Features", "green")
    assert frame is not None
    note = Note(id="note1", text="Read me", x=900.0, y=600.0)
    window.session.do(AddAnnotations(window.session.network, (frame,), (note,)))
    return window


def areas(window: MainWindow, *ids: str) -> AreaView:
    window.session.select(())
    window.canvas.view.canvas_scene.annotations.select(ids)
    shown = window.workbench.inspector.layer_page.current
    assert isinstance(shown, AreaView)
    return shown


def frame_of(window: MainWindow) -> Frame:
    (frame,) = window.session.graph.frames
    return frame


def holds(frame: Frame, node: Node) -> bool:
    across = frame.x <= node.x <= frame.x + frame.width
    return across and frame.y <= node.y <= frame.y + frame.height


def test_a_frame_is_named_coloured_folded_and_taken_away(window: MainWindow) -> None:
    frame = frame_of(window)
    view = areas(window, frame.id)
    inside = [node for node in window.session.graph.nodes if holds(frame, node)]
    facts = window.session.inference.facts
    assert view.facts.text() == (
        f"Layers: {len(inside)}\nParameters: {sum(facts[node.id].parameters for node in inside):,}"
    )
    view.title.setFocus()
    view.title.selectAll()
    QTest.keyClicks(view.title, "First half")
    QTest.keyClick(view.title, Qt.Key.Key_Return)
    assert frame_of(window).title == "First half"
    QTest.mouseClick(view.tints.button(TINTS.index("pink")), Qt.MouseButton.LeftButton)
    assert frame_of(window).color == "pink"
    assert [view.tints.button(number).isChecked() for number in range(len(TINTS))] == [t == "pink" for t in TINTS]
    assert view.fold.text() == "Collapse"
    view.fold.click()
    assert frame_of(window).collapsed and areas(window, frame.id).fold.text() == "Expand"
    view.fold.click()
    assert not frame_of(window).collapsed
    view.contents.click()
    assert window.session.selection == {node.id for node in inside}
    view = areas(window, frame.id)
    view.delete.click()
    assert window.session.graph.frames == () and "conv1" in window.session.graph.by_id
    for _ in range(5):
        window.session.undo_stack.undo()
    assert frame_of(window) == frame


def test_a_note_is_written_as_one_step(window: MainWindow) -> None:
    view = areas(window, "note1")
    assert view.text.toPlainText() == "Read me" and not view.title.isVisible()
    steps = window.session.undo_stack.count()
    view.text.setFocus()
    view.text.moveCursor(view.text.textCursor().MoveOperation.End)
    QTest.keyClicks(view.text, " twice")
    (note,) = window.session.graph.notes
    assert note.text == "Read me twice"
    assert window.session.undo_stack.count() == steps + 1
    window.session.undo_stack.undo()
    assert view.text.toPlainText() == "Read me"  # the field follows


def test_several_are_coloured_together_and_none_shows_the_network(window: MainWindow, qtbot: QtBot) -> None:
    frame = frame_of(window)
    view = areas(window, frame.id, "note1")
    assert view.heading.text() == "2 frames and notes"
    assert not any(view.tints.button(number).isChecked() for number in range(len(TINTS)))
    view.tints.button(TINTS.index("sky")).click()
    assert {frame_of(window).color, window.session.graph.notes[0].color} == {"sky"}
    window.session.undo_stack.undo()
    assert frame_of(window).color == "green"
    window.canvas.view.canvas_scene.annotations.select(())
    assert not isinstance(window.workbench.inspector.layer_page.current, AreaView)
