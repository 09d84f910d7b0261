"""Units over the plane of a network's two inputs, enlarged: all that were sent, with samples on them."""

from __future__ import annotations

from math import ceil, sqrt

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF

from playground.core.language import tr
from playground.protocol import LayerSeen, PlaneOfInputs
from playground.ui.canvas.look import draw_text, look, width
from playground.ui.data.figures import class_color
from playground.ui.evaluate.words import number
from playground.ui.plots.views.shades import scale_colors
from playground.ui.previews import tiles
from playground.ui.previews.figures import GAP, Ground
from playground.ui.previews.shares import share

WIDTH = 288.0
SCALE = 22.0  # the colours with their ends, under the tiles
_MOST_COLUMNS, _LARGEST, _MOST_POINTS = 6, 224.0, 150
_NAMED, _NAME = 60.0, 12.0  # pixels of a tile from which on it has a name, and what that takes
_AREA = 70.0  # of a tile for each of its points
_FINE = 64.0  # of a tile, from which on its points have an edge


def size(seen: LayerSeen) -> QSizeF:
    """Of all tiles together."""
    columns, rows, side = _grid(seen)
    name = _NAME if side >= _NAMED else 0.0
    return QSizeF(max(columns * (side + GAP) - GAP, 160.0), rows * (side + name + GAP) - GAP + SCALE)


def draw(ground: Ground, seen: LayerSeen) -> None:
    """Into a ground of that size."""
    columns, _, side = _grid(seen)
    name = _NAME if side >= _NAMED else 0.0
    for index, image in enumerate(tiles.planes_of(seen)):
        row, column = divmod(index, columns)
        place = QRectF(column * (side + GAP), row * (side + name + GAP), side, side)
        ground.tile(place, image, smooth=True)
        if seen.plane is not None:
            _points(ground, ground.sharp(place), seen.plane)
        if name:
            ground.painter.setPen(look().muted)
            draw_text(ground.painter, "port", place.left(), place.bottom() + 9, _title(seen, index))
    _scale(ground, seen)


def told(seen: LayerSeen) -> str:
    """How much is shown of it, and over what."""
    what = share(len(seen.values), seen.count, "class" if seen.names else "unit")
    if seen.plane is None:
        return what
    across, up = seen.plane.axes
    return tr("{what} over {across} and {up}", what=what, across=across, up=up)


def _title(seen: LayerSeen, index: int) -> str:
    if not seen.names:
        return f"{index + 1}"
    return tr("likeliest") if index == 0 else seen.names[index - 1]


def _grid(seen: LayerSeen) -> tuple[int, int, float]:
    """Columns, rows, and the side of each tile."""
    count = tiles.plane_count(seen)
    columns = min(ceil(sqrt(count)), _MOST_COLUMNS)
    return columns, ceil(count / columns), min((WIDTH - (columns - 1) * GAP) / columns, _LARGEST)


def _points(ground: Ground, place: QRectF, plane: PlaneOfInputs) -> None:
    """Samples: in the colours of their classes, or grey."""
    room = min(_MOST_POINTS, place.width() * place.height() / _AREA)
    step = max(1, ceil(len(plane.points) / max(room, 1.0)))
    left, right, bottom, top = plane.edges
    x = place.left() + (plane.points[::step, 0] - left) / (right - left) * place.width()
    y = place.bottom() - (plane.points[::step, 1] - bottom) / (top - bottom) * place.height()
    inside = (x >= place.left()) & (x <= place.right()) & (y >= place.top()) & (y <= place.bottom())
    labels, fine = plane.labels[::step], place.width() >= _FINE
    painter, radius = ground.painter, 1.7 if fine else 1.1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    everyone = (look().text, np.ones(len(labels), bool))
    groups = [(class_color(n), labels == n) for n in range(len(plane.classes))] or [everyone]
    for color, chosen in groups:
        if fine:  # an edge of the ground's colour: a point is seen on its own colour, too
            _dots(painter, x, y, chosen & inside, radius + 0.8, QPen(look().canvas))
        _dots(painter, x, y, chosen & inside, radius, QPen(color))


def _dots(painter: QPainter, x: np.ndarray, y: np.ndarray, chosen: np.ndarray, radius: float, pen: QPen) -> None:
    pen.setWidthF(2 * radius)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoints(QPolygonF([QPointF(a, b) for a, b in zip(x[chosen].tolist(), y[chosen].tolist(), strict=True)]))


def _scale(ground: Ground, seen: LayerSeen) -> None:
    """The colours with the numbers that they stand for; of classes they are told by their names."""
    if seen.names:
        return
    at, painter, top = look(), ground.painter, ground.height - 12
    reach = max(abs(seen.low), abs(seen.high))
    low, high = number(-reach), number(reach)
    left, right = width("caption", low) + 8, ground.width - width("caption", high) - 8
    table = np.ascontiguousarray(scale_colors().astype(np.uint8))
    ramp = QImage(table.tobytes(), len(table), 1, 3 * len(table), QImage.Format.Format_RGB888).copy()
    painter.drawImage(QRectF(left, top, max(8.0, right - left), 8), ramp)
    painter.setPen(at.muted)
    draw_text(painter, "caption", 0, top + 8, low)
    draw_text(painter, "caption", right + 8, top + 8, high)
