"""One method's picture: colours over an image, bars for a row, words and moments on coloured grounds."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from playground.core.language import tr
from playground.protocol import Attribution, ExplainSeen
from playground.ui.evaluate.words import number
from playground.ui.plots.views.painted import Painted
from playground.ui.theme import BODY, CAPTION, theme
from playground.ui.views.explain.shades import color_of, overlaid, tint

_ROW, _LINE, _PAD = 16.0, 20.0, 3.0
_LANES, _LANE = 6, 26.0
_NAMES, _BARS = 0.42, 110.0  # the part of a row that names have at least, and what they leave for bars


class Figure(Painted):
    """Of one sight. ``order``: which numbers of a row stand first where there is no room for all."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._seen: ExplainSeen | None = None
        self._found: Attribution | None = None
        self.reach, self._opacity = 0.0, 0.5
        self._order: list[int] = []
        self._named = True
        self._boxes: list[tuple[QRectF, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(100, 72)

    def sizeHint(self) -> QSize:
        return QSize(160, 140)

    def show_found(
        self, seen: ExplainSeen | None, found: Attribution | None, reach: float, opacity: float, order: list[int],
        *, named: bool = True,
    ) -> None:  # fmt: skip
        """Colours go up to ``reach``; None shows nothing. Where others have the names of a row, it is not ``named``."""
        self._named = named
        self._seen, self._found, self.reach, self._opacity, self._order = seen, found, reach, opacity, order
        self.redraw()

    @property
    def values(self) -> np.ndarray | None:
        return self._found.values if self._found is not None else None

    def tip(self, place: QPointF) -> str:
        if self._seen is not None and self._seen.form == "image" and self.values is not None:
            return self._pixel(place)
        return next((text for box, text in self._boxes if box.contains(place)), "")

    def draw(self, painter: QPainter) -> None:
        self._boxes = []
        seen, values = self._seen, self.values
        if seen is None or values is None:
            if self._found is not None:
                self._write(painter, self._found.missing or "…")
            return
        {"image": self._image, "row": self._rows, "series": self._series, "words": self._words}[seen.form](
            painter, seen, values
        )

    def _write(self, painter: QPainter, text: str) -> None:
        painter.setFont(theme().font(CAPTION))
        painter.setPen(theme().color("muted"))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(self.rect()).adjusted(4, 0, -4, 0), flags, text)

    # --- images ---

    def height_for(self, width: int) -> int | None:
        """What an image needs of so many pixels across; None for all else, which takes what there is."""
        if self._seen is None or self._seen.form != "image" or self.values is None:
            return None
        high, wide = self.values.shape
        return -(-width * high // wide)

    def _room(self) -> QRectF:
        """Where the image is: as large as fits, at the left."""
        assert self.values is not None
        high, wide = self.values.shape
        scale = min(self.width() / wide, self.height() / high)
        return QRectF(0, 0, wide * scale, high * scale)

    def _image(self, painter: QPainter, seen: ExplainSeen, values: np.ndarray) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._room().width() < values.shape[1])
        painter.drawImage(self._room(), overlaid(seen.sample, values, self.reach, self._opacity))

    def _pixel(self, place: QPointF) -> str:
        room, values = self._room(), self.values
        if values is None or not room.contains(place):
            return ""
        row = min(int(place.y() / room.height() * values.shape[0]), values.shape[0] - 1)
        column = min(int(place.x() / room.width() * values.shape[1]), values.shape[1] - 1)
        value = number(float(values[row, column]))
        return tr("row {row}, column {column}: {value}", row=row, column=column, value=value)

    # --- rows ---

    def _rows(self, painter: QPainter, seen: ExplainSeen, values: np.ndarray) -> None:
        painter.setFont(theme().font(CAPTION))
        metrics = QFontMetricsF(painter.font())
        places = min(len(values), max(1, int(self.height() // _ROW)))
        shown = self._order[: places if places == len(values) else max(1, places - 1)]
        if places == len(values):
            shown = sorted(shown)
        named = max(self.width() - _BARS, self.width() * _NAMES) if self._named else 0.0
        room = self.width() - named - 4
        signed = self._found is not None and self._found.signed
        zero = named + 4 + (room / 2 if signed else 0)
        scale = (room / 2 if signed else room) / self.reach if self.reach > 0 else 0.0
        for line, index in enumerate(shown):
            value, top = float(values[index]), line * _ROW
            name = seen.names[index] if index < len(seen.names) else f"{index + 1}"
            own = number(float(seen.sample[index])) if index < len(seen.sample) else ""
            painter.setPen(theme().color("text"))
            text = metrics.elidedText(f"{name} {own}", Qt.TextElideMode.ElideMiddle, named)
            painter.drawText(QRectF(0, top, named, _ROW), Qt.AlignmentFlag.AlignVCenter, text)
            long = min(abs(value) * scale, room) if np.isfinite(value) else 0.0
            bar = QRectF(zero if value > 0 else zero - long, top + 3, max(long, 1.0), _ROW - 6)
            painter.fillRect(bar, color_of(value))
            told = tr("{name} is {own}: {value}", name=name, own=own, value=number(value))
            self._boxes.append((QRectF(0, top, self.width(), _ROW), told))
        painter.setPen(QPen(theme().color("line"), 1))
        painter.drawLine(QPointF(zero, 0), QPointF(zero, len(shown) * _ROW))
        if len(shown) < len(values):
            painter.setPen(theme().color("muted"))
            others = tr("and {count:,} others", count=len(values) - len(shown))
            painter.drawText(QPointF(0, (len(shown) + 1) * _ROW - 4), others)

    # --- series ---

    def _series(self, painter: QPainter, seen: ExplainSeen, values: np.ndarray) -> None:
        """Lanes for the features that count most, the values behind each as grounds."""
        sizes = np.nan_to_num(np.abs(values)).sum(0)
        count = min(values.shape[1], _LANES, max(1, int(self.height() // _LANE)))
        lanes = sorted(np.argsort(-sizes, kind="stable")[:count].tolist())
        high, across = self.height() / len(lanes), self.width() / len(values)
        for line, lane in enumerate(lanes):
            room = QRectF(0, line * high + 1, self.width(), high - 3)
            for moment, value in enumerate(values[:, lane]):
                cell = QRectF(moment * across, room.top(), across + 0.5, room.height())
                if np.isfinite(value):
                    painter.fillRect(cell, tint(float(value), self.reach, self._opacity))
                self._boxes.append((cell, _moment_told(seen, lane, moment, float(value))))
            self._line(painter, room, seen.sample[:, lane])

    def _line(self, painter: QPainter, room: QRectF, numbers: np.ndarray) -> None:
        sound = np.nan_to_num(numbers.astype(np.float64))
        low, high = float(sound.min()), float(sound.max())
        across = room.width() / len(sound)
        x = room.left() + (np.arange(len(sound)) + 0.5) * across
        y = room.bottom() - 2 - (room.height() - 4) * (sound - low) / ((high - low) or 1.0)
        painter.setPen(QPen(theme().color("text"), 1.3))
        painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]))

    # --- words ---

    def _words(self, painter: QPainter, seen: ExplainSeen, values: np.ndarray) -> None:
        painter.setFont(theme().font(BODY))
        metrics = QFontMetricsF(painter.font())
        x = y = 0.0
        if not len(values):
            self._write(painter, tr("No word of this text is known."))
        for word, value in zip(seen.names, values.tolist(), strict=False):
            wide = metrics.horizontalAdvance(word) + 2 * _PAD
            if x and x + wide > self.width():
                x, y = 0.0, y + _LINE
            if y + _LINE > self.height():
                painter.setPen(theme().color("muted"))
                painter.drawText(QPointF(self.width() - 12, self.height() - 2), "…")
                return
            box = QRectF(x, y + 1, wide, _LINE - 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint(value, self.reach, self._opacity))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(theme().color("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
            self._boxes.append((box, f"{word}: {number(value)}"))
            x += wide + 1


def _moment_told(seen: ExplainSeen, lane: int, moment: int, value: float) -> str:
    """A number of a series, and what it counts."""
    name = seen.names[lane] if lane < len(seen.names) else tr("feature {number}", number=lane + 1)
    own = number(float(seen.sample[moment, lane]))
    return tr("{name}, step {step}, is {own}: {value}", name=name, step=moment, own=own, value=number(value))
