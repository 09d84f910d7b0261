"""A series forgets points, but never an extreme."""

from __future__ import annotations

import math
import time

import numpy as np
import pytest
from hypothesis import given, strategies as st

from playground.telemetry.series import Series

values = st.one_of(
    st.floats(min_value=-1e6, max_value=1e6),
    st.sampled_from([math.nan, math.inf, -math.inf, 0.0, 1e300, -1e300, 5e-324]),
)
chunks = st.lists(st.lists(st.tuples(st.integers(0, 50), values), max_size=60), max_size=12)


def appended(chunks: list[list[tuple[int, float]]], capacity: int) -> tuple[Series, list[int], list[float]]:
    """The series, and everything that was ever put into it."""
    series, steps, everything, step = Series(capacity), [], [], 0
    for chunk in chunks:
        fresh = []
        for ahead, _ in chunk:
            step += ahead
            fresh.append(step)
        series.extend(fresh, [value for _, value in chunk])
        steps += fresh
        everything += [value for _, value in chunk]
    return series, steps, everything


@given(chunks, st.sampled_from([16, 17, 40, 64]))
def test_extremes_ends_and_order_survive_whatever_was_appended(
    parts: list[list[tuple[int, float]]], capacity: int
) -> None:
    series, steps, everything = appended(parts, capacity)
    kept_steps, kept = series.arrays()
    assert len(series) == len(kept) == len(kept_steps) <= capacity
    assert (np.diff(kept_steps) >= 0).all()
    if everything:
        assert (kept_steps[0], kept_steps[-1]) == (steps[0], steps[-1])
        assert kept[-1] == everything[-1] or math.isnan(everything[-1])
        assert kept[0] == everything[0] or math.isnan(everything[0])
    finite = [value for value in everything if math.isfinite(value)]
    if finite:
        assert min(kept[np.isfinite(kept)]) == min(finite)
        assert max(kept[np.isfinite(kept)]) == max(finite)
    pairs = set(zip(steps, everything, strict=True))
    assert all((step, value) in pairs for step, value in zip(kept_steps, kept, strict=True) if not math.isnan(value))


@given(chunks)
def test_averages_keep_the_mean_and_the_number_of_what_was_measured(parts: list[list[tuple[int, float]]]) -> None:
    modest = [[(ahead, value if abs(value) < 1e7 else math.nan) for ahead, value in part] for part in parts]
    series, _, everything = appended(modest, 16)
    finite = [value for value in everything if math.isfinite(value)]
    _, means, weights = series.averages()
    assert weights.sum() == pytest.approx(len(finite))
    if finite:
        assert (means * weights).sum() == pytest.approx(math.fsum(finite), rel=1e-9, abs=1e-6)


@pytest.mark.parametrize("where", [1, 2, 4_095, 4_096, 123_457, 500_000, 999_998])
def test_a_spike_of_one_step_in_a_million_stays_where_it_was(where: int) -> None:
    noise = np.random.default_rng(0).normal(size=1_000_000)
    noise[where], noise[where - 1] = 1e3, -1e3
    series = Series()
    for start in range(0, len(noise), 10_000):
        series.extend(np.arange(start, start + 10_000), noise[start : start + 10_000])
    steps, kept = series.arrays()
    assert len(series) <= 4096
    assert steps[kept.argmax()] == where
    assert kept.max() == 1e3
    assert steps[kept.argmin()] == where - 1


def test_every_stretch_keeps_its_own_extremes() -> None:
    """Not only the run's: in each of 500 stretches a local spike is still to be seen."""
    values = np.random.default_rng(1).random(500_000)
    spikes = np.arange(500) * 1000 + 321
    values[spikes] = 5.0
    series = Series()
    series.extend(np.arange(500_000), values)
    steps, kept = series.arrays()
    assert set(spikes) <= set(steps[kept == 5.0].astype(int))


def test_a_long_array_and_many_short_ones_are_kept_alike() -> None:
    values = np.random.default_rng(2).random(200_000)
    at_once, bit_by_bit = Series(), Series()
    at_once.extend(np.arange(200_000), values)
    for start in range(0, 200_000, 77):
        bit_by_bit.extend(np.arange(start, min(start + 77, 200_000)), values[start : start + 77])
    for series in (at_once, bit_by_bit):
        assert len(series) > 1000
        assert series.arrays()[1].max() == values.max()


def test_memory_does_not_grow_with_the_run() -> None:
    series = Series()
    series.extend(np.arange(10), np.zeros(10))
    before = sum(array.nbytes for array in vars(series).values() if isinstance(array, np.ndarray))
    series.extend(np.arange(10, 300_000), np.zeros(299_990))
    assert sum(array.nbytes for array in vars(series).values() if isinstance(array, np.ndarray)) == before


def test_appending_stays_fast_in_a_long_run() -> None:
    """Ratio of late to early appends, so that the machine does not matter."""
    series = Series()

    def cost(start: int) -> float:
        began = time.thread_time()
        for step in range(start, start + 100_000, 50):
            series.extend(np.arange(step, step + 50), np.ones(50))
        return time.thread_time() - began

    early = cost(0)
    series.extend(np.arange(100_000, 5_000_000), np.ones(4_900_000))
    assert cost(5_000_000) < 3 * early


def test_nan_and_infinity_are_gaps_that_give_way_to_numbers() -> None:
    series = Series(16)
    series.extend(range(4), [1.0, math.nan, math.inf, 2.0])
    assert np.isnan(series.arrays()[1][1])
    series.extend(range(4, 400), [math.nan] * 396)
    series.append(400, 3.0)
    finite = series.arrays()[1]
    assert set(finite[np.isfinite(finite)]) == {1.0, 2.0, 3.0}


@pytest.mark.parametrize(
    ("steps", "values"),
    [([3, 2], [0, 0]), ([1], [1, 2]), ([math.nan], [0]), ([math.inf], [0]), ([[1, 2]], [[1, 2]]), ([4], [0])],
)
def test_what_is_no_series_is_refused_and_changes_nothing(steps: list[float], values: list[float]) -> None:
    series = Series()
    series.append(5, 1.0)
    with pytest.raises(ValueError, match=r"steps|values|step|vector"):
        series.extend(steps, values)
    assert series.arrays()[1].tolist() == [1.0]
    assert series.version == 1


def test_too_little_room_is_refused() -> None:
    with pytest.raises(ValueError, match="16"):
        Series(15)


def test_the_value_at_a_step_is_the_one_known_then() -> None:
    series = Series()
    series.extend([10, 20], [1.0, 2.0])
    assert [series.at(step) for step in (9, 10, 19.9, 20, 99)] == [None, 1.0, 1.0, 2.0, 2.0]


def test_truncating_forgets_what_came_later() -> None:
    series = Series()
    series.extend(range(10), range(10))
    series.truncate(4)
    assert series.arrays()[0].tolist() == [0, 1, 2, 3, 4]
    series.append(5, 50.0)
    assert series.last_value == 50.0


def test_rows_go_to_json_and_back() -> None:
    series = Series()
    series.extend([1, 2, 3], [0.5, math.nan, -math.inf])
    assert series.rows() == [[1, 0.5], [2, None], [3, None]]
    again = Series.from_rows(series.rows())
    assert again.arrays()[0].tolist() == [1, 2, 3]
    assert np.isnan(again.arrays()[1]).tolist() == [False, True, True]
