"""The bundled real handwritten digits: scikit-learn's 1,797 scans of 8×8, scaled to 28×28."""

from __future__ import annotations

import numpy as np

from playground.engine.data.arrays import ArrayData
from playground.engine.data.bundled_files import read_table
from playground.training.datasets.published import Digits

_SMALL, _LARGE, _LEVELS = 8, 28, 16


def load_digits() -> ArrayData:
    """1,437 training and 360 test images with every digit in the same share. Raises ``DataError``."""
    rows = _rows()
    images = _scaled(rows[:, :-1].reshape(-1, _SMALL, _SMALL))[:, None]
    labels = rows[:, -1].astype(np.int64)
    dataset = Digits().describe()
    test = _stratified(labels, dataset.test_samples)
    return ArrayData(dataset, images[~test], labels[~test], images[test], labels[test])


def _rows() -> np.ndarray:
    """1797×65: 64 grey levels from 0 to 16 and the digit."""
    total = Digits.train_samples + Digits.test_samples
    return read_table("digits.csv.gz", _SMALL * _SMALL + 1, total).astype(np.int64)


def _scaled(images: np.ndarray) -> np.ndarray:
    """Bilinear from 8×8 to 28×28, pixel centres aligned, in whole numbers: the same bytes on every machine.

    The centre of pixel i lies at (i + ½)·8/28 − ½ = (4i − 5)/14 of the small image, so weights are fourteenths.
    """
    weights = np.zeros((_LARGE, _SMALL), np.int64)
    for row in range(_LARGE):
        place = min(max(4 * row - 5, 0), 14 * (_SMALL - 1))
        below, part = divmod(place, 14)
        weights[row, below] += 14 - part
        weights[row, min(below + 1, _SMALL - 1)] += part
    sums = weights @ images @ weights.T
    full = 14 * 14 * _LEVELS
    return ((sums * 255 + full // 2) // full).astype(np.uint8)


def _stratified(labels: np.ndarray, count: int) -> np.ndarray:
    """True for ``count`` samples, drawn from each class in its share; always the same ones."""
    # the stream of RandomState is frozen for good, unlike that of a Generator
    random = np.random.RandomState(0)
    classes, sizes = np.unique(labels, return_counts=True)
    exact = sizes * count / len(labels)
    shares = np.floor(exact).astype(int)
    for index in np.argsort(shares - exact, kind="stable")[: count - shares.sum()]:
        shares[index] += 1
    chosen = np.zeros(len(labels), bool)
    for name, share in zip(classes, shares, strict=True):
        members = np.flatnonzero(labels == name)
        chosen[random.permutation(members)[:share]] = True
    return chosen
