"""A bounded series: however long a run gets, a one-step spike stays visible."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from playground.telemetry.thinning import Floats, extremes, group_starts

CAPACITY = 4096
_LARGEST_STEP = 2.0**53
_STEP, _VALUE, _MEAN, _WEIGHT = range(4)


class Series:
    """Points (step, value) of one quantity, at most ``capacity`` of them.

    When it is full, steps are put into buckets as wide as a power of two, and each bucket keeps its minimum and its
    maximum; the first and the last point always stay. Every point also carries the mean of what was merged into it and
    for how many points it speaks, so that smoothing averages what was measured and not the extremes that were kept.

    Values may be NaN or infinite: they stay as gaps, and give way to finite extremes when merged.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        """Raises ``ValueError`` below 16 points."""
        if capacity < 16:
            raise ValueError(f"a series needs room for at least 16 points, not {capacity}")
        self.capacity = capacity
        self.version = 0  # rises with every change, for those who cache what they drew
        self._data = np.empty((4, capacity))
        self._count = 0
        self._width = 0.0

    def __len__(self) -> int:
        return self._count

    @property
    def last_step(self) -> float | None:
        return float(self._data[_STEP, self._count - 1]) if self._count else None

    @property
    def last_value(self) -> float | None:
        return float(self._data[_VALUE, self._count - 1]) if self._count else None

    def append(self, step: float, value: float) -> None:
        """One point; see ``extend``."""
        self.extend([step], [value])

    def extend(self, steps: ArrayLike, values: ArrayLike) -> None:
        """Add k points. Raises ``ValueError``, changing nothing, when ``steps`` fall or go beyond 2^53."""
        new_steps, new_values = _vector(steps), _vector(values)
        self._refuse(new_steps, new_values)
        if not len(new_steps):
            return
        finite = np.isfinite(new_values)
        fresh = np.stack([new_steps, new_values, np.where(finite, new_values, 0.0), finite.astype(np.float64)])
        # In pieces, so that a long array costs no more memory than a long run.
        for start in range(0, fresh.shape[1], 16 * self.capacity):
            self._absorb(fresh[:, start : start + 16 * self.capacity])
        self.version += 1

    def truncate(self, step: float) -> None:
        """Forget what came after ``step``: a run that goes on from an earlier state writes it anew."""
        count = int(np.searchsorted(self._data[_STEP, : self._count], step, side="right"))
        if count != self._count:
            self._count = count
            self.version += 1

    def arrays(self) -> tuple[Floats, Floats]:
        """Steps and values to draw, float64, as copies."""
        return self._data[_STEP, : self._count].copy(), self._data[_VALUE, : self._count].copy()

    def averages(self) -> tuple[Floats, Floats, Floats]:
        """Steps, means and weights to smooth: a weight is the number of finite values that a mean speaks for."""
        part = self._data[:, : self._count].copy()
        return part[_STEP], part[_MEAN], part[_WEIGHT]

    def at(self, step: float) -> float | None:
        """The value that was known at ``step``: of the last point at or before it."""
        index = int(np.searchsorted(self._data[_STEP, : self._count], step, side="right")) - 1
        return float(self._data[_VALUE, index]) if index >= 0 else None

    def rows(self) -> list[list[float | None]]:
        """[[step, value], …] for JSON, which knows no NaN and no infinity: these become null."""
        steps, values = self.arrays()
        return [
            [_whole(step), value if math.isfinite(value) else None]
            for step, value in zip(steps.tolist(), values.tolist(), strict=True)
        ]

    @classmethod
    def from_rows(cls, rows: Iterable[Iterable[float | None]], capacity: int = CAPACITY) -> Series:
        """The inverse of ``rows``. Raises ``ValueError`` or ``TypeError`` for anything else."""
        pairs = [(float("nan") if step is None else step, float("nan") if value is None else value)
                 for step, value in rows]  # fmt: skip
        series = cls(capacity)
        series.extend([step for step, _ in pairs], [value for _, value in pairs])
        return series

    def _refuse(self, steps: Floats, values: Floats) -> None:
        if steps.shape != values.shape:
            raise ValueError(f"{len(steps)} steps do not go with {len(values)} values")
        if not (np.abs(steps) <= _LARGEST_STEP).all():  # NaN too
            raise ValueError("a step is not a number up to 2^53")
        before = self.last_step
        if (np.diff(steps) < 0).any() or (len(steps) and before is not None and steps[0] < before):
            raise ValueError("steps must not fall")

    def _absorb(self, fresh: Floats) -> None:
        count = self._count + fresh.shape[1]
        if count <= self.capacity:
            self._data[:, self._count : count] = fresh
        else:
            merged = self._merge(np.concatenate([self._data[:, : self._count], fresh], axis=1))
            count = merged.shape[1]
            self._data[:, :count] = merged
        self._count = count

    def _merge(self, points: Floats) -> Floats:
        """Points of shape 4×n merged into at most about three quarters of the capacity, so that merging stays rare."""
        steps = points[_STEP]
        buckets = self.capacity * 3 // 8 - 2
        narrowest = (float(steps[-1]) - float(steps[0])) / buckets
        if narrowest > self._width:
            self._width = 2.0 ** math.ceil(math.log2(narrowest))
        starts = group_starts(np.floor((steps - steps[0]) / self._width) if self._width else np.zeros_like(steps))
        kept = extremes(points[_VALUE], starts)
        merged = points[:, kept]
        merged[_MEAN], merged[_WEIGHT] = _shared_means(points, starts, kept)
        return merged


def _shared_means(points: Floats, starts: np.ndarray, kept: np.ndarray) -> tuple[Floats, Floats]:
    """Mean of each bucket at each of its kept points, and the bucket's weight divided among them."""
    total = np.add.reduceat(points[_WEIGHT], starts)
    bucket = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, points.shape[1])))
    # Divided before adding: the sum of large finite values could overflow, their mean cannot.
    share = points[_WEIGHT] / np.maximum(total, 1e-300)[bucket]
    mean = np.add.reduceat(points[_MEAN] * share, starts)
    of_kept = bucket[kept]
    return mean[of_kept], (total / np.bincount(of_kept, minlength=len(starts)))[of_kept]


def _vector(numbers: ArrayLike) -> Floats:
    array = np.asarray(numbers, dtype=np.float64)
    if array.ndim != 1:
        raise ValueError(f"expected a vector, got an array of shape {array.shape}")
    return array


def _whole(step: float) -> float:
    return int(step) if step.is_integer() else step
