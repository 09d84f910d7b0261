"""Sums, products, maxima: of several values a merging layer, with a constant a layer that scales and shifts."""

from __future__ import annotations

from dataclasses import replace
from math import prod
from typing import Any

import numpy as np

from playground.core.language import tr
from playground.core.shape import Shape
from playground.engine.importing.arranging import arranged
from playground.engine.importing.converter import Converter, as_weights, operator
from playground.engine.importing.model import NoCounterpart, Op
from playground.engine.importing.operators.common import aligned, rows_of
from playground.engine.importing.views import BATCH, BATCHES, Group, Known, View

_MERGING = {
    "Add": "Add", "Sum": "Add", "Sub": "Subtract", "Mul": "Multiply", "Max": "Maximum", "Mean": "Average"
}  # fmt: skip
# A table of positions is spread to one number for each value of a sample; no sample is that large.
MAX_TABLE = 2**24


@operator("Add", "Sum", "Sub", "Mul", "Div", "Max", "Min", "Mean")
def merge(c: Converter, op: Op) -> tuple[View]:
    values = [c.value(op, index) for index in range(len(op.inputs))]
    views = [value for value in values if isinstance(value, View)]
    if len(values) == 1 and views:
        return (views[0],)
    if len(views) == len(values):
        return (_merged(c, op, views),)
    if len(values) != 2 or not views:
        raise NoCounterpart(tr("it takes constants among its inputs"))
    constant = _same_for_all(c, op, 1 - values.index(views[0]), views[0])
    return (_with_constant(c, op, views[0], constant, first=values[0] is views[0]),)


def _same_for_all(c: Converter, op: Op, index: int, view: View) -> np.ndarray:
    """A constant input; one that is written out for each sample of a batch, but is the same for all, only once."""
    value = c.value(op, index)
    if isinstance(value, Known) and value.constant is None and (BATCH,) in view.theirs:
        one, other = value.values
        axis = view.theirs.index((BATCH,)) - view.rank + one.ndim
        if axis >= 0 and one.shape[axis] == BATCHES[0] and (one == one.take([0], axis)).all():
            first = one.take([0], axis)
            if first.shape == other.take([0], axis).shape and (other == first).all():
                return first
    found = c.constant(op, index)
    assert found is not None  # it is no view
    return found


def _merged(c: Converter, op: Op, views: list[View]) -> View:
    if op.kind not in _MERGING:
        raise NoCounterpart(tr("no layer here does that to two values"))
    if len({view.arrangement() for view in views}) > 1:
        views, _ = aligned(c, views)
    if len({(view.node, view.port) for view in views}) == 1:  # lying alike by now
        return _with_itself(c, op, views)
    largest = max(views, key=lambda view: view.shape.count)
    node, port, shape = c.canvas.add(_MERGING[op.kind], views)[0]
    return replace(largest, node=node, port=port, shape=shape)


def _with_itself(c: Converter, op: Op, views: list[View]) -> View:
    """A value merged with itself; a link stands only once between two layers."""
    if op.kind in ("Max", "Mean"):
        return views[0]
    if op.kind in ("Add", "Sum"):
        return affine(c, views[0], np.full(1, len(views), np.float32), None)
    raise NoCounterpart(tr("it takes the same value twice"))


def _with_constant(c: Converter, op: Op, view: View, constant: np.ndarray, *, first: bool) -> View:
    if constant.dtype.kind not in "fiu":
        raise NoCounterpart(tr("its constant holds no numbers"))
    values = as_weights(constant)
    match op.kind:
        case "Add" | "Sum":
            return affine(c, view, None, values)
        case "Sub":
            return affine(c, view, None, -values) if first else affine(c, view, -np.ones(1, np.float32), values)
        case "Mul":
            return affine(c, view, values, None)
        case "Div" if first and values.all():
            return affine(c, view, 1 / values, None)
        case "Max" if not values.any():
            return c.apply(view, "ReLU")
    raise NoCounterpart(tr("no layer here does that with a constant"))


@operator("Affine")
def scale_and_shift(c: Converter, op: Op) -> tuple[View]:
    """A product and a sum with constants, found by a pattern."""
    return (affine(c, c.view(op), c.weight(op, 1), c.weight(op, 2), c.label(op)),)


