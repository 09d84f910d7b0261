"""The kernels of a convolution as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playground.protocol.lenses.base import Lens, Sight

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np


@dataclass(frozen=True, slots=True)
class Kernels(Lens):
    """What the convolution at the path ``layer`` (as in ``LayersSeen``) slides over its input. Answered by
    ``KernelsSeen``.
    """

    layer: str


@dataclass(frozen=True, slots=True)
class KernelsSeen(Sight):
    """``values``: float32 n×h×w, the first of ``count`` kernels, each the mean over the ``channels`` that it sees; of a
    volume the slice in the middle, of a sequence one row. ``low`` and ``high`` are the least and the greatest of them.
    """

    values: np.ndarray
    count: int
    channels: int
    low: float
    high: float
