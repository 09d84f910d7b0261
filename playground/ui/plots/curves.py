"""One curve of a plot: where its points come from, how they become a line of few points, how that is painted.

Curves are painted by the plot itself: with an item each, ten layers cost three times as much per picture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from playground.telemetry.run_history import RunHistory
from playground.telemetry.series import Series
from playground.telemetry.smoothing import smooth
from playground.telemetry.thinning import Floats, thin
from playground.ui.plots.auto_range import Bounds
from playground.ui.theme import theme

# Few points are shown as dots too: a validation curve has one per epoch, and the first point of a run has no line yet.
MOST_DOTS = 64
_FAINT = 72
_DOT = 4.5
_FAR = 1e5

Line = tuple[Floats, Floats]  # x and y in axis units
_NOTHING: Line = (np.empty(0), np.empty(0))


@dataclass(frozen=True, slots=True)
class Visible:
    """What is visible: the epochs from ``left`` to ``right`` in axis units, in ``pixels``, and how it is shown."""

    left: float
    right: float
    pixels: int
    log_x: bool
    log_y: bool
    smoothing: float


@dataclass(frozen=True, slots=True)
class Trace:
    """A series with the number of its steps in an epoch."""

    series: Series
    per_epoch: float

    @property
    def version(self) -> float:
        """Changes with what there is to draw."""
        return self.series.version

    @property
    def last_epoch(self) -> float:
        """Where its line ends."""
        return (self.series.last_step or 0.0) / self.per_epoch

    def raw(self, view: Visible) -> Line:
        """What was measured, as axis coordinates for drawing."""
        steps, values = self.series.arrays()
        return _drawn(steps / self.per_epoch, values, view)

    def smoothed(self, view: Visible) -> Line:
        """The moving average, as axis coordinates for drawing."""
        steps, means, weights = self.series.averages()
        return _drawn(steps / self.per_epoch, smooth(steps, means, weights, view.smoothing), view)

    def at(self, epoch: float) -> float | None:
        """The value known at ``epoch``."""
        return self.series.at(epoch * self.per_epoch * (1 + 1e-12))

    def smoothed_at(self, epoch: float, length: float) -> float | None:
        """The moving average at ``epoch``."""
        steps, means, weights = self.series.averages()
        count = int(np.searchsorted(steps, epoch * self.per_epoch * (1 + 1e-12), side="right"))
        return float(smooth(steps[:count], means[:count], weights[:count], length)[-1]) if count else None

    def bounds(self) -> Bounds:
        """Of the finite values."""
        values = self.series.arrays()[1]
        values = values[np.isfinite(values)]
        if not len(values):
            return Bounds()
        positive = values[values > 0]
        return Bounds(float(values.min()), float(values.max()), float(positive.min()) if len(positive) else np.inf)


@dataclass(frozen=True, slots=True)
class HeldTrace(Trace):
    """A series whose value stays until its next point, and from its last one to where the run is."""

    run: RunHistory

    @property
    def version(self) -> float:
        return self.series.version + self.run.last_step

    @property
    def last_epoch(self) -> float:
        return max(self.run.last_step, self.series.last_step or 0.0) / self.per_epoch

    def raw(self, view: Visible) -> Line:
        steps, values = self.series.arrays()
        ends = np.append(steps[1:], max(self.run.last_step, steps[-1]))
        return _drawn(np.stack([steps, ends], 1).ravel() / self.per_epoch, np.repeat(values, 2), view)

    def smoothed(self, view: Visible) -> Line:
        return self.raw(view)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where axis coordinates lie in pixels: ``area`` shows left to right and bottom to top."""

    area: QRectF
    left: float
    right: float
    bottom: float
    top: float

    def polygon(self, x: Floats, y: Floats) -> QPolygonF:
        """Axis coordinates in pixels. What is far outside is brought near, where the painter can still count."""
        across = self.area.left() + (x - self.left) * (self.area.width() / (self.right - self.left))
        up = self.area.bottom() - (y - self.bottom) * (self.area.height() / (self.top - self.bottom))
        polygon = pg.functions.create_qpolygonf(len(x))
        points = pg.functions.ndarray_from_qpolygonf(polygon)
        np.clip(across, -_FAR, _FAR, out=points[:, 0])
        np.clip(up, -_FAR, _FAR, out=points[:, 1])
        return polygon


