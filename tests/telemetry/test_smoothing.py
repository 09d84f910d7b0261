"""The moving average against its definition, summed point by point."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, strategies as st

from playground.telemetry.series import Series
from playground.telemetry.smoothing import smooth

rows = st.lists(st.tuples(st.integers(0, 40), st.floats(-100, 100), st.sampled_from([0.0, 0.5, 1.0, 7.0])), max_size=60)


@given(rows, st.sampled_from([0.5, 2.0, 10.0, 300.0]))
def test_it_is_the_weighted_mean_of_what_came_before(points: list[tuple[int, float, float]], length: float) -> None:
    steps = np.cumsum([ahead for ahead, _, _ in points]).astype(float)
    values, weights = np.array([p[1] for p in points]), np.array([p[2] for p in points])
    got = smooth(steps, values, weights, length)
    for k in range(len(points)):
        decayed = [weights[i] * math.exp(-(steps[k] - steps[i]) / length) for i in range(k + 1)]
        if sum(decayed) > 1e-3:
            expected = sum(d * v for d, v in zip(decayed, values, strict=False)) / sum(decayed)
            assert got[k] == pytest.approx(expected, abs=1e-3)


def test_a_constant_stays_itself_from_the_first_point() -> None:
    """Without bias correction it would rise from nothing."""
    assert smooth(np.arange(50.0), np.full(50, 3.0), np.ones(50), 20) == pytest.approx(np.full(50, 3.0))


def test_a_step_is_forgotten_to_one_in_e_after_the_length() -> None:
    steps = np.arange(2000.0)
    values = np.where(steps < 1000, 1.0, 0.0)
    assert smooth(steps, values, np.ones(2000), 50)[1049] == pytest.approx(math.exp(-1), rel=0.02)


def test_a_rare_spike_moves_the_average_of_a_merged_series_no_more_than_the_true_one() -> None:
    """The mean of a bucket's extremes would be half the spike."""
    values = np.full(400_000, 0.1)
    values[200_000] = 1000.0
    series = Series()
    series.extend(np.arange(400_000), values)
    steps, means, weights = series.averages()
    got = smooth(steps, means, weights, 2000)
    assert got.max() < 2.0  # at once after the spike the true one is 0.1 + 1000 / 2000


def test_nothing_before_is_no_number_and_nothing_at_all_is_nothing() -> None:
    assert np.isnan(smooth(np.array([1.0]), np.array([0.0]), np.array([0.0]), 5)).all()
    assert len(smooth(np.empty(0), np.empty(0), np.empty(0), 5)) == 0
    with pytest.raises(ValueError, match="length"):
        smooth(np.empty(0), np.empty(0), np.empty(0), 0)
