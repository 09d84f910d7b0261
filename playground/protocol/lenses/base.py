"""What somebody watches inside a network: lenses, and what is to be seen through them.

A lens is a question that stays open: the worker answers it again and again while the network learns, and at once where
it rests. ``Watch`` says which lenses are open; those that nobody sees cost nothing. Lenses are compared by value, so an
answer finds the views that wait for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np


@dataclass(frozen=True, slots=True)
class Lens:
    """Each kind of question is a frozen record of its own; all are asked of a network."""

    network: str


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen through a lens: each kind has a record of its own."""


@dataclass(frozen=True, slots=True)
class Watch:
    """From now on ``lenses`` are open, and no others. ``brought``: samples as images uint8 h×w (or h×w×3), as rows
    of numbers, float32, or as a text, by the numbers that ``Brought`` names. With ``at`` they look at the network as it
    was at that step, or at the last one before it that is kept (``Snapshots``); with ``views`` what the task shows of
    it is told, too (``Predictions``, ``Views``).
    """

    lenses: tuple[Lens, ...]
    brought: dict[int, np.ndarray] = field(default_factory=dict)
    at: int | None = None
    views: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What a lens shows of the weights after ``step``; the newest alone counts. ``at`` is that of the ``Watch``. Those
    of another ``version`` are other weights, at the same step, too: the best of an earlier epoch may have come back.
    """

    run: int
    step: int
    lens: Lens
    sight: Sight
    at: int | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Unseen:
    """Why a lens shows nothing, in a sentence."""

    run: int
    lens: Lens
    message: str
    at: int | None = None