class Curve:
    """The current run's line, with what was measured faintly behind it while smoothing is on, and dots when sparse."""

    def __init__(self, name: str, trace: Trace, color: Callable[[], QColor], *, dashed: bool = False) -> None:
        self.name, self.trace, self.color, self.dashed = name, trace, color, dashed
        self.detailed = True  # whether smoothing leaves the raw line behind, and the line's edges are soft
        self._line = self._behind = self._dots = _NOTHING
        self._drawn: tuple[float, Visible] | None = None
        self._bounds: tuple[int, Bounds] | None = None

    def bounds(self) -> Bounds:
        """Of all values, also of those that smoothing hides."""
        if self._bounds is None or self._bounds[0] != self.trace.series.version:
            self._bounds = (self.trace.series.version, self.trace.bounds())
        return self._bounds[1]

    @property
    def line(self) -> Line:
        """What is painted of it, in axis coordinates."""
        return self._line

    def update(self, view: Visible) -> bool:
        """Thin and smooth anew where the series or the view changed; whether they did."""
        state = (self.trace.version, view)
        if self._drawn == state:
            return False
        self._drawn = state
        smoothed = view.smoothing > 0
        raw = self.trace.raw(view) if self.detailed or not smoothed else _NOTHING
        self._line = self.trace.smoothed(view) if smoothed else raw
        self._behind = raw if smoothed else _NOTHING
        self._dots = self._line if len(self._line[0]) <= MOST_DOTS else _NOTHING
        return True

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Lines are one pixel wide: wider ones with soft edges take Qt's general stroker, fifty times as long."""
        color = self.color()
        if len(self._behind[0]):
            faint = QColor(color)
            faint.setAlpha(_FAINT)
            paint_line(painter, frame, self._behind, _pen(faint))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.detailed)
        paint_line(painter, frame, self._line, _pen(color, dashed=self.dashed))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        _paint_dots(painter, frame, self._dots, color)


class Shadows:
    """The same curve of earlier runs, all in one colour: grey where no other is given."""

    def __init__(self, alpha: int, color: Callable[[], QColor] | None = None) -> None:
        self._alpha, self._color = alpha, color
        self.bounds, self.last_epoch = Bounds(), 0.0
        self._traces: Sequence[Trace] = ()
        self._lines: list[Line] = []
        self._drawn: Visible | None = None

    def set_traces(self, traces: Sequence[Trace]) -> None:
        """Replace all of them."""
        self._traces, self._drawn = traces, None
        self.bounds = Bounds()
        for trace in traces:
            self.bounds |= trace.bounds()
        self.last_epoch = max(((trace.series.last_step or 0.0) / trace.per_epoch for trace in traces), default=0.0)

    def update(self, view: Visible) -> bool:
        """Earlier runs do not change, so mostly there is nothing to do; whether there was."""
        if self._drawn == view:
            return False
        self._drawn = view
        self._lines = [trace.smoothed(view) if view.smoothing > 0 else trace.raw(view) for trace in self._traces]
        return True

    def paint(self, painter: QPainter, frame: Frame) -> None:
        color = theme().color("muted") if self._color is None else QColor(self._color())
        color.setAlpha(self._alpha)
        for line in self._lines:
            paint_line(painter, frame, line, _pen(color))
            if len(line[0]) == 1:
                _paint_dots(painter, frame, line, color)


def paint_line(painter: QPainter, frame: Frame, line: Line, pen: QPen) -> None:
    """A line through the points, broken where one is not finite."""
    x, y = line
    if len(x) < 2:
        return
    painter.setPen(pen)
    finite = np.isfinite(y)
    if finite.all():
        painter.drawPolyline(frame.polygon(x, y))
        return
    edges = np.flatnonzero(np.diff(np.concatenate(([False], finite, [False]))))
    for start, end in edges.reshape(-1, 2):
        painter.drawPolyline(frame.polygon(x[start:end], y[start:end]))


def _paint_dots(painter: QPainter, frame: Frame, points: Line, color: QColor) -> None:
    finite = np.isfinite(points[1])
    if not finite.any():
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, _DOT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPoints(frame.polygon(points[0][finite], points[1][finite]))
    painter.restore()


def _drawn(epochs: Floats, values: Floats, view: Visible) -> Line:
    """Axis coordinates, thinned to what the pixels can show. What a logarithm cannot show becomes a gap."""
    if view.log_x:
        epochs, values = epochs[epochs > 0], values[epochs > 0]
        epochs = np.log10(epochs)
    if view.log_y:
        values = np.log10(values, where=values > 0, out=np.full(len(values), np.nan))
    return thin(epochs, values, view.left, view.right, max(view.pixels // 2, 16))


def _pen(color: QColor, *, dashed: bool = False) -> QPen:
    pen = QPen(color, 1)
    pen.setCosmetic(True)
    if dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
        pen.setDashPattern([5.0, 4.0])
    return pen
