"""What a view pins onto cards: seen at each zoom, told by the pointer, on the block of a layer inside, gone with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from playground.core.edits import SetParams
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project
from playground.protocol import CompareSeen, FromData
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.card_note import CardNote
from playground.ui.canvas.card_notes import CardNotes
from playground.ui.canvas.tooltips import tooltip
from playground.ui.main_window import MainWindow
from playground.ui.project_session import ProjectSession
from playground.ui.views.compare.columns import told
from playground.ui.views.compare.view import CompareView

NOTE = CardNote("A and B part here", "0.4 is less than 0.5 <here>")
LONG = 30_000


def picture(panel: CanvasPanel) -> QImage:
    return panel.view.viewport().grab().toImage()


def noted(panel: CanvasPanel) -> dict[str, str]:
    return {key: item.note.text for key, item in panel.view.canvas_scene.nodes.items() if item.note is not None}


def test_a_note_is_painted_and_told_and_goes(panel: CanvasPanel, session: ProjectSession) -> None:
    notes, item = CardNotes(panel, session, lambda: session.project), panel.view.canvas_scene.nodes["conv1"]
    corner = QPointF(item.rect.left() + 20, item.rect.top() - 4)
    bare, told_before = picture(panel), tooltip(panel.view.canvas_scene, corner, 4)
    notes.pin("Classifier", {"conv1": NOTE})
    assert noted(panel) == {"conv1": NOTE.text}
    assert picture(panel) != bare
    assert tooltip(panel.view.canvas_scene, corner, 4) == "0.4 is less than 0.5 &lt;here&gt;"
    assert "Conv 2D 1" in tooltip(panel.view.canvas_scene, item.rect.center(), 4)
    notes.pin("Classifier", {"dense1": NOTE})
    assert noted(panel) == {"dense1": NOTE.text}
    notes.clear()
    assert noted(panel) == {}
    assert picture(panel) == bare
    assert tooltip(panel.view.canvas_scene, corner, 4) == told_before


def test_a_layer_that_was_edited_is_no_more_the_one_that_was_looked_at(
    panel: CanvasPanel, session: ProjectSession
) -> None:
    trained = session.project
    notes = CardNotes(panel, session, lambda: trained)
    notes.pin("Classifier", {"conv1": NOTE})
    session.do(SetParams("Classifier", "conv1", {"filters": 9}))
    assert noted(panel) == {}
    session.undo_stack.undo()
    assert noted(panel) == {"conv1": NOTE.text}


def test_a_block_bears_the_note_of_a_layer_inside(
    make_panel: Callable[..., CanvasPanel], session: ProjectSession
) -> None:
    inner = Graph(
        nodes=(Node(id="input1", type="Input"), Node(id="dense1", type="Dense", params={"units": 4}, x=232.0)),
        links=(Link(source="input1", target="dense1"),),
    )
    outer = Graph(
        nodes=(Node(id="input1", type="Input"), Node(id="block1", type="Block", params={"network": "Inner"}, x=232.0)),
        links=(Link(source="input1", target="block1"),),
    )
    session.open(Project(networks={"Classifier": outer, "Inner": inner}))
    panel = make_panel(session)
    notes = CardNotes(panel, session, lambda: session.project)
    notes.pin("Classifier", {"block1.dense1": NOTE})
    assert noted(panel) == {"block1": NOTE.text}
    assert panel.view.trail.enter("block1")
    assert noted(panel) == {"dense1": NOTE.text}
    assert panel.view.trail.leave()
    assert noted(panel) == {"block1": NOTE.text}


def test_where_two_samples_part_is_marked_while_the_view_is_seen(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window("spiral-2d", in_thread=True)
    window.show_workbench()
    docks = window.workbench.docks
    view = docks.open("compare")
    assert isinstance(view, CompareView)
    with qtbot.waitSignal(window.controller.progressed, timeout=LONG):
        window.controller.step()

    def seen() -> CompareSeen | None:
        return view._seen

    def looked_at(number: int) -> CompareSeen:
        wanted = FromData("test", number)
        view.turn_to(wanted)
        qtbot.waitUntil(lambda: (it := seen()) is not None and it.second == wanted, timeout=LONG)
        found = seen()
        assert found is not None
        return found

    assert looked_at(0).parted == ""  # A itself
    assert noted(window.canvas) == {}
    found = next(each for each in map(looked_at, range(30, 60)) if each.parted)
    assert noted(window.canvas) == {found.parted: "A and B part here"}
    item = window.canvas.view.canvas_scene.nodes[found.parted]
    assert item.note is not None
    assert item.note.tip == told(found)
    window.plots.strip.bar.setCurrentIndex(0)
    assert not view.isVisible()
    assert noted(window.canvas) == {}
    docks.open("compare")
    qtbot.waitUntil(lambda: noted(window.canvas) == {found.parted: "A and B part here"}, timeout=LONG)
    window.controller.reset()
    assert noted(window.canvas) == {}
