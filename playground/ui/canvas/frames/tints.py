"""How the named colours of frames and notes look in the current theme: those of the layers' families."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from playground.core.annotations import Tint
from playground.core.language import mark
from playground.ui.canvas.look import look, mixed
from playground.ui.theme import theme

_FAMILIES: Final[dict[Tint, str]] = {
    "gray": "data", "blue": "linear", "green": "convolution", "sky": "pooling", "violet": "normalization",
    "amber": "activation", "pink": "recurrent", "orange": "attention",
}  # fmt: skip
NAMES: Final[dict[Tint, str]] = {
    "gray": mark("Gray"), "blue": mark("Blue"), "green": mark("Green"), "sky": mark("Sky"),
    "violet": mark("Violet"), "amber": mark("Amber"), "pink": mark("Pink"), "orange": mark("Orange"),
}  # fmt: skip


class TintColors(NamedTuple):
    """``ground`` under cards, ``bar`` under a title, ``paper`` of a note, ``edge`` around each, ``strong`` far out."""

    ground: QColor
    bar: QColor
    paper: QColor
    edge: QColor
    strong: QColor


def tint_colors(tint: Tint) -> TintColors:
    """Text in the theme's colour can be read on each but ``edge`` and ``strong``."""
    return _colors(theme().name, tint)


@lru_cache(maxsize=64)
def _colors(_theme: str, tint: Tint) -> TintColors:
    at, family = look(), _FAMILIES[tint]
    area, line = theme().family(family), theme().family_line(family)
    if theme().contrast:  # lines instead of tints
        return TintColors(at.canvas, at.canvas, at.card, line, line)
    faint = 0.13 if theme().dark else 0.09
    return TintColors(
        mixed(area, at.canvas, faint), mixed(area, at.canvas, 2.2 * faint), mixed(area, at.card, 1.4 * faint),
        mixed(line, at.canvas, 0.6), mixed(line, at.canvas, 0.75),
    )  # fmt: skip


def swatch(tint: Tint) -> QIcon:
    """A dot of the colour, for menus."""
    icon = QIcon()
    for scale in (1, 2):
        pixmap = QPixmap(16 * scale, 16 * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().family_line(_FAMILIES[tint]))
        painter.drawEllipse(2, 2, 12, 12)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
