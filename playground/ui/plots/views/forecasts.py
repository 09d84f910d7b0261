"""Windows of a series: what the network was given, what came, and what it said would come."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from playground.core.language import tr
from playground.protocol import Forecasts
from playground.ui.plots.ticks import linear_ticks, value_text
from playground.ui.plots.views.marks import Entry, paint_legend_row, paint_marks
from playground.ui.plots.views.painted import Painted
from playground.ui.theme import CAPTION, theme

_WIDTH, _HEIGHT, _GAP, _LEGEND, _AXIS = 190, 84, 16, 22, 44
_FEW = 4  # a forecast of so few values has a dot for each


class ForecastsView(Painted):
    """Small plots with one scale, so that they can be compared."""

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(tr("Forecasts over the truth"), compact=compact, parent=parent)
        self._shown: Forecasts | None = None
        self._range = (0.0, 1.0)

    def show_view(self, view: Forecasts) -> None:
        """Replace all plots."""
        self._shown = view
        parts = [part[np.isfinite(part)] for part in (view.given, view.truth, view.forecast)]
        found = np.concatenate([part.ravel() for part in parts]).astype(np.float64)
        low, high = (float(found.min()), float(found.max())) if len(found) else (0.0, 1.0)
        margin = 0.06 * (high - low) or 0.5
        self._range = (low - margin, high + margin)
        self.setAccessibleDescription(f"{view.title}. {self.summary}")
        self._fit()
        self.redraw()

    @property
    def summary(self) -> str:
        """How far off the forecasts are, in the units of the data."""
        shown = self._shown
        if shown is None or not shown.truth.size:
            return ""
        off = np.abs(shown.forecast.astype(np.float64) - shown.truth)
        return tr("these are off by {value} on average", value=value_text(float(off.mean())))

    def sizeHint(self) -> QSize:
        return QSize(420, 240)

    # --- places ---

    def place(self, index: int) -> QRectF:
        """Where window ``index`` is drawn."""
        columns, rows = self._grid()
        room = max(self.height() - _LEGEND - 4.0, 40.0)
        high = max(20 if self._compact else _HEIGHT, (room - (rows - 1) * _GAP) / rows)
        wide = (self.width() - _AXIS - 4 - (columns - 1) * _GAP) / columns
        column, row = index % columns, index // columns
        return QRectF(_AXIS + column * (wide + _GAP), _LEGEND + row * (high + _GAP), wide, high)

    def _count(self) -> int:
        """How many are shown: in a compact place as many as fit."""
        total = 0 if self._shown is None else len(self._shown.given)
        if not self._compact:
            return total
        rows = max(1, int((self.height() - _LEGEND + _GAP) // (64 + _GAP)))
        return min(total, rows * self._columns())

    def _columns(self) -> int:
        return max(1, (self.width() - _AXIS + _GAP) // (_WIDTH + _GAP))

    def _grid(self) -> tuple[int, int]:
        count = max(self._count(), 1)
        columns = min(self._columns(), count)
        return columns, -(-count // columns)

    def _fit(self) -> None:
        if not self._compact:
            rows = self._grid()[1]
            self.setMinimumHeight(_LEGEND + rows * (_HEIGHT + _GAP) - _GAP + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def tip(self, place: QPointF) -> str:
        shown = self._shown
        index = next((n for n in range(self._count()) if self.place(n).contains(place)), None)
        if shown is None or index is None:
            return ""
        area, before = self.place(index), self._before
        moment = round((place.x() - area.left()) / area.width() * (self._moments() - 1))
        if moment < before:
            return f"{_ago(before - 1 - moment)}: {value_text(float(shown.given[index, moment]))}"
        ahead = moment - before
        truth, said = float(shown.truth[index, ahead]), float(shown.forecast[index, ahead])
        return tr(
            "{steps} ahead\ntruth {truth}\nforecast {said}",
            steps=ahead + 1, truth=value_text(truth), said=value_text(said),
        )  # fmt: skip

    @property
    def _before(self) -> int:
        """How many moments were given."""
        assert self._shown is not None
        return int(self._shown.given.shape[1])

    def _moments(self) -> int:
        assert self._shown is not None
        return int(self._shown.given.shape[1] + self._shown.truth.shape[1])

    # --- painting ---

    @staticmethod
    def _colors() -> tuple[QColor, QColor, QColor]:
        """Of what was given, the truth and the forecast."""
        return theme().color("muted"), theme().color("text"), theme().color("accent")

    def draw(self, painter: QPainter) -> None:
        if self._shown is None:
            return
        given, truth, said = self._colors()
        entries = [
            Entry("line", given, tr("given")), Entry("dashes", truth, tr("truth")), Entry("line", said, tr("forecast")),
        ]  # fmt: skip
        paint_legend_row(painter, QRectF(_AXIS if self.width() > 280 else 4, 0, self.width(), _LEGEND - 4), entries)
        places = [self.place(index) for index in range(self._count())]
        # Lines that are level or upright need no soft edges, and cost much less without.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_grounds(painter, places)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dashed, solid = QPen(truth, 1.6), QPen(said, 2)
        dashed.setDashPattern([2.2, 1.8])
        self._paint_lines(painter, places, self._shown.given, 0, QPen(given, 1.2))
        before = self._before
        for values, pen in ((self._shown.truth, dashed), (self._shown.forecast, solid)):
            joined = np.concatenate((self._shown.given[:, -1:], values), 1)
            self._paint_lines(painter, places, joined, before - 1, pen)
            if values.shape[1] <= _FEW:
                self._paint_dots(painter, places, values, before, pen.color(), hollow=pen is dashed)

    def _paint_grounds(self, painter: QPainter, places: list[QRectF]) -> None:
        """Grounds with level lines, numbers at the first of each row, and an upright line where the future begins."""
        (low, high), columns = self._range, self._grid()[0]
        ground, grid = theme().color("canvas"), QPen(theme().color("grid"), 1)
        text, line = theme().color("muted"), QPen(theme().color("grid"), 1)
        painter.setFont(theme().font(CAPTION))
        part = (self._before - 1) / max(self._moments() - 1, 1)
        for index, area in enumerate(places):
            painter.fillRect(area, ground)
            for tick in linear_ticks(low, high, max(2, int(area.height() / 26))):
                y = area.bottom() - (tick.place - low) / (high - low) * area.height()
                painter.setPen(grid)
                painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
                if index % columns == 0:
                    painter.setPen(text)
                    where = QRectF(0, y - 8, _AXIS - 6, 16)
                    painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.text)
            now = area.left() + part * area.width()
            painter.setPen(line)
            painter.drawLine(QPointF(now, area.top()), QPointF(now, area.bottom()))

    def _paint_lines(self, painter: QPainter, places: list[QRectF], values: np.ndarray, first: int, pen: QPen) -> None:
        """Rows of ``values`` from the moment ``first`` on, one in each place; what is not finite is left out."""
        painter.setPen(pen)
        for area, row in zip(places, values, strict=False):
            moments, shown = thinned(np.arange(first, first + len(row)), row, int(area.width()))
            points = self._points(area, moments, shown)
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points.tolist()]))

    def _paint_dots(
        self, painter: QPainter, places: list[QRectF], values: np.ndarray, first: int, color: QColor, *, hollow: bool
    ) -> None:
        moments = np.arange(first, first + values.shape[1])
        for area, row in zip(places, values, strict=False):
            points = self._points(area, moments, row)
            paint_marks(painter, points, "ring" if hollow else "dot", color, 3.0)

    def _points(self, area: QRectF, moments: np.ndarray, values: np.ndarray) -> np.ndarray:
        """Places n×2 of values at moments, of those that are finite."""
        low, high = self._range
        x = area.left() + moments * (area.width() / max(self._moments() - 1, 1))
        y = area.bottom() - (values.astype(np.float64) - low) * (area.height() / (high - low))
        return np.stack((x, y), 1)[np.isfinite(values)]


def thinned(moments: np.ndarray, values: np.ndarray, pixels: int) -> tuple[np.ndarray, np.ndarray]:
    """At most four points for each pixel: the first, the lowest, the highest and the last of those that it holds."""
    bins = max(pixels, 1)
    if len(values) <= 4 * bins:
        return moments, values
    edges = np.linspace(0, len(values), bins + 1).astype(np.int64)
    kept: set[int] = set()
    for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        part = np.nan_to_num(values[start:end])
        kept |= {start, start + int(part.argmin()), start + int(part.argmax()), end - 1}
    order = np.array(sorted(kept))
    return moments[order], values[order]


def _ago(steps: int) -> str:
    return tr("last given") if steps == 0 else tr("{steps} before the last", steps=steps)
