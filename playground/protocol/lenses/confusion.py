"""What a classifier takes for what, epoch by epoch, with the samples behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playground.protocol.data import Part
from playground.protocol.findings import Shown
from playground.protocol.lenses.base import Lens, Sight

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np


@dataclass(frozen=True, slots=True)
class Confusion(Lens):
    """What the samples of ``part`` were taken for by the weights after ``step`` batches, None: the last that are known.

    ``cell`` asks for the samples of one class (first) that were called another (second), in the place of the worst
    mistakes. Answered by ``ConfusionSeen``.
    """

    part: Part = "validation"
    step: int | None = None
    cell: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class KnownStep:
    """Weights whose answers are kept: after ``step`` batches, ``epochs`` as a number with a fraction. ``right`` is how
    many samples they told rightly.
    """

    step: int
    epochs: float
    right: int


@dataclass(frozen=True, slots=True)
class ConfusionSeen(Sight):
    """``counts``: int64 classes×classes, rows are what samples are, columns what they were called; 0×0 of more classes
    than can be read. ``samples`` are in them, of ``whole`` in the part: fewer while they are still being asked.

    ``known`` are the steps that can be looked at, ``at`` is the one that is shown; it stands in ``known`` once all
    samples are asked. ``shown``: mistakes, the surest first; or of ``cell`` its samples, mistakes the surest first and
    right ones the least sure first; ``sure`` is the probability (or score, without ``probabilities``) of what was said
    of each. ``found`` is how many there are in all.
    """

    part: Part
    cell: tuple[int, int] | None
    classes: tuple[str, ...]
    counts: np.ndarray
    samples: int
    whole: int
    known: tuple[KnownStep, ...]
    at: KnownStep
    shown: Shown
    sure: tuple[float, ...]
    found: int
    probabilities: bool = True
