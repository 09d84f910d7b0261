"""What a dragged card lines up with: edges and middles of others, equal gaps, straight links. Numbers, no Qt items."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from playground.core.framing import Box

EXACT = 0.01  # units within which two places are the same
MOST_LINES = 3  # guides shown along one axis


@dataclass(frozen=True, slots=True)
class Line:
    """A guide from one point to another; ``gap`` is the distance it measures, None where it shows a line-up."""

    x1: float
    y1: float
    x2: float
    y2: float
    gap: float | None = None


@dataclass(frozen=True, slots=True)
class Snap:
    """How far to move further, whether a guide holds that direction, and the guides that say why."""

    dx: float = 0.0
    dy: float = 0.0
    x_held: bool = False
    y_held: bool = False
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Straight:
    """A link between what moves and what stays: with ``off`` more than at the drag's start it runs straight."""

    off: float  # across the flow: down where data flow to the right, else to the right
    fixed: tuple[float, float]  # the port that stays
    moving: tuple[float, float]  # the port that moves, where it was at the start


@dataclass(slots=True)
class _Axis:
    """First edges, middles and last edges of the boxes that stay, sorted, along one axis.

    ``first`` and ``last`` index a ``Box``. Like meets like: a left edge a left edge, since a card whose left is in line
    with another one's right looks like nothing in particular.
    """

    first: int
    last: int
    values: tuple[list[float], ...] = ()

    def read(self, others: Sequence[Box]) -> None:
        self.values = tuple(sorted(set(kind)) for kind in zip(*map(self.of, others), strict=True))

    def of(self, box: Box) -> tuple[float, float, float]:
        return box[self.first], (box[self.first] + box[self.last]) / 2, box[self.last]

    def nearest(self, moving: Iterable[Box], reach: float) -> float | None:
        """The least step with which an edge or middle of a moving box meets one that stays; None beyond ``reach``."""
        best: float | None = None
        for box in moving:
            for value, values in zip(self.of(box), self.values, strict=False):  # no values: nothing stays
                at = bisect_left(values, value)
                for known in values[max(0, at - 1) : at + 1]:
                    step = known - value
                    if abs(step) <= (reach if best is None else abs(best) - EXACT):
                        best = step
        return best


