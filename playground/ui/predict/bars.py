"""What the network says of one sample: a bar for each class or label."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import tr
from playground.protocol import Predicted
from playground.ui.evaluate.words import number, percent
from playground.ui.plots.views.painted import Painted
from playground.ui.theme import CAPTION, theme

_ROW, _LEAST, _NAMES, _NUMBERS = 19.0, 12.0, 96.0, 58.0


class AnswerBars(Painted):
    """In the order of the classes while all have room, else the likeliest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What the network says"), parent=parent)
        self._names: tuple[str, ...] = ()
        self._values: tuple[float, ...] = ()
        self._probabilities = True
        self.said = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(140, 60)

    def show_answer(self, answer: Predicted | None) -> None:
        """The first row of an answer; None empties it."""
        row = answer.rows[0] if answer is not None and answer.rows else None
        if row is None or answer is None:
            self.show_values((), (), "")
        else:
            self.show_values(answer.names, row.values, row.said, probabilities=answer.probabilities)

    def show_values(
        self, names: Sequence[str], values: Sequence[float], said: str, *, probabilities: bool = True
    ) -> None:  # fmt: skip
        """A bar for each value; without as many names they are numbered. ``said`` is the answer in words."""
        self._names, self._values, self._probabilities = tuple(names), tuple(values), probabilities
        if len(self._names) != len(self._values):
            self._names = tuple(f"{n + 1}" for n in range(len(self._values)))
        self.said = said
        told = ", ".join(f"{name} {self._text(value)}" for name, value in zip(self._names, self._values, strict=True))
        self.setAccessibleDescription(f"{self.said}: {told}" if told else self.said)
        self.redraw()

    def sizeHint(self) -> QSize:
        return QSize(220, int(_ROW * 10))

    @property
    def values(self) -> tuple[float, ...]:
        return self._values

    def shown(self) -> list[int]:
        """Numbers of the classes in the rows that have room."""
        rows = max(1, int(self.height() // self._row()))
        if len(self._values) <= rows:
            return list(range(len(self._values)))
        likely = sorted(range(len(self._values)), key=lambda n: -self._values[n])
        return likely[: max(1, rows - 1)]

    def _row(self) -> float:
        return min(_ROW, max(_LEAST, self.height() / max(len(self._values), 1)))

    def _text(self, value: float) -> str:
        return percent(value) if self._probabilities else number(value)

    def tip(self, place: QPointF) -> str:
        shown, row = self.shown(), int(place.y() // self._row())
        return f"{self._names[shown[row]]}: {self._text(self._values[shown[row]])}" if 0 <= row < len(shown) else ""

    def draw(self, painter: QPainter) -> None:
        painter.setFont(theme().font(CAPTION))
        metrics, shown, high = painter.fontMetrics(), self.shown(), self._row()
        if not shown:
            return
        names = min(_NAMES, max(metrics.horizontalAdvance(self._names[n]) for n in shown) + 8.0)
        finite = [value if math.isfinite(value) else 0.0 for value in self._values]
        best = max(range(len(finite)), key=lambda n: finite[n])
        low, top = (0.0, 1.0) if self._probabilities else (min(0.0, *finite), max(0.0, *finite))
        room = max(self.width() - names - _NUMBERS, 10.0)
        middle = Qt.AlignmentFlag.AlignVCenter
        for row, index in enumerate(shown):
            y, value = row * high, self._values[index]
            painter.setFont(theme().font(CAPTION, bold=index == best))
            painter.setPen(theme().color("text" if index == best else "muted"))
            text = metrics.elidedText(self._names[index], Qt.TextElideMode.ElideRight, int(names) - 6)
            painter.drawText(QRectF(0, y, names - 6, high), middle | Qt.AlignmentFlag.AlignRight, text)
            ground = QRectF(names, y + high / 2 - 4, room, 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("line"))
            painter.drawRoundedRect(ground, 3, 3)
            shown_end = value if math.isfinite(value) else 0.0
            zero, end = ((part - low) / ((top - low) or 1.0) for part in (0.0, shown_end))
            left, right = sorted((names + room * zero, names + room * min(max(end, 0.0), 1.0)))
            if right - left >= 0.5:
                painter.setBrush(theme().color("accent" if index == best else "muted"))
                painter.drawRoundedRect(QRectF(left, ground.top(), right - left, 8), 3, 3)
            painter.setPen(theme().color("text" if index == best else "muted"))
            where = QRectF(names + room + 4, y, _NUMBERS - 4, high)
            painter.drawText(where, middle | Qt.AlignmentFlag.AlignRight, self._text(value))
        if len(shown) < len(self._values):
            painter.setFont(theme().font(CAPTION))
            painter.setPen(theme().color("muted"))
            more = tr("and {count:,} less likely", count=len(self._values) - len(shown))
            painter.drawText(QRectF(names, len(shown) * high, room + _NUMBERS, high), middle, more)
