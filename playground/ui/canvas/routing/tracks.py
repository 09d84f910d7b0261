"""Ways of different layers that would run on each other, or along the edge of a frame, are laid side by side."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from playground.core.framing import TITLE, Box
from playground.ui.canvas.routing.forms import free
from playground.ui.canvas.routing.obstacles import Obstacles
from playground.ui.canvas.routing.way import Ends, LinkKey, Point, Way

LEVEL, UPRIGHT = (16.0, 8.0), (12.0, 8.0)  # units from one track to the next: with room for a label; at least
CELL = 16.0  # the greatest of these
MOST = 6  # tracks to each side
SHORTEST = 6.0  # of a common piece that matters

# Length, first end, last end, place; the way's key, the number of the piece.
_Piece = tuple[float, float, float, float, LinkKey, int]


class Line(NamedTuple):
    """What no link runs along where there is room beside it: ``level`` or upright, at ``place``."""

    level: bool
    place: float
    first: float
    last: float

    def turned(self) -> Line:
        """With the axes exchanged."""
        return self._replace(level=not self.level)


def lines_of(frame: Box) -> list[Line]:
    """The edges of an open frame, and the bar with its title."""
    left, top, right, bottom = frame
    level = [Line(True, place, left, right) for place in (top, top + TITLE / 2, top + TITLE, bottom)]
    return [*level, *(Line(False, place, top, bottom) for place in (left, right))]


class _Taken:
    """Where pieces run already: level ones by their height, upright ones by where they stand; of lines without ends."""

    def __init__(self) -> None:
        self._rows: dict[int, list[tuple[float, float, float, Ends | None]]] = {}

    def meets(self, place: float, first: float, last: float, ends: Ends, apart: float, *, level: bool) -> bool:
        """Whether a piece there would be nearer than ``apart`` to another one along it."""
        row = int(place // CELL)
        for number in (row - 1, row, row + 1):
            for other, begin, end, theirs in self._rows.get(number, ()):
                if abs(other - place) < apart - 1 and min(end, last) - max(begin, first) > SHORTEST:
                    if theirs is None:
                        return True
                    together = ends.bundle == theirs.bundle or (not level and ends.sheaf == theirs.sheaf)
                    if not together:
                        return True
        return False

    def take(self, place: float, first: float, last: float, ends: Ends | None) -> None:
        self._rows.setdefault(int(place // CELL), []).append((place, first, last, ends))


def spread(
    obstacles: Obstacles, ways: Mapping[LinkKey, Way], ends: Mapping[LinkKey, Ends], lines: Collection[Line] = ()
) -> dict[LinkKey, tuple[Point, ...]]:
    """Corners of the ways by key, those of curves left out. The same for the same ways, in whatever order they come.

    Shorter pieces keep their places, so that nested ways lie outside of each other.
    """
    corners = {key: list(way.points) for key, way in ways.items() if not way.curved}
    for level in (True, False):
        taken = _Taken()
        for line in lines:
            if line.level == level:
                taken.take(line.place, line.first, line.last, None)
        for _, first, last, at, key, index in sorted(_pieces(corners, level=level)):
            off = _step(obstacles, taken, corners, ends[key], (first, last, at, key, index), level=level)
            taken.take(at + off, first, last, ends[key])
    return {key: tuple(points) for key, points in corners.items()}


def _step(
    obstacles: Obstacles, taken: _Taken, corners: dict[LinkKey, list[Point]], of: Ends,
    piece: tuple[float, float, float, LinkKey, int], *, level: bool,
) -> float:  # fmt: skip
    """How far the piece was moved to a track of its own; 0 where it had one, or there is none."""
    first, last, at, key, index = piece
    for apart in LEVEL if level else UPRIGHT:
        if not taken.meets(at, first, last, of, apart, level=level):
            break
        for off in _offsets(corners[key], index, apart, level=level):
            if taken.meets(at + off, first, last, of, apart, level=level):
                continue
            moved = _shifted(corners[key], index, off, level=level)
            if moved is not None and free(obstacles, moved, (of.source, of.target)):
                corners[key] = moved
                return off
    return 0.0


def _pieces(corners: Mapping[LinkKey, list[Point]], *, level: bool) -> list[_Piece]:
    """Inner pieces of one direction: the first and the last one belong to their ports."""
    found = []
    for key, points in corners.items():
        for index in range(1, len(points) - 2):
            (x, y), (u, v) = points[index], points[index + 1]
            if (y == v) == level:
                first, last, place = (min(x, u), max(x, u), y) if level else (min(y, v), max(y, v), x)
                found.append((last - first, first, last, place, key, index))
    return found


def _offsets(points: list[Point], index: int, apart: float, *, level: bool) -> list[float]:
    """Steps to other tracks, the nearest first; first away from what the piece goes around."""
    axis = 1 if level else 0
    before = points[index - 1][axis] - points[index][axis]
    after = points[index + 2][axis] - points[index][axis]
    away = -1.0 if before > 0 or (before == 0 and after > 0) else 1.0
    return [sign * number * apart for number in range(1, MOST + 1) for sign in (away, -away)]


def _shifted(points: list[Point], index: int, off: float, *, level: bool) -> list[Point] | None:
    """With one piece moved across; None where a piece beside it would turn back, or end in no length."""
    axis = 1 if level else 0
    for outer, inner in ((index - 1, index), (index + 2, index + 1)):
        before = points[inner][axis] - points[outer][axis]
        if before * (before + off) <= 0 or abs(before + off) < SHORTEST:
            return None
    moved = list(points)
    for inner in (index, index + 1):
        x, y = moved[inner]
        moved[inner] = (x, y + off) if level else (x + off, y)
    return moved
