"""What the theory pages compute live: a unit back and forth, a polynomial, a GAN of one number, a VAE's draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from playground.ui.help.maths.activations import sigmoid, softplus

Array = np.ndarray[Any, np.dtype[np.float64]]


# --- one unit, forward and back ---


@dataclass(frozen=True, slots=True)
class Pass:
    """All numbers of y = tanh(w·x + b), J = (y − t)², and the slope of J by each of them."""

    x: float
    w: float
    b: float
    target: float

    @property
    def values(self) -> dict[str, float]:
        """By name, in the order in which they are computed."""
        product = self.w * self.x
        z = product + self.b
        y = float(np.tanh(z))
        return {"x": self.x, "w": self.w, "p": product, "b": self.b, "z": z, "y": y, "J": (y - self.target) ** 2}

    @property
    def slopes(self) -> dict[str, float]:
        """dJ by each name, in the order of the chain rule: from the loss back to the weight."""
        y = self.values["y"]
        by_y = 2 * (y - self.target)
        by_z = by_y * (1 - y**2)
        return {"J": 1.0, "y": by_y, "z": by_z, "b": by_z, "p": by_z, "w": by_z * self.x, "x": by_z * self.w}

    def moved(self, rate: float) -> Pass:
        """After a step of gradient descent."""
        slopes = self.slopes
        return Pass(self.x, self.w - rate * slopes["w"], self.b - rate * slopes["b"], self.target)


# --- a polynomial through noisy points ---


def wave(x: Array) -> Array:
    """What the points would lie on without noise, for x from 0 to 1."""
    return np.asarray(np.sin(2 * np.pi * x))


def noisy_points(count: int, noise: float, seed: int) -> tuple[Array, Array]:
    """``count`` points of ``wave`` with normal noise, x rising from 0 to 1."""
    random = np.random.default_rng(seed)
    x = np.linspace(0, 1, count)
    return x, wave(x) + noise * random.standard_normal(count)


def fitted(x: Array, y: Array, degree: int, ridge: float = 0.0) -> Array:
    """Coefficients, rising powers of 2x − 1, of the least squares polynomial; ``ridge`` weighs their squares (L2).

    Of as many solutions as there are, the one with the smallest coefficients.
    """
    matrix = np.vander(2 * x - 1, degree + 1, increasing=True)
    if ridge:
        return np.asarray(np.linalg.solve(matrix.T @ matrix + ridge * len(x) * np.eye(degree + 1), matrix.T @ y))
    return np.asarray(np.linalg.lstsq(matrix, y, rcond=None)[0])


def polynomial(coefficients: Array, x: Array) -> Array:
    return np.asarray(np.polynomial.polynomial.polyval(2 * x - 1, coefficients))


def root_mean_square(errors: Array) -> float:
    return float(np.sqrt(np.mean(errors**2)))


# --- a GAN of one number ---

_QUICKER = 10.0  # the discriminator's rate by the generator's: it must know what the fakes of now are like
_CALM = 0.02  # weight decay of the discriminator: without it both swing around the aim for long


class SmallGan:
    """A generator G(z) = a·z + b against a discriminator D(x) = σ(u·x² + v·x + c); data are normal numbers.

    Both take plain gradient steps on the non-saturating losses, the gradients written out by hand; the
    discriminator's are longer, and its weights are kept small.
    """

    def __init__(self, mean: float = 1.5, deviation: float = 0.6, seed: int = 0, batch: int = 256) -> None:
        self.mean, self.deviation, self.batch = mean, deviation, batch
        self._random = np.random.default_rng(seed)
        self.generator = np.array([0.3, -2.0])  # a, b
        self.discriminator = np.array([0.0, 0.0, 0.0])  # u, v, c
        self.steps = 0

    def generated(self, z: Array) -> Array:
        return np.asarray(self.generator[0] * z + self.generator[1])

    def called_real(self, x: Array) -> Array:
        """The discriminator's probability that x is real."""
        return sigmoid(features(x) @ self.discriminator)

    def step(self, rate: float = 0.03, turns: int = 5) -> None:
        """``turns`` steps of the discriminator, then one of the generator."""
        for _ in range(turns):
            real = self.mean + self.deviation * self._random.standard_normal(self.batch)
            fake = self.generated(self._random.standard_normal(self.batch))
            slope = discriminator_slope(self.discriminator, real, fake) + _CALM * self.discriminator
            self.discriminator = self.discriminator - _QUICKER * rate * slope
        z = self._random.standard_normal(self.batch)
        self.generator = self.generator - rate * generator_slope(self.generator, self.discriminator, z)
        self.steps += 1


def features(x: Array) -> Array:
    """What the discriminator sees of x: its square, itself and 1."""
    return np.stack([x**2, x, np.ones_like(x)], axis=-1)


def discriminator_loss(weights: Array, real: Array, fake: Array) -> float:
    """−mean log D(real) − mean log(1 − D(fake))."""
    return float(softplus(-(features(real) @ weights)).mean() + softplus(features(fake) @ weights).mean())


def discriminator_slope(weights: Array, real: Array, fake: Array) -> Array:
    """The gradient of ``discriminator_loss`` by its three weights."""
    wrong_real, wrong_fake = sigmoid(features(real) @ weights) - 1, sigmoid(features(fake) @ weights)
    return np.asarray(
        (wrong_real[:, None] * features(real)).mean(axis=0) + (wrong_fake[:, None] * features(fake)).mean(axis=0)
    )


def generator_loss(generator: Array, weights: Array, z: Array) -> float:
    """−mean log D(G(z))."""
    return float(softplus(-(features(generator[0] * z + generator[1]) @ weights)).mean())


def generator_slope(generator: Array, weights: Array, z: Array) -> Array:
    """The gradient of ``generator_loss`` by a and b."""
    x = generator[0] * z + generator[1]
    by_score = sigmoid(features(x) @ weights) - 1
    by_x = by_score * (2 * weights[0] * x + weights[1])
    return np.array([(by_x * z).mean(), by_x.mean()])


# --- a VAE's draw ---


def normal_density(x: Array, mean: float, deviation: float) -> Array:
    return np.asarray(np.exp(-0.5 * ((x - mean) / deviation) ** 2) / (deviation * np.sqrt(2 * np.pi)))


def divergence(mean: float, deviation: float) -> float:
    """KL divergence of N(mean, deviation²) from N(0, 1), in nats."""
    return 0.5 * (mean**2 + deviation**2 - float(np.log(deviation**2)) - 1)
