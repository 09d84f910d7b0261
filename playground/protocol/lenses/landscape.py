"""The loss around the weights: what it would be if these were others, and the way that training took."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from playground.protocol.lenses.base import Lens, Sight

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np

Directions = Literal["random", "path"]


@dataclass(frozen=True, slots=True)
class Landscape(Lens):
    """The loss over a plane of weights through those at which the lens was opened. Answered by ``LandscapeSeen``.

    ``directions``: two random ones, each filter as long as that of the weights, or the two in which training went
    furthest. ``reach``: how far to each side; in lengths of
    the weights for random directions, else in lengths of the path.
    ``anew`` is a number by which a person asks once more.
    """

    directions: Directions = "random"
    reach: float = 1.0
    size: int = 25
    anew: int = 0


@dataclass(frozen=True, slots=True)
class LandscapeSeen(Sight):
    """``losses`` float32 size×size at the crossings of ``across`` and ``up`` (float32 size each; row 0 at ``up[0]``),
    NaN where it is not known yet, infinite where it is not finite. ``path`` float32 k×3: place across and up, and the
    loss there, of what was kept of the way through training, oldest first, after ``path_steps``; the last one is where
    it is now. The weights after ``centre_step`` are at 0, 0. ``kept`` is the part of the way's variance that lies in
    the plane. ``samples`` were judged for each point; ``loss`` names what they were judged by.
    """

    losses: np.ndarray
    across: np.ndarray
    up: np.ndarray
    path: np.ndarray
    path_steps: np.ndarray
    centre_step: int
    kept: float
    samples: int
    loss: str = "loss"

    @property
    def done(self) -> float:
        """The part of the points that are known."""
        known = int((self.losses == self.losses).sum())  # NaN is not equal to itself
        return known / max(1, self.losses.size)
