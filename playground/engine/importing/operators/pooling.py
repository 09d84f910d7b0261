"""Pooling over windows and over all places."""

from __future__ import annotations

from typing import Any

from playground.core.language import tr
from playground.engine.importing.converter import Converter, operator
from playground.engine.importing.model import NoCounterpart, Op
from playground.engine.importing.operators.common import from_places, in_places
from playground.engine.importing.operators.convolution import Sides, brief, padded, sides_of, window
from playground.engine.importing.views import View

# What never gives less than 0: zeros around it change no maximum.
_NOT_NEGATIVE = frozenset({"ReLU", "ReLU6", "Sigmoid", "Softmax", "Softplus"})
_KEEPING = frozenset({"MaxPool1D", "MaxPool2D", "MaxPool3D", "AvgPool1D", "AvgPool2D", "AvgPool3D", "Dropout"})


@operator("MaxPool", "AveragePool")
def pool(c: Converter, op: Op) -> tuple[View]:
    if c.used(op, 1):
        raise NoCounterpart(tr("where the maxima lie is asked for, too"))
    view = in_places(c, c.view(op))
    axes, places = view.rank - 2, view.shape.spatial
    if axes < 1:
        raise NoCounterpart(tr("there are no places to pool over"))
    size, strides = window(op, "kernel_shape", axes, 0), window(op, "strides", axes)
    if set(window(op, "dilations", axes)) != {1}:
        raise NoCounterpart(tr("its window has gaps (dilations)"))
    sides = _with_ceiling(op, sides_of(op, places, size, strides), places, size, strides)
    average = op.kind == "AveragePool"
    if average and any(map(any, sides)) and not op.whole("count_include_pad", 0):
        raise NoCounterpart(tr("its mean leaves the padding out"))
    padding = [before for before, _ in sides]
    fits = all(p <= k // 2 for p, k in zip(padding, size, strict=True))
    if not fits or any(before != after for before, after in sides):
        if not average and not _not_negative(c, view):
            raise NoCounterpart(tr("its padding is not even, and not with zeros"))
        view, padding = padded(c, view, sides), [0] * axes
    params: dict[str, Any] = {"size": brief(size)}
    if strides != size:
        params["stride"] = brief(strides)
    if any(padding):
        params["padding"] = brief(padding)
    kind = f"{'Avg' if average else 'Max'}Pool{axes}D"
    return (from_places(c.canvas.add(kind, [view], params)[0]),)


def _with_ceiling(
    op: Op, sides: Sides, places: tuple[int, ...], size: tuple[int, ...], strides: tuple[int, ...]
) -> Sides:
    """``ceil_mode`` counts a last window that is not whole: as if more were padded at the end."""
    if not op.whole("ceil_mode", 0):
        return sides
    found = []
    for (before, after), n, k, s in zip(sides, places, size, strides, strict=True):
        rest = (n + before + after - k) % s
        more = s - rest if rest else 0
        # a window that would begin in the padding at the end does not count
        begins = ((n + before + after + more - k) // s) * s
        found.append((before, after + more if begins < n + before else after))
    if tuple(found) != sides and op.kind == "AveragePool":
        raise NoCounterpart(tr("its last windows are not whole (ceil_mode)"))
    return tuple(found)


def _not_negative(c: Converter, view: View) -> bool:
    node = c.canvas.nodes[view.node]
    while node.type in _KEEPING:
        node = c.canvas.nodes[next(link.source for link in c.canvas.links if link.target == node.id)]
    return node.type in _NOT_NEGATIVE or node.params.get("activation") in _NOT_NEGATIVE


@operator("GlobalAveragePool", "GlobalMaxPool")
def global_pool(c: Converter, op: Op) -> tuple[View]:
    view = in_places(c, c.view(op))
    kind = "GlobalAvgPool" if op.kind == "GlobalAveragePool" else "GlobalMaxPool"
    out = c.canvas.add(kind, [view])[0]
    channels = view.ours[1 + view.shape.channel_axis]
    return (View(*out, (view.ours[0], channels), (view.ours[0], channels, *((),) * (view.rank - 2))),)
