"""The numbers of a landscape, made ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playground.protocol import LandscapeSeen

_STEEPEST = 95  # percent of the points that the scale of heights covers at least; higher ones are cut off


@dataclass(frozen=True)
class Relief:
    """``heights`` float64 size×size from 0 (the least loss) to 1, without gaps; ``path`` float64 k×3 in the same units
    from −1 to 1 across and up. ``low`` and ``high`` are the losses at heights 0 and 1, ``logarithmic`` their scale.
    """

    heights: np.ndarray
    path: np.ndarray
    low: float
    high: float
    logarithmic: bool

    def loss_at(self, height: float) -> float:
        if self.logarithmic:
            return float(self.low * (self.high / self.low) ** height)
        return self.low + height * (self.high - self.low)


def relief(seen: LandscapeSeen, *, logarithmic: bool) -> Relief:
    """Peaks above what nearly all points reach are cut off there, so that a valley is seen beside a cliff."""
    known = seen.losses[np.isfinite(seen.losses)].astype(np.float64)
    own = seen.path[:, 2][np.isfinite(seen.path[:, 2])]
    low = float(min(known.min(initial=np.inf), own.min(initial=np.inf)))
    if not np.isfinite(low):
        low = 0.0
    high = float(np.percentile(known, _STEEPEST)) if len(known) else low + 1.0
    high = high if high > low else low + max(1e-9, abs(low) * 1e-6)
    log = logarithmic and low > 0
    losses = filled(seen.losses.astype(np.float64))
    reach = float(seen.across[-1]) or 1.0
    path = np.stack((seen.path[:, 0] / reach, seen.path[:, 1] / reach, _height(seen.path[:, 2], low, high, log)), 1)
    return Relief(_height(losses, low, high, log), path, low, high, log)


def _height(losses: np.ndarray, low: float, high: float, log: bool) -> np.ndarray:
    top = np.clip(np.nan_to_num(losses, nan=high, posinf=high), low, high)
    if log:
        return np.asarray(np.log(top / low) / np.log(high / low))
    return np.asarray((top - low) / (high - low))


def filled(losses: np.ndarray) -> np.ndarray:
    """What is not known yet (NaN) has the value of the nearest coarser point that is: below and left of it."""
    found = losses.copy()
    size, stride = len(losses), 1
    rows, columns = np.indices(losses.shape)
    while np.isnan(found).any() and stride < 2 * size:
        missing = np.isnan(found)
        coarser = losses[rows // stride * stride, columns // stride * stride]
        found[missing] = coarser[missing]
        stride *= 2
    return found
