"""The overview: what it marks, where it stands, and how one looks around with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.core.edits import Move, SetParams
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.look import look
from playground.ui.canvas.minimap import Minimap
from playground.ui.project_session import ProjectSession
from playground.ui.settings import settings


def wide(rows: int = 6) -> Graph:
    """Rows of twelve layers, each linked to the next."""
    count = 12 * rows
    nodes = [Node(id=f"relu{n}", type="ReLU", x=232.0 * (n % 12), y=220.0 * (n // 12)) for n in range(1, count)]
    links = [Link(source="input0", target="relu1")]
    links += [Link(source=f"relu{n}", target=f"relu{n + 1}") for n in range(1, count - 1)]
    return Graph(nodes=(Node(id="input0", type="Input"), *nodes), links=tuple(links))


@pytest.fixture
def overview(panel: CanvasPanel, session: ProjectSession) -> Minimap:
    session.open(Project(networks={"Classifier": wide()}))
    panel.view.navigator.zoom_to(1.0)
    panel.view.center_on_node("relu30")
    assert panel.minimap.isVisible()
    return panel.minimap


def picture(overview: Minimap) -> QImage:
    return overview.grab().toImage()


def place_of(overview: Minimap, node: str) -> QPointF:
    return overview._placed(overview._scene.nodes[node].rect).center()


def color_at(overview: Minimap, place: QPointF) -> QColor:
    image = picture(overview)
    ratio = image.devicePixelRatio()
    return image.pixelColor(round(place.x() * ratio), round(place.y() * ratio))


def drag(overview: Minimap, start: QPointF, end: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton

    def send(kind: QMouseEvent.Type, at: QPointF, button: Qt.MouseButton, down: Qt.MouseButton) -> None:
        over = overview.mapToGlobal(at)
        QApplication.sendEvent(overview, QMouseEvent(kind, at, over, button, down, Qt.KeyboardModifier.NoModifier))

    send(QMouseEvent.Type.MouseButtonPress, start, left, left)
    for step in range(1, 5):
        send(QMouseEvent.Type.MouseMove, start + (end - start) * (step / 4), none, left)
    send(QMouseEvent.Type.MouseButtonRelease, end, left, none)


def test_a_click_jumps_there(overview: Minimap, panel: CanvasPanel) -> None:
    item = panel.view.canvas_scene.nodes["relu47"]
    place = place_of(overview, "relu47")
    drag(overview, place, place)
    assert (panel.view.navigator.center - item.rect.center()).manhattanLength() < 40


def test_what_is_in_view_is_taken_along(overview: Minimap, panel: CanvasPanel) -> None:
    """By where one has taken hold of it: it does not jump under the pointer."""
    before, window = panel.view.navigator.center, overview._window
    grip = window.center() + QPointF(window.width() / 4, 0)
    drag(overview, grip, grip)
    assert (panel.view.navigator.center - before).manhattanLength() < 2
    drag(overview, grip, grip + QPointF(-12, 6))
    step = (overview._window.center() - window.center()) - QPointF(-12, 6)
    assert step.manhattanLength() < 1.5


def test_problems_and_the_selection_are_marked(overview: Minimap, session: ProjectSession) -> None:
    at = place_of(overview, "relu58")
    assert color_at(overview, at) == look().family("activation")
    session.do(SetParams("Classifier", "relu58", {"negative": "wrong"}))
    item = overview._scene.nodes["relu58"]
    assert item.face.mark is not None
    wanted = look().bad if item.face.mark == "error" else look().warn
    assert color_at(overview, at) == wanted
    session.undo_stack.undo()
    assert color_at(overview, at) == look().family("activation")
    before = picture(overview)
    session.select(["relu3", "relu58"])
    assert picture(overview) != before
    session.select(())
    assert picture(overview) == before


def test_it_follows_what_is_moved(hand, overview: Minimap, panel: CanvasPanel, session: ProjectSession, qtbot) -> None:
    """Not at every step: it is drawn when the drag rests, or has ended."""
    start = hand.card("relu30")
    before = overview._picture
    hand.press(start)
    hand.move(start + QPointF(60, 40))
    hand.move(start + QPointF(120, 80))
    assert overview._picture is before
    hand.release(start + QPointF(120, 80))
    qtbot.waitUntil(lambda: overview._picture is not before, timeout=30_000)
    session.do(Move("Classifier", {"relu30": (9000.0, 0.0)}))
    assert overview._world.contains(panel.view.canvas_scene.nodes["relu30"].rect)


def test_it_stands_where_it_covers_no_card(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    """In another corner, clear of what else floats there; where each has cards, in its own."""
    nodes = (Node(id="input1", type="Input", x=0.0, y=0.0), Node(id="relu1", type="ReLU", x=4000.0, y=3000.0))
    session.open(Project(networks={"Classifier": Graph(nodes=nodes)}))
    view, overview = panel.view, panel.minimap

    def covered() -> bool:
        area = view.mapToScene(overview.geometry()).boundingRect()
        return any(item.rect.intersects(area) for item in view.canvas_scene.nodes.values())

    view.navigator.zoom_to(1.0)
    view.center_on_node("relu1")
    view.navigator.pan(view.viewport().width() / 2 - 100, view.viewport().height() / 2 - 60)
    assert overview.isVisible()
    assert covered()
    qtbot.waitUntil(lambda: not covered(), timeout=30_000)
    floating = [panel.tabs, panel.new_network, panel.legend, panel.sample]
    assert not any(each.isVisible() and each.geometry().intersects(overview.geometry()) for each in floating)
    assert panel.rect().contains(overview.geometry())


def test_it_is_switched_off_and_that_is_remembered(
    overview: Minimap, make_panel: Callable[..., CanvasPanel], session: ProjectSession
) -> None:
    action = QAction()
    action.setCheckable(True)
    overview.bind(action)
    assert action.isChecked()
    action.trigger()
    assert not overview.isVisible()
    assert not settings().panel_shown("overview")
    other = make_panel(session)
    other.view.navigator.zoom_to(2.0)
    assert not other.minimap.isVisible()
    action.trigger()
    assert overview.isVisible()
    assert overview.accessibleName() == "Overview of the network"


def test_it_is_gone_while_all_is_in_view(overview: Minimap, panel: CanvasPanel) -> None:
    panel.view.fit()
    assert not overview.isVisible()
    seen = QRectF(panel.view.navigator.visible)
    assert seen.contains(panel.view.canvas_scene.content_rect())
