"""Paints what a run has found as one small square: images, a plane with its points, forecasts, weights."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from playground.protocol import Predictions
from playground.protocol.views import Forecasts, Pictures, Plane, Scatter, View
from playground.ui.data.figures import class_color, value_color
from playground.ui.plots.image_grid import to_image
from playground.ui.plots.views.shades import class_map, scale_colors, value_map
from playground.ui.previews.viridis import colored
from playground.ui.theme import theme

SIDE, SCALE = 92, 2  # pixels on the screen, and how many of the picture are one of these
_GAP = 2.0
_RADIUS = 6.0
_SERIES = 3


@dataclass
class Found:
    """What a run has shown last. ``weights``: those of its first layer; ``maps``: what one makes of an image."""

    views: dict[str, View] = field(default_factory=dict)
    predictions: Predictions | None = None
    weights: np.ndarray = field(default_factory=lambda: np.zeros((0, 0)))
    maps: np.ndarray = field(default_factory=lambda: np.zeros((0, 1, 1)))


def paint_motif(found: Found, shows: str) -> QImage | None:
    """The square in the current theme; None where nothing of the kind was found."""
    image = QImage(SIDE * SCALE, SIDE * SCALE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(SCALE, SCALE)
    edge = QPainterPath()
    edge.addRoundedRect(QRectF(0, 0, SIDE, SIDE), _RADIUS, _RADIUS)
    painter.setClipPath(edge)
    done = _paint(painter, found, shows)
    painter.end()
    return image if done else None


def _paint(painter: QPainter, found: Found, shows: str) -> bool:
    if shows == "weights":
        return _tiles(painter, _weight_images(found.weights), 4)
    if shows == "maps":
        return _tiles(painter, _map_images(found.maps), 3)
    if shows == "predictions":
        return found.predictions is not None and _predictions(painter, found.predictions)
    painters = {Plane: _plane, Pictures: _pictures, Forecasts: _forecasts, Scatter: _scatter}
    views = [found.views[shows]] if shows in found.views else list(found.views.values())
    for kind, paint in painters.items():
        for view in views:
            if isinstance(view, kind):
                paint(painter, view)  # type: ignore[operator]
                return True
    return False


def _weight_images(weights: np.ndarray) -> list[QImage]:
    """The weights that lead to each unit, or each kernel: blue below zero, orange above."""
    if weights.ndim == 2:
        side = round(weights.shape[1] ** 0.5)
        if side * side != weights.shape[1]:
            return []
        maps = weights.reshape(-1, side, side)
    else:
        maps = weights[:, 0]
    # those that say most
    maps = maps[np.argsort(-maps.reshape(len(maps), -1).std(1))][:16]
    table = np.rint(scale_colors()).astype(np.uint8)
    shown = []
    for each in maps:
        reach = np.quantile(np.abs(each), 0.995) or 1.0
        steps = np.clip((each / reach + 1) * 127.5, 0, 255).astype(np.int64)
        shown.append(to_image(np.ascontiguousarray(table[steps])))
    return shown


def _map_images(maps: np.ndarray) -> list[QImage]:
    """The maps that say most, from each one's least number (violet) to its greatest (yellow), as on the cards."""
    chosen = maps[np.argsort(-maps.reshape(len(maps), -1).std(1))][:9]
    shown = []
    for each in chosen:
        shown.append(to_image(np.ascontiguousarray(colored(each, float(each.min()), float(each.max())))))
    return shown


def _tiles(painter: QPainter, images: list[QImage], columns: int) -> bool:
    side = (SIDE - _GAP * (columns - 1)) / columns
    for number, image in enumerate(images[: columns * columns]):
        row, column = divmod(number, columns)
        room = QRectF(column * (side + _GAP), row * (side + _GAP), side, side)
        pixels = round(side * SCALE)
        mode = Qt.TransformationMode.SmoothTransformation
        if image.width() < 12:  # a kernel: its cells shall be seen
            mode = Qt.TransformationMode.FastTransformation
        painter.drawImage(room, image.scaled(pixels, pixels, Qt.AspectRatioMode.IgnoreAspectRatio, mode))
    return bool(images)


def _predictions(painter: QPainter, seen: Predictions) -> bool:
    """Test images; what the network takes for another is framed."""
    order = np.argsort(seen.truth == seen.predicted, kind="stable")[:2].tolist()  # a mistake or two, where there are
    rest = [place for place in range(len(seen.images)) if place not in order]
    chosen = [*rest[:5], *order[:1], *rest[5:7], *order[1:2], *rest[7:]][:9]
    _tiles(painter, [to_image(np.ascontiguousarray(seen.images[place])) for place in chosen], 3)
    side = (SIDE - _GAP * 2) / 3
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().color("bad"), 2))
    for number, place in enumerate(chosen):
        if seen.truth[place] != seen.predicted[place]:
            row, column = divmod(number, 3)
            painter.drawRect(QRectF(column * (side + _GAP), row * (side + _GAP), side, side).adjusted(1, 1, -1, -1))
    return True


