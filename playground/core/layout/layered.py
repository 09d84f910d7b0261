"""A drawing in layers of pieces and wires; parts that no wire joins stand apart from each other."""

from __future__ import annotations

from collections.abc import Sequence

from playground.core.layout.aligning import aligned
from playground.core.layout.layering import layers_of, without_cycles
from playground.core.layout.ordering import ordered
from playground.core.layout.piece import Gaps, Piece, Spot, Wire
from playground.core.layout.stage import Stage, staged

MOST_BENDS = 8  # that widen the room between two layers


def drawn(pieces: Sequence[Piece], wires: Sequence[Wire], gaps: Gaps) -> list[Spot]:
    """Places of ``pieces`` that one network of wires joins, the first layer at 0; none overlaps another.

    Every piece begins behind the end of all that feed it, unless a cycle makes that impossible.
    """
    forward = without_cycles(len(pieces), wires)
    stage = staged(pieces, forward, layers_of(len(pieces), forward))
    ordered(stage)
    across = aligned(stage, gaps)
    along = _along(stage, pieces, across, gaps)
    least = min(across[: len(pieces)], default=0.0)
    return [
        Spot(along[stage.layer[number]], across[number] - least, stage.layer[number]) for number in range(len(pieces))
    ]


def _along(stage: Stage, pieces: Sequence[Piece], across: Sequence[float], gaps: Gaps) -> list[float]:
    """Where each layer begins: more room where many wires bend."""
    place, found = 0.0, []
    for layer in stage.layers:
        found.append(place)
        longest = max((pieces[vertex].long for vertex in layer if not stage.passes(vertex)), default=0.0)
        bends = sum(
            abs(across[vertex] + leave - across[other] - enter) > 1
            for vertex in layer
            for other, leave, enter in stage.after[vertex]
        )
        place += longest + gaps.layers + gaps.bend * min(max(bends - 2, 0), MOST_BENDS)
    return found


def parts_of(count: int, wires: Sequence[Wire]) -> list[list[int]]:
    """Numbers of pieces that wires join, part by part, each in order."""
    near: list[list[int]] = [[] for _ in range(count)]
    for wire in wires:
        near[wire.source].append(wire.target)
        near[wire.target].append(wire.source)
    found, seen = [], [False] * count
    for start in range(count):
        if seen[start]:
            continue
        seen[start] = True
        part = [start]
        for here in part:  # grows while it is walked
            for other in near[here]:
                if not seen[other]:
                    seen[other] = True
                    part.append(other)
        found.append(sorted(part))
    return found


def inside(part: Sequence[int], wires: Sequence[Wire]) -> list[Wire]:
    """The wires of one part, with its pieces numbered from 0."""
    number = {piece: index for index, piece in enumerate(part)}
    return [
        Wire(number[wire.source], number[wire.target], wire.leave, wire.enter)
        for wire in wires
        if wire.source in number and wire.target in number
    ]
