"""The plane in which codes differ most, held still while they move: a picture that is refreshed must not flip."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_EXACT = 256  # numbers of a code up to which all directions are worked out
_FEW = 1.5e8  # operations up to which few samples of many numbers are compared with each other, exactly too
_SPARE, _ROUNDS = 8, 10
_WORK = 1.2e7  # numbers that all rounds may go through; the next look goes on where this one ended


@dataclass(frozen=True)
class Plane:
    """``axes`` d×2 are orthonormal; places are (codes − ``middle``) @ ``axes``. ``explained``: the part of the codes'
    variance that lies in it. Of codes of one number the second axis is zero.
    """

    middle: np.ndarray
    axes: np.ndarray
    explained: float

    def places(self, codes: np.ndarray) -> np.ndarray:
        """float32 n×2 of codes n×d."""
        found: np.ndarray = ((codes - self.middle) @ self.axes).astype(np.float32)
        return found


def plane(codes: np.ndarray, last: Plane | None = None) -> Plane:
    """Of codes n×d. One or two numbers are shown as they are; of more the plane of the two principal components.

    The first time these are the axes, with signs so that the largest weight of each is positive. From ``last`` on the
    axes are turned within the plane until they lie as near to the old ones as they can (orthogonal Procrustes,
    Schönemann 1966).
    """
    count = codes.shape[1]
    if count <= 2:
        return Plane(np.zeros(count, np.float32), np.eye(count, 2, dtype=np.float32), 1.0)
    if count <= _EXACT:
        codes = codes.astype(np.float64)
    middle = codes.mean(0, dtype=np.float64).astype(codes.dtype)
    centred = codes - middle
    variance = float(np.vdot(centred, centred))
    start = last.axes.astype(np.float64) if last is not None and last.axes.shape[0] == count else None
    if count <= _EXACT:
        axes = _exact(centred)
    elif len(codes) ** 2 * count <= _FEW:
        axes = _by_samples(centred)
    else:
        axes = _iterated(centred, start)
    if start is None:
        axes = axes * np.where(axes[np.abs(axes).argmax(0), [0, 1]] < 0, -1.0, 1.0)
    else:
        left, _, right = np.linalg.svd(axes.T @ start)
        axes = axes @ (left @ right)
    explained = float(np.square(centred @ axes).sum()) / variance if variance > 0 else 0.0
    return Plane(middle.astype(np.float32), axes.astype(np.float32), min(1.0, explained))


def _exact(centred: np.ndarray) -> np.ndarray:
    _, vectors = np.linalg.eigh(centred.T @ centred)
    found: np.ndarray = vectors[:, ::-1][:, :2]
    return found


def _by_samples(centred: np.ndarray) -> np.ndarray:
    """From how samples n×d lie to each other, an n×n matrix: where d is much larger."""
    values, vectors = np.linalg.eigh((centred @ centred.T).astype(np.float64))
    if values[-min(2, len(values))] <= 1e-9 * max(values[-1], 1e-30):
        return _iterated(centred, None)  # one direction or none: the second is any
    return np.linalg.qr(centred.T @ vectors[:, ::-1][:, :2])[0]


def _iterated(centred: np.ndarray, start: np.ndarray | None) -> np.ndarray:
    """By subspace iteration from random directions and ``start`` (Halko et al. 2011, doi:10.1137/090771806)."""
    count = centred.shape[1]
    guess = np.random.default_rng(0).standard_normal((count, 2 + _SPARE))
    if start is not None:
        guess[:, :2] = start
    basis = np.linalg.qr(guess)[0].astype(centred.dtype)
    for _ in range(min(_ROUNDS, max(2, int(_WORK / centred.size)))):
        basis = np.linalg.qr(centred.T @ (centred @ basis))[0]
    return basis @ _exact(centred @ basis)
