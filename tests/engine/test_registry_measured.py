"""What a layer says of what it sees and of its cost, against what torch's module does and counts."""

from __future__ import annotations

from functools import cache

import pytest
from drawing import Drawn, accepted
from measured import bare, lengthened, multiply_adds_that_torch_counts, sight_of, spatial_axes, widest_dependence
from side_by_side import IDS, KINDS

from playground.core.layer import Layer

DRAWN = 60
# Each is a network of its own.
MEASURED = 8
WIDEST = 20
# Multiply-adds of one sample: more would take seconds.
MOST = 1_000_000

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.type_name)
pytestmark = pytest.mark.filterwarnings("ignore:Using padding='same' with even kernel")


@cache
def draws(kind: type[Layer]) -> list[Drawn]:
    layers, _ = accepted(kind, DRAWN)
    # a vocabulary of one word has no second id
    return [bare(one) for one in layers if one.node.params.get("vocabulary", IDS) >= IDS]


def extent(one: Drawn) -> tuple[int, ...]:
    sight = sight_of(one)
    return sight.extent if sight is not None else ()


# Some of these see everything, or just their own place.
SEEING = [kind for kind in KINDS if kind.sight is not Layer.sight]


@pytest.mark.parametrize("kind", SEEING, ids=lambda kind: kind.type_name)
def test_a_window_is_as_wide_as_what_a_value_depends_on(kind: type[Layer]) -> None:
    windowed = [one for one in draws(kind) if 0 < max(extent(one), default=0) <= WIDEST][:MEASURED]
    seen = 0
    for one in windowed:
        axes = zip(spatial_axes(one.shapes[0]), spatial_axes(one.outputs[0]), strict=True)
        for place, (axis, output_axis) in enumerate(axes):
            long = lengthened(one, axis, extent(one)[place]) or one
            if long.layer.multiply_adds(*long.shapes) > MOST:
                continue
            found = widest_dependence(long, axis, output_axis)
            assert found in (0, extent(long)[place]), f"{long}: axis {axis}"
            seen += found > 0
    assert seen >= len(windowed)


@each_kind
def test_torch_counts_the_multiply_adds_of_the_declaration(kind: type[Layer]) -> None:
    """Where it counts at all: it knows matrix products and convolutions."""
    for one in draws(kind)[:MEASURED]:
        counted = multiply_adds_that_torch_counts(one)
        assert counted in (0, one.layer.multiply_adds(*one.shapes)), one
