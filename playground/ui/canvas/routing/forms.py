"""The few simple forms of most links that cannot run straight: a step, or a lane over, under or between cards."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from playground.core.framing import Box
from playground.ui.canvas.routing.obstacles import MARGIN, Obstacles
from playground.ui.canvas.routing.way import AIR, TEXT, Ends, Point, Way, hull, joined

BEND = 40.0  # units of length that a corner is worth
REACH = 480.0  # how far over and under both ends a lane is looked for
TRIES = 6  # lanes that are tried, the shortest way first
UNDER = TEXT + 14.0  # from a card's edge to a lane under it


def simple(obstacles: Obstacles, ends: Ends) -> tuple[Way | None, Box]:
    """The shortest way of a simple form, None where none is free; the area that was looked at."""
    own = (ends.source, ends.target)
    step = _step(obstacles, ends)
    reach = hull((ends.start, ends.end), AIR + MARGIN)
    if step is not None:  # a lane has two corners more and is no shorter
        return Way(tuple(step), False, reach), reach
    best, least = None, float("inf")
    reach = joined(reach, _looked_through(ends))
    tries = sorted(_lanes(obstacles, ends), key=lambda way: (cost(way), way[2][1]))
    for points in tries[:TRIES]:
        if cost(points) >= least:
            break
        reach = joined(reach, hull(points, AIR + MARGIN))
        if free(obstacles, points, own):
            best, least = points, cost(points)
    return (Way(tuple(best), False, reach) if best is not None else None), reach


def cost(points: list[Point]) -> float:
    """The length, and what the corners are worth."""
    length = BEND * (len(points) - 2)
    x, y = points[0]
    for u, v in points:
        length += abs(u - x) + abs(v - y)
        x, y = u, v
    return length


def free(obstacles: Obstacles, points: list[Point], own: tuple[str, str]) -> bool:
    """Whether a way keeps its margin from all cards: the first piece leaves its own, the last one enters its own."""
    last = len(points) - 2
    for index in range(last + 1):
        (x, y), (u, v) = points[index], points[index + 1]
        but = own if last == 0 else (own[0],) if index == 0 else (own[1],) if index == last else ()
        if not obstacles.free(x, y, u, v, but):
            return False
    return True


def _step(obstacles: Obstacles, ends: Ends) -> list[Point] | None:
    """Level, upright, level: bent as early as possible, as late, or half way."""
    (sx, sy), (ex, ey) = ends.start, ends.end
    if ex - sx < 2 * MARGIN or sy == ey:
        return None
    air = min(AIR, (ex - sx) / 2)
    for x in (ex - air, sx + air, (sx + ex) / 2):
        points = [(sx, sy), (x, sy), (x, ey), (ex, ey)]
        if free(obstacles, points, (ends.source, ends.target)):
            return points
    return None


def _lanes(obstacles: Obstacles, ends: Ends) -> Iterator[list[Point]]:
    """Out, across, along a lane between cards, across, in: one for each gap between what stands on the way."""
    (sx, sy), (ex, ey) = ends.start, ends.end
    first, last = _turns(ends)
    upper, lower = min(sy, ey), max(sy, ey)
    for y in _between(_blocked(obstacles, _looked_through(ends)), upper, lower):
        yield [(sx, sy), (first, sy), (first, y), (last, y), (last, ey), (ex, ey)]


def _turns(ends: Ends) -> tuple[float, float]:
    """Where a way over a lane leaves its height at the start, and where it turns to that of the end."""
    (sx, _), (ex, _) = ends.start, ends.end
    forward = ex - sx >= 2 * MARGIN
    air = min(AIR, max(MARGIN, (ex - sx) / 4)) if forward else AIR
    return sx + air, ex - air


def _looked_through(ends: Ends) -> Box:
    """Where lanes are looked for: whatever moves there may open a better one, or close it."""
    (_, sy), (_, ey) = ends.start, ends.end
    first, last = _turns(ends)
    return Box(
        min(first, last) - MARGIN, min(sy, ey) - REACH, max(first, last) + MARGIN, max(sy, ey) + REACH
    )  # fmt: skip


def _blocked(obstacles: Obstacles, area: Box) -> list[tuple[float, float]]:
    """From where to where, across, no lane through ``area`` is free; in order, none meets another."""
    found: list[tuple[float, float]] = []
    left, top, right, bottom = area
    near = obstacles.near(left, top, right, bottom).values()
    for first, last in sorted((box[1] - MARGIN, box[3] + MARGIN) for box in near if box[0] < right and box[2] > left):
        if found and first < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def _between(blocked: list[tuple[float, float]], upper: float, lower: float) -> Iterator[float]:
    """Heights of lanes: over and under cards as near as is good to look at, half way between two rows."""
    if not blocked:
        return
    yield blocked[0][0] - (AIR - MARGIN)
    yield blocked[-1][1] + (UNDER - MARGIN)
    for (_, above), (below, _) in pairwise(blocked):
        room = below - above
        if below <= upper:
            yield below - min(AIR - MARGIN, room / 2)
        elif above >= lower:
            yield above + min(UNDER - MARGIN, room / 2)
        else:
            yield (above + below + min(TEXT, room)) / 2
