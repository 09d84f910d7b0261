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
_ROW, _SMALL, _LARGE = 4096, 1e-12, 1e15
_CACHED = 2**15  # numbers that stay in the processor's cache


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
    sound = [found for found in map(_sound, given) if found[0].numel()]
    parts = [part for part, _, _ in sound]
    kept = sum(part.numel() for part in parts)
    if not kept:
        return Spread(count, 0.0, 0, 0.0, 0.0, np.zeros(BINS, np.int64), count)
    low, high = min(low for _, low, _ in sound), max(high for _, _, high in sound)
    zeros = kept - sum(int(torch.count_nonzero(part)) for part in parts)
    return Spread(count, rms(parts), zeros, low, high, _histogram(parts, low, high), count - kept)


def tally(tensor: Tensor, bins: int) -> tuple[float, float, np.ndarray, int]:
    """Low, high, int64 counts in ``bins`` equal bins between them, and how many elements are not finite.

    Every element counts, once; where low and high are equal all are in the middle bin.
    """
    given = tensor.detach().float().flatten()
    part, low, high = _sound(given)
    if not part.numel():
        return 0.0, 0.0, np.zeros(bins, np.int64), given.numel()
    return low, high, _histogram([part], low, high, bins), given.numel() - part.numel()


def extent(tensor: Tensor) -> tuple[float, float]:
    """The least and the greatest finite number; 0 and 0 where there is none."""
    if not tensor.numel():
        return 0.0, 0.0
    low, high = (float(end) for end in torch.aminmax(tensor.detach()))
    if math.isfinite(low) and math.isfinite(high):
        return low, high
    finite = tensor[torch.isfinite(tensor)]
    return (float(finite.min()), float(finite.max())) if finite.numel() else (0.0, 0.0)


def rms(tensors: Sequence[Tensor]) -> float:
    """The root of the mean square of all elements together; of none it is 0."""
    count = sum(tensor.numel() for tensor in tensors)
    if not count:
        return 0.0
    return math.hypot(*[length(tensor.detach().float()) for tensor in tensors]) / math.sqrt(count)


def length(tensor: Tensor) -> float:
    """Euclidean. Of rows of a few thousand it is as exact in 32 bits and quicker, but for huge or tiny squares."""
    flat = tensor.reshape(-1)
    whole = len(flat) - len(flat) % _ROW
    rows = torch.linalg.vector_norm(flat[:whole].reshape(-1, _ROW), dim=1)
    rest = torch.linalg.vector_norm(flat[whole:], dtype=_wide(tensor))
    found = math.hypot(float(torch.linalg.vector_norm(rows, dtype=_wide(tensor))), float(rest))
    if _SMALL < found < _LARGE:
        return found
    return float(torch.linalg.vector_norm(flat, dtype=_wide(tensor)))


def dot(a: Tensor, b: Tensor) -> float:
    """Of rows of numbers that are no larger than 1."""
    whole = len(a) - len(a) % _ROW
    rows = torch.linalg.vecdot(a[:whole].reshape(-1, _ROW), b[:whole].reshape(-1, _ROW))
    return float(rows.double().cpu().sum()) + float(a[whole:].double().cpu() @ b[whole:].double().cpu())


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


def _sound(tensor: Tensor) -> tuple[Tensor, float, float]:
    """What is finite of it, the least and the greatest of that."""
    if not tensor.numel():
        return tensor, 0.0, 0.0
    low, high = torch.stack(torch.aminmax(tensor)).tolist()  # NaN where one is among them
    if math.isfinite(low) and math.isfinite(high):
        return tensor, low, high
    part = tensor[torch.isfinite(tensor)]
    return (part, *extent(part))


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
                found += _counted(piece, low, high, bins)
    return found


def _counted(tensor: Tensor, low: float, high: float, bins: int) -> np.ndarray:
    """As ``torch.histc``, which takes twice as long on processors."""
    if tensor.device.type != "cpu":
        return np.asarray(torch.histc(tensor, bins, low, high).cpu().numpy().astype(np.int64))
    found, scale = torch.zeros(bins + 1, dtype=torch.int64), bins / (high - low)
    for piece in tensor.split(_CACHED):
        found += torch.bincount(((piece - low) * scale).to(torch.int64), minlength=bins + 1)
    found[bins - 1] += found[bins]  # the greatest number itself
    return np.asarray(found[:bins].numpy())


def _wide(tensor: Tensor) -> torch.dtype:
    """64 bits, where the device has them: squares of large numbers."""
    return torch.float32 if tensor.device.type == "mps" else torch.float64
