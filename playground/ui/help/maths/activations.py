"""Activations of one number with their derivatives, as torch defines them.

``CURVES`` has them by the layer's type name. At a corner the derivative is the one that torch's backward gives.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[np.float64]]
Params = Mapping[str, Any]
# Value and derivative at each x.
Both = tuple[Array, Array]
Curve = Callable[[Array, Params], Both]

_SELU_ALPHA, _SELU_SCALE = 1.6732632423543772848170429916717, 1.0507009873554804934193349852946
_SQRT_2_PI = math.sqrt(2 / math.pi)
_erf = np.vectorize(math.erf, otypes=[float])


def sigmoid(x: Array) -> Array:
    """1 / (1 + e^−x), without overflow."""
    small = np.exp(-np.abs(x))
    return np.asarray(np.where(x >= 0, 1 / (1 + small), small / (1 + small)))


def softplus(x: Array) -> Array:
    """ln(1 + e^x), without overflow."""
    return np.asarray(np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x))))


def softmax(scores: Array, temperature: float = 1.0) -> Array:
    """Probabilities of ``scores`` along the last axis; they are divided by ``temperature`` (above 0) before."""
    scaled = scores / temperature
    raised = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True))


def _relu(x: Array, _: Params) -> Both:
    return np.maximum(x, 0), (x > 0).astype(float)


def _relu6(x: Array, _: Params) -> Both:
    return np.clip(x, 0, 6), ((x > 0) & (x < 6)).astype(float)


def _leaky(x: Array, params: Params) -> Both:
    return _two_slopes(x, float(params.get("slope", 0.01)))


def _prelu(x: Array, params: Params) -> Both:
    return _two_slopes(x, float(params.get("start", 0.25)))  # what its slope is at first


def _two_slopes(x: Array, slope: float) -> Both:
    return np.where(x > 0, x, slope * x), np.where(x > 0, 1.0, slope)


def _elu(x: Array, params: Params) -> Both:
    alpha = float(params.get("alpha", 1.0))
    raised = alpha * np.exp(np.minimum(x, 0))
    return np.where(x > 0, x, raised - alpha), np.where(x > 0, 1.0, raised)


def _selu(x: Array, _: Params) -> Both:
    value, slope = _elu(x, {"alpha": _SELU_ALPHA})
    return _SELU_SCALE * value, _SELU_SCALE * slope


def _gelu(x: Array, params: Params) -> Both:
    if params.get("approximation") == "tanh":
        inner = _SQRT_2_PI * (x + 0.044715 * x**3)
        bent = np.tanh(inner)
        slope = 0.5 * (1 + bent) + 0.5 * x * (1 - bent**2) * _SQRT_2_PI * (1 + 3 * 0.044715 * x**2)
        return 0.5 * x * (1 + bent), slope
    below = 0.5 * (1 + _erf(x / math.sqrt(2)))  # the chance that a normal number is smaller
    return x * below, below + x * np.exp(-(x**2) / 2) / math.sqrt(2 * math.pi)


def _sigmoid(x: Array, _: Params) -> Both:
    value = sigmoid(x)
    return value, value * (1 - value)


def _tanh(x: Array, _: Params) -> Both:
    value = np.tanh(x)
    return value, 1 - value**2


def _silu(x: Array, _: Params) -> Both:
    gate = sigmoid(x)
    return x * gate, gate * (1 + x * (1 - gate))


def _hardswish(x: Array, _: Params) -> Both:
    inside = (x > -3) & (x < 3)
    return x * np.clip(x + 3, 0, 6) / 6, np.where(inside, (2 * x + 3) / 6, (x >= 3).astype(float))


def _mish(x: Array, _: Params) -> Both:
    bent = np.tanh(softplus(x))
    return x * bent, bent + x * (1 - bent**2) * sigmoid(x)


def _softplus(x: Array, params: Params) -> Both:
    beta = float(params.get("beta", 1.0))
    return softplus(beta * x) / beta, sigmoid(beta * x)


def _softsign(x: Array, _: Params) -> Both:
    return x / (1 + np.abs(x)), 1 / (1 + np.abs(x)) ** 2


def _linear(x: Array, _: Params) -> Both:
    return x.copy(), np.ones_like(x)


CURVES: dict[str, Curve] = {
    "ReLU": _relu, "LeakyReLU": _leaky, "PReLU": _prelu, "ReLU6": _relu6, "ELU": _elu, "SELU": _selu, "GELU": _gelu,
    "SiLU": _silu, "Mish": _mish, "Hardswish": _hardswish, "Softplus": _softplus, "Sigmoid": _sigmoid, "Tanh": _tanh,
    "Softsign": _softsign, "Linear": _linear,
}  # fmt: skip