@operator("Neg")
def negative(c: Converter, op: Op) -> tuple[View]:
    return (affine(c, c.view(op), -np.ones(1, np.float32), None),)


def affine(c: Converter, view: View, scale: np.ndarray | None, shift: np.ndarray | None, label: str = "") -> View:
    """w · x + b with a number for all, or one for each place along one axis: a 1×1 convolution of each channel alone.

    A shift that differs along several axes is a table of learned positions.
    """
    arrays = [np.ones(1, np.float32) if scale is None else scale, np.zeros(1, np.float32) if shift is None else shift]
    if (arrays[0] == 1).all() and not arrays[1].any():
        return view
    view = view.padded(max(view.rank, *(array.ndim for array in arrays)))
    arrays = [array.reshape((1,) * (view.rank - array.ndim) + array.shape) for array in arrays]
    varying = sorted({axis for array in arrays for axis, size in enumerate(array.shape) if size > 1})
    if any(
        view.sizes()[axis] not in (1, array.shape[axis])
        for array in arrays
        for axis in varying
        if array.shape[axis] > 1
    ):
        raise NoCounterpart(tr("its constant does not fit what comes in"))
    if any(not view.theirs[axis] for axis in varying):
        raise NoCounterpart(tr("it spreads what comes in over more places"))
    if not varying:
        return _channelwise(c, view, None, arrays, label)
    if len(varying) == 1:
        return _channelwise(c, view, varying[0], arrays, label)
    if scale is None or (arrays[0] == 1).all():
        return _table(c, view, arrays[1], label)
    raise NoCounterpart(tr("it weighs each value by a constant of its own"))


def _channelwise(c: Converter, view: View, axis: int | None, arrays: list[np.ndarray], label: str) -> View:
    usual = view.shape.names == Shape.of(view.shape.sizes).names
    mine = (
        view.ours[1 + view.shape.channel_axis] if usual else view.ours[-1]
    )  # one number for all: whichever is at hand
    group: Group = mine if axis is None else view.theirs[axis]
    view = _with_channels(c, view, group)
    channels = view.shape.sizes[view.shape.channel_axis]
    axes = len(view.shape.spatial)
    weight, bias = (np.ascontiguousarray(np.broadcast_to(array.reshape(-1), (channels,))) for array in arrays)
    params: dict[str, Any] = {"filters": channels, "kernel": 1, "groups": channels, "bias": bool(bias.any())}
    weights = {"weight": weight.reshape(channels, 1, *(1,) * axes)} | ({"bias": bias} if bias.any() else {})
    out = c.canvas.add(f"Conv{axes}D", [view], params, weights, label or "scale")[0]
    return replace(view, node=out[0], port=out[1], shape=out[2])


def _with_channels(c: Converter, view: View, group: Group) -> View:
    """A sequence, image or volume whose channels are ``group``."""
    shape = view.shape
    if (shape.is_sequence or shape.is_image or shape.is_volume) and view.ours[1 + shape.channel_axis] == group:
        return view
    layout = rows_of(view, group)
    return arranged(c.canvas, view, layout if len(layout) == 3 else (layout[0], (), layout[1]))


def _table(c: Converter, view: View, shift: np.ndarray, label: str) -> View:
    """A learned number for each value of a sample."""
    if (BATCH,) not in view.theirs or shift.shape[view.theirs.index((BATCH,))] > 1:
        raise NoCounterpart(tr("it works across the samples of a batch"))
    batch = view.theirs.index((BATCH,))
    sizes = [1 if axis == batch else size for axis, size in enumerate(view.sizes())]
    if prod(sizes) > MAX_TABLE:
        raise NoCounterpart(tr("it adds too large a table"))
    table = np.broadcast_to(shift, sizes).squeeze(batch)
    order = [batch, *(axis for axis in range(view.rank) if axis != batch)]
    rest, last = tuple(atom for axis in order[1:-1] for atom in view.theirs[axis]), view.theirs[order[-1]]
    view = arranged(c.canvas, view, ((BATCH,), rest, last))
    weights = {"weight": np.ascontiguousarray(table.reshape(view.shape.sizes))}
    return c.apply(view, "PositionalEncoding", {"kind": "learned"}, weights=weights, label=label)
