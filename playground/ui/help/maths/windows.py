"""Windows slid over a small image: convolution and pooling, each output with the places that it saw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

Array = np.ndarray[Any, np.dtype[np.float64]]
Pooled = Literal["max", "mean"]


@dataclass(frozen=True, slots=True)
class Sliding:
    """How a square window goes over an image: all in pixels, ``padding`` of zeros on every side.

    ``flat``: a window of one row goes along each row, as over a sequence; nothing is padded above or below.
    """

    kernel: int = 3
    stride: int = 1
    padding: int = 0
    dilation: int = 1
    flat: bool = False

    @property
    def extent(self) -> int:
        """How wide the window is with its gaps."""
        return self.dilation * (self.kernel - 1) + 1

    def outputs(self, size: int) -> int:
        """Windows that fit along a side of ``size``; 0 where the window is larger than the padded image."""
        return max(0, (size + 2 * self.padding - self.extent) // self.stride + 1)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the window."""
        return 1 if self.flat else self.kernel, self.kernel

    def rows(self, size: int) -> int:
        """Windows one below the other in ``size`` rows."""
        return size if self.flat else self.outputs(size)

    def places(self, row: int, column: int) -> list[tuple[int, int]]:
        """The pixels (row, column) under the window of an output, row by row; those in the padding lie outside."""
        steps = [self.dilation * step for step in range(self.kernel)]
        left = column * self.stride - self.padding
        downs = [row] if self.flat else [row * self.stride - self.padding + step for step in steps]
        return [(down, left + across) for down in downs for across in steps]


def seen(image: Array, sliding: Sliding, row: int, column: int, outside: float = 0.0) -> Array:
    """The numbers (as the window's ``shape``) under the window of an output; ``outside`` is what padding holds."""
    height, width = image.shape
    found = [image[y, x] if 0 <= y < height and 0 <= x < width else outside for y, x in sliding.places(row, column)]
    return np.array(found, dtype=float).reshape(sliding.shape)


def convolved(image: Array, kernel: Array, sliding: Sliding, bias: float = 0.0) -> Array:
    """The map of one kernel over one channel: cross-correlation, as torch computes it."""
    return _mapped(image, sliding, lambda window: float((window * kernel).sum()) + bias)


def pooled(image: Array, sliding: Sliding, how: Pooled) -> Array:
    """The largest or the mean of each window. Zeros of padding count in a mean, and never are the largest."""
    outside = -np.inf if how == "max" else 0.0
    take = np.max if how == "max" else np.mean
    return _mapped(image, sliding, lambda window: float(take(window)), outside)


def _mapped(image: Array, sliding: Sliding, make: Any, outside: float = 0.0) -> Array:
    rows, columns = sliding.rows(image.shape[0]), sliding.outputs(image.shape[1])
    values = [[make(seen(image, sliding, row, column, outside)) for column in range(columns)] for row in range(rows)]
    return np.array(values, dtype=float).reshape(rows, columns)
