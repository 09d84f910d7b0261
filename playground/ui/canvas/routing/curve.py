"""The plain curve of a link that nothing stands in the way of."""

from __future__ import annotations

from playground.core.framing import Box
from playground.ui.canvas.routing.obstacles import Obstacles
from playground.ui.canvas.routing.way import AIR, Ends, Point, Way, hull

LEAST = 8.0  # from port to port along the flow; nearer, or backwards, a curve would be a loop
PULL = 36.0  # the least length of a curve's arms
CLEAR = 6.0  # units that a curve keeps from cards
LOOP = 96.0  # how far under its ends a link back runs where there is no way
_STEPS = 14  # of the search for the place of a curve over a card's edge: exact to less than a unit


def curve(obstacles: Obstacles, ends: Ends) -> Way | None:
    """The plain curve; None where it would run behind a card, or backwards."""
    (sx, sy), (ex, ey) = ends.start, ends.end
    if ex - sx < LEAST:
        return None
    way = plain(ends.start, ends.end)
    left, top, right, bottom = sx, min(sy, ey) - CLEAR, ex, max(sy, ey) + CLEAR
    own = (ends.source, ends.target)
    for key, box in obstacles.near(left, top, right, bottom).items():
        if (
            box[0] < right
            and box[2] > left
            and box[1] < bottom
            and box[3] > top
            and key not in own
            and _meets(way, box)
        ):
            return None
    return way


def plain(start: Point, end: Point) -> Way:
    """The curve that leaves and arrives along the flow."""
    (sx, sy), (ex, ey) = start, end
    far = max(ex - sx, 1.0)
    pull = far / 2 if abs(ey - sy) <= 1 else min(max(PULL, far / 2), far)
    points = (start, (sx + pull, sy), (ex - pull, ey), end)
    return Way(points, True, hull((start, end), CLEAR))


def bow(start: Point, end: Point) -> Way:
    """A curve with arms that may lead past its end, where there is no room for another."""
    (sx, sy), (ex, ey) = start, end
    points = (start, (sx + PULL, sy), (ex - PULL, ey), end)
    return Way(points, True, hull(points, CLEAR))


def forced(start: Point, end: Point) -> Way:
    """What a link does that has no way: it runs behind cards, forward as a curve, backward in a loop."""
    (sx, sy), (ex, ey) = start, end
    if ex - sx >= LEAST:
        return plain(start, end)
    low = (sy + ey) / 2 if abs(sy - ey) > LOOP else max(sy, ey) + LOOP
    points = (start, (sx + AIR, sy), (sx + AIR, low), (ex - AIR, low), (ex - AIR, ey), end)
    return Way(points, False, hull(points, CLEAR))


def _meets(way: Way, box: Box) -> bool:
    """Whether the curve comes too near to a card. It never turns back, neither along nor across."""
    (sx, sy), (ax, _), (bx, _), (ex, ey) = way.points
    first, last = _height(sx, sy, ax, bx, ex, ey, box[0] - CLEAR), _height(sx, sy, ax, bx, ex, ey, box[2] + CLEAR)
    upper, lower = (first, last) if first <= last else (last, first)
    return upper < box[3] + CLEAR and lower > box[1] - CLEAR


def _height(sx: float, sy: float, ax: float, bx: float, ex: float, ey: float, x: float) -> float:
    """Where the curve is at ``x``."""
    if x <= sx:
        return sy
    if x >= ex:
        return ey
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        t = (low + high) / 2
        u = 1.0 - t
        if u * u * u * sx + 3 * u * t * (u * ax + t * bx) + t * t * t * ex < x:
            low = t
        else:
            high = t
    t = (low + high) / 2
    return sy + (ey - sy) * t * t * (3 - 2 * t)
