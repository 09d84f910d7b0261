"""How much each number of a variational autoencoder's code says: its part of the divergence in the loss."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.protocol import LatentSeen
from playground.ui.plots.ticks import linear_ticks, value_text
from playground.ui.plots.views.painted import Painted
from playground.ui.theme import CAPTION, theme
from playground.ui.views.latent.sliders import DEAD
from playground.ui.widgets.basics import label

_LEFT, _BOTTOM, _TOP, _WIDEST, _SHORT = 34.0, 16.0, 4.0, 22.0, 3.0


def words(seen: LatentSeen) -> str:
    """What the bars say, in sentences."""
    assert seen.kl is not None
    count, dead, total = len(seen.kl), int((seen.kl < DEAD).sum()), float(seen.kl.sum())
    if dead == 0:
        first = "All numbers of the code say something." if count > 1 else "The number of the code says something."
    elif dead == count:
        first = (
            f"No number of the code says anything: each has less than {DEAD} nats. The decoder goes without them "
            "(posterior collapse); a smaller β, or a warm-up of it, helps."
        )
    else:
        are = "numbers are dead: they say" if dead > 1 else "numbers is dead: it says"
        first = f"{dead} of {count} {are} less than {DEAD} nats, and the decoder goes without."
    weight = f"with the weight {seen.weight:.3g} in the loss"
    if seen.warm_up and seen.weight < seen.beta:
        weight += f" now, on the way to β = {seen.beta:.3g} within {seen.warm_up} epochs"
    elif seen.beta != 1:
        weight += f" (β = {seen.beta:.3g})"
    return f"{first} Together {total:.2f} nats over {len(seen.points):,} samples, {weight}."


class Bars(Painted):
    """One for each number of the code, dead ones marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Divergence of each number of the code", parent=parent)
        self.values = np.zeros(0)
        self.setMinimumSize(120, 80)

    def show_values(self, values: np.ndarray) -> None:
        self.values = values
        self.redraw()

    def tip(self, place: QPointF) -> str:
        step = self._step()
        index = int((place.x() - _LEFT) // step) if step else -1
        if place.x() < _LEFT or not 0 <= index < len(self.values):
            return ""
        value = float(self.values[index])
        return f"z{index + 1}: {value_text(value)} nats" + (" (dead)" if value < DEAD else "")

    def _step(self) -> float:
        return min(_WIDEST, max(1.0, self.width() - _LEFT) / len(self.values)) if len(self.values) else 0.0

    def draw(self, painter: QPainter) -> None:
        if not len(self.values):
            return
        high = max(float(np.nan_to_num(self.values).max()), 10 * DEAD)
        area = QRectF(_LEFT, _TOP, self.width() - _LEFT, self.height() - _TOP - _BOTTOM)
        painter.setFont(theme().font(CAPTION))
        for tick in linear_ticks(0.0, high, max(2, int(area.height() / 30))):
            y = area.bottom() - tick.place / high * area.height()
            painter.setPen(QPen(theme().color("grid"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme().color("muted"))
            where = QRectF(0, y - 8, _LEFT - 6, 16)
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.text)
        step, metrics, free = self._step(), painter.fontMetrics(), -1.0
        for index, value in enumerate(np.nan_to_num(self.values).tolist()):
            dead, left = value < DEAD, area.left() + index * step
            tall = max(_SHORT if dead else 1.0, value / high * area.height())
            color = theme().color("warn" if dead else "accent")
            painter.fillRect(QRectF(left + 1, area.bottom() - tall, max(1.0, step - 2), tall), color)
            name = f"z{index + 1}"
            wide = metrics.horizontalAdvance(name)
            middle = left + step / 2
            if middle - wide / 2 >= free:
                painter.setPen(theme().color("muted"))
                room = QRectF(middle - wide / 2 - 1, area.bottom() + 1, wide + 2, _BOTTOM - 1)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name)
                free = middle + wide / 2 + 6


class DivergencePanel(QWidget):
    """Bars, and what they say in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars, self._words = Bars(), label("", "caption", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.bars, 1)
        layout.addWidget(self._words)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_seen(self, seen: LatentSeen) -> None:
        if seen.kl is not None:
            self.bars.show_values(seen.kl)
            self._words.setText(words(seen))
