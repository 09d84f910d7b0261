"""The scale beside a plot whose colours are values: the colours from below up, with numbers at them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from playground.ui.plots.ticks import linear_ticks
from playground.ui.theme import CAPTION, theme

BAR, BAR_TEXT = 12.0, 44.0  # its width, and that of the numbers beside it
_APART = 36.0  # pixels from number to number at least


def paint_value_bar(painter: QPainter, bar: QRectF, colors: np.ndarray, low: float, high: float) -> None:
    """``colors`` n×3 from 0 to 255, those of ``low`` first; nothing where the ends are the same."""
    if high <= low:
        return
    upright = np.ascontiguousarray(colors[::-1].astype(np.uint8))
    painter.drawImage(bar, QImage(upright.tobytes(), 1, len(upright), 3, QImage.Format.Format_RGB888))
    painter.setFont(theme().font(CAPTION))
    painter.setPen(theme().color("muted"))
    for tick in linear_ticks(low, high, max(2, int(bar.height() / _APART))):
        y = bar.bottom() - (tick.place - low) / (high - low) * bar.height()
        painter.drawText(QRectF(bar.right() + 6, y - 8, BAR_TEXT, 16), Qt.AlignmentFlag.AlignVCenter, tick.text)
