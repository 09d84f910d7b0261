"""What a drawing is made of: pieces that must not overlap, and wires between them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of fixed size: ``long`` along the flow, ``wide`` across it, in canvas units."""

    key: str
    long: float
    wide: float


@dataclass(frozen=True, slots=True)
class Wire:
    """From piece number ``source`` to ``target``; it leaves and enters so far across from where these begin."""

    source: int
    target: int
    leave: float
    enter: float

    def reversed(self) -> Wire:
        return Wire(self.target, self.source, self.enter, self.leave)


@dataclass(frozen=True, slots=True)
class Gaps:
    """What stays free: between two layers, between pieces side by side, between a piece and a passing wire, between
    two passing wires, between parts that no wire joins.
    """

    layers: float
    pieces: float
    passing: float
    wires: float
    parts: float
    bend: float  # added between two layers for every wire beyond two that bends there


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a piece begins, and the number of its layer."""

    along: float
    across: float
    layer: int
