"""Frames and notes under the mouse and the keys of a person."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from playground.core.annotations import Note
from playground.core.block_edits import AddNetwork, new_block_network
from playground.core.edits import AddNodes
from playground.core.frame_edits import AddAnnotations
from playground.core.framing import contents
from playground.core.graph import Node
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.frames.frame_item import FrameItem
from playground.ui.canvas.menus import menu_at
from playground.ui.project_session import ProjectSession
from playground.ui.theme import theme

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


@pytest.fixture
def framed(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> FrameItem:
    """A frame named Middle around Conv 2D and Flatten."""
    session.select(["conv1", "flatten1"])
    qtbot.keyClick(panel.view, Qt.Key.Key_G, CONTROL | ALT)
    editor = panel.view.frames._title
    assert editor is not None
    assert editor.isVisible()
    editor.selectAll()
    QTest.keyClicks(editor, "Middle")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    return panel.view.canvas_scene.annotations.frames["frame1"]


def on_bar(item: FrameItem) -> QPointF:
    return item.rect.topLeft() + QPointF(item.rect.width() / 2, 16)


def place(session: ProjectSession, key: str) -> tuple[float, float]:
    node = session.graph.by_id[key]
    return node.x, node.y


def test_a_frame_is_made_around_the_selection_and_named_at_once(framed: FrameItem, session: ProjectSession) -> None:
    frame = session.graph.frames[0]
    assert (frame.title, framed.title) == ("Middle", "Middle")
    assert framed.rect.left() < 232
    assert framed.rect.right() > 464 + 168
    assert session.undo_stack.undoText() == "Rename frame"


def test_its_title_is_written_below_the_tabs(panel: CanvasPanel, session: ProjectSession) -> None:
    card, tabs = panel.view.canvas_scene.nodes["conv1"].rect, panel.tabs.geometry().bottom()
    panel.view.navigator.pan(0, tabs + 35 - panel.view.viewportTransform().mapRect(card).top())
    session.select(["input1", "conv1"])
    panel.view.frame_selection()
    editor = panel.view.frames._title
    assert editor is not None
    assert editor.geometry().top() > tabs


def test_without_a_selection_it_says_what_to_do(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.refused) as refused:
        qtbot.keyClick(panel.view, Qt.Key.Key_G, CONTROL | ALT)
    assert refused.args == ["Select the layers that the frame shall hold."]


def test_dragging_the_title_takes_along_what_lies_in_it_as_one_step(framed, hand, session: ProjectSession) -> None:
    steps, start = session.undo_stack.count(), on_bar(framed)
    hand.drag(start, start + QPointF(60, 200))
    x, y = place(session, "conv1")
    assert abs(x - 292) <= 8  # where a guide may have drawn it
    assert abs(y - 200) <= 8
    assert place(session, "flatten1") == (x + 232.0, y)
    assert (session.graph.frames[0].x, session.graph.frames[0].y) == (x - 32, y - 64)
    assert place(session, "dense1") == (696.0, 0.0)
    assert session.undo_stack.count() == steps + 1
    assert session.undo_stack.undoText() == "Move frame"
    session.undo_stack.undo()
    assert place(session, "conv1") == (232.0, 0.0)


def test_a_drag_that_is_given_up_leaves_no_trace(framed, hand, panel: CanvasPanel, session, qtbot: QtBot) -> None:
    before, start = session.project, on_bar(framed)
    hand.press(start)
    hand.move(start + QPointF(80, 80))
    assert panel.view.canvas_scene.nodes["conv1"].x() > 300
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert panel.view.canvas_scene.nodes["conv1"].x() == 232.0
    assert session.project is before


def test_a_layer_dragged_out_no_longer_goes_with_it(framed, hand, session: ProjectSession) -> None:
    hand.drag(hand.card("conv1"), hand.card("conv1") + QPointF(0, 300))
    hand.drag(on_bar(framed), on_bar(framed) + QPointF(0, -40))
    assert abs(place(session, "conv1")[1] - 300) <= 8
    assert abs(place(session, "flatten1")[1] + 40) <= 8


def test_edges_and_corners_resize(framed, hand, session: ProjectSession) -> None:
    rect = framed.rect
    hand.drag(rect.bottomRight(), rect.bottomRight() + QPointF(40, 60))
    assert (session.graph.frames[0].width, session.graph.frames[0].height) == (rect.width() + 40, rect.height() + 60)
    off_links = rect.top() + 70
    hand.drag(QPointF(rect.left(), off_links), QPointF(rect.right() + 10, off_links))
    assert session.graph.frames[0].width == FrameItem.least[0]
    assert session.undo_stack.undoText() == "Resize frame"


def test_its_inside_is_canvas_a_rubber_band_starts_there(framed, hand, session: ProjectSession) -> None:
    inside = QPointF(framed.rect.left() + 8, framed.rect.bottom() - 8)
    hand.drag(inside, QPointF(framed.rect.right() - 8, 60))
    assert session.selection == {"conv1", "flatten1"}


def test_deleting_it_keeps_its_layers(framed, hand, panel: CanvasPanel, session, qtbot: QtBot) -> None:
    hand.click(on_bar(framed))
    assert panel.view.canvas_scene.annotations.selected == {"frame1"}
    assert session.selection == frozenset()
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert session.graph.frames == ()
    assert "conv1" in session.graph.by_id
    assert session.undo_stack.undoText() == "Delete frame"


def test_it_folds_to_a_card_at_whose_border_its_links_end(framed, hand, panel: CanvasPanel, session) -> None:
    scene = panel.view.canvas_scene
    hand.click(framed.rect.topLeft() + QPointF(16, 16))  # the sign before the title
    assert session.graph.frames[0].collapsed
    assert not scene.nodes["conv1"].isVisible()
    card = framed.rect
    assert (card.width(), card.height()) == (168, 104)
    assert framed.told[0] == "2 layers"
    into = scene.links["input1", "out", "conv1", "in"].route.path
    out = scene.links["flatten1", "out", "dense1", "in"].route.path
    assert into.pointAtPercent(1).x() == card.left()
    assert out.pointAtPercent(0).x() == card.right()
    assert scene.links["conv1", "out", "flatten1", "in"].folded
    assert scene.node_at(QPointF(640, 60)) is None  # where Flatten stood


def test_a_collapsed_one_is_dragged_with_what_it_holds(framed, hand, panel: CanvasPanel, session) -> None:
    panel.view.frames.commands.collapse(["frame1"])
    hand.drag(framed.rect.center(), framed.rect.center() + QPointF(0, 400))
    assert abs(place(session, "conv1")[1] - 400) <= 8
    assert session.graph.frames[0].collapsed
    hand.double_click(framed.rect.center() + QPointF(0, 30))
    assert not session.graph.frames[0].collapsed
    assert panel.view.canvas_scene.nodes["conv1"].isVisible()


def test_going_to_a_layer_opens_the_frame_that_hides_it(framed, panel: CanvasPanel, session) -> None:
    panel.view.frames.commands.collapse(["frame1"])
    session.go_to("Classifier", "flatten1")
    assert not session.graph.frames[0].collapsed
    assert session.selection == {"flatten1"}


def test_keys_collapse_the_frame_around_the_selected_layer(framed, panel: CanvasPanel, session, qtbot) -> None:
    session.select(["conv1"])
    qtbot.keyClick(panel.view, Qt.Key.Key_C, CONTROL | ALT)
    assert session.graph.frames[0].collapsed
    assert session.selection == frozenset()
    qtbot.keyClick(panel.view, Qt.Key.Key_C, CONTROL | ALT)
    assert not session.graph.frames[0].collapsed


def test_its_menu_colours_it_and_deletes_it_with_its_layers(framed, hand, panel: CanvasPanel, session) -> None:
    menu = menu_at(panel.view, QPointF(hand.at(on_bar(framed))))
    colors = next(action.menu() for action in menu.actions() if action.text() == "Colour")
    next(action for action in colors.actions() if action.text() == "Violet").trigger()
    assert session.graph.frames[0].color == "violet"
    menu = menu_at(panel.view, QPointF(hand.at(on_bar(framed))))
    next(action for action in menu.actions() if action.text() == "Delete the frame and its layers").trigger()
    assert session.graph.by_id.keys() == {"input1", "dense1", "relu1"}
    assert session.graph.frames == ()


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key.Key_V])
def test_a_copy_of_a_frame_lies_beside_it_and_each_holds_its_own(key, framed, panel, session, qtbot) -> None:
    qtbot.keyClick(panel.view, Qt.Key.Key_A, CONTROL)
    if key == Qt.Key.Key_V:
        qtbot.keyClick(panel.view, Qt.Key.Key_C, CONTROL)
    before = session.graph
    qtbot.keyClick(panel.view, key, CONTROL)
    after = session.graph
    assert len(after.nodes) == 2 * len(before.nodes) and len(after.frames) == 2
    assert contents(after, after.frames[0]) == {"conv1", "flatten1"}
    assert contents(after, after.frames[1]) == {"conv2", "flatten2"}


def test_ctrl_a_leaves_out_what_a_collapsed_frame_has_put_away(framed, panel: CanvasPanel, session, qtbot) -> None:
    panel.view.frames.commands.toggle_collapse()
    assert session.graph.frames[0].collapsed
    qtbot.keyClick(panel.view, Qt.Key.Key_A, CONTROL)
    assert session.selection == {"input1", "dense1", "relu1"}
    assert panel.view.canvas_scene.annotations.selected == {"frame1"}


def test_what_is_put_away_stays_where_it_was_when_a_layer_goes_in_before(framed, panel: CanvasPanel, session) -> None:
    panel.view.frames.commands.toggle_collapse()
    before = {key: place(session, key) for key in ("conv1", "flatten1")}
    link = next(link for link in session.graph.links if link.target == "conv1")
    assert panel.view.composer.rewiring.add_between("ReLU", link, None) is not None
    assert {key: place(session, key) for key in before} == before


def test_undo_in_the_middle_of_dragging_a_layer_that_goes_with_it(framed, hand, panel: CanvasPanel, session) -> None:
    session.do(AddNodes(session.network, (Node(id="tanh1", type="Tanh", x=0.0, y=400.0),)))
    card = hand.card("tanh1")
    hand.press(card)
    hand.move(card + QPointF(60, 20))
    session.undo_stack.undo()
    assert "tanh1" not in session.graph.by_id and "tanh1" not in panel.view.canvas_scene.nodes
    hand.release(card)


# --- notes -------------------------------------------------------------------------------------------------------


@pytest.fixture
def note(panel: CanvasPanel, session: ProjectSession) -> str:
    """A note that says hello, below the layers."""
    panel.view.frames.add_note(QPointF(500, 300))
    editor = panel.view.frames._text
    assert editor is not None
    assert editor.isVisible()
    QTest.keyClicks(editor, "# Hello")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "fed by **noise**")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    return session.graph.notes[0].id


def test_a_note_is_written_in_place_and_laid_out_as_markdown(note: str, panel: CanvasPanel, session) -> None:
    assert session.graph.notes[0].text == "# Hello\nfed by **noise**"
    item = panel.view.canvas_scene.annotations.notes[note]
    assert item.words.split() == ["Hello", "fed", "by", "noise"]
    session.undo_stack.undo()
    assert session.graph.notes[0].text == ""


def test_what_is_being_written_becomes_the_note_s_though_another_network_is_shown(note, panel, session) -> None:
    shown, other = session.network, "Head"
    session.do(AddNetwork(other, new_block_network()))
    session.do(AddAnnotations(other, notes=(Note(id=note, text="mine", x=0.0, y=0.0),)))
    session.show_network(shown)
    panel.view.frames.write(note)
    panel.view.frames._text.setPlainText("written in the meantime")
    session.show_network(other)
    texts = {name: graph.notes[0].text for name, graph in session.project.networks.items()}
    assert texts == {shown: "written in the meantime", other: "mine"}


def test_a_double_click_writes_it_on(note: str, hand, panel: CanvasPanel, session) -> None:
    hand.double_click(QPointF(560, 360))
    editor = panel.view.frames._text
    assert editor is not None
    assert editor.note == note
    assert editor.toPlainText() == "# Hello\nfed by **noise**"
    QTest.keyClicks(editor, "Anew")
    panel.view.setFocus()
    panel.view.navigator.pan(5, 5)  # looking elsewhere ends it
    assert session.graph.notes[0].text == "Anew"


def test_a_note_loads_no_picture_from_anywhere(note: str, panel: CanvasPanel, tmp_path) -> None:
    secret = tmp_path / "secret.png"
    panel.grab().save(str(secret))
    item = panel.view.canvas_scene.annotations.notes[note]
    item.show_note(item.note.replace(text=f"![x]({secret})"))
    panel.grab()
    assert item.text_height < 200  # the picture has the height of the canvas
    assert item._layout().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(str(secret))).width() == 1


def test_notes_are_selected_copied_duplicated_nudged_and_deleted_like_layers(
    note: str, hand, panel: CanvasPanel, session: ProjectSession, qtbot: QtBot
) -> None:
    hand.click(QPointF(560, 360))
    hand.click(hand.card("relu1"), SHIFT)
    assert panel.view.canvas_scene.annotations.selected == {note}
    assert session.selection == {"relu1"}
    qtbot.keyClick(panel.view, Qt.Key.Key_D, CONTROL)
    assert len(session.graph.notes) == 2
    assert "relu2" in session.graph.by_id
    assert panel.view.canvas_scene.annotations.selected == {"note2"}
    before = session.graph.notes[1].x
    qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    assert session.graph.notes[1].x == before + 4
    qtbot.keyClick(panel.view, Qt.Key.Key_C, CONTROL)
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert len(session.graph.notes) == 1
    assert "relu2" not in session.graph.by_id
    panel.view.paste()
    assert [known.text for known in session.graph.notes] == ["# Hello\nfed by **noise**"] * 2


def test_dragging_a_selected_layer_takes_the_selected_note_along(note: str, hand, panel, session) -> None:
    panel.view.select_all()
    hand.drag(hand.card("relu1"), hand.card("relu1") + QPointF(40, 0))
    assert session.graph.notes[0].x - 500 == place(session, "input1")[0] > 30


# --- text on the clipboard ---------------------------------------------------------------------------------------


def test_a_typed_list_of_layers_is_pasted_as_a_chain(panel: CanvasPanel, session: ProjectSession) -> None:
    QGuiApplication.clipboard().setText('[{"type": "Conv2D", "filters": 7}, {"type": "ReLU"}]')
    panel.view.paste_at(QPointF(700, 450))
    assert session.graph.by_id["conv2"].params == {"filters": 7}
    assert any(link.source == "conv2" and link.target == "relu2" for link in session.graph.links)
    assert session.selection == {"conv2", "relu2"}


def test_a_list_with_a_mistake_says_where(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText('[{"type": "Conv2D"}, {"type": "Rellu"}]')
    with qtbot.waitSignal(session.refused) as refused:
        panel.view.paste()
    assert refused.args == ['This text is no list of layers. Layer 2: there is no layer "Rellu". Did you mean ReLU?']


def test_what_is_copied_as_text_is_pasted_again(panel: CanvasPanel, session: ProjectSession) -> None:
    session.select(["conv1", "flatten1"])
    panel.view.copy_text()
    assert QGuiApplication.clipboard().text().splitlines()[1] == ('  {"type": "Conv2D", "filters": 8, "kernel": 3},')
    panel.view.paste()
    assert {"conv2", "flatten2"} == session.selection


def test_such_a_text_dropped_on_the_canvas_lands_there(hand, session: ProjectSession) -> None:
    data = QMimeData()
    data.setText('["Dropout"]')
    assert hand.drop(data, QPointF(600, 350))
    node = next(node for node in session.graph.nodes if node.type == "Dropout")
    assert abs(node.x + 84 - 600) <= 4
    assert abs(node.y + 52 - 350) <= 10
    words = QMimeData()
    words.setText("hello")
    assert not hand.drop(words, QPointF(600, 350))


@pytest.mark.parametrize("name", ["light", "dark", "contrast-light", "contrast-dark"])
def test_they_are_painted_at_every_zoom_in_every_theme(
    name: str, framed: FrameItem, note: str, panel: CanvasPanel, qapp, make_panel: Callable[..., CanvasPanel]
) -> None:
    theme().apply(qapp, name)
    for zoom in (1.0, 0.4, 0.12):
        panel.view.navigator.zoom_to(zoom)
        image = panel.view.grab().toImage()
        at = panel.view.viewportTransform().map(framed.rect.center() + QPointF(0, framed.rect.height() / 2 - 8))
        ratio = image.devicePixelRatio()
        assert image.pixelColor(int(at.x() * ratio), int(at.y() * ratio)) != theme().color("muted")
    assert framed.title_item.isVisible()


def test_a_note_grows_with_what_is_written_in_it(panel: CanvasPanel, session: ProjectSession) -> None:
    commands = panel.view.frames.commands
    note = Note(id="note9", text="", x=0.0, y=400.0, width=160.0, height=80.0)
    session.do(AddAnnotations(session.network, notes=(note,)))
    commands.set_text("note9", "short", session.network)
    assert session.graph.notes[0].height == 80.0
    long = "This block goes here because it has to see what the layers before it made of it. " * 3
    commands.set_text("note9", long, session.network)
    item = panel.view.canvas_scene.annotations.item("note9")
    assert session.graph.notes[0].height >= item.text_height
    session.undo_stack.undo()
    assert session.graph.notes[0].height == 80.0
