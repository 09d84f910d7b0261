"""Samples as they were read to be predicted from, with all that was done to them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

MAX_SAMPLES = 1_000_000


@dataclass(frozen=True)
class Samples:
    """``values``: float32 N×shape in the units of the data (images from 0 to 1), or int64 ids. ``notes``: everything
    that was done to them. ``rows`` name each sample in its file (a line, a text); empty where numbers do.
    """

    values: np.ndarray
    notes: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
