"""The space of codes in a real window: samples, sliders, grid, ways and divergence while a worker trains."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from pytestqt.qtbot import QtBot

from playground.core.presets import load_preset
from playground.protocol import FromData, LatentDecodedSeen, LatentSeen, LayerSeen, Scatter
from playground.protocol.lenses.layers import PlaneOfInputs
from playground.ui.main_window import MainWindow
from playground.ui.theme import theme
from playground.ui.views.latent.code_map import CodeMap
from playground.ui.views.latent.divergence import words
from playground.ui.views.latent.grid import SIDE, Cells
from playground.ui.views.latent.panels import BETWEEN, DIVERGENCE, GRID, SLIDERS
from playground.ui.views.latent.picture import Picture, words_of
from playground.ui.views.latent.point import frame_in
from playground.ui.views.latent.view import LatentView

OpenWindow = Callable[..., MainWindow]
LONG = 30_000


@pytest.fixture
def view(open_window: OpenWindow, qtbot: QtBot) -> LatentView:
    window = open_window(None, in_thread=True)
    made = load_preset("vae-2d").project
    data = made.data.replace(dataset="digits", limit=200)
    window.session.open(made.replace(data=data, training=made.training.replace(batch_size=32, device="cpu")))
    window.show_workbench()
    window.workbench.links.choose("nothing")
    found = window.workbench.docks.open("latent")
    assert isinstance(found, LatentView)
    with qtbot.waitSignal(window.controller.progressed, timeout=LONG):
        window.controller.step()
    qtbot.waitUntil(lambda: window.controller.state == "paused", timeout=LONG)
    qtbot.waitUntil(lambda: found.sight is not None and len(found.sight.points) == found.sight.wanted, timeout=LONG)
    qtbot.waitUntil(lambda: found.sliders.picture.seen is not None, timeout=LONG)
    return found


def place_of(view: LatentView, index: int) -> QPoint:
    codes = view.map.codes
    ((x, y),) = codes.frame.to_view(codes.scatter.points[[index]]).tolist()
    return QPointF(x, y).toPoint()


def alone(view: LatentView) -> int:
    """A point that no other is near to."""
    places = view.map.codes.frame.to_view(view.map.codes.scatter.points)
    away = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)) + 1e9 * np.eye(len(places))
    return int(away.min(1).argmax())


def test_codes_are_seen_moved_laid_out_and_mixed(view: LatentView, qtbot: QtBot) -> None:
    assert view.map.caption.startswith("Gaussian sample 1 · 2 numbers · ")
    # a click on a point: that sample flows through the window
    index = alone(view)
    number = int(view.sight.numbers[index])
    qtbot.mouseMove(view.map.codes, place_of(view, index) + QPoint(30, 0))
    qtbot.mouseMove(view.map.codes, place_of(view, index))
    qtbot.waitUntil(view.map.codes.card.isVisible, timeout=LONG)
    assert view.map.codes.card.words.endswith(f"test {number}")
    qtbot.mouseClick(view.map.codes, Qt.MouseButton.LeftButton, pos=place_of(view, index))
    assert view.bench.previews.subject == FromData("test", number)
    qtbot.waitUntil(lambda: view._code.subject == FromData("test", number), timeout=LONG)
    np.testing.assert_allclose(view.map.codes.sample, view.sight.points[index], atol=1e-5)
    # a slider: the picture follows
    before = view.sliders.picture.seen
    view.sliders.sliders[1].setValue(120)
    assert view.own[1] == pytest.approx(2.0)
    assert view.own[0] == view._code.code[0]
    qtbot.waitUntil(lambda: view.sliders.picture.seen is not before, timeout=LONG)
    qtbot.mouseClick(view.sliders.reset, Qt.MouseButton.LeftButton)
    assert view.own is None
    assert view.sliders.picture.seen is view._code.decoded
    # a grid: a click takes a cell's code
    view.panels.choose(GRID)
    cells = view.grid.cells
    qtbot.waitUntil(lambda: cells.seen is not None and len(cells.seen.results) == SIDE * SIDE, timeout=LONG)
    corner = cells.cell(0).center().toPoint()
    qtbot.mouseClick(cells, Qt.MouseButton.LeftButton, pos=corner)
    np.testing.assert_allclose(view.own, [-2.0537, 2.0537], atol=1e-3)  # 2 % of a normal distribution beyond each
    view.panels.choose(SLIDERS)
    qtbot.waitUntil(
        lambda: np.array_equal(view.sliders.picture.seen.values, cells.seen.results[0].values), timeout=LONG
    )
    # between two that are clicked
    view.panels.choose(BETWEEN)
    qtbot.waitUntil(lambda: view.between.seen is not None, timeout=LONG)
    view.map.codes.point_clicked.emit(3)
    view.map.codes.point_clicked.emit(5)
    ends = view.sight.points[[3, 5]]
    qtbot.waitUntil(lambda: np.allclose(view.between.seen.codes[[0, -1]], ends, atol=1e-5), timeout=LONG)
    assert view.bench.previews.subject == FromData("test", number)
    qtbot.waitUntil(lambda: len(view.between.seen.results) == len(view.between.seen.codes), timeout=LONG)
    assert len(view.map.codes.way) == len(view.between.seen.results)
    # what each number says
    view.panels.choose(DIVERGENCE)
    np.testing.assert_array_equal(view.panels.divergence.bars.values, view.sight.kl)
    assert f"{view.sight.kl.sum():.2f} nats" in view.panels.divergence.words


def test_another_layer_is_looked_at_when_it_is_selected(view: LatentView, qtbot: QtBot) -> None:
    session = view.bench.session
    session.select(["dense1"])
    assert view._port.lens.layer == ""  # its own code stays
    view.which.setCurrentIndex(1)
    view.which.activated.emit(1)
    qtbot.waitUntil(lambda: view.sight is not None and view.sight.layer == "dense1", timeout=LONG)
    assert len(view.sliders.shown) == 64
    qtbot.waitUntil(lambda: "cannot be decoded" not in view.sight.decodes, timeout=LONG)
    assert not view.panels.chips[DIVERGENCE].isVisible()
    view.bench.controller.reset()
    assert "first weights" in view.said


def test_sentences_about_dead_numbers() -> None:
    def said(kl: list[float], **changes: object) -> str:
        nothing, zeros = np.zeros((0, 2), np.float32), np.zeros(len(kl), np.float32)
        seen = LatentSeen(
            "sample1", "Gaussian sample", "test", np.arange(0), nothing, np.arange(0), (), 0, zeros, np.eye(len(kl), 2),
            1.0, zeros, zeros, kl=np.array(kl), **changes,
        )  # fmt: skip
        return words(seen)

    assert said([0.5, 0.2]).startswith("All numbers of the code say something. Together 0.70 nats")
    assert said([0.5, 0.009]).startswith("1 of 2 numbers is dead: it says less than 0.01 nats")
    assert "posterior collapse" in said([0.001, 0.002])
    told = said([1.0], weight=0.5, beta=4.0, warm_up=8)
    assert "the weight 0.5 in the loss now, on the way to β = 4 within 8 epochs" in told


def place_on_plane(x: float, y: float) -> LayerSeen:
    samples = np.array([[-1, -1], [1, 1], [0, 0.5]], np.float32)
    plane = PlaneOfInputs((-2.0, 2.0, -1.0, 1.0), ("x1", "x2"), samples, np.array([0, 1, 1], np.float32), ("a", "b"))
    return LayerSeen("vector", np.array([x, y], np.float32), 2, -1, 1, ("x1", "x2"), plane)


def test_two_numbers_of_the_data_are_a_place_on_their_plane(qtbot: QtBot) -> None:
    frame = frame_in(QRectF(0, 0, 200, 200), place_on_plane(0, 0).plane)
    assert frame.area == QRectF(0, 50, 200, 100)  # in its own proportions
    assert words_of(place_on_plane(0.25, -0.5)) == "x1 0.2500, x2 −0.5000"
    picture = Picture("Sample")
    qtbot.addWidget(picture)
    picture.resize(202, 202)
    picture.show_seen(place_on_plane(1.0, 0.5))
    shown = picture.grab().toImage()
    assert shown.pixelColor(151, 76) == theme().color("accent")
    assert shown.pixelColor(51, 126) != theme().color("accent")
    picture.show_seen(place_on_plane(9.0, 0.5))  # beyond the edge: on it, and hollow
    assert picture.grab().toImage().pixelColor(151, 76) != theme().color("accent")
    cells = Cells()
    qtbot.addWidget(cells)
    cells.resize(202, 202)
    grid = tuple(place_on_plane(x, y) for y in (0.8, -0.8) for x in np.linspace(-1.5, 1.5, SIDE))
    cells.show_seen(LatentDecodedSeen(grid, len(grid)))
    cells.grab()
    for index in (0, SIDE - 1, SIDE, 2 * SIDE - 1):
        x, y = frame_in(QRectF(1, 1, 200, 200), grid[0].plane).to_view(grid[index].values[None])[0]
        assert cells.index_at(QPointF(x + 2, y)) == index
    assert cells.index_at(QPointF(101, 101)) == -1


def test_points_have_the_colour_of_what_is_to_be_predicted(qtbot: QtBot) -> None:
    codes = CodeMap()
    qtbot.addWidget(codes)
    codes.resize(400, 200)
    points = np.array([[-1, 0], [0, 1], [1, 0]], np.float32)
    values = np.array([10.0, np.nan, 30.0], np.float32)
    labels = np.full(3, -1)
    codes.show_view(Scatter("codes", "Codes", points, labels, (), ("z1", "z2"), values=values, value_name="price"))
    assert codes.value_range == (10, 30)
    shown = codes.grab().toImage()
    low, high = (shown.pixelColor(QPointF(*codes.frame.to_view(points[[n]])[0]).toPoint()) for n in (0, 2))
    assert (low.name(), high.name()) == ("#440154", "#fde725")  # the ends of viridis
    bar = codes.frame.area.right() + 16 + 6
    bottom, top = shown.pixelColor(int(bar), int(codes.frame.area.bottom()) - 1), shown.pixelColor(int(bar), 40)
    assert bottom.lightnessF() < top.lightnessF()
    codes.show_view(Scatter("codes", "Codes", points, labels, (), ("z1", "z2")))
    assert codes.value_range is None
