"""Optimizers walking down a loss over two weights, side by side if wanted."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF

from playground.core.language import tr
from playground.training.optimizers import OPTIMIZERS
from playground.ui.help.maths.stepping import LANDSCAPES, RATES, RULES, Array, Landscape, Walk
from playground.ui.help.pictures.grid import mixed
from playground.ui.help.pictures.knob import decades, number
from playground.ui.help.pictures.picture import InteractivePicture, Options, Plate
from playground.ui.theme import theme

_HEIGHT, _PIXELS, _LEVELS, _MOST_STEPS = 264, 512, 14, 400
_MEMORIES = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999)


class DescentPicture(InteractivePicture):
    """``kind`` is the optimizer; a theory page lets one choose it."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self._kind = str(self.options.get("kind", "SGD"))
        self.plate = _Map(tr("Loss over two weights, blue where it is low"))
        self.add_plate(self.plate)
        shapes = [(name, tr(land.title)) for name, land in LANDSCAPES.items()]
        self.add_choice("land", tr("Shape of the loss"), shapes, str(self.options.get("land", "ravine")))
        others = [("", tr("Compare with …"))]
        others += [(name, tr(OPTIMIZERS[name].title)) for name in RULES if name not in (self._kind, "GradientDescent")]
        self.add_choice("beside", tr("Another optimizer beside it"), others, str(self.options.get("beside", "")))
        self.add_knob("rate", tr("Learning rate"), decades(-3, 0, (1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9)), RATES[self._kind])
        for name, title, first in self._memories():
            self.add_knob(name, title, _MEMORIES, first)
        self.add_steps(self.step, self.restart, interval=90)
        self.add_words(
            tr("Click, or use the arrow keys, to begin somewhere else. The gradient is exact, without noise.")
        )
        self._walks: list[Walk] = []
        self._land = ""
        self.plate.changed.connect(self.restart)
        self.follow()

    def _memories(self) -> list[tuple[str, str, float]]:
        """The parameters of the optimizer that decide its way."""
        fields = OPTIMIZERS[self._kind].model_fields
        words = {"momentum": tr("Momentum"), "beta1": "β₁", "beta2": "β₂", "alpha": tr("Smoothing")}
        return [(name, words[name], float(fields[name].default)) for name in words if name in fields]

    @property
    def land(self) -> Landscape:
        return LANDSCAPES[self.choice("land")]

    @property
    def walks(self) -> list[Walk]:
        return self._walks

    def follow(self) -> None:
        if not hasattr(self, "_walks"):
            return
        if self._land != self.choice("land"):
            self._land = self.choice("land")
            self.plate.show_land(self.land)
        self.restart()

    def restart(self) -> None:
        """Back to where it begins."""
        self.pause()
        params = {name: knob.value for name, knob in self.knobs.items() if name != "rate"}
        self._walks = [Walk(self._kind, self.plate.start, self.value("rate"), params)]
        beside = self.choice("beside")
        if beside:
            self._walks.append(Walk(beside, self.plate.start, RATES[beside]))
        self.plate.paths = [[walk.at.copy()] for walk in self._walks]
        self.plate.names = [tr(OPTIMIZERS[kind].title) for kind in (self._kind, beside) if kind]
        self._tell()

    def step(self) -> bool:
        """One step of each; False when it has gone far enough, or out of sight."""
        for walk, path in zip(self._walks, self.plate.paths, strict=True):
            if np.abs(walk.at).max() < 1e6:
                walk.step(self.land.gradient(walk.at))
                path.append(walk.at.copy())
        self._tell()
        first = self._walks[0]
        flat = all(float(np.abs(self.land.gradient(walk.at)).max()) < 1e-3 for walk in self._walks)
        return first.steps < _MOST_STEPS and not flat and bool(np.abs(first.at).max() < 1e6)

    def _tell(self) -> None:
        told = []
        for kind, walk in zip((self._kind, self.choice("beside")), self._walks, strict=False):
            x, y = (float(part) for part in walk.at)
            away = max(abs(x), abs(y)) > 10 * self.land.reach
            loss = math.inf if away else float(self.land.value(np.array(x), np.array(y)))
            told.append(
                tr("{name}: step {step}, it diverges", name=tr(OPTIMIZERS[kind].title), step=walk.steps) if away
                else tr("{name}: step {step}, loss {loss}", name=tr(OPTIMIZERS[kind].title), step=walk.steps,
                        loss=number(loss))
            )  # fmt: skip
        self.say("\n".join(told))
        self.plate.update()


