"""Dense layers, bilinear ones and tables: weighted sums of a row of numbers, and rows that are looked up."""

from __future__ import annotations

import numpy as np
from torch import nn

from playground.core.language import tr
from playground.engine.lenses.arithmetic.stages import Index, Stage
from playground.engine.lenses.arithmetic.step import Explain, Step, flat, numbers, sample, terms
from playground.engine.modules import LearnedPositions, SinusoidalPositions
from playground.protocol.lenses.arithmetic import Row

MOST_IN_ROW = 1024


def dense(stage: Stage, index: Index) -> Step:
    """y_j = b_j + Σ_i w_j,i · x_i; of a sequence at its own step."""
    module = stage.module
    assert isinstance(module, nn.Linear)
    *place, unit = index
    x = sample(stage.inputs[0])
    row = x[tuple(place)]
    bias = float(module.bias[unit]) if module.bias is not None else None
    part = terms(row, numbers(module.weight)[unit], lambda i: f"x{_low(i)}", bias=bias)
    start = flat((*place, 0), x.shape)
    return Step((part,), ((0, np.arange(start, start + len(row))),))


def bilinear(stage: Stage, index: Index) -> Step:
    """y_j = b_j + Σ_i x_i · (Σ_k w_j,i,k · z_k)."""
    module = stage.module
    assert isinstance(module, nn.Bilinear)
    *place, unit = index
    left, right = sample(stage.inputs[0]), sample(stage.inputs[1])
    x, z = left[tuple(place)], right[tuple(place)]
    weights = numbers(module.weight)[unit] @ z
    bias = float(module.bias[unit]) if module.bias is not None else None
    note = tr("The weight of each number of the first input is itself a weighted sum of the second: Σ w z.")
    part = terms(x, weights, lambda i: f"x{_low(i)}", bias=bias, note=note)
    starts = [flat((*place, 0), each.shape) for each in (left, right)]
    return Step(
        (part,),
        ((0, np.arange(starts[0], starts[0] + len(x))), (1, np.arange(starts[1], starts[1] + len(z)))),
    )


def embedding(stage: Stage, index: Index) -> Step:
    """The row of the token at this step."""
    module = stage.module
    assert isinstance(module, nn.Embedding)
    *place, column = index
    token = int(stage.inputs[0][0][tuple(place)])
    row = numbers(module.weight[token])
    part = Row(
        result=float(row[column]), token=token, word="", vocabulary=module.num_embeddings, place=column,
        row=row[:MOST_IN_ROW].astype(np.float32),
    )  # fmt: skip
    return Step((part,), ((0, np.array([flat(place, stage.inputs[0].shape[1:])])),))


def positions(stage: Stage, index: Index) -> Step:
    """The number and what is added for its step."""
    module = stage.module
    assert isinstance(module, (LearnedPositions, SinusoidalPositions))
    added = module.weight if isinstance(module, LearnedPositions) else module.waves
    values = np.array([sample(stage.inputs[0])[index], numbers(added)[index]])
    names = (tr("input"), tr("step {number}", number=index[0]))
    part = terms(values, None, lambda i: names[i], in_order=True)
    return Step((part,), ((0, np.array([flat(index, stage.inputs[0].shape[1:])])),))


_LOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def _low(number: int) -> str:
    return str(number).translate(_LOW)


KINDS: dict[type[nn.Module], Explain] = {
    nn.Linear: dense, nn.Bilinear: bilinear, nn.Embedding: embedding, LearnedPositions: positions,
    SinusoidalPositions: positions,
}  # fmt: skip
