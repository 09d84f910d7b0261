"""Lessons in a real window: what is asked for is seen when it is done by hand, and nothing else counts as done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from playground.core.edits import AddNodes, Connect, SetParams
from playground.core.graph import Graph, Link, Node
from playground.training.check import check
from playground.ui.lessons.beginnings import chain
from playground.ui.lessons.catalogue import LESSONS, lesson
from playground.ui.lessons.facts import reached
from playground.ui.lessons.guide import Guide
from playground.ui.lessons.targets import rectangle
from playground.ui.main_window import MainWindow
from playground.ui.settings import settings

MakeWindow = Callable[..., MainWindow]
_PLACES = {"palette", "canvas", "inspector", "plots", "run", "step", "sample", "tabs", "networks"}


def test_only_what_lies_behind_an_input_counts_as_reached() -> None:
    graph = chain(("Input", {}), ("Flatten", {}), ("Dense", {"units": 4}))
    alone = graph.replace(nodes=(*graph.nodes, Node(id="dense9", type="Dense")))
    assert [node.id for node in reached(alone)] == [node.id for node in graph.nodes]
    assert reached(Graph(nodes=(Node(id="dense1", type="Dense"),))) == []


@pytest.mark.parametrize("each", LESSONS, ids=lambda each: each.name)
def test_every_lesson_begins_with_data_that_are_there_and_speaks_of_places_that_exist(each) -> None:  # type: ignore[no-untyped-def]
    project = each.start()
    dataset = check(project).dataset
    assert dataset is not None and not getattr(dataset, "download", None)
    for step in each.steps:
        kind, _, which = step.at.partition(":")
        assert not step.at or kind in _PLACES or (kind in {"layer", "view"} and which), step.title
        assert (step.act is None) == (not step.act_label), step.title
        assert step.act is None or step.done is not None, step.title
    assert each.steps[0].text and each.steps[-1].done is None


def test_a_step_is_done_when_a_person_does_it_and_not_before(qtbot: QtBot, open_window: MakeWindow) -> None:
    window = open_window()
    guide = Guide(window)
    guide.start("first-network")
    tour, card = guide.tour, guide.card
    assert tour is not None and card is not None and card.isVisible()
    session = window.session
    network = session.network
    qtbot.mouseClick(card.next, Qt.MouseButton.LeftButton)
    assert tour.number == 1 and not tour.done and card.next.text() == "Skip"

    # a layer without a link is not what was asked for
    session.do(AddNodes(network, (Node(id="flatten1", type="Flatten", x=232.0),)))
    tour.look()
    assert not tour.done
    with qtbot.waitSignal(tour.changed):
        session.do(Connect(network, Link(source="input1", target="flatten1")))
    assert tour.done and card.next.text() == "Next"
    # and stays done when it is undone afterwards
    session.undo_stack.undo()
    tour.look()
    assert tour.done
    session.undo_stack.redo()

    tour.following()
    session.do(
        AddNodes(network, (Node(id="dense1", type="Dense", x=464.0),), (Link(source="flatten1", target="dense1"),))
    )
    tour.look()
    assert not tour.done  # it has no activation yet
    session.do(SetParams(network, "dense1", {"activation": "Tanh"}))
    tour.look()
    assert tour.done  # whichever activation

    # the card goes where it is pulled, and stays inside the window
    qtbot.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(120, 12))
    qtbot.mouseMove(card, QPoint(120, -4000))
    qtbot.mouseRelease(card, Qt.MouseButton.LeftButton)
    assert card.y() >= 0 and card.moved
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert guide.tour is None
    assert session.graph.by_id.keys() == {"input1", "flatten1", "dense1"}  # what was made stays
    assert settings().lesson_step("first-network") == 2


def test_a_whole_lesson_can_be_shown_and_trains_for_real(qtbot: QtBot, open_window: MakeWindow) -> None:
    window = open_window()
    window.files.may_leave = lambda *_args, **_more: True  # type: ignore[method-assign]
    guide = Guide(window)
    guide.start("convolutions")
    seen = []
    while guide.tour is not None:
        tour = guide.tour
        place = rectangle(window, tour.step.at) if tour.step.at else None
        seen.append((tour.step.title, place is not None))
        if not tour.done:
            with qtbot.waitSignal(tour.changed, timeout=60_000):
                tour.act()
            assert tour.done
        tour.following()
    assert [title for title, _ in seen] == [step.title for step in lesson("convolutions").steps]
    assert all(pointed for (_, pointed), step in zip(seen, lesson("convolutions").steps, strict=True) if step.at)
    runs = [*window.plots.runs.earlier, window.plots.runs.current]
    assert len(runs) == 2 and all(run is not None and run.epochs for run in runs)
    assert settings().lesson_step("convolutions") == len(lesson("convolutions").steps)
    # 8·(9+1) + 16·(72+1) + (400+1)·10, by hand
    check_now = window.session.check.networks["Classifier"]
    assert check_now.parameters == 80 + 1168 + 4010


def test_who_goes_on_by_keys_skips_nothing_and_ends_at_the_canvas(qtbot: QtBot, open_window: MakeWindow) -> None:
    window = open_window()
    guide = Guide(window)
    guide.start("first-network")
    tour, card = guide.tour, guide.card
    assert tour is not None and card is not None
    card.next.setFocus()
    qtbot.keyClick(card.next, Qt.Key.Key_Space)
    assert tour.number == 1 and card.next.text() == "Skip"
    assert window.focusWidget() is card
    qtbot.keyClick(card, Qt.Key.Key_Space)
    assert tour.number == 1
    tour.go_to(len(tour.lesson.steps) - 1)
    card.next.setFocus()
    qtbot.keyClick(card.next, Qt.Key.Key_Space)
    assert guide.tour is None
    assert window.focusWidget() is window.canvas.view


def test_a_large_preview_stays_clear_of_the_card(qtbot: QtBot, open_window: MakeWindow) -> None:
    window = open_window()
    window.resize(1280, 800)
    guide = Guide(window)
    guide.start("convolutions")
    card, view = guide.card, window.canvas.view
    assert card is not None
    previews, hover = window.workbench.previews, window.workbench.preview_hover
    node = next(node.id for node in window.session.graph.nodes if node.type == "Dense")
    qtbot.waitUntil(lambda: previews.seen_of(node) is not None, timeout=60_000)
    window.session.select([node])
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert hover.magnifier.node == node
    over = hover.magnifier.mapTo(window.centralWidget(), QPoint(0, hover.magnifier.height()))
    assert over.y() <= card.y() + 6  # its shadow


def test_a_lesson_ends_with_its_project_and_gives_the_pace_back(qtbot: QtBot, open_window: MakeWindow) -> None:
    window = open_window()
    window.files.may_leave = lambda *_args, **_more: True  # type: ignore[method-assign]
    guide = Guide(window)
    window.controller.set_pace(0.25)
    guide.start("gan")
    tour = guide.tour
    assert tour is not None
    assert window.controller.pace == 0.1  # five epochs take some seconds
    tour.go_to(3)
    assert not tour.done  # slower than the lesson began
    window.controller.set_pace(0.5)
    tour.look()
    assert tour.done
    window.files.new()
    assert guide.tour is None
    assert window.controller.pace == 0.25


def test_convolutions_want_as_many_filters_as_they_ask_for(qtbot: QtBot, open_window: MakeWindow) -> None:
    window = open_window()
    guide = Guide(window)
    guide.start("convolutions")
    tour, session = guide.tour, window.session
    assert tour is not None
    tour.go_to(2)
    link = next(link for link in session.graph.links if link.target.startswith("flatten"))
    added = window.canvas.view.composer.rewiring.add_between("Conv2D", link, None)
    assert added is not None
    tour.look()
    assert not tour.done
    assert tour.words() == "It has 32 filters; give it 8."
    session.do(SetParams(session.network, added, {"filters": 8}))
    tour.look()
    assert tour.done and tour.words() == ""
