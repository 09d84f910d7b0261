"""Pens, brushes and fonts of the canvas in the current theme, made once per theme."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QStaticText, QTransform

from playground.ui.theme import BODY, CAPTION, theme

FONT_SIZES = {"name": (BODY, True, False), "caption": (CAPTION, False, False), "count": (CAPTION, False, False),
              "shape": (CAPTION, False, True), "label": (10, False, True), "port": (10, False, False),
              "far": (24, True, False), "note": (BODY, False, False)}  # fmt: skip


class CanvasLook:
    """What the painters of cards and links share. Not for widgets: those take the style sheet."""

    def __init__(self) -> None:
        color = theme().color
        self._families: dict[str, QColor] = {}
        self._lines: dict[str, QColor] = {}
        self._tints: dict[tuple[str | None, float], QColor] = {}
        self.pens: dict[tuple[object, ...], QPen] = {}  # of links, by what they show
        self.canvas, self.card, self.line = color("canvas"), color("node"), color("line")
        self.text, self.muted, self.accent, self.grid = color("text"), color("muted"), color("accent"), color("grid")
        self.bad, self.warn, self.good, self.raised = color("bad"), color("warn"), color("good"), color("raised")
        self.on_mark = color("surface")
        self.border, self.selected = QPen(self.line, 1.0), QPen(self.accent, 2.0)
        self.hovered = QPen(mixed(self.muted, self.line, 0.5), 1.0)
        self.dashed = QPen(self.muted, 1.2, Qt.PenStyle.DashLine)
        self.shadows = [shade(color("shadow"), part) for part in ((0.25, 0.4) if theme().dark else (0.28, 0.42))]

    def family(self, family: str | None) -> QColor:
        """The family's colour; grey for a layer that is not known."""
        if family is None:
            return self.muted
        if family not in self._families:
            self._families[family] = theme().family(family)
        return self._families[family]

    def family_line(self, family: str | None) -> QColor:
        """As ``family``, for lines and signs: never fainter than can be seen."""
        if family is None:
            return self.muted
        if family not in self._lines:
            self._lines[family] = theme().family_line(family)
        return self._lines[family]

    def tint(self, family: str | None, strength: float) -> QColor:
        """The family's colour over the card's."""
        key = (family, strength)
        if key not in self._tints:
            self._tints[key] = mixed(self.family(family), self.card, strength)
        return self._tints[key]


def look() -> CanvasLook:
    """The look of the current theme."""
    return _look(theme().name)


@cache
def _look(_name: str) -> CanvasLook:
    return CanvasLook()


@cache
def font(role: str) -> QFont:
    """The font of a text on the canvas; unhinted, so that it keeps its width at every zoom."""
    size, bold, mono = FONT_SIZES[role]
    made = theme().font(size, bold=bold, mono=mono)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def metrics(role: str) -> QFontMetricsF:
    return QFontMetricsF(font(role))


@lru_cache(maxsize=4096)
def width(role: str, text: str) -> float:
    """Width of ``text`` in scene units."""
    return metrics(role).horizontalAdvance(text)


@lru_cache(maxsize=4096)
def _laid_out(role: str, text: str) -> QStaticText:
    laid_out = QStaticText(text)
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.prepare(QTransform(), font(role))
    return laid_out


def draw_text(painter: QPainter, role: str, x: float, baseline: float, text: str) -> None:
    """Draw one line in the painter's pen, from a layout that is kept: a third of the time of ``drawText``."""
    painter.setFont(font(role))
    painter.drawStaticText(QPointF(x, baseline - metrics(role).ascent()), _laid_out(role, text))


@lru_cache(maxsize=4096)
def elided(role: str, text: str, room: float) -> str:
    """``text``, ended with an ellipsis where it is wider than ``room``."""
    return metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, room)


def mixed(front: QColor, back: QColor, part: float) -> QColor:
    """``front`` laid over ``back`` with opacity ``part``."""
    return QColor.fromRgbF(
        front.redF() * part + back.redF() * (1 - part),
        front.greenF() * part + back.greenF() * (1 - part),
        front.blueF() * part + back.blueF() * (1 - part),
    )


def shade(color: QColor, part: float) -> QColor:
    """``color`` at ``part`` of its opacity."""
    faint = QColor(color)
    faint.setAlphaF(color.alphaF() * part)
    return faint
