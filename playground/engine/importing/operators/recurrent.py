"""RNN, LSTM and GRU: the file's order of gates becomes torch's."""

from __future__ import annotations

from typing import Any

import numpy as np

from playground.core.language import tr
from playground.engine.importing.arranging import by_axes
from playground.engine.importing.converter import Converter, operator
from playground.engine.importing.model import NoCounterpart, Op
from playground.engine.importing.views import BATCH, Known, View, group_of

# By cell: gates in torch's order as places in the file's. The file has LSTM gates i o f c and GRU gates z r h.
_GATES = {"LSTM": (0, 2, 3, 1), "GRU": (1, 0, 2), "RNN": (0,)}
_USUAL = {"LSTM": ("sigmoid", "tanh", "tanh"), "GRU": ("sigmoid", "tanh"), "RNN": ("tanh",)}


@operator("LSTM", "GRU", "RNN")
def recurrent(c: Converter, op: Op) -> tuple[View | None, ...]:
    layout = op.whole("layout", 0)
    view, params = c.view(op), _params(c, op)
    if view.rank != 3 or view.theirs[1 - layout] != (BATCH,):
        raise NoCounterpart(tr("what comes in is not time × batch × features"))
    view = by_axes(c.canvas, view, (0, 1, 2) if layout else (1, 0, 2))
    _require_plain_start(c, op, view)
    weights = _weights(c, op, params)
    time, sides = view.ours[1], group_of(2 if params["bidirectional"] else 1)
    units = group_of(params["units"])
    found: list[View | None] = [None, None, None]
    for number, returns in enumerate(("sequence", "last")):
        if not c.used(op, number):
            continue
        out = c.canvas.add(op.kind, [view], {**params, "returns": returns}, weights, _label(c, op))[0]
        if found[0] is not None:
            c.canvas.share(out[0], found[0].node)
        places = (time,) if returns == "sequence" else ()
        theirs = ((BATCH,), *places, sides, units) if layout else (*places, sides, (BATCH,), units)
        found[number] = View(*out, ((BATCH,), *places, (*sides, *units)), theirs)
    return tuple(found[: len(op.outputs)])


def _label(c: Converter, op: Op) -> str:
    label = c.label(op, 1)
    return label if not label.startswith("onnx") else ""


def _params(c: Converter, op: Op) -> dict[str, Any]:
    direction = op.text("direction", "forward")
    if direction not in ("forward", "bidirectional"):
        raise NoCounterpart(tr("it reads backwards only"))
    sides = 2 if direction == "bidirectional" else 1
    usual = _USUAL[op.kind] * sides
    told = tuple(name.lower() for name in op.get("activations", ())) or usual
    params: dict[str, Any] = {"units": op.whole("hidden_size", c.weight(op, 2).shape[-1]), "bidirectional": sides == 2}
    if op.kind == "RNN" and told == ("relu",) * sides:
        params["nonlinearity"] = "relu"
    elif told != usual:
        raise NoCounterpart(tr("its activations are {names}", names=", ".join(told)[:60]))
    if "clip" in op.attributes or op.whole("input_forget", 0):
        raise NoCounterpart(tr("it clips its values, or couples its gates"))
    if op.kind == "GRU" and not op.whole("linear_before_reset", 0):
        raise NoCounterpart(tr("it resets before the matrix (linear_before_reset 0)"))
    if op.kind == "LSTM" and op.input(7) and c.weight(op, 7).any():
        raise NoCounterpart(tr("it has peepholes"))
    if op.kind == "LSTM" and c.used(op, 2):
        raise NoCounterpart(tr("the state of its cell is asked for, too"))
    return params


def _require_plain_start(c: Converter, op: Op, view: View) -> None:
    """Every sample whole, and nothing remembered before the first step."""
    if op.input(4):
        lengths = c.value(op, 4)
        time = view.shape.sizes[0]
        if not isinstance(lengths, Known) or any((value != time).any() for value in lengths.values):
            raise NoCounterpart(tr("samples have lengths of their own"))
    for index in (5, 6):
        state = c.value(op, index) if op.input(index) else None
        if state is not None and not (isinstance(state, Known) and not any(value.any() for value in state.values)):
            raise NoCounterpart(tr("it begins with something remembered"))


def _weights(c: Converter, op: Op, params: dict[str, Any]) -> dict[str, np.ndarray]:
    """By torch's names; the file has directions × gates·units × features, biases of both matrices in a row."""
    wide, square = c.weight(op, 1), c.weight(op, 2)
    units, order = params["units"], _GATES[op.kind]
    sides, rows = 2 if params["bidirectional"] else 1, len(order) * units
    if wide.ndim != 3 or wide.shape[:2] != (sides, rows) or square.shape != (sides, rows, units):
        raise NoCounterpart(
            tr("its weights have the shapes {shape} and {shape2}", shape=list(wide.shape), shape2=list(square.shape))
        )
    bias = c.weight(op, 3) if op.input(3) else np.zeros((sides, 2 * rows), np.float32)
    if bias.shape != (sides, 2 * rows):
        raise NoCounterpart(tr("its biases have the shape {shape}", shape=list(bias.shape)))
    found: dict[str, np.ndarray] = {}
    for side, suffix in enumerate(("", "_reverse")[:sides]):
        parts = {
            "weight_ih_l0": wide[side], "weight_hh_l0": square[side],
            "bias_ih_l0": bias[side, :rows], "bias_hh_l0": bias[side, rows:],
        }  # fmt: skip
        for name, array in parts.items():
            gates = array.reshape(len(order), units, *array.shape[1:])
            found[name + suffix] = np.ascontiguousarray(gates[list(order)].reshape(array.shape))
    return found
