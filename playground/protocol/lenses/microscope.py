"""One layer under the microscope: all that it gives, and all that it is given, for one sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from playground.protocol.lenses.base import Lens, Sight
from playground.protocol.lenses.subjects import FIRST_TEST, Subject

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np


@dataclass(frozen=True, slots=True)
class Microscope(Lens):
    """All values of one layer. ``path``: a node's id, inside a block "block1.conv2". Answered by ``MicroscopeSeen``."""

    subject: Subject = FIRST_TEST
    path: str = ""


PlateKind = Literal["maps", "sequence", "vector"]


@dataclass(frozen=True, slots=True)
class Plates:
    """The values of one tensor of one sample, ``shape`` without the batch.

    ``kind`` "maps": float32 plates×h×w; of volumes each slice is a plate, ``slices`` of them for each channel.
    "sequence": float32 time×features. "vector": float32 n. Where there are more numbers than a window should hold, the
    first channels, steps or features are here; of large maps each ``stride``-th row and column. ``low`` and ``high``
    are the least and the greatest of all numbers. ``ids``: whole numbers that name something, with ``names`` by place.
    """

    kind: PlateKind
    values: np.ndarray
    shape: tuple[int, ...]
    low: float
    high: float
    slices: int = 1
    stride: int = 1
    ids: bool = False
    names: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing was left out."""
        return bool(self.values.size == _product(self.shape))


@dataclass(frozen=True, slots=True)
class MicroscopeSeen(Sight):
    """``low`` and ``high`` are the ends over all layers of the network. ``attention``: float32 heads×to×from, of layers
    that attend. ``weights`` tells the ends of the layer's own weights, None where it has none. Of a layer that gives
    several values ``output`` is the first, ``others`` are those behind it, and ``ports`` name all of them.
    """

    output: Plates
    inputs: tuple[Plates, ...]
    low: float
    high: float
    sample: str
    truth: str = ""
    attention: np.ndarray | None = None
    weights: tuple[float, float] | None = None
    others: tuple[Plates, ...] = ()
    ports: tuple[str, ...] = ()


def _product(sizes: tuple[int, ...]) -> int:
    found = 1
    for size in sizes:
        found *= size
    return found
