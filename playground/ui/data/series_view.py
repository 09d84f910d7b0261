"""Samples of a series: what a network looks back at, and dotted what comes next."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import tr
from playground.protocol import SampleSeries
from playground.ui.data.figures import class_color
from playground.ui.plots.ticks import linear_ticks
from playground.ui.theme import CAPTION, theme

_WIDTH, _HEIGHT, _GAP, _LEGEND, _CAPTION, _AXIS = 220, 96, 16, 22, 16, 40
_MOST_FEATURES = 8


class SeriesView(QWidget):
    """Small plots side by side, all with one scale; it asks for the height of all rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: SampleSeries | None = None
        self._range = (0.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(tr("Samples as curves over time"))
        theme().changed.connect(self.update)

    def show_samples(self, samples: SampleSeries) -> None:
        """Replace all plots."""
        self._shown = samples
        ends = [values for values in (samples.values, samples.following) if values is not None and values.size]
        numbers = [float(v) for values in ends for v in (values.min(), values.max()) if math.isfinite(float(v))]
        low, high = (min(numbers), max(numbers)) if numbers else (0.0, 1.0)
        self._range = (low, high) if high > low else (low - 0.5, high + 0.5)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())

    def _columns(self) -> int:
        return max(1, (self.width() - _AXIS + _GAP) // (_WIDTH + _GAP))

    def _fit(self) -> None:
        count = 0 if self._shown is None else len(self._shown.values)
        self.setMinimumHeight(_LEGEND + -(-count // self._columns()) * (_HEIGHT + _CAPTION + 8))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font(CAPTION))
        self._paint_legend(painter)
        columns = self._columns()
        width = (self.width() - _AXIS - (columns - 1) * _GAP) / columns
        for index in range(len(self._shown.values)):
            top = _LEGEND + index // columns * (_HEIGHT + _CAPTION + 8)
            place = QRectF(_AXIS + index % columns * (width + _GAP), top, width, _HEIGHT)
            self._paint_ground(painter, place, labelled=index % columns == 0)
            self._paint_sample(painter, place, index)
        painter.end()

    def _paint_legend(self, painter: QPainter) -> None:
        assert self._shown is not None
        left = float(_AXIS)
        texts = [(name, class_color(n)) for n, name in enumerate(self._shown.names[:_MOST_FEATURES])]
        more = len(self._shown.names) - _MOST_FEATURES
        if self._shown.following is not None:
            texts.append((tr("what comes next"), theme().color("val")))
        if more > 0:
            texts.append((tr("{count:,} more are not drawn", count=more), theme().color("muted")))
        for text, color in texts:
            painter.setPen(QPen(color, 2))
            painter.drawLine(QPointF(left, _LEGEND / 2 - 2), QPointF(left + 14, _LEGEND / 2 - 2))
            painter.setPen(theme().color("muted"))
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(QRectF(left + 20, 0, width + 4, _LEGEND - 4), Qt.AlignmentFlag.AlignVCenter, text)
            left += width + 40

    def _paint_ground(self, painter: QPainter, place: QRectF, *, labelled: bool) -> None:
        low, high = self._range
        for tick in linear_ticks(low, high, 3):
            y = place.bottom() - (tick.place - low) / (high - low) * place.height()
            painter.setPen(QPen(theme().color("grid"), 1))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
            if labelled:
                painter.setPen(theme().color("muted"))
                where = QRectF(0, y - 8, _AXIS - 6, 16)
                painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.text)

    def _paint_sample(self, painter: QPainter, place: QRectF, index: int) -> None:
        shown = self._shown
        assert shown is not None
        values = shown.values[index]
        following = None if shown.following is None else shown.following[index]
        moments = len(values) + (0 if following is None else len(following))
        low, high = self._range

        def at(moment: int, value: float) -> QPointF:
            x = place.left() + place.width() * (moment / max(moments - 1, 1))
            return QPointF(x, place.bottom() - (value - low) / (high - low) * place.height())

        for feature in range(min(values.shape[1], _MOST_FEATURES)):
            painter.setPen(QPen(class_color(feature), 1.5))
            track = values[:, feature].tolist()
            painter.drawPolyline(QPolygonF([at(n, v) for n, v in enumerate(track) if math.isfinite(v)]))
        if following is not None:
            joined = [float(values[-1, shown.ahead]), *following.tolist()]
            painter.setPen(QPen(theme().color("val"), 2, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap))
            places = [at(len(values) - 1 + n, v) for n, v in enumerate(joined) if math.isfinite(v)]
            painter.drawPolyline(QPolygonF(places))
            if len(following) <= 4:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme().color("val"))
                for point in places[1:]:
                    painter.drawEllipse(point, 3, 3)
                painter.setBrush(Qt.BrushStyle.NoBrush)
        if shown.captions:
            painter.setPen(theme().color("muted"))
            painter.drawText(QRectF(place.left(), place.bottom(), place.width(), _CAPTION), shown.captions[index])
