"""Which part of the plane a plot shows while it follows a run. Pure functions."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """The smallest and largest finite value of some curves, and the smallest above 0; infinite when there is none."""

    low: float = math.inf
    high: float = -math.inf
    positive: float = math.inf

    def __or__(self, other: Bounds) -> Bounds:
        return Bounds(min(self.low, other.low), max(self.high, other.high), min(self.positive, other.positive))


def right_end(last: float, total: float) -> float:
    """The right end of the epoch axis for a run at ``last`` of ``total`` epochs.

    It grows by steps, so that the picture stands still between them, and ends at ``total`` exactly.
    """
    if last >= total > 0 or last <= 0:
        return max(last, total) if last > 0 else min(total, 1.0) or 1.0
    end = 0.02
    while end < last * 1.04:
        end *= 1.5
    return min(end, total) if total > 0 else last


def value_range(
    bounds: Bounds, shown: tuple[float, float] | None, *, log: bool, percent: bool = False
) -> tuple[float, float]:
    """The value axis for curves with ``bounds``, in axis units (decimal logarithms when ``log``).

    ``shown`` is what the axis shows now: it is kept while it fits, so that the picture does not tremble.
    """
    low, high = (bounds.positive, bounds.high) if log else (bounds.low, bounds.high)
    if not (math.isfinite(low) and math.isfinite(high)) or (log and high <= 0):
        return shown or ((-1.0, 0.0) if log else (0.0, 1.0))
    if log:
        low, high = math.log10(low), math.log10(high)
    elif 0 < low < 0.5 * high and not percent:
        low = 0.0  # a loss is read against nothing lost
    span = high - low
    if shown is not None and shown[0] <= low and high <= shown[1] and span >= 0.72 * (shown[1] - shown[0]):
        return shown
    margin = 0.08 * span or (0.5 if log else 0.05 * abs(high) or 0.5)
    bottom = low if low == 0 and not log else low - margin
    top = high + margin
    if percent and not log:
        bottom, top = max(bottom, 0.0), min(top, 1.02)
    return (bottom, top)
