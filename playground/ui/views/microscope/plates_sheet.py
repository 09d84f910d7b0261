"""All maps of a layer in a grid that scrolls: the pointer and the arrow keys choose one number of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import tr
from playground.protocol.lenses.arithmetic import Reads
from playground.ui.theme import CAPTION, theme
from playground.ui.views.microscope.colors import Scale, shade_of, shaded
from playground.ui.views.microscope.tiles import Index, Tiles
from playground.ui.views.microscope.words import number

_GAP, _LABEL, _LEAST, _MOST = 6, 14, 52, 220
_NEARER, _NEAREST = 1.25, 12.0
_ROW, _NAMES = 17, 84
_KEYS = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip


class PlatesSheet(QWidget):
    """``hovered`` tells the number under the pointer, ``chosen`` one that was clicked or reached with the keys."""

    hovered = Signal(tuple)
    chosen = Signal(tuple)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(tr("Maps of the layer"))
        self.room = 0  # height that is seen
        self._zoom = 1.0
        self._tiles: Tiles | None = None
        self._reach: Callable[[int], float] = lambda _tile: 1.0
        self._images: dict[int, QImage] = {}
        self._index: Index = ()
        self._reads: tuple[Reads, ...] = ()
        self._columns, self._wide, self._high = 1, 1.0, 1.0
        theme().changed.connect(self._forget)

    # --- what is shown ---

    @property
    def tiles(self) -> Tiles | None:
        return self._tiles

    def show_tiles(self, tiles: Tiles | None, scale: Scale, layer: float, network: float) -> None:
        """``layer`` and ``network``: how far from zero the numbers of each lie."""
        self._tiles = tiles
        each = tiles.reach if tiles is not None else (lambda _tile: 1.0)
        self._reach = each if scale == "unit" else (lambda _tile: layer if scale == "layer" else network)
        self._forget()
        self.lay_out()

    def mark(self, index: Index, reads: tuple[Reads, ...] = ()) -> None:
        """Frame a number, or the boxes of numbers that were read."""
        if (index, reads) != (self._index, self._reads):
            self._index, self._reads = index, reads
            self.update()

    def _forget(self) -> None:
        self._images.clear()
        self.update()

    # --- places ---

    def lay_out(self) -> None:
        """As large as all tiles fit into what is seen, but not too small; then it scrolls."""
        tiles = self._tiles
        if tiles is None or tiles.count == 0:
            self.setMinimumHeight(0)
            return
        if tiles.bars:
            self.setMinimumHeight(_ROW * tiles.values.shape[1] + 4)
            return
        rows, columns = tiles.values.shape[1:]
        label = _LABEL if tiles.label(0) else 0
        wide = self._fitting(tiles.count, rows / columns, label) * self._zoom
        if tiles.plates.kind == "vector":  # one sheet of cells: each wide enough for the pointer
            wide = max(min(self.width() - 8.0, columns * 24.0), columns * 8.0) * self._zoom
        self._wide = max(1.0, wide)
        self._high = max(4.0, self._wide * rows / columns)
        if tiles.plates.kind == "sequence":
            self._high = max(rows * 5.0, min(rows * 18.0, max(self.room - 16.0, 60.0)))
            self._wide = max(self.width() - 8.0, columns * 4.0) if columns > 12 else columns * 24.0
        self._columns = max(1, int((self.width() - 4 + _GAP) // (self._wide + _GAP)))
        lines = -(-tiles.count // self._columns)
        self.setMinimumHeight(round(lines * (self._high + label + _GAP)) + 4)
        self.setMinimumWidth(round(self._wide) + 8 if tiles.plates.kind == "sequence" or self._zoom > 1 else 0)
        self.update()

    def _fitting(self, count: int, ratio: float, label: int) -> float:
        """How wide a tile may be for all to be seen at once."""
        width, best = max(self.width() - 4, 40), float(_LEAST)
        for columns in range(1, count + 1):
            wide = (width + _GAP) / columns - _GAP
            lines = -(-count // columns)
            if wide < _LEAST:
                break
            if lines * (wide * ratio + label + _GAP) <= max(self.room, 60):
                return min(wide, float(_MOST))
        return best

    def _rect(self, tile: int) -> QRectF:
        tiles = self._tiles
        label = _LABEL if tiles is not None and tiles.label(0) else 0
        line, column = divmod(tile, self._columns)
        return QRectF(
            2 + column * (self._wide + _GAP), 2 + label + line * (self._high + label + _GAP), self._wide, self._high
        )

    def at(self, place: QPointF) -> Index | None:
        """The number at a place of the sheet."""
        tiles = self._tiles
        if tiles is None or not tiles.count:
            return None
        rows, columns = tiles.values.shape[1:]
        if tiles.bars:
            row = int((place.y() - 2) // _ROW)
            return tiles.index(0, row, 0) if 0 <= row < rows else None
        label = _LABEL if tiles.label(0) else 0
        line = int((place.y() - 2) // (self._high + label + _GAP))
        column = int((place.x() - 2) // (self._wide + _GAP))
        tile = line * self._columns + column
        if line < 0 or not 0 <= column < self._columns or not 0 <= tile < tiles.count:
            return None
        rect = self._rect(tile)
        if not rect.contains(place):
            return None
        row = min(int((place.y() - rect.top()) / rect.height() * rows), rows - 1)
        return tiles.index(tile, row, min(int((place.x() - rect.left()) / rect.width() * columns), columns - 1))

    def place_of(self, index: Index) -> QRect:
        """Where a number is; empty for one that is not here."""
        tiles = self._tiles
        spot = tiles.spot(index) if tiles is not None else None
        if tiles is None or spot is None:
            return QRect()
        tile, row, column = spot
        if tiles.bars:
            return QRect(0, 2 + row * _ROW, self.width(), _ROW)
        return self._cell(self._rect(tile), row, row + 1, column, column + 1).toAlignedRect()

    def _cell(self, rect: QRectF, top: int, bottom: int, left: int, right: int) -> QRectF:
        assert self._tiles is not None
        rows, columns = self._tiles.values.shape[1:]
        high, wide = rect.height() / rows, rect.width() / columns
        return QRectF(rect.left() + left * wide, rect.top() + top * high, (right - left) * wide, (bottom - top) * high)

    # --- pointer and keys ---

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.at(event.position())
        if index is not None:
            self.hovered.emit(index)
        else:
            self.left.emit()

    def leaveEvent(self, event: object) -> None:
        self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.at(event.position())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.chosen.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from pixel to pixel; Page up and Page down from map to map."""
        tiles = self._tiles
        spot = tiles.spot(self._index) if tiles is not None else None
        step = _KEYS.get(Qt.Key(event.key()))
        turn = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        if tiles is None or spot is None or (step is None and not turn):
            super().keyPressEvent(event)
            return
        tile, row, column = spot
        rows, columns = tiles.values.shape[1:]
        tile = min(max(0, tile + turn), tiles.count - 1)
        row, column = (at + move for at, move in zip((row, column), step or (0, 0), strict=True))
        row, column = min(max(0, row), rows - 1), min(max(0, column), columns - 1)
        self.chosen.emit(tiles.index(tile, row, column))
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl nearer and further away; else it scrolls."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        turn = _NEARER ** (event.angleDelta().y() / 120)
        self._zoom = min(max(self._zoom * turn, 1.0), _NEAREST)
        self.lay_out()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def sizeHint(self) -> QSize:
        return QSize(360, 200)

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        tiles = self._tiles
        if tiles is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(theme().font(CAPTION))
        if tiles.bars:
            self._paint_bars(painter, tiles)
            return
        spot = tiles.spot(self._index)
        for tile in range(tiles.count):
            rect = self._rect(tile)
            if rect.adjusted(-2, -_LABEL, 2, 2).intersects(QRectF(event.rect())):
                self._paint_tile(painter, tiles, tile, rect, spot is not None and spot[0] == tile)
        if spot is not None and not self._reads:
            tile, row, column = spot
            self._frame(painter, self._cell(self._rect(tile), row, row + 1, column, column + 1))

    def _paint_tile(self, painter: QPainter, tiles: Tiles, tile: int, rect: QRectF, chosen: bool) -> None:
        if tile not in self._images:
            image = shaded(tiles.values[tile], self._reach(tile))
            self._images[tile] = image
        painter.drawImage(rect, self._images[tile])
        if tiles.blank is not None and tiles.blank.any():
            ground = theme().color("surface")
            for column in range(tiles.blank.shape[1]):
                if tiles.blank[-1, column]:
                    last = tiles.blank.shape[0]
                    painter.fillRect(self._cell(rect, last - 1, last, column, column + 1).adjusted(0, 0, 1, 1), ground)
        label = tiles.label(tile)
        if label:
            painter.setPen(theme().color("accent" if chosen else "muted"))
            painter.drawText(QRectF(rect.left(), rect.top() - _LABEL, rect.width(), _LABEL), 0, label)
        for reads in self._reads:
            box = tiles.box(reads, tile)
            if box is not None:
                self._frame(painter, self._cell(rect, *box))

    def _frame(self, painter: QPainter, cell: QRectF) -> None:
        """Two lines, so that it is seen on any colour."""
        grow = max(0.0, (6 - min(cell.width(), cell.height())) / 2)
        cell = cell.adjusted(-grow, -grow, grow, grow)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("surface"), 3))
        painter.drawRect(cell)
        painter.setPen(QPen(theme().color("accent"), 1.5))
        painter.drawRect(cell)

    def _paint_bars(self, painter: QPainter, tiles: Tiles) -> None:
        values = tiles.values.reshape(-1)
        names, reach, middle = tiles.plates.names, self._reach(0) or 1.0, Qt.AlignmentFlag.AlignVCenter
        left = _NAMES if names else 34
        room = max(self.width() - left - 70, 20)
        signed = bool((values < 0).any())
        zero = left + (room / 2 if signed else 0)
        for row, value in enumerate(values):
            top, here = 2 + row * _ROW, self._index == (row,)
            if here:
                painter.fillRect(QRectF(0, top, self.width(), _ROW), theme().color("accentSoft"))
            painter.setPen(theme().color("text" if here else "muted"))
            name = names[row] if row < len(names) else str(row)
            name = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, left - 8)
            painter.drawText(QRectF(0, top, left - 6, _ROW), middle | Qt.AlignmentFlag.AlignRight, name)
            long = float(value) / reach * (room / 2 if signed else room)
            bar = QRectF(min(zero, zero + long), top + 4, abs(long), _ROW - 8)
            painter.fillRect(bar, shade_of(float(value) or 0.0, reach))
            painter.fillRect(QRectF(zero, top + 2, 1, _ROW - 4), theme().color("line"))
            painter.setPen(theme().color("text"))
            painter.drawText(QRectF(left + room + 4, top, 64, _ROW), middle, number(float(value)))
