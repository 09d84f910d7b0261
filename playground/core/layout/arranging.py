"""Places for a whole network, or for some of its layers: with frames around what lies in them, and with notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Final, Literal, get_args

from playground.core.framing import Box, around, hidden
from playground.core.graph import Graph
from playground.core.layout.bunches import Bunch, Places, Tree, boxes, card_bunches, frame_bunch, tree_of
from playground.core.layout.cards import WIDTH, aside, enters_at, leaves_at
from playground.core.layout.layered import drawn, inside, parts_of
from playground.core.layout.packing import shelved
from playground.core.layout.piece import Gaps, Piece, Spot, Wire
from playground.core.layout.wrapping import wrapped

Way = Literal["right", "down", "rows"]
WAYS: Final[tuple[Way, ...]] = get_args(Way)
WINDOW = (1200.0, 700.0)  # what rows are fitted to where no window is known
GRID = 4.0
LIMIT = 9.9e6  # coordinates of a file end at 1e7
ABOVE = 64.0  # between a note at the top and the cards under it
ROWS_APART = 92.0  # the way back to the left runs there
# Under a card stands its shape: ``Bunch.height`` has it.
_TO_THE_RIGHT = Gaps(layers=64.0, pieces=36.0, passing=28.0, wires=18.0, parts=64.0, bend=8.0)
_DOWN = Gaps(layers=68.0, pieces=48.0, passing=36.0, wires=24.0, parts=96.0, bend=8.0)
# Where links leave cards at their right all the same, pieces side by side need room for them between.
_DOWN_ASIDE = Gaps(layers=68.0, pieces=96.0, passing=56.0, wires=24.0, parts=96.0, bend=4.0)


def arranged(graph: Graph, way: Way, only: Iterable[str] = (), window: tuple[float, float] = WINDOW) -> Places:
    """New corners of layers, collapsed frames and notes, by id, so that no card lies on another.

    ``only`` names what is to be arranged around its old middle, the rest stays; nothing named: all, from the old upper
    left corner. ``window`` is the width and height that "rows" are fitted to. Equal input gives equal places; a frame
    whose members are all arranged keeps them together and apart from others: ``edits.Arrange`` lays it around them.
    """
    seen = boxes(graph)
    chosen = frozenset(only) & seen.keys()
    tree = tree_of(graph, chosen or frozenset(seen))
    downwards = way == "down" and (not chosen or graph.flow == "down")
    whole = _laid(_Level(graph, way, downwards, window, seen, tree, _ends(graph, downwards=downwards)), None)
    if not whole.places:
        return {}
    old = around(seen[key] for key in whole.places)
    new = around(_moved(seen[key], *place) for key, place in whole.places.items())
    assert old is not None
    assert new is not None  # there are places
    if chosen:
        dx, dy = old.middle[0] - new.middle[0], old.middle[1] - new.middle[1]
    else:
        dx, dy = old.left - new.left, old.top - new.top
    dx, dy = _snapped(dx), _snapped(dy)
    return {key: (_bounded(x + dx), _bounded(y + dy)) for key, (x, y) in whole.places.items()}


@dataclass(frozen=True, slots=True)
class _End:
    """Where links end: from a place across the flow on what is seen to one on something else that is seen."""

    source: str
    target: str
    leave: float
    enter: float


@dataclass(frozen=True, slots=True)
class _Level:
    """What the arranging of every frame shares."""

    graph: Graph
    way: Way
    downwards: bool  # links leave at the bottom and enter at the top
    window: tuple[float, float]
    seen: Mapping[str, Box]
    tree: Tree
    ends: Sequence[_End]


def _ends(graph: Graph, *, downwards: bool) -> list[_End]:
    """All links; those of a layer that a frame hides end at that frame's card."""
    away, found = hidden(graph), []
    for link in graph.links:
        source, target = away.get(link.source, link.source), away.get(link.target, link.target)
        if source != target:
            at = aside(graph, link) if downwards else (leaves_at(graph, link), enters_at(graph, link))
            found.append(_End(source, target, *at))
    return found


def _laid(level: _Level, holder: str | None) -> Bunch:
    """All that lies directly in one frame, inner frames first; for the canvas ``holder`` is None."""
    members = level.tree.inside.get(holder, ())
    frames = [key for key in members if key in level.tree.inside]
    bunches = card_bunches(level.graph, (key for key in members if key not in frames), level.seen)
    bunches += [_laid(level, frame) for frame in frames]
    order = {key: number for number, key in enumerate(members)}
    bunches.sort(key=lambda bunch: order[bunch.key])
    corners = _corners(level, bunches)
    places = {
        key: (corner[0] + x, corner[1] + y)
        for bunch, corner in zip(bunches, corners, strict=True)
        for key, (x, y) in bunch.places.items()
    }
    return Bunch("", 0.0, 0.0, places) if holder is None else frame_bunch(holder, places, level.seen)


