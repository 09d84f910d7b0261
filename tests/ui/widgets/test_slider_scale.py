"""Which values the sliders offer."""

from __future__ import annotations

import pytest

from playground.core.forms import FormField, form_fields
from playground.core.layer import REGISTRY
from playground.core.project import TrainingSettings
from playground.layers import BatchNorm, Concatenate, Conv2D, Dense, Dropout
from playground.ui.widgets.slider_scale import LEARNING_RATES, scale_for


def field(kind: type, name: str) -> FormField:
    return next(field for field in form_fields(kind) if field.name == name)


def test_units_have_a_slider_with_the_powers_of_two_and_ten() -> None:
    scale = scale_for(field(Dense, "units"))
    assert scale is not None
    assert scale.values[0] == 1
    assert scale.values[-1] == 1024
    assert {1, 2, 4, 8, 10, 16, 32, 64, 128, 256, 512, 1024} <= set(scale.values)
    assert len(scale.values) < 120


def test_small_ranges_are_whole_and_seeds_and_tiny_numbers_have_no_slider() -> None:
    axis = scale_for(field(Concatenate, "axis"))
    assert axis is not None
    assert axis.values == (0, 1, 2, 3, 4, 5)
    assert scale_for(field(TrainingSettings, "seed")) is None
    assert scale_for(field(BatchNorm, "epsilon")) is None
    assert scale_for(field(Conv2D, "kernel")) is None


def test_a_rate_that_must_stay_below_one_ends_at_99_hundredths() -> None:
    rate = scale_for(field(Dropout, "rate"))
    assert rate is not None
    assert (rate.values[0], rate.values[20], rate.values[-1]) == (0.0, 0.2, 0.99)


def test_every_slider_of_every_layer_rises_stays_in_its_limits_and_reaches_the_default() -> None:
    for kind in REGISTRY.all():
        for each in form_fields(kind):
            scale = scale_for(each)
            if scale is None:
                continue
            assert list(scale.values) == sorted(set(scale.values)), (kind, each.name)
            assert each.minimum is not None
            assert scale.values[0] >= each.minimum
            assert each.maximum is not None
            assert scale.values[-1] <= each.maximum
            assert scale.value(scale.position(each.default)) == each.default, (kind, each.name)


@pytest.mark.parametrize(("rate", "shown"), [(0.001, 0.001), (0.0031, 0.003), (50.0, 1.0), (1e-9, 1e-5)])
def test_the_learning_rate_slider_stands_at_the_nearest_round_rate(rate: float, shown: float) -> None:
    assert LEARNING_RATES.value(LEARNING_RATES.position(rate)) == shown
