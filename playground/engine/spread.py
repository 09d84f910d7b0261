"""Mean and spread of columns of numbers that come batch by batch."""

from __future__ import annotations

import numpy as np


class Spread:
    """Of each column how many numbers there were, their mean, and the sum of their squared distances from it: float64.

    Batches are merged as Chan, Golub and LeVeque (1979) do it, so that large numbers lose no digits. Without a number
    of ``columns`` it is that of the first batch.
    """

    def __init__(self, columns: int = 1) -> None:
        self.count, self.mean, self.squares = np.zeros((3, columns))

    def add(self, values: np.ndarray) -> None:
        """A batch of at least one row, float64 N×columns."""
        mean = values.mean(0)
        self.merge(np.full(len(mean), len(values)), mean, ((values - mean) ** 2).sum(0))

    def merge(self, count: np.ndarray, mean: np.ndarray, squares: np.ndarray) -> None:
        """What is known of a batch, by column; one without numbers changes nothing."""
        total, apart = np.maximum(self.count + count, 1), mean - self.mean
        self.squares = self.squares + (squares + apart**2 * self.count * count / total)
        self.mean = self.mean + apart * count / total
        self.count = self.count + count