class _Map(Plate):
    """The landscape as shades with lines of equal loss, and the ways over it. ``changed``: another place to begin."""

    def __init__(self, name: str) -> None:
        super().__init__(_HEIGHT, name)
        self.start = (0.0, 0.0)
        self.paths: list[list[Array]] = []
        self.names: list[str] = []
        self._land: Landscape | None = None
        self._image: QImage | None = None
        theme().changed.connect(self._forget)

    def show_land(self, land: Landscape) -> None:
        self._land, self._image, self.start = land, None, land.start
        self.update()

    def _forget(self) -> None:
        self._image = None

    @property
    def _room(self) -> QRectF:
        side = min(self.width() - 8, self.height() - 8)
        return QRectF((self.width() - side) / 2, 4, side, side)

    def _place(self, at: Array) -> QPointF:
        assert self._land is not None
        room, reach = self._room, self._land.reach
        x, y = (float(part) for part in np.clip(at, -9 * reach, 9 * reach))
        return QPointF(
            room.left() + (x / reach + 1) / 2 * room.width(), room.top() + (1 - y / reach) / 2 * room.height()
        )

    def draw(self, painter: QPainter) -> None:
        if self._land is None:
            return
        if self._image is None:
            self._image = _painted(self._land)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._room, self._image)
        painter.setClipRect(self._room)
        for path, color in zip(self.paths, ("accent", "val"), strict=False):
            ink = theme().color(color)
            painter.setPen(QPen(theme().color("surface"), 4))
            painter.drawPolyline(QPolygonF([self._place(at) for at in path]))
            painter.setPen(QPen(ink, 2))
            painter.drawPolyline(QPolygonF([self._place(at) for at in path]))
            painter.setBrush(ink)
            painter.setPen(Qt.PenStyle.NoPen)
            for at in path:
                painter.drawEllipse(self._place(at), 2.5, 2.5)
            painter.setPen(QPen(theme().color("surface"), 1.5))
            painter.drawEllipse(self._place(path[-1]), 5.5, 5.5)
        painter.setClipping(False)
        self._draw_names(painter)

    def _draw_names(self, painter: QPainter) -> None:
        """Which way is whose, where there are two."""
        metrics, y = QFontMetricsF(painter.font()), self._room.top() + 6
        for name, color in zip(self.names, ("accent", "val"), strict=False):
            box = QRectF(self._room.left() + 6, y, metrics.horizontalAdvance(name) + 26, 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("raised"))
            painter.drawRoundedRect(box, 4, 4)
            painter.setBrush(theme().color(color))
            painter.drawEllipse(QPointF(box.left() + 10, box.center().y()), 4, 4)
            painter.setPen(theme().color("text"))
            painter.drawText(box.adjusted(20, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)
            y += 21

    def _begin_at(self, x: float, y: float) -> None:
        assert self._land is not None
        reach = self._land.reach
        self.start = (min(max(x, -reach), reach), min(max(y, -reach), reach))
        self.changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        room = self._room
        if self._land is not None and room.contains(event.position()):
            reach, at = self._land.reach, event.position()
            self._begin_at(
                reach * (2 * (at.x() - room.left()) / room.width() - 1),
                reach * (1 - 2 * (at.y() - room.top()) / room.height()),
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways: dict[int, tuple[float, float]] = {
            Qt.Key.Key_Left: (-0.1, 0), Qt.Key.Key_Right: (0.1, 0), Qt.Key.Key_Up: (0, 0.1), Qt.Key.Key_Down: (0, -0.1),
        }  # fmt: skip
        way = ways.get(event.key())
        if way is not None:
            self._begin_at(self.start[0] + way[0], self.start[1] + way[1])
        else:
            super().keyPressEvent(event)


def _painted(land: Landscape) -> QImage:
    """Shades by the root of the loss, so that the bottom is not all one, with lines of equal loss between them."""
    side = np.linspace(-land.reach, land.reach, _PIXELS)
    x, y = np.meshgrid(side, side[::-1])
    loss = land.value(x, y)
    part = np.sqrt((loss - loss.min()) / (loss.max() - loss.min()))
    level = np.floor(part * _LEVELS).astype(int)
    low = mixed(theme().color("surface"), theme().color("accent"), 0.38)
    table = [mixed(low, theme().color("surface"), index / _LEVELS) for index in range(_LEVELS + 1)]
    table.append(mixed(theme().color("surface"), theme().color("muted"), 0.55))
    colors = np.array([[c.blue(), c.green(), c.red(), 255] for c in table], dtype=np.uint8)
    edge = np.zeros(level.shape, dtype=bool)
    edge[:, 1:] |= level[:, 1:] != level[:, :-1]
    edge[1:] |= level[1:] != level[:-1]
    pixels = np.ascontiguousarray(colors[np.where(edge, _LEVELS + 1, level)])
    height, width = loss.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
