"""Before there is a run the cards show the network as one would begin, soon after each edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from playground.core.edits import SetParams, SetTraining
from playground.protocol import Flow, FromData, LayerHealth, LayersSeen, Seen
from playground.ui.canvas.health import HEALTH
from playground.ui.main_window import MainWindow

OpenWindow = Callable[..., MainWindow]
LONG = 30_000


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    made = open_window("digits-cnn", in_thread=True)
    made.show_workbench()
    made.workbench.links.choose("nothing")
    return made


def sight(window: MainWindow, qtbot: QtBot, but: LayersSeen | None = None) -> LayersSeen:
    previews = window.workbench.previews
    qtbot.waitUntil(lambda: previews.sight is not None and previews.sight is not but, timeout=LONG)
    assert previews.sight is not None
    return previews.sight


def test_they_come_before_run_and_are_what_it_begins_with(window: MainWindow, qtbot: QtBot) -> None:
    controller = window.controller
    before = sight(window, qtbot)
    assert window.workbench.previews.step == 0
    assert (controller.run_id, controller.run_project, controller.state) == (None, None, "idle")
    assert not controller.has_weights
    assert not controller.can["stop"]
    assert not controller.can["reset"]
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.step()
    qtbot.waitUntil(lambda: window.workbench.previews.step == 1, timeout=LONG)
    qtbot.waitUntil(lambda: window.workbench.travel.steps[-1:] == (1,), timeout=LONG)
    after = sight(window, qtbot)
    assert not np.array_equal(before.layers["conv1"].values, after.layers["conv1"].values)
    window.workbench.travel.look_at(0)
    qtbot.waitUntil(lambda: window.workbench.previews.step == 0, timeout=LONG)
    np.testing.assert_array_equal(sight(window, qtbot, after).layers["conv1"].values, before.layers["conv1"].values)
    controller.reset()
    again = sight(window, qtbot)
    np.testing.assert_array_equal(again.layers["conv1"].values, before.layers["conv1"].values)


def test_they_follow_edits(window: MainWindow, qtbot: QtBot) -> None:
    session, first = window.session, sight(window, qtbot)
    assert session.do(SetParams(session.network, "conv1", {"filters": 5}))
    second = sight(window, qtbot, first)
    assert (first.layers["conv1"].count, second.layers["conv1"].count) == (16, 5)
    assert session.do(SetTraining({"seed": 9}))
    third = sight(window, qtbot, second)
    assert not np.array_equal(third.layers["conv1"].values, second.layers["conv1"].values)


def test_nothing_is_built_where_nobody_looks_or_nothing_can_be(window: MainWindow, qtbot: QtBot) -> None:
    session, controller, drafts = window.session, window.controller, window.workbench.drafts
    sight(window, qtbot)
    last = next(node.id for node in reversed(session.graph.nodes) if node.type == "Dense")
    assert session.do(SetParams(session.network, last, {"units": 3}))  # ten classes
    qtbot.waitUntil(lambda: controller.shown_project is None, timeout=LONG)
    assert window.workbench.previews.sight is None
    assert window.canvas.sample.isHidden()
    window.workbench.previews.set_enabled(False)
    session.undo_stack.undo()
    assert not drafts.wanted
    assert not drafts._soon.isActive()
    window.workbench.previews.set_enabled(True)
    sight(window, qtbot)


def test_who_has_learned_nothing_makes_no_mistakes(window: MainWindow, qtbot: QtBot) -> None:
    seen = sight(window, qtbot)
    for number in range(1, 20):  # one in ten is right by chance
        if seen.truth != seen.said:
            break
        window.workbench.previews.choose(FromData("test", number))
        seen = sight(window, qtbot, seen)
    words = window.canvas.sample.words
    assert seen.truth != seen.said
    assert words.full_text == f"untrained · truth {seen.truth} · says {seen.said}"
    assert words.property("look") == "caption"


def test_links_are_instruments_before_run_and_accuse_no_layer(window: MainWindow, qtbot: QtBot) -> None:
    """A layer that starts with dead units has not been trained yet."""
    session, links = window.session, window.workbench.links
    window.workbench.previews.set_enabled(False)  # what links show needs no other to want it
    links.choose("activation")
    qtbot.waitUntil(lambda: links.sight is not None, timeout=LONG)
    drawn = [links.seen_of(item) for item in window.canvas.view.canvas_scene.links.values()]
    assert all(link is not None and link.rms > 0 for link in drawn)
    assert links.step == 0
    assert links.sight is not None
    whole = links.sight.links["conv1"][0].shape
    assert session.do(SetParams(session.network, "conv1", {"filters": whole[0] + 3}))
    qtbot.waitUntil(lambda: links.sight is not None and links.sight.links["conv1"][0].shape != whole, timeout=LONG)
    assert links.sight.links["conv1"][0].shape == (whole[0] + 3, *whole[1:])
    dead = LayerHealth(0.1, 0.1, None, "dead", "Half of its units never fire.", "")
    seen, run = replace(links.sight, layers=dict.fromkeys(links.sight.links, dead)), window.controller.shown_run
    for version in range(5):
        links._port.arrived.emit(Seen(run, 0, Flow(session.network), seen, version=version))
    assert not [problem for problem in session.check.problems if problem.code == HEALTH]
