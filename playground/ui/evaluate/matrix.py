"""The confusion matrix: what samples are, row by row, and what the network called them, column by column."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import mark, tr
from playground.ui.evaluate.words import percent, samples_text, short_count
from playground.ui.plots.views.painted import Painted
from playground.ui.theme import CAPTION, theme

_LEAST_WIDE, _LEAST_HIGH, _MOST_WIDE, _MOST_HIGH = 14, 14, 58, 34
_NAMES, _AXIS, _GAP, _EDGE = 84, 16, 6, 3
_STRONGEST = 0.9  # weight of the colour of a full cell
_KEYS = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip


class ConfusionMatrix(Painted):
    """Coloured by the share of a row: what is right in the accent, mistakes in red. Cells are chosen by click, or by
    arrow keys and Enter.
    """

    cell_chosen = Signal(int, int)  # row (what it was) and column (what it was called)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Confusion matrix"), parent=parent)
        self._names: tuple[str, ...] = ()
        self._counts: Sequence[Sequence[int]] = ()
        self._totals: list[int] = []
        self._percent = False
        self.current: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_counts(self, names: Sequence[str], counts: Sequence[Sequence[int]]) -> None:
        """``counts`` classes×classes."""
        self._names, self._counts = tuple(names), counts
        self._totals = [sum(row) for row in counts]
        self.current = None
        right = sum(row[number] for number, row in enumerate(counts))
        self.setAccessibleDescription(
            tr("{count:,} of {total:,} samples on the diagonal", count=right, total=sum(self._totals))
        )
        left, top = self._margins()
        size = len(self._names)
        self.setMinimumSize(int(left + size * _LEAST_WIDE) + _EDGE, int(top + size * _LEAST_HIGH) + _EDGE)
        self.redraw()

    def show_percent(self, on: bool) -> None:
        """Write shares of each row in place of counts."""
        self._percent = on
        self.redraw()

    def cell(self, row: int, column: int) -> QRectF:
        """Where a cell is."""
        left, top = self._margins()
        wide, high = self._sides()
        return QRectF(left + column * wide, top + row * high, wide, high)

    def cell_at(self, place: QPointF) -> tuple[int, int] | None:
        left, top = self._margins()
        wide, high = self._sides()
        row, column = math.floor((place.y() - top) / high), math.floor((place.x() - left) / wide)
        size = len(self._names)
        return (row, column) if 0 <= row < size and 0 <= column < size else None

    def told(self, row: int, column: int) -> str:
        """ "3 taken for 5: 12 of 48 samples (25.0 %)"."""
        count, total = self._counts[row][column], self._totals[row]
        is_, said = self._names[row], self._names[column]
        sentence = mark("{truth} recognized") if row == column else mark("{truth} taken for {said}")
        what, samples = tr(sentence, truth=is_, said=said), samples_text(total)
        if not total:
            return tr("{what}: {count:,} of {samples}", what=what, count=count, samples=samples)
        share = percent(count / total)
        return tr("{what}: {count:,} of {samples} ({share})", what=what, count=count, samples=samples, share=share)

    def tip(self, place: QPointF) -> str:
        found = self.cell_at(place)
        return "" if found is None else self.told(*found)

    def sizeHint(self) -> QSize:
        left, top = self._margins()
        size = len(self._names)
        return QSize(int(left + size * 26) + _EDGE, int(top + size * 20) + _EDGE)

    # --- places ---

    def _margins(self) -> tuple[float, float]:
        """Room for names at the left and above."""
        metrics = QFontMetricsF(theme().font(CAPTION))
        widest = max((metrics.horizontalAdvance(name) for name in self._names), default=0.0)
        return _AXIS + min(widest, _NAMES) + _GAP, _AXIS + (18 if self._upright() else min(widest, _NAMES) + _GAP)

    def _upright(self) -> bool:
        """Whether names fit over their columns side by side."""
        metrics = QFontMetricsF(theme().font(CAPTION))
        widest = max((metrics.horizontalAdvance(name) for name in self._names), default=0.0)
        room = (self.width() - _AXIS - min(widest, _NAMES) - _GAP) / max(len(self._names), 1)
        return widest + 4 <= min(room, _MOST_WIDE)

    def _sides(self) -> tuple[float, float]:
        left, top = self._margins()
        size = max(len(self._names), 1)
        wide, high = (self.width() - left - _EDGE) / size, (self.height() - top - _EDGE) / size
        return min(max(wide, _LEAST_WIDE), _MOST_WIDE), min(max(high, _LEAST_HIGH), _MOST_HIGH)

    # --- painting ---

    def draw(self, painter: QPainter) -> None:
        if not self._names:
            return
        painter.setFont(theme().font(CAPTION))
        self._paint_names(painter)
        wide, high = self._sides()
        for row, counts in enumerate(self._counts):
            for column, count in enumerate(counts):
                self._paint_cell(painter, row, column, count, write=wide >= 16 and high >= 13)
        if self.current is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("accent" if self.hasFocus() else "text"), 2))
            painter.drawRoundedRect(self.cell(*self.current).adjusted(1, 1, -1, -1), 3, 3)

    def _paint_names(self, painter: QPainter) -> None:
        left, top = self._margins()
        wide, high = self._sides()
        metrics, size = painter.fontMetrics(), len(self._names)
        painter.setPen(theme().color("muted"))
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(left, 0, size * wide, _AXIS), middle, tr("taken for"))
        painter.save()
        painter.translate(0, top + size * high / 2)
        painter.rotate(-90)
        painter.drawText(QRectF(-60, 0, 120, _AXIS), middle, tr("is"))
        painter.restore()
        painter.setPen(theme().color("text"))
        for number, name in enumerate(self._names):
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(left - _AXIS - _GAP) + 1)
            where = QRectF(_AXIS, top + number * high, left - _AXIS - _GAP, high)
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            if self._upright():
                painter.drawText(QRectF(left + number * wide, _AXIS, wide, 18), middle, name)
                continue
            painter.save()
            painter.translate(left + (number + 0.5) * wide, top - _GAP / 2)
            painter.rotate(-90)
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(top - _AXIS - _GAP) + 1)
            painter.drawText(QRectF(0, -8, top - _AXIS, 16), Qt.AlignmentFlag.AlignVCenter, text)
            painter.restore()

    def _paint_cell(self, painter: QPainter, row: int, column: int, count: int, *, write: bool) -> None:
        cell, total = self.cell(row, column).adjusted(0.5, 0.5, -0.5, -0.5), self._totals[row]
        share = count / total if total else 0.0
        # mistakes are few: their root is told apart where their share would not be
        weight = _STRONGEST * (share if row == column else math.sqrt(share))
        painter.setPen(Qt.PenStyle.NoPen)
        ground = theme().color("canvas")
        filled = _mixed(ground, theme().color("accent" if row == column else "bad"), weight)
        painter.setBrush(filled)
        painter.drawRoundedRect(cell, 2, 2)
        if not count or not write:
            return
        text = f"{100 * share:.0f}" if self._percent else f"{count:,}"
        fits = painter.fontMetrics().horizontalAdvance
        if fits(text) > cell.width():
            text = next((short for short in (short_count(count), "…") if fits(short) <= cell.width()), "")
        painter.setPen(theme().ink_on(filled))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)

    # --- choosing ---

    def choose(self, row: int, column: int) -> None:
        """Show the samples behind a cell."""
        self.current = (row, column)
        self.redraw()
        self.cell_chosen.emit(row, column)

    def clear_choice(self) -> None:
        self.current = None
        self.redraw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.cell_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and found is not None:
            self.choose(*found)
            event.accept()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, size = _KEYS.get(Qt.Key(event.key())), len(self._names)
        if step is not None and size:
            row, column = self.current or (0, -step[1] if step[1] > 0 else 0)
            moved = (min(max(row + step[0], 0), size - 1), min(max(column + step[1], 0), size - 1))
            self.current = moved
            self.setAccessibleDescription(self.told(*moved))
            self.redraw()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current is not None:
            self.choose(*self.current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and self._names:
            self.current = (0, 0)
        self.redraw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()


def _mixed(ground: QColor, color: QColor, weight: float) -> QColor:
    return QColor.fromRgbF(
        ground.redF() * (1 - weight) + color.redF() * weight,
        ground.greenF() * (1 - weight) + color.greenF() * weight,
        ground.blueF() * (1 - weight) + color.blueF() * weight,
    )
