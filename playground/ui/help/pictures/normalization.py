"""Which numbers a normalization averages over: samples, channels and places as a block of cells."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen

from playground.core.language import mark, tr
from playground.ui.help.pictures.grid import Grid
from playground.ui.help.pictures.knob import number
from playground.ui.help.pictures.picture import InteractivePicture, Options, Plate
from playground.ui.theme import theme

Array = np.ndarray[Any, np.dtype[np.float64]]
SAMPLES, CHANNELS, PLACES = 3, 6, 4
_EPSILON = 1e-5
_KINDS = {
    "BatchNorm": mark("Batch norm"), "LayerNorm": mark("Layer norm"), "InstanceNorm": mark("Instance norm"),
    "GroupNorm": mark("Group norm"), "RMSNorm": mark("RMS norm"),
}  # fmt: skip
_TELL = {
    "BatchNorm": mark("one channel, over all samples of the batch and all places"),
    "LayerNorm": mark("one place of one sample, over all its channels"),
    "InstanceNorm": mark("one channel of one sample, over all its places"),
    "GroupNorm": mark("a group of channels of one sample, over all its places"),
    "RMSNorm": mark("one place of one sample, over all its channels, without taking the mean away"),
}
_LEFT, _TOP, _HEIGHT = 56.0, 20.0, 176


def members(kind: str, groups: int, sample: int, channel: int, place: int) -> Array:
    """Which cells (samples × channels × places, of truth values) share mean and variance with the one that is named."""
    mask = np.zeros((SAMPLES, CHANNELS, PLACES), dtype=bool)
    size = CHANNELS // groups
    first = channel // size * size
    where: dict[str, tuple[Any, Any, Any]] = {
        "BatchNorm": (slice(None), channel, slice(None)),
        "LayerNorm": (sample, slice(None), place),
        "RMSNorm": (sample, slice(None), place),
        "InstanceNorm": (sample, channel, slice(None)),
        "GroupNorm": (sample, slice(first, first + size), slice(None)),
    }
    mask[where[kind]] = True
    return mask


def normalized(values: Array, kind: str, groups: int) -> Array:
    """All values brought to mean 0 and variance 1 within their groups; of RMS norm to a mean square of 1."""
    found = np.empty_like(values)
    for index in np.ndindex(*values.shape):
        group = values[members(kind, groups, *index)]
        centre = 0.0 if kind == "RMSNorm" else group.mean()
        found[index] = (values[index] - centre) / np.sqrt(((group - centre) ** 2).mean() + _EPSILON)
    return found


class NormalizationPicture(InteractivePicture):
    """The numbers of a small batch, before or after; those averaged with the one under the pointer are framed."""

    def __init__(self, options: Options | None = None) -> None:
        super().__init__(options)
        random = np.random.default_rng(3)
        scale, shift = random.uniform(0.4, 2.0, (1, CHANNELS, 1)), random.normal(0, 1.2, (1, CHANNELS, 1))
        self.values = random.normal(0, 1, (SAMPLES, CHANNELS, PLACES)) * scale + shift
        self.plate = _Batch(tr("A batch: samples by channels, each with its places"))
        self.add_plate(self.plate)
        kinds = [(kind, tr(words)) for kind, words in _KINDS.items()]
        self.add_choice("kind", tr("Which normalization"), kinds, str(self.options.get("kind", "BatchNorm")))
        ways = [("before", tr("Before")), ("after", tr("After"))]
        self.add_choice("shown", tr("Which values are shown"), ways)
        self._groups = self.add_knob("groups", tr("Groups"), [1.0, 2.0, 3.0, 6.0], 2.0)
        self.add_words(tr("Point at a number, or walk with the arrow keys, to see with which it is averaged."))
        self.plate.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        if "groups" not in self.knobs:
            return
        kind, groups = self.choice("kind"), int(self.value("groups"))
        self._groups.setVisible(kind == "GroupNorm")
        mask = members(kind, groups, *self.plate.chosen)
        after = normalized(self.values, kind, groups)
        self.plate.show_values(after if self.choice("shown") == "after" else self.values, mask)
        group = self.values[mask]
        told = tr(
            "Averaged: {what}, {count} numbers.", what=tr(_TELL[kind]), count=int(mask.sum())
        ) + "\n" + tr(
            "Mean {mean}, deviation {deviation}: {before} becomes {after}.", mean=number(float(group.mean())),
            deviation=number(float(group.std())), before=number(float(self.values[self.plate.chosen])),
            after=number(float(after[self.plate.chosen])),
        )  # fmt: skip
        self.say(told)


class _Batch(Plate):
    """A row for each sample, a column for each channel; each cell of these has a row of places."""

    def __init__(self, name: str) -> None:
        super().__init__(_HEIGHT, name)
        self.chosen = (0, 1, 1)
        self._values = np.zeros((SAMPLES, CHANNELS, PLACES))
        self._mask = np.zeros((SAMPLES, CHANNELS, PLACES), dtype=bool)

    def show_values(self, values: Array, mask: Array) -> None:
        self._values, self._mask = values, mask
        self.update()

    def _grid(self, sample: int, channel: int) -> Grid:
        """The places of a channel of a sample: two rows of two."""
        wide = (self.width() - _LEFT - 8) / CHANNELS
        high = (self.height() - _TOP - 4) / SAMPLES
        cell = min((wide - 3) / 2, (high - 4) / 2)
        return Grid(QPointF(_LEFT + channel * wide, _TOP + sample * high), cell, 2, PLACES // 2)

    def draw(self, painter: QPainter) -> None:
        muted, middle = theme().color("muted"), Qt.AlignmentFlag.AlignVCenter
        most = float(np.abs(self._values).max())
        metrics = QFontMetricsF(painter.font())
        for channel in range(CHANNELS):
            painter.setPen(muted)
            room = self._grid(0, channel).rect
            words = tr("channel {number}", number=channel + 1)
            fits = metrics.horizontalAdvance(words) <= room.width()
            at = QRectF(room.left() - 10, 0, room.width() + 20, _TOP)
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, words if fits else str(channel + 1))
        for sample in range(SAMPLES):
            painter.setPen(muted)
            room = self._grid(sample, 0).rect
            at = QRectF(0, room.top(), _LEFT - 4, room.height())
            painter.drawText(at, middle, tr("sample {number}", number=sample + 1))
            for channel in range(CHANNELS):
                self._draw_places(painter, sample, channel, most)

    def _draw_places(self, painter: QPainter, sample: int, channel: int, most: float) -> None:
        grid = self._grid(sample, channel)
        for place in range(PLACES):
            row, column = divmod(place, 2)
            value, inside = float(self._values[sample, channel, place]), self._mask[sample, channel, place]
            painter.setOpacity(1.0 if inside else 0.6)
            grid.draw_cell(painter, row, column, value, most)
            painter.setOpacity(1.0)
            if inside:
                chosen = (sample, channel, place) == self.chosen
                painter.setPen(QPen(theme().color("accent"), 3 if chosen else 1.5))
                painter.drawRect(grid.cell_rect(row, column).adjusted(1, 1, -1, -1))

    def choose(self, sample: int, channel: int, place: int) -> None:
        if (sample, channel, place) != self.chosen:
            self.chosen = (sample, channel, place)
            self.changed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        for sample in range(SAMPLES):
            for channel in range(CHANNELS):
                cell = self._grid(sample, channel).cell_at(event.position())
                if cell is not None:
                    self.choose(sample, channel, cell[0] * 2 + cell[1])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As in a table whose rows and columns are two places wide."""
        ways: dict[int, tuple[int, int]] = {
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
        }  # fmt: skip
        way = ways.get(event.key())
        if way is None:
            super().keyPressEvent(event)
            return
        sample, channel, place = self.chosen
        row = min(max(2 * sample + place // 2 + way[0], 0), 2 * SAMPLES - 1)
        column = min(max(2 * channel + place % 2 + way[1], 0), 2 * CHANNELS - 1)
        self.choose(row // 2, column // 2, 2 * (row % 2) + column % 2)