class Snapping:
    """One drag: the boxes that stay (only those near enough to be seen) and the links that may run level.

    ``moving`` are boxes where they were at the start: the card under the pointer, and the area around all that moves.
    ``down``: data flow downwards, so that straight links are upright.
    """

    def __init__(
        self, moving: Sequence[Box], others: Sequence[Box], straights: Sequence[Straight] = (), *, down: bool = False
    ) -> None:
        self._down = down
        if down:  # all is worked out with the axes exchanged
            moving, others = list(map(_turned, moving)), list(map(_turned, others))
            straights = [Straight(each.off, each.fixed[::-1], each.moving[::-1]) for each in straights]
        self._moving = list(dict.fromkeys(moving))
        self._others = list(others)
        self._x, self._y = _Axis(0, 2), _Axis(1, 3)
        self._x.read(self._others)
        self._y.read(self._others)
        self._straights = sorted(straights, key=lambda straight: straight.off)
        self._levels = [straight.off for straight in self._straights]

    def at(self, dx: float, dy: float, reach: float) -> Snap:
        """What to add to a step of (``dx``, ``dy``) from the start; nothing is farther than ``reach`` units."""
        if not self._down:
            return self._found(dx, dy, reach)
        found = self._found(dy, dx, reach)
        lines = tuple(Line(line.y1, line.x1, line.y2, line.x2, line.gap) for line in found.lines)
        return Snap(found.dy, found.dx, found.y_held, found.x_held, lines)

    def _found(self, dx: float, dy: float, reach: float) -> Snap:
        here = [_shifted(box, dx, dy) for box in self._moving]
        level = self._level(dy, reach)
        x, y = self._x.nearest(here, reach), level
        if y is None:
            y = self._y.nearest(here, reach)
        # Gaps are measured where the card then stands along the other axis.
        lead = _shifted(here[0], x or 0.0, y or 0.0)
        if x is None:
            x = self._even(lead, self._x, self._y, reach)
        if y is None:
            y = self._even(_shifted(lead, x or 0.0, 0.0), self._y, self._x, reach)
        more = (x or 0.0, y or 0.0)
        there = [_shifted(box, *more) for box in here]
        lines = [] if level is None else self._level_lines(dx + more[0], dy + more[1])
        lines += self._lines(there, self._x, snapped=x is not None)
        lines += self._lines(there, self._y, snapped=y is not None and level is None)
        lines += self._gap_lines(there[0], self._x, self._y, snapped=x is not None)
        lines += self._gap_lines(there[0], self._y, self._x, snapped=y is not None)
        return Snap(*more, x is not None, y is not None, tuple(lines))

    # --- level links ---

    def _level(self, dy: float, reach: float) -> float | None:
        """The step with which the nearest link runs level."""
        at = bisect_left(self._levels, dy)
        near = [value - dy for value in self._levels[max(0, at - 1) : at + 1]]
        best = min(near, key=abs, default=None)
        return best if best is not None and abs(best) <= reach else None

    def _level_lines(self, dx: float, dy: float) -> list[Line]:
        first, last = bisect_left(self._levels, dy - EXACT), bisect_right(self._levels, dy + EXACT)
        return [
            Line(*straight.fixed, straight.moving[0] + dx, straight.fixed[1])
            for straight in self._straights[first : min(last, first + MOST_LINES)]
        ]

    # --- line-ups ---

    def _lines(self, moving: Sequence[Box], axis: _Axis, *, snapped: bool) -> list[Line]:
        """Lines along the edges that what moves shares with others; along the middle where no edge is shared."""
        if not snapped:
            return []
        edges = [line for kind in (0, 2) for line in self._shared(moving, axis, kind)]
        return list(dict.fromkeys(edges or self._shared(moving, axis, 1)))[:MOST_LINES]

    def _shared(self, moving: Sequence[Box], axis: _Axis, kind: int) -> list[Line]:
        """For each moving box the line through those with the same first edge (0), middle (1) or last edge (2)."""
        found, cross = [], (axis.first + 1) % 2
        for own in moving:
            value = axis.of(own)[kind]
            sharing = [box for box in self._others if abs(axis.of(box)[kind] - value) < EXACT]
            if sharing:
                begin = min(own[cross], *(box[cross] for box in sharing))
                end = max(own[cross + 2], *(box[cross + 2] for box in sharing))
                found.append(Line(value, begin, value, end) if axis.first == 0 else Line(begin, value, end, value))
        return found

    # --- equal gaps ---

    def _neighbours(self, box: Box, axis: _Axis, cross: _Axis) -> tuple[list[Box], list[Box]]:
        """What stands beside ``box`` along ``axis``, before and behind it, the nearest first."""
        beside = [
            other for other in self._others
            if other[cross.first] < box[cross.last] and other[cross.last] > box[cross.first]
        ]  # fmt: skip
        middle = axis.of(box)[1]
        before = sorted((o for o in beside if axis.of(o)[1] < middle), key=lambda o: -o[axis.last])
        behind = sorted((o for o in beside if axis.of(o)[1] > middle), key=lambda o: o[axis.first])
        return before, behind

    def _even(self, box: Box, axis: _Axis, cross: _Axis, reach: float) -> float | None:
        """The step with which ``box`` has the gap to its neighbour that others have beside it."""
        before, behind = self._neighbours(box, axis, cross)
        size, wanted = box[axis.last] - box[axis.first], []
        if before and behind:
            wanted.append((before[0][axis.last] + behind[0][axis.first] - size) / 2)
        if len(before) > 1 and before[0][axis.first] > before[1][axis.last]:
            wanted.append(before[0][axis.last] + before[0][axis.first] - before[1][axis.last])
        if len(behind) > 1 and behind[1][axis.first] > behind[0][axis.last]:
            wanted.append(behind[0][axis.first] - (behind[1][axis.first] - behind[0][axis.last]) - size)
        steps = [place - box[axis.first] for place in wanted]
        return min((step for step in steps if abs(step) <= reach), key=abs, default=None)

    def _gap_lines(self, box: Box, axis: _Axis, cross: _Axis, *, snapped: bool) -> list[Line]:
        """The gaps beside ``box`` that are equal, measured; none when it has only one."""
        before, behind = self._neighbours(box, axis, cross)
        row = [*reversed(before[:2]), box, *behind[:2]]
        gaps = [(a, b, b[axis.first] - a[axis.last]) for a, b in pairwise(row)]
        own = [gap for a, b, gap in gaps if a is box or b is box]
        equal = [
            (a, b, gap) for a, b, gap in gaps
            if gap > EXACT and any(abs(gap - known) < EXACT for known in own)
        ]  # fmt: skip
        if not snapped or len(equal) < 2:
            return []
        return [_measured(a, b, gap, axis) for a, b, gap in equal]


def _measured(a: Box, b: Box, gap: float, axis: _Axis) -> Line:
    """The gap between two boxes, half way along what they share across it."""
    cross = (axis.first + 1) % 2
    at = (max(a[cross], b[cross]) + min(a[cross + 2], b[cross + 2])) / 2
    if axis.first == 0:
        return Line(a.right, at, b.left, at, gap)
    return Line(at, a.bottom, at, b.top, gap)


def _turned(box: Box) -> Box:
    return Box(box.top, box.left, box.bottom, box.right)


def _shifted(box: Box, dx: float, dy: float) -> Box:
    return Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)
