"""What a calculation is written on: text, grids of numbers and bars, one below the other.

The same calls measure (without a painter) and draw, so the height that is asked for is the one that is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from playground.ui.theme import BODY, CAPTION, theme
from playground.ui.views.microscope.colors import ink_on, shade_of, shaded
from playground.ui.views.microscope.words import brief

ROW = 17.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_NARROW, _READABLE, _WIDEST = 6.0, 30.0, 38.0


@cache
def _font(size: int, *, bold: bool = False, mono: bool = False) -> QFont:
    """Made once: a calculation has hundreds of texts. The fonts are the same in both themes."""
    return theme().font(size, bold=bold, mono=mono)


@cache
def _metrics(size: int, *, bold: bool = False, mono: bool = False) -> QFontMetricsF:
    return QFontMetricsF(_font(size, bold=bold, mono=mono))


@dataclass
class Paper:
    """``y`` goes down as one writes. ``taps``: places that can be clicked, and what that means.

    ``seen``: what lies between these heights is drawn alone, the rest is only measured.
    """

    width: float
    painter: QPainter | None = None
    y: float = 0.0
    taps: list[tuple[QRectF, object]] = field(default_factory=list)
    seen: tuple[float, float] = (-1e9, 1e9)

    def _pen(self, top: float, bottom: float) -> QPainter | None:
        """What draws between these heights; None where nobody sees it."""
        return self.painter if bottom >= self.seen[0] and top <= self.seen[1] else None

    def space(self, height: float) -> None:
        self.y += height

    def write(self, text: str, *, mono: bool = False, bold: bool = False, color: str = "text", left: float = 0) -> None:
        """Text over as many lines as it needs."""
        if not text:
            return
        size = CAPTION if mono or color == "muted" else BODY
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        room = QRectF(left, self.y, max(self.width - left, 20), 1e5)
        box = _metrics(size, bold=bold, mono=mono).boundingRect(room, flags, text)
        painter = self._pen(self.y, self.y + box.height())
        if painter is not None:
            painter.setFont(_font(size, bold=bold, mono=mono))
            painter.setPen(theme().color(color))
            painter.drawText(QRectF(left, self.y, room.width(), box.height() + 2), flags, text)
        self.y += box.height() + 3

    def label(self, rect: QRectF, text: str, color: str = "muted", *, right: bool = False, mono: bool = False) -> None:
        """One line inside a place; what does not fit is cut off."""
        painter = self._pen(rect.top(), rect.bottom())
        if painter is None:
            return
        painter.setFont(_font(CAPTION, mono=mono))
        painter.setPen(theme().color(color))
        if len(text) * CAPTION > rect.width():  # else it fits for certain
            text = _metrics(CAPTION, mono=mono).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, _MIDDLE | side, text)

    def bar(self, rect: QRectF, value: float, reach: float, *, signed: bool = True) -> None:
        """From the middle of a place to the left or right; without a sign from its left."""
        painter = self._pen(rect.top(), rect.bottom())
        if painter is None:
            return
        zero = rect.center().x() if signed else rect.left()
        long = max(-1.0, min(1.0, value / (reach or 1.0))) * (rect.width() / 2 if signed else rect.width())
        painter.fillRect(QRectF(zero, rect.top(), 1, rect.height()), theme().color("line"))
        bar = QRectF(min(zero, zero + long), rect.top() + 4, abs(long), rect.height() - 8)
        painter.fillRect(bar, shade_of(value, reach))

    def tap(self, rect: QRectF, meaning: object) -> None:
        self.taps.append((rect, meaning))

    def rule(self) -> None:
        if self.painter is not None:
            self.painter.fillRect(QRectF(0, self.y + 4, self.width, 1), theme().color("line"))
        self.y += 10

    # --- grids ---

    def grid(
        self, left: float, top: float, cell: float, values: np.ndarray, reach: float, *,
        padding: np.ndarray | None = None, chosen: int | None = None, tall: float = 0.0,
    ) -> QRectF:  # fmt: skip
        """Numbers as cells, ``padding`` crossed out, ``chosen`` framed. Numbers are written where they have room.

        ``tall``: how high a cell is, where its width does not say it.
        """
        rows, columns = values.shape
        high = tall or cell_height(cell)
        box = QRectF(left, top, columns * cell, rows * high)
        if self.painter is None or self._pen(box.top(), box.bottom()) is None:
            return box
        if cell >= _READABLE:
            self.painter.setFont(_font(CAPTION - 1, mono=True))
            for row, column in np.ndindex(rows, columns):
                place = QRectF(left + column * cell, top + row * high, cell, high)
                self._cell(place, float(values[row, column]), reach, bool(padding is not None and padding[row, column]))
        else:  # too small for numbers: one picture, however many there are
            self._picture(box, values, reach, padding)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(theme().color("line"), 1))
        self.painter.drawRect(box)
        if chosen is not None:
            row, column = divmod(chosen, columns)
            self.painter.setPen(QPen(theme().color("accent"), 2))
            self.painter.drawRect(QRectF(left + column * cell, top + row * high, cell, high))
        return box

    def _picture(self, box: QRectF, values: np.ndarray, reach: float, padding: np.ndarray | None) -> None:
        assert self.painter is not None
        self.painter.drawImage(box, shaded(np.where(np.isfinite(values), values, 0.0), reach))
        if padding is None or not padding.any():
            return
        wide, high = box.width() / values.shape[1], box.height() / values.shape[0]
        for row, column in np.argwhere(padding):
            place = QRectF(box.left() + column * wide, box.top() + row * high, wide, high)
            self._cell(place, 0.0, reach, outside=True)

    def _cell(self, place: QRectF, value: float, reach: float, outside: bool) -> None:
        assert self.painter is not None
        ground = theme().color("surface") if outside or not np.isfinite(value) else shade_of(value, reach)
        self.painter.fillRect(place, ground)
        if outside:
            self.painter.setPen(QPen(theme().color("line"), 1))
            self.painter.drawLine(place.bottomLeft(), place.topRight())
        if place.width() >= _READABLE and np.isfinite(value):
            self.painter.setPen(theme().color("muted") if outside else ink_on(value, reach))
            self.painter.drawText(place, Qt.AlignmentFlag.AlignCenter, brief(value))

    def sign(self, left: float, box: QRectF, text: str) -> float:
        """What stands between two grids; returns where the next one begins."""
        if self.painter is not None:
            self.painter.setFont(theme().font(BODY))
            self.painter.setPen(theme().color("muted"))
            self.painter.drawText(QRectF(left, box.top(), 20, box.height()), Qt.AlignmentFlag.AlignCenter, text)
        return left + 20

    def curve(self, rect: QRectF, xs: np.ndarray, ys: np.ndarray, x: float, y: float) -> None:
        """A curve through a small field, with axes and the point at ``x``."""
        if self.painter is None:
            return
        painter, finite = self.painter, ys[np.isfinite(ys)]
        low, high = min(0.0, float(finite.min())), max(0.0, float(finite.max()))
        span, reach = (high - low) or 1.0, float(xs[-1]) or 1.0

        def at(a: float, b: float) -> QPointF:
            return QPointF(
                rect.left() + (a / reach + 1) / 2 * rect.width(), rect.bottom() - (b - low) / span * rect.height()
            )

        painter.fillRect(rect, theme().color("canvas"))
        painter.setPen(QPen(theme().color("line"), 1))
        painter.drawLine(at(-reach, 0), at(reach, 0))
        painter.drawLine(at(0, low), at(0, high))
        painter.setPen(QPen(theme().color("accent"), 2))
        painter.drawPolyline([at(float(a), float(b)) for a, b in zip(xs, ys, strict=True) if np.isfinite(b)])
        if np.isfinite(x) and np.isfinite(y):
            painter.setPen(QPen(theme().color("muted"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(at(x, low), at(x, y))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("val"))
            painter.drawEllipse(at(x, y), 4.5, 4.5)

    def ground(self, rect: QRectF, color: QColor) -> None:
        if self.painter is not None:
            self.painter.fillRect(rect, color)


def cell_height(cell: float) -> float:
    """Cells that hold numbers are wider than high; those of colour alone are square."""
    return 17.0 if cell >= _READABLE else cell


def cell_for(columns: int, room: float) -> float:
    """As wide as numbers want it, or as there is room for."""
    return max(_NARROW, min(_WIDEST, room / max(1, columns)))


def rows_and_columns(window: np.ndarray) -> np.ndarray:
    """A window of any number of axes as a sheet: a row along one axis; slices of a volume side by side."""
    if window.ndim < 2:
        return window.reshape(1, -1)
    if window.ndim == 2:
        return window
    return np.concatenate([np.asarray(each) for each in window], axis=1)
