"""What every family of layers says of one number: the part to show, and where the number came from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from playground.engine.lenses.arithmetic.stages import Index, Stage
from playground.protocol.lenses.arithmetic import How, Part, Terms

MOST_TERMS = 256


@dataclass(frozen=True)
class Step:
    """``parts`` in the order of computing. ``reads``: for inputs of the stage the flat places that were read.

    ``goes_on``: the flat place in the input ``number`` where the one number that is changed or moved here was made.
    ``leaves``: what was read by earlier stages of the same layer whose work this step tells, too.
    """

    parts: tuple[Part, ...]
    reads: tuple[tuple[int, np.ndarray], ...] = ()
    goes_on: int | None = None
    number: int = 0
    note: str = ""
    leaves: tuple[tuple[Stage, int, np.ndarray], ...] = ()


Explain = Callable[[Stage, Index], Step]


def numbers(tensor: Tensor) -> np.ndarray:
    """float64 on the CPU: products and sums are worked out exactly enough to be compared."""
    found: np.ndarray = tensor.detach().cpu().double().numpy()
    return found


def sample(tensor: Tensor) -> np.ndarray:
    """The one sample of a batch 1×…, float64."""
    return numbers(tensor[0])


def flat(index: Sequence[int], shape: Sequence[int]) -> int:
    """The place of ``index`` in a tensor of ``shape`` that is laid out flat."""
    return int(np.ravel_multi_index(tuple(index), tuple(shape))) if len(shape) else 0


def real(stage: Stage, index: Index) -> float:
    """What torch gave there."""
    return float(stage.output[0][index])


def place_name(index: Sequence[int]) -> str:
    """``3`` or ``2, 4, 0``."""
    return ", ".join(str(int(each)) for each in index)


def terms(
    x: np.ndarray, w: np.ndarray | None, names: Callable[[int], str], *, bias: float | None = None, how: How = "sum",
    divisor: float | None = None, in_order: bool = False, note: str = "",
) -> Terms:  # fmt: skip
    """A sum or mean of ``x`` times ``w``, float64 n each: the largest terms themselves, the others together."""
    parts = x * w if w is not None else x.copy()
    total = (float(parts.sum()) + (bias or 0.0)) / (divisor or 1.0)
    chosen = np.arange(len(parts))
    if not in_order or len(parts) > MOST_TERMS:
        chosen = np.argsort(-np.abs(parts), kind="stable")[:MOST_TERMS]
        chosen = np.sort(chosen) if in_order else chosen
    left = np.delete(parts, chosen)
    return Terms(
        result=total, how=how, names=tuple(names(int(place)) for place in chosen), x=x[chosen].astype(np.float32),
        w=None if w is None else w[chosen].astype(np.float32), parts=parts[chosen], count=len(parts),
        rest=float(left.sum()), bias=bias, divisor=divisor, in_order=in_order, note=note,
    )  # fmt: skip


def row_of_weights(stage: Stage, index: Index) -> np.ndarray:
    """How much each number of the input counts in one number of a linear operation's output, float64 as the sample.

    Of a linear function that is its gradient.
    """
    with torch.inference_mode(False), torch.enable_grad():
        x = stage.inputs[0].detach().clone().double().requires_grad_()
        stage.call(x)[0][index].backward()
    assert x.grad is not None
    return sample(x.grad)
