"""The values of a layer as tiles, rows×columns each, and which number of the layer a place on a tile is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playground.protocol import Plates
from playground.protocol.lenses.arithmetic import Reads

Index = tuple[int, ...]
MOST_BARS = 40
_WIDE, _NARROW, _FEW = 32, 16, 256  # cells of a vector in a row; of a short one


@dataclass(frozen=True)
class Tiles:
    """``values`` tiles×rows×columns, NaN where a tile has no number. ``bars``: few numbers, to be drawn as bars."""

    plates: Plates
    values: np.ndarray
    blank: np.ndarray | None = None  # bool rows×columns: behind the last number of a vector

    @property
    def bars(self) -> bool:
        return self.plates.kind == "vector" and self.values.size <= MOST_BARS

    @property
    def count(self) -> int:
        return len(self.values)

    def label(self, tile: int) -> str:
        """The number of a map's channel; of a volume with its slice."""
        slices = self.plates.slices
        if self.plates.kind != "maps":
            return ""
        return str(tile) if slices == 1 else f"{tile // slices}·{tile % slices}"

    def index(self, tile: int, row: int, column: int) -> Index:
        """Of the number there; the nearest one where there is none."""
        plates = self.plates
        if plates.kind == "maps":
            place = (row * plates.stride, column * plates.stride)
            first = (tile,) if len(plates.shape) == 3 else (tile // plates.slices, tile % plates.slices)
            return (*first, *place)
        if plates.kind == "sequence":
            return (column, row)
        if self.bars:
            return (row,)
        return (min(row * self.values.shape[2] + column, plates.values.size - 1),)

    def spot(self, index: Index) -> tuple[int, int, int] | None:
        """Tile, row and column of a number; None for one that was left out."""
        plates = self.plates
        if len(index) != len(plates.shape):
            return None
        if plates.kind == "maps":
            tile = index[0] if len(index) == 3 else index[0] * plates.slices + index[1]
            found = tile, index[-2] // plates.stride, index[-1] // plates.stride
        elif plates.kind == "sequence":
            found = 0, index[1], index[0]
        else:
            found = (0, index[0] if index else 0, 0) if self.bars else (0, *divmod(index[0], self.values.shape[2]))
        inside = all(0 <= at < size for at, size in zip(found, self.values.shape, strict=True))
        return found if inside else None

    def box(self, reads: Reads, tile: int) -> tuple[int, int, int, int] | None:
        """Rows and columns of ``tile``, from first up to last, that a number was made of; None for none."""
        plates = self.plates
        if len(reads.low) != len(plates.shape):
            return None
        if plates.kind == "maps":
            at = (tile,) if len(plates.shape) == 3 else (tile // plates.slices, tile % plates.slices)
            if not all(low <= each < high for each, low, high in zip(at, reads.low, reads.high, strict=False)):
                return None
            step = plates.stride
            ends = [(reads.low[axis] // step, -(-reads.high[axis] // step)) for axis in (-2, -1)]
            return (*ends[0], *ends[1])
        if plates.kind == "sequence":
            return reads.low[1], reads.high[1], reads.low[0], reads.high[0]
        return (reads.low[0], reads.high[0], 0, 1) if self.bars else None

    def reach(self, tile: int) -> float:
        """The largest distance from zero on a tile."""
        finite = np.abs(self.values[tile])
        finite = finite[np.isfinite(finite)]
        return float(finite.max()) if finite.size else 1.0


def tiles_of(plates: Plates) -> Tiles:
    """As maps, as one heat map of time × features, or as cells in reading order."""
    values = plates.values
    if plates.kind == "maps":
        return Tiles(plates, values)
    if plates.kind == "sequence":
        return Tiles(plates, values.T[None])
    if values.size <= MOST_BARS:
        return Tiles(plates, values.reshape(1, -1, 1))
    wide = _NARROW if values.size <= _FEW else _WIDE
    rows = -(-values.size // wide)
    filled = np.zeros(rows * wide, np.float32)
    filled[: values.size] = values
    blank = np.arange(rows * wide) >= values.size
    return Tiles(plates, filled.reshape(1, rows, wide), blank.reshape(rows, wide))
