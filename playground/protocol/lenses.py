"""What somebody watches inside a network, and what is to be seen there.

A lens is a question that stays open: the worker answers it again and again while the network learns, and at once where
it rests. ``Watch`` says which lenses are open; those that nobody sees cost nothing. Lenses are compared by value, so an
answer finds the views that wait for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from playground.protocol.data import Part

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np


# --- which sample flows through --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FromData:
    """A sample of the project's data: number ``number`` of ``part``, counted from 0, wrapped around at its end."""

    part: Part = "test"
    number: int = 0


@dataclass(frozen=True, slots=True)
class Brought:
    """What a person drew or loaded: ``Watch.brought`` has it under this number."""

    number: int


Subject = FromData | Brought


# --- lenses ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Layers:
    """What every layer of a network makes of one sample. Answered by ``LayersSeen``."""

    network: str
    subject: Subject = FromData()


@dataclass(frozen=True, slots=True)
class Flow:
    """What flows forward and back between the layers of a network in a training step. Answered by ``FlowSeen``."""

    network: str


Lens = Layers | Flow


@dataclass(frozen=True, slots=True)
class Watch:
    """From now on ``lenses`` are open, and no others. ``brought``: samples as images uint8 h×w (or h×w×3) or as rows
    of numbers, float32, by the numbers that ``Brought`` names.
    """

    lenses: tuple[Lens, ...]
    brought: dict[int, np.ndarray] = field(default_factory=dict)


# --- what is seen ----------------------------------------------------------------------------------------------------

LayerKind = Literal["image", "maps", "vector", "sequence", "text", "attention"]


@dataclass(frozen=True, slots=True)
class LayerSeen:
    """What one layer gives for one sample, small enough for a card.

    ``kind`` "image": uint8 h×w or h×w×3. "maps": float32 k×h×w, the first k of ``count`` channels. "vector": float32 n,
    at most so many evenly spread of ``count``; with ``names`` one for each. "sequence": float32 time×k, the first k of
    ``count`` features. "attention": float32 heads×to×from. "text": no values, ``names`` are the words. ``low`` and
    ``high`` are the least and the greatest of all numbers of the layer, not only of those that are shown.
    """

    kind: LayerKind
    values: np.ndarray
    count: int
    low: float
    high: float
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LayersSeen:
    """By the path of a node: its id, inside a block "block1.conv2". ``truth`` and ``said`` are words, where known.

    ``subject``: what really flowed through, a number beyond the end wrapped around and another part in the place of an
    empty one. ``count``: of how many, 0 where nobody counts them.
    """

    layers: dict[str, LayerSeen]
    sample: str
    truth: str = ""
    said: str = ""
    subject: Subject = FromData()
    count: int = 0


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
class FlowSeen:
    """``links``: by the path of a node (as in ``LayersSeen``) for each of its outputs. ``layers``: by path too, those
    that train and those that have an activation which can die or saturate. ``samples`` went through together.
    """

    links: dict[str, tuple[LinkSeen, ...]]
    layers: dict[str, LayerHealth]
    samples: int


Sight = LayersSeen | FlowSeen


@dataclass(frozen=True, slots=True)
class Seen:
    """What a lens shows of the weights after ``step``; the newest alone counts."""

    run: int
    step: int
    lens: Lens
    sight: Sight


@dataclass(frozen=True, slots=True)
class Unseen:
    """Why a lens shows nothing, in a sentence."""

    run: int
    lens: Lens
    message: str
