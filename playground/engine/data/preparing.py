"""What is done to samples before a network sees them: fitted on the training part, applied to every part alike."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from playground.core.project import Preparation, Scaling
from playground.engine.data.mapped import reader, release
from playground.engine.spread import Spread
from playground.training.datasets import Dataset

if TYPE_CHECKING:
    from torch import Tensor

_Numbers = TypeVar("_Numbers", np.ndarray, "Tensor")

_BLOCK = 1 << 22  # numbers looked at in one go: with all that is worked out of them some 200 MB
_MOST_SORTED = 1 << 24  # numbers that a median is taken of
_MOST_COMPARED = 1 << 26  # numbers that the least and the greatest are looked for among


@dataclass(frozen=True)
class Fitted:
    """``(value − shift) / scale`` for numbers that are there, ``fill`` for those that are missing.

    Each is float32 and broadcasts over a sample; None where nothing is to be done. ``divisor`` is what bytes are
    divided by first: 255 for images.
    """

    shift: np.ndarray | None = None
    scale: np.ndarray | None = None
    fill: np.ndarray | None = None
    divisor: float = 1.0

    @property
    def identity(self) -> bool:
        """Whether numbers that are no bytes stay as they are."""
        return self.shift is None and self.fill is None

    def apply(self, x: np.ndarray) -> np.ndarray:
        """float32 samples as a network takes them, from stored ones N×shape; ids stay as they are."""
        if x.dtype.kind == "i":
            return x
        found = x.astype(np.float32) / np.float32(self.divisor) if x.dtype == np.uint8 else x.astype(np.float32)
        if self.fill is not None:
            found = np.where(np.isnan(found), self.fill, found)
        return found if self.shift is None else (found - self.shift) / self.scale

    def invert(self, x: _Numbers) -> _Numbers:
        """Numbers in the units of the data (bytes count from 0 to 1), from a network's; tensors stay where they are."""
        if self.shift is None or self.scale is None:
            return x
        if isinstance(x, np.ndarray):
            return x * self.scale + self.shift
        import torch

        scale, shift = (torch.from_numpy(values).to(x.device) for values in (self.scale, self.shift))
        return x * scale + shift

    def to_dict(self) -> dict[str, Any]:
        """Plain data for a file."""
        named = {"shift": self.shift, "scale": self.scale, "fill": self.fill}
        return {"divisor": self.divisor} | {k: v.tolist() for k, v in named.items() if v is not None}

    @classmethod
    def from_dict(cls, data: Any) -> Fitted:
        """The inverse of ``to_dict``, for data out of a file. Raises ``ValueError``."""
        if not isinstance(data, dict):
            raise ValueError("the preparation is no object")  # noqa: TRY004 - a fault of the file
        arrays = {name: np.asarray(data[name], np.float32) for name in ("shift", "scale", "fill") if name in data}
        if any(not np.isfinite(array).all() for array in arrays.values()):
            raise ValueError("the preparation holds numbers that are not finite")
        if ("shift" in arrays) != ("scale" in arrays) or (arrays.get("scale", np.ones(1)) == 0).any():
            raise ValueError("the preparation's scale is 0 or missing")
        divisor = data.get("divisor", 1.0)
        if isinstance(divisor, bool) or not isinstance(divisor, int | float):
            raise ValueError("the preparation's divisor is no number")  # noqa: TRY004 - a fault of the file
        if not (math.isfinite(divisor) and divisor > 0):
            raise ValueError(f"the preparation's divisor is {divisor}, and must be a number above 0")
        return cls(**arrays, divisor=float(divisor))


def fit_inputs(
    dataset: Dataset, preparation: Preparation, x: np.ndarray, rows: np.ndarray, test_x: np.ndarray | None = None
) -> Fitted:
    """Fit on the rows ``rows`` of the stored samples ``x``: the training part. Ids are never scaled.

    Missing numbers are filled wherever they are, also where only the test part ``test_x`` has any.
    """
    if dataset.shape.whole:
        return Fitted()
    divisor = 255.0 if x.dtype == np.uint8 else 1.0
    fill = _fill(preparation, x, rows, test_x) if x.dtype.kind == "f" and dataset.look == "table" else None
    chosen = _scalings(dataset, preparation)
    if all(how == "none" for how in chosen):
        return Fitted(fill=fill, divisor=divisor)
    axis = dataset.shape.channel_axis
    low, high, mean, deviation = _known_range(dataset, chosen) or statistics(x, rows, axis, divisor)
    if dataset.range is not None:
        low, high = np.full(len(low), dataset.range[0]), np.full(len(low), dataset.range[1])
    shift, scale = np.zeros(len(mean)), np.ones(len(mean))
    for index, how in enumerate(chosen):
        shift[index], scale[index] = _affine(how, low[index], high[index], mean[index], deviation[index])
    form = [1] * dataset.shape.rank
    form[axis] = -1
    return Fitted(shift.reshape(form).astype(np.float32), scale.reshape(form).astype(np.float32), fill, divisor)


def fit_targets(dataset: Dataset, preparation: Preparation, y: np.ndarray, rows: np.ndarray) -> Fitted:
    """The scaling of numbers to predict; nothing for classes and labels."""
    if dataset.target.kind != "values" or preparation.target == "none":
        return Fitted()
    shape = dataset.target.shape
    axis = shape.channel_axis if shape is not None else 0
    low, high, mean, deviation = statistics(y, rows, axis, 1.0)
    pairs = [_affine(preparation.target, *each) for each in zip(low, high, mean, deviation, strict=True)]
    form = [1] * (y.ndim - 1)
    form[axis] = -1
    shift, scale = (np.array(values, np.float32).reshape(form) for values in zip(*pairs, strict=True))
    return Fitted(shift, scale)


