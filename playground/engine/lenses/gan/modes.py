"""Which class a sample is of, by the real samples themselves: the nearest middle of a cloud, or the nearest of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

REACH = 4.0  # deviations of a cloud beyond which a sample is of none
CLOUDS_FROM = 0.95  # of real samples nearest to the middle of their own class: then the classes are clouds
_AT_A_TIME = 256
ASTRAY = -1


@dataclass(frozen=True, slots=True)
class Clouds:
    """``middles`` float64 classes×features; ``spread`` is the mean deviation of a class along an axis."""

    middles: np.ndarray
    spread: float

    @classmethod
    def of(cls, x: np.ndarray, y: np.ndarray) -> Clouds:
        """Of real samples N×features with the numbers of their classes, from 0; of a class without samples, nowhere."""
        x, count = x.astype(np.float64), int(y.max()) + 1
        parts = [x[y == number] for number in range(count)]
        middles = np.stack([part.mean(0) if len(part) else np.full(x.shape[1], np.inf) for part in parts])
        return cls(middles, float(np.mean([part.std(0).mean() for part in parts if len(part)])))

    def nearest(self, x: np.ndarray) -> np.ndarray:
        """The class of the nearest middle for samples N×features: int64 N."""
        return np.asarray(self._distances(x).argmin(1))

    def labels(self, x: np.ndarray) -> np.ndarray:
        """As ``nearest``, and ``ASTRAY`` for those that lie farther off than ``REACH`` deviations."""
        distances = self._distances(x)
        near = distances.min(1) <= REACH * self.spread
        return np.where(near, distances.argmin(1), ASTRAY)

    def _distances(self, x: np.ndarray) -> np.ndarray:
        return np.stack([np.linalg.norm(x - middle, axis=1) for middle in self.middles], 1)


def nearest_labels(x: np.ndarray, known: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """For each of ``x`` N×features the label of the nearest of ``known`` M×features."""
    x, known = x.astype(np.float64), known.astype(np.float64)
    squares = (known**2).sum(1)
    found = [labels[(squares - 2 * x[at : at + _AT_A_TIME] @ known.T).argmin(1)] for at in range(0, len(x), _AT_A_TIME)]
    return np.concatenate(found) if found else np.zeros(0, np.int64)
