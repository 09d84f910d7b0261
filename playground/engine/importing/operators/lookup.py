"""Taking parts: Gather, Slice, Split; and Embedding, a Gather of weights."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from playground.core.language import tr
from playground.engine.importing.arranging import arranged
from playground.engine.importing.converter import Converter, operator
from playground.engine.importing.folding import slice_of
from playground.engine.importing.model import NoCounterpart, Op
from playground.engine.importing.operators.common import normal_axis, with_axis, with_group
from playground.engine.importing.operators.dense import share_weights
from playground.engine.importing.operators.rearranging import reshaped
from playground.engine.importing.views import BATCH, Known, View, group_of, sizes_of


@operator("Gather")
def gather(c: Converter, op: Op) -> tuple[View]:
    if isinstance(c.value(op, 0), Known) and isinstance(c.value(op, 1), View):
        return (_embedding(c, op),)
    strided = _in_a_row(c, op)
    if strided is not None:
        return (strided,)
    view, index = c.view(op), c.constant(op, 1)
    axis = normal_axis(op.whole("axis", 0), view.rank)
    if index is None or index.ndim > 1 or index.size < 1:
        raise NoCounterpart(tr("it picks by a table"))
    if index.ndim == 0:
        return (select(c, view, axis, int(index)),)
    size = view.size(axis) if BATCH not in view.theirs[axis] else 0
    places = [int(place) % size if size else 0 for place in index]
    steps = {b - a for a, b in pairwise(places)} or {1}
    if not size or len(steps) > 1 or min(steps) < 1:
        raise NoCounterpart(tr("it picks places that are not in a row"))
    return (sliced(c, view, axis, places[0], places[-1] + 1, steps.pop()),)


def _in_a_row(c: Converter, op: Op) -> View | None:
    """A Gather of all numbers one after the other: a reshape, as exporters write out ``as_strided``."""
    view, index = c.view(op), c.value(op, 1)
    if view.rank != 1 or not isinstance(index, Known):
        return None
    for number, values in enumerate(index.values):
        if values.size != view.sizes(number)[0] or (values.ravel() != np.arange(values.size)).any():
            return None
    one, other = (values.shape for values in index.values)
    return reshaped(c, view, list(zip(one, other, strict=True)))


def _embedding(c: Converter, op: Op) -> View:
    table, index = c.weight(op, 0), c.view(op, 1)
    if op.whole("axis", 0) != 0 or table.ndim != 2:
        raise NoCounterpart(tr("it looks up in a table that is not ids × features"))
    if not index.shape.whole:
        raise NoCounterpart(tr("it looks up by computed numbers"))
    rest = tuple(atom for group in index.ours[1:] for atom in group)
    index = arranged(c.canvas, index, ((BATCH,), rest))
    params = {"vocabulary": table.shape[0], "dimension": table.shape[1]}
    out = c.canvas.add("Embedding", [index], params, {"weight": table}, c.label(op, 0))[0]
    share_weights(c, out[0], (op.input(0),))
    features = group_of(table.shape[1])
    return View(*out, (*index.ours, features), (*index.theirs, features))


def select(c: Converter, view: View, axis: int, index: int) -> View:
    """One place along an axis, which goes."""
    if not view.theirs[axis]:
        return view.squeezed([axis])
    part = _part_of_axis(c, view, axis, index)
    if part is not None:
        return part.squeezed([axis])
    view, place = with_axis(c, view, axis)
    if view.shape.rank == 1:
        return sliced(c, view, axis, index, index + 1 if index != -1 else None).squeezed([axis])
    out = c.canvas.add("Select", [view], {"axis": place, "index": index})[0]
    ours = (*view.ours[: place + 1], *view.ours[place + 2 :])
    return replace(
        view, node=out[0], port=out[1], shape=out[2], ours=ours, theirs=view.theirs
    ).squeezed([axis])  # fmt: skip


def _part_of_axis(c: Converter, view: View, axis: int, index: int) -> View | None:
    """One place along what is here the outer part of an axis, such as a direction: a stretch of it."""
    group = view.theirs[axis]
    place = next(
        (p for p, own in enumerate(view.ours[1:]) if own[: len(group)] == group and len(own) > len(group)), None
    )
    if place is None:
        return None
    rest, count = view.ours[place + 1][len(group) :], view.size(axis)
    width = sizes_of((rest,))[0]
    start = index % count * width
    params = {"axis": place, "start": start} | ({"stop": start + width} if start + width < count * width else {})
    out = c.canvas.add("Slice", [view], params)[0]
    ours = (*view.ours[: place + 1], rest, *view.ours[place + 2 :])
    theirs = (*view.theirs[:axis], (), *view.theirs[axis + 1 :])
    return View(*out, ours, theirs)


def sliced(c: Converter, view: View, axis: int, start: int, stop: int | None, step: int = 1) -> View:
    """Some places along an axis."""
    if BATCH in view.theirs[axis]:
        if start == 0 and step == 1 and (stop is None or stop >= 2**30):
            return view
        raise NoCounterpart(tr("it takes some samples of a batch"))
    size = view.size(axis)
    kept = range(*slice(start, stop, step).indices(size))
    if step < 1:
        raise NoCounterpart(tr("it turns the order around"))
    if not kept:
        raise NoCounterpart(tr("it keeps nothing"))
    if len(kept) == size:
        return view
    view, place = with_axis(c, view, axis)
    params = {"axis": place, "start": kept.start} | ({"stop": kept[-1] + 1} if kept[-1] + 1 < size else {})
    out = c.canvas.add("Slice", [view], {**params, **({"step": step} if step > 1 else {})})[0]
    return with_group(view, axis, place, group_of(len(kept)), out)


@operator("Slice")
def slice_(c: Converter, op: Op) -> tuple[View]:
    given = [c.constant(op, index) for index in range(1, len(op.inputs))]
    starts, ends, axes, steps = slice_of(op, given)
    view = c.view(op)
    axes, steps = axes or list(range(len(starts))), steps or [1] * len(starts)
    if not len(starts) == len(ends) == len(axes) == len(steps):
        raise NoCounterpart(tr("its starts, ends and axes are not as many"))
    for start, end, axis, step in zip(starts, ends, axes, steps, strict=True):
        view = sliced(c, view, normal_axis(axis, view.rank), start, end, step)
    return (view,)


@operator("Split")
def split(c: Converter, op: Op) -> tuple[View, ...]:
    view = c.view(op)
    axis = normal_axis(op.whole("axis", 0), view.rank)
    if BATCH in view.theirs[axis]:
        raise NoCounterpart(tr("it splits the batch"))
    given, size = c.constant(op, 1), view.size(axis)
    sizes = [int(part) for part in (given.ravel() if given is not None else op.wholes("split", ()))]
    if not sizes:
        count = op.whole("num_outputs", len(op.outputs))
        most = -(-size // max(count, 1))
        sizes = [min(most, size - most * number) for number in range(count)]
    if min(sizes) < 1 or sum(sizes) != size or len(sizes) != len(op.outputs):
        raise NoCounterpart(tr("its parts {sizes} do not make {size:,}", sizes=sizes[:8], size=size))
    if len(sizes) == 1:
        return (view,)
    view, place = with_axis(c, view, axis)
    equal = len(set(sizes)) == 1
    outs = c.canvas.add("Split", [view], {"axis": place, **({"parts": len(sizes)} if equal else {"sizes": sizes})})
    return tuple(
        with_group(view, axis, place, group_of(part), out) for part, out in zip(sizes, outs, strict=True)
    )  # fmt: skip
