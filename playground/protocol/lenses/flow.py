"""What flows forward and back between the layers of a network in a training step, and how the layers fare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from playground.protocol.lenses.base import Lens, Sight

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np


@dataclass(frozen=True, slots=True)
class Flow(Lens):
    """What flows forward and back between the layers of a network in a training step. Answered by ``FlowSeen``."""


@dataclass(frozen=True, slots=True)
class LinkSeen:
    """What one output of a layer gives, and what comes back to it, over all samples and elements.

    ``shape`` is that of one sample, ``nbytes`` counts all samples. ``rms`` is the root of the mean square of what is
    finite, ``gradient`` that of the loss's gradient, None where none comes back. ``zeros`` is the part that is exactly
    zero. ``dead`` is the part of the units that fire for no sample, ``saturated`` the part of the numbers at the flat
    ends of the activation; None where the layer that made them has no such activation. ``histogram``: int64, so many
    numbers in each of equal bins from ``low`` to ``high`` (all in the middle one where these are equal); those that are
    not finite are in ``unfinite`` alone.
    """

    shape: tuple[int, ...]
    count: int
    nbytes: int
    rms: float
    gradient: float | None
    zeros: float
    dead: float | None
    saturated: float | None
    histogram: np.ndarray
    low: float
    high: float
    unfinite: int = 0


Trouble = Literal["", "exploding", "dead", "vanishing", "saturated"]


@dataclass(frozen=True, slots=True)
class LayerHealth:
    """How a layer fares in a training step. ``gradient`` and ``weight`` are root mean squares over what it trains, None
    where it trains nothing; ``update`` is the last ‖Δw‖ / ‖w‖ that was measured. ``message`` and ``hint`` say what the
    ``trouble`` is and what helps.
    """

    gradient: float | None = None
    weight: float | None = None
    update: float | None = None
    trouble: Trouble = ""
    message: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class FlowSeen(Sight):
    """``links``: by the path of a node (as in ``LayersSeen``) for each of its outputs. ``layers``: by path too, those
    that train and those that have an activation which can die or saturate. ``samples`` went through together.
    """

    links: dict[str, tuple[LinkSeen, ...]]
    layers: dict[str, LayerHealth]
    samples: int
