"""Images made grey and brought to another size, once, when they are read."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from playground.core.project import DataSettings
from playground.engine.data.arrays import ArrayData

# Rec. 601, as every image library makes grey
_RED, _GREEN, _BLUE = 0.299, 0.587, 0.114
_COLOURS = 3


def resized(arrays: ArrayData, settings: DataSettings) -> ArrayData:
    """``arrays`` with images as the preparation wants them; anything else as it is."""
    dataset = arrays.dataset.prepared(settings.preparation)
    if not dataset.shape.is_image or dataset.shape.sizes == arrays.train_x.shape[1:]:
        return replace(arrays, dataset=dataset)
    return replace(
        arrays, dataset=dataset, train_x=images(arrays.train_x, dataset.shape.sizes),
        test_x=images(arrays.test_x, dataset.shape.sizes),
    )  # fmt: skip


def images(x: np.ndarray, sizes: tuple[int, ...]) -> np.ndarray:
    """N×C×H×W bytes or floats as N×``sizes``: colours to grey by their lightness, then the mean of what falls on a
    pixel, or between its neighbours where the image grows.
    """
    channels, height, width = sizes
    found = x
    if channels == 1 and x.shape[1] == _COLOURS:
        weights = np.array([_RED, _GREEN, _BLUE], np.float32)
        grey = np.tensordot(x.astype(np.float32), weights, axes=([1], [0]))[:, None]
        found = np.rint(grey).astype(np.uint8) if x.dtype == np.uint8 else grey
    if found.shape[2:] == (height, width):
        return found
    rows, columns = _weights(found.shape[2], height), _weights(found.shape[3], width)
    out = np.einsum("ih,nchw,jw->ncij", rows, found.astype(np.float32), columns, optimize=True)
    return np.clip(np.rint(out), 0, 255).astype(np.uint8) if x.dtype == np.uint8 else out


def _weights(small: int, large: int) -> np.ndarray:
    """``large``×``small``: what each old pixel adds to a new one. Triangles as wide as the coarser of the two grids,
    which is bilinear where the image grows and a smooth mean where it shrinks.
    """
    ratio = small / large
    reach = max(1.0, ratio)
    centres = (np.arange(large) + 0.5) * ratio - 0.5
    distance = np.abs(centres[:, None] - np.arange(small)[None])
    weights = np.clip(1 - distance / reach, 0, None)
    return (weights / weights.sum(1, keepdims=True)).astype(np.float32)
