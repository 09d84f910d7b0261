"""Sums typed into number fields, judged by hand and, for random ones, by Python's own arithmetic."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings, strategies as st

from playground.ui.widgets.arithmetic import NotArithmetic, evaluate, is_plain


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("28*28", 784), ("3/4", 0.75), ("12/4", 3), ("2^10", 1024), ("2**3**2", 512), ("-2^2", -4), ("(1+2)*3", 9),
        ("20%", 0.2), ("1e-3", 0.001), ("1e3", 1000), (".5 + .25", 0.75), ("−3 + 5", 2), ("10 - 4 - 3", 3),
        ("9007199254740993 + 0", 9007199254740993), ("2^-1", 0.5), ("100÷8", 12.5),
    ],
)  # fmt: skip
def test_a_sum_is_worked_out_by_the_rules_of_arithmetic(text: str, value: float) -> None:
    found = evaluate(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "", "+", "2*", "(2", "2)", "two", "2 3", "1/0", "0^-1", "9^9^9", "9" * 61, "1e999", "(-8)^0.5", "a.b", "2,5",
        "__import__('os')", "1 if 1 else 2", "f(2)", "(" * 20 + "1" + ")" * 20, "1e308*10", "0x10", "1_0", "[1]",
    ],
)  # fmt: skip
def test_what_is_no_sum_of_finite_numbers_is_refused(text: str) -> None:
    with pytest.raises(NotArithmetic):
        evaluate(text)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from("+-*"), st.integers(0, 999)), min_size=1, max_size=6), st.integers(0, 999))
def test_random_sums_agree_with_python(rest: list[tuple[str, int]], first: int) -> None:
    wanted, product, sign = 0, first, 1  # products are gathered before they are added
    for operator, number in rest:
        if operator == "*":
            product *= number
        else:
            wanted, product, sign = wanted + sign * product, number, 1 if operator == "+" else -1
    assert evaluate("".join([str(first), *(f"{o}{n}" for o, n in rest)])) == wanted + sign * product


@settings(max_examples=30)
@given(st.floats(min_value=1e-300, max_value=1e300, allow_nan=False))
def test_a_written_out_number_is_itself(number: float) -> None:
    assert math.isclose(evaluate(repr(number)), number, rel_tol=0)
    assert is_plain(repr(number))
    assert not is_plain(f"{number!r}*1")
