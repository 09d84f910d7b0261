"""The shortest way around cards, for links that no simple form fits.

The lines along which a way may run lie beside the cards that have been met so far. A way that meets another card is
searched again with that card, too, until it meets none: few links need more than a handful of cards.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container
from heapq import heappop, heappush

from playground.core.framing import Box
from playground.ui.canvas.routing.forms import BEND, free
from playground.ui.canvas.routing.obstacles import MARGIN, Obstacles
from playground.ui.canvas.routing.way import AIR, Ends, Point, Way, hull, joined, straightened

MOST_CARDS = 60  # beyond this a way is given up
ROUNDS = 40
_STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1))  # right, down, left, up


def searched(obstacles: Obstacles, ends: Ends, reach: Box) -> tuple[Way | None, Box]:
    """The shortest way with its margin kept; None where there is none, or too much stands in the way.

    ``reach``: what has been looked at before.
    """
    start, end = _stub(obstacles, ends, 1), _stub(obstacles, ends, -1)
    if start is None or end is None:
        return None, reach
    own = (ends.source, ends.target)
    met = {key: obstacles.boxes[key] for key in own if key in obstacles.boxes}
    for _ in range(ROUNDS):
        inner = _shortest(start, end, list(met.values()))
        if inner is None:
            return None, reach
        points = straightened([ends.start, *inner, ends.end])
        reach = joined(reach, hull(points, AIR + MARGIN))
        new = _met(obstacles, list(points), own)
        if not new:
            eased = _eased(obstacles, list(points), own)
            return Way(tuple(eased), False, reach), reach
        met |= new
        if len(met) > MOST_CARDS:
            break
        for box in new.values():
            reach = joined(reach, box)
    return None, reach


def _stub(obstacles: Obstacles, ends: Ends, side: int) -> Point | None:
    """Where a way may turn first behind its start (1), or last before its end (-1)."""
    (x, y), own = (ends.start, ends.source) if side > 0 else (ends.end, ends.target)
    apart = ends.end[0] - ends.start[0]
    for air in (min(AIR, apart / 2) if apart >= 2 * MARGIN else AIR, MARGIN):
        if obstacles.free(x, y, x + side * air, y, (own,)) and obstacles.free(x + side * air, y, x + side * air, y):
            return (x + side * air, y)
    return None


def _met(obstacles: Obstacles, points: list[Point], own: tuple[str, str]) -> dict[str, Box]:
    found: dict[str, Box] = {}
    last = len(points) - 2
    for index in range(last + 1):
        (x, y), (u, v) = points[index], points[index + 1]
        but: Container[str] = own if last == 0 else (own[0],) if index == 0 else (own[1],) if index == last else ()
        found |= obstacles.blocking(x, y, u, v, but)
    return found


def _shortest(start: Point, end: Point, boxes: list[Box]) -> list[Point] | None:
    """Corners from ``start``, which is left to the right, to ``end``, which is entered from the left."""
    xs = sorted({start[0], end[0], *(x for box in boxes for x in (box[0] - MARGIN, box[2] + MARGIN))})
    ys = sorted({start[1], end[1], *(y for box in boxes for y in (box[1] - MARGIN, box[3] + MARGIN))})
    level, upright = _walls(xs, ys, boxes)
    first = (bisect_left(xs, start[0]), bisect_left(ys, start[1]))
    last = (bisect_left(xs, end[0]), bisect_left(ys, end[1]))
    goal_x, goal_y = end
    queue: list[tuple[float, float, int, int, int]] = [(0.0, 0.0, *first, 0)]
    best: dict[tuple[int, int, int], float] = {(*first, 0): 0.0}
    came: dict[tuple[int, int, int], tuple[int, int, int]] = {}
    while queue:
        _, done, i, j, heading = heappop(queue)
        here = (i, j, heading)
        if done > best.get(here, done):
            continue
        if (i, j) == last and heading == 0:
            return _corners(came, here, xs, ys)
        for turn in range(4):
            if turn == (heading + 2) % 4:
                continue
            if (i, j) == last and turn == 0 and heading != 0:
                u, v, price = i, j, BEND  # turned into the port
            else:
                u, v = i + _STEPS[turn][0], j + _STEPS[turn][1]
                if not (0 <= u < len(xs) and 0 <= v < len(ys)):
                    continue
                walls = level if turn in (0, 2) else upright
                if (min(i, u), min(j, v)) in walls:
                    continue
                price = abs(xs[u] - xs[i]) + abs(ys[v] - ys[j]) + (BEND if turn != heading else 0.0)
            there, total = (u, v, turn), done + price
            if total < best.get(there, float("inf")) - 1e-9:
                best[there], came[there] = total, here
                rest = abs(goal_x - xs[u]) + abs(goal_y - ys[v])
                heappush(queue, (total + rest, total, u, v, turn))
    return None


def _walls(xs: list[float], ys: list[float], boxes: list[Box]) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Pieces between neighbouring lines that run too near to a card, by their first corner: level, upright ones."""
    level: set[tuple[int, int]] = set()
    upright: set[tuple[int, int]] = set()
    for box in boxes:
        left, right = bisect_left(xs, box[0] - MARGIN), bisect_left(xs, box[2] + MARGIN)
        top, bottom = bisect_left(ys, box[1] - MARGIN), bisect_left(ys, box[3] + MARGIN)
        level.update((i, j) for i in range(left, right) for j in range(top + 1, bottom))
        upright.update((i, j) for i in range(left + 1, right) for j in range(top, bottom))
    return level, upright


def _corners(
    came: dict[tuple[int, int, int], tuple[int, int, int]], here: tuple[int, int, int], xs: list[float], ys: list[float]
) -> list[Point]:
    found = [(xs[here[0]], ys[here[1]])]
    while here in came:
        here = came[here]
        found.append((xs[here[0]], ys[here[1]]))
    return found[::-1]


def _eased(obstacles: Obstacles, points: list[Point], own: tuple[str, str]) -> list[Point]:
    """With more room to the cards than the margin, where there is any."""
    for index in range(1, len(points) - 2):
        (x, y), (u, v) = points[index], points[index + 1]
        for air in (AIR - MARGIN, (AIR - MARGIN) / 2):
            done = False
            for off in (-air, air):
                moved = list(points)
                if y == v:
                    moved[index], moved[index + 1] = (x, y + off), (u, v + off)
                else:
                    moved[index], moved[index + 1] = (x + off, y), (u + off, v)
                hugging = _hugs(obstacles, points[index], points[index + 1], -off)
                if hugging and _same_sense(points, moved, index) and free(obstacles, moved, own):
                    points, done = moved, True
                    break
            if done:
                break
    return points


def _hugs(obstacles: Obstacles, a: Point, b: Point, towards: float) -> bool:
    """Whether a card lies at the margin on that side of a piece."""
    (x, y), (u, v) = a, b
    by = 1.0 if towards > 0 else -1.0
    return not (obstacles.free(x, y + by, u, v + by) if y == v else obstacles.free(x + by, y, u + by, v))


def _same_sense(points: list[Point], moved: list[Point], index: int) -> bool:
    """Whether the pieces beside the moved one still run the same way."""
    for k in (index - 1, index + 1):
        before = (points[k + 1][0] - points[k][0], points[k + 1][1] - points[k][1])
        after = (moved[k + 1][0] - moved[k][0], moved[k + 1][1] - moved[k][1])
        if before[0] * after[0] + before[1] * after[1] <= 0:
            return False
    return True
