"""Lengths of arrows and shades of cells: numbers alone."""

from __future__ import annotations

import numpy as np

_LONGEST = 2.0  # times as long as most


def arrow_vectors(arrows: np.ndarray, length: float) -> np.ndarray:
    """Arrows n×2 in pixels: nine of ten are at most ``length`` long, none more than twice that."""
    sizes = np.nan_to_num(np.hypot(arrows[:, 0], arrows[:, 1]))
    usual = float(np.quantile(sizes, 0.9)) if len(sizes) else 0.0
    if usual <= 0:
        return np.zeros_like(arrows, dtype=np.float64)
    scaled = np.nan_to_num(arrows.astype(np.float64)) * (length / usual)
    longest = np.maximum(1.0, sizes / usual / _LONGEST)
    return np.asarray(scaled / longest[:, None])


def cell_areas(grid: np.ndarray) -> np.ndarray:
    """Areas of the cells of a grid rows×columns×2: (rows−1)×(columns−1), each the sum of its two triangles."""
    a, b = grid[:-1, :-1].astype(np.float64), grid[:-1, 1:].astype(np.float64)
    c, d = grid[1:, 1:].astype(np.float64), grid[1:, :-1].astype(np.float64)
    return np.asarray(_triangle(a, b, c) + _triangle(a, c, d))


def densities(grid: np.ndarray) -> np.ndarray:
    """From 0 to 1: how dense each cell is compared with the others, where all hold as many samples.

    On a logarithmic scale between the fifth and the ninety-fifth percentile.
    """
    known = np.log(np.maximum(np.nan_to_num(cell_areas(grid), posinf=1e12), 1e-12))
    low, high = np.quantile(known, (0.05, 0.95))
    if high - low < 1e-9:
        return np.full(known.shape, 0.5)
    return np.asarray(np.clip((high - known) / (high - low), 0, 1))


def _triangle(a: np.ndarray, b: np.ndarray, c: np.ndarray) -> np.ndarray:
    first, second = b - a, c - a
    return np.asarray(np.abs(first[..., 0] * second[..., 1] - first[..., 1] * second[..., 0]) / 2)
