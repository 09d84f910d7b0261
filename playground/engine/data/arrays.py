"""A data set in memory, and the error that says why there is none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from playground.training.datasets import Dataset


class DataError(Exception):
    """A data set cannot be had: what was looked for and where, and how to mend it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message} {hint}".strip())
        self.message, self.hint = message, hint


@dataclass(frozen=True)
class ArrayData:
    """Images ``*_x`` uint8 N×C×H×W (or float32 N×features), labels ``*_y`` int64 N, as the data set has them."""

    dataset: Dataset
    train_x: np.ndarray
    train_y: np.ndarray
    test_x: np.ndarray
    test_y: np.ndarray

    @cached_property
    def sha256(self) -> str:
        """Of all values in order: tells a resumed run whether it sees the same data. Worked out when first asked."""
        digest = hashlib.sha256()
        for array in (self.train_x, self.train_y, self.test_x, self.test_y):
            digest.update(f"{array.dtype.str}{array.shape}".encode())
            digest.update(np.ascontiguousarray(array).data)
        return digest.hexdigest()
