"""Activations: one operator, one layer."""

from __future__ import annotations

from collections.abc import Callable
from math import isinf
from typing import Any

from playground.core.language import tr
from playground.engine.importing.arranging import arranged
from playground.engine.importing.converter import Converter, operator
from playground.engine.importing.model import NoCounterpart, Op
from playground.engine.importing.operators.common import normal_axis, rows_of
from playground.engine.importing.views import Group, View
from playground.layers.shared.elementwise import feature_axis

_Params = Callable[[Op], dict[str, Any]]


def _short(value: float) -> float:
    """A float32 of the file as a person wrote it: 0.01, not 0.00999999977."""
    return float(f"{value:.7g}")


def _rounded(name: str, default: float, field: str) -> _Params:
    def params(op: Op) -> dict[str, Any]:
        value = _short(op.number_of(name, default))
        return {field: value}

    return params


def _none(_op: Op) -> dict[str, Any]:
    return {}


def _selu(op: Op) -> dict[str, Any]:
    if abs(op.number_of("alpha", 1.67326) - 1.67326) > 1e-3 or abs(op.number_of("gamma", 1.0507) - 1.0507) > 1e-3:
        raise NoCounterpart(tr("its alpha and gamma are not those of SELU"))
    return {}


def _gelu(op: Op) -> dict[str, Any]:
    tanh = op.kind == "FastGelu" or op.text("approximate", "none") == "tanh"
    return {"approximation": "tanh"} if tanh else {}


def _swish(op: Op) -> dict[str, Any]:
    if op.number_of("alpha", 1.0) != 1.0:
        raise NoCounterpart(tr("its alpha is not 1"))
    return {}


_ACTIVATIONS: dict[str, tuple[str, _Params]] = {
    "Relu": ("ReLU", _none), "Sigmoid": ("Sigmoid", _none), "Tanh": ("Tanh", _none), "Softplus": ("Softplus", _none),
    "Softsign": ("Softsign", _none), "HardSwish": ("Hardswish", _none), "Mish": ("Mish", _none),
    "Selu": ("SELU", _selu),
    "Gelu": ("GELU", _gelu), "FastGelu": ("GELU", _gelu), "Swish": ("SiLU", _swish),
    "LeakyRelu": ("LeakyReLU", _rounded("alpha", 0.01, "slope")), "Elu": ("ELU", _rounded("alpha", 1.0, "alpha")),
}  # fmt: skip


@operator(*_ACTIVATIONS)
def activation(c: Converter, op: Op) -> tuple[View]:
    kind, params = _ACTIVATIONS[op.kind]
    if op.kind == "FastGelu" and op.input(1):
        raise NoCounterpart(tr("it adds a bias"))
    return (c.apply(c.view(op), kind, params(op)),)


@operator("Clip")
def clip(c: Converter, op: Op) -> tuple[View]:
    """Between 0 and 6 it is ReLU6, from 0 on ReLU."""
    bounds = []
    for index, name, default in ((1, "min", -float("inf")), (2, "max", float("inf"))):
        array = c.constant(op, index)
        bounds.append(float(array.item()) if array is not None and array.size == 1 else op.number_of(name, default))
    low, high = bounds
    if low == 0 and high == 6:
        return (c.apply(c.view(op), "ReLU6"),)
    if low == 0 and (isinf(high) or high > 1e30):
        return (c.apply(c.view(op), "ReLU"),)
    raise NoCounterpart(tr("no layer here clips to {low:g} … {high:g}", low=low, high=high))


@operator("PRelu")
def prelu(c: Converter, op: Op) -> tuple[View]:
    view, slope = c.view(op), c.weight(op, 1)
    if slope.size == 1:
        return (c.apply(view, "PReLU", weights={"weight": slope.reshape(1)}, label=c.label(op)),)
    sizes = (1,) * (view.rank - slope.ndim) + slope.shape
    axes = [axis for axis, size in enumerate(sizes) if size > 1]
    if len(axes) != 1 or len(sizes) != view.rank or view.sizes()[axes[0]] != slope.size:
        raise NoCounterpart(tr("its slopes are not one for each channel"))
    view = features_at_hand(c, view, view.theirs[axes[0]])
    weights = {"weight": slope.reshape(-1)}
    return (c.apply(view, "PReLU", {"per_channel": True}, weights=weights, label=c.label(op)),)


@operator("Softmax", "LogSoftmax")
def softmax(c: Converter, op: Op) -> tuple[View]:
    view, old = c.view(op), c.model.opset < 13
    axis = normal_axis(op.whole("axis", 1 if old else -1), view.rank)
    groups = view.theirs[axis:] if old else view.theirs[axis : axis + 1]  # before opset 13 over all axes from there on
    view = features_at_hand(c, view, tuple(atom for group in groups for atom in group))
    return (c.apply(view, op.kind),)


def features_at_hand(c: Converter, view: View, group: Group) -> View:
    """A view whose atoms ``group`` are the axis along which activations look."""
    if group and view.ours[1 + feature_axis(view.shape)] == group:
        return view
    return arranged(c.canvas, view, rows_of(view, group))
