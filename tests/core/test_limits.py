"""What a refused parameter is told: the field, what was found, and what the field takes."""

from __future__ import annotations

import pytest
from networks import node

from playground.core.layer import REGISTRY
from playground.core.limits import wanted


@pytest.mark.parametrize(
    ("kind", "field", "text"),
    [
        ("Dense", "units", "a whole number from 1 to 10,000,000"),
        ("Dense", "bias", "true or false"),
        ("Dropout", "rate", "a number from 0 to below 1"),
        ("BatchNorm", "momentum", "a number above 0, at most 1"),
        ("Conv2D", "kernel", "one whole number or two from 1 to 1,024"),
        ("Conv2D", "padding", "valid, same or one whole number or two from 0 to 1,024"),
        ("Conv3D", "stride", "one whole number or three from 1 to 1,024"),
        ("Upsample", "factor", "whole numbers from 1 to 64"),
        ("GELU", "approximation", "none or tanh"),
        ("Squeeze", "axis", "a whole number from 0 to 5 or nothing"),
        ("Block", "network", None),
        ("Block", "input_names", None),
    ],
)
def test_what_a_field_takes_in_a_few_words(kind, field, text):
    known = REGISTRY.get(kind)
    assert known is not None
    assert wanted(known, field) == text


@pytest.mark.parametrize(
    ("kind", "params", "message", "hint"),
    [
        (
            "Conv2D", {"padding": -1},
            "padding is -1; must be valid, same or one whole number or two from 0 to 1,024",
            "Set padding to valid, same or one whole number or two from 0 to 1,024.",
        ),
        (
            "Conv2D", {"kernel": [3, 0]}, "kernel is [3, 0]; must be one whole number or two from 1 to 1,024",
            "Set kernel to one whole number or two from 1 to 1,024.",
        ),
        (
            "Dense", {"units": 0}, "units is 0; must be greater than or equal to 1",
            "Set units to a whole number from 1 to 10,000,000.",
        ),
        (
            "Dense", {"units": 10**40}, "units is far too large; must be less than or equal to 10000000",
            "Set units to a whole number from 1 to 10,000,000.",
        ),
        (
            "AdaptiveAvgPool", {"size": [1, 2, 3, 4]}, "size is [1, 2, 3, 4]; must have at most 3 numbers",
            "Give size fewer numbers.",
        ),
        (
            "AdaptiveAvgPool", {"size": []}, "size is []; must have at least 1 number", "Give size more numbers.",
        ),
        (
            "GELU", {"approximation": "erf"}, "approximation is 'erf'; must be 'none' or 'tanh'", "Choose one of them.",
        ),
        (
            "Dense", {"shared_with": "Dense"}, "shared with is 'Dense'; must be the id of a layer, such as dense1",
            "Set shared with to the id of a layer, or to nothing.",
        ),
        (
                "Dense", {"width": 3}, "has no parameter 'width'",
                "Remove 'width'. It has units, bias, l1, l2, frozen, shared_with, initializer, activation.",
            ),
    ],
)  # fmt: skip
def test_a_refused_parameter_is_told_with_its_limits(kind, params, message, hint):
    fault = node(kind, **params).fault
    assert fault is not None
    assert (fault.message, fault.hint, fault.field) == (message, hint, next(iter(params)))
