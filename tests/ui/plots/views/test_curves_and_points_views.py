"""Forecasts over the truth, and points with one scale for both axes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot
from viewing import make_forecasts, make_scatter

from playground import protocol
from playground.ui.data.figures import class_color
from playground.ui.plots.views.forecasts import ForecastsView, thinned
from playground.ui.plots.views.scatter import ScatterView


def forecasts(
    qtbot: QtBot, view: protocol.Forecasts, width: int, height: int, *, compact: bool = False
) -> ForecastsView:
    widget = ForecastsView(compact=compact)
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show_view(view)
    return widget


def test_the_pointer_is_told_truth_and_forecast(qtbot: QtBot) -> None:
    widget = forecasts(qtbot, make_forecasts(), 700, 300)
    area = widget.place(2)
    step = area.width() / 14  # fifteen moments

    def tip(moment: int) -> str:
        return widget.tip(QPointF(area.left() + min(moment * step, area.width() - 1), area.center().y()))

    assert tip(9) == "last given: 9.000"
    assert tip(4) == "5 before the last: 4.000"
    assert tip(10) == "1 ahead\ntruth 10.00\nforecast 10.50"
    assert tip(14) == "5 ahead\ntruth 14.00\nforecast 14.50"
    assert widget.tip(QPointF(0, 0)) == ""
    assert widget.summary == "these are off by 0.5000 on average"


@pytest.mark.parametrize("width", [230, 480, 900])
def test_small_plots_do_not_overlap_and_compact_ones_stay_inside(qtbot: QtBot, width: int) -> None:
    widget = forecasts(qtbot, make_forecasts(16), width, 180, compact=True)
    widget.grab()
    count = widget._count()
    places = [widget.place(index) for index in range(count)]
    assert 0 < count <= 16
    assert all(widget.rect().contains(place.toRect()) for place in places)
    assert not any(a.intersects(b) for a in places for b in places if a is not b)


def test_a_scrolled_view_asks_for_the_height_of_all(qtbot: QtBot) -> None:
    widget = forecasts(qtbot, make_forecasts(16), 480, 100)
    widget.resize(480, widget.minimumHeight())
    assert widget.place(15).bottom() <= widget.height()


def test_what_is_not_finite_is_left_out(qtbot: QtBot) -> None:
    view = make_forecasts(2, 1)
    view.forecast[:] = np.nan
    widget = forecasts(qtbot, view, 400, 200)
    widget.grab()
    assert widget.summary == "these are off by – on average"


def test_thinning_keeps_ends_and_spikes() -> None:
    values = np.zeros(10_000)
    values[4321], values[777] = 5, -3
    moments, kept = thinned(np.arange(10_000), values, 100)
    assert len(kept) <= 400
    assert (moments[0], moments[-1]) == (0, 9_999)
    assert {4321, 777} <= set(moments.tolist())
    assert kept[moments.tolist().index(4321)] == 5
    short = thinned(np.arange(7), values[:7], 100)
    assert short[0].tolist() == list(range(7))


def scatter(qtbot: QtBot, view: protocol.Scatter, width: int = 600, height: int = 300) -> ScatterView:
    widget = ScatterView()
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show_view(view)
    return widget


def at(widget: ScatterView, x: float, y: float) -> QPointF:
    return QPointF(*widget.frame.to_view(np.array([[x, y]]))[0])


def test_points_are_where_and_what_they_are(qtbot: QtBot) -> None:
    widget = scatter(qtbot, make_scatter())
    image = widget.grab().toImage()
    assert image.pixelColor(at(widget, 0, 0).toPoint()) == class_color(0)
    assert image.pixelColor(at(widget, 4, 1).toPoint()) == class_color(1)
    assert widget.tip(at(widget, 4, 1)) == "dog\nz1 4.000\nz2 1.000"
    assert widget.tip(at(widget, 2, 0.5)) == "z1 2.000\nz2 0.5000"
    assert widget.tip(at(widget, 1, 1)) == ""


@pytest.mark.parametrize(("width", "height"), [(700, 150), (250, 200), (130, 110)])
def test_codes_have_one_scale_for_both_axes(qtbot: QtBot, width: int, height: int) -> None:
    widget = scatter(qtbot, make_scatter(), width, height)
    frame = widget.frame
    across = frame.area.width() / (frame.right - frame.left)
    assert across == pytest.approx(frame.area.height() / (frame.top - frame.bottom))
    assert widget.rect().contains(frame.area.toRect())


def test_truth_and_prediction_share_their_range(qtbot: QtBot) -> None:
    points = np.array([[10, 200], [300, 50]], np.float32)
    widget = scatter(qtbot, make_scatter(points=points, labels=np.full(2, -1), classes=(), diagonal=True))
    frame = widget.frame
    assert (frame.left, frame.right) == (frame.bottom, frame.top)
    assert frame.left < 10
    assert frame.right > 300


def test_points_that_are_not_finite_are_counted(qtbot: QtBot) -> None:
    points = np.array([[0, 0], [np.inf, 1], [2, np.nan]], np.float32)
    widget = scatter(qtbot, make_scatter(points=points))
    widget.grab()
    assert widget.summary == "3 points, 2 not finite"
    empty = scatter(qtbot, make_scatter(points=np.zeros((0, 2), np.float32), labels=np.zeros(0, int)))
    empty.grab()
    assert empty.tip(QPointF(100, 100)) == ""
