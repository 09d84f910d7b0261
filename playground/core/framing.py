"""Which layers, frames and notes lie in a frame, and what a collapsed one hides. Pure geometry, in canvas units."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from playground.core.annotations import Frame, Note
from playground.core.graph import Graph, Node

CARD = (168.0, 104.0)  # a layer's card, and a collapsed frame
SHAPE_LINE = 24.0  # the text under a card
TITLE = 32.0  # the bar at the top of a frame
MARGIN = 32.0  # from a frame's edge to what it holds: links between its layers have room inside it


class Box(NamedTuple):
    """An area, its corner with the smallest coordinates first."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def contains(self, other: Box) -> bool:
        return self.holds(other.left, other.top) and self.holds(other.right, other.bottom)

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def grown(self, by: float) -> Box:
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def node_box(node: Node) -> Box:
    """The card of ``node`` as most cards are; one with many ports is higher."""
    ports = max(len(node.input_ports), len(node.output_ports))
    return Box(node.x, node.y, node.x + CARD[0], node.y + max(CARD[1], 56.0 + 24.0 * ports))


def frame_box(frame: Frame) -> Box:
    """What the frame takes up: its area while it is open, a card while it is collapsed."""
    wide, high = CARD if frame.collapsed else (frame.width, frame.height)
    return Box(frame.x, frame.y, frame.x + wide, frame.y + high)


def open_box(frame: Frame) -> Box:
    """What the frame takes up when it is open."""
    return Box(frame.x, frame.y, frame.x + frame.width, frame.y + frame.height)


def note_box(note: Note) -> Box:
    return Box(note.x, note.y, note.x + note.width, note.y + note.height)


def around(boxes: Iterable[Box]) -> Box | None:
    """The least area with all of them in it; None for none."""
    known = list(boxes)
    if not known:
        return None
    return Box(
        min(box.left for box in known), min(box.top for box in known),
        max(box.right for box in known), max(box.bottom for box in known),
    )  # fmt: skip


def fitted(boxes: Iterable[Box]) -> Box | None:
    """The area of a frame that holds ``boxes``, with room for its title and the shapes under cards."""
    inner = around(boxes)
    if inner is None:
        return None
    return Box(
        inner.left - MARGIN, inner.top - MARGIN - TITLE, inner.right + MARGIN, inner.bottom + SHAPE_LINE + MARGIN
    )


def hidden(graph: Graph) -> dict[str, str]:
    """Ids of what collapsed frames have put away, each with the id of the outermost of these frames."""
    folded = [frame for frame in graph.frames if frame.collapsed]
    if not folded:
        return {}
    inner = {member for frame in folded for member in frame.members}
    found: dict[str, str] = {}
    for frame in folded:
        if frame.id not in inner:
            found |= dict.fromkeys(frame.members, frame.id)
    return found


def contents(graph: Graph, frame: Frame) -> frozenset[str]:
    """Ids of all layers, frames and notes in ``frame``, also of those in frames inside it; without its own."""
    if frame.collapsed:
        return frozenset(frame.members)
    away, area = hidden(graph), open_box(frame)
    found = {node.id for node in graph.nodes if node.id not in away and area.holds(*node_box(node).middle)}
    found |= {note.id for note in graph.notes if note.id not in away and area.holds(*note_box(note).middle)}
    for other in graph.frames:
        if other.id in away or other.id == frame.id or not area.contains(frame_box(other)):
            continue
        if frame.id in other.members:  # a small card now, it has put this one away
            continue
        if frame_box(other) == area and other.id < frame.id:  # of two alike one holds the other, not each the other
            continue
        found.add(other.id)
        found.update(other.members)
    return frozenset(found)


def layers_in(graph: Graph, frame: Frame) -> tuple[Node, ...]:
    """The layers of ``contents``, in the order of the file."""
    inside = contents(graph, frame)
    return tuple(node for node in graph.nodes if node.id in inside)


def with_contents(graph: Graph, ids: Iterable[str]) -> frozenset[str]:
    """``ids`` and all that lies in those of them that are frames."""
    wanted = frozenset(ids)
    found = set(wanted)
    for frame in graph.frames:
        if frame.id in wanted:
            found |= contents(graph, frame)
    return frozenset(found)


def box_of(graph: Graph, ids: Iterable[str]) -> Box | None:
    """Around what ``ids`` name, as it is seen: what is hidden does not count."""
    wanted, away = frozenset(ids), hidden(graph)
    boxes = [node_box(node) for node in graph.nodes if node.id in wanted and node.id not in away]
    boxes += [frame_box(frame) for frame in graph.frames if frame.id in wanted and frame.id not in away]
    boxes += [note_box(note) for note in graph.notes if note.id in wanted and note.id not in away]
    return around(boxes)
