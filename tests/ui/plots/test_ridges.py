"""Ridges: what is pointed at is what is painted there, and its count is the histogram's."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from playground.telemetry.histograms import BINS, Histogram
from playground.ui.plots.ridge_plot import RidgePlot
from playground.ui.plots.ridges import (
    Ridge,
    Stage,
    bin_at,
    columns_for,
    common_range,
    labelled,
    profile,
    shown,
    usual_range,
)


def ridge(epoch: int, *, scale: float = 1.0, unfinite: int = 0) -> Ridge:
    values = scale * np.random.default_rng(epoch).normal(size=5000)
    counts, _ = np.histogram(values, BINS)
    return Ridge(epoch, 10 * epoch, Histogram(float(values.min()), float(values.max()), counts, unfinite))


def test_a_value_lies_in_the_bin_that_numpy_counts() -> None:
    found = ridge(3).histogram
    values = np.random.default_rng(3).normal(size=5000)
    for value in (-0.7, 0.0, 1.3, found.low, found.high):
        there = bin_at(found, value)
        assert there is not None
        assert there.low <= value <= there.high + 1e-12
        last = there.high >= found.high - 1e-9
        inside = (values >= there.low) & ((values <= there.high + 1e-12) if last else (values < there.high))
        assert abs(there.count - inside.sum()) <= 1  # one may lie on an edge
    assert bin_at(found, found.high + 1) is None
    assert bin_at(Histogram(2.0, 2.0, found.counts), 2.0).count == 5000  # type: ignore[union-attr]


def test_all_have_one_range_and_each_its_own_peak() -> None:
    ridges = [ridge(1), ridge(2, scale=10.0)]
    low, high = common_range(ridges)
    assert low < ridges[1].histogram.low
    assert high > ridges[1].histogram.high
    for each in ridges:
        assert profile(each.histogram, low, high, 100, False).max() == 1.0
        lifted, plain = (profile(each.histogram, low, high, 100, on) for on in (True, False))
        assert (lifted >= plain - 1e-12).all()
    assert common_range([]) == (-1.0, 1.0)
    zero = Histogram(0.0, 0.0, np.full(BINS, 3))
    low, high = common_range([Ridge(0, 0, zero)])
    assert low < 0 < high


def test_a_few_far_numbers_do_not_press_the_others_flat() -> None:
    values = np.concatenate((np.random.default_rng(0).normal(size=100_000), [900.0, -400.0]))
    counts, _ = np.histogram(values, BINS)
    far = Histogram(-400.0, 900.0, counts)
    low, high = usual_range([Ridge(0, 0, far), ridge(1)])
    width = (900 - -400) / BINS
    assert low <= -3.3
    assert high >= 3.3
    assert high - low < 4 * width  # the bins around the middle, and some room
    assert common_range([Ridge(0, 0, far)])[1] > 900
    near = [ridge(epoch) for epoch in range(3)]
    assert usual_range(near) == common_range(near)
    assert usual_range([]) == (-1.0, 1.0)


def test_few_numbers_get_few_columns() -> None:
    few = Histogram(0.0, 1.0, np.ones(BINS, np.int64))
    assert columns_for([Ridge(0, 0, few)], 600) < columns_for([ridge(1)], 600) <= 240
    assert columns_for([ridge(1)], 30) >= 16


def test_the_newest_stands_in_front_and_all_fit() -> None:
    stage = Stage(10, 20, 200, 150, 12)
    grounds = [stage.ground(index) for index in range(12)]
    assert grounds == sorted(grounds)
    assert grounds[-1] == pytest.approx(170)
    assert grounds[0] - stage.ridge_height == pytest.approx(20)
    assert labelled(stage, 13)[:2] == [11, 0]
    kept = shown([ridge(epoch) for epoch in range(48)], 60)
    assert (kept[0].epoch, kept[-1].epoch) == (0, 47)
    assert len(kept) < 20


def test_what_is_pointed_at_is_the_front_one_that_covers_the_place() -> None:
    stage = Stage(0, 0, 100, 100, 2)
    flat, full = np.zeros(10), np.ones(10)
    assert stage.ridge_at([full, flat], 50, stage.ground(0) - 5) == 0
    assert stage.ridge_at([full, full], 50, stage.ground(1) - 2) == 1
    assert stage.ridge_at([flat, flat], 50, stage.ground(1) - 1) == 1
    assert stage.ridge_at([flat, flat], 50, 0) == 0


@pytest.mark.parametrize("style", ["ridges", "map"])
@pytest.mark.parametrize("size", [(110, 90), (420, 240)])
def test_it_paints_and_tells(style: str, size: tuple[int, int], qtbot: QtBot) -> None:
    plot = RidgePlot("Weights")
    qtbot.addWidget(plot)
    plot.resize(*size)
    plot.set_style(style, logarithmic=True)  # type: ignore[arg-type]
    empty = plot.grab().toImage()
    assert plot.told_at(QPointF(50, 40)) == ""
    ridges = [ridge(epoch, unfinite=7 * (epoch == 20)) for epoch in range(21)]
    plot.set_ridges(ridges)
    assert plot.grab().toImage() != empty
    told = plot.told_at(QPointF(size[0] / 2 - 15, size[1] - 23))
    assert told.startswith("epoch 20, step 200 · ")
    assert told.endswith("of 5,007 · 7 not finite")
    low, high = plot.range
    middle = (low + high) / 2
    value = plot._value_at(size[0] / 2 - 16)
    assert value == pytest.approx(middle, abs=0.02 * (high - low))
    there = bin_at(ridges[-1].histogram, plot._value_at(size[0] / 2 - 15))
    assert there is not None
    assert f" {there.count:,} of 5,007" in told
