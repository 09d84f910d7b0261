"""Arranging, lining up and guides on a real canvas, by menu, keys and mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeySequence, QUndoStack
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from playground.core.block_edits import AddNetwork
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project
from playground.ui.actions import Actions
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.arranging.drag_guides import DragGuides
from playground.ui.canvas.arranging.guide_item import GuideItem
from playground.ui.canvas.drops import mime_data
from playground.ui.canvas.menus import menu_at
from playground.ui.canvas_actions import _ON_ARRANGING, connect_panel
from playground.ui.project_session import ProjectSession
from playground.ui.settings import settings


def places(session: ProjectSession) -> dict[str, tuple[float, float]]:
    return {node.id: (node.x, node.y) for node in session.graph.nodes}


def guides(panel: CanvasPanel) -> list[GuideItem]:
    return [item for item in panel.view.canvas_scene.items() if isinstance(item, GuideItem)]


def lines(panel: CanvasPanel) -> list[object]:
    return [line for item in guides(panel) for line in item.lines]


# --- layout ---


def test_the_cards_glide_and_one_undo_takes_all_back(panel: CanvasPanel, session: ProjectSession, qtbot: QtBot) -> None:
    before, scene = places(session), panel.view.canvas_scene
    panel.view.arranging.arrange_down()
    after = places(session)
    assert after != before  # the project has it at once
    assert panel.view.arranging.gliding
    assert scene.nodes["dense1"].pos().toTuple() == before["dense1"]  # the cards are on their way
    qtbot.waitUntil(lambda: not panel.view.arranging.gliding, timeout=2000)
    assert {key: item.pos().toTuple() for key, item in scene.nodes.items()} == after
    assert panel.view.navigator.visible.contains(scene.content_rect())
    assert session.undo_stack.undoText() == "Arrange top to bottom"
    session.undo_stack.undo()
    assert places(session) == before
    assert {key: item.pos().toTuple() for key, item in scene.nodes.items()} == before


def test_an_edit_on_the_way_ends_it(panel: CanvasPanel, session: ProjectSession) -> None:
    panel.view.arranging.arrange_down()
    session.undo_stack.undo()
    assert not panel.view.arranging.gliding
    items = panel.view.canvas_scene.nodes
    assert {key: item.pos().toTuple() for key, item in items.items()} == places(session)


def test_another_network_on_the_way_keeps_a_view_of_its_own(panel: CanvasPanel, session: ProjectSession) -> None:
    shown, node = session.network, Node(id="relu1", type="ReLU", x=9000.0, y=9000.0)
    session.do(AddNetwork("Far", Graph(nodes=(node,))))
    session.show_network("Far")
    panel.view.fit()
    session.show_network(shown)
    panel.view.navigator.zoom_to(0.2)  # so that the view glides, too
    panel.view.arranging.arrange_down()
    assert panel.view.arranging.gliding
    session.show_network("Far")
    assert not panel.view.arranging.gliding
    assert panel.view.navigator.visible.contains(panel.view.canvas_scene.nodes["relu1"].rect)


def test_nothing_glides_with_reduced_motion(panel: CanvasPanel, session: ProjectSession) -> None:
    settings().reduced_motion = True
    panel.view.arranging.arrange_right()
    assert not panel.view.arranging.gliding
    items = panel.view.canvas_scene.nodes
    assert {key: item.pos().toTuple() for key, item in items.items()} == places(session)


def test_several_selected_are_arranged_alone_and_the_last_way_is_remembered(
    panel: CanvasPanel, session: ProjectSession
) -> None:
    before = places(session)
    session.select(["conv1", "flatten1"])
    panel.view.arranging.arrange_down()
    after = places(session)
    assert {key for key in before if before[key] != after[key]} <= {"conv1", "flatten1"}
    assert after["conv1"][0] == after["flatten1"][0]
    assert settings().arranged == "down"
    session.undo_stack.undo()
    panel.view.arranging.arrange()
    assert places(session) == after


# --- lining up ---


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("align_left", {"input1": (0, 0), "relu1": (0, 240)}),
        ("align_right", {"input1": (232, 0), "relu1": (232, 240)}),
        ("align_center", {"input1": (116, 0), "relu1": (116, 240)}),
        ("align_top", {"input1": (0, 0), "relu1": (232, 0)}),
        ("align_bottom", {"input1": (0, 240), "relu1": (232, 240)}),
        ("align_middle", {"input1": (0, 120), "relu1": (232, 120)}),
    ],
)
def test_two_line_up_in_one_step(
    panel: CanvasPanel, session: ProjectSession, command: str, expected: dict[str, tuple[float, float]]
) -> None:
    before = places(session)
    session.select(["input1", "relu1"])
    getattr(panel.view.arranging, command)()
    assert {key: places(session)[key] for key in expected} == expected
    session.undo_stack.undo()
    assert places(session) == before
    assert not session.undo_stack.canUndo()


def test_actions_are_enabled_where_they_work(panel: CanvasPanel, session: ProjectSession) -> None:
    actions = Actions(QUndoStack(), panel)
    connect_panel(actions, panel)

    def enabled() -> set[str]:
        return {name for name in _ON_ARRANGING if getattr(actions, name).isEnabled()}

    layouts = {"arrange", "arrange_right", "arrange_down", "arrange_rows", "turn"}
    assert enabled() == layouts
    session.select(["input1", "relu1"])
    assert enabled() == set(_ON_ARRANGING) - {"distribute_across", "distribute_down"}
    session.select(["input1", "relu1", "dense1"])
    assert enabled() == set(_ON_ARRANGING)
    panel.hide()
    assert enabled() == set()
    panel.show()
    assert enabled() == set(_ON_ARRANGING)


def test_the_menu_of_a_card_has_the_same_keys_as_the_window(
    panel: CanvasPanel, session: ProjectSession, hand
) -> None:  # fmt: skip
    session.select(["input1", "conv1", "relu1"])
    menu = menu_at(panel.view, QPointF(hand.at(hand.card("relu1"))))
    arrange = next(action.menu() for action in menu.actions() if action.text() == "Arrange selection")
    shown = {action.text(): action.shortcut() for action in arrange.actions() if not action.isSeparator()}
    actions = Actions(QUndoStack(), panel)
    assert shown["Distribute horizontally"] == actions.distribute_across.shortcut() == QKeySequence("Alt+Shift+H")
    known = {getattr(actions, name).shortcut() for name in _ON_ARRANGING}
    assert set(shown.values()) == known - {actions.arrange.shortcut(), actions.turn.shortcut()}
    next(action for action in arrange.actions() if action.text() == "Distribute horizontally").trigger()
    assert session.undo_stack.undoText() == "Distribute horizontally"


# --- guides ---


def test_a_card_snaps_to_another_and_shows_why(panel: CanvasPanel, session: ProjectSession, hand) -> None:
    start = hand.card("relu1")
    hand.press(start)
    hand.move(start + QPointF(235, 40))  # flatten1 stands 232 to the right
    assert panel.view.canvas_scene.nodes["relu1"].x() == 464
    assert lines(panel)
    hand.release(start + QPointF(235, 40))
    assert guides(panel) == []
    assert places(session)["relu1"] == (464, 280)


def test_a_link_is_pulled_straight(panel: CanvasPanel, session: ProjectSession, hand) -> None:
    hand.drag(hand.card("dense1"), hand.card("dense1") + QPointF(150, 61))
    assert places(session)["dense1"][1] == 60
    hand.drag(hand.card("dense1"), hand.card("dense1") + QPointF(13, -55))
    assert places(session)["dense1"][1] == 0


def test_control_suspends_guides(panel: CanvasPanel, session: ProjectSession, hand) -> None:
    start = hand.card("relu1")
    hand.press(start)
    hand.move(start + QPointF(235, 41))
    assert lines(panel)
    hand.move(start + QPointF(235.4, 41), Qt.KeyboardModifier.ControlModifier)
    assert lines(panel) == []
    assert panel.view.canvas_scene.nodes["relu1"].pos() == QPointF(468, 280)  # the grid alone
    hand.release(start + QPointF(235, 41), Qt.KeyboardModifier.ControlModifier)
    assert places(session)["relu1"] == (468, 280)


def test_guides_can_be_switched_off(panel: CanvasPanel, session: ProjectSession, hand) -> None:
    settings().snapping = False
    start = hand.card("relu1")
    hand.press(start)
    hand.move(start + QPointF(235, 41))
    assert guides(panel) == []
    hand.release(start + QPointF(235, 41))
    assert places(session)["relu1"] == (468, 280)


def test_escape_takes_the_guides_away(panel: CanvasPanel, hand) -> None:
    start = hand.card("relu1")
    hand.press(start)
    hand.move(start + QPointF(235, 40))
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert guides(panel) == []
    assert panel.view.canvas_scene.nodes["relu1"].pos() == QPointF(232, 240)


def test_a_layer_from_the_palette_snaps_to_its_column(panel: CanvasPanel, session: ProjectSession, hand) -> None:
    assert hand.drop(mime_data("Dense"), QPointF(464 + 84 + 5, 400))  # 5 beside the middle of flatten1
    assert places(session)["dense2"][0] == 464
    assert guides(panel) == []


def test_guides_follow_the_zoom(make_panel: Callable[..., CanvasPanel], session: ProjectSession) -> None:
    panel = make_panel(session)
    panel.view.navigator.zoom_to(0.5)
    panel.view.navigator.center_on(QPointF(400, 200))
    scene, node = panel.view.canvas_scene, panel.view.canvas_scene.nodes["relu1"]
    guide = DragGuides(scene, node.rect, ["relu1"])
    step = guide.step(QPointF(242, 40))  # 10 units are 5 pixels here
    assert step.x() == 232
    assert [item for item in scene.items() if isinstance(item, GuideItem)]
    guide.clear()
    assert guides(panel) == []


def test_a_network_too_long_to_be_seen_is_shown_from_its_beginning(
    make_panel: Callable[..., CanvasPanel], session: ProjectSession
) -> None:
    nodes = tuple(Node(id=f"relu{number}", type="ReLU") for number in range(80))
    links = tuple(Link(source=f"relu{number}", target=f"relu{number + 1}") for number in range(79))
    session.open(Project(networks={"Classifier": Graph(nodes=nodes, links=links)}))
    panel = make_panel(session)
    panel.view.arranging.arrange_right()
    panel.view.arranging.finish()
    seen, items = panel.view.navigator.visible, panel.view.canvas_scene.nodes
    assert seen.contains(items["relu0"].rect)
    assert not seen.contains(items["relu79"].rect)
    assert panel.view.zoom >= 0.5  # names can be read


def test_a_tall_network_is_seen_from_its_first_layer_on(panel: CanvasPanel, session: ProjectSession) -> None:
    kinds = ["Input", *["ReLU"] * 79]
    nodes = tuple(Node(id=f"n{number}", type=kind, x=232.0 * number) for number, kind in enumerate(kinds))
    links = tuple(Link(source=f"n{number}", target=f"n{number + 1}") for number in range(79))
    session.open(Project(networks={"Classifier": Graph(nodes=nodes, links=links)}))
    panel.view.arranging.arrange_down()
    panel.view.arranging.finish()
    seen = panel.view.navigator.visible
    first = session.graph.by_id["n0"]
    assert seen.top() < first.y < seen.top() + seen.height() / 3
    assert abs(first.x + 84 - seen.center().x()) < 2
