"""What comes next in a number field: powers of two, decades, steps that fit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from playground.core.forms import FormField, form_fields
from playground.core.layer import REGISTRY
from playground.core.project import TrainingSettings
from playground.layers import Dense, Dropout, Softplus
from playground.training.optimizers import OPTIMIZERS
from playground.ui.widgets.stepping import PAGE, nice, stepped


def field(kind: type, name: str) -> FormField:
    return next(field for field in form_fields(kind) if field.name == name)


UNITS, RATE = field(Dense, "units"), field(TrainingSettings, "learning_rate")
EPOCHS, DROPOUT = field(TrainingSettings, "epochs"), field(Dropout, "rate")
PENALTY, BETA2 = field(Dense, "l2"), field(OPTIMIZERS["Adam"], "beta2")


@pytest.mark.parametrize(
    ("what", "value", "steps", "wanted"),
    [
        (UNITS, 32, 1, 64), (UNITS, 64, -1, 32), (UNITS, 33, 1, 64), (UNITS, 33, -1, 32), (UNITS, 1, -1, 1),
        (UNITS, 1, 1, 2), (UNITS, 32, PAGE, 128), (UNITS, 9_000_000, 1, 10_000_000),
        (EPOCHS, 5, 1, 6), (EPOCHS, 100, 1, 105), (EPOCHS, 100, -1, 98), (EPOCHS, 1, -1, 1), (EPOCHS, 1000, 1, 1050),
        (RATE, 0.001, 1, 0.002), (RATE, 0.002, 1, 0.005), (RATE, 0.005, 1, 0.01), (RATE, 0.001, -1, 0.0005),
        (RATE, 0.0031, 1, 0.005), (RATE, 0.001, PAGE, 0.01), (RATE, 100.0, 1, 100.0),
        (PENALTY, 0.0, 1, 1e-6), (PENALTY, 1e-6, -1, 0.0), (PENALTY, 0.0, -1, 0.0),
        (DROPOUT, 0.2, 1, 0.25), (DROPOUT, 0.22, 1, 0.25), (DROPOUT, 0.22, -1, 0.2), (DROPOUT, 0.95, 1, 0.99),
        (DROPOUT, 0.0, -1, 0.0), (BETA2, 0.999, 1, 0.9995), (BETA2, 0.999, -1, 0.998),
        (field(Softplus, "beta"), 1.0, 1, 2.0),
    ],
)  # fmt: skip
def test_the_next_value(what: FormField, value: float, steps: int, wanted: float) -> None:
    assert stepped(what, value, steps) == wanted


@pytest.mark.parametrize(
    ("what", "value", "steps", "wanted"),
    [
        (UNITS, 32, 1, 33), (UNITS, 32, -1, 31), (EPOCHS, 100, 1, 101), (RATE, 0.001, 1, 0.0011),
        (RATE, 0.001, -1, 0.00099), (DROPOUT, 0.2, 1, 0.21), (DROPOUT, 0.2, -1, 0.19),
    ],
)  # fmt: skip
def test_a_fine_step_is_the_smallest_that_makes_sense(what: FormField, value: float, steps: int, wanted: float) -> None:
    assert stepped(what, value, steps, fine=True) == wanted


@pytest.mark.parametrize(("size", "wanted"), [(0.03, 0.02), (5, 5), (9.99, 5), (10, 10), (1234, 1000), (0.001, 0.001)])
def test_nice_numbers(size: float, wanted: float) -> None:
    assert nice(size) == wanted


NUMBERS = [
    f for kind in REGISTRY.all() for f in form_fields(kind) if f.kind in ("int", "float") and f.default is not None
]


@settings(max_examples=60)
@given(st.sampled_from(NUMBERS), st.lists(st.tuples(st.sampled_from([1, -1, PAGE, -PAGE]), st.booleans()), max_size=12))
def test_steps_from_any_default_stay_within_the_limits_and_move_the_right_way(
    what: FormField, steps: list[tuple[int, bool]]
) -> None:
    value = what.default
    for step, fine in steps:
        after = stepped(what, value, step, fine=fine)
        assert (after >= value) if step > 0 else (after <= value)
        assert what.minimum is None or after > what.minimum or (after == what.minimum and not what.exclusive_minimum)
        assert what.maximum is None or after < what.maximum or (after == what.maximum and not what.exclusive_maximum)
        value = after
