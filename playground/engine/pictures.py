"""Samples as pictures for the window."""

from __future__ import annotations

import numpy as np


def pictures(x: np.ndarray, ends: tuple[float, float] = (0.0, 1.0)) -> np.ndarray:
    """uint8 n×h×w for one channel, n×h×w×3 for three (or more: the first three), from n×c×h×w of bytes or of floats
    whose ``ends`` stand for black and white; of two channels the first.
    """
    if x.dtype != np.uint8 and ends != (0.0, 1.0):
        x = (np.asarray(x, np.float32) - ends[0]) / ((ends[1] - ends[0]) or 1.0)
    shown = x if x.dtype == np.uint8 else np.rint(np.nan_to_num(np.clip(x, 0, 1)) * 255).astype(np.uint8)
    return shown[:, 0] if x.shape[1] < 3 else np.ascontiguousarray(shown[:, :3].transpose(0, 2, 3, 1))
