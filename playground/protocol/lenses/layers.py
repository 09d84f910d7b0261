"""What every layer of a network makes of one sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from playground.protocol.lenses.base import Lens, Sight
from playground.protocol.lenses.subjects import FIRST_TEST, Subject

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np


@dataclass(frozen=True, slots=True)
class Layers(Lens):
    """What every layer of a network makes of one sample. Answered by ``LayersSeen``.

    ``plane``: of a network that takes two numbers, what each unit says over all of their plane instead.
    """

    subject: Subject = FIRST_TEST
    plane: bool = True


LayerKind = Literal["image", "maps", "vector", "sequence", "text", "attention", "plane"]


@dataclass(frozen=True, slots=True)
class PlaneOfInputs:
    """The plane over which units are shown: its ``edges`` left, right, bottom and top, in the units of the data, the
    names of its axes, and samples on it, n×2, with ``labels`` n: numbers of ``classes``, or values.
    """

    edges: tuple[float, float, float, float]
    axes: tuple[str, str]
    points: np.ndarray
    labels: np.ndarray
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LayerSeen:
    """What one layer gives for one sample, small enough for a card.

    ``kind`` "image": uint8 h×w or h×w×3. "maps": float32 k×h×w, the first k of ``count`` channels. "vector": float32 n,
    at most so many evenly spread of ``count``; with ``names`` one for each; two with a ``plane`` are a place on it.
    "sequence": float32 time×k, the first k of ``count`` features. "attention": float32 heads×to×from. "text": no
    values, ``names`` are the words. "plane": float32 k×rows×columns, the first k of ``count`` units over ``plane``, row
    0 at the bottom; with ``names`` they are the probabilities of classes. ``low`` and ``high`` are the least and the
    greatest of all numbers of the layer, not only of those that are shown.
    """

    kind: LayerKind
    values: np.ndarray
    count: int
    low: float
    high: float
    names: tuple[str, ...] = ()
    plane: PlaneOfInputs | None = None


@dataclass(frozen=True, slots=True)
class LayersSeen(Sight):
    """By the path of a node: its id, inside a block "block1.conv2". ``truth`` and ``said`` are words, where known.

    ``subject``: what really flowed through, a number beyond the end wrapped around and another part in the place of an
    empty one. ``count``: of how many, 0 where nobody counts them. ``planar``: the network takes two numbers, and can be
    looked at over their plane.
    """

    layers: dict[str, LayerSeen]
    sample: str
    truth: str = ""
    said: str = ""
    subject: Subject = FIRST_TEST
    count: int = 0
    planar: bool = False
