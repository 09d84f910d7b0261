"""Poolings: a window of one channel, and its maximum or mean; enlarging by weighing neighbours."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import nn

from playground.core.language import tr
from playground.engine.lenses.arithmetic.stages import Index, Stage
from playground.engine.lenses.arithmetic.step import Explain, Step, flat, place_name, row_of_weights, sample, terms
from playground.protocol.lenses.arithmetic import How, Windows

Box = list[tuple[int, int]]
MOST_IN_WINDOW = 2**16


def sliding(stage: Stage, index: Index) -> Step:
    """A window of ``kernel_size`` every ``stride`` places; for a mean padding counts as zeros, for a maximum not."""
    module: Any = stage.module
    x = sample(stage.inputs[0])
    axes = x.ndim - 1
    size, stride, padding = (_each(each, axes) for each in (module.kernel_size, module.stride, module.padding))
    dilation = _each(getattr(module, "dilation", 1), axes)
    places = [
        p * s - pad + d * np.arange(k)
        for p, k, s, pad, d in zip(index[1:], size, stride, padding, dilation, strict=True)
    ]
    how: How = "max" if isinstance(module, (nn.MaxPool1d, nn.MaxPool2d, nn.MaxPool3d)) else "mean"
    return Step(*_pooled(x, index[0], places, how))


def adaptive(stage: Stage, index: Index) -> Step:
    """Part i of ``size`` goes from floor(i·n / size) up to ceil((i + 1)·n / size)."""
    x, given = sample(stage.inputs[0]), stage.output.shape[2:]
    places = [
        np.arange(i * n // size, -(-(i + 1) * n // size))
        for i, n, size in zip(index[1:], x.shape[1:], given, strict=True)
    ]
    name = type(stage.module).__name__
    return Step(*_pooled(x, index[0], places, "max" if "Max" in name else "mean"))


def reduced(stage: Stage, index: Index) -> Step:
    """The mean or maximum over whole axes: of an image all but the channels, of a sequence all steps."""
    how: How = "max" if stage.target is torch.amax else "mean"
    x, dims = sample(stage.inputs[0]), stage.options["dim"]
    taken = {each - 1 for each in ((dims,) if isinstance(dims, int) else dims)}
    kept = [axis for axis in range(x.ndim) if axis not in taken]
    flats = np.moveaxis(np.arange(x.size).reshape(x.shape), kept, range(len(kept)))[index]
    part = _part(x.reshape(-1)[flats], np.zeros(flats.shape, bool), how, index[0])
    return Step((part,), ((0, flats.reshape(-1)),))


def enlarged(stage: Stage, index: Index) -> Step:
    """A copy of the nearest place, or neighbours weighed by how near they are."""
    weights = row_of_weights(stage, index).reshape(-1)
    places = np.flatnonzero(weights)
    x = sample(stage.inputs[0])
    names = [place_name([int(i) for i in np.unravel_index(place, x.shape)]) for place in places]
    note = tr("A copy of the nearest place.") if len(places) == 1 else tr("The nearer a place, the larger its part.")
    part = terms(x.reshape(-1)[places], weights[places], lambda i: names[i], in_order=True, note=note)
    return Step((part,), ((0, places),))


def _pooled(x: np.ndarray, channel: int, places: list[np.ndarray], how: How) -> tuple[Any, Any]:
    sizes = x.shape[1:]
    inside = [(each >= 0) & (each < n) for each, n in zip(places, sizes, strict=True)]
    within = np.ones((1,) * len(sizes), bool)
    for axis, each in enumerate(inside):
        within = within & each.reshape([-1 if other == axis else 1 for other in range(len(sizes))])
    near = np.ix_(*(np.clip(each, 0, n - 1) for each, n in zip(places, sizes, strict=True)))
    values = np.where(within, x[channel][near], 0.0)
    start = flat((channel, *(0 for _ in sizes)), x.shape)
    flats = start + np.arange(int(np.prod(sizes))).reshape(sizes)[near]
    return (_part(values, ~within, how, channel),), ((0, flats[within].reshape(-1)),)


def _part(values: np.ndarray, padding: np.ndarray, how: How, channel: int) -> Windows:
    chosen, divisor, note = None, None, ""
    if how == "max":
        chosen = int(np.where(padding, -np.inf, values).argmax())
        result = float(values.reshape(-1)[chosen])
        note = tr("What lies outside of the input cannot win.") if padding.any() else ""
    else:
        divisor = float(values.size)
        result = float(values.sum()) / divisor
        note = tr("Places outside of the input count as zeros.") if padding.any() else ""
    shown = values if values.size <= MOST_IN_WINDOW else values[tuple(slice(0, 64) for _ in values.shape)]
    hidden = padding if shown is values else padding[tuple(slice(0, 64) for _ in values.shape)]
    return Windows(
        result=result, how=how, at=np.array([channel]), values=shown[None].astype(np.float32), weights=None,
        padding=hidden, sums=np.array([float(values.sum())]), count=1, divisor=divisor,
        chosen=chosen if shown is values else None, note=note,
    )  # fmt: skip


def _each(value: Any, axes: int) -> tuple[int, ...]:
    return tuple(value) if isinstance(value, (tuple, list)) else (int(value),) * axes


KINDS: dict[type[nn.Module], Explain] = {
    nn.MaxPool1d: sliding, nn.MaxPool2d: sliding, nn.MaxPool3d: sliding, nn.AvgPool1d: sliding,
    nn.AvgPool2d: sliding, nn.AvgPool3d: sliding, nn.AdaptiveAvgPool1d: adaptive, nn.AdaptiveAvgPool2d: adaptive,
    nn.AdaptiveAvgPool3d: adaptive, nn.AdaptiveMaxPool1d: adaptive, nn.AdaptiveMaxPool2d: adaptive,
    nn.AdaptiveMaxPool3d: adaptive, nn.Upsample: enlarged,
}  # fmt: skip
FUNCTIONS: dict[Any, Explain] = {torch.mean: reduced, torch.amax: reduced}
