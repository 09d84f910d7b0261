"""What a network says over a plane of inputs: its decision boundary, or the surface of what it predicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playground.protocol.data import Part
from playground.protocol.lenses.base import Lens, Sight
from playground.protocol.views import Plane

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np


@dataclass(frozen=True, slots=True)
class Boundary(Lens):
    """What a network says over a plane of inputs. Answered by ``BoundarySeen``.

    ``features``: numbers of the two that lie along the axes, the others at their medians. None: the two that there are,
    of more of them the two directions in which the training inputs differ most. ``part``: whose samples lie on it.
    ``output``: which of several numbers or labels is shown.
    """

    features: tuple[int, int] | None = None
    part: Part = "train"
    output: int = 0


@dataclass(frozen=True, slots=True)
class BoundarySeen(Sight):
    """``plane`` is None until the directions are known. Its points are samples ``numbers`` (n) of ``part``, which has
    ``count`` in all; ``said`` (n) is the class or value that the network says of each, of all its features.

    ``names`` are those of the features that can be chosen, ``outputs`` those of the numbers or labels; empty where
    there is no choice. ``explained``: how much of the variance the two directions hold, None for features.
    ``current``: the part of the picture that shows the newest weights. ``whole``: a place of the plane is a whole
    input, not a cut.
    """

    plane: Plane | None
    part: Part
    count: int
    numbers: np.ndarray
    said: np.ndarray
    names: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    explained: tuple[float, float] | None = None
    current: float = 1.0
    whole: bool = False
