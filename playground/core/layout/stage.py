"""The drawing between layering and coordinates: vertices in layers, edges only between neighbouring layers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from playground.core.layout.piece import Piece, Wire

MOST_PASSING = 6000  # places kept free for long wires; beyond it the longest wires find their way themselves


@dataclass(slots=True)
class Stage:
    """Vertices by number: pieces first, then the places where long wires pass a layer.

    ``before[v]`` and ``after[v]`` list the edges of a vertex as (other end, where it leaves, where it enters), across
    from where the ends begin.
    """

    pieces: int
    wide: list[float]
    layer: list[int]
    layers: list[list[int]]
    before: list[list[tuple[int, float, float]]] = field(default_factory=list)
    after: list[list[tuple[int, float, float]]] = field(default_factory=list)
    skips: set[int] = field(default_factory=set)  # passes whose wire goes around other layers from a fork to a join

    def passes(self, vertex: int) -> bool:
        """Whether it is only a place where a wire passes."""
        return vertex >= self.pieces


def staged(pieces: Sequence[Piece], wires: Sequence[Wire], layer: Sequence[int]) -> Stage:
    """The stage of ``pieces``; wires that leave one port share the places that they pass."""
    made = Stage(len(pieces), [piece.wide for piece in pieces], list(layer), [])
    made.before = [[] for _ in pieces]
    made.after = [[] for _ in pieces]
    bundles: dict[tuple[int, float], list[Wire]] = {}
    for wire in wires:
        bundles.setdefault((wire.source, wire.leave), []).append(wire)
    spans = {key: max(layer[wire.target] for wire in bundle) - layer[key[0]] for key, bundle in bundles.items()}
    leaving = Counter(wire.source for wire in wires)
    entering = Counter(wire.target for wire in wires)
    room = MOST_PASSING
    for key in sorted(bundles, key=lambda known: (spans[known], known)):
        room -= spans[key] - 1
        if room >= 0 or spans[key] == 1:
            first = len(made.layer)
            _lay(made, key, bundles[key])
            if leaving[key[0]] > 1 and all(entering[wire.target] > 1 for wire in bundles[key]):
                made.skips.update(range(first, len(made.layer)))
    made.layers = [[] for _ in range(max(made.layer, default=-1) + 1)]
    for vertex, number in enumerate(made.layer):
        made.layers[number].append(vertex)
    return made


def _lay(made: Stage, key: tuple[int, float], bundle: Sequence[Wire]) -> None:
    """Vertices from the source to the farthest target, and edges along them and off them."""
    source, leave = key
    way = [(source, leave)]
    for number in range(made.layer[source] + 1, max(made.layer[wire.target] for wire in bundle)):
        made.layer.append(number)
        made.wide.append(0.0)
        made.before.append([])
        made.after.append([])
        _join(made, *way[-1], len(made.layer) - 1, 0.0)
        way.append((len(made.layer) - 1, 0.0))
    for wire in bundle:
        _join(made, *way[made.layer[wire.target] - made.layer[source] - 1], wire.target, wire.enter)


def _join(made: Stage, source: int, leave: float, target: int, enter: float) -> None:
    made.after[source].append((target, leave, enter))
    made.before[target].append((source, leave, enter))
