"""A small drawing of the learning rate over a run that is planned. Plain QPainter: the plots are not loaded for it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import tr
from playground.ui.plots.ticks import linear_ticks, value_text
from playground.ui.theme import CAPTION, theme

_HEIGHT, _BELOW, _ABOVE, _GAP = 116, 20, 8, 6


class RateCurve(QWidget):
    """``show_curve`` takes points (step, rate); the axes say epochs and rates. The pointer reads a point off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: list[tuple[int, float]] = []
        self._per_epoch, self._epochs = 1, 1
        self._pointed: int | None = None
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Learning rate over the run"))
        theme().changed.connect(self.update)

    @property
    def points(self) -> Sequence[tuple[int, float]]:
        return self._points

    def show_curve(self, points: Sequence[tuple[int, float]], per_epoch: int, epochs: int) -> None:
        """Draw other points; ``per_epoch`` steps make an epoch."""
        self._points, self._per_epoch, self._epochs = list(points), max(1, per_epoch), max(1, epochs)
        self._pointed = None
        rates = [rate for _, rate in points]
        if rates:
            self.setAccessibleDescription(
                tr(
                    "From {first} over at most {most} to {last}, {epochs:,} epochs of {steps:,} steps",
                    first=value_text(rates[0]),
                    most=value_text(max(rates)),
                    last=value_text(rates[-1]),
                    epochs=epochs,
                    steps=per_epoch,
                )
            )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    @property
    def _top(self) -> float:
        """The value at the upper edge."""
        return max((rate for _, rate in self._points if math.isfinite(rate)), default=1.0) * 1.08 or 1.0

    def _area(self) -> QRectF:
        metrics = QFontMetricsF(theme().font(CAPTION))
        left = max((metrics.horizontalAdvance(text) for text in self._left_texts()), default=0.0) + _GAP
        return QRectF(left, _ABOVE, max(self.width() - left - 8, 8), _HEIGHT - _ABOVE - _BELOW)

    def _left_texts(self) -> list[str]:
        return [tick.text for tick in linear_ticks(0.0, self._top, 4)]

    def _place(self, area: QRectF, step: float, rate: float) -> QPointF:
        across = area.left() + area.width() * step / max(1, self._per_epoch * self._epochs - 1)
        return QPointF(across, area.bottom() - area.height() * min(rate / self._top, 1.0))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme().font(CAPTION))
        area = self._area()
        painter.fillRect(area, theme().color("bg"))
        self._paint_axes(painter, area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("train"), 1.6))
        line = [self._place(area, step, rate) for step, rate in self._points if math.isfinite(rate)]
        if len(line) == 1:  # a run of a single step
            line = [QPointF(area.left(), line[0].y()), QPointF(area.right(), line[0].y())]
        painter.drawPolyline(QPolygonF(line))
        if self._pointed is not None:
            self._paint_reading(painter, area, *self._points[self._pointed])
        painter.end()

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        muted, line = theme().color("muted"), QPen(theme().color("grid"), 1)
        for tick in linear_ticks(0.0, self._top, 4):
            y = math.floor(area.bottom() - area.height() * tick.place / self._top) + 0.5
            painter.setPen(line)
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(muted)
            beside, right = QRectF(0, y - 8, area.left() - _GAP, 16), Qt.AlignmentFlag.AlignRight
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | right, tick.text)
        painter.setPen(muted)
        below = QRectF(area.left(), area.bottom() + 3, area.width(), _BELOW - 3)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, tr("epoch"))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, f"{self._epochs:,}")

    def _paint_reading(self, painter: QPainter, area: QRectF, step: int, rate: float) -> None:
        at = self._place(area, step, rate)
        painter.setPen(QPen(theme().color("muted"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(at.x(), area.top(), at.x(), area.bottom()))
        painter.setPen(QPen(theme().color("train"), 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoint(at)
        text = tr("{rate} at epoch {epoch:.2f}", rate=value_text(rate), epoch=step / self._per_epoch)
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 12
        left = min(max(at.x() - width / 2, area.left()), area.right() - width)
        box = QRectF(left, area.top() + 3 if at.y() > area.center().y() else area.bottom() - 21, width, 18)
        ground = theme().color("raised")
        ground.setAlpha(235)
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(theme().color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        area = self._area()
        if not self._points or not area.contains(event.position()):
            self._point_at(None)
            return
        last = max(1, self._per_epoch * self._epochs - 1)
        wanted = (event.position().x() - area.left()) / area.width() * last
        self._point_at(min(range(len(self._points)), key=lambda index: abs(self._points[index][0] - wanted)))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def _point_at(self, index: int | None) -> None:
        if index != self._pointed:
            self._pointed = index
            self.update()
