"""Where across the flow each vertex stands: long edges straight, pieces in line with what they are linked to.

After Brandes and Köpf, "Fast and Simple Horizontal Coordinate Assignment" (2001), with ports and sizes as in Rüegg et
al., "Size- and Port-Aware Horizontal Node Coordinate Assignment" (2015): four drawings, each pushed to one corner, of
which the mean of the middle two is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import floor, inf

from playground.core.layout.piece import Gaps
from playground.core.layout.stage import Stage

GRID = 4.0
_Edges = list[list[tuple[int, float, float]]]
_Favoured = set[tuple[int, int]]


@dataclass(slots=True)
class _View:
    """The stage as one of the four drawings sees it: layers from one end, vertices from one side."""

    layers: list[list[int]]
    at: list[int]
    edges: list[list[tuple[int, float]]]  # of each vertex: who it may be aligned with, and how far it then is off
    sign: float


def aligned(stage: Stage, gaps: Gaps) -> list[float]:
    """Where each vertex begins, across the flow; none overlaps another of its layer."""
    if not stage.layer:
        return []
    conflicts, favoured = _conflicts(stage), _favour(stage)
    drawings = [
        _drawing(stage, _view(stage, favoured, down=down, near=near), conflicts, gaps)
        for down in (True, False)
        for near in (True, False)
    ]
    _to_narrowest(stage, drawings)
    places = []
    for vertex in range(len(stage.layer)):
        four = sorted(drawing[vertex] for drawing in drawings)
        places.append((four[1] + four[2]) / 2)
    return _on_grid(stage, _apart(stage, places, gaps))


def gap_between(stage: Stage, u: int, w: int, gaps: Gaps) -> float:
    """What stays free between two neighbours in a layer."""
    passing = stage.passes(u) + stage.passes(w)
    return (gaps.pieces, gaps.passing, gaps.wires)[passing]


def _view(stage: Stage, favoured: _Favoured, *, down: bool, near: bool) -> _View:
    layers = stage.layers if down else stage.layers[::-1]
    layers = layers if near else [layer[::-1] for layer in layers]
    at = [0] * len(stage.layer)
    for layer in layers:
        for place, vertex in enumerate(layer):
            at[vertex] = place
    edges = []
    for vertex in range(len(stage.layer)):
        if down:
            found = [(u, leave - enter) for u, leave, enter in stage.before[vertex] if (u, vertex) in favoured]
        else:
            found = [(w, enter - leave) for w, leave, enter in stage.after[vertex] if (vertex, w) in favoured]
        found = _by_pair(found) if len(found) > 1 else found
        found.sort(key=lambda edge: at[edge[0]])
        half = (len(found) - 1) // 2
        edges.append(found[half : half + 1] if len(found) % 2 else found[half : half + 2])
    return _View(layers, at, edges, 1.0 if near else -1.0)


def _by_pair(found: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Several edges to one other end as one, with what they are off in the mean."""
    offs: dict[int, list[float]] = {}
    for other, off in found:
        offs.setdefault(other, []).append(off)
    return [(other, sum(each) / len(each)) for other, each in offs.items()]


def _favour(stage: Stage) -> _Favoured:
    """Edges whose ends may stand in line: those that both ends would rather have straight than others.

    A link to the next piece keeps straight before one that passes others by, and of two branches the one that goes
    all the way: the main way through a network is a line, and what skips layers bends around it.
    """
    forward = _favoured_by(stage, stage.after, _throughs(stage, stage.after, stage.before, stage.layers[::-1]))
    back = _favoured_by(stage, stage.before, _throughs(stage, stage.before, stage.after, stage.layers))
    return forward & {(u, w) for w, u in back}


def _favoured_by(stage: Stage, edges: _Edges, through: list[bool]) -> _Favoured:
    found: _Favoured = set()
    for vertex, leading in enumerate(edges):
        others = [edge[0] for edge in leading]
        if len(others) > 1 and not stage.passes(vertex):
            others = [other for other in others if other not in stage.skips] or others
            if len(others) == 2:
                others = [other for other in others if through[other]] or others
        found.update((vertex, other) for other in others)
    return found


def _throughs(stage: Stage, edges: _Edges, back: _Edges, layers: list[list[int]]) -> list[bool]:
    """For each vertex whether the branch that goes on from it passes no layer by before it meets another."""
    found = [True] * len(stage.layer)
    for layer in layers:
        for vertex in layer:
            leading = edges[vertex]
            if stage.passes(vertex):
                found[vertex] = False
            elif len(leading) == 1 and len(back[vertex]) <= 1:
                other = leading[0][0]
                found[vertex] = not stage.passes(other) and (len(back[other]) > 1 or found[other])
    return found


