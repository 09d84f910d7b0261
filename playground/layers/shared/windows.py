"""The arithmetic of windows that slide: kernels, strides, dilations, paddings, and the sizes that come out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from playground.core.forms import called
from playground.core.language import mark, tr
from playground.core.layer import Call
from playground.core.shape import Change, ShapeError

Size = Annotated[int, Field(ge=1, le=1024)]
Pair = Size | tuple[Size, Size]
Triple = Size | tuple[Size, Size, Size]
Gap = Annotated[int, Field(ge=0, le=1024)]
GapPair = Gap | tuple[Gap, Gap]
GapTriple = Gap | tuple[Gap, Gap, Gap]
# For layers of any number of axes: one number for all of them, or one for each.
Sizes = Annotated[tuple[Size, ...], Field(min_length=1, max_length=3)]
Gaps = Annotated[tuple[Gap, ...], Field(min_length=1, max_length=3)]
Factors = Annotated[tuple[Annotated[int, Field(ge=1, le=64)], ...], Field(min_length=1, max_length=3)]
Filters = Annotated[int, Field(ge=1, le=65_536, description="Kernels, and so output channels.")]
Groups = Annotated[
    int,
    Field(ge=1, le=65_536, description="Parts into which channels and filters are split; none sees the others."),
]
# A tuple of one tells forms that a number may be typed beside the two words.
Padding1D = Literal["valid", "same"] | Gap | tuple[Gap]
Padding2D = Literal["valid", "same"] | Gap | tuple[Gap, Gap]
Padding3D = Literal["valid", "same"] | Gap | tuple[Gap, Gap, Gap]

# One number for every axis, or one for each.
PerAxis = int | tuple[int, ...]
# By axis: how many places are added before and after.
Sides = tuple[tuple[int, int], ...]

_PLACES = {1: mark("{size} time steps"), 2: mark("{size} image"), 3: mark("{size} volume")}


def each(value: PerAxis, axes: int) -> tuple[int, ...]:
    """One number for each axis."""
    return value if isinstance(value, tuple) else (value,) * axes


def by_axis(values: tuple[int, ...], axes: int, field: str) -> tuple[int, ...]:
    """``values`` of ``field`` by axis. Raises ``ShapeError`` unless there is one, or as many as axes."""
    if len(values) not in {1, axes}:
        one = mark("has {count} numbers for {field}, but its input has {axes} axis")
        several = mark("has {count} numbers for {field}, but its input has {axes} axes")
        raise ShapeError(
            tr(one if axes == 1 else several, count=len(values), field=called(field), axes=axes),
            tr("Give one number for all, or one for each."),
            Change({field: values[:axes] if len(values) > axes else values[:1]}),
        )
    return values * axes if len(values) == 1 else values


def brief(value: PerAxis) -> PerAxis:
    """One number where all are the same, as a person writes it."""
    return value[0] if isinstance(value, tuple) and len(set(value)) == 1 else value


def times(sizes: Sequence[int]) -> str:
    """``3×3``, as a textbook writes a window."""
    return "×".join(str(size) for size in sizes)


def window_text(sizes: Sequence[int]) -> str:
    """``3×3``, or ``3 wide`` along one axis, for captions."""
    return times(sizes) if len(sizes) > 1 else tr("{size} wide", size=sizes[0])


def extents(kernel: Sequence[int], dilation: Sequence[int]) -> tuple[int, ...]:
    """Places from the first to the last that a kernel sees: d · (k − 1) + 1."""
    return tuple(d * (k - 1) + 1 for k, d in zip(kernel, dilation, strict=True))


def slid(
    places: Sequence[int],
    kernel: Sequence[int],
    stride: Sequence[int],
    padding: Sequence[int],
    dilation: Sequence[int],
    field: str,
) -> tuple[int, ...]:
    """Output sizes: floor((n + 2p − d·(k − 1) − 1) / s) + 1 for each axis.

    ``field`` is what the layer calls its kernel. Raises ``ShapeError`` when the kernel is wider than n + 2p.
    """
    spans, padded = extents(kernel, dilation), [n + 2 * p for n, p in zip(places, padding, strict=True)]
    if any(n < span for n, span in zip(padded, spans, strict=True)):
        fitting = tuple(min(k, (n - 1) // d + 1) for k, n, d in zip(kernel, padded, dilation, strict=True))
        raise ShapeError(
            _too_wide(places, kernel, spans),
            tr("Make the {field} smaller, add padding, or pool less before it.", field=called(field)),
            Change({field: brief(fitting)}),
        )
    return tuple((n - span) // s + 1 for n, span, s in zip(padded, spans, stride, strict=True))


def _too_wide(places: Sequence[int], kernel: Sequence[int], spans: Sequence[int]) -> str:
    """ "its 5×5 window is larger than the 3×3 image it gets"."""
    window = tr("{size} window", size=times(kernel)) if len(kernel) > 1 else tr("window of {size}", size=kernel[0])
    there = tr(_PLACES[len(places)], size=times(places))
    if tuple(spans) == tuple(kernel):
        return tr("its {window} is larger than the {there} it gets", window=window, there=there)
    return tr(
        "its {window}, dilated to {spans}, is larger than the {there} it gets",
        window=window,
        spans=times(spans),
        there=there,
    )


def same_sides(places: Sequence[int], spans: Sequence[int], stride: Sequence[int]) -> Sides:
    """Padding with which ceil(n / s) places come out; the odd one stands at the end, as in TensorFlow."""
    totals = [
        max(0, (-(-n // s) - 1) * s + span - n) for n, span, s in zip(places, spans, stride, strict=True)
    ]  # fmt: skip
    return tuple((total // 2, total - total // 2) for total in totals)


def pad_call(sides: Sides) -> Call:
    """Zeros around a batch whose last axes these are; torch counts axes from the last one."""
    flat = tuple(size for side in reversed(sides) for size in side)
    return Call("torch.nn.functional.pad", (flat,), function=True)
