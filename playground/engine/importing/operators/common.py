"""What several operators need: the arrangement in places, features last, one axis of the file as one axis here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from playground.core.language import tr
from playground.core.shape import Shape
from playground.engine.importing.arranging import arranged, by_axes
from playground.engine.importing.converter import Converter, batch_axis
from playground.engine.importing.model import NoCounterpart
from playground.engine.importing.views import BATCH, Group, Layout, View, view_of

MOST_SPATIAL = 3


def in_places(c: Converter, view: View) -> View:
    """Channels at places, as layers here take them: time × features for batch × channels × time in the file."""
    if not 2 <= view.rank <= MOST_SPATIAL + 2:
        raise NoCounterpart(tr("it works on {rank} axes", rank=view.rank))
    return by_axes(c.canvas, view, (0, 2, 1) if view.rank == 3 else range(view.rank))


def from_places(out: tuple[str, str, Shape]) -> View:
    """The view, batch × channels × places in the file, of what a layer on places gives."""
    view = view_of(*out)
    return view.transposed((0, 2, 1)) if view.rank == 3 else view


def features_last(c: Converter, view: View, group: Group) -> View:
    """A vector or sequence whose features are the atoms of ``group``; an image with those channels stays one."""
    shape = view.shape
    if shape.names == Shape.of(shape.sizes).names and shape.rank <= 4 and view.ours[1 + shape.channel_axis] == group:
        return view
    return arranged(c.canvas, view, rows_of(view, group))


def rows_of(view: View, group: Group) -> Layout:
    """Batch, everything else in one axis (none when there is nothing else), ``group``."""
    if BATCH in group:
        raise NoCounterpart(tr("it works across the samples of a batch"))
    rest = tuple(atom for own in view.ours[1:] for atom in own if atom not in group)
    return ((BATCH,), rest, group) if rest else ((BATCH,), group)


def normal_axis(axis: int, rank: int) -> int:
    """An axis counted from the front. Raises ``NoCounterpart`` for one that is not there."""
    if not -rank <= axis < rank:
        raise NoCounterpart(tr("it works along axis {axis} of {rank}", axis=axis, rank=rank))
    return axis % rank


def with_axis(c: Converter, view: View, axis: int) -> tuple[View, int]:
    """A view in which one axis of this program's tensor is this one of the file, and which."""
    found = view.axis_of(view.theirs[axis])
    if found is not None:
        return view, found
    batch = batch_axis(view)
    if batch == axis:
        raise NoCounterpart(tr("it works across the samples of a batch"))
    order = [batch, *(other for other in range(view.rank) if other != batch)]
    return by_axes(c.canvas, view, order, named=False), order.index(axis) - 1


def with_group(view: View, axis: int, place: int, group: Group, out: tuple[str, str, Shape]) -> View:
    """The view of ``out``, which has other numbers along one axis: ``axis`` in the file, ``place`` here."""
    ours = (*view.ours[: place + 1], group, *view.ours[place + 2 :])
    theirs = (*view.theirs[:axis], group, *view.theirs[axis + 1 :])
    return replace(view, node=out[0], port=out[1], shape=out[2], ours=ours, theirs=theirs)


def common_order(view: View) -> list[int]:
    """The file's axes in the order in which they lie here; as in the file when they are not the same axes."""
    order, free = [], [axis for axis, group in enumerate(view.theirs) if not group]
    for group in view.ours:
        if group in view.theirs and group:
            order.append(view.theirs.index(group))
        elif not group and free:
            order.append(free.pop(0))
    return order if sorted(order) == list(range(view.rank)) else list(range(view.rank))


def aligned(c: Converter, views: Sequence[View]) -> tuple[list[View], list[int]]:
    """The views as their tensors can be merged axis by axis, and the file's axes in that order.

    The order is that of the largest; the others follow it.
    """
    rank = max(view.rank for view in views)
    views = [view.padded(rank) for view in views]
    largest = max(views, key=lambda view: view.shape.count)
    order = common_order(largest)
    return [by_axes(c.canvas, view, order, named=False) for view in views], order
