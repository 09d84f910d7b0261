"""What one layer gives, enlarged: all that was sent of it, with numbers and names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

import numpy as np
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from playground.core.language import tr
from playground.protocol import LayerSeen
from playground.ui.canvas.look import draw_text, elided, look, mixed, width
from playground.ui.evaluate.words import number, percent
from playground.ui.previews import planes, tiles
from playground.ui.previews.figures import GAP, Ground, bar_range, fitted, lines_of, sparkline, words
from playground.ui.previews.shares import share
from playground.ui.previews.viridis import colors

WIDTH = 288.0
_SCALE = 22.0  # the colours with their ends, under maps and sheets
_COLUMNS, _LARGEST_TILE, _ROW, _MOST_ROWS = 4, 224.0, 18.0, 12
_LANE, _LOW_LANE, _MOST_LANES, _LINE, _MOST_LINES = 26.0, 15.0, 16, 15.0, 12
_FEW_LANES = 8
_SHEET_HEIGHT = 176.0


@dataclass(frozen=True, slots=True)
class _Form:
    size: Callable[[LayerSeen], QSizeF]
    draw: Callable[[Ground, LayerSeen], None]


def size_of(seen: LayerSeen) -> QSizeF:
    """Of the enlarged picture, in units."""
    return _FORMS[tiles.form_of(seen)].size(seen)


def draw_large(ground: Ground, seen: LayerSeen) -> None:
    """Into a ground of that size."""
    _FORMS[tiles.form_of(seen)].draw(ground, seen)


def told(seen: LayerSeen) -> str:
    """What is to be seen, in words: how much of it, and its range."""
    parts: list[str] = []
    form, shown = tiles.form_of(seen), seen.values.shape
    if seen.kind in ("maps", "attention"):
        parts.append(share(shown[0], seen.count, "head" if seen.kind == "attention" else "map"))
    elif form == "lines":
        parts.append(share(shown[1], seen.count, "feature"))
    elif form == "text":
        parts.append(share(len(seen.names), seen.count, "word"))
    elif form == "planes":
        parts.append(planes.told(seen))
    elif form in ("bars", "sheet"):
        parts.append(share(seen.values.size, seen.count, "class" if seen.names else "number"))
    if form != "text":
        low, high = ends(seen)
        parts.append(tr("from {low} to {high}", low=low, high=high))
    broken = int(np.count_nonzero(~np.isfinite(seen.values))) if form not in ("text", "image") else 0
    if broken:
        parts.append(tr("{count:,} not finite", count=broken))
    best = None if form == "planes" else tiles.likeliest(seen)
    if best is not None:
        parts.append(tr("likeliest {name}", name=seen.names[best]))
    return " · ".join(parts)


def ends(seen: LayerSeen) -> tuple[str, str]:
    """The least and the greatest number; of one that is next to nothing beside the other only that."""
    span = seen.high - seen.low
    return tuple("≈ 0" if 0 < abs(end) < 1e-4 * span else number(end) for end in (seen.low, seen.high))  # type: ignore[return-value]


# --- images and maps -------------------------------------------------------------------------------------------------


def _image_size(seen: LayerSeen) -> QSizeF:
    high, wide = seen.values.shape[:2]
    return QSizeF(*fitted(high, wide, WIDTH, _LARGEST_TILE))


def _image(ground: Ground, seen: LayerSeen) -> None:
    ground.tile(QRectF(0, 0, ground.width, ground.height), tiles.image_of(seen))


def _grid(seen: LayerSeen) -> tuple[int, int, float, float]:
    """Columns, rows, and the size of each map."""
    count, high, wide = seen.values.shape
    columns = min(count, _COLUMNS)
    rows = ceil(count / columns)
    across, down = fitted(high, wide, min((WIDTH - (columns - 1) * GAP) / columns, _LARGEST_TILE), _LARGEST_TILE)
    return columns, rows, across, down


def _maps_size(seen: LayerSeen) -> QSizeF:
    columns, rows, across, down = _grid(seen)
    return QSizeF(max(columns * (across + GAP) - GAP, 160.0), rows * (down + GAP) - GAP + _SCALE)


def _maps(ground: Ground, seen: LayerSeen) -> None:
    columns, _, across, down = _grid(seen)
    for index, image in enumerate(tiles.maps_of(seen)):
        row, column = divmod(index, columns)
        ground.tile(QRectF(column * (across + GAP), row * (down + GAP), across, down), image)
    _scale(ground, seen)


def _scale(ground: Ground, seen: LayerSeen) -> None:
    """The colours from the least to the greatest number."""
    at, painter, top = look(), ground.painter, ground.height - 12
    low, high = ends(seen)
    left, right = width("caption", low) + 8, ground.width - width("caption", high) - 8
    table = colors()
    ramp = QImage(table.tobytes(), len(table), 1, 3 * len(table), QImage.Format.Format_RGB888).copy()
    painter.drawImage(QRectF(left, top, max(8.0, right - left), 8), ramp)
    painter.setPen(at.muted)
    draw_text(painter, "caption", 0, top + 8, low)
    draw_text(painter, "caption", right + 8, top + 8, high)


# --- numbers ---------------------------------------------------------------------------------------------------------


def _cells(seen: LayerSeen) -> tiles.Cells:
    return tiles.cells_for(seen.values.size, WIDTH, _SHEET_HEIGHT, tiles.LARGEST_CELL_ENLARGED)


def _sheet_size(seen: LayerSeen) -> QSizeF:
    cells = _cells(seen)
    return QSizeF(max(cells.columns * cells.side, 160.0), cells.rows * cells.side + _SCALE)


def _sheet(ground: Ground, seen: LayerSeen) -> None:
    cells = _cells(seen)
    image = tiles.sheet_of(tiles.numbers_of(seen), cells, seen.low, seen.high)
    ground.tile(QRectF(0, 0, cells.columns * cells.side, cells.rows * cells.side), image)
    _scale(ground, seen)


def _rows(seen: LayerSeen) -> list[int]:
    """Which numbers have a row: all in their order, or the largest first."""
    values = tiles.numbers_of(seen)
    if len(values) <= _MOST_ROWS:
        return list(range(len(values)))
    return [int(place) for place in np.argsort(-np.nan_to_num(values, nan=-np.inf), kind="stable")[:_MOST_ROWS]]


def _bars_size(seen: LayerSeen) -> QSizeF:
    return QSizeF(240.0, _ROW * len(_rows(seen)))


def _bars(ground: Ground, seen: LayerSeen) -> None:
    at, painter, best = look(), ground.painter, tiles.likeliest(seen)
    values, low_high = tiles.numbers_of(seen), bar_range(seen)
    low, high = low_high
    chances = bool(seen.names) and low_high == (0.0, 1.0)
    names = [seen.names[n] if n < len(seen.names) else f"{n + 1}" for n in range(len(values))]
    rows = _rows(seen)
    named = min(96.0, max(width("caption", names[n]) for n in rows)) + 8
    room = ground.width - named - 62
    for row, index in enumerate(rows):
        y, value = row * _ROW, float(values[index])
        painter.setPen(at.text if index == best else at.muted)
        name = elided("caption", names[index], named - 8)
        draw_text(painter, "caption", named - 8 - width("caption", name), y + 13, name)
        text = percent(value) if chances else number(value)
        draw_text(painter, "caption", ground.width - width("caption", text), y + 13, text)
        painter.fillRect(ground.sharp(QRectF(named, y + 5, room, 8)), at.line)
        if np.isfinite(value):
            zero, end = (room * (part - low) / (high - low) for part in (0.0, value))
            left, right = sorted((zero, min(max(end, 0.0), room)))
            color = at.accent if index == best else mixed(at.muted, at.raised, 0.8) if seen.names else ground.color
            painter.fillRect(ground.sharp(QRectF(named + left, y + 5, max(right - left, 1.0), 8)), color)


def _number_size(_seen: LayerSeen) -> QSizeF:
    return QSizeF(160.0, 34.0)


def _number(ground: Ground, seen: LayerSeen) -> None:
    ground.painter.setPen(look().text)
    draw_text(ground.painter, "far", 0, 26, number(float(tiles.numbers_of(seen)[0])))


# --- sequences and texts ---------------------------------------------------------------------------------------------


def _lanes(seen: LayerSeen) -> int:
    return min(int(seen.values.shape[1]), _MOST_LANES)


def _lines_size(seen: LayerSeen) -> QSizeF:
    lanes = _lanes(seen)
    return QSizeF(WIDTH, lanes * (_LANE if lanes <= _FEW_LANES else _LOW_LANE) if lanes > 1 else 4 * _LANE)


def _lines(ground: Ground, seen: LayerSeen) -> None:
    lanes = _lanes(seen)
    high = ground.height / lanes
    named = width("port", f"{lanes}") + 8 if lanes > 1 else 0.0
    for lane in range(lanes):
        room = QRectF(named, lane * high + 2, ground.width - named, high - 4)
        if lanes > 1:
            ground.painter.setPen(look().muted)
            draw_text(ground.painter, "port", 0, room.center().y() + 3.5, f"{lane + 1}")
        sparkline(ground, room, seen.values[:, lane], seen.low, seen.high)


def _text_size(seen: LayerSeen) -> QSizeF:
    return QSizeF(WIDTH, _LINE * min(max(len(lines_of(seen.names, WIDTH, "caption")), 1), _MOST_LINES))


def _text(ground: Ground, seen: LayerSeen) -> None:
    words(ground, seen, "caption", _LINE)


_FORMS = {
    "image": _Form(_image_size, _image), "maps": _Form(_maps_size, _maps), "sheet": _Form(_sheet_size, _sheet),
    "bars": _Form(_bars_size, _bars), "number": _Form(_number_size, _number), "lines": _Form(_lines_size, _lines),
    "text": _Form(_text_size, _text), "planes": _Form(planes.size, planes.draw),
}  # fmt: skip


def rendered_large(seen: LayerSeen, ratio: float, color: QColor) -> QImage:
    """The enlarged picture with ``ratio`` pixels for each unit."""
    size = size_of(seen)
    image = QImage(ceil(size.width() * ratio), ceil(size.height() * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    draw_large(Ground(painter, size.width(), size.height(), ratio, color), seen)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
