"""Keeps the ways of a network's links up to date, working out anew only what a change can have touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from playground.core.framing import Box
from playground.ui.canvas.routing.curve import curve, forced
from playground.ui.canvas.routing.forms import simple
from playground.ui.canvas.routing.obstacles import MARGIN, Obstacles, Places
from playground.ui.canvas.routing.search import searched
from playground.ui.canvas.routing.tracks import Line, lines_of, spread
from playground.ui.canvas.routing.way import AIR, Ends, LinkKey, Way, exchanged, hull, joined

AROUND = MARGIN + AIR
# Links to cards that stay, while cards are dragged: of so few each is searched a way, of so many a simple form; of more
# each would wait for the others, and they are plain until the cards are dropped.
FEW, MANY = 24, 48
LINK_CELL = 1024.0


def way_of(obstacles: Obstacles, ends: Ends, *, steps: int = 3) -> Way:
    """The way of one link: as plain as may be, behind cards only where there is no other, or with fewer ``steps``."""
    found = curve(obstacles, ends)
    if found is not None:
        return found
    found, reach = simple(obstacles, ends) if steps > 1 else (None, hull((ends.start, ends.end)))
    if found is None and steps > 2:
        found, reach = searched(obstacles, ends, reach)
    if found is not None:
        return found
    way = forced(ends.start, ends.end)
    return Way(way.points, way.curved, joined(reach, way.reach))


class Router:
    """``ways`` by link. They depend on where cards, ports and frames are, not on how these came there.

    While cards are dragged ``follow`` lets their own links follow them, and no others: a link must not flee from a
    card that is to be dropped on it. ``settle`` then lays what has to be laid anew. ``turned``: data run downwards.
    """

    def __init__(self) -> None:
        self.ways: dict[LinkKey, Way] = {}
        self._turned = False
        self._forget()

    def _forget(self) -> None:
        self._obstacles = Obstacles()
        self._settled: dict[str, Box] = {}
        self._ends: dict[LinkKey, Ends] = {}
        self._plain: dict[LinkKey, Way] = {}  # before those that would run on each other are laid side by side
        self._reaches: Places[LinkKey] = Places(LINK_CELL)
        self._loose: set[LinkKey] = set()  # as they were dragged
        self._lines: list[Line] = []

    def settle(
        self, cards: Mapping[str, Box], links: Mapping[LinkKey, Ends], *, frames: Iterable[Box] = (),
        turned: bool = False,
    ) -> set[LinkKey]:  # fmt: skip
        """Take over where everything is. The links whose ways are others than before. Links may pass through the open
        ``frames``, but do not run along their edges where there is room beside these.
        """
        if turned != self._turned:
            self._turned = turned
            self._forget()
        cards, links = (_turned_cards(cards), _turned_links(links)) if turned else (cards, links)
        lines = [line.turned() if turned else line for frame in frames for line in lines_of(frame)]
        framed, self._lines = lines != self._lines, lines
        stale = self._stale(cards, links)
        gone = [key for key in self._ends if key not in links]
        for key in gone:
            del self._ends[key], self._plain[key]
            self.ways.pop(key, None)
            self._reaches.drop(key)
        for key in stale:
            ends = links[key]
            way = way_of(self._obstacles, ends)
            self._ends[key], self._plain[key] = ends, way
            self._reaches.put(key, way.reach)
        self._loose.clear()
        if not stale and not gone and not framed:
            return set()
        return self._lay_side_by_side(stale)

    def follow(self, cards: Mapping[str, Box], links: Mapping[LinkKey, Ends]) -> set[LinkKey]:
        """Let ``links`` follow the ``cards`` that are being dragged. Those whose ways are others than before."""
        cards, links = (_turned_cards(cards), _turned_links(links)) if self._turned else (cards, links)
        for card, box in cards.items():
            self._obstacles.put(card, box)
        changed = {key for key, ends in links.items() if self._ends.get(key) != ends}
        outward = sum(not (links[key].source in cards and links[key].target in cards) for key in changed)
        steps = 3 if outward <= FEW else 2 if outward <= MANY else 1
        for key in changed:
            known, ends = self._ends.get(key), links[key]
            self._loose.add(key)
            self._ends[key] = ends
            step = _same_step(known, ends) if known is not None else None
            if step is not None and ends.source in cards and ends.target in cards:
                way = self._plain[key] = self._plain[key].moved(*step)
                self.ways[key] = self.ways[key].moved(*(step[::-1] if self._turned else step))
            else:
                way = self._plain[key] = way_of(self._obstacles, ends, steps=steps)
                self.ways[key] = way.turned() if self._turned else way
        return changed

    def _stale(self, cards: Mapping[str, Box], links: Mapping[LinkKey, Ends]) -> list[LinkKey]:
        """Links that have to be laid anew, in order; the obstacles are brought up to date."""
        known = self._settled
        dirty: list[Box] = [box for key, box in known.items() if key not in cards]
        for key in [key for key in self._obstacles.boxes if key not in cards]:
            self._obstacles.drop(key)
        for key, box in cards.items():
            before = known.get(key)
            if before != box:
                dirty.append(box)
                if before is not None:
                    dirty.append(before)
            self._obstacles.put(key, box)
        self._settled = dict(cards)
        stale = {key for key, ends in links.items() if self._ends.get(key) != ends} | (self._loose & links.keys())
        if len(stale) < len(links):
            stale |= self._touched(dirty) & links.keys()
        return [key for key in links if key in stale]

    def _touched(self, dirty: Iterable[Box]) -> set[LinkKey]:
        found: set[LinkKey] = set()
        for box in dirty:
            around = box.grown(AROUND)
            found.update(self._reaches.meeting(around[0], around[1], around[2], around[3]))
        return found

    def _lay_side_by_side(self, stale: Iterable[LinkKey]) -> set[LinkKey]:
        corners, changed = spread(self._obstacles, self._plain, self._ends, self._lines), set()
        for key in {*stale, *corners}:
            way = self._plain[key]
            points = corners.get(key, way.points)
            way = way if points == way.points else Way(points, way.curved, way.reach)
            way = way.turned() if self._turned else way
            known = self.ways.get(key)
            if known is None or known.points != way.points:
                self.ways[key] = way
                changed.add(key)
        return changed


def _same_step(known: Ends, ends: Ends) -> tuple[float, float] | None:
    """How far both ends have moved, if it is equally far."""
    dx, dy = ends.start[0] - known.start[0], ends.start[1] - known.start[1]
    same = abs(ends.end[0] - known.end[0] - dx) < 1e-6 and abs(ends.end[1] - known.end[1] - dy) < 1e-6
    return (dx, dy) if same else None


def _turned_cards(cards: Mapping[str, Box]) -> dict[str, Box]:
    return {key: exchanged(box) for key, box in cards.items()}


def _turned_links(links: Mapping[LinkKey, Ends]) -> dict[LinkKey, Ends]:
    return {
        key: Ends(ends.start[::-1], ends.end[::-1], ends.source, ends.target, ends.bundle, ends.sheaf)
        for key, ends in links.items()
    }
