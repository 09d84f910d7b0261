"""Who plays with whom: noise, generator, discriminator and real samples; who learns is lit up, step by step."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import mark, tr
from playground.ui.plots.views.painted import Painted
from playground.ui.theme import CAPTION, theme
from playground.ui.views.gan.palette import faded, fake_color, judge_color, real_color

GENERATOR, DISCRIMINATOR = mark("Generator"), mark("Discriminator")
_HIGH, _LONGEST_PHASE = 58, 0.8
_SAID = {
    GENERATOR: mark("The generator learned: noise → fakes → judgement, and back"),
    DISCRIMINATOR: mark("The discriminator learned: real and fake samples → judgement"),
}


class GameFlow(Painted):
    """``play`` lights up those who learned in a step, one after the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Who plays with whom"), parent=parent)
        self._lit, self._phases = "", [""]
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._go_on)
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def lit(self) -> str:
        """The network that is lit up, "" for none."""
        return self._lit

    def play(self, learned: tuple[str, ...], seconds: float) -> None:
        """Light up ``learned`` in turn, within the ``seconds`` until the next step; the last one stays."""
        self._phases = list(learned)
        self._next.setInterval(round(1000 * min(seconds / max(1, len(learned)), _LONGEST_PHASE)))
        self._go_on()

    def rest(self) -> None:
        """Nobody is lit up."""
        self._next.stop()
        self._light("")

    def sizeHint(self) -> QSize:
        return QSize(200, _HIGH)

    def tip(self, place: QPointF) -> str:
        return _said(self._lit)

    @Slot()
    def _go_on(self) -> None:
        if self._phases:
            self._light(self._phases.pop(0))
        if self._phases:
            self._next.start()

    def _light(self, network: str) -> None:
        if network != self._lit:
            self._lit = network
            self.setAccessibleDescription(_said(network))
            self.redraw()

    def draw(self, painter: QPainter) -> None:
        wide, box = float(self.width()), 20.0
        ends = min(44.0, wide * 0.2)
        middle, judge = min(74.0, wide * 0.34), min(92.0, wide * 0.4)
        noise, real = QRectF(1, 6, ends, box), QRectF(1, _HIGH - box - 6, ends, box)
        generator = QRectF(ends + (wide - judge - ends - middle) / 2, 6, middle, box)
        judged = QRectF(wide - judge - 1, (_HIGH - box) / 2, judge, box)
        forges, judges = self._lit == GENERATOR, self._lit == DISCRIMINATOR
        self._link(painter, noise, generator, fake_color() if forges else None)
        self._link(painter, generator, judged, fake_color() if forges or judges else None)
        self._link(painter, real, judged, real_color() if judges else None)
        self._box(painter, noise, tr("Noise"), theme().color("muted"), lit=False)
        self._box(painter, real, tr("Real"), real_color(), lit=False)
        self._box(painter, generator, tr(GENERATOR), fake_color(), lit=forges)
        self._box(painter, judged, tr(DISCRIMINATOR), judge_color(), lit=judges)

    def _box(self, painter: QPainter, room: QRectF, text: str, color: QColor, *, lit: bool) -> None:
        painter.setPen(QPen(color, 1.2))
        painter.setBrush(color if lit else theme().color("surface"))
        painter.drawRoundedRect(room, 5, 5)
        painter.setFont(theme().font(CAPTION, bold=lit))
        painter.setPen(theme().color("surface") if lit else theme().color("text"))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) - 4)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)

    def _link(self, painter: QPainter, start: QRectF, end: QRectF, color: QColor | None) -> None:
        pen = QPen(color if color is not None else theme().color("line"), 2.0 if color is not None else 1.4)
        painter.setPen(pen)
        first = QPointF(start.right() + 1, start.center().y())
        last = QPointF(end.left() - 2, end.center().y())
        if abs(first.y() - last.y()) > 4:  # to the nearer half of the box
            last.setY(end.center().y() + (4 if first.y() > last.y() else -4))
        painter.drawLine(first, last)
        along = last - first
        length = max(1.0, (along.x() ** 2 + along.y() ** 2) ** 0.5)
        unit = along / length
        side = QPointF(-unit.y(), unit.x()) * 3
        painter.setBrush(pen.color())
        painter.drawPolygon(QPolygonF([last, last - unit * 5 + side, last - unit * 5 - side]))
        painter.setBrush(faded(theme().color("surface"), 0.0))


def _said(network: str) -> str:
    """What the network that is lit up has done; "" where none is."""
    return tr(_SAID[network]) if network in _SAID else ""
