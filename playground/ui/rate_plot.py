"""Learning rates against the losses that they led to, on a logarithmic axis; a click or a key chooses a rate."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from playground.core.language import tr
from playground.ui.plots.ticks import linear_ticks, log_ticks, value_text
from playground.ui.theme import CAPTION, theme

LOWEST, HIGHEST = 1e-7, 10.0  # the axis before anything was tried
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 16, 30, 38
_KEY_STEPS = 20  # of a decade
_FINE, _COARSE = 1, 5


def rounded(rate: float) -> float:
    """A rate as people write it: two digits."""
    return float(f"{rate:.1e}")


class RatePlot(QWidget):
    """``chosen`` tells a rate that was clicked, or taken with Enter after moving with the arrow keys."""

    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rates: list[float] = []
        self._losses: list[float] = []
        self._suggestion: float | None = None
        self._set = 0.0
        self._cursor: float | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 200)
        self.setAccessibleName(tr("Loss by learning rate"))
        self.setAccessibleDescription(tr("Left and right move, Enter sets the learning rate"))
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(640, 340)

    @property
    def points(self) -> list[tuple[float, float]]:
        return list(zip(self._rates, self._losses, strict=True))

    def show_points(self, rates: Sequence[float], losses: Sequence[float], suggestion: float | None) -> None:
        """Replace all points; the ``suggestion`` is marked."""
        pairs = [(float(r), float(v)) for r, v in zip(rates, losses, strict=True) if r > 0 and math.isfinite(v)]
        self._rates, self._losses = [rate for rate, _ in pairs], [loss for _, loss in pairs]
        self._suggestion = suggestion
        self.update()

    def show_rate(self, rate: float) -> None:
        """Mark the rate that is set now."""
        self._set = rate
        self.update()

    # --- where things are ---

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)

    def _span(self) -> tuple[float, float]:
        """Decimal logarithms of the rates at both edges."""
        rates = self._rates or [LOWEST, HIGHEST]
        low, high = math.log10(rates[0]), math.log10(max(rates[-1], rates[0] * 10))
        return low, high

    def _heights(self) -> tuple[float, float]:
        """The losses at both edges: what exploded may leave the picture at the top."""
        if not self._losses:
            return 0.0, 1.0
        low, first = min(self._losses), self._losses[0]
        high = min(max(self._losses), first + 1.5 * max(first - low, 0.1 * abs(first), 1e-9))
        margin = 0.06 * max(high - low, 1e-9)
        return low - margin, high + margin

    def place(self, rate: float) -> float:
        """The pixel column of ``rate``."""
        area, (low, high) = self._area(), self._span()
        return area.left() + area.width() * (math.log10(rate) - low) / (high - low)

    def _rate_at(self, x: float) -> float | None:
        area, (low, high) = self._area(), self._span()
        if not area.left() - 1 <= x <= area.right() + 1 or not self._rates:
            return None
        return rounded(10.0 ** (low + (high - low) * (x - area.left()) / area.width()))

    def _loss_at(self, rate: float) -> float:
        index = min(bisect_left(self._rates, rate), len(self._rates) - 1)
        return self._losses[index]

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme().font(CAPTION))
        area = self._area()
        painter.fillRect(area, theme().color("bg"))
        self._paint_axes(painter, area)
        if self._rates:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_curve(painter, area)
            self._paint_marks(painter, area)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        muted, line = theme().color("muted"), QPen(theme().color("grid"), 1)
        (low, high), (bottom, top) = self._span(), self._heights()
        for tick in linear_ticks(bottom, top, max(2, int(area.height() / 40))) if self._losses else ():
            y = math.floor(area.bottom() - area.height() * (tick.place - bottom) / (top - bottom)) + 0.5
            painter.setPen(line)
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(muted)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(0, y - 8, area.left() - 6, 16), flags, tick.text)
        for tick in log_ticks(low, high, max(2, int(area.width() / 60))):
            x = math.floor(area.left() + area.width() * (tick.place - low) / (high - low)) + 0.5
            painter.setPen(line)
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
            painter.setPen(muted)
            painter.drawText(QRectF(x - 30, area.bottom() + 3, 60, 14), Qt.AlignmentFlag.AlignCenter, tick.text)
        painter.setPen(muted)
        below = QRectF(area.left(), area.bottom() + 19, area.width(), 16)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, tr("learning rate"))
        beside = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(4, 6, 120, 16), beside, tr("loss"))

    def _paint_curve(self, painter: QPainter, area: QRectF) -> None:
        bottom, top = self._heights()
        painter.save()
        painter.setClipRect(area)
        painter.setPen(QPen(theme().color("train"), 2))
        painter.drawPolyline(
            QPolygonF([
                QPointF(self.place(rate), area.bottom() - area.height() * (loss - bottom) / (top - bottom))
                for rate, loss in zip(self._rates, self._losses, strict=True)
            ])
        )  # fmt: skip
        painter.restore()

    def _paint_marks(self, painter: QPainter, area: QRectF) -> None:
        marks = [(self._set, "muted", tr("now {rate}", rate=value_text(self._set)), 1)]
        if self._suggestion is not None:
            suggested = tr("suggested {rate}", rate=value_text(self._suggestion))
            marks.append((self._suggestion, "good", suggested, 0))
        low, high = self._span()
        for rate, token, text, row in marks:
            if rate > 0 and low <= math.log10(rate) <= high:
                self._paint_mark(painter, area, rate, token, text, above=row == 0)
        if self._cursor is not None:
            at = self.place(self._cursor)
            painter.setPen(QPen(theme().color("accent"), 1.4))
            painter.drawLine(QLineF(at, area.top(), at, area.bottom()))
            loss = value_text(self._loss_at(self._cursor))
            told = tr("{rate} · loss {loss}", rate=value_text(self._cursor), loss=loss)
            self._paint_label(painter, area, at, area.bottom() - 22, told, "accent")

    def _paint_mark(self, painter: QPainter, area: QRectF, rate: float, token: str, text: str, *, above: bool) -> None:
        at = self.place(rate)
        painter.setPen(QPen(theme().color(token), 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(at, area.top(), at, area.bottom()))
        self._paint_label(painter, area, at, area.top() - 21 if above else area.top() + 4, text, token)

    def _paint_label(self, painter: QPainter, area: QRectF, at: float, top: float, text: str, token: str) -> None:
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 12
        left = min(max(at - width / 2, area.left()), area.right() - width)
        box, ground = QRectF(left, top, width, 18), theme().color("raised")
        ground.setAlpha(240)
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(theme().color(token))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    # --- choosing ---

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move_to(self._rate_at(event.position().x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        rate = self._rate_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and rate is not None:
            self.chosen.emit(rate)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._move_to(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if steps is not None and self._rates:
            far = _COARSE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _FINE
            start = self._cursor or self._suggestion or self._set
            moved = start * 10.0 ** (steps * far / _KEY_STEPS)
            self._move_to(rounded(min(max(moved, self._rates[0]), self._rates[-1])))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._cursor is not None:
            self.chosen.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def _move_to(self, rate: float | None) -> None:
        if rate != self._cursor:
            self._cursor = rate
            if rate is not None:
                loss = value_text(self._loss_at(rate))
                self.setAccessibleDescription(tr("{rate}: loss {loss}", rate=value_text(rate), loss=loss))
            self.update()
