"""Named-dimension shapes: what flows along a link, without the batch.

Channels come first, as in PyTorch: an image is ``channels × height × width``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod

VECTOR = ("features",)
SEQUENCE = ("time", "features")
IMAGE = ("channels", "height", "width")
_NAMES_BY_RANK: dict[int, tuple[str, ...]] = {0: (), 1: VECTOR, 2: SEQUENCE, 3: IMAGE}


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of one sample, each with the name of its dimension.

    Raises ``ValueError`` when sizes and names differ in number or a size is below 1.
    """

    sizes: tuple[int, ...]
    names: tuple[str, ...]

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
    def is_image(self) -> bool:
        return self.names == IMAGE

    def named(self) -> str:
        """``channels 32 × height 26 × width 26``, for tooltips."""
        return " × ".join(f"{n} {s:,}" for n, s in zip(self.names, self.sizes, strict=True))

    def __str__(self) -> str:
        return " × ".join(f"{size:,}" for size in self.sizes) if self.sizes else "scalar"


class ShapeError(Exception):
    """A layer cannot take what it is given: what was found, what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
