"""What a plot shows while it follows."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, strategies as st

from playground.ui.plots.auto_range import Bounds, right_end, value_range


def bounds(*values: float) -> Bounds:
    return Bounds(min(values), max(values), min((v for v in values if v > 0), default=math.inf))


@given(st.floats(1e-4, 500), st.floats(0, 300))
def test_the_newest_point_is_in_sight_and_the_axis_ends_with_the_run(last: float, total: float) -> None:
    end = right_end(last, total)
    assert end >= last
    assert end <= max(last, total)


def test_the_axis_stands_still_between_few_steps() -> None:
    ends = {right_end(step / 1000, 10.0) for step in range(1, 10_001)}
    assert len(ends) < 20
    assert max(ends) == 10.0


def test_before_the_first_point_there_is_an_axis_too() -> None:
    assert right_end(0, 10) == 1.0
    assert right_end(0, 0) == 1.0


def test_a_loss_is_read_against_zero_but_only_when_it_has_fallen() -> None:
    assert value_range(bounds(0.1, 2.3), None, log=False)[0] == 0.0
    assert value_range(bounds(2.2, 2.3), None, log=False)[0] > 2.1


def test_a_logarithmic_range_holds_the_smallest_value_above_zero() -> None:
    bottom, top = value_range(bounds(0.0, 1e-5, 10.0), None, log=True)
    assert -6 < bottom < -5
    assert 1 < top < 2


def test_accuracy_does_not_reach_beyond_its_bounds() -> None:
    assert value_range(bounds(0.0, 1.0), None, log=False, percent=True) == (0.0, 1.02)


def test_a_range_that_fits_is_kept_and_one_that_does_not_is_left() -> None:
    shown = value_range(bounds(0.1, 2.0), None, log=False)
    assert value_range(bounds(0.09, 2.01), shown, log=False) == shown
    assert value_range(bounds(0.09, 3.0), shown, log=False) != shown
    assert value_range(bounds(0.09, 0.2), shown, log=False) != shown


@pytest.mark.parametrize("log", [False, True])
def test_equal_values_and_no_values_have_a_range(log: bool) -> None:
    for some in (Bounds(), bounds(0.0), bounds(3.0), bounds(-1.0, -1.0)):
        bottom, top = value_range(some, None, log=log)
        assert math.isfinite(bottom)
        assert bottom < top