def _pictures(painter: QPainter, view: Pictures) -> None:
    """Images, or pairs: what was shown above, what the network makes of it below."""
    before = view.given if view.given is not None else view.originals
    if before is None:
        columns = 4
        if view.columns and len(view.images) == view.columns**2:  # a plane of codes: evenly out of all of it
            places = np.rint(np.linspace(0, view.columns - 1, columns)).astype(int)
            numbers = [row * view.columns + column for row in places for column in places]
        else:
            numbers = list(range(min(len(view.images), columns * columns)))
        _tiles(painter, [to_image(np.ascontiguousarray(view.images[number])) for number in numbers], columns)
        return
    images: list[QImage] = []
    for first in (0, 4):
        images += [to_image(np.ascontiguousarray(part)) for part in before[first : first + 4]]
        images += [to_image(np.ascontiguousarray(part)) for part in view.images[first : first + 4]]
    _tiles(painter, images, 4)


def _plane(painter: QPainter, view: Plane) -> None:
    painter.fillRect(QRectF(0, 0, SIDE, SIDE), theme().color("canvas"))
    if view.values is not None:
        if view.classes:
            image = class_map(view.values, view.certainty, len(view.classes))
        else:
            low, high = view.scale or (float(np.nanmin(view.values)), float(np.nanmax(view.values)))
            image = value_map(view.values, low, high, strength=0.45)
        painter.drawImage(QRectF(0, 0, SIDE, SIDE), image)
    across, up = SIDE / (view.right - view.left), SIDE / (view.top - view.bottom)
    for points, colors in (
        (view.points, [class_color(int(label)) for label in view.labels] if view.classes else None),
        (view.fakes, None),
    ):
        if points is None:
            continue
        plain = theme().color("val" if points is view.points else "train")
        for number, (x, y) in enumerate(points[:220]):
            color = plain if colors is None else colors[number]
            _dot(painter, QPointF((x - view.left) * across, SIDE - (y - view.bottom) * up), color)


def _dot(painter: QPainter, place: QPointF, color: QColor) -> None:
    painter.setPen(QPen(theme().color("surface"), 0.5))
    painter.setBrush(color)
    painter.drawEllipse(place, 1.7, 1.7)


def _forecasts(painter: QPainter, view: Forecasts) -> None:
    """What was given in grey, what came in the colour of the truth, and the forecast over it."""
    painter.fillRect(QRectF(0, 0, SIDE, SIDE), theme().color("canvas"))
    band = SIDE / _SERIES
    for number in range(min(_SERIES, len(view.given))):
        given, truth, said = view.given[number][-40:], view.truth[number], view.forecast[number]
        low = min(given.min(), truth.min(), said.min())
        high = max(given.max(), truth.max(), said.max())
        steps = len(given) + len(truth) - 1
        start = len(given) - 1

        def line(values: np.ndarray, first: int, *, top: float, low: float, high: float, steps: int) -> QPolygonF:
            return QPolygonF([
                QPointF(6 + (first + k) * (SIDE - 12) / steps, top + band - 5 - (v - low) / (high - low) * (band - 10))
                for k, v in enumerate(values.tolist())
            ])  # fmt: skip

        for values, first, color, wide in (
            (given, 0, "muted", 1.2), (np.append(given[-1:], truth), start, "val", 1.4),
            (np.append(given[-1:], said), start, "train", 1.6),
        ):  # fmt: skip
            painter.setPen(QPen(theme().color(color), wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            points = line(values, first, top=number * band, low=low, high=high, steps=steps)
            painter.drawPolyline(points)
            if color != "muted":
                painter.setBrush(theme().color(color))
                painter.drawEllipse(points.last(), 2.2, 2.2)


def _scatter(painter: QPainter, view: Scatter) -> None:
    painter.fillRect(QRectF(0, 0, SIDE, SIDE), theme().color("canvas"))
    low, high = view.points.min(0), view.points.max(0)
    if view.diagonal:
        low, high = np.full(2, low.min()), np.full(2, high.max())
        painter.setPen(QPen(theme().color("muted"), 1))
        painter.drawLine(QPointF(6, SIDE - 6), QPointF(SIDE - 6, 6))
    span = np.where(high > low, high - low, 1.0)
    for point, label in zip(view.points[:260], view.labels, strict=False):
        x, y = 6 + (point - low) / span * (SIDE - 12)
        color = class_color(int(label)) if label >= 0 else value_color(0.0, 0.0, 1.0)
        _dot(painter, QPointF(float(x), SIDE - float(y)), color)
