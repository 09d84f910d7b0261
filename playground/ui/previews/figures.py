"""Draws what one layer gives into a room of any size, at its left: for a card, and for the card that enlarges it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from playground.protocol import LayerSeen
from playground.ui.canvas.look import draw_text, elided, look, mixed, width
from playground.ui.evaluate.words import number
from playground.ui.previews import tiles

GAP = 3.0  # between maps
_NEARLY = 0.25  # of a map that has no room: then all are made a little smaller
_NAME_HEIGHT, _LINE_HEIGHT = 11.0, 12.0
_LANES, _LANE_GAP, _FULL_LANE = 3, 3.0, 14.0
_WIDEST_BAR = 18.0
_LEGIBLE = 0.58  # pixels for a unit from which on names under bars can be read


@dataclass(frozen=True, slots=True)
class Ground:
    """``painter`` draws in units of which the picture has ``width`` × ``height``, each ``scale`` pixels wide.

    ``color`` is the layer's own, for lines and bars.
    """

    painter: QPainter
    width: float
    height: float
    scale: float
    color: QColor

    def sharp(self, place: QRectF) -> QRectF:
        """``place`` on whole pixels, at least one each way."""
        left, top = round(place.left() * self.scale), round(place.top() * self.scale)
        right, bottom = round(place.right() * self.scale), round(place.bottom() * self.scale)
        wide, high = max(1, right - left), max(1, bottom - top)
        return QRectF(left / self.scale, top / self.scale, wide / self.scale, high / self.scale)

    def tile(self, place: QRectF, image: QImage, *, smooth: bool = False) -> None:
        """Sharp pixels where it is enlarged, unless ``smooth``; means where it is made smaller."""
        smaller = place.width() * self.scale < image.width()
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth or smaller)
        self.painter.drawImage(self.sharp(place), image)


def draw(ground: Ground, seen: LayerSeen) -> None:
    """One layer as a strip: as much of it as there is room for."""
    _FORMS[tiles.form_of(seen)](ground, seen)


def fitted(high: int, wide: int, room_width: float, room_height: float) -> tuple[float, float]:
    """Width and height of something of ``high`` × ``wide`` pixels, as large as fits in its own proportions.

    What is much longer than broad is made broader, so that it can be seen.
    """
    proportion = min(max(wide / high, 0.2), 6.0)
    tall = min(room_height, room_width / proportion)
    return tall * proportion, tall


def _image(ground: Ground, seen: LayerSeen) -> None:
    high, wide = seen.values.shape[:2]
    across, down = fitted(high, wide, ground.width, ground.height)
    ground.tile(QRectF(0, 0, across, down), tiles.image_of(seen))


def _planes(ground: Ground, seen: LayerSeen) -> None:
    """Squares side by side; as many as fit."""
    count, side = tiles.plane_count(seen), min(ground.width, ground.height)
    room = min(max(1, int((ground.width + GAP) / (side + GAP) + _NEARLY)), count)
    side = min(side, (ground.width - (room - 1) * GAP) / room)
    for index, image in enumerate(tiles.planes_of(seen, 0, room)):
        ground.tile(QRectF(index * (side + GAP), (ground.height - side) / 2, side, side), image, smooth=True)


def _maps(ground: Ground, seen: LayerSeen) -> None:
    count, high, wide = seen.values.shape
    across, down = fitted(high, wide, ground.width, ground.height)
    room = max(1, int((ground.width + GAP) / (across + GAP) + _NEARLY))
    if count >= room:  # a little smaller, so that they end where the room does
        across, down = fitted(high, wide, (ground.width - (room - 1) * GAP) / room, ground.height)
    for index, image in enumerate(tiles.maps_of(seen, 0, min(room, count))):
        ground.tile(QRectF(index * (across + GAP), (ground.height - down) / 2, across, down), image)


def _sheet(ground: Ground, seen: LayerSeen) -> None:
    values = tiles.numbers_of(seen)
    cells = tiles.cells_for(len(values), ground.width, ground.height)
    image = tiles.sheet_of(values, cells, seen.low, seen.high)
    wide, high = cells.columns * cells.side, cells.rows * cells.side
    ground.tile(QRectF(0, (ground.height - high) / 2, wide, high), image)


def _number(ground: Ground, seen: LayerSeen) -> None:
    at, value = look(), float(tiles.numbers_of(seen)[0])
    ground.painter.setPen(at.text if np.isfinite(value) else at.bad)
    text = number(value)
    draw_text(ground.painter, "name", 0, ground.height / 2 + 5, text)
    if seen.names:
        ground.painter.setPen(at.muted)
        left = width("name", text) + 8
        draw_text(ground.painter, "caption", left, ground.height / 2 + 5, elided("caption", seen.names[0], 90.0))


def bar_range(seen: LayerSeen) -> tuple[float, float]:
    """The ends of a scale for bars: that of probabilities for classes, else with zero in it."""
    values = tiles.numbers_of(seen)
    sound = values[np.isfinite(values)]
    low, high = (float(sound.min()), float(sound.max())) if len(sound) else (0.0, 0.0)
    if seen.names and low >= 0 and high <= 1.0001:
        return 0.0, 1.0
    low, high = min(low, 0.0), max(high, 0.0)
    return (low, high) if high > low else (0.0, 1.0)


def _bars(ground: Ground, seen: LayerSeen) -> None:
    values, best, at = tiles.numbers_of(seen), tiles.likeliest(seen), look()
    step = min(ground.width / len(values), _WIDEST_BAR if not seen.names else ground.width)
    thick = min(max(step * 0.62, 1.5), _WIDEST_BAR)
    named = bool(seen.names) and ground.scale >= _LEGIBLE
    room = ground.height - (_NAME_HEIGHT if named else 0.0)
    low, high = bar_range(seen)
    zero = room * high / (high - low)
    for index, value in enumerate(values):
        left = step * index + (step - thick) / 2
        sound = bool(np.isfinite(value))
        end = room * (high - float(value)) / (high - low) if sound else 0.0
        color = at.bad if not sound else at.accent if index == best else ground.color
        if best is not None and index != best and sound:
            color = mixed(at.muted, at.card, 0.7)
        top, bottom = sorted((end, zero))
        least = max(bottom - top, 1.0)  # that there is a bar at all is seen of zero, too
        place = QRectF(left, min(top, room - least), thick, least)
        ground.painter.fillRect(ground.sharp(place), color)
    if named:
        _bar_names(ground, seen, step, best)


def _bar_names(ground: Ground, seen: LayerSeen, step: float, best: int | None) -> None:
    """Under each bar where all fit, else under the likeliest alone."""
    at, painter, names = look(), ground.painter, seen.names[: seen.values.size]
    all_fit = max(width("port", name) for name in names) <= step - 2
    for index, name in enumerate(names):
        if not all_fit and index != best:
            continue
        text = elided("port", name, ground.width)
        across = width("port", text)
        left = min(max(step * (index + 0.5) - across / 2, 0.0), ground.width - across)
        painter.setPen(at.accent if index == best else at.muted)
        draw_text(painter, "port", left, ground.height - 1.0, text)


def _lines(ground: Ground, seen: LayerSeen) -> None:
    lanes = min(seen.values.shape[1], max(1, round(ground.height / _FULL_LANE)), _LANES)
    high = (ground.height - (lanes - 1) * _LANE_GAP) / lanes
    for lane in range(lanes):
        room = QRectF(0, lane * (high + _LANE_GAP), ground.width, high)
        sparkline(ground, room, seen.values[:, lane], seen.low, seen.high)


def sparkline(ground: Ground, room: QRectF, values: np.ndarray, low: float, high: float) -> None:
    """One number over time, on the scale from ``low`` to ``high``; gaps where it is none."""
    painter, at, span = ground.painter, look(), (high - low) or 1.0
    if low < 0 < high:
        painter.setPen(QPen(at.line, 1 / ground.scale))
        y = room.bottom() - 1 - (room.height() - 2) * (0 - low) / span
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
    painter.setPen(QPen(ground.color, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    x = room.left() + np.linspace(0.7, room.width() - 0.7, len(values))
    y = room.bottom() - 1 - (room.height() - 2) * (np.nan_to_num(values, posinf=high, neginf=low) - low) / span
    sound = np.isfinite(values)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], sound, [False]])))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        painter.drawPolyline(QPolygonF([QPointF(x[n], y[n]) for n in range(start, end)]))


def _text(ground: Ground, seen: LayerSeen) -> None:
    words(ground, seen, "caption", _LINE_HEIGHT)


def words(ground: Ground, seen: LayerSeen, role: str, line: float) -> None:
    """As many as there is room for, in lines; three dots where there are more."""
    rows = lines_of(seen.names, ground.width, role)
    most = max(1, int(ground.height // line))
    ground.painter.setPen(look().text)
    for index, row in enumerate(rows[:most]):
        more = index == most - 1 and len(rows) > most
        text = elided(role, f"{row} …" if more else row, ground.width)
        draw_text(ground.painter, role, 0, line * index + line * 0.8, text)


def lines_of(names: tuple[str, ...], room: float, role: str) -> list[str]:
    """Words broken into lines no wider than ``room``, but for a word that is."""
    rows: list[str] = []
    for word in names:
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and width(role, longer) <= room:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


_FORMS: dict[str, Callable[[Ground, LayerSeen], None]] = {
    "image": _image, "maps": _maps, "planes": _planes, "lines": _lines, "text": _text, "number": _number,
    "bars": _bars, "sheet": _sheet,
}  # fmt: skip
