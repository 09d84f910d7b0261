"""Attributions as colours over a sample: orange for, blue against, nothing where nothing counts."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor, QImage

from playground.ui.plots.image_grid import to_image
from playground.ui.theme import theme

_MANY = 200  # numbers from which on single large ones do not set the scale
_MOST = 99.5


def reach_of(values: np.ndarray | None) -> float:
    """Up to where colours differ: the largest size, of many numbers all but the largest of two hundred."""
    if values is None:
        return 0.0
    sizes = np.abs(values[np.isfinite(values)])
    if not sizes.size:
        return 0.0
    if sizes.size >= _MANY:
        found = float(np.percentile(sizes, _MOST))
        if found > 0:
            return found
    return float(sizes.max())


def color_of(value: float) -> QColor:
    """Of what counts for or against."""
    return theme().color("val" if value > 0 else "train")


def overlaid(sample: np.ndarray, values: np.ndarray, reach: float, opacity: float) -> QImage:
    """``values`` h×w over the image ``sample``, uint8 h×w or h×w×3, in grey; of another size it is stretched over it.

    With ``opacity`` 0 the image alone, ½ the colours over all of it, 1 the colours over the ground.
    """
    grey = sample if sample.ndim == 2 else sample @ np.array([0.299, 0.587, 0.114])
    if grey.shape != values.shape:
        rows, columns = (
            (np.arange(wanted) * have // wanted) for wanted, have in zip(values.shape, grey.shape, strict=True)
        )
        grey = grey[np.ix_(rows, columns)]
    ground = _rgb(theme().color("canvas"))
    bare = min(1.0, max(0.0, 2 * opacity - 1))
    below = grey[..., None].astype(np.float32) * (1 - bare) + ground * bare
    part = np.nan_to_num(values / reach if reach > 0 else np.zeros_like(values))
    weight = np.clip(np.abs(part), 0, 1)[..., None] * min(1.0, 2 * opacity)
    colors = np.where((part > 0)[..., None], _rgb(color_of(1)), _rgb(color_of(-1)))
    mixed = below * (1 - weight) + colors * weight
    return to_image(np.ascontiguousarray(np.rint(mixed).astype(np.uint8)))


def tint(value: float, reach: float, opacity: float) -> QColor:
    """For a word or a moment: the colour behind it."""
    found = color_of(value)
    found.setAlphaF(min(1.0, abs(value) / reach) * min(1.0, 2 * opacity) * 0.8 if reach > 0 else 0.0)
    return found


def _rgb(color: QColor) -> np.ndarray:
    return np.array((color.red(), color.green(), color.blue()), np.float32)
