"""What codes of a grid stand for: two numbers of a code go from left to right and from the bottom up."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.protocol import LatentDecodedSeen, LatentGrid
from playground.ui.plots.views.painted import Painted
from playground.ui.theme import theme
from playground.ui.views.choices import choice
from playground.ui.views.latent.picture import paint_small, words_of
from playground.ui.views.latent.point import is_point, nearest, paint_mesh
from playground.ui.views.latent.sliders import MOST
from playground.ui.widgets.basics import Combo, label
from playground.ui.widgets.elided import ElidedLabel
from playground.ui.widgets.wrapping_row import WrappingRow

SIDE = 13
_NOTICED = 0.25  # of a standard deviation: so far codes may drift
_EDGE = 0.02  # part of the normal distribution beyond the grid
# Evenly likely places of a normal distribution.
QUANTILES = tuple(NormalDist().inv_cdf(_EDGE + (1 - 2 * _EDGE) * n / (SIDE - 1)) for n in range(SIDE))


class Cells(Painted):
    """The results, row by row from the top; ``chosen`` tells the number of a cell that was clicked."""

    chosen = Signal(int)
    pointed = Signal(int)  # −1 when none is

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Grid of codes"), parent=parent)
        self.seen: LatentDecodedSeen | None = None
        self.marked = -1
        self._pointed = -1
        self.setMinimumSize(120, 100)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_seen(self, seen: LatentDecodedSeen | None) -> None:
        self.seen = seen
        self.redraw()

    def mark(self, index: int) -> None:
        if index != self.marked:
            self.marked = index
            self.redraw()

    def cell(self, index: int) -> QRectF:
        """Where a result is; whole pixels."""
        columns, rows = SIDE, max(1, (self.seen.wanted if self.seen is not None else SIDE * SIDE) // SIDE)
        wide, high = self.width() / columns, self.height() / rows
        if self.seen is not None and self.seen.results and self.seen.results[0].kind == "image":
            tall, across = self.seen.results[0].values.shape[:2]
            scale = min(wide / across, high / tall)
            wide, high = max(4.0, float(int(across * scale))), max(4.0, float(int(tall * scale)))
        return QRectF(index % columns * wide, index // columns * high, wide, high)

    def index_at(self, place: QPointF) -> int:
        count = len(self.seen.results) if self.seen is not None else 0
        if self.seen is not None and count and is_point(self.seen.results[0]):
            return nearest(QRectF(self.rect()).adjusted(1, 1, -1, -1), self.seen.results, place)
        first = self.cell(0)
        column, row = int(place.x() // first.width()), int(place.y() // first.height())
        index = row * SIDE + column
        return index if 0 <= column < SIDE and row >= 0 and index < count else -1

    def draw(self, painter: QPainter) -> None:
        if self.seen is None:
            return
        if self.seen.results and is_point(self.seen.results[0]):  # all of one plane: the grid as it is folded there
            paint_mesh(painter, QRectF(self.rect()), self.seen.results, SIDE, self.marked)
            return
        for index, result in enumerate(self.seen.results):
            room = self.cell(index)
            paint_small(painter, room, result)
        if 0 <= self.marked < len(self.seen.results):
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.cell(self.marked).adjusted(1, 1, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point(self.index_at(event.position()))

    def leaveEvent(self, event: object) -> None:
        self._point(-1)

    def _point(self, index: int) -> None:
        if index != self._pointed:
            self._pointed = index
            self.pointed.emit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.index_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self.chosen.emit(index)


class GridPanel(QWidget):
    """``code_chosen`` tells the code of a cell that was clicked, ``code_pointed`` of the one under the pointer (None
    when it is left), ``changed`` that another grid is wanted.
    """

    code_chosen = Signal(object)
    code_pointed = Signal(object)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = Cells()
        self._base = self._middle = self._spread = np.zeros(0, np.float32)
        self.across, self.up = choice((), tr("Number from left to right")), choice((), tr("Number from the bottom up"))
        self._words = ElidedLabel("caption")
        self._row = WrappingRow()
        for widget in (label(tr("Across"), "caption"), self.across, label(tr("Up"), "caption"), self.up):
            self._row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._row)
        layout.addWidget(self.cells, 1)
        layout.addWidget(self._words)
        for combo in (self.across, self.up):
            combo.currentIndexChanged.connect(self._on_axis)
        self.cells.chosen.connect(lambda index: self.code_chosen.emit(self.code_at(index)))
        self.cells.pointed.connect(self._on_pointed)

    def lay(self, base: np.ndarray, middle: np.ndarray, spread: np.ndarray) -> None:
        """By the code that all cells share but for two numbers, and what is usual for each, d each.

        Where codes drift a little the grid stays as it is: another one is decoded from the beginning.
        """
        base, middle, spread = (np.asarray(part, np.float32) for part in (base, middle, spread))
        spread = np.where(spread > 1e-6, spread, 1.0).astype(np.float32)
        if len(base) != len(self._base):
            self._offer(len(base), spread)
        elif all(
            bool((np.abs(old - new) <= _NOTICED * spread).all())
            for old, new in zip((self._base, self._middle, self._spread), (base, middle, spread), strict=True)
        ):
            return
        self._base, self._middle, self._spread = base, middle, spread

    def lens(self, network: str, layer: str) -> LatentGrid | None:
        """The grid that is wanted; None while nothing is known of codes."""
        if not len(self._base):
            return None
        across, up = self._axes()
        shared = np.nan_to_num(self._base)
        shared[[number for number in (across, up) if number >= 0]] = 0.0  # each cell has its own
        base = tuple(round(float(v), 4) for v in shared)
        return LatentGrid(network, layer, base, across, up, self._values(across), self._values(up) if up >= 0 else ())

    def code_at(self, index: int) -> np.ndarray:
        """The code of a cell."""
        across, up = self._axes()
        found = self._base.copy()
        found[across] = self._values(across)[index % SIDE]
        if up >= 0:
            found[up] = self._values(up)[SIDE - 1 - index // SIDE]
        return found

    def show_seen(self, seen: LatentDecodedSeen) -> None:
        self.cells.show_seen(seen)
        self._say(-1)

    def say(self, message: str) -> None:
        self.cells.show_seen(None)
        self._words.show_text(message)

    def _offer(self, count: int, spread: np.ndarray) -> None:
        numbers = list(range(count)) if count <= MOST else sorted(np.argsort(-spread)[:MOST].tolist())
        widest = np.argsort(-np.round(spread, 4), kind="stable").tolist()  # of equally wide ones the first
        for combo, first in zip((self.across, self.up), (*widest, 0, 0), strict=False):
            combo.blockSignals(True)
            combo.clear()
            for number in numbers:
                combo.addItem(f"z{number + 1}", number)
            combo.setCurrentIndex(max(0, combo.findData(first)))
            combo.blockSignals(False)
        self._row.setVisible(count > 2)

    def _axes(self) -> tuple[int, int]:
        if len(self._base) == 1:
            return 0, -1
        return _number(self.across), _number(self.up)

    def _values(self, number: int) -> tuple[float, ...]:
        middle, spread = float(self._middle[number]), float(self._spread[number])
        return tuple(round(middle + spread * part, 4) for part in QUANTILES)

    def _on_axis(self) -> None:
        if self.across.currentIndex() == self.up.currentIndex() and self.across.count() > 1:
            other = self.up if self.sender() is self.across else self.across
            other.blockSignals(True)
            other.setCurrentIndex((other.currentIndex() + 1) % other.count())
            other.blockSignals(False)
        self.cells.mark(-1)
        self.changed.emit()

    def _on_pointed(self, index: int) -> None:
        self._say(index)
        self.code_pointed.emit(self.code_at(index) if index >= 0 else None)

    def _say(self, index: int) -> None:
        across, up = self._axes() if len(self._base) else (0, -1)
        if index < 0:
            text = mark("z{across} across, evenly likely steps. Click: take the code.")
            if up >= 0:
                text = mark("z{across} across, z{up} up, evenly likely steps. Click: take the code.")
            self._words.show_text(tr(text, across=across + 1, up=up + 1))
            return
        code = self.code_at(index)
        parts = [f"z{number + 1} = {code[number]:.2f}" for number in (across, up) if number >= 0]
        said = words_of(self.cells.seen.results[index]) if self.cells.seen is not None else ""
        self._words.show_text(", ".join(parts).replace("-", "−") + (f": {said}" if said else ""))


def _number(combo: Combo) -> int:
    found = combo.currentData()
    return int(found) if found is not None else 0
