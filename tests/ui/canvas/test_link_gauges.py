"""Links as instruments: width and colour follow what was seen, the card tells it, and layers in trouble are marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from networks import chain, project
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from playground.core.edits import SetParams
from playground.core.graph import Graph
from playground.protocol import Flow, FlowSeen, LayerHealth, LinkSeen, Seen
from playground.ui.canvas.health import HEALTH, Course
from playground.ui.canvas.link_card import bars_of, rows_of
from playground.ui.canvas.link_gauge import (
    DECADES,
    THICKEST,
    THINNEST,
    gauge_of,
    number,
    percent,
    power,
    top_of,
    worry_of,
)
from playground.ui.canvas.link_item import LinkItem, gauge_color
from playground.ui.canvas.look import look, mixed
from playground.ui.main_window import MainWindow
from playground.ui.settings import settings
from playground.ui.theme import theme

OpenWindow = Callable[..., MainWindow]
LONG = 30_000
PLAIN = LinkSeen((8,), 512, 2048, 0.5, 0.001, 0.25, None, None, np.arange(32), 0.0, 1.0)
DEAD = LayerHealth(0.1, 0.1, None, "dead", "40 % of its units never fire on 64 samples.", "Leaky ReLU helps.")
WELL = LayerHealth(0.1, 0.1)


# --- numbers to looks ------------------------------------------------------------------------------------------------


def test_the_width_is_a_logarithm_between_its_ends() -> None:
    links = [replace(PLAIN, rms=value) for value in (0.4, 0.04, 1e-9, 0.0, 4.0)]
    top = top_of(links, "activation")
    assert top == 1  # 10 is the power that 4 does not exceed
    thick = [gauge_of(link, "activation", top).thick for link in links]
    span = THICKEST - THINNEST
    for found, value in zip(thick, (0.4, 0.04), strict=False):
        expected = THINNEST + span * (np.log10(value) - top + DECADES) / DECADES
        assert found == pytest.approx(expected, abs=0.126)
    assert thick[2] == thick[3] == THINNEST
    assert gauge_of(replace(PLAIN, rms=10.0), "activation", top).thick == THICKEST
    assert gauge_of(replace(PLAIN, rms=np.inf), "activation", top).thick == THICKEST
    assert gauge_of(replace(PLAIN, gradient=None), "gradient", top).thick == THINNEST
    assert top_of([replace(PLAIN, gradient=None)], "gradient") == 0
    assert top_of([replace(PLAIN, gradient=1e-6)], "gradient") == -6


def test_the_colour_goes_from_green_over_amber_to_red() -> None:
    assert worry_of(PLAIN) is None
    levels = [worry_of(replace(PLAIN, dead=part)) for part in (0.0, 0.35, 0.7, 1.0)]
    assert levels == [0.0, 1.0, 2.0, 2.0]
    assert worry_of(replace(PLAIN, dead=0.0, saturated=0.35)) == 1.0
    assert worry_of(replace(PLAIN, unfinite=1)) == 2.0
    assert worry_of(replace(PLAIN, gradient=float("nan"))) == 2.0
    at = look()
    for level, color in zip((0.0, 1.0, 2.0), (at.good, at.warn, at.bad), strict=True):
        gauge = gauge_of(replace(PLAIN, dead=0.35 * level), "activation", 0)
        assert gauge_color(gauge, at).name() == color.name()


def test_numbers_in_words() -> None:
    assert [number(value) for value in (0.5, 0.00012, -3.0, 123456.0, 0.0, float("inf"))] == [
        "0.5", "1.20e-4", "−3", "1.23e5", "0", "not finite",
    ]  # fmt: skip
    assert [percent(part) for part in (0, 0.0002, 0.034, 0.38, 0.9996, 1)] == [
        "0 %", "< 0.1 %", "3.4 %", "38 %", "> 99.9 %", "100 %",
    ]  # fmt: skip
    assert [power(exponent) for exponent in (-6, -3, 0, 1)] == ["1e-6", "0.001", "1", "10"]


def test_what_the_card_tells() -> None:
    told = {name: value for name, value, _ in rows_of(PLAIN, "8", 64)}
    assert told == {"Shape": "8", "RMS": "0.5", "Gradient RMS": "0.001", "Zeros": "25 %",
                    "Memory": "32 bytes × 64 samples"}  # fmt: skip
    odd = rows_of(replace(PLAIN, dead=0.5, saturated=0.1, unfinite=3, gradient=None), "8", 64)
    assert ("Not finite", "3", "bad") in odd
    assert {name for name, *_ in odd} == {"Shape", "RMS", "Zeros", "Units that never fire", "Saturated", "Not finite",
                                          "Memory"}  # fmt: skip
    assert bars_of([0, 1, 400, 100], 64) == [0, 3, 64, 32]
    assert bars_of([0, 1, 10**6], 64)[1] == 1  # one number beside a million is seen


# --- layers in trouble -----------------------------------------------------------------------------------------------


def test_a_mark_neither_comes_nor_goes_with_one_look() -> None:
    course = Course()
    for layer, shown in ((DEAD, False), (DEAD, True), (WELL, True), (DEAD, True), (WELL, True), (WELL, False),
                         (DEAD, False), (WELL, False), (DEAD, False)):  # fmt: skip
        course.look({"dense1": layer})
        assert bool(course.troubles) == shown
    course.look({"dense1": DEAD})
    assert course.troubles == {"dense1": DEAD}
    course.look({"dense1": replace(DEAD, message="41 %")})
    assert course.troubles["dense1"].message == "41 %"
    course.look({})
    assert course.troubles == {}


# --- in the window ---------------------------------------------------------------------------------------------------


def dying() -> Graph:
    """In a row, as a person would lay it."""
    graph = chain("Input", "Flatten", ("Dense", {"units": 30, "activation": "ReLU"}), ("Dense", {"units": 10}))
    return graph.replace(nodes=tuple(node.replace(x=240.0 * place) for place, node in enumerate(graph.nodes)))


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A step of which kills the units: the rate is far too large."""
    made = open_window(in_thread=True)
    made.session.open(project(dying(), data={"limit": 200}, batch_size=32, learning_rate=3.0))
    made.show_workbench()
    return made


