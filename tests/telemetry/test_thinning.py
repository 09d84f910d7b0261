"""Thinned curves draw the same picture."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given, strategies as st

from playground.telemetry.thinning import extremes, thin

points = st.lists(
    st.tuples(st.integers(0, 3), st.one_of(st.floats(-100, 100), st.just(math.nan))), min_size=1, max_size=300
)


@given(points, st.integers(1, 20))
def test_each_bucket_keeps_its_extremes_and_the_ends_stay(rows: list[tuple[int, float]], buckets: int) -> None:
    x, y = np.cumsum([ahead for ahead, _ in rows]).astype(float), np.array([value for _, value in rows])
    left, right = float(x[0]), float(x[-1]) + 1.0
    thin_x, thin_y = thin(x, y, left, right, buckets)
    assert len(thin_x) <= 2 * buckets + 2
    assert (thin_x[0], thin_x[-1]) == (x[0], x[-1])
    bucket_of = np.clip(np.floor((x - left) * (buckets / (right - left))), 0, buckets - 1)
    thin_bucket_of = np.clip(np.floor((thin_x - left) * (buckets / (right - left))), 0, buckets - 1)
    for bucket in set(bucket_of):
        true = [value for value in y[bucket_of == bucket] if not math.isnan(value)]
        kept = [value for value in thin_y[thin_bucket_of == bucket] if not math.isnan(value)]
        if true:
            assert (min(kept), max(kept)) == (min(true), max(true))


def test_only_what_is_visible_and_a_neighbour_on_each_side_is_kept() -> None:
    x = np.arange(1000.0)
    kept, _ = thin(x, x, 400, 410, 500)
    assert kept.tolist() == list(range(399, 412))


def test_a_group_without_a_number_stays_a_gap() -> None:
    values = np.array([1.0, np.nan, np.nan, np.nan, 2.0])
    assert extremes(values, np.array([0, 1, 4])).tolist() == [0, 1, 4]