def _conflicts(stage: Stage) -> set[tuple[int, int]]:
    """Edges that cross a stretch of a long wire: these give way, so that the long wire is straight."""
    at = [0] * len(stage.layer)
    for layer in stage.layers:
        for place, vertex in enumerate(layer):
            at[vertex] = place
    found: set[tuple[int, int]] = set()
    for upper, lower in pairwise(stage.layers):
        start, reach = 0, 0
        for place, vertex in enumerate(lower):
            inner = next((u for u, _, _ in stage.before[vertex] if stage.passes(u)), None)
            inner = inner if stage.passes(vertex) else None
            if inner is None and place + 1 < len(lower):
                continue
            limit = at[inner] if inner is not None else len(upper)
            for other in lower[start : place + 1]:
                for u, _, _ in stage.before[other]:
                    crosses = at[u] < reach or at[u] > limit
                    if crosses and not (stage.passes(u) and stage.passes(other)):
                        found.add((u, other))
            start, reach = place + 1, limit
    return found


def _drawing(stage: Stage, view: _View, conflicts: set[tuple[int, int]], gaps: Gaps) -> list[float]:
    """One of the four: blocks of vertices in line, pushed together."""
    root, shift = _blocks(view, conflicts)
    size = stage.wide
    count = len(root)
    # Where block b must stay behind block a: the greatest of what their vertices ask for.
    behind: list[dict[int, float]] = [{} for _ in range(count)]
    for layer in view.layers:
        for u, w in pairwise(layer):
            room = size[u if view.sign > 0 else w] + gap_between(stage, u, w, gaps)
            need = room + view.sign * (shift[u] - shift[w])
            a, b = root[u], root[w]
            behind[a][b] = max(behind[a].get(b, -inf), need)
    place = _pushed(root, behind)
    return [view.sign * place[root[vertex]] + shift[vertex] for vertex in range(count)]


def _blocks(view: _View, conflicts: set[tuple[int, int]]) -> tuple[list[int], list[float]]:
    """For each vertex the first of its block, and how far it is off from that one, in the drawing's own direction."""
    count = len(view.at)
    root, shift, taken = list(range(count)), [0.0] * count, [False] * count
    for layer in view.layers:
        reach = -1
        for vertex in layer:
            for other, off in view.edges[vertex]:
                blocked = (other, vertex) in conflicts or (vertex, other) in conflicts
                if not taken[other] and not blocked and view.at[other] > reach:
                    root[vertex], shift[vertex] = root[other], shift[other] + off
                    taken[other], reach = True, view.at[other]
                    break
    return root, shift


def _pushed(root: list[int], behind: list[dict[int, float]]) -> dict[int, float]:
    """Places of blocks: first each as near as it goes, then towards those behind it where these are farther away."""
    waiting = dict.fromkeys(root, 0)
    for block in waiting:
        for other in behind[block]:
            waiting[other] += 1
    order = [block for block, number in waiting.items() if number == 0]
    place = dict.fromkeys(root, 0.0)
    for block in order:  # grows while it is walked
        for other, need in behind[block].items():
            place[other] = max(place[other], place[block] + need)
            waiting[other] -= 1
            if waiting[other] == 0:
                order.append(other)
    for block in reversed(order):
        limit = min((place[other] - need for other, need in behind[block].items()), default=-inf)
        place[block] = max(place[block], limit)
    return place


def _to_narrowest(stage: Stage, drawings: list[list[float]]) -> None:
    """Lay the four over each other: at the near edge of the narrowest, or its far edge, as each was pushed."""
    ends = [
        (min(drawing), max(place + wide for place, wide in zip(drawing, stage.wide, strict=True)))
        for drawing in drawings
    ]
    low, high = min(ends, key=lambda pair: pair[1] - pair[0])
    for number, (drawing, (first, last)) in enumerate(zip(drawings, ends, strict=True)):
        off = low - first if number % 2 == 0 else high - last
        drawing[:] = [place + off for place in drawing]


def _apart(stage: Stage, places: list[float], gaps: Gaps) -> list[float]:
    """Means of drawings that each keep the gaps keep them, too; this mends what rounding and odd cases leave."""
    for layer in stage.layers:
        for u, w in pairwise(layer):
            least = places[u] + stage.wide[u] + gap_between(stage, u, w, gaps)
            places[w] = max(places[w], least)
    return places


def _on_grid(stage: Stage, places: list[float]) -> list[float]:
    """Vertices in line stay so: each group of them moves as one to the nearest line of the grid."""
    seen = [False] * len(places)
    for start in range(len(places)):
        if seen[start]:
            continue
        seen[start] = True
        group = [start]
        for vertex in group:  # grows while it is walked
            for other, leave, enter in stage.after[vertex]:
                if not seen[other] and abs(places[vertex] + leave - places[other] - enter) < 0.01:
                    seen[other] = True
                    group.append(other)
            for other, leave, enter in stage.before[vertex]:
                if not seen[other] and abs(places[other] + leave - places[vertex] - enter) < 0.01:
                    seen[other] = True
                    group.append(other)
        step = floor(places[start] / GRID + 0.5) * GRID - places[start]
        for vertex in group:
            places[vertex] += step
    return places
