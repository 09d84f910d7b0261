"""Zoom, pan, fit, the overview, and what is remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.core.graph import Graph, Node
from playground.core.project import Project
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.navigation import SMALLEST
from playground.ui.project_session import ProjectSession
from playground.ui.theme import theme

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def turn(panel: CanvasPanel, at: QPointF, angle: int) -> None:
    over = QPointF(panel.view.viewport().mapToGlobal(at.toPoint()))
    event = QWheelEvent(
        at, over, QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(panel.view.viewport(), event)


def test_the_wheel_zooms_to_the_pointer(panel: CanvasPanel) -> None:
    at = QPointF(300, 200)
    under = panel.view.to_scene(at)
    turn(panel, at, 240)
    assert panel.view.zoom == pytest.approx(1.44)
    assert (panel.view.to_scene(at) - under).manhattanLength() < 1.5
    turn(panel, at, -9600)
    assert panel.view.zoom == pytest.approx(SMALLEST)


def test_zoom_keys_and_the_signal(panel: CanvasPanel, qtbot: QtBot) -> None:
    zooms: list[float] = []
    panel.view.zoom_changed.connect(zooms.append)
    qtbot.keyClick(panel.view, Qt.Key.Key_Equal, CONTROL)
    qtbot.keyClick(panel.view, Qt.Key.Key_Minus, CONTROL)
    qtbot.keyClick(panel.view, Qt.Key.Key_Minus, CONTROL)
    qtbot.keyClick(panel.view, Qt.Key.Key_0, CONTROL)
    assert zooms == [pytest.approx(1.2), pytest.approx(1.0), pytest.approx(1 / 1.2), 1.0]


def test_zoom_to_selection(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    """As large as it fits, by either of its keys; with nothing selected to the whole network."""
    view = panel.view
    for key, keys in ((Qt.Key.Key_2, CONTROL), (Qt.Key.Key_At, Qt.KeyboardModifier.ShiftModifier)):
        session.select(["conv1", "relu1"])
        view.navigator.zoom_to(0.3)
        qtbot.keyClick(view, key, keys)
        wanted = view.canvas_scene.nodes["conv1"].rect.united(view.canvas_scene.nodes["relu1"].rect)
        assert view.navigator.visible.contains(wanted)
        assert view.zoom == pytest.approx(min(2.0, (view.viewport().height() - 100) / (wanted.height() + 22)), rel=0.02)
        session.select(())
        qtbot.keyClick(view, key, keys)
        assert view.navigator.visible.contains(view.canvas_scene.content_rect())
    view.canvas_scene.select_links([session.graph.links[0]])
    view.fit_selection()
    assert view.zoom == 2.0


def test_the_middle_button_and_space_pan(hand, panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    before = panel.view.navigator.center
    start = QPointF(hand.view.to_scene(QPointF(300, 300)))
    hand.press(start, button=Qt.MouseButton.MiddleButton)
    point = QPointF(hand.at(start)) + QPointF(50, -30)
    hand.move(panel.view.to_scene(point))
    hand.release(panel.view.to_scene(point))
    moved = panel.view.navigator.center - before
    assert (moved.x(), moved.y()) == (pytest.approx(-50, abs=1.5), pytest.approx(30, abs=1.5))
    qtbot.keyPress(panel.view, Qt.Key.Key_Space)
    card = hand.card("conv1")
    hand.press(card)
    hand.move(card + QPointF(40, 0))
    hand.release(card)
    qtbot.keyRelease(panel.view, Qt.Key.Key_Space)
    assert session.graph.by_id["conv1"].x == 232.0
    assert session.undo_stack.count() == 0


def test_fit_shows_all_and_never_blows_up(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    panel.view.navigator.zoom_to(3.0)
    qtbot.keyClick(panel.view, Qt.Key.Key_F)
    assert panel.view.zoom == 1.0
    assert panel.view.navigator.visible.contains(panel.view.canvas_scene.content_rect())
    session.open(Project(networks={"Classifier": Graph(nodes=(Node(id="input1", type="Input", x=5000.0, y=5000.0),))}))
    assert panel.view.zoom == 1.0
    assert panel.view.navigator.visible.contains(panel.view.canvas_scene.nodes["input1"].rect)


def test_what_is_gone_to_is_clear_of_the_tabs_and_what_is_seen_already_stays(panel: CanvasPanel) -> None:
    navigator, view = panel.view.navigator, panel.view
    tabs = panel.tabs.geometry().bottom()
    card = view.canvas_scene.nodes["conv1"].rect
    for away in (QPointF(-900, 0), QPointF(0, 700), QPointF(900, -700), QPointF(0, -card.height())):
        navigator.center_on(card.center() + away)
        navigator.show_rect(card)
        shown = view.viewportTransform().mapRect(card)
        assert QRectF(view.viewport().rect()).contains(shown) and shown.top() > tabs
        seen = navigator.center
        navigator.show_rect(card)
        assert navigator.center == seen
    navigator.zoom_to(3.0)
    navigator.show_rect(view.canvas_scene.content_rect())  # larger than the window: its beginning
    shown = view.viewportTransform().mapRect(view.canvas_scene.content_rect())
    assert 0 < shown.left() < view.viewport().width() / 4
    assert tabs < shown.top() < view.viewport().height() / 2


def test_where_one_looked_is_remembered_for_each_network(panel: CanvasPanel, session: ProjectSession) -> None:
    graph = session.graph
    session.open(Project(networks={"A": graph, "B": Graph()}))
    panel.view.navigator.zoom_to(1.5)
    panel.view.navigator.center_on(QPointF(300, 100))
    assert not session.dirty
    session.show_network("B")
    assert panel.view.zoom == 1.0
    session.show_network("A")
    assert panel.view.zoom == 1.5
    assert (panel.view.navigator.center - QPointF(300, 100)).manhattanLength() < 2


def test_tabs_show_the_networks(panel: CanvasPanel, session: ProjectSession) -> None:
    session.open(Project(networks={"Generator": session.graph, "Discriminator": Graph()}))
    assert panel.tabs.names == ["Discriminator", "Generator"]
    assert session.network == "Discriminator"  # the first by name trains
    panel.tabs.setCurrentIndex(1)
    assert session.network == "Generator"
    assert panel.view.canvas_scene.nodes


def test_an_empty_canvas_says_how_to_begin(panel: CanvasPanel, session: ProjectSession) -> None:
    assert not panel._hint.isVisible()
    session.open(Project())
    assert panel._hint.isVisible()
    panel.view.add_layer("Input")
    assert not panel._hint.isVisible()


def test_the_overview_shows_when_something_is_out_of_view(panel: CanvasPanel, qtbot: QtBot) -> None:
    panel.view.fit()
    assert not panel.minimap.isVisible()
    panel.view.navigator.zoom_to(2.5)
    assert panel.minimap.isVisible()
    qtbot.mouseClick(panel.minimap, Qt.MouseButton.LeftButton, pos=QPoint(12, 42))
    left = panel.view.navigator.center.x()
    qtbot.mouseClick(panel.minimap, Qt.MouseButton.LeftButton, pos=QPoint(130, 42))
    assert panel.view.navigator.center.x() > left + 400
    panel.resize(400, 300)
    assert not panel.minimap.isVisible()


def test_go_to_centres_a_layer_that_is_out_of_sight(panel: CanvasPanel, session: ProjectSession) -> None:
    panel.view.navigator.zoom_to(2.0)
    panel.view.center_on_node("input1")
    session.go_to("Classifier", "dense1")
    middle = panel.view.canvas_scene.nodes["dense1"].rect.center()
    assert (panel.view.navigator.center - middle).manhattanLength() < 3
    assert session.selection == {"dense1"}


def test_another_theme_repaints(panel: CanvasPanel, qapp: QApplication) -> None:
    light = panel.view.viewport().grab().toImage().pixelColor(3, panel.view.height() - 3)
    theme().apply(qapp, "dark")
    dark = panel.view.viewport().grab().toImage().pixelColor(3, panel.view.height() - 3)
    assert light.lightness() > 200
    assert dark.lightness() < 60


def test_far_and_near_are_painted(panel: CanvasPanel, session: ProjectSession) -> None:
    """Each level of detail draws the card in its family's colour at its head."""
    for zoom in (0.15, 0.4, 0.7, 1.0, 2.5):
        panel.view.navigator.zoom_to(zoom)
        panel.view.center_on_node("dense1")
        image = panel.view.viewport().grab().toImage()
        head = panel.view.canvas_scene.nodes["dense1"].rect.topLeft() + QPointF(84, 5)
        at = panel.view.viewportTransform().map(head).toPoint() * image.devicePixelRatio()
        assert image.pixelColor(at).name() == "#0072b2"
