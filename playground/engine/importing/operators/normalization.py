"""Batch, layer, instance, group and RMS normalization."""

from __future__ import annotations

from typing import Any

import numpy as np

from playground.core.language import tr
from playground.engine.importing.arranging import as_in_file
from playground.engine.importing.converter import Converter, operator
from playground.engine.importing.model import NoCounterpart, Op
from playground.engine.importing.operators.common import features_last, in_places, normal_axis
from playground.engine.importing.views import View


def _epsilon(op: Op, default: float = 1e-5) -> dict[str, float]:
    # a float32 in the file, so 1e-5 comes as 9.99999974e-06
    value = float(f"{op.number_of('epsilon', default):.7g}")
    return {"epsilon": value}


def _channels(view: View) -> int:
    return view.shape.sizes[view.shape.channel_axis]


def _require(count: int, *arrays: np.ndarray) -> None:
    if any(array.size != count for array in arrays):
        raise NoCounterpart(tr("its weights are not for {count:,} channels", count=count))


@operator("BatchNormalization")
def batch_norm(c: Converter, op: Op) -> tuple[View]:
    if op.whole("training_mode", 0) or c.used(op, 1):
        raise NoCounterpart(tr("it is exported as it trains, not as it predicts"))
    view = in_places(c, c.view(op))
    scale, shift, mean, variance = (c.weight(op, index) for index in range(1, 5))
    _require(_channels(view), scale, shift, mean, variance)
    momentum = min(max(round(1.0 - op.number_of("momentum", 0.9), 6), 1e-6), 1.0)
    params: dict[str, Any] = _epsilon(op) | ({"momentum": momentum} if momentum != 0.1 else {})
    weights = {"running_mean": mean, "running_var": variance}
    if (scale == 1).all() and not shift.any() and not c.label(op, 1):
        params["affine"] = False
    else:
        weights |= {"weight": scale, "bias": shift}
    return (c.apply(view, "BatchNorm", params, weights=weights, label=c.label(op, 1) or c.label(op, 3)),)


@operator("InstanceNormalization")
def instance_norm(c: Converter, op: Op) -> tuple[View]:
    view, scale, shift = in_places(c, c.view(op)), c.weight(op, 1), c.weight(op, 2)
    _require(_channels(view), scale, shift)
    affine = bool((scale != 1).any() or shift.any() or c.label(op, 1))
    weights = {"weight": scale, "bias": shift} if affine else {}
    params = _epsilon(op) | ({"affine": True} if affine else {})
    return (c.apply(view, "InstanceNorm", params, weights=weights, label=c.label(op, 1)),)


@operator("GroupNormalization")
def group_norm(c: Converter, op: Op) -> tuple[View]:
    view, groups = in_places(c, c.view(op)), op.whole("num_groups", 0)
    channels, scale, shift = _channels(view), c.weight(op, 1), c.weight(op, 2)
    if groups < 1 or channels % groups:
        raise NoCounterpart(
            tr("its {groups} groups do not divide the {channels:,} channels", groups=groups, channels=channels)
        )
    if scale.size == shift.size == groups != channels:  # one for each group: how it was before opset 21
        scale, shift = (np.repeat(array, channels // groups) for array in (scale, shift))
    _require(channels, scale, shift)
    weights = {"weight": scale.reshape(-1), "bias": shift.reshape(-1)}
    return (c.apply(view, "GroupNorm", {"groups": groups, **_epsilon(op)}, weights=weights, label=c.label(op, 1)),)


@operator("LayerNormalization", "RMSNormalization", "SimplifiedLayerNormalization")
def layer_norm(c: Converter, op: Op) -> tuple[View]:
    if c.used(op, 1):
        raise NoCounterpart(tr("its means are asked for, too"))
    view, axis = c.view(op), normal_axis(op.whole("axis", -1), c.view(op).rank)
    centred = op.kind == "LayerNormalization"
    behind = axis + 1 if op.get("one_axis") else view.rank  # operators found by a pattern look along one axis
    group = tuple(atom for own in view.theirs[axis:behind] for atom in own)
    sizes = tuple(size if axis <= number < behind else 1 for number, size in enumerate(view.sizes()))
    weights = _scale_and_shift(c, op, sizes, centred)
    params: dict[str, Any] = _epsilon(op) | ({} if weights else {"affine": False})
    if centred and axis == 1 and view.rank > 2 and behind == view.rank:
        view = as_in_file(c.canvas, view)
        params["over"] = "sample"
        weights = {key: value.reshape(view.shape.sizes) for key, value in weights.items()}
    else:
        view = features_last(c, view, group)
        weights = {key: value.reshape(-1) for key, value in weights.items()}
    kind = "LayerNorm" if centred else "RMSNorm"
    return (c.apply(view, kind, params, weights=weights, label=c.label(op, 1)),)


def _scale_and_shift(c: Converter, op: Op, sizes: tuple[int, ...], centred: bool) -> dict[str, np.ndarray]:
    """The learned numbers, spread over the axes that are looked at together; none when there are none."""
    if not op.input(1):
        return {}
    scale = c.weight(op, 1)
    shift = c.weight(op, 2) if op.input(2) else np.zeros(1, np.float32)
    if not centred and shift.any():
        raise NoCounterpart(tr("it adds a bias"))
    try:
        found = {"weight": np.broadcast_to(scale, sizes), "bias": np.broadcast_to(shift, sizes)}
    except ValueError as error:
        raise NoCounterpart(tr("its weights of shape {shape} do not fit", shape=list(scale.shape))) from error
    if not centred:
        del found["bias"]
    return {key: np.ascontiguousarray(value) for key, value in found.items()}
