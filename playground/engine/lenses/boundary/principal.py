"""The two directions in which samples differ most, found a few hundredths of a second at a time."""

from __future__ import annotations

import time

import numpy as np

_BLOCK = 12  # directions that are followed together: the first two stand out of them soon
_MOST_ROUNDS = 300
_ALIKE = 1e-10  # 1 − |cos| between rounds: an angle of 1e-5


class Principal:
    """Principal components of ``x``, N×features, by subspace iteration with Rayleigh–Ritz steps (Halko, Martinsson and
    Tropp 2011, "Finding structure with randomness"); of up to 12 features exact after one round.

    ``axes`` features×2, each of length 1 and with its largest weight positive, ``middle`` the mean, ``explained`` the
    part of the variance that each holds. Worked out in 64 bits; they mean nothing before ``done``.
    """

    def __init__(self, x: np.ndarray) -> None:
        self.middle = x.mean(0, dtype=np.float64)
        self._x = x.astype(np.float64) - self.middle
        self._whole = max(float(np.square(self._x).sum()), 1e-300)
        features = x.shape[1]
        start = np.random.default_rng(0).standard_normal((features, min(_BLOCK, features)))
        self._found = np.linalg.qr(start)[0]
        self._variances = np.zeros(self._found.shape[1])
        self._rounds = 0
        self.done = False

    def work(self, seconds: float) -> None:
        """As many rounds as ``seconds`` allow, at least one, until they change nothing more."""
        began = time.perf_counter()
        while not self.done:
            self._round()
            if time.perf_counter() - began >= seconds:
                return

    def _round(self) -> None:
        before = self._found[:, :2]
        # twice: what was followed anyway, and what lies in no direction of the block yet
        basis = np.linalg.qr(self._x.T @ (self._x @ self._found))[0]
        seen = self._x @ basis
        variances, turn = np.linalg.eigh(seen.T @ seen)
        self._found, self._variances = basis @ turn[:, ::-1], variances[::-1]
        self._rounds += 1
        along = np.abs((self._found[:, :2] * before).sum(0))
        exact = self._found.shape[1] == self._x.shape[1]
        self.done = exact or bool((1 - along < _ALIKE).all()) or self._rounds >= _MOST_ROUNDS

    @property
    def axes(self) -> np.ndarray:
        found = self._found[:, :2]
        largest = found[np.abs(found).argmax(0), np.arange(found.shape[1])]
        return np.asarray(found * np.where(largest < 0, -1.0, 1.0))

    @property
    def explained(self) -> tuple[float, float]:
        first, second = (float(max(variance, 0.0)) / self._whole for variance in self._variances[:2])
        return first, second
