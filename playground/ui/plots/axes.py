"""The two axes of a plot: captions in muted text, ticks where people expect them. The plot draws the grid."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QFontMetricsF, QPainter

from playground.ui.plots.ticks import Tick, linear_ticks, log_ticks
from playground.ui.theme import CAPTION, theme

# Pixels from tick to tick at least.
_ACROSS, _UP = 36, 24
LEFT_WIDTH, BOTTOM_HEIGHT = 44, 20
RIGHT_MARGIN = 8  # beside the plot, for the last text of a bottom axis
_TEXT_OFFSET, _EDGE = 6, 4
_WIDER = 12  # an axis that needs more room takes it in such steps, so that the plot does not tremble


class Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis in plain numbers or percent; on a logarithmic one the plot's coordinates are decimal logarithms."""

    def __init__(self, orientation: str, *, percent: bool = False) -> None:
        super().__init__(orientation)
        self.logarithmic, self._percent = False, percent
        self._bottom = orientation == "bottom"
        self._texts: dict[float, str] = {}
        self.setStyle(tickLength=0, autoExpandTextSpace=False, hideOverlappingLabels=False, tickTextOffset=_TEXT_OFFSET)
        self.enableAutoSIPrefix(False)
        if self._bottom:
            self.setHeight(BOTTOM_HEIGHT)
        else:
            self.setWidth(LEFT_WIDTH)
        self.restyle()

    def restyle(self) -> None:
        """Take the theme's colours and font."""
        self.setTextPen(theme().color("muted"))
        self.setPen(None)
        self.setTickFont(theme().font(CAPTION))

    def set_logarithmic(self, on: bool) -> None:
        self.logarithmic = on
        self.picture = None
        self.update()

    def set_percent(self, on: bool) -> None:
        self._percent = on
        self.picture = None
        self.update()

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:  # noqa: N803
        """pyqtgraph asks for [(spacing, places)], then for the places' texts."""
        ticks = self.ticks(minVal, maxVal, size)
        self._texts = {tick.place: tick.text for tick in ticks}
        return [(1.0, [tick.place for tick in ticks])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [self._texts.get(value, "") for value in values]

    def drawPicture(self, p: QPainter, axisSpec: Any, tickSpecs: Any, textSpecs: Any) -> None:  # noqa: N803
        """The texts alone: the grid is the plot's, and ticks of no length would still be dots."""
        p.setFont(theme().font(CAPTION))
        p.setPen(self.textPen())
        end = self.size().width() + RIGHT_MARGIN
        for rect, flags, text in textSpecs:
            beyond = max(0.0, rect.right() - end) if self._bottom else 0.0  # it would be cut off
            p.drawText(rect.translated(-beyond, 0), int(flags), text)

    def ticks(self, low: float, high: float, size: float) -> list[Tick]:
        """The ticks for an axis of ``size`` pixels."""
        most = max(2, int(size / (_ACROSS if self._bottom else _UP)))
        if self._bottom and not self.logarithmic:
            return _whole_epochs(low, high, most)
        make = log_ticks if self.logarithmic else linear_ticks
        return make(low, high, most, percent=self._percent)

    def wanted_width(self, low: float, high: float, size: float) -> int:
        """The pixels that a left axis takes for its texts: pyqtgraph leaves out those that do not fit."""
        metrics = QFontMetricsF(theme().font(CAPTION))
        texts = (metrics.horizontalAdvance(tick.text) for tick in self.ticks(low, high, size))
        over = max(texts, default=0.0) + _TEXT_OFFSET + _EDGE - LEFT_WIDTH
        return LEFT_WIDTH + _WIDER * max(0, math.ceil(over / _WIDER))


def align(axes: Iterable[tuple[Axis, int]]) -> None:
    """Give left axes, with the widths that they want, the same one, so that the plots side by side stay alike."""
    pairs = list(axes)
    widest = max((wanted for _, wanted in pairs), default=LEFT_WIDTH)
    for axis, _ in pairs:
        if axis.width() != widest:
            axis.setWidth(widest)


def _whole_epochs(low: float, high: float, most: int) -> list[Tick]:
    """Epochs are counted: ticks lie at whole ones as soon as two of them are in sight."""
    if math.floor(high + 1e-9) - math.ceil(low - 1e-9) >= 1 and (high - low) / most < 1:
        return [Tick(float(epoch), f"{epoch:,}") for epoch in range(math.ceil(low - 1e-9), math.floor(high + 1e-9) + 1)]
    return linear_ticks(low, high, most)
