"""Which kinds of samples a generator makes, and which it misses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from playground.protocol.lenses.base import Lens, Sight

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np

ProbeKind = Literal["middles", "neighbours", "classifier"]


@dataclass(frozen=True, slots=True)
class Coverage(Lens):
    """How many of a generator's samples are of each class of the data. Answered by ``CoverageSeen``."""


@dataclass(frozen=True, slots=True)
class CoverageSeen(Sight):
    """``counts`` int64, one for each of ``names``; with ``astray``, which are like no class, they sum to ``samples``.

    ``expected`` float32: as many as there would be if the classes were as frequent as in the data; ``missing`` bool:
    far fewer than that. ``probe`` is what tells classes: the nearest middle of a cloud, the class of the nearest real
    sample, or a classifier that learned them; right on ``accuracy`` of ``held_out`` real samples that it did not learn
    of. While it learns (``ready`` below 1) nothing is counted.
    """

    names: tuple[str, ...]
    counts: np.ndarray
    astray: int
    expected: np.ndarray
    missing: np.ndarray
    probe: ProbeKind
    accuracy: float
    held_out: int
    ready: float = 1.0

    @property
    def samples(self) -> int:
        """Of all classes and of none."""
        return int(self.counts.sum()) + self.astray
