"""What a canvas with many layers paints from far away, how it is worked on there, and what it leaves alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.core.edits import Move, SetParams
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.card_painter import PREVIEWS_FROM, VERY_FAR
from playground.ui.canvas.laying import Laying
from playground.ui.canvas.link_item import LinkItem
from playground.ui.canvas.look import look
from playground.ui.canvas.node_item import NodeItem
from playground.ui.project_session import ProjectSession
from playground.ui.theme import theme

COLUMNS, ROWS = 10, 12


def many() -> Graph:
    """ReLUs in rows, read as a text is, each linked to the next and every tenth to one behind."""
    nodes = [Node(id="n0", type="Input")]
    nodes += [
        Node(id=f"n{n}", type="Add" if n % 10 == 6 else "ReLU", x=232.0 * (n % COLUMNS), y=220.0 * (n // COLUMNS))
        for n in range(1, COLUMNS * ROWS)
    ]
    links = [Link(source=f"n{n - 1}", target=f"n{n}") for n in range(1, COLUMNS * ROWS)]
    links += [Link(source=f"n{n - 4}", target=f"n{n}") for n in range(6, COLUMNS * ROWS, 10)]
    return Graph(nodes=tuple(nodes), links=tuple(links))


@pytest.fixture
def crowd(panel: CanvasPanel, session: ProjectSession) -> CanvasPanel:
    session.open(Project(networks={"Classifier": many()}))
    panel.view.navigator.zoom_to(0.15)
    panel.view.navigator.center_on(panel.view.canvas_scene.content_rect().center())
    return panel


def picture(panel: CanvasPanel) -> QImage:
    return panel.view.viewport().grab().toImage()


def color_at(panel: CanvasPanel, place: QPointF) -> str:
    image, at = picture(panel), panel.view.mapFromScene(place)
    ratio = image.devicePixelRatio()
    return image.pixelColor(round(at.x() * ratio), round(at.y() * ratio)).name()


def test_far_away_a_card_is_its_familys_colour(crowd: CanvasPanel, qapp: QApplication) -> None:
    scene = crowd.view.canvas_scene
    assert crowd.view.zoom < VERY_FAR
    assert scene.far
    assert not any(item.isVisible() for item in scene.nodes.values())
    for name in ("light", "dark"):
        theme().apply(qapp, name)
        for node in ("n5", "n6", "n57"):
            item = scene.nodes[node]
            assert color_at(crowd, item.rect.center()) == look().family(item.family).name()


def test_coming_near_every_card_is_painted_by_itself_again(crowd: CanvasPanel) -> None:
    scene = crowd.view.canvas_scene
    crowd.view.navigator.zoom_to(1.0)
    assert not scene.far_cards.isVisible()
    assert all(item.isVisible() for item in scene.nodes.values())


def test_names_and_colours_stand_alone_between(crowd: CanvasPanel) -> None:
    """No ports, shapes or previews: the middle of the card's side is as the canvas beside it but for its link."""
    view, item = crowd.view, crowd.view.canvas_scene.nodes["n35"]
    view.navigator.zoom_to(0.3)
    assert VERY_FAR < view.zoom < PREVIEWS_FROM
    view.navigator.center_on(item.rect.center())
    body = color_at(crowd, item.rect.center() + QPointF(-60, 40))
    assert body == look().tint(item.family, 0.3).name()
    line = look().family_line(item.family).name()
    off = QPointF(0, 5)  # the ring of a port, beside its link
    assert color_at(crowd, item.rect.center() - QPointF(84, 0) + off) != line
    view.navigator.zoom_to(1.0)
    assert color_at(crowd, item.rect.center() - QPointF(84, 0) + off) == line


def test_far_away_one_selects_and_drags_as_anywhere(hand, crowd: CanvasPanel, session: ProjectSession) -> None:
    scene = crowd.view.canvas_scene
    hand.click(scene.nodes["n44"].rect.center())
    assert session.selection == {"n44"}
    session.select(["n44", "n45", "n46", "n54", "n55", "n56"])
    before = {key: (scene.nodes[key].x(), scene.nodes[key].y()) for key in session.selection}
    start = scene.nodes["n55"].rect.center()
    hand.drag(start, start + QPointF(800, 640))
    steps = {(session.graph.by_id[key].x - x, session.graph.by_id[key].y - y) for key, (x, y) in before.items()}
    assert len(steps) == 1
    assert steps != {(0.0, 0.0)}
    assert session.undo_stack.count() == 1
    item = scene.nodes["n55"]
    assert color_at(crowd, item.rect.center()) == look().family(item.family).name()
    session.undo_stack.undo()
    assert {key: (scene.nodes[key].x(), scene.nodes[key].y()) for key in before} == before
    assert color_at(crowd, start) == look().family(item.family).name()
    assert scene.link_at(scene.links["n43", "out", "n44", "in"].route.middle, 8) is not None


