"""Ticks: few, round, and honest on logarithmic axes."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, strategies as st

from playground.ui.plots.ticks import linear_ticks, log_ticks, nice_step, value_text


def texts(ticks: list) -> list[str]:
    return [tick.text for tick in ticks]


def test_linear_ticks_are_round_numbers() -> None:
    assert texts(linear_ticks(0, 4, 5)) == ["0", "1", "2", "3", "4"]
    assert texts(linear_ticks(0, 2.34, 6)) == ["0.0", "0.5", "1.0", "1.5", "2.0"]
    assert texts(linear_ticks(0, 102_000, 3)) == ["0", "50k", "100k"]
    assert texts(linear_ticks(0, 47_000, 5)) == ["0", "20k", "40k"]
    assert texts(linear_ticks(0, 1_300_000, 4)) == ["0", "0.5M", "1.0M"]
    assert texts(linear_ticks(0, 9_000, 3)) == ["0", "2,000", "4,000", "6,000", "8,000"]
    assert texts(linear_ticks(23_450, 23_490, 3)) == ["23,460", "23,480"]
    assert texts(linear_ticks(0, 2.1e7, 3)) == ["0", "10M", "20M"]
    assert texts(linear_ticks(0, 2.1e9, 3)) == ["0", "1·10⁹", "2·10⁹"]
    assert texts(linear_ticks(0, 3.2e-5, 4)) == ["0", "1·10⁻⁵", "2·10⁻⁵", "3·10⁻⁵"]
    assert texts(linear_ticks(9.9e6, 1.21e7, 3)) == ["10M", "11M", "12M"]
    assert texts(linear_ticks(-0.2, 0.2, 5)) == ["−0.2", "−0.1", "0.0", "0.1", "0.2"]
    assert texts(linear_ticks(0, 1, 3, percent=True)) == ["0 %", "50 %", "100 %"]
    assert texts(linear_ticks(0.985, 0.992, 4, percent=True)) == ["98.6 %", "98.8 %", "99.0 %", "99.2 %"]


def test_logarithmic_ticks_are_decades_without_a_zero() -> None:
    ticks = log_ticks(-4.5, 0.5, 8)
    assert [tick.place for tick in ticks] == [-4, -3, -2, -1, 0]
    assert texts(ticks) == ["10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰"]
    assert texts(log_ticks(-2.2, 2.2, 8)) == ["0.01", "0.1", "1", "10", "100"]
    assert [tick.place for tick in log_ticks(-12, 0, 4)] == [-12, -8, -4, 0]


def test_within_a_decade_the_fine_ticks_lie_where_their_logarithms_are() -> None:
    ticks = log_ticks(math.log10(0.15), math.log10(2.5), 8)
    assert texts(ticks) == ["0.2", "0.5", "1", "2"]
    for tick in ticks:
        assert 10**tick.place == pytest.approx(float(tick.text))
    assert texts(log_ticks(math.log10(4e3), math.log10(3e5), 8)) == ["5,000", "10k", "20k", "50k", "100k", "200k"]
    close = log_ticks(math.log10(0.62), math.log10(0.68), 4)
    assert texts(close) == ["0.62", "0.64", "0.66", "0.68"]
    assert close[1].place == pytest.approx(math.log10(0.64))


@given(st.floats(-1e9, 1e9), st.floats(1e-9, 1e9), st.integers(2, 12))
def test_linear_ticks_stay_inside_and_few(low: float, span: float, most: int) -> None:
    ticks = linear_ticks(low, low + span, most)
    slack = 1e-6 * (abs(low) + span)
    assert all(low - slack <= tick.place <= low + span + slack for tick in ticks)
    assert len(ticks) <= max(most + 1, 6)
    if span > 1e-3 * abs(low):
        assert len(ticks) >= 2
        assert len({tick.text for tick in ticks}) == len(ticks)


@given(st.floats(-300, 300), st.floats(1e-3, 600), st.integers(2, 12))
def test_logarithmic_ticks_stay_inside_and_have_no_zero(low: float, span: float, most: int) -> None:
    ticks = log_ticks(low, low + span, most)
    assert all(low - 1e-6 <= tick.place <= low + span + 1e-6 for tick in ticks)
    assert len(ticks) <= 2 * most + 2
    assert "0" not in texts(ticks)


@pytest.mark.parametrize(("low", "high"), [(0, 0), (1, 0), (math.nan, 1), (0, math.inf)])
def test_an_axis_without_extent_has_no_ticks(low: float, high: float) -> None:
    assert linear_ticks(low, high, 5) == []
    assert log_ticks(low, high, 5) == []


def test_steps_are_one_two_or_five() -> None:
    assert [nice_step(least) for least in (0.9, 1, 1.1, 3, 6, 0.03)] == pytest.approx([1, 1, 2, 5, 10, 0.05])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2.30259, "2.303"), (0.07123, "0.0712"), (0.001, "0.0010"), (0.00099, "9.9·10⁻⁴"), (12.5, "12.50"),
        (4321.0, "4,321"), (1.5e9, "1.5·10⁹"), (-0.5, "−0.5000"), (0.0, "0"), (None, "–"), (math.nan, "–"),
        (math.inf, "∞"), (-math.inf, "−∞"),
    ],
)  # fmt: skip
def test_values_have_about_four_digits(value: float | None, text: str) -> None:
    assert value_text(value) == text


def test_accuracy_is_read_in_percent() -> None:
    assert value_text(0.98765, percent=True) == "98.8 %"
