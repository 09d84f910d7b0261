"""How many fakes are of each class, and which classes are missing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.protocol import CoverageSeen
from playground.ui.plots.views.painted import Painted
from playground.ui.theme import CAPTION, theme
from playground.ui.views.gan.palette import faded, fake_color

_HEAD, _NAMES, _NUMBERS = 16.0, 13.0, 11.0
_PROBES = {
    "middles": "the nearest cloud of real samples", "neighbours": "the nearest real sample",
    "classifier": "a small classifier that learned the real samples",
}  # fmt: skip


class CountBars(Painted):
    """A bar for each class, a dashed line where it would be in the data, missing classes in the colour of trouble."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Generated samples of each class", parent=parent)
        self._seen: CoverageSeen | None = None
        self._words = ""
        self.setMinimumHeight(78)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_seen(self, seen: CoverageSeen) -> None:
        self._seen, self._words = seen, ""
        self.setAccessibleDescription(headline(seen))
        self.redraw()

    def say(self, words: str) -> None:
        """Words in the place of bars."""
        self._seen, self._words = None, words
        self.redraw()

    @property
    def said(self) -> str:
        """What stands over the bars, or in their place."""
        return headline(self._seen) if self._seen is not None else self._words

    def sizeHint(self) -> QSize:
        return QSize(200, 104)

    def tip(self, place: QPointF) -> str:
        seen = self._seen
        if seen is None:
            return ""
        lines = [f"{seen.samples:,} fakes, told by {_PROBES[seen.probe]}"]
        if seen.held_out:
            lines.append(f"right about {100 * seen.accuracy:.1f} % of {seen.held_out:,} held-out real samples")
        if seen.astray:
            lines.append(f"{seen.astray:,} are like no class")
        number = int(place.x() / max(1.0, self.width()) * len(seen.names))
        if place.y() > _HEAD and 0 <= number < len(seen.names) and seen.ready >= 1:
            told = f"{seen.names[number]}: {int(seen.counts[number]):,}, in the data it would be "
            lines.insert(
                0, f"{told}{float(seen.expected[number]):,.0f}" + (": missing" if seen.missing[number] else "")
            )
        return "\n".join(lines)

    def draw(self, painter: QPainter) -> None:
        seen = self._seen
        painter.setFont(theme().font(CAPTION))
        if seen is None or seen.ready < 1:
            painter.setPen(theme().color("muted"))
            words = headline(seen) if seen is not None else self._words
            room = QRectF(self.rect())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, words)
            return
        painter.setFont(theme().font(CAPTION, bold=True))
        painter.setPen(theme().color("warn" if seen.missing.any() else "text"))
        top = QRectF(0, 0, self.width(), _HEAD)
        title = painter.fontMetrics().elidedText(headline(seen), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, title)
        self._paint_bars(painter, seen)

    def _paint_bars(self, painter: QPainter, seen: CoverageSeen) -> None:
        count = len(seen.names)
        step = self.width() / count
        thick = min(step * 0.7, 26.0)
        room = QRectF(0, _HEAD + _NUMBERS, self.width(), self.height() - _HEAD - _NUMBERS - _NAMES)
        most = max(float(seen.counts.max()), float(seen.expected.max()), 1.0)
        painter.setFont(theme().font(9))
        for number, name in enumerate(seen.names):
            left = number * step + (step - thick) / 2
            high = room.height() * float(seen.counts[number]) / most
            missing = bool(seen.missing[number])
            bar = QRectF(left, room.bottom() - high, thick, high)
            painter.fillRect(QRectF(left, room.top(), thick, room.height()), faded(theme().color("line"), 0.35))
            painter.fillRect(bar, theme().color("bad") if missing else fake_color())
            wanted = room.bottom() - room.height() * float(seen.expected[number]) / most
            painter.setPen(QPen(theme().color("muted"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(left - 2, wanted), QPointF(left + thick + 2, wanted))
            painter.setPen(theme().color("bad" if missing else "muted"))
            if step >= 16:
                over = QRectF(number * step, bar.top() - _NUMBERS, step, _NUMBERS)
                painter.drawText(over, Qt.AlignmentFlag.AlignCenter, f"{int(seen.counts[number])}")
            shown = name if painter.fontMetrics().horizontalAdvance(name) <= step - 1 else _short(name)
            under = QRectF(number * step, room.bottom(), step, _NAMES)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, shown)


def headline(seen: CoverageSeen) -> str:
    """ "9 of 10 classes", or how far the probe is."""
    if seen.ready < 1:
        return f"A small classifier learns to tell the classes, so that fakes can be counted: {100 * seen.ready:.0f} %"
    there, whole = int((~seen.missing).sum()), len(seen.names)
    missing = [name for name, gone in zip(seen.names, seen.missing.tolist(), strict=True) if gone]
    named = f", missing {', '.join(missing)}" if 0 < len(missing) <= 3 else ""
    astray = f" · {100 * seen.astray / seen.samples:.0f} % like none" if seen.astray and seen.samples else ""
    return f"{there} of {whole} classes{named}{astray}"


def _short(name: str) -> str:
    """The last word where that tells classes apart ("cloud 3"), else the beginning."""
    last = name.rsplit(maxsplit=1)[-1] if name.split() else name
    return last if len(last) <= 2 else f"{name[:2]}…"