def _corners(level: _Level, bunches: Sequence[Bunch]) -> list[tuple[float, float]]:
    """Where each bunch goes: what is linked part by part, then what stands alone on shelves."""
    down = level.way == "down"
    pieces = [
        Piece(bunch.key, *((bunch.height, bunch.width) if down else (bunch.width, bunch.height))) for bunch in bunches
    ]
    wires = _wires(level, bunches, down=down)
    gaps = _TO_THE_RIGHT if not down else _DOWN if level.downwards else _DOWN_ASIDE
    parts, titles = parts_of(len(pieces), wires), _titles(level, bunches)
    corners: list[tuple[float, float]] = [(0.0, 0.0)] * len(pieces)
    joined = [part for part in parts if len(part) > 1]
    drawings = [_part(level, pieces, wires, part, gaps) for part in joined]
    below = _shelve(joined, drawings, pieces, gaps, 0.0, 0.0, corners)
    single = [[part[0]] for part in parts if len(part) == 1 and part[0] not in titles]
    length = max((_extent(pieces, part, spots)[0] for part, spots in zip(joined, drawings, strict=True)), default=0.0)
    alone = [[Spot(0.0, 0.0, 0)] for _ in single]
    cards = sum(pieces[part[0]].long + gaps.layers for part in single)
    _shelve(single, alone, pieces, gaps, below, length or min(cards, level.window[1 if down else 0]), corners)
    corners = [(across, along) for along, across in corners] if down else corners
    left = 0.0
    for number in titles:
        corners[number] = (left, -bunches[number].height - ABOVE)
        left += bunches[number].width + ABOVE
    return corners


def _titles(level: _Level, bunches: Sequence[Bunch]) -> list[int]:
    """Notes that stand above all cards: they stay there."""
    top = min((level.seen[bunch.key].top for bunch in bunches if bunch.linked), default=0.0)
    return [number for number, bunch in enumerate(bunches) if not bunch.linked and level.seen[bunch.key].bottom <= top]


def _part(level: _Level, pieces: Sequence[Piece], wires: Sequence[Wire], part: Sequence[int], gaps: Gaps) -> list[Spot]:
    own, within = [pieces[number] for number in part], inside(part, wires)
    spots = drawn(own, within, gaps)
    return wrapped(own, within, spots, ROWS_APART, level.window) if level.way == "rows" else spots


def _shelve(
    parts: Sequence[Sequence[int]], drawings: Sequence[Sequence[Spot]], pieces: Sequence[Piece], gaps: Gaps,
    below: float, length: float, corners: list[tuple[float, float]],
) -> float:  # fmt: skip
    """Put finished parts on shelves from ``below`` on, into ``corners``; where the next shelf would begin."""
    sizes = [_extent(pieces, part, spots) for part, spots in zip(parts, drawings, strict=True)]
    end = below
    for part, spots, size, (along, across) in zip(
        parts, drawings, sizes, shelved(sizes, gaps.parts, length), strict=True
    ):
        for number, spot in zip(part, spots, strict=True):
            corners[number] = (_snapped(along) + spot.along, _snapped(below + across) + spot.across)
        end = max(end, below + across + size[1] + gaps.parts)
    return end


def _extent(pieces: Sequence[Piece], part: Sequence[int], spots: Sequence[Spot]) -> tuple[float, float]:
    pairs = list(zip(part, spots, strict=True))
    return (
        max(spot.along + pieces[number].long for number, spot in pairs),
        max(spot.across + pieces[number].wide for number, spot in pairs),
    )


def _wires(level: _Level, bunches: Sequence[Bunch], *, down: bool) -> list[Wire]:
    """Links between different bunches, each with where it leaves and enters across the flow."""
    where = {key: (number, place) for number, bunch in enumerate(bunches) for key, place in bunch.places.items()}
    found = []
    for end in level.ends:
        if end.source not in where or end.target not in where:
            continue
        (source, out_of), (target, into) = where[end.source], where[end.target]
        if source == target:
            continue
        if down:
            leave, enter = (end.leave, end.enter) if level.downwards else (WIDTH / 2, WIDTH / 2)
            found.append(Wire(source, target, out_of[0] + leave, into[0] + enter))
        else:
            found.append(Wire(source, target, out_of[1] + end.leave, into[1] + end.enter))
    return found


def _moved(box: Box, x: float, y: float) -> Box:
    return Box(x, y, x + box.right - box.left, y + box.bottom - box.top)


def _snapped(value: float) -> float:
    return floor(value / GRID + 0.5) * GRID


def _bounded(value: float) -> float:
    return min(max(value, -LIMIT), LIMIT)
