"""What a drawn layer does, measured on torch's module: which input places a value depends on, and what torch counts."""

from __future__ import annotations

from dataclasses import replace

import torch
from drawing import Drawn
from side_by_side import BATCH, results, side_by_side
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.utils.flop_counter import FlopCounterMode

from playground.core.plan import make_plan
from playground.core.shape import Shape, ShapeError
from playground.core.sight import Sight
from playground.engine.compiler import build

# Input places beyond the window: some output then sees all of it, whatever is padded and cut off at the ends.
ROOM = 14
# Output places that are looked at, in the middle: all sorts of them, for strides up to 6.
PLACES = 12
# One sample shows not all that a value depends on: of a window a maximum passes on a single place.
SAMPLES = 12
# With these every value depends on nothing (zeros), or only on some of what it sees (ReLU).
HIDING = ("activation", "initializer")


def bare(one: Drawn) -> Drawn:
    """The layer without what would hide a dependence."""
    params = {name: value for name, value in one.node.params.items() if name not in HIDING}
    return replace(one, node=one.node.replace(params=params))


def spatial_axes(shape: Shape) -> list[int]:
    """Axes of a sample that are places."""
    return [axis for axis in range(shape.rank) if axis != shape.channel_axis]


def lengthened(one: Drawn, axis: int, extent: int) -> Drawn | None:
    """The layer with room for its whole window along ``axis`` of its input; None where its rule refuses that."""
    shapes = (one.shapes[0].resized(axis, extent + ROOM), *one.shapes[1:])
    try:
        return replace(one, shapes=shapes, outputs=one.layer.outputs_for(*shapes))
    except ShapeError:
        return None


def widest_dependence(one: Drawn, axis: int, output_axis: int) -> int:
    """Input places along ``axis`` from the first to the last that have a gradient from one of the middle output places.

    0 where there are none: along another axis the whole window may lie in the padding.
    """
    torch.manual_seed(7)
    module = build(make_plan(side_by_side([one]).graph, None)).double().eval()
    length = one.outputs[0].sizes[output_axis]
    count = min(length, PLACES)
    first = (length - count) // 2
    # a group of samples for each output place, so that one run tells of all
    batch = [torch.randn(count * SAMPLES, *shape.sizes, dtype=torch.float64) for shape in one.shapes]
    batch[0].requires_grad_(True)
    output = (
        results(module, batch)[0].unflatten(0, (count, SAMPLES)).movedim(output_axis + 2, 1)[:, first : first + count]
    )
    own = torch.diagonal(output, dim1=0, dim2=1)
    (gradient,) = torch.autograd.grad((own * torch.randn_like(own)).sum(), batch[0])
    along = gradient.unflatten(0, (count, SAMPLES)).movedim(axis + 2, 1).flatten(2) != 0
    widths = [int(places[-1] - places[0]) + 1 for row in along.any(2) if len(places := row.nonzero())]
    return max(widths, default=0)


def sight_of(one: Drawn) -> Sight | None:
    return one.layer.sight(*one.shapes)


def multiply_adds_that_torch_counts(one: Drawn) -> float:
    """For one sample: of matrix products and convolutions; 0 for a layer without any."""
    bench = side_by_side([one])
    module = build(make_plan(bench.graph, None)).double().eval()
    batch = [x.double() if x.is_floating_point() else x for x in bench.batch]
    # attention in one piece is not counted
    with sdpa_kernel(SDPBackend.MATH), FlopCounterMode(display=False) as counter:
        results(module, batch)
    return counter.get_total_flops() / 2 / BATCH
