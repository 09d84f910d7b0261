"""Optimizers on a surface of two weights: the update rules of torch.optim, and landscapes to walk down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from playground.core.language import mark

Array = np.ndarray[Any, np.dtype[np.float64]]
Params = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Landscape:
    """A loss over two weights x and y from −``reach`` to ``reach``, with its gradient and where to begin."""

    title: str
    value: Callable[[Array, Array], Array]
    gradient: Callable[[Array], Array]
    start: tuple[float, float]
    reach: float = 3.0


LANDSCAPES: dict[str, Landscape] = {
    "bowl": Landscape(
        mark("Bowl"), lambda x, y: 0.5 * (x**2 + y**2), lambda w: np.array([w[0], w[1]]), (-2.4, 1.8)
    ),
    "ravine": Landscape(
        mark("Ravine"), lambda x, y: 0.5 * (0.1 * x**2 + 4 * y**2), lambda w: np.array([0.1 * w[0], 4 * w[1]]),
        (-2.6, 1.2),
    ),
    "saddle": Landscape(
        mark("Saddle"), lambda x, y: 0.5 * x**2 - 0.5 * y**2 + 0.05 * y**4,
        lambda w: np.array([w[0], -w[1] + 0.2 * w[1] ** 3]), (-2.5, 0.01),
    ),
    "banana": Landscape(
        mark("Bent valley"), lambda x, y: 0.25 * (1 - x) ** 2 + (y - 0.5 * x**2) ** 2,
        lambda w: np.array(
            [-0.5 * (1 - w[0]) - 2 * w[0] * (w[1] - 0.5 * w[0] ** 2), 2 * (w[1] - 0.5 * w[0] ** 2)]
        ), (-2.2, -1.0),
    ),
}  # fmt: skip


class Walk:
    """One optimizer on its way. ``step(gradient)`` moves ``at`` as torch.optim would; parameters as in its class."""

    def __init__(self, optimizer: str, at: tuple[float, float], rate: float, params: Params | None = None) -> None:
        self.at: Array = np.array(at, dtype=float)
        self.rate, self.params = rate, dict(params or {})
        self._rule = RULES[optimizer]
        self._memory: dict[str, Array] = {}
        self.steps = 0

    def step(self, gradient: Array) -> Array:
        """Take one step against ``gradient`` (2 numbers) and give the new place."""
        self.steps += 1
        self.at = self._rule(self, np.asarray(gradient, dtype=float))
        return self.at

    def number(self, name: str, default: float) -> float:
        return float(self.params.get(name, default))

    def keep(self, name: str, value: Array) -> Array:
        self._memory[name] = value
        return value

    def kept(self, name: str) -> Array | None:
        return self._memory.get(name)

    def with_decay(self, gradient: Array) -> Array:
        """The gradient with the pull of weight decay (L2) in it."""
        return gradient + self.number("weight_decay", 0.0) * self.at


def _sgd(walk: Walk, gradient: Array) -> Array:
    gradient, momentum = walk.with_decay(gradient), walk.number("momentum", 0.0)
    if not momentum:
        return walk.at - walk.rate * gradient
    old = walk.kept("v")
    speed = walk.keep("v", gradient if old is None else momentum * old + gradient)
    return walk.at - walk.rate * (gradient + momentum * speed if walk.params.get("nesterov") else speed)


def _plain(walk: Walk, gradient: Array) -> Array:
    return walk.at - walk.rate * gradient


def _adam_step(walk: Walk, gradient: Array) -> Array:
    first, second = walk.number("beta1", 0.9), walk.number("beta2", 0.999)
    zero = np.zeros(2)
    m = walk.keep("m", first * _or(walk.kept("m"), zero) + (1 - first) * gradient)
    v = walk.keep("v", second * _or(walk.kept("v"), zero) + (1 - second) * gradient**2)
    m, v = m / (1 - first**walk.steps), v / (1 - second**walk.steps)
    return walk.rate * m / (np.sqrt(v) + walk.number("epsilon", 1e-8))


def _adam(walk: Walk, gradient: Array) -> Array:
    return walk.at - _adam_step(walk, walk.with_decay(gradient))


def _adamw(walk: Walk, gradient: Array) -> Array:
    shrunk = walk.at * (1 - walk.rate * walk.number("weight_decay", 0.01))
    return np.asarray(shrunk - _adam_step(walk, gradient))


def _rmsprop(walk: Walk, gradient: Array) -> Array:
    gradient, memory = walk.with_decay(gradient), walk.number("alpha", 0.99)
    v = walk.keep("v", memory * _or(walk.kept("v"), np.zeros(2)) + (1 - memory) * gradient**2)
    scaled = gradient / (np.sqrt(v) + 1e-8)
    momentum = walk.number("momentum", 0.0)
    if momentum:
        scaled = walk.keep("b", momentum * _or(walk.kept("b"), np.zeros(2)) + scaled)
    return walk.at - walk.rate * scaled


def _adagrad(walk: Walk, gradient: Array) -> Array:
    gradient = walk.with_decay(gradient)
    total = walk.keep("s", _or(walk.kept("s"), np.zeros(2)) + gradient**2)
    return walk.at - walk.rate * gradient / (np.sqrt(total) + 1e-10)


def _or(value: Array | None, otherwise: Array) -> Array:
    return otherwise if value is None else value


RULES: dict[str, Callable[[Walk, Array], Array]] = {
    "SGD": _sgd, "GradientDescent": _plain, "Adam": _adam, "AdamW": _adamw, "RMSprop": _rmsprop, "Adagrad": _adagrad,
}  # fmt: skip
# Rates at which each gets somewhere on these landscapes.
RATES: dict[str, float] = {
    "SGD": 0.2, "GradientDescent": 0.2, "Adam": 0.2, "AdamW": 0.2, "RMSprop": 0.05, "Adagrad": 0.5,
}  # fmt: skip
