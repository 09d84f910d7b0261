"""What stands on the canvas, found by place: a grid of cells, each with the boxes that reach into it."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterator
from typing import Generic, TypeVar

from playground.core.framing import Box

MARGIN = 12.0  # units that a link keeps from cards: through a gap of twice as much there is always a way
MOST_CELLS = 400  # that one box is entered in; a larger one is looked at for every place
_NEAR = MARGIN - 0.01  # a way exactly at the margin is free
NOBODY: frozenset[str] = frozenset()


_Key = TypeVar("_Key", bound=Hashable)


class Places(Generic[_Key]):
    """Boxes by key. ``cell``: the side of a cell, about as large as what is looked for."""

    def __init__(self, cell: float = 256.0) -> None:
        self.boxes: dict[_Key, Box] = {}
        self._cell = cell
        self._cells: dict[tuple[int, int], dict[_Key, Box]] = {}
        self._large: dict[_Key, Box] = {}

    def put(self, key: _Key, box: Box) -> None:
        known = self.boxes.get(key)
        if known == box:
            return
        if known is not None:
            self._take(key, known)
        self.boxes[key] = box
        cells = self._cells_of(box)
        if cells is None:
            self._large[key] = box
            return
        for cell in cells:
            self._cells.setdefault(cell, {})[key] = box

    def drop(self, key: _Key) -> None:
        known = self.boxes.pop(key, None)
        if known is not None:
            self._take(key, known)

    def _take(self, key: _Key, box: Box) -> None:
        cells = self._cells_of(box)
        if cells is None:
            del self._large[key]
            return
        for cell in cells:
            members = self._cells[cell]
            del members[key]
            if not members:
                del self._cells[cell]

    def _cells_of(self, box: Box) -> list[tuple[int, int]] | None:
        """None for a box that reaches into too many."""
        first, last = int(box[0] // self._cell), int(box[2] // self._cell)
        upper, lower = int(box[1] // self._cell), int(box[3] // self._cell)
        if (last - first + 1) * (lower - upper + 1) > MOST_CELLS:
            return None
        return [(column, row) for row in range(upper, lower + 1) for column in range(first, last + 1)]

    def near(self, left: float, top: float, right: float, bottom: float) -> dict[_Key, Box]:
        """Boxes that may have something in common with the area, and few others. Not to be changed."""
        first, last = int(left // self._cell), int(right // self._cell)
        upper, lower = int(top // self._cell), int(bottom // self._cell)
        cells = self._cells
        if first == last and upper == lower and not self._large:
            return cells.get((first, upper), {})
        if (last - first + 1) * (lower - upper + 1) > len(cells):
            return self.boxes
        found = dict(self._large)
        for row in range(upper, lower + 1):
            for column in range(first, last + 1):
                members = cells.get((column, row))
                if members:
                    found.update(members)
        return found

    def meeting(self, left: float, top: float, right: float, bottom: float) -> Iterator[_Key]:
        """Keys of the boxes that have something in common with the area."""
        for key, box in self.near(left, top, right, bottom).items():
            if box[0] <= right and box[2] >= left and box[1] <= bottom and box[3] >= top:
                yield key


class Obstacles(Places[str]):
    """Cards that links go around."""

    def blocking(self, x1: float, y1: float, x2: float, y2: float, but: Container[str] = NOBODY) -> dict[str, Box]:
        """The boxes that a level or upright piece of a link would come too near to, without those of ``but``."""
        left, right = (x1 - _NEAR, x2 + _NEAR) if x1 <= x2 else (x2 - _NEAR, x1 + _NEAR)
        top, bottom = (y1 - _NEAR, y2 + _NEAR) if y1 <= y2 else (y2 - _NEAR, y1 + _NEAR)
        return {
            key: box
            for key, box in self.near(left, top, right, bottom).items()
            if box[0] < right and box[2] > left and box[1] < bottom and box[3] > top and key not in but
        }

    def free(self, x1: float, y1: float, x2: float, y2: float, but: Container[str] = NOBODY) -> bool:
        """Whether a level or upright piece of a link would come too near to nothing."""
        left, right = (x1 - _NEAR, x2 + _NEAR) if x1 <= x2 else (x2 - _NEAR, x1 + _NEAR)
        top, bottom = (y1 - _NEAR, y2 + _NEAR) if y1 <= y2 else (y2 - _NEAR, y1 + _NEAR)
        for key, box in self.near(left, top, right, bottom).items():
            if box[0] < right and box[2] > left and box[1] < bottom and box[3] > top and key not in but:
                return False
        return True
