"""Where the generator is told to change one of its images."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playground.protocol.lenses.base import Lens, Sight

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np


@dataclass(frozen=True, slots=True)
class FakePush(Lens):
    """What the discriminator wants changed in fake number ``number`` of a ``Game``. Answered by ``FakePushSeen``."""

    number: int = 0


@dataclass(frozen=True, slots=True)
class FakePushSeen(Sight):
    """``image`` uint8 h×w or h×w×3. ``push`` float32 h×w: −∂L_G/∂pixel of this fake's own part of the generator's loss,
    summed over channels; above 0 where brighter is found more real. ``score`` as in ``GameSeen``.
    """

    image: np.ndarray
    push: np.ndarray
    score: float
