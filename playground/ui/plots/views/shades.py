"""Colours of a map: regions of classes, paler where the network is unsure, and values on a scale with two ends."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtGui import QColor, QImage

from playground.ui.data.figures import class_color, value_color
from playground.ui.plots.image_grid import to_image
from playground.ui.theme import theme

_PALE, _FULL = 0.08, 0.62  # how much of its colour a class has where all are alike, and where one is certain
_STEPS = 256


def class_map(values: np.ndarray, certainty: np.ndarray | None, count: int) -> QImage:
    """Regions of ``count`` classes: the likeliest's number, rows×columns, row 0 at the bottom, and its probability."""
    ground = _rgb(theme().color("canvas"))
    colors = np.array([_rgb(class_color(index)) for index in range(max(count, 1))], np.float32)
    sound = np.isfinite(values)
    classes = np.clip(np.where(sound, values, 0), 0, max(count - 1, 0)).astype(np.int64)
    sure = np.ones(values.shape, np.float32) if certainty is None else np.nan_to_num(certainty.astype(np.float32))
    chance = 1 / max(count, 2)
    weight = _PALE + (_FULL - _PALE) * np.clip((sure - chance) / (1 - chance), 0, 1)
    weight = np.where(sound, weight, 0)[..., None]
    return _upright(ground * (1 - weight) + colors[classes] * weight)


def value_map(values: np.ndarray, low: float, high: float, *, strength: float = 1.0) -> QImage:
    """Values rows×columns, row 0 at the bottom, on a scale from ``low`` to ``high``."""
    sound = np.isfinite(values)
    span = (high - low) or 1.0
    steps = np.clip((np.where(sound, values, low) - low) / span * (_STEPS - 1), 0, _STEPS - 1).astype(np.int64)
    shown = scale_colors(strength)[steps]
    shown[~sound] = _rgb(theme().color("canvas"))
    return _upright(shown)


def share_map(values: np.ndarray, color: QColor) -> QImage:
    """Parts of one, rows×columns, row 0 at the bottom: from the ground's own shade to ``color``."""
    sound = np.isfinite(values)
    weight = np.where(sound, np.clip(np.nan_to_num(values), 0, 1), 0)[..., None]
    return _upright(_rgb(theme().color("canvas")) * (1 - weight) + _rgb(color) * weight)


def scale_colors(strength: float = 1.0) -> np.ndarray:
    """The scale of values from its lower end to its upper, float32 256×3; paler with a ``strength`` below 1."""
    return _scale_colors(strength, theme().name)


@lru_cache(maxsize=8)
def _scale_colors(strength: float, _theme: str) -> np.ndarray:
    ends = [_rgb(value_color(part, 0.0, 1.0)) for part in (0.0, 0.5, 1.0)]
    at = np.linspace(0, 2, _STEPS)
    mixed = np.stack([np.interp(at, [0, 1, 2], [end[k] for end in ends]) for k in range(3)], 1)
    return (strength * mixed + (1 - strength) * _rgb(theme().color("canvas"))).astype(np.float32)


def value_range(*parts: np.ndarray) -> tuple[float, float]:
    """The ends of the scale for all finite values of ``parts``: as far below zero as above where both are there."""
    found = np.concatenate([np.asarray(part, np.float64).ravel() for part in parts])
    found = found[np.isfinite(found)]
    if not len(found):
        return 0.0, 1.0
    low, high = float(found.min()), float(found.max())
    if low < 0 < high:
        reach = max(-low, high)
        return -reach, reach
    return (low, high) if high > low else (low - 0.5, high + 0.5)


def _rgb(color: QColor) -> np.ndarray:
    return np.array((color.red(), color.green(), color.blue()), np.float32)


def _upright(shown: np.ndarray) -> QImage:
    return to_image(np.ascontiguousarray(shown[::-1]).astype(np.uint8))
