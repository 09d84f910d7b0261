"""The order of vertices in each layer, so that few edges cross: sweeps of means and medians, and exchanges."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from random import Random

from playground.core.layout.stage import Stage

WORK = 70_000  # vertices looked at in all sweeps together
FEWEST, MOST = 8, 48  # sweeps
PATIENCE = 4  # sweeps without a better order before another start is tried
EXCHANGES = 4  # rounds of exchanges after a sweep

Order = list[list[int]]


class _Sides:
    """For each vertex its edges to either side, as (other end, the port there, the port here), ports as parts of 1."""

    def __init__(self, stage: Stage) -> None:
        wide = stage.wide

        def part(vertex: int, off: float) -> float:
            return 0.5 if wide[vertex] <= 0 else min(max(off / wide[vertex], 0.0), 0.999)

        self.before = [
            [(u, part(u, leave), part(v, enter)) for u, leave, enter in edges] for v, edges in enumerate(stage.before)
        ]
        self.after = [
            [(w, part(w, enter), part(v, leave)) for w, leave, enter in edges] for v, edges in enumerate(stage.after)
        ]
        self.at = [0] * len(wide)  # the place of each vertex in its layer


def ordered(stage: Stage) -> int:
    """Put ``stage.layers`` into the best order that was found; how many pairs of edges still cross.

    The same stage always gets the same order: what chance there is begins from a fixed seed.
    """
    sides = _Sides(stage)
    sweeps = min(max(WORK // max(len(stage.layer), 1), FEWEST), MOST)
    best: Order = []
    fewest = -1
    chance = Random(0)  # noqa: S311 — only an order to begin with
    for start in range(4):
        order = _first(stage, start, chance)
        _settle(order, sides)
        idle = 0
        while sweeps > 0 and idle < PATIENCE:
            found = _crossings(order, sides)
            if fewest < 0 or found < fewest:
                best, fewest, idle = [list(layer) for layer in order], found, 0
            else:
                idle += 1
            if found == 0:
                break
            sweeps -= 1
            _sweep(order, sides, down=sweeps % 2 == 0, median=start % 2 == 1)
            _exchange(order, sides)
        if fewest == 0 or sweeps <= 0:
            break
    stage.layers = best or stage.layers
    return max(fewest, 0)


def _first(stage: Stage, start: int, chance: Random) -> Order:
    """As a walk along the edges meets the vertices: forwards, backwards, and then by chance."""
    if start >= 2:
        order = [list(layer) for layer in stage.layers]
        for layer in order:
            chance.shuffle(layer)
        return order
    following = stage.after if start == 0 else stage.before
    order, seen = [[] for _ in stage.layers], [False] * len(stage.layer)
    layers = stage.layers if start == 0 else list(reversed(stage.layers))
    for layer in layers:
        for root in layer:
            stack = [root]
            while stack:
                vertex = stack.pop()
                if seen[vertex]:
                    continue
                seen[vertex] = True
                order[stage.layer[vertex]].append(vertex)
                near = sorted(following[vertex], key=lambda edge: edge[1 if start == 0 else 2])
                stack.extend(other for other, _, _ in reversed(near))
    return order


def _settle(order: Order, sides: _Sides) -> None:
    for layer in order:
        for place, vertex in enumerate(layer):
            sides.at[vertex] = place


def _crossings(order: Order, sides: _Sides) -> int:
    """Pairs of edges that cross, over all layers."""
    at, total = sides.at, 0
    for layer in order[:-1]:
        seen: list[float] = []
        for vertex in layer:
            ends = sorted((here, at[other] + there) for other, there, here in sides.after[vertex])
            group: list[float] = []
            for number, (here, end) in enumerate(ends):
                total += len(seen) - bisect_right(seen, end)
                group.append(end)
                if number + 1 == len(ends) or ends[number + 1][0] != here:  # edges of one port do not cross
                    for known in group:
                        insort(seen, known)
                    group = []
    return total


def _sweep(order: Order, sides: _Sides, *, down: bool, median: bool) -> None:
    """Sort every layer by where its neighbours in the layer before (or behind) stand."""
    edges, at = (sides.before, sides.at) if down else (sides.after, sides.at)
    for layer in order[1:] if down else reversed(order[:-1]):
        wanted: dict[int, float] = {}
        for vertex in layer:
            if edges[vertex]:
                places = [at[other] + there for other, there, _ in edges[vertex]]
                wanted[vertex] = _median(places) if median else sum(places) / len(places)
        if len(wanted) < 2:
            continue
        known = iter(sorted((vertex for vertex in layer if vertex in wanted), key=wanted.__getitem__))
        layer[:] = [next(known) if vertex in wanted else vertex for vertex in layer]
        for place, vertex in enumerate(layer):
            at[vertex] = place


def _median(places: list[float]) -> float:
    places.sort()
    half = len(places) // 2
    return places[half] if len(places) % 2 else (places[half - 1] + places[half]) / 2


def _exchange(order: Order, sides: _Sides) -> None:
    """Exchange neighbours while that removes crossings."""
    at = sides.at
    waiting = set(range(len(order)))
    for _ in range(EXCHANGES):
        changed: set[int] = set()
        for number in sorted(waiting):
            layer = order[number]
            for place in range(len(layer) - 1):
                u, w = layer[place], layer[place + 1]
                if _gain(u, w, sides.before, at) + _gain(u, w, sides.after, at) > 0:
                    layer[place], layer[place + 1] = w, u
                    at[u], at[w] = place + 1, place
                    changed.update((number - 1, number, number + 1))
        waiting = {number for number in changed if 0 <= number < len(order)}
        if not waiting:
            return


def _gain(u: int, w: int, edges: Sequence[Sequence[tuple[int, float, float]]], at: Sequence[int]) -> int:
    """How many crossings go when ``w`` stands before ``u`` and not behind."""
    if not edges[u] or not edges[w]:
        return 0
    gain = 0
    for a, there_a, _ in edges[u]:
        first = at[a] + there_a
        for b, there_b, _ in edges[w]:
            second = at[b] + there_b
            gain += (first > second) - (first < second)
    return gain
