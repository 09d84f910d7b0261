"""The line above a plot: its name, and its curves with their newest values where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.plots.readout import Line, paint_swatch
from playground.ui.theme import BODY, CAPTION, theme

HEIGHT = 26
_SWATCH, _GAP = 12.0, 14.0


class PlotHeader(QWidget):
    """Painted in one go: it changes with every refresh."""

    def __init__(self, title: str, short: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = (title, short or title)  # the short one where the legend would not fit beside the other
        self._lines: list[Line] = []
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        theme().changed.connect(self.update)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """The legend, with values."""
        if list(lines) != self._lines:
            self._lines = list(lines)
            described = ", ".join(f"{line.name} {line.value}".strip() for line in lines)
            self.setAccessibleDescription(described)
            self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font(BODY, bold=True))
        painter.setPen(theme().color("text"))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        bold, metrics = QFontMetricsF(painter.font()), QFontMetricsF(theme().font(CAPTION))
        for title in self._titles:
            texts, widths = self._fitting(metrics, self.width() - bold.horizontalAdvance(title))
            if any(texts) or not self._lines:
                break
        painter.drawText(QRectF(self.rect()), middle, title)
        left = self.width() - sum(widths)
        painter.setFont(theme().font(CAPTION))
        for line, text, width in zip(self._lines, texts, widths, strict=True):
            if line.color is not None:
                paint_swatch(painter, QPointF(left + _GAP, self.height() / 2), line.color, width=_SWATCH)
            painter.setPen(theme().color("muted"))
            painter.drawText(QRectF(left + _GAP + _SWATCH + 5, 0, width, self.height()), middle, text)
            left += width
        painter.end()

    def _fitting(self, metrics: QFontMetricsF, room: float) -> tuple[list[str], list[float]]:
        """Names with values, names alone, or nothing but the colours."""
        for texts in (
            [f"{line.name} {line.value}".strip() for line in self._lines],
            [line.name for line in self._lines],
            ["" for _ in self._lines],
        ):
            widths = [_GAP + _SWATCH + 5 + metrics.horizontalAdvance(text) for text in texts]
            if sum(widths) <= room or not any(texts):
                break
        return texts, widths
