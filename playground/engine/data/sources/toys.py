"""Points of a plane as arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from playground.engine.data.arrays import ArrayData

if TYPE_CHECKING:
    from playground.engine.data.sources import Request


def load_toy(request: Request) -> ArrayData:
    """float32 N×2, and int64 classes or float32 N×1 values."""
    points = np.array(request.kind.scatter(), np.float64)
    x, y = points[:, :2].astype(np.float32), points[:, 2]
    classes = request.dataset.target.kind == "classes"
    return ArrayData.whole(request.dataset, x, y.astype(np.int64) if classes else y[:, None].astype(np.float32))
