"""Dropout drawn again and again: which values go, and what is left of them all on average."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from playground.core.language import tr
from playground.ui.help.pictures.grid import Array, Grid
from playground.ui.help.pictures.knob import line, number
from playground.ui.help.pictures.picture import InteractivePicture, Options, Plate
from playground.ui.theme import theme

_ROWS, _COLUMNS, _SEED = 6, 10, 7
_HEIGHT = 176
# What SELU gives far below zero, which alpha dropout puts in place of what it drops (Klambauer et al. 2017).
_LOWEST = -1.7580993408473766


class DropoutPicture(InteractivePicture):
    """``kind`` is Dropout, SpatialDropout (whole rows: channels) or AlphaDropout."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        self._kind = str(self.options.get("kind", "Dropout"))
        self._random = np.random.default_rng(_SEED)
        self._values: Array = np.asarray(np.abs(self._random.normal(0.8, 0.4, (_ROWS, _COLUMNS))).round(1))
        if self._kind == "AlphaDropout":  # what follows a SELU: mean 0, variance 1
            raw = self._random.normal(0, 1, (_ROWS, _COLUMNS))
            self._values = (raw - raw.mean()) / raw.std()
        self._draws = self._random.random((_ROWS, _COLUMNS))
        self.plate = _Values(tr("Values after dropout"))
        self.add_plate(self.plate)
        self.add_knob("rate", tr("Rate"), line(0, 0.9, 19), float(self.params.get("rate", 0.5)), _percent)
        ways = [("train", tr("While training")), ("use", tr("While predicting"))]
        self.add_choice("mode", tr("When it is looked at"), ways)
        self.add_button("again", tr("Draw again"), self.draw_again)
        self.add_words(tr("Each batch draws anew. Predicting, everything passes."))
        self.follow()

    def draw_again(self) -> None:
        """Another batch."""
        self._draws = self._random.random((_ROWS, _COLUMNS))
        self.follow()

    @property
    def kept(self) -> Array:
        """1 where a value passes, 0 where it is dropped."""
        draws = self._draws[:, :1].repeat(_COLUMNS, axis=1) if self._kind == "SpatialDropout" else self._draws
        return np.where(draws >= self.value("rate"), 1.0, 0.0)

    def output(self) -> Array:
        """What the layer gives."""
        rate = self.value("rate")
        if self.choice("mode") == "use" or rate == 0:
            return self._values
        if self._kind == "AlphaDropout":
            scale = (1 - rate + _LOWEST**2 * rate * (1 - rate)) ** -0.5
            shift = -scale * _LOWEST * rate
            return np.asarray(scale * np.where(self.kept > 0, self._values, _LOWEST) + shift)
        return np.asarray(self._values * self.kept / (1 - rate))

    def follow(self) -> None:
        training = self.choice("mode") == "train"
        self.plate.show_values(self.output(), self.kept if training else np.ones_like(self._values))
        dropped = int((1 - self.kept).sum()) if training else 0
        mean = float(self.output().mean())
        self.say(
            tr(
                "{dropped} of {all} dropped · mean {mean}, without dropout {before}", dropped=dropped,
                all=self._values.size, mean=number(mean), before=number(float(self._values.mean())),
            )
        )  # fmt: skip


class _Values(Plate):
    def __init__(self, name: str) -> None:
        super().__init__(_HEIGHT, name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._values, self._kept = np.zeros((_ROWS, _COLUMNS)), np.ones((_ROWS, _COLUMNS))

    def show_values(self, values: Array, kept: Array) -> None:
        self._values, self._kept = values, kept
        self.update()

    def draw(self, painter: QPainter) -> None:
        cell = min((self.width() - 8) / _COLUMNS, (self.height() - 8) / _ROWS)
        grid = Grid(QPointF((self.width() - cell * _COLUMNS) / 2, 4), cell, _ROWS, _COLUMNS)
        for row, column in np.ndindex(_ROWS, _COLUMNS):
            value, told = float(self._values[row, column]), bool(self._kept[row, column])
            grid.draw_cell(painter, row, column, value, 2.4, told=told)
        painter.setPen(QPen(theme().color("bad"), 1.5))
        for row, column in np.argwhere(self._kept == 0):
            rect: QRectF = grid.cell_rect(int(row), int(column)).adjusted(4, 4, -4, -4)
            painter.drawLine(rect.topLeft(), rect.bottomRight())
            painter.drawLine(rect.topRight(), rect.bottomLeft())


def _percent(value: float) -> str:
    return f"{value:.0%}"
