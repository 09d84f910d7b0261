"""Samples as pictures for the window."""

from __future__ import annotations

import numpy as np


def pictures(x: np.ndarray) -> np.ndarray:
    """uint8 n×h×w for one channel, n×h×w×3 for three (or more: the first three), from n×c×h×w of bytes or of floats
    from 0 to 1; of two channels the first.
    """
    shown = x if x.dtype == np.uint8 else np.rint(np.nan_to_num(np.clip(x, 0, 1)) * 255).astype(np.uint8)
    return shown[:, 0] if x.shape[1] < 3 else np.ascontiguousarray(shown[:, :3].transpose(0, 2, 3, 1))
