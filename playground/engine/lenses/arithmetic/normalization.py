"""Normalizations: the mean and variance of a set of numbers, scale and shift."""

from __future__ import annotations

from typing import Any

import numpy as np
from torch import Tensor, nn

from playground.core.language import tr
from playground.engine.lenses.arithmetic.stages import Index, Stage
from playground.engine.lenses.arithmetic.step import Explain, Step, flat, numbers, sample
from playground.protocol.lenses.arithmetic import Normalized


def batch(stage: Stage, index: Index) -> Step:
    """With the running averages of mean and variance that training kept for the channel."""
    module: Any = stage.module
    channel = index[0]
    x = sample(stage.inputs[0])
    if module.running_mean is None:  # it kept none: those of what it is given
        mean, variance = float(x[channel].mean()), float(x[channel].var())
        over = tr("channel {channel} of this sample", channel=channel)
    else:
        mean, variance = float(module.running_mean[channel]), float(module.running_var[channel])
        over = tr("channel {channel}, as training has averaged them over its batches", channel=channel)
    return _step(x, index, mean, variance, module.eps, _at(module.weight, channel), _at(module.bias, channel), over)


def instance(stage: Stage, index: Index) -> Step:
    """Of one channel of this sample."""
    module: Any = stage.module
    channel, x = index[0], sample(stage.inputs[0])
    values = x[channel]
    over = tr("the {size:,} numbers of channel {channel}", size=values.size, channel=channel)
    found = float(values.mean()), float(values.var())
    step = _step(x, index, *found, module.eps, _at(module.weight, channel), _at(module.bias, channel), over)
    return _reading(step, _flats(x)[channel])


def group(stage: Stage, index: Index) -> Step:
    """Of the channels of one group of this sample."""
    module = stage.module
    assert isinstance(module, nn.GroupNorm)
    channel, x = index[0], sample(stage.inputs[0])
    wide = module.num_channels // module.num_groups
    first = channel // wide * wide
    values = x[first : first + wide]
    over = tr(
        "the {size:,} numbers of channels {first} to {first2}", size=values.size, first=first, first2=first + wide - 1
    )
    scale, shift = _at(module.weight, channel), _at(module.bias, channel)
    step = _step(x, index, float(values.mean()), float(values.var()), module.eps, scale, shift, over)
    return _reading(step, _flats(x)[first : first + wide])


def layer(stage: Stage, index: Index) -> Step:
    """Of the last axes: the features of one place, or all of the sample."""
    module: Any = stage.module
    x = sample(stage.inputs[0])
    own = len(module.normalized_shape)
    place, inner = index[: x.ndim - own], index[x.ndim - own :]
    values = x[place]
    size = values.size
    over = (
        tr("the {size:,} numbers of this place", size=size)
        if place
        else tr("the {size:,} numbers of this sample", size=size)
    )
    scale = None if module.weight is None else float(numbers(module.weight)[inner])
    eps = module.eps
    if isinstance(module, nn.RMSNorm):
        eps = float(np.finfo(np.float32).eps) if eps is None else eps
        step = _step(x, index, None, float((values**2).mean()), eps, scale, None, over)
    else:
        bias = getattr(module, "bias", None)
        shift = None if bias is None else float(numbers(bias)[inner])
        step = _step(x, index, float(values.mean()), float(values.var()), eps, scale, shift, over)
    return _reading(step, _flats(x)[place])


def normalized_row(module: nn.LayerNorm, row: np.ndarray, feature: int) -> Normalized:
    """A layer norm of ``row``, float64 n, at ``feature``."""
    scale = None if module.weight is None else float(module.weight[feature])
    shift = None if module.bias is None else float(module.bias[feature])
    over = tr("the {size:,} numbers of this place", size=row.size)
    return _part(float(row[feature]), float(row.mean()), float(row.var()), module.eps, scale, shift, over)


def _step(
    x: np.ndarray, index: Index, mean: float | None, variance: float, epsilon: float, scale: float | None,
    shift: float | None, over: str,
) -> Step:  # fmt: skip
    here, part = flat(index, x.shape), _part(float(x[index]), mean, variance, epsilon, scale, shift, over)
    return Step((part,), ((0, np.array([here])),), here)


def _part(
    x: float, mean: float | None, variance: float, epsilon: float, scale: float | None, shift: float | None, over: str
) -> Normalized:
    result = (x - (mean or 0.0)) / float(np.sqrt(variance + epsilon))
    result = result * (1.0 if scale is None else scale) + (shift or 0.0)
    return Normalized(
        result=result, x=x, mean=mean, variance=variance, epsilon=epsilon, scale=scale, shift=shift, over=over
    )


def _reading(step: Step, flats: np.ndarray) -> Step:
    return Step(step.parts, ((0, flats.reshape(-1)),), step.goes_on)


def _flats(x: np.ndarray) -> np.ndarray:
    return np.arange(x.size).reshape(x.shape)


def _at(weight: Tensor | None, channel: int) -> float | None:
    return None if weight is None else float(weight[channel])


KINDS: dict[type[nn.Module], Explain] = {
    nn.BatchNorm1d: batch, nn.BatchNorm2d: batch, nn.BatchNorm3d: batch, nn.InstanceNorm1d: instance,
    nn.InstanceNorm2d: instance, nn.InstanceNorm3d: instance, nn.GroupNorm: group, nn.LayerNorm: layer,
    nn.RMSNorm: layer,
}  # fmt: skip
