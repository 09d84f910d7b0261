"""Named-dimension shapes: what flows along a link, without the batch.

Channels come first, as in PyTorch: an image is ``channels × height × width``, a volume ``channels × depth × height ×
width``. A sequence is ``time × features``, as recurrent and attention layers want it; layers that torch gives
``channels × time`` say so in their ``Call``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import prod
from typing import Any

from playground.core.language import mark, tr

# What the dimensions are called; another name is one of the axes.
_DIMENSIONS = frozenset(
    {mark("features"), mark("time"), mark("channels"), mark("height"), mark("width"), mark("depth")}
)
VECTOR = ("features",)
SEQUENCE = ("time", "features")
IMAGE = ("channels", "height", "width")
VOLUME = ("channels", "depth", "height", "width")
_NAMES_BY_RANK: dict[int, tuple[str, ...]] = {0: (), 1: VECTOR, 2: SEQUENCE, 3: IMAGE, 4: VOLUME}


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of one sample, each with the name of its dimension.

    ``whole``: the values are whole numbers that name something (words, classes), fit for an Embedding only.
    Raises ``ValueError`` when sizes and names differ in number or a size is below 1.
    """

    sizes: tuple[int, ...]
    names: tuple[str, ...]
    whole: bool = False

    def __post_init__(self) -> None:
        if len(self.sizes) != len(self.names):
            raise ValueError(f"{len(self.sizes)} sizes but {len(self.names)} names")
        if any(size < 1 for size in self.sizes):
            raise ValueError(f"a dimension is below 1 in {self.sizes}")

    @classmethod
    def of(cls, sizes: Iterable[int]) -> Shape:
        """The usual names for this many dimensions: vector, sequence, image."""
        sizes = tuple(sizes)
        names = _NAMES_BY_RANK.get(len(sizes), tuple(f"axis {i}" for i in range(len(sizes))))
        return cls(sizes, names)

    @classmethod
    def vector(cls, features: int) -> Shape:
        return cls((features,), VECTOR)

    @classmethod
    def image(cls, channels: int, height: int, width: int) -> Shape:
        return cls((channels, height, width), IMAGE)

    @classmethod
    def sequence(cls, time: int, features: int) -> Shape:
        return cls((time, features), SEQUENCE)

    @classmethod
    def volume(cls, channels: int, depth: int, height: int, width: int) -> Shape:
        return cls((channels, depth, height, width), VOLUME)

    def resized(self, axis: int, size: int) -> Shape:
        """The same dimensions with another size at ``axis``."""
        return Shape((*self.sizes[:axis], size, *self.sizes[axis + 1 :]), self.names, self.whole)

    @property
    def rank(self) -> int:
        return len(self.sizes)

    @property
    def count(self) -> int:
        """Numbers in one sample."""
        return prod(self.sizes)

    @property
    def is_vector(self) -> bool:
        return self.names == VECTOR

    @property
    def is_sequence(self) -> bool:
        return self.names == SEQUENCE

    @property
    def is_image(self) -> bool:
        return self.names == IMAGE

    @property
    def is_volume(self) -> bool:
        return self.names == VOLUME

    @property
    def channel_axis(self) -> int:
        """The axis that counts features of one place: the first of images and volumes, the last of sequences."""
        return self.rank - 1 if self.is_sequence or self.is_vector else 0

    @property
    def spatial(self) -> tuple[int, ...]:
        """Sizes of the places: time, or height × width …; empty for a vector."""
        return self.sizes[:-1] if self.is_sequence or self.is_vector else self.sizes[1:]

    def named(self) -> str:
        """``channels 32 × height 26 × width 26``, for tooltips."""
        return " × ".join(f"{dimension(n)} {s:,}" for n, s in zip(self.names, self.sizes, strict=True))

    def __str__(self) -> str:
        return " × ".join(f"{size:,}" for size in self.sizes) if self.sizes else tr("scalar")


def dimension(name: str) -> str:
    """The name of a dimension for people: "channels", "axis 4"."""
    return tr(name) if name in _DIMENSIONS else tr("axis {number}", number=name.removeprefix("axis "))


@dataclass(frozen=True, slots=True)
class Insert:
    """A remedy: put a layer of the kind ``type`` before this one, on the link to its input number ``input``."""

    type: str
    params: Mapping[str, Any] = field(default_factory=dict)
    input: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """A remedy: set parameters of this layer."""

    params: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Resize:
    """A remedy: let the layer that decides the channels (or features) of input number ``input`` give ``channels``."""

    channels: int
    input: int = 0


Remedy = Insert | Change | Resize


class ShapeError(Exception):
    """A layer cannot take what it is given: what was found, what to do about it, and a remedy that can be clicked."""

    def __init__(self, message: str, hint: str = "", remedy: Remedy | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.remedy = remedy