def step(window: MainWindow, qtbot: QtBot, number: int) -> FlowSeen:
    """What is seen of the links after so many steps."""
    controller, links = window.controller, window.workbench.links
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.step()
    qtbot.waitUntil(lambda: controller.state == "paused" and links.step == number, timeout=LONG)
    assert links.sight is not None
    return links.sight


def items(window: MainWindow) -> dict[str, LinkItem]:
    return {key[0]: item for key, item in window.canvas.view.canvas_scene.links.items()}


def hover(window: MainWindow, item: LinkItem | None) -> QPointF:
    view = window.canvas.view
    place = QPointF(view.mapFromScene(item.route.middle)) if item is not None else QPointF(3, 300)
    over, none = QPointF(view.viewport().mapToGlobal(place.toPoint())), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, place, over, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), moved)
    return place


def test_links_follow_what_was_seen(window: MainWindow, qtbot: QtBot) -> None:
    assert {item.gauge for item in items(window).values()} == {None}
    assert window.canvas.legend.isHidden()
    plain = items(window)["dense1"].pen()
    sight = step(window, qtbot, 1)
    top = top_of([sight.links[path][0] for path in items(window)], "activation")
    for path, item in items(window).items():
        link = sight.links[path][0]
        assert item.gauge == gauge_of(link, "activation", top)
        assert item.pen().widthF() == item.gauge.thick
    first = items(window)["dense1"].pen()
    assert first.color() != plain.color()
    gauge = items(window)["dense1"].gauge
    assert gauge is not None
    assert first.color() == mixed(gauge_color(gauge, look()), look().canvas, 0.8)
    legend = window.canvas.legend
    assert legend.text() == f"Activation RMS {power(top - DECADES)} … {power(top)}"
    assert window.canvas.rect().contains(legend.geometry())


