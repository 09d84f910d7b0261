"""A column for each layer: what it makes of A, of B, their difference, and how far it has them apart."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import mark, tr
from playground.protocol import CompareSeen, LayerCompared, LayerSeen
from playground.ui.evaluate.words import number
from playground.ui.plots.views.painted import Painted
from playground.ui.previews import tiles
from playground.ui.previews.figures import GAP, Ground, draw, fitted
from playground.ui.theme import CAPTION, theme
from playground.ui.views.microscope.colors import shaded

_HEAD, _FOOT, _BETWEEN = 17.0, 30.0, 6.0
_LEAST, _WIDEST, _GUTTER = 104.0, 200.0, 12.0
_NAMES = 118
LEAST_HIGH = 116  # of all rows
_NEARLY = 0.25  # of a map that has no room: then all are made a little smaller
# Where two part, measured by how alike the inputs are, and by a fixed limit where those are very alike.
_ALIKE_AS_INPUTS = mark(
    "They do not part: no layer has them less alike than the inputs are ({limit}), by cosine similarity."
)
_ALIKE = mark("They do not part: no layer has them less alike than {limit}, by cosine similarity.")
_PART_AS_INPUTS = mark(
    "They part at {layer}: its cosine similarity is {cosine}, the first one below that of the inputs, {limit}."
)
_PART = mark("They part at {layer}: its cosine similarity is {cosine}, the first one below {limit}.")


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the rows of all columns are, from the height of the sheet."""

    height: float

    @property
    def tile(self) -> float:
        return max(16.0, (self.height - _HEAD - _FOOT - 3 * _BETWEEN) / 3)

    def top(self, row: int) -> float:
        """Of A, B and A − B; row 3 is the bar under them."""
        return _HEAD + row * (self.tile + _BETWEEN)


