"""Backpropagation step by step on one unit: numbers forward, slopes back, then the weights move."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from playground.core.language import tr
from playground.ui.help.maths.theory import Pass
from playground.ui.help.pictures.knob import line, number
from playground.ui.help.pictures.picture import InteractivePicture, Options, Plate
from playground.ui.theme import theme

_FORWARD, _BACK = ("p", "z", "y", "J"), ("J", "y", "z", "b", "p", "w", "x")
_RATE, _HEIGHT = 0.5, 216
# Where nodes stand, across and down, from 0 to 1, and what stands in them.
_PLACES = {
    "x": (0.07, 0.26), "w": (0.07, 0.78), "p": (0.29, 0.42), "b": (0.29, 0.86), "z": (0.5, 0.56), "y": (0.72, 0.56),
    "J": (0.93, 0.56),
}  # fmt: skip
_LINKS = (("x", "p"), ("w", "p"), ("p", "z"), ("b", "z"), ("z", "y"), ("y", "J"))
_SIGNS = {"x": "x", "w": "w", "b": "b", "p": "×", "z": "+", "y": "tanh", "J": "J"}


class BackpropPicture(InteractivePicture):
    """y = tanh(w·x + b) and J = (y − t)². Each step computes one number forward, then one slope back, then learns."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self.now = Pass(1.5, 0.8, -0.3, -0.5)
        self.done = 0
        self.plate = _Graph(tr("Graph of y = tanh(w·x + b) and J = (y − t)²"))
        self.add_plate(self.plate)
        self.add_knob("x", tr("Input x"), line(-2, 2, 41), self.now.x)
        self.add_knob("target", tr("Target t"), line(-1, 1, 41), self.now.target)
        self.add_steps(self.step, self.restart, interval=900)
        self.add_words(tr("Blue: values, forward. Orange: slopes of J, back. The last step moves w and b downhill."))
        self.follow()

    @property
    def last(self) -> int:
        """Steps of one round: forward, back, and the one that learns."""
        return len(_FORWARD) + len(_BACK) - 1 + 1

    def step(self) -> bool:
        """One more number; after the last the weights have moved and a new round begins."""
        self.done += 1
        if self.done > self.last:
            self.now = self.now.moved(_RATE)
            self.done = 0
        self._show()
        return True

    def restart(self) -> None:
        self.now = Pass(self.value("x"), 0.8, -0.3, self.value("target"))
        self.done = 0
        self._show()

    def follow(self) -> None:
        self.now = Pass(self.value("x"), self.now.w, self.now.b, self.value("target"))
        self._show()

    @property
    def known(self) -> tuple[set[str], set[str]]:
        """Which values are computed by now, and which slopes."""
        forward = min(self.done, len(_FORWARD))
        back = max(0, self.done - len(_FORWARD))
        slopes = set(_BACK[: back + 1]) if back else set()
        return {"x", "w", "b", *_FORWARD[:forward]}, slopes

    def _show(self) -> None:
        values, slopes = self.known
        self.plate.show_pass(
            {name: self.now.values[name] for name in values}, {name: self.now.slopes[name] for name in slopes}
        )
        self.say(self._words())

    def _words(self) -> str:
        values, slopes, done = self.now.values, self.now.slopes, self.done
        n = {name: number(round(value, 3)) for name, value in values.items()}
        s = {name: number(round(value, 3)) for name, value in slopes.items()}
        t = number(self.now.target)
        told = [
            tr("Step computes the next number."),
            tr("p = w·x = {w}·{x} = {p}", **n), tr("z = p + b = {p} + {b} = {z}", **n),
            tr("y = tanh(z) = tanh({z}) = {y}", **n), tr("J = (y − t)² = ({y} − {t})² = {J}", t=t, **n),
            tr("∂J/∂y = 2·(y − t) = 2·({y} − {t}) = {slope}", y=n["y"], t=t, slope=s["y"]),
            tr("∂J/∂z = ∂J/∂y · (1 − y²) = {by}·(1 − {y}²) = {slope}", by=s["y"], y=n["y"], slope=s["z"]),
            tr("∂J/∂b = ∂J/∂z · 1 = {slope}: a sum passes the slope on", slope=s["b"]),
            tr("∂J/∂p = ∂J/∂z · 1 = {slope}: a sum passes the slope on", slope=s["p"]),
            tr("∂J/∂w = ∂J/∂p · x = {by}·{x} = {slope}", by=s["p"], x=n["x"], slope=s["w"]),
            tr("∂J/∂x = ∂J/∂p · w = {by}·{w} = {slope}: what an earlier layer would get", by=s["p"], w=n["w"],
               slope=s["x"]),
            tr("Now learn: w ← {w} − {rate}·{sw} and b ← {b} − {rate}·{sb}", w=n["w"], b=n["b"], rate=_RATE, sw=s["w"],
               sb=s["b"]),
        ]  # fmt: skip
        return told[min(done, len(told) - 1)]


class _Graph(Plate):
    def __init__(self, name: str) -> None:
        super().__init__(_HEIGHT, name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._values: dict[str, float] = {}
        self._slopes: dict[str, float] = {}

    def show_pass(self, values: dict[str, float], slopes: dict[str, float]) -> None:
        self._values, self._slopes = values, slopes
        self.update()

    def _place(self, name: str) -> QPointF:
        across, down = _PLACES[name]
        return QPointF(24 + across * (self.width() - 48), 18 + down * (self.height() - 52))

    def draw(self, painter: QPainter) -> None:
        for start, end in _LINKS:
            back = start in self._slopes
            lit = end in self._values
            color = theme().color("val" if back else "train" if lit else "line")
            painter.setPen(QPen(color, 2.5 if back or lit else 1.2))
            painter.drawLine(QLineF(self._place(start), self._place(end)))
        for name in _PLACES:
            self._draw_node(painter, name)

    def _draw_node(self, painter: QPainter, name: str) -> None:
        place, known = self._place(name), name in self._values
        radius = 19.0
        painter.setPen(QPen(theme().color("train" if known else "edge"), 2 if known else 1))
        painter.setBrush(theme().color("raised"))
        painter.drawEllipse(place, radius, radius)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.setPen(theme().color("text"))
        painter.drawText(QRectF(place.x() - radius, place.y() - 8, 2 * radius, 16), middle, _SIGNS[name])
        if known:
            above = QRectF(place.x() - 40, place.y() - radius - 17, 80, 16)
            painter.setPen(theme().color("accentText"))
            painter.drawText(above, middle, number(round(self._values[name], 3)))
        if name in self._slopes:
            below = QRectF(place.x() - 44, place.y() + radius + 1, 88, 16)
            painter.setPen(theme().color("warn"))
            painter.drawText(below, middle, number(round(self._slopes[name], 3)))
