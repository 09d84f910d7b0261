"""Losses of one prediction with their slopes, as torch computes them: what a small change of the output would do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from playground.core.language import mark
from playground.ui.help.maths.activations import sigmoid, softplus

Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A loss over one number. ``both(x, target)`` gives loss and slope by x, the output of the network.

    ``across`` says what x is; ``low`` to ``high`` is the range that is drawn; ``targets`` the least and the largest
    target, whole numbers only where ``whole``. ``told`` says what stands for the rest of the outputs.
    """

    both: Callable[[Array, float], tuple[Array, Array]]
    across: str
    low: float = -4.0
    high: float = 4.0
    targets: tuple[float, float] = (-3.0, 3.0)
    whole: bool = False
    told: str = ""


def _squared(x: Array, target: float) -> tuple[Array, Array]:
    return (x - target) ** 2, 2 * (x - target)


def _absolute(x: Array, target: float) -> tuple[Array, Array]:
    return np.abs(x - target), np.sign(x - target)


def _huber(x: Array, target: float) -> tuple[Array, Array]:
    error = x - target
    return np.where(np.abs(error) <= 1, error**2 / 2, np.abs(error) - 0.5), np.clip(error, -1, 1)


def _binary(x: Array, target: float) -> tuple[Array, Array]:
    """Of a score before the Sigmoid."""
    return softplus(x) - target * x, sigmoid(x) - target


def _hinge(x: Array, target: float) -> tuple[Array, Array]:
    """Of one score; the class 1 wants it above 1, the class 0 below −1."""
    sign = 1.0 if target > 0.5 else -1.0
    return np.maximum(0, 1 - sign * x), np.where(1 - sign * x > 0, -sign, 0.0)


def _cross_entropy(x: Array, target: float) -> tuple[Array, Array]:
    """Two classes with the scores x and 0; ``target`` 1 says that the class with the score x is the true one."""
    return _binary(x, target)


def _divergence(x: Array, target: float) -> tuple[Array, Array]:
    """Of two classes with the scores x and 0, from a target that gives the first the probability ``target``."""
    own = sum(part * np.log(part) for part in (target, 1 - target) if part > 0)
    loss, slope = _binary(x, target)
    return loss + own, slope


_SCORE = mark("score of the class, before the Softmax; the other class has 0")
JUDGED: dict[str, Judged] = {
    "mean_squared_error": Judged(_squared, mark("output")),
    "mean_absolute_error": Judged(_absolute, mark("output")),
    "huber": Judged(_huber, mark("output")),
    "binary_cross_entropy": Judged(_binary, mark("score, before the Sigmoid"), -6, 6, (0, 1), True),
    "cross_entropy": Judged(_cross_entropy, _SCORE, -6, 6, (0, 1), True),
    "negative_log_likelihood": Judged(_cross_entropy, _SCORE, -6, 6, (0, 1), True),
    "kl_divergence": Judged(_divergence, _SCORE, -6, 6, (0, 1)),
    "hinge": Judged(_hinge, mark("score; the second class wants more than 1"), -4, 4, (0, 1), True),
}
