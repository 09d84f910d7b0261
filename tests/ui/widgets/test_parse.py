"""Text to values and back, for each kind of field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

from playground.core.forms import FormField, form_fields
from playground.layers import Conv1D, Conv2D, Conv3D, Dense, Input, MaxPool2D
from playground.ui.widgets.parse import BadInput, expectation, format_value, parse_value, same_value

UNITS = next(field for field in form_fields(Dense) if field.name == "units")
CONV = {field.name: field for field in form_fields(Conv2D)}
SHAPE = form_fields(Input)[0]
STRIDE = next(field for field in form_fields(MaxPool2D) if field.name == "stride")
RATE = FormField("rate", "Rate", "float", 0.1, "", 0.0, 1.0, exclusive_maximum=True)
LR = FormField("lr", "Rate", "float", 0.1, "", 0.0, 100.0, exclusive_minimum=True)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (UNITS, "64", 64),
        (UNITS, " 1,024 ", 1024),
        (UNITS, "1e3", 1000),
        (CONV["kernel"], "3", 3),
        (CONV["kernel"], "3 × 5", [3, 5]),
        (CONV["kernel"], "3x5", [3, 5]),
        (CONV["kernel"], "5, 5", 5),
        (CONV["padding"], "same", "same"),
        (CONV["padding"], "0", 0),
        (SHAPE, "", None),
        (SHAPE, "1 × 28 × 28", [1, 28, 28]),
        (SHAPE, "28", [28]),
        (STRIDE, "", None),
        (RATE, "0,5", 0.5),
        (RATE, ".25", 0.25),
        (LR, "1e-3", 0.001),
        (LR, "3E-4", 0.0003),
    ],
)
def test_text_becomes_the_value_it_stands_for(field: FormField, text: str, value: Any) -> None:
    found = parse_value(field, text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (UNITS, ""), (UNITS, "0"), (UNITS, "-3"), (UNITS, "many"), (UNITS, "1.5"), (UNITS, "10000001"),
        (UNITS, "9" * 5000), (UNITS, "nan"), (UNITS, "inf"), (UNITS, "3 × 4"),
        (CONV["kernel"], "3 × 4 × 5"), (CONV["kernel"], "0"), (CONV["kernel"], "×"), (CONV["kernel"], ""),
        (CONV["padding"], "sam"), (CONV["padding"], "-1"), (SHAPE, "0 × 3"), (RATE, "1"), (RATE, "1e400"), (LR, "0"),
    ],
)  # fmt: skip
def test_text_that_is_no_value_is_answered_with_what_is(field: FormField, text: str) -> None:
    with pytest.raises(BadInput, match=rf"^{field.label} takes "):
        parse_value(field, text)


def test_the_sentence_names_the_limits() -> None:
    with pytest.raises(BadInput, match=r"^Units takes a whole number from 1 to 10,000,000\.$"):
        parse_value(UNITS, "0")
    with pytest.raises(BadInput, match=r"^Rate takes a number from 0 to below 1\.$"):
        parse_value(RATE, "2")
    with pytest.raises(BadInput, match=r"^Rate takes a number above 0, up to 100\.$"):
        parse_value(LR, "0")


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        (CONV["kernel"], 3, "3 × 3"), (CONV["kernel"], (3, 5), "3 × 5"), (CONV["stride"], 1, "1"),
        (CONV["padding"], 2, "2"), (CONV["padding"], "valid", "valid"), (SHAPE, None, ""),
        (LR, 1e-5, "1e-5"), (LR, 0.001, "0.001"), (RATE, 0.0, "0"),
        (UNITS, "wrong in the file", "wrong in the file"),
    ],
)  # fmt: skip
def test_values_are_shown_as_textbooks_write_them(field: FormField, value: Any, text: str) -> None:
    assert format_value(field, value) == text


@given(st.floats(min_value=1e-30, max_value=100, allow_nan=False))
def test_every_number_survives_being_shown_and_read(value: float) -> None:
    assert parse_value(LR, format_value(LR, value)) == value


def test_a_list_of_a_file_is_the_tuple_of_a_layer_but_one_is_not_true() -> None:
    assert same_value([3, 5], (3, 5))
    assert not same_value(True, 1)


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [
        (Conv1D, "a whole number from 0 to 1,024"),
        (Conv2D, "one whole number, or two as in 3 × 5, each from 0 to 1,024"),
        (Conv3D, "one whole number, or three as in 3 × 5 × 5, each from 0 to 1,024"),
    ],
)
def test_as_many_numbers_are_asked_for_as_there_are_axes(kind: type[Conv1D | Conv2D | Conv3D], numbers: str) -> None:
    padding = next(found for found in form_fields(kind) if found.name == "padding")
    assert expectation(padding) == f"Padding takes valid, same, or {numbers}."
