"""How many fakes are of each class, and which classes are missing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.core.language import mark, tr
from playground.protocol import CoverageSeen
from playground.ui.plots.views.painted import Painted
from playground.ui.theme import CAPTION, theme
from playground.ui.views.gan.palette import faded, fake_color

_HEAD, _NAMES, _NUMBERS = 16.0, 13.0, 11.0
_PROBES = {
    "middles": mark("the nearest cloud of real samples"), "neighbours": mark("the nearest real sample"),
    "classifier": mark("a small classifier that learned the real samples"),
}  # fmt: skip


class CountBars(Painted):
    """A bar for each class, a dashed line where it would be in the data, missing classes in the colour of trouble."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Generated samples of each class"), parent=parent)
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
        lines = [tr("{count:,} fakes, told by {probe}", count=seen.samples, probe=tr(_PROBES[seen.probe]))]
        if seen.held_out:
            lines.append(
                tr(
                    "right about {percent:.1f} % of {count:,} held-out real samples",
                    percent=100 * seen.accuracy,
                    count=seen.held_out,
                )
            )
        if seen.astray:
            lines.append(tr("{count:,} are like no class", count=seen.astray))
        number = int(place.x() / max(1.0, self.width()) * len(seen.names))
        if place.y() > _HEAD and 0 <= number < len(seen.names) and seen.ready >= 1:
            lines.insert(0, _class_told(seen, number))
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
            painter.fillRect(QRectF(left, room.top(), thick, room.height()), faded(theme().color("grid"), 0.35))
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
        return tr(
            "A small classifier learns to tell the classes, so that fakes can be counted: {percent:.0f} %",
            percent=100 * seen.ready,
        )
    there, whole = int((~seen.missing).sum()), len(seen.names)
    missing = [name for name, gone in zip(seen.names, seen.missing.tolist(), strict=True) if gone]
    told = tr("{there} of {whole} classes", there=there, whole=whole)
    if 0 < len(missing) <= 3:
        named = ", ".join(missing)
        told = tr("{there} of {whole} classes, missing {names}", there=there, whole=whole, names=named)
    if seen.astray and seen.samples:
        told += " · " + tr("{percent:.0f} % like none", percent=100 * seen.astray / seen.samples)
    return told


def _class_told(seen: CoverageSeen, number: int) -> str:
    """How many fakes are of a class, and how many would be."""
    name, count, expected = seen.names[number], int(seen.counts[number]), float(seen.expected[number])
    told = tr("{name}: {count:,}, in the data it would be {expected:,.0f}", name=name, count=count, expected=expected)
    return tr("{told}: missing", told=told) if seen.missing[number] else told


def _short(name: str) -> str:
    """The last word where that tells classes apart ("cloud 3"), else the beginning."""
    last = name.rsplit(maxsplit=1)[-1] if name.split() else name
    return last if len(last) <= 2 else f"{name[:2]}…"
