"""Long drawings broken into rows that fit a window, as a text is: best where few wires are cut."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, inf

from playground.core.layout.piece import Piece, Spot, Wire

CUT = 0.35  # what a wire too many across a break costs, in squares of the part by which a row differs from an even one
SHORTEST = 0.5  # of the longest row a row may be, but the last


def wrapped(
    pieces: Sequence[Piece], wires: Sequence[Wire], spots: Sequence[Spot], gap: float, window: tuple[float, float]
) -> list[Spot]:
    """``spots`` in as many rows as make them largest in ``window`` (length and width); as they are if they fit."""
    layers = max((spot.layer for spot in spots), default=-1) + 1
    columns = _columns(pieces, spots, layers)
    longest = _best(columns, gap, window)
    if longest >= layers:
        return list(spots)
    breaks = _breaks(layers, longest, _cuts(wires, spots, layers))
    found, below = list(spots), 0.0
    for first, last in pairwise(breaks):
        members = [number for number, spot in enumerate(spots) if first <= spot.layer < last]
        top = min(spots[number].across for number in members)
        begin = columns[first][0]
        for number in members:
            spot = spots[number]
            found[number] = Spot(spot.along - begin, spot.across - top + below, spot.layer)
        below += max(spots[number].across + pieces[number].wide for number in members) - top + gap
    return found


_Column = tuple[float, float, float, float]  # begin and end along, first and last across


def _columns(pieces: Sequence[Piece], spots: Sequence[Spot], layers: int) -> list[_Column]:
    members: list[list[int]] = [[] for _ in range(layers)]
    for number, spot in enumerate(spots):
        members[spot.layer].append(number)
    return [
        (
            min(spots[number].along for number in layer),
            max(spots[number].along + pieces[number].long for number in layer),
            min(spots[number].across for number in layer),
            max(spots[number].across + pieces[number].wide for number in layer),
        )
        for layer in members
    ]


def _best(columns: Sequence[_Column], gap: float, window: tuple[float, float]) -> int:
    """The number of layers in a row with which all is largest in the window; all of them if nothing is gained."""
    best, largest = len(columns), 0.0
    for longest in range(len(columns), 0, -1):
        length, width = 0.0, -gap
        for first in range(0, len(columns), longest):
            row = columns[first : first + longest]
            length = max(length, row[-1][1] - row[0][0])
            width += max(column[3] for column in row) - min(column[2] for column in row) + gap
        size = min(window[0] / max(length, 1.0), window[1] / max(width, 1.0), 1.0)
        if size > largest * 1.02:
            best, largest = longest, size
    return best


def _cuts(wires: Sequence[Wire], spots: Sequence[Spot], layers: int) -> list[int]:
    """How many wires pass the place before each layer."""
    change = [0] * (layers + 1)
    for wire in wires:
        first, last = sorted((spots[wire.source].layer, spots[wire.target].layer))
        change[min(first + 1, layers)] += 1
        change[min(last + 1, layers)] -= 1
    found, here = [], 0
    for step in change[:layers]:
        here += step
        found.append(here)
    return found


def _breaks(layers: int, longest: int, cuts: Sequence[int]) -> list[int]:
    """Where rows begin, and the end: the cheapest way to break, by what is cut and how uneven the rows are."""
    least = max(1, int(longest * SHORTEST))
    even = layers / ceil(layers / longest)
    cost: list[tuple[float, int]] = [(0.0, 0)]  # to break before layer n, and where the row before it begins
    for end in range(1, layers + 1):
        options = [(inf, 0)]
        for begin in range(max(0, end - longest), end):
            length = end - begin
            if length < least and end < layers:
                continue
            uneven = ((length - even) / longest) ** 2
            broken = CUT * max(cuts[end] - 1, 0) if end < layers else 0.0
            options.append((cost[begin][0] + uneven + broken, -begin))  # of equals the shorter last row
        found = min(options)
        cost.append((found[0], -found[1]))
    breaks = [layers]
    while breaks[-1] > 0:
        breaks.append(cost[breaks[-1]][1])
    return breaks[::-1]
