"""Numbers as colours around zero: blue below, orange above, the ground's own shade where they are nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import numpy as np
from PySide6.QtGui import QColor, QImage

from playground.ui.plots.image_grid import to_image
from playground.ui.plots.views.shades import scale_colors
from playground.ui.theme import theme

Scale = Literal["unit", "layer", "network"]
_LAST = 255


@lru_cache(maxsize=4)
def _colors(_theme: str) -> tuple[np.ndarray, tuple[QColor, ...], tuple[QColor, ...]]:
    """Of a theme: uint8 256×3, the same as Qt's, and what can be read on each: a sheet has hundreds of cells."""
    table = np.rint(scale_colors()).astype(np.uint8)
    shades = tuple(QColor(int(red), int(green), int(blue)) for red, green, blue in table)
    return table, shades, tuple(_readable(each) for each in shades)


def shaded(values: np.ndarray, reach: float) -> QImage:
    """rows×columns from −``reach`` to ``reach``, a pixel each; numbers that are none in red."""
    sound = np.isfinite(values)
    steps = np.clip((np.where(sound, values, 0.0) / (reach or 1.0) + 1) * (_LAST / 2), 0, _LAST)
    shown = _colors(theme().name)[0][np.rint(steps).astype(np.int64)]
    if not sound.all():
        bad = theme().color("bad")
        shown[~sound] = (bad.red(), bad.green(), bad.blue())
    return to_image(np.ascontiguousarray(shown))


def shade_of(value: float, reach: float) -> QColor:
    """The colour of one number."""
    return _colors(theme().name)[1][_step(value, reach)]


def ink_on(value: float, reach: float) -> QColor:
    """What can be read on the colour of a number."""
    return _colors(theme().name)[2][_step(value, reach)]


def _step(value: float, reach: float) -> int:
    part = min(max(value / (reach or 1.0), -1.0), 1.0) if abs(value) < float("inf") else 0.0
    return round((part + 1) * _LAST / 2)


def _readable(ground: QColor) -> QColor:
    return theme().ink_on(ground)


def reach_of(values: np.ndarray) -> float:
    """The largest distance from zero of finite numbers."""
    finite = np.abs(values[np.isfinite(values)])
    return float(finite.max()) if finite.size else 1.0
