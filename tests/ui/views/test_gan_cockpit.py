"""The GAN cockpit in the window: geometry by its numbers, what is drawn, and the levers with a real run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from playground.protocol import CoverageSeen, FakePushSeen, GameField, GameSeen, Standing, training
from playground.telemetry.series import Series
from playground.ui.main_window import MainWindow
from playground.ui.slow_motion import PACES
from playground.ui.views.gan.cockpit import GanCockpit
from playground.ui.views.gan.counts import CountBars, headline
from playground.ui.views.gan.flow import GameFlow
from playground.ui.views.gan.gallery import Gallery, PushFigure, arranged, overlay
from playground.ui.views.gan.geometry import arrow_vectors, cell_areas, densities
from playground.ui.views.gan.plane import GamePlane
from playground.ui.views.gan.sparks import lines_of

OpenWindow = Callable[..., MainWindow]
LONG = 30_000
STANDING = Standing(1.0, 0.5, 0.8, 0.7, 0.9, 0.4, 1.0, "", "The game is on.", "")


def plane_seen(*, critic: bool = False) -> GameSeen:
    random = np.random.default_rng(0)
    points = random.normal(size=(40, 2)).astype(np.float32)
    across, up = np.meshgrid(np.linspace(-2, 2, 5), np.linspace(-2, 2, 5))
    scores = np.linspace(-3, 5, 64).reshape(8, 8).astype(np.float32)
    judged = scores if critic else 1 / (1 + np.exp(-scores))
    field = GameField(
        (-2.0, 2.0, -2.0, 2.0), judged, np.stack((across, up), -1).astype(np.float32), -points, ("x1", "x2")
    )
    form = "wasserstein_gp" if critic else "non_saturating"
    ones = np.full(40, 0.25, np.float32)
    return GameSeen("plane", form, critic, points, points + 1, ones, ones, field, STANDING, ("Discriminator",))


def images_seen() -> GameSeen:
    images = np.zeros((6, 8, 8), np.uint8)
    scores = np.array([0.1, 0.9, 0.5, 0.3, 0.7, 0.2], np.float32)
    return GameSeen("images", "minimax", False, images, images, scores[::-1].copy(), scores, None, STANDING)


def test_arrows_are_as_long_as_most_of_them() -> None:
    random = np.random.default_rng(1)
    given = random.normal(size=(200, 2))
    given[0] *= 1000
    found = arrow_vectors(given, 10.0)
    sizes = np.hypot(*found.T)
    assert np.quantile(sizes, 0.9) == pytest.approx(10.0, rel=0.05)
    assert sizes.max() == pytest.approx(20.0)
    np.testing.assert_allclose(np.arctan2(*found.T), np.arctan2(*given.T), atol=1e-9)  # directions stay
    assert not arrow_vectors(np.zeros((3, 2)), 10.0).any()


def test_small_cells_are_dense() -> None:
    lines = np.array([0.0, 1.0, 3.0, 7.0])  # cells 1, 2 and 4 wide
    across, up = np.meshgrid(lines, np.array([0.0, 1.0, 2.0]))
    grid = np.stack((across, up), -1)
    np.testing.assert_allclose(cell_areas(grid), [[1, 2, 4], [1, 2, 4]])
    found = densities(grid)
    assert (np.diff(found, axis=1) < 0).all()
    assert (found.min(), found.max()) == (0.0, 1.0)
    turned = grid @ np.array([[0.6, -0.8], [0.8, 0.6]])
    np.testing.assert_allclose(cell_areas(turned), cell_areas(grid))


@pytest.mark.parametrize("critic", [False, True])
def test_the_plane_tells_what_is_judged_of_a_place(qtbot: QtBot, critic: bool) -> None:
    plane = GamePlane()
    qtbot.addWidget(plane)
    plane.resize(400, 300)
    seen = plane_seen(critic=critic)
    plane.show_seen(seen, 1)
    assert plane.range == (pytest.approx((-3, 5)) if critic else (0.0, 1.0))
    assert seen.field is not None and seen.field.map is not None
    place = plane.frame.to_view(np.array([[1.99, 1.99]]))[0]
    score = float(seen.field.map[-1, -1])
    told = f"score {score:.3g}" if critic else f"{100 * score:.1f} % real"
    assert told in plane.tip(QPointF(*place))
    fake = plane.frame.to_view(seen.fakes[:1])[0]
    assert ("fake 0" in plane.tip(QPointF(*fake))) == plane.frame.area.contains(QPointF(*fake))
    before = plane.grab().toImage()
    for name in ("trails", "manifold"):
        plane.show_layer(name, True)
    plane.show_seen(replace(seen, fakes=seen.fakes * 0.5), 2)
    assert plane.trail == 2
    assert plane.grab().toImage() != before
    plane.show_seen(seen, 1)  # an earlier time: no trail leads there
    assert plane.trail == 1


def test_images_are_sorted_by_how_convincing_they_are(qtbot: QtBot) -> None:
    gallery = Gallery()
    qtbot.addWidget(gallery)
    gallery.resize(400, 200)
    seen = images_seen()
    gallery.show_seen(seen)
    assert gallery.order(seen.fake_scores).tolist() == [0, 1, 2, 3, 4, 5]
    gallery.sort("convincing")
    assert gallery.order(seen.fake_scores).tolist() == [1, 4, 2, 3, 5, 0]
    gallery.sort("worst")
    gallery.grab()
    first = QPointF(8, 28)
    assert gallery.tile_at(first) == ("fake", 0)
    assert "10 %" in gallery.tip(first)
    with qtbot.waitSignal(gallery.chosen) as chosen:
        qtbot.mouseClick(gallery, Qt.MouseButton.LeftButton, pos=first.toPoint())
    assert chosen.args == [0]
    qtbot.mouseClick(gallery, Qt.MouseButton.LeftButton, pos=first.toPoint())
    assert gallery.choice is None


def test_all_images_are_seen_where_there_is_room() -> None:
    columns, across, down = arranged(64, 1.0, 800, 400)
    assert columns * int(405 // (down + 18)) >= 64
    assert across >= 34
    assert arranged(64, 1.0, 60, 60)[1] == 20  # some are seen, none is too small


def test_counts_name_what_is_missing(qtbot: QtBot) -> None:
    counts = np.array([200, 3, 260, 30])
    seen = CoverageSeen(
        ("a", "b", "c", "d"), counts, 7, np.full(4, 125, np.float32), np.array([False, True, False, False]),
        "neighbours", 0.97, 400,
    )  # fmt: skip
    assert seen.samples == 500
    assert headline(seen) == "3 of 4 classes, missing b · 1 % like none"
    bars = CountBars()
    qtbot.addWidget(bars)
    bars.resize(200, 100)
    bars.show_seen(seen)
    assert "b: 3, in the data it would be 125: missing" in bars.tip(QPointF(75, 60))
    assert "97.0 % of 400 held-out" in bars.tip(QPointF(75, 60))
    assert "43 %" in headline(replace(seen, ready=0.43))


def test_who_learned_is_lit_up_in_turn(qtbot: QtBot) -> None:
    flow = GameFlow()
    qtbot.addWidget(flow)
    flow.play(("Discriminator", "Generator"), 0.05)
    assert flow.lit == "Discriminator"
    qtbot.waitUntil(lambda: flow.lit == "Generator", timeout=LONG)
    flow.rest()
    assert flow.lit == ""


def test_curves_are_those_of_the_run_and_of_a_critic_those_seen() -> None:
    series = {training(name): Series() for name in ("generator_loss", "discriminator_loss", "real_score", "fake_score")}
    for number, each in enumerate(series.values()):
        each.extend([1.0, 2.0], [0.5, float(number)])
    losses, shares = lines_of(series, {})
    assert [(line.name, line.curve[1][-1]) for line in losses] == [("G loss", 0.0), ("D loss", 1.0)]
    assert [(line.name, line.curve[1][-1]) for line in shares] == [("Real called real", 2.0), ("Fakes", 3.0)]
    means = {"Real": (np.arange(2.0), np.ones(2)), "Fake": (np.arange(2.0), np.zeros(2))}
    _, seen = lines_of({}, means)
    assert [line.name for line in seen] == ["Real", "Fake"]


def test_the_push_is_drawn_over_the_fake(qtbot: QtBot) -> None:
    figure = PushFigure()
    qtbot.addWidget(figure)
    figure.resize(120, 160)
    push = np.zeros((8, 8), np.float32)
    figure.show_seen(FakePushSeen(np.zeros((8, 8), np.uint8), push, 0.2))
    plain = figure.grab().toImage()
    push[2, 2] = 1.0
    figure.show_seen(FakePushSeen(np.zeros((8, 8), np.uint8), push, 0.2))
    assert figure.grab().toImage() != plain
    push[5, 5] = -0.5
    shown = overlay(push)
    up, down, none = (shown.pixelColor(*place) for place in ((2, 2), (5, 5), (0, 0)))
    assert (up.red() > up.blue(), down.blue() > down.red()) == (True, True)
    assert (up.alpha(), down.alpha(), none.alpha()) == (217, 108, 0)


def test_a_game_in_slow_motion_and_step_by_step(open_window: OpenWindow, qtbot: QtBot) -> None:
    """With the real worker: the view looks on, its levers move the run, and the menu says the same."""
    window = open_window("gan-2d", in_thread=True)
    window.show_workbench()
    workbench, controller = window.workbench, window.controller
    view = workbench.docks.open("gan")
    assert isinstance(view, GanCockpit)
    assert view.said
    view.controls.pace.slider.setValue(len(PACES) - 1)
    slow = next(action for action in window.menus.train.actions() if action.text() == "Slow &motion").menu()
    assert [action.isChecked() for action in slow.actions()] == [False] * (len(PACES) - 1) + [True]
    with qtbot.waitSignal(controller.progressed, timeout=LONG) as first:
        controller.run()
    assert first.args[0].step == 1
    qtbot.waitUntil(lambda: view.flow.lit == "Discriminator", timeout=LONG)
    qtbot.waitUntil(lambda: view.counts.said.endswith("none") or "classes" in view.counts.said, timeout=LONG)
    assert not view.controls.buttons["generator"].isEnabled()
    controller.pause()  # in the midst of a wait of seconds
    qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)
    assert view.plane.trail >= 1
    for part, network, step in (("generator", "Generator", 2), ("discriminator", "Discriminator", 3)):
        with qtbot.waitSignal(controller.progressed, timeout=LONG) as progress:
            view.controls.buttons[part].click()
        assert progress.args[0].step == step
        qtbot.waitUntil(lambda network=network: view.flow.lit == network, timeout=LONG)
        qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)
    slow.actions()[0].trigger()
    assert (controller.pace, view.controls.pace.slider.value()) == (0.0, 0)
    with qtbot.waitSignals([controller.progressed] * 3, timeout=LONG):
        controller.run()
    assert view.said == ""
    controller.pause()
    qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)


def test_a_game_of_images_shows_the_push_on_the_chosen_one(open_window: OpenWindow, qtbot: QtBot) -> None:
    from playground.core.edits import SetData
    from playground.core.project import DataSettings

    window = open_window("gan-small", in_thread=True)
    window.session.do(SetData(DataSettings(dataset="digits").model_dump()))
    window.show_workbench()
    view = window.workbench.docks.open("gan")
    assert isinstance(view, GanCockpit)
    with qtbot.waitSignal(window.controller.progressed, timeout=LONG):
        window.controller.step()
    qtbot.waitUntil(view.gallery.isVisible, timeout=LONG)
    view.gallery.choose(2)
    qtbot.waitUntil(lambda: view.push.isVisible() and view.push.shown, timeout=LONG)
    view.gallery.choose(None)
    assert not view.push.isVisible()
    qtbot.waitUntil(lambda: "of 10 classes" in view.counts.said, timeout=LONG)
