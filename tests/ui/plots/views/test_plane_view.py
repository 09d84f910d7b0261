"""The map of a plane: upright, in the classes' colours, with what the pointer is told."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from viewing import make_plane

from playground.ui.data.figures import class_color
from playground.ui.plots.views.frame import around, fitted
from playground.ui.plots.views.plane import PlaneView, wrong_side
from playground.ui.plots.views.shades import class_map, value_map, value_range
from playground.ui.theme import theme


def shown(qtbot: QtBot, view: object, width: int = 600, height: int = 300, *, compact: bool = False) -> PlaneView:
    widget = PlaneView(compact=compact)
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show_view(view)  # type: ignore[arg-type]
    return widget


def far(one: QColor, other: QColor) -> int:
    return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def place(widget: PlaneView, x: float, y: float) -> QPointF:
    return QPointF(*widget.frame.to_view(np.array([[x, y]]))[0])


def test_points_on_the_side_of_another_class_are_found() -> None:
    assert wrong_side(make_plane()).tolist() == [False, False, True, False]
    assert not wrong_side(make_plane(classes=())).any()
    assert wrong_side(make_plane(points=np.zeros((0, 2), np.float32), labels=np.zeros(0))).shape == (0,)


def test_the_first_row_of_a_map_is_at_the_bottom() -> None:
    image = value_map(np.array([[0.0], [1.0]], np.float32), 0, 1)
    assert image.pixelColor(0, 0) == theme().color("val")
    assert image.pixelColor(0, 1) == theme().color("train")


def test_an_unsure_network_leaves_the_ground_visible() -> None:
    values = np.zeros((1, 3), np.float32)
    image = class_map(values, np.array([[0.5, 0.75, 1.0]], np.float32), 2)
    away = [far(image.pixelColor(column, 0), class_color(0)) for column in range(3)]
    assert away[0] > away[1] > away[2]
    assert far(image.pixelColor(0, 0), theme().color("canvas")) < 60


def test_what_is_not_a_number_is_ground() -> None:
    nothing = np.full((2, 2), np.nan, np.float32)
    ground = theme().color("canvas")
    assert class_map(nothing, nothing, 3).pixelColor(0, 0) == ground
    assert value_map(nothing, 0, 1).pixelColor(1, 1) == ground
    assert value_range(nothing) == (0, 1)


def test_a_scale_with_both_signs_has_zero_in_its_middle() -> None:
    assert value_range(np.array([-1.0, 0.5]), np.array([3.0, np.nan])) == (-3, 3)
    assert value_range(np.array([2.0, 5.0])) == (2, 5)
    assert value_range(np.array([2.0, 2.0])) == (1.5, 2.5)


@pytest.mark.parametrize(("width", "height"), [(700, 150), (240, 180), (400, 700), (130, 100)])
def test_both_axes_have_one_scale_and_the_plane_stays_inside(qtbot: QtBot, width: int, height: int) -> None:
    widget = shown(qtbot, make_plane(right=4.0), width, height)
    area = widget.frame.area
    assert area.width() / 6 == pytest.approx(area.height() / 4)
    assert widget.rect().contains(area.toRect())
    assert widget.frame.to_plane(place(widget, 1.25, -0.5)) == pytest.approx((1.25, -0.5))


def test_the_pointer_is_told_place_answer_and_point(qtbot: QtBot) -> None:
    widget = shown(qtbot, make_plane())
    assert widget.tip(place(widget, -1, 1)) == "−1.000, 1.000\nsays left, 75.0 % sure"
    assert widget.tip(place(widget, 1.5, 0)).splitlines()[1:] == ["says right, 75.0 % sure", "point: right"]
    assert widget.tip(place(widget, -0.5, -1.5)).endswith("point: right (on the wrong side)")
    assert widget.tip(QPointF(1, 1)) == ""
    assert widget.summary == "1 of 4 points on the wrong side"


def test_values_are_told_where_there_are_no_classes(qtbot: QtBot) -> None:
    values = np.arange(16, dtype=np.float32).reshape(4, 4)
    widget = shown(qtbot, make_plane(values=values, certainty=None, classes=(), labels=np.array([0.25, 1, 2, 3])))
    assert widget.tip(place(widget, 1.9, -1.9)).splitlines()[1] == "says 3.000"
    assert widget.tip(place(widget, -1.5, 0)).endswith("point: 0.2500")


def test_generated_points_lie_over_real_ones(qtbot: QtBot) -> None:
    fakes = np.array([[0.0, -1.0]], np.float32)
    widget = shown(qtbot, make_plane(name="generated", values=None, certainty=None, classes=(), fakes=fakes))
    image = widget.grab().toImage()
    assert image.pixelColor(place(widget, 0, -1).toPoint()) == theme().color("train")
    assert image.pixelColor(place(widget, -1.5, 0).toPoint()) == theme().color("val")
    assert widget.tip(place(widget, -1.5, 0)).endswith("point: real")


def test_points_have_the_colours_of_their_classes_in_both_themes(qtbot: QtBot, qapp: QApplication) -> None:
    widget = shown(qtbot, make_plane())
    grounds = []
    for name in ("light", "dark"):
        theme().apply(qapp, name)
        image = widget.grab().toImage()
        assert image.pixelColor(place(widget, -1.5, 0).toPoint()) == class_color(0)
        assert image.pixelColor(place(widget, 1.5, 0).toPoint()) == class_color(1)
        grounds.append(image.pixelColor(place(widget, -1, 1).toPoint()))
    assert far(*grounds) > 60


def test_an_export_is_drawn_with_all_its_pixels(qtbot: QtBot) -> None:
    widget = shown(qtbot, make_plane())
    large = QImage(widget.size() * 2, QImage.Format.Format_RGB32)
    large.setDevicePixelRatio(2)
    widget.render(large)
    small = QImage(widget.size(), QImage.Format.Format_RGB32)
    widget.render(small)
    doubled = small.scaled(large.size())
    assert np.any(np.array(large.constBits()) != np.array(doubled.constBits()))


def test_bounds_hold_all_finite_points_and_are_never_a_line() -> None:
    points = np.array([[0, 5], [10, 5], [np.nan, 900]])
    left, right, bottom, top = around(points)
    assert left < 0
    assert right > 10
    assert bottom < 5 < top
    assert (top - bottom) * 3.5 > right - left
    assert around(np.zeros((0, 2))) == (0, 1, 0, 1)
    left, right, bottom, top = around(np.array([[1, 2], [3, 8]]), square=True)
    assert (left, right) == (bottom, top)


def test_a_single_point_can_be_framed() -> None:
    frame = fitted(QRectF(0, 0, 300, 200), around(np.array([[1e6, 1e6]])))
    assert np.isfinite(frame.to_view(np.array([[1e6, 1e6]]))).all()


def test_a_scale_that_was_told_is_shown_whatever_the_points_are(qtbot: QtBot) -> None:
    scores = np.linspace(-4, 9, 16, dtype=np.float32).reshape(4, 4)
    fakes = np.zeros((0, 2), np.float32)
    plain = make_plane(name="boundary", values=scores, certainty=None, classes=(), fakes=fakes)
    assert shown(qtbot, plain)._range == (0.0, 1.0)
    widget = shown(qtbot, replace(plain, scale=(-4.0, 9.0)))
    assert widget._range == (-4.0, 9.0)
    assert [entry.name for entry in widget._entries()] == ["real"]  # none is generated on this plane
