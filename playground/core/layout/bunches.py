"""What moves as one when a network is arranged: a card with the notes beside it, a frame with all that lies in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from playground.core.annotations import Frame, Note
from playground.core.framing import CARD, Box, around, contents, fitted, frame_box, hidden, note_box
from playground.core.graph import Graph, Node
from playground.core.layout.cards import SHAPE_LINE, WIDTH, card_height

Places = dict[str, tuple[float, float]]
NEAR = 48.0  # a note this near to a card belongs to it
UNDER = 8.0  # between a card and a note that lay over it


@dataclass(frozen=True, slots=True)
class Bunch:
    """A size, and where in it the corners of layers, collapsed or empty frames and notes are, by id."""

    key: str
    width: float
    height: float
    places: Places
    linked: bool = True  # notes and empty frames are not


def boxes(graph: Graph) -> dict[str, Box]:
    """What is seen on the canvas, as it stands: by id, cards without the shape under them."""
    away = hidden(graph)
    found = {node.id: Box(node.x, node.y, node.x + WIDTH, node.y + card_height(graph, node.id)) for node in graph.nodes}
    found |= {frame.id: frame_box(frame) for frame in graph.frames}
    found |= {note.id: note_box(note) for note in graph.notes}
    return {key: box for key, box in found.items() if key not in away}


@dataclass(frozen=True, slots=True)
class Tree:
    """Who lies in which frame: for each frame (and for the canvas, None) the ids directly in it."""

    inside: Mapping[str | None, tuple[str, ...]]


def tree_of(graph: Graph, wanted: frozenset[str]) -> Tree:
    """Of what ``wanted`` names and is seen. A frame counts when all that lies in it is wanted: else it stays."""
    away = hidden(graph)
    held = {
        frame.id: contents(graph, frame) - away.keys()
        for frame in graph.frames
        if not frame.collapsed and frame.id not in away
    }
    whole = {frame: members for frame, members in held.items() if members and members <= wanted | held.keys()}
    parts: dict[str | None, list[str]] = {None: []}
    things: list[Node | Frame | Note] = [*graph.nodes, *graph.frames, *graph.notes]
    for thing in things:
        if thing.id in away or (thing.id in held and held[thing.id] and thing.id not in whole):
            continue
        if thing.id not in wanted and thing.id not in whole:
            continue
        holders = [frame for frame, members in whole.items() if thing.id in members and frame != thing.id]
        holder = min(holders, key=lambda frame: (len(whole[frame]), frame), default=None)
        parts.setdefault(holder, []).append(thing.id)
    return Tree({holder: tuple(members) for holder, members in parts.items()})


def card_bunches(graph: Graph, ids: Iterable[str], seen: Mapping[str, Box]) -> list[Bunch]:
    """One for each layer and collapsed frame among ``ids``, with the notes near it; then notes and empty frames."""
    wanted = list(ids)
    notes = {note.id: note for note in graph.notes}
    frames = {frame.id: frame for frame in graph.frames}
    cards = [key for key in wanted if key not in notes and (key not in frames or frames[key].collapsed)]
    glued: dict[str, list[Note]] = {}
    alone: list[str] = []
    for key in wanted:
        if key in notes:
            near = min(cards, key=lambda card: (_distance(seen[key], seen[card]), card), default=None)
            if near is not None and _distance(seen[key], seen[near]) <= NEAR:
                glued.setdefault(near, []).append(notes[key])
            else:
                alone.append(key)
        elif key in frames and not frames[key].collapsed:
            alone.append(key)
    found = [_card_bunch(key, seen, glued.get(key, ())) for key in cards]
    for key in alone:
        box = seen[key]
        found.append(Bunch(key, box.right - box.left, box.bottom - box.top, {key: (0.0, 0.0)}, linked=False))
    return found


def _card_bunch(key: str, seen: Mapping[str, Box], notes: Iterable[Note]) -> Bunch:
    box = seen[key]
    whole = Box(box.left, box.top, box.right, box.bottom + SHAPE_LINE)
    held = {key: whole}
    for note in notes:
        held[note.id] = _off_card(seen[note.id], whole)
    area = around(held.values())
    assert area is not None  # it holds the card
    places = {name: (own.left - area.left, own.top - area.top) for name, own in held.items()}
    return Bunch(key, area.right - area.left, area.bottom - area.top, places)


def _off_card(note: Box, card: Box) -> Box:
    """A note that lies over its card goes under it."""
    if not note.meets(card):
        return note
    return Box(note.left, card.bottom + UNDER, note.right, card.bottom + UNDER + note.bottom - note.top)


def frame_bunch(key: str, places: Places, seen: Mapping[str, Box]) -> Bunch:
    """A frame just around what stands at ``places`` in it."""
    area = fitted(
        Box(x, y, x + seen[name].right - seen[name].left, y + seen[name].bottom - seen[name].top)
        for name, (x, y) in places.items()
    )
    if area is None:
        return Bunch(key, *CARD, dict(places))
    moved = {name: (x - area.left, y - area.top) for name, (x, y) in places.items()}
    return Bunch(key, area.right - area.left, area.bottom - area.top, moved)


def _distance(a: Box, b: Box) -> float:
    """Between the edges of two boxes, the longer of both directions; 0 when they touch."""
    return max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom, 0.0)
