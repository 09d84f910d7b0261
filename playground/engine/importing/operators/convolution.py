"""Conv and ConvTranspose over one, two and three axes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from playground.core.language import tr
from playground.engine.importing.converter import Converter, operator
from playground.engine.importing.model import NoCounterpart, Op
from playground.engine.importing.operators.common import from_places, in_places
from playground.engine.importing.operators.dense import share_weights
from playground.engine.importing.views import View

Sides = tuple[tuple[int, int], ...]


def sides_of(op: Op, places: Sequence[int], spans: Sequence[int], strides: Sequence[int]) -> Sides:
    """Padding before and after each axis, as ``pads`` or ``auto_pad`` say."""
    axes, auto = len(places), op.text("auto_pad", "NOTSET")
    if auto in ("SAME_UPPER", "SAME_LOWER"):
        found = same_sides(places, spans, strides)
        return found if auto == "SAME_UPPER" else tuple((after, before) for before, after in found)
    pads = op.wholes("pads", (0,) * (2 * axes)) if auto == "NOTSET" else (0,) * (2 * axes)
    if len(pads) != 2 * axes or min(pads) < 0:
        raise NoCounterpart(tr("its pads are {pads}", pads=list(pads)[:8]))
    return tuple(zip(pads[:axes], pads[axes:], strict=True))


def same_sides(places: Sequence[int], spans: Sequence[int], strides: Sequence[int]) -> Sides:
    totals = [max(0, (-(-n // s) - 1) * s + span - n) for n, span, s in zip(places, spans, strides, strict=True)]
    return tuple((total // 2, total - total // 2) for total in totals)


def window(op: Op, name: str, axes: int, default: int = 1) -> tuple[int, ...]:
    """A list with one whole number from 1 for each axis."""
    found = op.wholes(name, (default,) * axes)
    if len(found) != axes or min(found) < 1:
        raise NoCounterpart(tr("its {name} is {found}", name=name, found=list(found)[:8]))
    return found


def brief(values: Sequence[int]) -> Any:
    """One number where all are the same, as a person writes it."""
    return values[0] if len(set(values)) == 1 else tuple(values)


def padded(c: Converter, view: View, sides: Sides) -> View:
    """Zeros around what comes in: for padding that is not even."""
    before, after = zip(*sides, strict=True)
    out = c.canvas.add("ZeroPad", [view], {"before": list(before), "after": list(after)})[0]
    return in_places(c, from_places(out))


@operator("Conv")
def conv(c: Converter, op: Op) -> tuple[View]:
    view, weight = in_places(c, c.view(op)), c.weight(op, 1)
    axes = view.rank - 2
    if axes < 1 or weight.ndim != axes + 2:
        raise NoCounterpart(tr("its kernels have {ndim} axes, what comes in {rank}", ndim=weight.ndim, rank=view.rank))
    kernel = weight.shape[2:]
    strides, dilations, places = window(op, "strides", axes), window(op, "dilations", axes), view.shape.spatial
    spans = [d * (k - 1) + 1 for k, d in zip(kernel, dilations, strict=True)]
    sides, padding = sides_of(op, places, spans, strides), "valid"
    if any(before or after for before, after in sides):
        if all(before == after for before, after in sides):
            padding = brief([before for before, _ in sides])
        elif sides == same_sides(places, spans, strides):
            padding = "same"
        else:
            view = padded(c, view, sides)
    params: dict[str, Any] = {"filters": weight.shape[0], "kernel": brief(kernel), "padding": padding}
    params |= _beside(strides, dilations, op.whole("group", 1))
    return (_put(c, op, f"Conv{axes}D", view, params, weight, weight.shape[1] * op.whole("group", 1)),)


@operator("ConvTranspose")
def conv_transpose(c: Converter, op: Op) -> tuple[View]:
    view, weight = in_places(c, c.view(op)), c.weight(op, 1)
    axes, group = view.rank - 2, op.whole("group", 1)
    if axes < 1 or weight.ndim != axes + 2:
        raise NoCounterpart(tr("its kernels have {ndim} axes, what comes in {rank}", ndim=weight.ndim, rank=view.rank))
    kernel = weight.shape[2:]
    strides, dilations = window(op, "strides", axes), window(op, "dilations", axes)
    added = op.wholes("output_padding", (0,) * axes)
    spans = [d * (k - 1) + 1 for k, d in zip(kernel, dilations, strict=True)]
    full = [
        (n - 1) * s + span + more for n, s, span, more in zip(view.shape.spatial, strides, spans, added, strict=True)
    ]
    cut = _cut(op, view.shape.spatial, full, strides)
    params: dict[str, Any] = {"filters": weight.shape[1] * group, "kernel": brief(kernel), "stride": brief(strides)}
    params |= _beside((1,) * axes, dilations, group)
    even = all(before == after for before, after in cut)
    params["padding"] = brief([before for before, _ in cut]) if even and any(map(any, cut)) else "valid"
    if any(added):
        params["output_padding"] = brief(added)
    found = _put(c, op, f"ConvTranspose{axes}D", view, params, weight, weight.shape[0])
    if even:
        return (found,)
    before, after = zip(*cut, strict=True)
    out = c.canvas.add("Crop", [in_places(c, found)], {"before": list(before), "after": list(after)})[0]
    return (from_places(out),)


def _cut(op: Op, places: Sequence[int], full: Sequence[int], strides: Sequence[int]) -> Sides:
    """Places cut off before and after each axis of the full result."""
    axes, auto = len(places), op.text("auto_pad", "NOTSET")
    shape = op.wholes("output_shape", ())
    if auto in ("SAME_UPPER", "SAME_LOWER") and not shape:
        shape = tuple(n * s for n, s in zip(places, strides, strict=True))
    if shape:
        totals = [n - wanted for n, wanted in zip(full, shape[-axes:], strict=True)]
        if min(totals) < 0:
            raise NoCounterpart(tr("it gives more places than its kernels reach"))
        halves = [(total // 2, total - total // 2) for total in totals]
        # the odd place is cut at the end for SAME_UPPER alone; without auto_pad, too, it is cut at the start
        return tuple(halves) if auto == "SAME_UPPER" else tuple((more, less) for less, more in halves)
    return sides_of(op, places, full, strides)


def _beside(strides: Sequence[int], dilations: Sequence[int], group: int) -> dict[str, Any]:
    """Parameters that are not their defaults."""
    params: dict[str, Any] = {}
    if set(strides) != {1}:
        params["stride"] = brief(strides)
    if set(dilations) != {1}:
        params["dilation"] = brief(dilations)
    if group != 1:
        params["groups"] = group
    return params


def _put(
    c: Converter, op: Op, kind: str, view: View, params: dict[str, Any], weight: np.ndarray, channels: int
) -> View:
    if channels != view.shape.sizes[view.shape.channel_axis]:
        raise NoCounterpart(
            tr("its kernels are for {channels:,} channels, {shape} comes in", channels=channels, shape=view.shape)
        )
    bias = c.weight(op, 2) if op.input(2) else None
    weights = {"weight": weight} | ({} if bias is None else {"bias": bias})
    out = c.canvas.add(kind, [view], {**params, "bias": bias is not None}, weights, c.label(op))[0]
    share_weights(c, out[0], (op.input(1), op.input(2)))
    return from_places(out)
