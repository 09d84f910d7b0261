"""Numbers about tensors: sizes, spreads, histograms that count every element, units that never fire."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

BINS = 32
_AT_ONCE = 2**22  # float32 counts exactly up to 2**24
_TINY, _HUGE = 1e-30, 1e30


@dataclass(frozen=True)
class Spread:
    """Of all elements together. ``rms``, ``low`` and ``high`` are of the finite ones, 0 where there is none."""

    count: int
    rms: float
    zeros: int
    low: float
    high: float
    histogram: np.ndarray
    unfinite: int


def spread(tensors: Sequence[Tensor]) -> Spread:
    """``tensors`` may be of any shapes and types; they are read, not changed."""
    given = [tensor.detach().float().flatten() for tensor in tensors if tensor.numel()]
    count = sum(tensor.numel() for tensor in given)
    parts = [_finite(tensor) for tensor in given]
    parts = [part for part in parts if part.numel()]
    kept = sum(part.numel() for part in parts)
    if not kept:
        return Spread(count, 0.0, 0, 0.0, 0.0, np.zeros(BINS, np.int64), count)
    ends = torch.stack([torch.stack(torch.aminmax(part)) for part in parts]).cpu()
    low, high = float(ends[:, 0].min()), float(ends[:, 1].max())
    zeros = kept - sum(int(torch.count_nonzero(part)) for part in parts)
    return Spread(count, rms(parts), zeros, low, high, _histogram(parts, low, high), count - kept)


def tally(tensor: Tensor, bins: int) -> tuple[float, float, np.ndarray, int]:
    """Low, high, int64 counts in ``bins`` equal bins between them, and how many elements are not finite.

    Every element counts, once; where low and high are equal all are in the middle bin.
    """
    given = tensor.detach().float().flatten()
    part = _finite(given) if given.numel() else given
    if not part.numel():
        return 0.0, 0.0, np.zeros(bins, np.int64), given.numel()
    low, high = torch.stack(torch.aminmax(part)).tolist()
    return low, high, _histogram([part], low, high, bins), given.numel() - part.numel()


def rms(tensors: Sequence[Tensor]) -> float:
    """The root of the mean square of all elements together; of none it is 0."""
    count = sum(tensor.numel() for tensor in tensors)
    if not count:
        return 0.0
    norms = [float(torch.linalg.vector_norm(tensor.detach().float(), dtype=_wide(tensor))) for tensor in tensors]
    return math.hypot(*norms) / math.sqrt(count)


def dead_part(tensors: Sequence[Tensor]) -> float:
    """The part of the units (features of vectors and sequences, channels of images) that are positive nowhere.

    ``tensors`` N×… have the same units.
    """
    highest = torch.stack([_by_unit(tensor.detach()).amax(1) for tensor in tensors]).amax(0)
    return 1.0 - float((highest > 0).float().mean())


def part_beyond(tensors: Sequence[Tensor], low: float, high: float) -> float:
    """The part of all elements that are less than ``low`` or greater than ``high``."""
    beyond = sum(int(torch.count_nonzero((tensor < low) | (tensor > high))) for tensor in tensors)
    return beyond / max(1, sum(tensor.numel() for tensor in tensors))


def _by_unit(tensor: Tensor) -> Tensor:
    """units × all else."""
    axis = tensor.dim() - 1 if tensor.dim() <= 3 else 1
    return tensor.movedim(axis, 0).flatten(1) if tensor.dim() > 1 else tensor[None]


def _finite(tensor: Tensor) -> Tensor:
    ends = torch.stack(torch.aminmax(tensor))  # NaN where one is among them
    return tensor if bool(torch.isfinite(ends).all()) else tensor[torch.isfinite(tensor)]


def _histogram(parts: Sequence[Tensor], low: float, high: float, bins: int = BINS) -> np.ndarray:
    found = np.zeros(bins, np.int64)
    if low == high:
        found[bins // 2] = sum(part.numel() for part in parts)
        return found
    # what torch can divide by in 32 bits; else the same in 64
    wide = not (_TINY < high - low < _HUGE) or max(abs(low), abs(high)) > 1e5 * (high - low)
    for part in parts:
        for piece in part.split(_AT_ONCE):
            if wide:
                found += np.histogram(piece.cpu().double().numpy(), bins, (low, high))[0]
            else:
                found += torch.histc(piece, bins, low, high).cpu().numpy().astype(np.int64)
    return found


def _wide(tensor: Tensor) -> torch.dtype:
    """64 bits, where the device has them: squares of large numbers."""
    return torch.float32 if tensor.device.type == "mps" else torch.float64
