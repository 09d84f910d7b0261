"""Things that a person chose, in line with each other or with equal gaps: places from boxes, in canvas units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal, get_args

from playground.core.framing import Box, around, with_contents
from playground.core.graph import Graph
from playground.core.layout.bunches import Places, boxes

Edge = Literal["left", "center", "right", "top", "middle", "bottom"]
EDGES: Final[tuple[Edge, ...]] = get_args(Edge)
Axis = Literal["across", "down"]
AXES: Final[tuple[Axis, ...]] = get_args(Axis)


def movable(graph: Graph, chosen: Iterable[str]) -> dict[str, Box]:
    """What of ``chosen`` is seen and moves by itself: what lies in a chosen frame moves with that frame."""
    wanted, seen = frozenset(chosen), boxes(graph)
    carried = {
        key for frame in graph.frames if frame.id in wanted for key in with_contents(graph, [frame.id]) - {frame.id}
    }
    return {key: seen[key] for key in sorted((wanted & seen.keys()) - carried)}


def lined_up(things: Mapping[str, Box], edge: Edge) -> Places:
    """Corners with which ``things`` share one edge, or the middle, of the area around them; {} for fewer than 2."""
    area = around(things.values())
    if area is None or len(things) < 2:
        return {}
    found: Places = {}
    for key, box in things.items():
        wide, high = box.right - box.left, box.bottom - box.top
        x, y = box.left, box.top
        if edge == "left":
            x = area.left
        elif edge == "right":
            x = area.right - wide
        elif edge == "center":
            x = area.middle[0] - wide / 2
        elif edge == "top":
            y = area.top
        elif edge == "bottom":
            y = area.bottom - high
        else:
            y = area.middle[1] - high / 2
        found[key] = (x, y)
    return found


def spread(things: Mapping[str, Box], axis: Axis) -> Places:
    """Corners with which the gaps between neighbours along ``axis`` are equal; the outermost stay. {} for fewer than 3.

    Where they are wider together than the room between the outermost, they overlap equally.
    """
    if len(things) < 3:
        return {}
    first, last = (0, 2) if axis == "across" else (1, 3)
    order = sorted(things, key=lambda key: (things[key][first] + things[key][last], key))
    begin = min(box[first] for box in things.values())
    room = max(box[last] for box in things.values()) - begin
    gap = (room - sum(box[last] - box[first] for box in things.values())) / (len(things) - 1)
    found: Places = {}
    for key in order:
        box = things[key]
        found[key] = (begin, box.top) if axis == "across" else (box.left, begin)
        begin += box[last] - box[first] + gap
    return found
