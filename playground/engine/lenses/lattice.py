"""Cells of a square from coarse to fine: a slow network's picture is a coarse one before all of it is known."""

from __future__ import annotations

import numpy as np

_STRIDES = (16, 8, 4, 2, 1)


class Lattice:
    """``order``: the numbers of side×side cells, counted row by row, lattices that grow finer one behind the other;
    ``ends``: how many cells each of these takes with those before it.
    """

    def __init__(self, side: int, strides: tuple[int, ...] = _STRIDES) -> None:
        self.side, self._strides = side, strides
        numbers = np.arange(side * side).reshape(side, side)
        parts, self.ends, before = [], [], np.zeros((side, side), bool)
        for stride in strides:
            at = np.zeros((side, side), bool)
            at[::stride, ::stride] = True
            parts.append(numbers[at & ~before])
            before |= at
            self.ends.append(sum(map(len, parts)))
        self.order = np.concatenate(parts)

    def filled(self, values: np.ndarray, known: np.ndarray) -> np.ndarray:
        """side×side of ``values`` of the cells, by their numbers; one that is not ``known`` is as the cell before it in
        the finest lattice that is, NaN where none is.
        """
        found, there = values.reshape(self.side, self.side), known.reshape(self.side, self.side)
        if there.all():
            return found.copy()
        coarse = np.full_like(found, np.nan)
        for stride, end in zip(self._strides, self.ends, strict=True):
            if known[self.order[:end]].all():
                wide = found[::stride, ::stride].repeat(stride, 0).repeat(stride, 1)
                coarse = wide[: self.side, : self.side]
        return np.where(there, found, coarse)