def test_one_chooses_what_they_show(window: MainWindow, qtbot: QtBot) -> None:
    sight = step(window, qtbot, 1)
    actions = {action.data(): action for action in window.menu_actions.links_group.actions()}
    assert actions["activation"].isChecked()
    actions["gradient"].trigger()
    top = top_of([sight.links[path][0] for path in items(window)], "gradient")
    assert items(window)["dense1"].gauge == gauge_of(sight.links["dense1"][0], "gradient", top)
    assert settings().links_show == "gradient"
    window.canvas.legend.shows_wanted.emit("nothing")
    assert actions["nothing"].isChecked()
    assert {item.gauge for item in items(window).values()} == {None}
    assert window.canvas.legend.isHidden()
    assert Flow("Classifier") not in window.workbench.watcher.lenses


def test_unseen_they_cost_nothing(window: MainWindow, qtbot: QtBot) -> None:
    step(window, qtbot, 1)
    watcher = window.workbench.watcher
    assert Flow("Classifier") in watcher.lenses
    window.show_start()
    assert watcher.lenses == ()
    window.show_workbench()
    assert Flow("Classifier") in watcher.lenses


def test_the_resting_pointer_brings_the_card_and_it_lives(window: MainWindow, qtbot: QtBot) -> None:
    step(window, qtbot, 1)
    links, card = window.workbench.links, window.workbench.link_hover.card
    item = items(window)["dense1"]
    place = hover(window, item)
    assert card.isHidden()
    qtbot.waitUntil(card.isVisible, timeout=LONG)
    sight = links.sight  # more samples may have come meanwhile
    assert sight is not None
    assert card.rows == rows_of(sight.links["dense1"][0], item.shape_text, sight.samples)
    assert card.accessibleDescription().startswith("Dense 1 → Dense 2: shape 30, RMS ")
    assert window.canvas.rect().contains(card.geometry())
    point = window.canvas.view.viewport().mapToGlobal(place.toPoint())
    QApplication.sendEvent(window.canvas.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place.toPoint(), point))
    assert not QToolTip.isVisible()
    picture = QImage(card.size(), QImage.Format.Format_RGB32)
    card.render(picture)
    fresh = step(window, qtbot, 2)
    assert card.rows == rows_of(fresh.links["dense1"][0], item.shape_text, fresh.samples)
    hover(window, None)
    assert card.isHidden()


def test_the_bars_are_as_high_as_the_counts(window: MainWindow, qtbot: QtBot) -> None:
    step(window, qtbot, 1)
    links, card = window.workbench.links, window.workbench.link_hover.card
    hover(window, items(window)["flatten1"])
    qtbot.waitUntil(card.isVisible, timeout=LONG)
    sight = links.sight  # more samples may have come meanwhile
    assert sight is not None
    picture = QImage(card.size(), QImage.Format.Format_RGB32)
    card.render(picture)
    color = items(window)["flatten1"].pen().color().rgb()
    histogram = sight.links["flatten1"][0].histogram
    left, bottom = 14 + 6, 6 + 34 + 64
    for number_, high in enumerate(bars_of([int(count) for count in histogram], 64)):
        column = [picture.pixel(left + 7 * number_ + 2, y) == color for y in range(bottom - 64, bottom)]
        assert sum(column) == high
    assert histogram.sum() == sight.links["flatten1"][0].count


def test_a_layer_whose_units_die_is_marked_until_the_run_is_reset(window: MainWindow, qtbot: QtBot) -> None:
    session, number_ = window.session, 0

    def told() -> list[tuple[str, str | None]]:
        return [(problem.code, problem.node) for problem in session.check.problems if problem.code == HEALTH]

    dead = False
    while not dead:  # who steps sees each step's own
        number_ += 1
        assert number_ < 60, "the rate was to kill the units"
        layers = step(window, qtbot, number_).layers
        dead = layers["dense1"].trouble == "dead"
        assert {node for _, node in told()} == {path for path, health in layers.items() if health.trouble}
    (problem,) = (problem for problem in session.check.problems if problem.code == HEALTH)
    assert (problem.severity, problem.network, problem.node) == ("warning", "Classifier", "dense1")
    health = window.workbench.links.sight
    assert health is not None
    assert problem.message == f"Dense 1: {health.layers['dense1'].message}"
    assert "never fire on 64 samples" in problem.message
    assert window.canvas.view.canvas_scene.nodes["dense1"].face.mark == "warning"
    assert problem.message.rstrip(".") in window.workbench.status_line.warnings.accessibleName()
    assert problem.fix is not None
    assert session.do(problem.fix.edit)  # another layer now: the mark was of the one that trains
    assert told() == []
    session.undo_stack.undo()
    assert told() == [(HEALTH, "dense1")]
    window.controller.reset()
    assert told() == []
    assert window.canvas.view.canvas_scene.nodes["dense1"].face.mark is None


