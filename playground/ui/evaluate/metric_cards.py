"""The headline numbers of a report as small cards, as many beside each other as fit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import tr
from playground.protocol.findings import Report
from playground.ui.evaluate.words import BIAS, metric_summary, metric_text, metric_title, number
from playground.ui.plots.views.painted import Painted
from playground.ui.theme import BODY, CAPTION, theme

_NARROWEST, _HEIGHT, _GAP = 68, 42, 6


class MetricCards(Painted):
    """It asks for the height of all its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Headline metrics"), parent=parent)
        self._cards: list[tuple[str, str, str]] = []  # title, value, what it is
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_report(self, report: Report) -> None:
        """The task's own metrics, the most telling first; the loss after the first of them."""
        names = [name for name in report.metrics if name != "loss"]
        names[1:1] = ["loss"] if "loss" in report.metrics else []
        self._cards = [
            (metric_title(name), metric_text(name, report.metrics[name]), metric_summary(name)) for name in names
        ]
        if len(report.per_value) == 1:
            self._cards.append((tr("Bias"), number(report.per_value[0].bias), tr(BIAS)))
        self.setAccessibleDescription(", ".join(f"{title} {value}" for title, value, _ in self._cards))
        self._fit()
        self.redraw()

    def card(self, index: int) -> QRectF:
        """Where a card is."""
        columns = self._columns()
        wide = (self.width() - (columns - 1) * _GAP) / columns
        row, column = divmod(index, columns)
        return QRectF(column * (wide + _GAP), row * (_HEIGHT + _GAP), wide, _HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(3 * (_NARROWEST + _GAP), self.minimumHeight())

    def tip(self, place: QPointF) -> str:
        index = next((n for n in range(len(self._cards)) if self.card(n).contains(place)), None)
        if index is None:
            return ""
        title, value, summary = self._cards[index]
        return f"{title} {value}\n{summary}".strip()

    def draw(self, painter: QPainter) -> None:
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for index, (title, value, _) in enumerate(self._cards):
            card = self.card(index)
            painter.setPen(theme().color("line"))
            painter.setBrush(theme().color("raised"))
            painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
            inside = card.adjusted(8, 3, -4, -3)
            painter.setFont(theme().font(BODY, bold=True))
            painter.setPen(theme().color("text"))
            painter.drawText(QRectF(inside.left(), inside.top(), inside.width(), 20), left, value)
            painter.setFont(theme().font(CAPTION))
            painter.setPen(theme().color("muted"))
            text = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(inside.width()))
            painter.drawText(QRectF(inside.left(), inside.top() + 20, inside.width(), 16), left, text)

    def _columns(self) -> int:
        return max(1, min(len(self._cards) or 1, (self.width() + _GAP) // (_NARROWEST + _GAP)))

    def _fit(self) -> None:
        rows = -(-len(self._cards) // self._columns())
        self.setFixedHeight(max(0, rows * (_HEIGHT + _GAP) - _GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
