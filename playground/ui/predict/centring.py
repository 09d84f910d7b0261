"""A drawing as the images that a network learned from are: placed and scaled in the same way."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from playground.core.language import mark

_SIDE, _INNER = 28, 20  # MNIST: the digit in 20×20, its centre of mass in the middle of 28×28
_SCAN, _SCAN_WIDTH, _LEVELS = 8, 7, 16  # the bundled scans: 8×8 of 16 levels, the digit as high as the image
_FAINT = 16  # grey levels up to this are paper


def mnist_like(ink: np.ndarray) -> np.ndarray:
    """uint8 28×28 from light ink on black, uint8 h×w: what is drawn scaled into 20×20, then its centre of mass moved
    to the middle, as LeCun et al. (1998) did. Nothing drawn gives nothing.
    """
    found = np.zeros((_SIDE, _SIDE), np.uint8)
    drawn = _cut(ink)
    if drawn is None:
        return found
    high, wide = _fitted(drawn.shape, _INNER, _INNER)
    small = resized(drawn, high, wide)
    total = float(small.sum())
    rows, columns = np.arange(high), np.arange(wide)
    middle = (float((small.sum(1) * rows).sum()) / total, float((small.sum(0) * columns).sum()) / total)
    top, left = (round(_SIDE / 2 - place) for place in middle)  # to pixel 14, as all of MNIST's lie
    _lay(found, _bytes(small), top, left)
    return found


def scan_like(ink: np.ndarray) -> np.ndarray:
    """uint8 28×28 as the bundled scans are: as high as the image, in 8×8 pixels of 16 levels, smoothly enlarged."""
    drawn = _cut(ink)
    if drawn is None:
        return np.zeros((_SIDE, _SIDE), np.uint8)
    unit = 16  # pixels for one of the scan, so that its grey levels come from many
    high, wide = _fitted(drawn.shape, _SCAN * unit, _SCAN_WIDTH * unit)
    field = np.zeros((_SCAN * unit, _SCAN * unit))
    _lay(field, resized(drawn, high, wide), (_SCAN * unit - high) // 2, (_SCAN * unit - wide) // 2)
    scan = resized(field, _SCAN, _SCAN)
    levels = np.rint(scan / max(float(scan.max()), 1.0) * _LEVELS)
    weights = _between(_SCAN, _SIDE)
    return _bytes(weights @ levels @ weights.T * 255 / _LEVELS)


def whole(ink: np.ndarray) -> np.ndarray:
    """As it is."""
    return ink


class Placing(NamedTuple):
    """``place`` brings a drawing to the form of a data set's images; ``how`` says so in few words, ``words`` in a
    sentence. ``field`` is the side of the square in the middle into which it is scaled; 0 where there is none.
    """

    place: Callable[[np.ndarray], np.ndarray]
    how: str
    words: str
    field: int = 0


_WHOLE = Placing(whole, mark("taken whole"), mark("The pad is scaled to the size of the network's images."))
# How images of a data set came to be; those of others are taken as they are.
_PLACED: dict[str, Placing] = {
    "mnist": Placing(
        mnist_like, mark("centred as MNIST"),
        mark("As MNIST's digits: scaled into the frame of 20 × 20, the centre of mass (cross) in the middle."), _INNER,
    ),
    "digits": Placing(
        scan_like, mark("as the 8×8 scans"),
        mark("As the bundled scans: as high as the image, in 8 × 8 pixels of 16 levels, smoothly enlarged."),
    ),
}  # fmt: skip


def placed_as(dataset: str) -> Placing:
    """How a drawing comes to look as the images of a data set do."""
    return _PLACED.get(dataset, _WHOLE)


def resized(values: np.ndarray, high: int, wide: int) -> np.ndarray:
    """float64 high×wide from h×w: each pixel the mean of what falls on it."""
    return _areas(values.shape[0], high) @ values.astype(np.float64) @ _areas(values.shape[1], wide).T


def light_on_dark(grey: np.ndarray) -> np.ndarray:
    """Ink light on black: turned round where the border is light, as paper is."""
    border = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    return 255 - grey if float(np.median(border)) > 127 else grey


def _cut(ink: np.ndarray) -> np.ndarray | None:
    """The part that is drawn on."""
    rows, columns = (np.flatnonzero((ink > _FAINT).any(axis)) for axis in (1, 0))
    if not len(rows):
        return None
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _fitted(shape: tuple[int, ...], high: int, wide: int) -> tuple[int, int]:
    """As large as fits, in its own proportions."""
    scale = min(high / shape[0], wide / shape[1])
    return max(1, round(shape[0] * scale)), max(1, round(shape[1] * scale))


def _lay(ground: np.ndarray, part: np.ndarray, top: int, left: int) -> None:
    """Put ``part`` on ``ground``; what hangs over is lost."""
    high, wide = ground.shape
    first, start = max(0, -top), max(0, -left)
    last, end = min(part.shape[0], high - top), min(part.shape[1], wide - left)
    if last > first and end > start:
        ground[top + first : top + last, left + start : left + end] = part[first:last, start:end]


def _areas(before: int, after: int) -> np.ndarray:
    """after×before: how much of each old pixel goes into each new one; rows sum to 1."""
    edges = np.linspace(0, before, after + 1)
    low, high = np.maximum(edges[:-1, None], np.arange(before)), np.minimum(edges[1:, None], np.arange(before) + 1)
    weights: np.ndarray = np.clip(high - low, 0, None) * after / before
    return weights


def _between(before: int, after: int) -> np.ndarray:
    """after×before: linear, pixel centres aligned, edges held."""
    places = np.clip((np.arange(after) + 0.5) * before / after - 0.5, 0, before - 1)
    below = np.minimum(places.astype(np.int64), before - 2)
    weights = np.zeros((after, before))
    weights[np.arange(after), below] = 1 - (places - below)
    weights[np.arange(after), below + 1] = places - below
    return weights


def _bytes(values: np.ndarray) -> np.ndarray:
    return np.rint(np.clip(values, 0, 255)).astype(np.uint8)
