"""How much each number of a variational autoencoder's code says: its part of the divergence in the loss."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.core.language import mark, tr
from playground.protocol import LatentSeen
from playground.ui.plots.ticks import linear_ticks, value_text
from playground.ui.plots.views.painted import Painted
from playground.ui.sentences import sentences
from playground.ui.theme import CAPTION, theme
from playground.ui.views.latent.sliders import DEAD
from playground.ui.widgets.basics import label

_LEFT, _BOTTOM, _TOP, _WIDEST, _SHORT = 34.0, 16.0, 4.0, 22.0, 3.0
_ALL_SAY, _THE_ONE_SAYS = mark("All numbers of the code say something."), mark("The number of the code says something.")
_NONE_SAYS = mark(
    "No number of the code says anything: each has less than {least} nats. The decoder goes without them "
    "(posterior collapse); a smaller β, or a warm-up of it, helps."
)
_SOME_DEAD = mark("{dead} of {count} numbers are dead: they say less than {least} nats, and the decoder goes without.")
_ONE_DEAD = mark("{dead} of {count} numbers is dead: it says less than {least} nats, and the decoder goes without.")
_WEIGHED = mark("Together {total:.2f} nats over {samples:,} samples, with the weight {weight:.3g} in the loss.")
_WEIGHED_NOW = mark(
    "Together {total:.2f} nats over {samples:,} samples, with the weight {weight:.3g} in the loss now, on the way to "
    "β = {beta:.3g} within {epochs} epochs."
)
_WEIGHED_BETA = mark(
    "Together {total:.2f} nats over {samples:,} samples, with the weight {weight:.3g} in the loss (β = {beta:.3g})."
)


def words(seen: LatentSeen) -> str:
    """What the bars say, in sentences."""
    assert seen.kl is not None
    count, dead, total = len(seen.kl), int((seen.kl < DEAD).sum()), float(seen.kl.sum())
    if dead == 0:
        first = _ALL_SAY if count > 1 else _THE_ONE_SAYS
    elif dead == count:
        first = _NONE_SAYS
    else:
        first = _SOME_DEAD if dead > 1 else _ONE_DEAD
    weighed = _WEIGHED
    if seen.warm_up and seen.weight < seen.beta:
        weighed = _WEIGHED_NOW
    elif seen.beta != 1:
        weighed = _WEIGHED_BETA
    together = tr(
        weighed, total=total, samples=len(seen.points), weight=seen.weight, beta=seen.beta, epochs=seen.warm_up
    )
    return sentences(tr(first, dead=dead, count=count, least=DEAD), together)


class Bars(Painted):
    """One for each number of the code, dead ones marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Divergence of each number of the code"), parent=parent)
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
        text = mark("z{number}: {value} nats (dead)") if value < DEAD else mark("z{number}: {value} nats")
        return tr(text, number=index + 1, value=value_text(value))

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
