"""Which line is which layer, with its gradient and its update at the crosshair, or newest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import tr
from playground.ui.plots.readout import paint_swatch
from playground.ui.theme import BODY, CAPTION, theme

ROW, _HEAD = 18, 26
_SWATCH, _NUMBERS = 16.0, 56.0


@dataclass(frozen=True, slots=True)
class LayerLine:
    """One layer's row."""

    title: str
    color: QColor
    dashed: bool
    gradient: str
    update: str


class LayerLegend(QWidget):
    """A small painted table; put into a scroll area, because networks have any number of layers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[LayerLine] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(tr("Layers"))
        theme().changed.connect(self.update)

    @property
    def lines(self) -> Sequence[LayerLine]:
        return self._lines

    def set_lines(self, lines: Sequence[LayerLine]) -> None:
        if list(lines) == self._lines:
            return
        self._lines = list(lines)
        self.setMinimumHeight(_HEAD + ROW * len(lines))
        self.setToolTip("\n".join(line.title for line in lines))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(250, _HEAD + ROW * len(self._lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme().font(BODY, bold=True))
        painter.setPen(theme().color("text"))
        painter.drawText(QRectF(0, 0, self.width(), _HEAD), Qt.AlignmentFlag.AlignVCenter, tr("Layers"))
        painter.setFont(theme().font(CAPTION))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(theme().color("muted"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        for text, cell in zip((tr("gradient"), tr("update")), self._columns(0, _HEAD), strict=True):
            painter.drawText(cell, right, text)
        for index, line in enumerate(self._lines):
            top = _HEAD + index * ROW
            paint_swatch(painter, QPointF(0, top + ROW / 2), line.color, dashed=line.dashed, width=_SWATCH)
            gradient, update = self._columns(top, ROW)
            name = QRectF(_SWATCH + 8, top, gradient.left() - _SWATCH - 8, ROW)
            painter.setPen(theme().color("text"))
            title = metrics.elidedText(line.title, Qt.TextElideMode.ElideMiddle, name.width())
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, title)
            painter.setPen(theme().color("muted"))
            painter.drawText(gradient, right, line.gradient)
            painter.drawText(update, right, line.update)
        painter.end()

    def _columns(self, top: float, height: float) -> tuple[QRectF, QRectF]:
        left = self.width() - 2 * _NUMBERS - 6
        return QRectF(left, top, _NUMBERS, height), QRectF(left + _NUMBERS, top, _NUMBERS, height)