def test_a_problem_and_the_selection_are_seen_from_far_away(crowd: CanvasPanel, session: ProjectSession) -> None:
    item = crowd.view.canvas_scene.nodes["n57"]
    mark = item.rect.topRight() + QPointF(-12, 12)
    assert color_at(crowd, mark) == look().family(item.family).name()
    before = picture(crowd)
    session.select(["n57"])
    assert picture(crowd) != before
    session.select(())
    session.do(Move("Classifier", {"n57": (item.x(), item.y() + 400)}))
    session.do(SetParams("Classifier", "n3", {"negative": "wrong"}))
    problems = [node for node, known in crowd.view.canvas_scene.nodes.items() if known.problems]
    for node in problems:
        marked = crowd.view.canvas_scene.nodes[node]
        wanted = look().bad if marked.face.mark == "error" else look().warn
        assert color_at(crowd, marked.rect.topRight() + QPointF(-12, 12)) == wanted.name()
    assert problems


def test_a_drag_moves_only_what_moves(
    hand, crowd: CanvasPanel, session: ProjectSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it lasts no other card is asked where it is, and no other link takes a new way."""
    scene = crowd.view.canvas_scene
    session.select(["n44", "n45"])
    own = {id(scene.links[key]) for key in scene.links if {key[0], key[2]} & {"n44", "n45"}}
    ran: set[int] = set()
    run, lay = LinkItem.run, Laying.all
    monkeypatch.setattr(LinkItem, "run", lambda self, *a, **k: (ran.add(id(self)), run(self, *a, **k))[1])
    laid: list[object] = []
    monkeypatch.setattr(Laying, "all", lambda self, graph: (laid.append(self), lay(self, graph))[1])
    start = scene.nodes["n44"].rect.center()
    hand.press(start)
    for step in range(1, 9):
        hand.move(start + QPointF(12 * step, 8 * step))
    assert ran == own
    assert not laid
    hand.release(start + QPointF(96, 64))
    assert laid


def test_faces_are_made_when_they_are_seen(crowd: CanvasPanel) -> None:
    made = [item for item in crowd.view.canvas_scene.nodes.values() if item._face is not None]
    assert len(made) < COLUMNS * ROWS / 2
    crowd.view.navigator.zoom_to(0.5)
    crowd.view.center_on_node("n44")
    picture(crowd)
    assert crowd.view.canvas_scene.nodes["n44"]._face is not None


def test_only_cards_in_view_are_painted(crowd: CanvasPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()
    paint = NodeItem.paint
    monkeypatch.setattr(NodeItem, "paint", lambda self, *a: (asked.add(self.node.id), paint(self, *a))[1])
    view = crowd.view
    view.navigator.zoom_to(1.0)
    view.center_on_node("n44")
    picture(crowd)
    seen = QRectF(view.navigator.visible).adjusted(-40, -40, 40, 40)
    inside = {key for key, item in view.canvas_scene.nodes.items() if item.rect.intersects(seen)}
    assert "n44" in inside
    assert inside != set(view.canvas_scene.nodes)
    assert asked <= inside


def test_what_is_removed_is_found_no_more(crowd: CanvasPanel, session: ProjectSession) -> None:
    scene = crowd.view.canvas_scene
    card, middle = scene.nodes["n44"].rect.center(), scene.links["n43", "out", "n44", "in"].route.middle
    session.select(["n44"])
    crowd.view.delete_selection()
    assert scene.node_at(card) is None
    assert scene.link_at(middle, 4) is None
    session.undo_stack.undo()
    assert scene.node_at(card) is scene.nodes["n44"]
    assert scene.link_at(middle, 4) is scene.links["n43", "out", "n44", "in"]