def test_marks_are_of_the_step_that_is_looked_at(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Also of weights that nobody trains: looked back at, or opened."""
    session, controller, travel, number_ = window.session, window.controller, window.workbench.travel, 0
    links = window.workbench.links

    def told() -> set[str | None]:
        return {problem.node for problem in session.check.problems if problem.code == HEALTH}

    def in_trouble() -> set[str]:
        return {path for path, health in links.sight.layers.items() if health.trouble} if links.sight else set()

    while "dense1" not in told():
        number_ += 1
        assert number_ < 60, "the rate was to kill the units"
        step(window, qtbot, number_)
    qtbot.waitUntil(lambda: travel.steps[-1:] == (number_,), timeout=LONG)
    now = told()
    for at in (0, 1, number_ + 1):  # the last is now
        travel.look_at(at)
        qtbot.waitUntil(lambda at=at: links.step == min(at, number_), timeout=LONG)
        assert told() == (set() if at == 0 else in_trouble())
    assert told() == now
    with qtbot.waitSignal(controller.saved, timeout=LONG):
        controller.save_bundle(tmp_path / "dead.playground")
    with qtbot.waitSignal(controller.run_finished, timeout=LONG):
        controller.stop()
    assert window.files.save_to(tmp_path / "dead.json")
    with qtbot.waitSignal(controller.bundle_opened, timeout=LONG):
        assert window.open_path(tmp_path / "dead.playground")
    qtbot.waitUntil(lambda: links.sight is not None and told() == now, timeout=LONG)


def test_a_sight_that_came_before_the_word_that_it_rests_is_told_with_that_word(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, controller, links, number_ = window.session, window.controller, window.workbench.links, 0
    came: list[Seen] = []
    controller.seen.connect(came.append)

    def told() -> set[str | None]:
        return {problem.node for problem in session.check.problems if problem.code == HEALTH}

    while "dense1" not in told():
        number_ += 1
        assert number_ < 60, "the rate was to kill the units"
        step(window, qtbot, number_)
    now = told()
    (last,) = (event for event in came[-1:] if isinstance(event.sight, FlowSeen))
    links._forget()
    with monkeypatch.context() as patch:
        patch.setattr(type(controller), "state", property(lambda _: "running"))
        links._on_arrived(last)
        assert told() == set()  # one look while it trains tells nothing
    controller.state_changed.emit(controller.state)
    assert told() == now


def test_an_edited_layer_shows_no_gauge_until_the_next_run(window: MainWindow, qtbot: QtBot) -> None:
    step(window, qtbot, 1)
    window.session.do(SetParams("Classifier", "dense1", {"units": 7}))
    found = items(window)
    assert found["dense1"].gauge is None
    assert found["flatten1"].gauge is not None
    window.session.undo_stack.undo()
    assert items(window)["dense1"].gauge is not None


def test_links_keep_their_meaning_in_the_other_theme(window: MainWindow, qtbot: QtBot, qapp: QApplication) -> None:
    step(window, qtbot, 1)
    item = items(window)["dense1"]
    light = item.pen()
    theme().apply(qapp, "dark")
    assert item.pen().widthF() == light.widthF()
    assert item.pen().color() != light.color()
    theme().apply(qapp, "light")


def test_of_a_gan_each_network_has_its_own(open_window: OpenWindow, qtbot: QtBot) -> None:
    made = open_window("gan-2d", in_thread=True)
    made.show_workbench()
    came: list[Seen] = []
    made.controller.seen.connect(came.append)
    step(made, qtbot, 1)
    network = made.session.network
    assert made.workbench.links.lens == Flow(network)
    other = next(name for name in made.session.project.networks if name != network)
    made.session.show_network(other)
    links = made.workbench.links
    qtbot.waitUntil(lambda: links.sight is not None, timeout=LONG)
    assert links.lens == Flow(other)
    assert all(item.gauge is not None for item in items(made).values())
