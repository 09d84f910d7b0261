"""The decision boundary in the window: contour lines by their places, choices, clicks, and the cards over the plane."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from playground.protocol import Boundary, Brought, FromData, LayerSeen, PlaneOfInputs
from playground.ui.data.figures import class_color
from playground.ui.main_window import MainWindow
from playground.ui.plots.views.contours import contour, levels_of
from playground.ui.previews import planes, tiles
from playground.ui.previews.preview import Preview, rendered
from playground.ui.theme import theme
from playground.ui.views.boundary.view import BoundaryView

OpenWindow = Callable[..., MainWindow]
LONG = 30_000


def test_a_contour_of_a_cone_is_a_circle() -> None:
    across, up = np.meshgrid(np.arange(41) + 0.5, np.arange(31) + 0.5)
    distance = np.hypot(across - 20, up - 15)
    pieces = contour(distance, 9.0)
    assert np.abs(np.hypot(pieces[..., 0] - 20, pieces[..., 1] - 15) - 9).max() < 0.02
    length = np.hypot(*(pieces[:, 1] - pieces[:, 0]).T).sum()
    assert length == pytest.approx(2 * np.pi * 9, rel=0.01)
    assert contour(distance, 99.0).shape == (0, 2, 2)
    distance[15, 29] = np.nan  # beside what is not finite there is no line
    assert len(contour(distance, 9.0)) < len(pieces)


def test_a_saddle_has_two_lines_and_levels_are_round() -> None:
    pieces = contour(np.array([[1.0, 0.0], [0.0, 1.0]]), 0.5)
    assert len(pieces) == 2
    assert sorted(map(tuple, pieces.reshape(-1, 2).tolist())) == [(0.5, 1.0), (1.0, 0.5), (1.0, 1.5), (1.5, 1.0)]
    assert levels_of(0.0, 1.0) == pytest.approx((0.2, 0.4, 0.6, 0.8))


def over_plane(values: np.ndarray, names: tuple[str, ...] = ()) -> LayerSeen:
    points = np.array([[0.0, 0.0]], np.float32)
    plane = PlaneOfInputs((-1.0, 1.0, -1.0, 1.0), ("x1", "x2"), points, np.zeros(1, np.float32), names)
    return LayerSeen("plane", values, len(values), float(values.min()), float(values.max()), names, plane)


def near(one: QColor, other: QColor) -> bool:
    return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)) < 12


def test_units_are_upright_and_coloured_around_zero(qapp: object) -> None:
    rising = np.repeat(np.linspace(-2, 1, 8, dtype=np.float32)[:, None], 8, 1)[None]
    (image,) = tiles.planes_of(over_plane(rising))
    assert near(image.pixelColor(3, 7), theme().color("train"))  # −2, at the bottom
    assert not near(image.pixelColor(3, 0), theme().color("val"))  # 1 of 2
    (upside,) = tiles.planes_of(over_plane(-rising))
    assert near(upside.pixelColor(3, 7), theme().color("val"))
    flat = np.zeros((1, 4, 4), np.float32)
    assert near(tiles.planes_of(over_plane(flat))[0].pixelColor(0, 0), theme().color("line"))


def test_classes_have_the_likeliest_and_a_map_each_with_samples_when_enlarged(qapp: object) -> None:
    first = np.zeros((6, 6), np.float32)
    first[:, :3] = 1
    seen = over_plane(np.stack((first, 1 - first)), ("a", "b"))
    likeliest, one, other = tiles.planes_of(seen)
    assert likeliest.pixelColor(0, 2) != likeliest.pixelColor(5, 2)
    assert near(one.pixelColor(0, 2), class_color(0))
    assert near(one.pixelColor(5, 2), theme().color("canvas"))
    assert near(other.pixelColor(5, 2), class_color(1))
    card = rendered(seen, 120, 34, 1.0, QColor("red"))
    assert card.pixelColor(17, 17).alpha() == 255
    assert card.pixelColor(118, 17).alpha() == 0  # three squares of 34
    assert planes.told(seen) == "2 classes over x1 and x2"


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    made = open_window("spiral-2d", in_thread=True)
    made.show_workbench()
    return made


def step(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.controller.progressed, timeout=LONG):
        window.controller.step()
    qtbot.waitUntil(lambda: window.controller.state == "paused", timeout=LONG)


def opened(window: MainWindow, qtbot: QtBot) -> BoundaryView:
    view = window.workbench.docks.open("boundary")
    assert isinstance(view, BoundaryView)
    assert view.said
    step(window, qtbot)
    qtbot.waitUntil(lambda: view.shown_run == window.controller.run_id and not view.said, timeout=LONG)
    return view


def test_a_click_has_a_sample_or_a_place_flow_through_and_the_cards_can_show_either(
    window: MainWindow, qtbot: QtBot
) -> None:
    view, previews = opened(window, qtbot), window.workbench.previews
    assert view.how.isHidden()  # two numbers: nothing to choose
    assert view.across.isHidden()
    seen = view._last
    assert seen is not None
    assert seen.plane is not None
    at = view.plane.frame.to_view(seen.plane.points[:1])[0]
    where = QPoint(round(at[0]), round(at[1]))
    told = view.plane.tip(QPointF(*at.tolist()))
    assert "x1" in told
    assert "sample" in told
    assert "says" in told
    qtbot.mouseClick(view.plane, Qt.MouseButton.LeftButton, pos=where)
    assert isinstance(previews.subject, FromData)
    assert previews.subject.part == "train"
    corner = view.plane.frame.area.topLeft().toPoint()
    qtbot.mouseClick(view.plane, Qt.MouseButton.LeftButton, pos=corner + QPoint(4, 4))
    assert isinstance(previews.subject, Brought)
    qtbot.waitUntil(lambda: previews.sight is not None and previews.sight.subject == previews.subject, timeout=LONG)
    window.canvas.sample.plane.click()
    card = window.canvas.view.canvas_scene.nodes["input1"]
    qtbot.waitUntil(lambda: isinstance(card.preview, Preview) and card.preview.seen.kind == "vector", timeout=LONG)
    assert isinstance(card.preview, Preview)
    x, y = view.plane.frame.to_plane((corner + QPoint(4, 4)).toPointF())
    np.testing.assert_allclose(card.preview.seen.values, (x, y), rtol=1e-5)
    window.canvas.sample.plane.click()
    qtbot.waitUntil(lambda: isinstance(card.preview, Preview) and card.preview.seen.kind == "plane", timeout=LONG)


def test_of_several_features_two_can_be_chosen(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("iris", in_thread=True)
    window.show_workbench()
    view = opened(window, qtbot)
    assert not view.how.isHidden()
    assert "95 % of the variance" in view.words.full_text
    view.how.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "medians" in view.words.full_text, timeout=LONG)
    assert view.lens() == Boundary("Classifier", (0, 1), "train", 0)
    view.across.setCurrentIndex(1)  # what lies along the left edge gives way
    assert view.lens() == Boundary("Classifier", (1, 2), "train", 0)
    view.part.setCurrentIndex(2)
    qtbot.waitUntil(lambda: view._last is not None and view._last.part == "test", timeout=LONG)