class Columns(Painted):
    """``chosen`` tells the path of a column that was clicked. Colours of layers by path in ``colors``."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Two samples, layer by layer"), parent=parent)
        self._seen: CompareSeen | None = None
        self._colors: dict[str, QColor] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(LEAST_HIGH)

    def show_seen(self, seen: CompareSeen | None, colors: dict[str, QColor]) -> None:
        self._seen, self._colors = seen, colors
        self.setMinimumWidth(int(len(seen.layers) * (_LEAST + _GUTTER)) if seen is not None else 0)
        self.setAccessibleDescription(told(seen) if seen is not None else "")
        self.redraw()

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), 200)

    def column(self, index: int) -> QRectF:
        """Without the gutter beside it."""
        count = len(self._seen.layers) if self._seen is not None else 1
        step = min(max(self.width() / max(count, 1), _LEAST + _GUTTER), _WIDEST + _GUTTER)
        return QRectF(index * step, 0, step - _GUTTER, self.height())

    def path_at(self, place: QPointF) -> str:
        """Of the layer under a point, "" beside all."""
        paths = list(self._seen.layers) if self._seen is not None else []
        return next((path for index, path in enumerate(paths) if self.column(index).contains(place)), "")

    def tip(self, place: QPointF) -> str:
        path = self.path_at(place)
        return layer_told(self._seen.layers[path]) if self._seen is not None and path else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        path = self.path_at(event.position())
        if path and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(path)

    # --- painting ---

    def draw(self, painter: QPainter) -> None:
        seen = self._seen
        if seen is None:
            return
        known = [layer.relative for layer in seen.layers.values() if layer.relative is not None]
        most = max([1.0, *(value for value in known if math.isfinite(value))])
        for index, (path, layer) in enumerate(seen.layers.items()):
            self._column(painter, self.column(index), path, layer, most)

    def _column(self, painter: QPainter, room: QRectF, path: str, layer: LayerCompared, most: float) -> None:
        assert self._seen is not None
        parted, color = path == self._seen.parted, self._colors.get(path, theme().color("muted"))
        if parted:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accentSoft"))
            painter.drawRoundedRect(room.adjusted(-5, 0, 5, 0), 6, 6)
        painter.setFont(theme().font(CAPTION, bold=parted))
        painter.setPen(theme().color("accent" if parted else "text"))
        text = QFontMetricsF(painter.font()).elidedText(layer.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRectF(room.left(), 0, room.width(), _HEAD - 2), Qt.AlignmentFlag.AlignVCenter, text)
        rows = Rows(self.height())
        for row, shown in enumerate((layer.first, layer.second)):
            self._tile(painter, QRectF(room.left(), rows.top(row), room.width(), rows.tile), shown, color)
        where = QRectF(room.left(), rows.top(2), room.width(), rows.tile)
        if layer.difference is None:
            painter.setFont(theme().font(CAPTION))
            painter.setPen(theme().color("muted"))
            text_there = layer.first.kind == "text"
            reason = tr("words have no difference") if text_there else tr("of different shapes")
            painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, reason)
        else:
            self._difference(painter, where, layer.difference, color)
        if layer.relative is not None:
            self._bar(painter, QRectF(room.left(), rows.top(3), room.width(), _FOOT), layer, most, parted=parted)

    def _tile(self, painter: QPainter, room: QRectF, seen: LayerSeen, color: QColor) -> None:
        painter.save()
        painter.translate(round(room.left()), round(room.top()))
        painter.setClipRect(QRectF(0, 0, room.width(), room.height()))
        draw(Ground(painter, room.width(), room.height(), self.devicePixelRatioF(), color), seen)
        painter.restore()

    def _difference(self, painter: QPainter, room: QRectF, seen: LayerSeen, color: QColor) -> None:
        """Around zero: blue where B is larger, orange where A is."""
        form = tiles.form_of(seen)
        if form not in ("maps", "sheet"):
            self._tile(painter, room, replace(seen, names=()) if form == "bars" else seen, color)
            return
        painter.save()
        painter.translate(round(room.left()), round(room.top()))
        ground = Ground(painter, room.width(), room.height(), self.devicePixelRatioF(), color)
        if form == "maps":
            _maps(ground, seen)
        else:
            _sheet(ground, seen)
        painter.restore()

    def _bar(self, painter: QPainter, room: QRectF, layer: LayerCompared, most: float, *, parted: bool) -> None:
        assert layer.relative is not None
        part = min(layer.relative / most, 1.0) if math.isfinite(layer.relative) else 1.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("grid"))
        painter.drawRoundedRect(QRectF(room.left(), room.top() + 2, room.width(), 7), 3, 3)
        painter.setBrush(theme().color("accent" if parted else "muted"))
        painter.drawRoundedRect(QRectF(room.left(), room.top() + 2, max(2.0, room.width() * part), 7), 3, 3)
        painter.setFont(theme().font(CAPTION, bold=parted))
        painter.setPen(theme().color("accent" if parted else "muted"))
        text = f"{number(layer.relative)} · cos {_signed(layer.cosine, 2)}" if layer.cosine is not None else ""
        painter.drawText(QRectF(room.left(), room.top() + 11, room.width(), 16), Qt.AlignmentFlag.AlignVCenter, text)


def _maps(ground: Ground, seen: LayerSeen) -> None:
    """As the cards lay out maps."""
    count, high, wide = seen.values.shape
    across, down = fitted(high, wide, ground.width, ground.height)
    room = max(1, int((ground.width + GAP) / (across + GAP) + _NEARLY))
    if count >= room:
        across, down = fitted(high, wide, (ground.width - (room - 1) * GAP) / room, ground.height)
    for index, values in enumerate(seen.values[: min(room, count)]):
        place = QRectF(index * (across + GAP), (ground.height - down) / 2, across, down)
        ground.tile(place, shaded(values, seen.high))


def _sheet(ground: Ground, seen: LayerSeen) -> None:
    values = tiles.numbers_of(seen)
    cells = tiles.cells_for(len(values), ground.width, ground.height)
    top = (ground.height - cells.rows * cells.side) / 2
    for index in range(0, len(values), cells.columns):
        row = values[index : index + cells.columns]
        place = QRectF(0, top + index // cells.columns * cells.side, len(row) * cells.side, cells.side)
        ground.tile(place, shaded(row[None], seen.high))


class RowNames(Painted):
    """What the rows are, beside the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Rows"), parent=parent)
        self._seen: CompareSeen | None = None
        self.setFixedWidth(_NAMES)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_NAMES, max(1, self.minimumHeight()))

    def show_seen(self, seen: CompareSeen | None) -> None:
        self._seen = seen
        self.redraw()

    def tip(self, place: QPointF) -> str:
        row = int((place.y() - _HEAD) // (Rows(self.height()).tile + _BETWEEN))
        return " · ".join(_sample_lines(self._seen, row)) if self._seen is not None and row in (0, 1) else ""

    def draw(self, painter: QPainter) -> None:
        seen, rows = self._seen, Rows(self.height())
        if seen is None:
            return
        pen = QPen(theme().color("muted"))
        for row, (title, lines) in enumerate((
            ("A", _sample_lines(seen, 0)), ("B", _sample_lines(seen, 1)),
            ("A − B", [tr("orange: A is larger"), tr("blue: B is larger")]), ("‖A − B‖ / ‖A‖", []),
        )):  # fmt: skip
            y = rows.top(row)
            painter.setFont(theme().font(CAPTION, bold=row < 3))  # the bars of a norm would run together
            painter.setPen(theme().color("text"))
            painter.drawText(QRectF(0, y, self.width(), 14), Qt.AlignmentFlag.AlignVCenter, title)
            painter.setFont(theme().font(CAPTION))
            painter.setPen(pen)
            metrics = QFontMetricsF(painter.font())
            for line, text in enumerate(lines[: max(0, int((rows.tile - 14) // 13))]):
                where = QRectF(0, y + 14 + 13 * line, self.width() - 6, 13)
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, where.width())
                painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, shown)


def _sample_lines(seen: CompareSeen, which: int) -> list[str]:
    said, truth = seen.said[which], seen.truths[which]
    if said and truth:
        return [seen.samples[which], tr("says {said}, truth {truth}", said=said, truth=truth)]
    told = tr("says {name}", name=said) if said else tr("truth {name}", name=truth) if truth else ""
    return [seen.samples[which], told]


def layer_told(layer: LayerCompared) -> str:
    """One layer in words."""
    if layer.relative is None or layer.cosine is None:
        return layer.title
    return tr(
        "{layer}: relative difference {relative}, cosine similarity {cosine}",
        layer=layer.title,
        relative=number(layer.relative),
        cosine=_signed(layer.cosine, 3),
    )


def _signed(value: float, digits: int) -> str:
    return f"{value:.{digits}f}".replace("-", "−")


def told(seen: CompareSeen) -> str:
    """Where the two part, and by which definition."""
    limit, by_inputs = number(round(seen.threshold, 3)), seen.threshold < 0.5
    if not seen.parted:
        return tr(_ALIKE_AS_INPUTS if by_inputs else _ALIKE, limit=limit)
    layer = seen.layers[seen.parted]
    assert layer.cosine is not None  # that is why they part there
    text = _PART_AS_INPUTS if by_inputs else _PART
    return tr(text, layer=layer.title, cosine=_signed(layer.cosine, 3), limit=limit)
