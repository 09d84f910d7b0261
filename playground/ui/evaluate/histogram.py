"""How far off predicted numbers are: how often which error."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import tr
from playground.ui.evaluate.words import number, samples_text
from playground.ui.plots.ticks import linear_ticks
from playground.ui.plots.views.painted import Painted
from playground.ui.theme import CAPTION, theme

_BOTTOM, _TOP, _SIDE, _WIDE = 36.0, 6.0, 14.0, 9.0
_ACROSS, _NUMBER = 56, 40  # pixels from tick to tick that are wanted, and that a number takes


class ErrorHistogram(Painted):
    """Bars over the error "said − truth", with a line where there is none. Both ends are as far from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Errors"), parent=parent)
        self._errors = np.zeros(0)
        self._name = ""
        self.setMinimumSize(110, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_errors(self, pairs: Sequence[tuple[float, float]], name: str) -> None:
        """``pairs`` of truth and what was said."""
        both = np.asarray(pairs, np.float64).reshape(-1, 2)
        errors = both[:, 1] - both[:, 0]
        self._errors, self._name = errors[np.isfinite(errors)], name
        if len(self._errors):
            half = number(float(np.median(np.abs(self._errors))))
            self.setAccessibleDescription(
                tr("Half of the errors of {value} are below {half}", value=name or tr("the value"), half=half)
            )
        self.redraw()

    def sizeHint(self) -> QSize:
        return QSize(240, 160)

    @property
    def area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_SIDE, _TOP, -_SIDE, -_BOTTOM)

    def bins(self) -> tuple[np.ndarray, np.ndarray]:
        """How many errors lie between each two edges; an even number of bars, the middle edge is 0."""
        reach = float(np.abs(self._errors).max()) if len(self._errors) else 1.0
        bars = max(4, min(60, int(self.area.width() / _WIDE))) // 2 * 2
        counts, edges = np.histogram(self._errors, bars, (-(reach or 1.0), reach or 1.0))
        return counts, edges

    def tip(self, place: QPointF) -> str:
        counts, edges = self.bins()
        index = int((place.x() - self.area.left()) / self.area.width() * len(counts))
        if not len(self._errors) or not 0 <= index < len(counts):
            return ""
        low, high = (number(float(edge)) for edge in edges[index : index + 2])
        return tr("{low} to {high}: {samples}", low=low, high=high, samples=samples_text(int(counts[index])))

    def draw(self, painter: QPainter) -> None:
        area = self.area
        painter.fillRect(area, theme().color("canvas"))
        if not len(self._errors):
            return
        counts, edges = self.bins()
        most, wide = max(int(counts.max()), 1), area.width() / len(counts)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent"))
        for index, count in enumerate(counts.tolist()):
            high = area.height() * count / most
            painter.drawRect(QRectF(area.left() + index * wide + 0.5, area.bottom() - high, wide - 1, high))
        pen = QPen(theme().color("muted"), 1.5)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(area.center().x(), area.top()), QPointF(area.center().x(), area.bottom()))
        painter.setFont(theme().font(CAPTION))
        painter.setPen(theme().color("muted"))
        low, high = float(edges[0]), float(edges[-1])
        ticks = linear_ticks(low, high, max(2, int(area.width() / _ACROSS)))
        apart = (ticks[1].place - ticks[0].place) / (high - low) * area.width() if len(ticks) > 1 else area.width()
        every = max(1, math.ceil(_NUMBER / apart))
        for tick in (tick for tick in ticks if round(tick.place / (high - low) * area.width() / apart) % every == 0):
            x = area.left() + (tick.place - low) / (high - low) * area.width()
            where = QRectF(x - 30, area.bottom() + 3, 60, 16)
            painter.drawText(where, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, tick.text)
        text = tr("error: said − truth")
        text = f"{text}, {self._name}" if self._name else text
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()) + 20)
        where = QRectF(area.left() - 10, area.bottom() + 18, area.width() + 20, 16)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)
