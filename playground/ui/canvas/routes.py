"""A link's way as something to paint: its path with round corners, and where its label goes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from playground.ui.canvas.geometry import CARD_HEIGHT
from playground.ui.canvas.routing.curve import LEAST, bow, forced
from playground.ui.canvas.routing.way import Point, Way

BEND = 18.0  # radius of a corner, where there is room for it
_ROUND = 0.5523  # of the radius: the arms of a curve that is a quarter of a circle
_LEVEL = 16.0  # what a curve may fall and its label still stand above it
_ABOVE = 24.0  # so much room above and below a label of a link that runs downwards
_BACK = -80.0  # from here on a link that is pulled backwards runs in a loop


@dataclass(frozen=True, slots=True)
class Route:
    """A link's curve, and where its label goes: ``room`` is the free length there, ``level`` when the curve is flat
    between two cards, so that the label stands above it and not on it.
    """

    path: QPainterPath
    middle: QPointF
    room: float
    level: bool


def route_of(way: Way, *, down: bool = False) -> Route:
    """``down``: data run downwards here, so that the way leaves and arrives upright."""
    if way.curved:
        return _curved(way.points, down=down)
    points = [QPointF(x, y) for x, y in way.points]
    first, last = _longest(points)
    room = abs(last.x() - first.x())
    return Route(rounded(points), (first + last) / 2, room, level=False)


def pulled(start: QPointF, end: QPointF, *, snapped: bool, down: bool = False) -> QPainterPath:
    """The curve to where the pointer is, past nothing. Near its port it is still on its way: no loop there."""
    first, last = ((at.y(), at.x()) if down else (at.x(), at.y()) for at in (start, end))
    along = last[0] - first[0]
    way = forced(first, last) if snapped or along >= LEAST or along < _BACK else bow(first, last)
    return route_of(way.turned() if down else way, down=down).path


def add_far(path: QPainterPath, way: Way) -> None:
    """Add a way as it is seen from far away, where corners are too small to be round."""
    first, *rest = (QPointF(x, y) for x, y in way.points)
    path.moveTo(first)
    if way.curved:
        path.cubicTo(*rest)
    else:
        for point in rest:
            path.lineTo(point)


def rounded(points: list[QPointF]) -> QPainterPath:
    """Through the corners ``points`` of level and upright pieces, each rounded as far as the pieces beside it allow."""
    path = QPainterPath(points[0])
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        into, out = here - before, after - here
        long, next_long = into.manhattanLength(), out.manhattanLength()
        if not long or not next_long:
            continue
        radius = min(BEND, long / 2, next_long / 2)
        begin, end = here - into * (radius / long), here + out * (radius / next_long)
        path.lineTo(begin)
        path.cubicTo(begin + (here - begin) * _ROUND, end + (here - end) * _ROUND, end)
    path.lineTo(points[-1])
    return path


def _curved(points: tuple[Point, ...], *, down: bool) -> Route:
    start, first, second, end = (QPointF(x, y) for x, y in points)
    path = QPainterPath(start)
    path.cubicTo(first, second, end)
    far, aside = abs(end.x() - start.x()), abs(end.y() - start.y())
    if down:
        return Route(path, (start + end) / 2, 2 * CARD_HEIGHT if aside >= 2 * _ABOVE else 0.0, level=False)
    # Beside the label stand the two cards, unless one is so much lower that it lies between them.
    room = far if aside < CARD_HEIGHT + 60 else far + aside / 2
    return Route(path, (start + end) / 2, room, aside < _LEVEL)


def _longest(points: list[QPointF]) -> tuple[QPointF, QPointF]:
    """The longest level piece; in doubt the first."""
    return max(pairwise(points), key=lambda piece: abs(piece[1].x() - piece[0].x()))
