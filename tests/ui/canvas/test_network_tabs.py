"""The tabs above the canvas: networks added, renamed, duplicated, used, trained, deleted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from playground.core.block_edits import AddNetwork, Group, RemoveNetwork
from playground.core.graph import Graph
from playground.core.project import Project, View
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.network_tabs import in_order
from playground.ui.main_window import MainWindow
from playground.ui.project_session import ProjectSession

NET = "Classifier"
Choose = Callable[[str, str], None]


@pytest.fixture
def choose(panel: CanvasPanel) -> Choose:
    """Picks an entry of a tab's menu."""

    def pick(network: str, text: str) -> None:
        menu = panel.tabs.menu_for(network)
        action: QAction = next(action for action in menu.actions() if action.text() == text)
        assert action.isEnabled()
        action.trigger()

    return pick


def click_tab(panel: CanvasPanel, qtbot: QtBot, name: str, *, double: bool = False) -> None:
    at = panel.tabs.tabRect(panel.tabs.names.index(name)).center()
    act = qtbot.mouseDClick if double else qtbot.mouseClick
    act(panel.tabs, Qt.MouseButton.LeftButton, pos=at)


def test_a_new_network_is_shown_and_named_at_once(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.new_network, Qt.MouseButton.LeftButton)
    assert session.network == "Network 1"
    editor = panel.tabs._editor
    assert editor.isVisible()
    assert editor.hasSelectedText()
    editor.setText("Encoder")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert panel.tabs.names == [NET, "Encoder"]
    assert session.network == "Encoder"
    assert session.project.main_network == NET
    session.undo_stack.undo()
    assert session.network == "Network 1"
    session.undo_stack.undo()
    assert (session.network, panel.tabs.names) == (NET, [NET])
    session.undo_stack.redo()
    assert session.network == "Network 1"


def test_a_double_click_renames_and_escape_does_not(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    session.remember_view(NET, View(x=7.0, y=8.0, zoom=0.5))
    click_tab(panel, qtbot, NET, double=True)
    panel.tabs._editor.setText("Digits")
    qtbot.keyClick(panel.tabs._editor, Qt.Key.Key_Escape)
    assert panel.tabs.names == [NET]
    click_tab(panel, qtbot, NET, double=True)
    panel.tabs._editor.setText("Digits")
    qtbot.keyClick(panel.tabs._editor, Qt.Key.Key_Return)
    assert (session.network, panel.tabs.names) == ("Digits", ["Digits"])
    view = session.view("Digits")
    assert view is not None
    assert view.zoom == pytest.approx(0.5)
    assert session.selection == frozenset()


def test_a_name_that_is_no_name_is_refused(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    panel.tabs.rename(NET)
    panel.tabs._editor.setText("42")
    with qtbot.waitSignal(session.refused) as refused:
        qtbot.keyClick(panel.tabs._editor, Qt.Key.Key_Return)
    assert refused.args == ["A network's name begins with a letter and has up to 40 letters, digits, spaces, - and _."]
    assert panel.tabs.names == [NET]


def test_the_network_that_trains_comes_first_and_is_marked(
    panel: CanvasPanel, session: ProjectSession, choose: Choose
) -> None:
    assert not panel.tabs._marked(0)  # alone it needs none
    session.do(AddNetwork("Adapter"))
    assert panel.tabs.names == [NET, "Adapter"]
    assert panel.tabs._marked(0)
    assert panel.tabs.tabToolTip(0) == "Classifier trains"
    assert panel.tabs.tabToolTip(1) == "Stands in no network yet"
    choose("Adapter", "Train this network")
    assert (session.project.main_network, session.check.main) == ("Adapter", "Adapter")
    assert panel.tabs.names == ["Adapter", NET]
    assert session.network == "Adapter"


def test_numbers_in_names_count() -> None:
    names = ["Main", "Block 10", "Block 9", "block 2"]
    project = Project(networks={name: Graph() for name in names}, main="Main")
    assert in_order(project) == ["Main", "block 2", "Block 9", "Block 10"]


def test_duplicate_use_and_delete(panel: CanvasPanel, session: ProjectSession, choose: Choose, qtbot: QtBot) -> None:
    choose(NET, "Duplicate")
    assert session.network == "Classifier 2"  # the copy is what one goes on with
    session.show_network(NET)
    choose("Classifier 2", "Use as a block in Classifier")
    assert session.graph.by_id["block1"].params["network"] == "Classifier 2"
    assert panel.tabs.tabToolTip(1) == "Stands in Classifier"
    use = next(a for a in panel.tabs.menu_for(NET).actions() if a.text().startswith("Use"))
    assert not use.isEnabled()  # not in itself
    with qtbot.waitSignal(session.refused) as refused:
        choose("Classifier 2", "Delete")
    assert refused.args == ["Classifier 2 stands in Classifier as Block 1. Remove or ungroup that first."]
    session.undo_stack.undo()
    choose("Classifier 2", "Delete")
    assert panel.tabs.names == [NET]
    assert not next(a for a in panel.tabs.menu_for(NET).actions() if a.text() == "Delete").isEnabled()


def test_undo_shows_a_network_that_comes_back(panel: CanvasPanel, session: ProjectSession) -> None:
    session.do(AddNetwork("Encoder"))
    session.do(RemoveNetwork("Encoder"))
    assert session.network == NET
    session.undo_stack.undo()
    assert session.network == "Encoder"
    assert not panel.view.canvas_scene.nodes


def test_many_networks_stay_inside_the_canvas(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    for number in range(12):
        session.do(AddNetwork(f"A network with a long name {number}"))
    panel.resize(900, 600)
    assert panel.new_network.geometry().right() < panel.width()
    assert panel.tabs.geometry().right() < panel.new_network.x()
    session.show_network("A network with a long name 7")
    assert panel.tabs.rect().intersects(panel.tabs.tabRect(panel.tabs.currentIndex()))


def test_grouping_stays_where_one_is(panel: CanvasPanel, session: ProjectSession) -> None:
    session.do(Group(NET, frozenset({"conv1"})))
    assert session.network == NET
    assert panel.tabs.names == [NET, "Block 1"]


def test_a_new_tab_has_its_room_before_the_sample(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_window("digits-cnn", in_thread=True)
    window.resize(1280, 800)
    canvas = window.canvas
    qtbot.waitUntil(lambda: canvas.sample.isVisible() and bool(canvas.sample.words.text()), timeout=60_000)
    window.session.select(["conv1", "pool1"])
    window.menu_actions.group.trigger()
    assert canvas.tabs.count() == 2
    assert canvas.tabs.width() == canvas.tabs.sizeHint().width()
    assert canvas.new_network.geometry().right() < canvas.sample.geometry().left()
