"""Fewer points with the same picture: neighbours are merged, minimum and maximum stay."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]


def group_starts(keys: Floats) -> Indices:
    """Where each group of equal neighbours in ``keys`` (length n >= 1) begins."""
    return np.concatenate(([0], np.flatnonzero(keys[1:] != keys[:-1]) + 1))


def extremes(values: Floats, starts: Indices) -> Indices:
    """Indices, sorted, of the smallest and the largest finite value of every group, and of the first and last value.

    ``starts`` are the groups' beginnings in ``values`` (n >= 1). A group without a finite value keeps its first one, so
    that a gap stays a gap. At most ``2 * len(starts) + 2`` indices.
    """
    counts = np.diff(np.append(starts, len(values)))
    finite = np.isfinite(values)
    lowest = _first_where_equal(np.where(finite, values, np.inf), starts, counts, np.minimum)
    highest = _first_where_equal(np.where(finite, values, -np.inf), starts, counts, np.maximum)
    keep = np.zeros(len(values), dtype=bool)
    keep[lowest] = keep[highest] = True
    keep[0] = keep[-1] = True
    return np.flatnonzero(keep)


def _first_where_equal(values: Floats, starts: Indices, counts: Indices, extreme: np.ufunc) -> Indices:
    """Per group, the index of the first element that equals the group's extreme."""
    hits = np.flatnonzero(values == np.repeat(extreme.reduceat(values, starts), counts))
    # Every group has a hit, so the first hit at or after a group's beginning is its own.
    return hits[np.searchsorted(hits, starts)]


def thin(x: Floats, y: Floats, left: float, right: float, buckets: int) -> tuple[Floats, Floats]:
    """The part of a curve that is visible between ``left`` and ``right``, at most ``2 * buckets + 4`` points.

    ``x`` does not fall. One neighbour on each side stays, so that the line leaves the picture where it should. Each of
    the equally wide buckets keeps its minimum and maximum.
    """
    first = max(int(np.searchsorted(x, left, side="left")) - 1, 0)
    last = min(int(np.searchsorted(x, right, side="right")) + 1, len(x))
    x, y = x[first:last], y[first:last]
    if len(x) <= 2 * buckets or right <= left:
        return x, y
    keys = np.clip(np.floor((x - left) * (buckets / (right - left))), 0, buckets - 1)
    kept = extremes(y, group_starts(keys))
    return x[kept], y[kept]
