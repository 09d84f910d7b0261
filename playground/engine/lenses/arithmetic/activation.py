"""Activations: the curve with the point on it; softmax: exponentials, and their part of the sum."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from playground.core.language import tr
from playground.engine.lenses.arithmetic.stages import Index, Stage
from playground.engine.lenses.arithmetic.step import Explain, Step, flat, numbers, sample
from playground.protocol.lenses.arithmetic import Curve, Shares

POINTS, LEAST_REACH = 97, 3.0
MOST_SHARES = 128


def bent(stage: Stage, index: Index) -> Step:
    """One number through the curve; the curve is drawn as far as the number lies, and a little further."""
    module = stage.module
    assert module is not None
    x = sample(stage.inputs[0])
    value, here = float(x[index]), flat(index, x.shape)
    reach = max(LEAST_REACH, 1.25 * abs(value)) if np.isfinite(value) else LEAST_REACH
    xs = np.linspace(-reach, reach, POINTS)
    ys = _curve(module, torch.as_tensor(np.append(xs, value), dtype=torch.float64), index)
    title = type(module).__name__
    note = ""
    if isinstance(module, nn.PReLU):
        note = tr("Its slope below zero is learned: {slope:.4g}.", slope=_slope(module, index))
    part = Curve(result=float(ys[-1]), title=title, x=value, xs=xs.astype(np.float32), ys=ys[:-1].astype(np.float32),
                 note=note)  # fmt: skip
    return Step((part,), ((0, np.array([here])),), here)


def _curve(module: nn.Module, xs: torch.Tensor, index: Index) -> np.ndarray:
    if isinstance(module, nn.PReLU):
        return np.where(xs.numpy() >= 0, xs.numpy(), _slope(module, index) * xs.numpy())
    return numbers(module(xs))


def _slope(module: nn.PReLU, index: Index) -> float:
    return float(module.weight[index[0] if module.num_parameters > 1 else 0])


def shares(stage: Stage, index: Index) -> Step:
    """e to the power of each score, as a part of the sum of all: y_i = e^(x_i) / Σ e^(x_j)."""
    module = stage.module
    assert isinstance(module, (nn.Softmax, nn.LogSoftmax))
    x = sample(stage.inputs[0])
    axis = (1 if module.dim is None else module.dim) % (x.ndim + 1) - 1  # torch counts the batch, too
    flats = np.moveaxis(np.arange(x.size).reshape(x.shape), axis, -1)[
        tuple(each for at, each in enumerate(index) if at != axis)
    ]
    scores, chosen = x.reshape(-1)[flats], index[axis]
    largest = float(scores.max())
    exponentials = np.exp(scores - largest)
    total = float(exponentials.sum())
    logarithm = isinstance(module, nn.LogSoftmax)
    share = float(scores[chosen]) - largest - float(np.log(total)) if logarithm else float(exponentials[chosen]) / total
    kept = np.arange(len(scores))
    if len(kept) > MOST_SHARES:
        kept = np.union1d(np.argsort(-scores, kind="stable")[: MOST_SHARES - 1], [chosen])
    part = Shares(
        result=share, at=kept, scores=scores[kept], exponentials=exponentials[kept], largest=largest, total=total,
        count=len(scores), chosen=int(np.searchsorted(kept, chosen)), logarithm=logarithm,
    )  # fmt: skip
    return Step((part,), ((0, flats),), flat(index, x.shape))


ELEMENTWISE = (
    nn.ReLU, nn.ReLU6, nn.LeakyReLU, nn.PReLU, nn.ELU, nn.SELU, nn.GELU, nn.SiLU, nn.Mish, nn.Softplus, nn.Softsign,
    nn.Hardswish, nn.Sigmoid, nn.Tanh,
)  # fmt: skip
KINDS: dict[type[nn.Module], Explain] = {
    **dict.fromkeys(ELEMENTWISE, bent), nn.Softmax: shares, nn.LogSoftmax: shares,
}  # fmt: skip
