"""What is offered in place of a text that is no value, and entries that change what is there."""

from __future__ import annotations

from typing import Any

import pytest

from playground.core.forms import FormField, form_fields
from playground.core.project import TrainingSettings
from playground.layers import Conv2D, Conv3D, Dense, Dropout, Input
from playground.ui.widgets.nearest import nearest
from playground.ui.widgets.parse import BadInput, parse_value, result_of, with_unit
from playground.ui.widgets.relative import Relative, parse_relative


def field(kind: type, name: str) -> FormField:
    return next(field for field in form_fields(kind) if field.name == name)


UNITS, RATE = field(Dense, "units"), field(Dropout, "rate")
KERNEL, PADDING = field(Conv2D, "kernel"), field(Conv2D, "padding")


@pytest.mark.parametrize(
    ("what", "text", "offered"),
    [
        (UNITS, "0", 1), (UNITS, "99999999", 10_000_000), (UNITS, "7.5", 8), (UNITS, "64 units", 64),
        (UNITS, "x", None), (UNITS, "", None), (RATE, "2", 0.99), (RATE, "-1", 0.0),
        (field(TrainingSettings, "learning_rate"), "0", 0.001),
        (KERNEL, "0", 1), (KERNEL, "5 x 9999", [5, 1024]), (KERNEL, "3 x 4 x 5", [3, 4]), (PADDING, "sam", "same"),
        (PADDING, "vlaid", "valid"), (PADDING, "-1", 0), (field(Conv3D, "kernel"), "2 x 4", 2),
        (field(Input, "shape"), "0 x 3", [1, 3]),
    ],
)  # fmt: skip
def test_the_nearest_value_is_offered(what: FormField, text: str, offered: Any) -> None:
    assert nearest(what, text) == offered
    if offered is not None:
        with pytest.raises(BadInput):
            parse_value(what, text)


def test_units_may_be_typed_and_are_told() -> None:
    assert KERNEL.unit == "px"
    assert parse_value(KERNEL, "5 px") == 5
    assert with_unit(KERNEL, [5, 3]) == "5 × 3 px"
    assert with_unit(PADDING, "same") == "same"


@pytest.mark.parametrize(
    ("what", "text", "shown"),
    [(UNITS, "28*28", "= 784"), (UNITS, "64", ""), (UNITS, "1,024", ""), (RATE, "3/4", "= 0.75"), (UNITS, "0*2", "")],
)
def test_the_result_of_a_sum_is_told_and_that_of_a_number_is_not(what: FormField, text: str, shown: str) -> None:
    assert result_of(what, text) == shown


@pytest.mark.parametrize(
    ("text", "several", "before", "after"),
    [
        ("*2", False, 32, 64), ("+16", False, 32, 48), ("/ 4", True, 32, 8), ("-=8", False, 32, 24),
        ("-8", True, 32, 24), ("*1.5", True, 5, 8), ("+=2*3", True, 1, 7),
    ],
)  # fmt: skip
def test_a_change_starts_from_what_is_there(text: str, several: bool, before: int, after: int) -> None:
    change = parse_relative(UNITS, text, several=several)
    assert change is not None
    assert change.of(UNITS, before) == after


def test_what_is_no_change_and_changes_that_cannot_be() -> None:
    assert parse_relative(UNITS, "64") is None
    assert parse_relative(UNITS, "-3") is None  # one layer: more likely a mistake
    assert parse_relative(KERNEL, "*2", several=True) is None  # there it parts two numbers
    for text in ("*", "+x", "/0"):
        with pytest.raises(BadInput):
            parse_relative(UNITS, text)
    with pytest.raises(BadInput) as refused:
        Relative("-", 40).of(UNITS, 32)
    assert refused.value.why == "-8 is too small."
    assert Relative("+", 0.1).of(RATE, 0.2) == 0.3  # not 0.30000000000000004