def _scalings(dataset: Dataset, preparation: Preparation) -> list[Scaling]:
    """One for each channel or feature; a yes or no stays as it is."""
    count = dataset.shape.sizes[dataset.shape.channel_axis]
    names = dataset.features if len(dataset.features) == count else ("",) * count
    fixed = dataset.fixed if len(dataset.fixed) == count else (False,) * count
    return [
        preparation.columns.get(name, "none" if still else preparation.scaling)
        for name, still in zip(names, fixed, strict=True)
    ]


def _known_range(dataset: Dataset, chosen: list[Scaling]) -> tuple[np.ndarray, ...] | None:
    """Nothing needs to be measured where only the range counts and the data set says it."""
    if dataset.range is None or "standardize" in chosen:
        return None
    zeros = np.zeros(len(chosen))
    return zeros, zeros, zeros, zeros


def _affine(how: Scaling, low: float, high: float, mean: float, deviation: float) -> tuple[float, float]:
    """Shift and scale; what is the same everywhere is only shifted."""
    if how == "standardize":
        return mean, deviation or 1.0
    if how == "minmax":
        return low, (high - low) or 1.0
    if how == "symmetric":
        return (low + high) / 2, (high - low) / 2 or 1.0
    return 0.0, 1.0


def statistics(
    x: np.ndarray, rows: np.ndarray, axis: int, divisor: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Least, greatest, mean and deviation by channel, float64, over ``rows``, block by block; gaps do not count."""
    count = x.shape[axis + 1]
    low, high = np.full(count, np.inf), np.full(count, -np.inf)
    spread = Spread(count)
    step = max(1, _BLOCK // max(1, x[:1].size))
    ordered, read = np.sort(rows), reader(x)
    for start in range(0, len(ordered), step):
        block = np.asarray(read(ordered[start : start + step]), np.float64) / divisor
        flat = np.moveaxis(block, axis + 1, 0).reshape(count, -1)
        there = np.isfinite(flat)
        n = there.sum(1)
        low = np.minimum(low, np.where(there, flat, np.inf).min(1))
        high = np.maximum(high, np.where(there, flat, -np.inf).max(1))
        with np.errstate(invalid="ignore", divide="ignore"):
            own = np.where(n > 0, np.where(there, flat, 0).sum(1) / np.maximum(n, 1), 0.0)
        spread.merge(n, own, (np.where(there, flat - own[:, None], 0) ** 2).sum(1))
    empty = spread.count == 0
    low[empty] = high[empty] = 0.0
    return low, high, spread.mean, np.sqrt(spread.squares / np.maximum(spread.count, 1))


def _any_missing(x: np.ndarray) -> bool:
    step = max(1, _BLOCK // max(1, x[:1].size))
    for start in range(0, len(x), step):
        found = bool(np.isnan(x[start : start + step]).any())
        release(x)
        if found:
            return True
    return False


def image_ends(dataset: Dataset, x: np.ndarray, rows: np.ndarray) -> tuple[float, float]:
    """The values that stand for black and white in images ``x`` as float32; bytes are parts of 255.

    Where the data set does not say them, the least and the greatest of the training rows ``rows`` do, unless all lie
    from 0 to 1. Of very many numbers it is those of rows at even distances.
    """
    if x.dtype == np.uint8:
        return 0.0, 1.0
    if dataset.range is not None:
        return dataset.range
    size = max(1, x[:1].size)
    low, high, step = math.inf, -math.inf, max(1, _BLOCK // size)
    ordered, read = _spread(np.sort(rows), max(1, _MOST_COMPARED // size)), reader(x)
    for start in range(0, len(ordered), step):
        block = read(ordered[start : start + step])
        there = block[np.isfinite(block)]
        if there.size:
            low, high = min(low, float(there.min())), max(high, float(there.max()))
    return (low, high) if low < 0 or (high > 1 and low <= high) else (0.0, 1.0)


def _spread(ordered: np.ndarray, most: int) -> np.ndarray:
    """``ordered``, or ``most`` of them at even distances."""
    return ordered if len(ordered) <= most else ordered[np.linspace(0, len(ordered) - 1, most).astype(np.int64)]


def _fill(preparation: Preparation, x: np.ndarray, rows: np.ndarray, test_x: np.ndarray | None) -> np.ndarray | None:
    """What stands for missing numbers, by feature; None where none is missing anywhere.

    Of more numbers than can be sorted at once it is that of rows at even distances.
    """
    if not (_any_missing(x) or (test_x is not None and _any_missing(test_x))):
        return None
    ordered = _spread(np.sort(rows), max(1, _MOST_SORTED // max(1, x[:1].size)))
    train = np.asarray(reader(x)(ordered), np.float64)
    if preparation.missing in ("median", "mean"):
        whole = np.isnan(train).all(0)
        reduce = np.nanmedian if preparation.missing == "median" else np.nanmean
        found = np.asarray(reduce(np.where(whole, 0.0, train), axis=0))
    else:
        found = np.zeros(train.shape[1:])
    return found.astype(np.float32)
