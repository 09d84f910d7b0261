"""A link's way from an output port to an input port, and the ends that it is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from playground.core.framing import Box

AIR = 20.0  # units that a link keeps from cards where there is room
TEXT = 22.0  # the shape under a card: links keep from it where there is room

Point = tuple[float, float]
LinkKey = tuple[str, str, str, str]  # source, its port, target, its port


@dataclass(frozen=True, slots=True)
class Ends:
    """A link from a port at ``start`` of card ``source`` to one at ``end`` of card ``target``.

    ``bundle`` is the same for links that leave one port, ``sheaf`` for those that enter one: they may run together.
    """

    start: Point
    end: Point
    source: str
    target: str
    bundle: str = ""
    sheaf: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """``points`` are the corners of a way of level and upright pieces, or of a ``curved`` one its four control points.

    ``reach`` is the area that was looked at: what moves outside of it changes nothing.
    """

    points: tuple[Point, ...]
    curved: bool
    reach: Box

    def moved(self, dx: float, dy: float) -> Way:
        reach = self.reach
        return Way(
            tuple((x + dx, y + dy) for x, y in self.points), self.curved,
            Box(reach.left + dx, reach.top + dy, reach.right + dx, reach.bottom + dy),
        )  # fmt: skip

    def turned(self) -> Way:
        """With the axes exchanged."""
        return Way(tuple((y, x) for x, y in self.points), self.curved, exchanged(self.reach))


def exchanged(box: Box) -> Box:
    """``box`` with the axes exchanged."""
    return Box(box.top, box.left, box.bottom, box.right)


def hull(points: tuple[Point, ...] | list[Point], by: float = 0.0) -> Box:
    """The area around ``points``, so much larger on each side."""
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return Box(min(xs) - by, min(ys) - by, max(xs) + by, max(ys) + by)


def joined(a: Box, b: Box) -> Box:
    return Box(min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))


def straightened(points: list[Point]) -> tuple[Point, ...]:
    """Without corners at which a way goes straight on, and without pieces of no length."""
    found: list[Point] = []
    for point in points:
        if found and found[-1] == point:
            continue
        if len(found) > 1:
            (x, y), (u, v) = found[-2:]
            if x == u == point[0] or y == v == point[1]:
                found.pop()
        found.append(point)
    return tuple(found)
