"""Long drawings broken into rows that fit a window, as a text is: best where few wires are cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from playground.core.layout.piece import Piece, Spot, Wire

CUT = 0.35  # what a wire too many across a break costs, in squares of the part by which a row differs from an even one
LOSS = 0.03  # the part of the size that a break without such a wire is worth
GAIN = 1.02  # another row makes all this much larger, or is not begun
SLACK = (1.0, 1.15, 1.3)  # how much longer than an even row one may be, so as to break at a better place
SMALLEST = 0.7  # of the largest size: what is smaller is not tried
SHORTEST, SHORT = 0.5, 1.0  # of the longest row a row should be, but the last; what a shorter one costs, as above


def wrapped(
    pieces: Sequence[Piece], wires: Sequence[Wire], spots: Sequence[Spot], gap: float, window: tuple[float, float]
) -> list[Spot]:
    """``spots`` in as many rows as make them largest in ``window`` (length and width); as they are if they fit."""
    layers = max((spot.layer for spot in spots), default=-1) + 1
    columns = _columns(pieces, spots, layers)
    breaks = _best(columns, _cuts(wires, spots, layers), gap, window)
    if len(breaks) <= 2:
        return list(spots)
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


def _best(columns: Sequence[_Column], cuts: Sequence[int], gap: float, window: tuple[float, float]) -> list[int]:
    """Where rows begin, and the end: as large in the window as may be, with few wires cut; one row if no more gains."""
    whole = [0, len(columns)]
    if not columns:
        return whole
    best, most = whole, _size(columns, whole, gap, window)
    tried = {tuple(whole)}
    for longest in _lengths(columns, gap, window):
        breaks = _breaks(columns, longest, cuts)
        if tuple(breaks) in tried:
            continue
        tried.add(tuple(breaks))
        worth = _size(columns, breaks, gap, window) * (1 - LOSS) ** sum(max(cuts[at] - 1, 0) for at in breaks[1:-1])
        if worth > GAIN * most:
            best, most = breaks, worth
    return best


def _lengths(columns: Sequence[_Column], gap: float, window: tuple[float, float]) -> Iterator[float]:
    """Lengths of rows that may make the drawing large, the fewest rows first."""
    sizes: list[tuple[float, float]] = []
    largest = 0.0
    thinnest = min(last - first for _, _, first, last in columns)
    for count in range(2, len(columns) + 1):
        if window[1] / (count * (thinnest + gap) - gap) < SMALLEST * largest:
            break  # so many rows are too high, however long they are
        longest = _least(columns, count)
        size = _size(columns, _filled(columns, longest), gap, window)
        largest = max(largest, size)
        sizes.append((size, longest))
    for size, longest in sizes:
        if size >= SMALLEST * largest:
            yield from (slack * longest for slack in SLACK)


def _least(columns: Sequence[_Column], count: int) -> float:
    """The shortest length of which so many rows are enough, to a unit."""
    low = max(end - begin for begin, end, _, _ in columns)
    high = max(columns[-1][1] - columns[0][0], low)
    while high - low > 1.0:
        middle = (low + high) / 2
        if len(_filled(columns, middle)) - 1 > count:
            low = middle
        else:
            high = middle
    return high


def _filled(columns: Sequence[_Column], longest: float) -> list[int]:
    """Where rows begin, and the end, if each takes what it has room for."""
    found, begin = [0], columns[0][0]
    for number, column in enumerate(columns):
        if column[1] - begin > longest and number > found[-1]:
            found.append(number)
            begin = column[0]
    return [*found, len(columns)]


def _size(columns: Sequence[_Column], breaks: Sequence[int], gap: float, window: tuple[float, float]) -> float:
    """How large the rows are when all are in the window; 1 for what fits as it is."""
    length, width = 0.0, -gap
    for first, last in pairwise(breaks):
        row = columns[first:last]
        length = max(length, row[-1][1] - row[0][0])
        width += max(column[3] for column in row) - min(column[2] for column in row) + gap
    return min(window[0] / max(length, 1.0), window[1] / max(width, 1.0), 1.0)


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


def _breaks(columns: Sequence[_Column], longest: float, cuts: Sequence[int]) -> list[int]:
    """The cheapest way to break rows of at most that length, by what is cut and how uneven the rows are."""
    layers = len(columns)
    least = SHORTEST * longest
    even = (columns[-1][1] - columns[0][0]) / max(1, len(_filled(columns, longest)) - 1)
    cost: list[tuple[float, int]] = [(0.0, 0)]  # to break before layer n, and where the row before it begins
    for end in range(1, layers + 1):
        options = [(inf, 0)]
        broken = CUT * max(cuts[end] - 1, 0) if end < layers else 0.0
        for begin in range(end - 1, -1, -1):
            length = columns[end - 1][1] - columns[begin][0]
            if length > longest and begin < end - 1:  # a layer alone may be longer
                break
            uneven = ((length - even) / longest) ** 2 + (SHORT if length < least and end < layers else 0.0)
            options.append((cost[begin][0] + uneven + broken, -begin))  # of equals the shorter last row
        found = min(options)
        cost.append((found[0], -found[1]))
    breaks = [layers]
    while breaks[-1] > 0:
        breaks.append(cost[breaks[-1]][1])
    return breaks[::-1]
