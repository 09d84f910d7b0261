"""Means and maxima over some axes: global pooling."""

from __future__ import annotations

from playground.core.language import tr
from playground.engine.importing.arranging import arranged
from playground.engine.importing.converter import Converter, operator
from playground.engine.importing.model import NoCounterpart, Op
from playground.engine.importing.operators.common import normal_axis
from playground.engine.importing.views import BATCH, View

_POOLING = {"ReduceMean": "GlobalAvgPool", "ReduceMax": "GlobalMaxPool"}


@operator(*_POOLING)
def reduce(c: Converter, op: Op) -> tuple[View]:
    view = c.view(op)
    given = c.constant(op, 1)
    told = [int(axis) for axis in given.ravel()] if given is not None else list(op.wholes("axes", ()))
    if not told and op.whole("noop_with_empty_axes", 0):
        return (view,)
    axes = {normal_axis(axis, view.rank) for axis in told} or set(range(view.rank))
    gone = tuple(atom for axis in sorted(axes) for atom in view.theirs[axis])
    if BATCH in gone:
        raise NoCounterpart(tr("it works across the samples of a batch"))
    kept = tuple(group if axis not in axes else () for axis, group in enumerate(view.theirs))
    if gone:
        view = _places_over(c, view, frozenset(gone))
        out = c.canvas.add(_POOLING[op.kind], [view])[0]
        view = View(*out, (view.ours[0], view.ours[1 + view.shape.channel_axis]), kept)
    else:
        view = View(view.node, view.port, view.shape, view.ours, kept)
    return (view if op.whole("keepdims", 1) else view.squeezed(axes),)


def _places_over(c: Converter, view: View, gone: frozenset[object]) -> View:
    """A view whose places are made of just these atoms, and whose channels are the others."""
    shape = view.shape
    if shape.is_sequence or shape.is_image or shape.is_volume:
        channels = view.ours[1 + shape.channel_axis]
        places = {atom for axis, group in enumerate(view.ours[1:]) if axis != shape.channel_axis for atom in group}
        if places == gone and not gone.intersection(channels):
            return view
    rows = [atom for group in view.ours[1:] for atom in group]
    reduced = tuple(atom for atom in rows if atom in gone)
    return arranged(c.canvas, view, ((BATCH,), reduced, tuple(atom for atom in rows if atom not in gone)))
