"""Recurrent layers: the gates of one unit at one step, written out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from playground.core.language import tr
from playground.engine.lenses.arithmetic.stages import Index, Stage
from playground.engine.lenses.arithmetic.step import Explain, Step, numbers
from playground.protocol.lenses.arithmetic import Gate, Gates

_CELLS: dict[str, type[nn.RNNBase]] = {"LSTM": nn.LSTM, "GRU": nn.GRU, "RNN_TANH": nn.RNN, "RNN_RELU": nn.RNN}


@dataclass(frozen=True)
class _At:
    """One direction of one of the stacked layers: its matrices, its step's input, its unit's state before."""

    weights: dict[str, np.ndarray]
    x: np.ndarray  # float64 features
    h: np.ndarray  # float64 units
    c: np.ndarray
    unit: int

    def gate(self, number: int, name: str, symbol: str, squash: Any) -> Gate:
        """Rows of all gates stand one below the other."""
        row = number * len(self.h) + self.unit
        given, state = (
            float(self.weights[f"weight_{side}"][row] @ each) for side, each in (("ih", self.x), ("hh", self.h))
        )
        bias = sum(float(self.weights[f"bias_{side}"][row]) for side in ("ih", "hh") if f"bias_{side}" in self.weights)
        total = given + state + bias
        return Gate(name, symbol, given, state, bias, total, squash, _squash(squash, total))


def recurrent(stage: Stage, index: Index) -> Step:
    """The last of the stacked layers, in the direction to which this feature belongs, at this step."""
    module = stage.module
    assert isinstance(module, nn.RNNBase)
    time, feature = index
    backwards, unit = divmod(feature, module.hidden_size)
    with torch.no_grad():
        x = stage.inputs[0]
        for level in range(module.num_layers - 1):
            x = torch.cat([_run(module, level, bool(way), x) for way in range(1 + module.bidirectional)], 2)
        here = _before(module, module.num_layers - 1, bool(backwards), x, time, unit)
    made = {"LSTM": _lstm, "GRU": _gru}.get(module.mode, _rnn)
    gates, lines, before = made(here, module)
    level = module.num_layers
    note = tr("This is layer {level} of {level} that stand one above the other.", level=level) if level > 1 else ""
    note = f"{note} {tr('It reads from the end to the beginning.')}" if backwards else note
    part = Gates(
        result=lines[-1][2], cell=module.mode.partition("_")[0], time=time, unit=unit, backwards=bool(backwards),
        level=level, gates=gates, before=before, lines=lines, note=note.strip(),
    )  # fmt: skip
    return Step((part,), ((0, np.arange(stage.inputs[0].numel())),))


def _lstm(at: _At, _module: nn.RNNBase) -> Any:
    i, f, g, o = (
        at.gate(number, *words)
        for number, words in enumerate((
            (tr("Input gate"), "i", "sigmoid"), (tr("Forget gate"), "f", "sigmoid"), (tr("Candidate"), "g", "tanh"),
            (tr("Output gate"), "o", "sigmoid"),
        ))
    )  # fmt: skip
    c_before, h_before = float(at.c[at.unit]), float(at.h[at.unit])
    c = f.value * c_before + i.value * g.value
    h = o.value * float(np.tanh(c))
    lines = (
        ("c = f · c′ + i · g", f"{_n(f.value)} · {_n(c_before)} + {_n(i.value)} · {_n(g.value)}", c),
        ("h = o · tanh(c)", f"{_n(o.value)} · tanh({_n(c)})", h),
    )
    return (i, f, g, o), lines, (("c′", c_before), ("h′", h_before))


def _gru(at: _At, _module: nn.RNNBase) -> Any:
    r, z = at.gate(0, tr("Reset gate"), "r", "sigmoid"), at.gate(1, tr("Update gate"), "z", "sigmoid")
    row = 2 * len(at.h) + at.unit
    given = float(at.weights["weight_ih"][row] @ at.x) + float(at.weights.get("bias_ih", np.zeros(row + 1))[row])
    state = float(at.weights["weight_hh"][row] @ at.h) + float(at.weights.get("bias_hh", np.zeros(row + 1))[row])
    total = given + r.value * state
    n = Gate(tr("Candidate"), "n", given, r.value * state, 0.0, total, "tanh", float(np.tanh(total)))
    before = float(at.h[at.unit])
    h = (1 - z.value) * n.value + z.value * before
    lines = (
        ("n = tanh(W x + b + r · (U h′ + c))", f"tanh({_n(given)} + {_n(r.value)} · {_n(state)})", n.value),
        ("h = z · h′ + (1 − z) · n", f"{_n(z.value)} · {_n(before)} + {_n(1 - z.value)} · {_n(n.value)}", h),
    )
    return (r, z, n), lines, (("h′", before),)


def _rnn(at: _At, module: nn.RNNBase) -> Any:
    squash = "relu" if module.mode == "RNN_RELU" else "tanh"
    gate = at.gate(0, tr("State"), "h", squash)
    lines = ((f"h = {squash}(W x + U h′ + b)", f"{squash}({_n(gate.total)})", gate.value),)
    return (gate,), lines, (("h′", float(at.h[at.unit])),)


def _before(module: nn.RNNBase, level: int, backwards: bool, x: Tensor, time: int, unit: int) -> _At:
    """The state that one direction of a layer has when it comes to ``time``, after all that it reads before that."""
    single, weights = _single(module, level, backwards)
    read = x[:, time + 1 :].flip(1) if backwards else x[:, :time]
    h = c = np.zeros(module.hidden_size)
    if read.shape[1]:
        _, state = single(read)
        h, c = (numbers(each[0, 0]) for each in (state if isinstance(state, tuple) else (state, state)))
    return _At(weights, numbers(x[0, time]), h, c, unit)


def _run(module: nn.RNNBase, level: int, backwards: bool, x: Tensor) -> Tensor:
    """What one direction of one of the stacked layers gives for all steps, in the order of time."""
    single, _ = _single(module, level, backwards)
    steps: Tensor = single(x.flip(1) if backwards else x)[0]
    return steps.flip(1) if backwards else steps


def _single(module: nn.RNNBase, level: int, backwards: bool) -> tuple[nn.RNNBase, dict[str, np.ndarray]]:
    """One direction of one layer as a module of its own, with its matrices by torch's names without the ending."""
    ending = f"_l{level}" + ("_reverse" if backwards else "")
    wide = getattr(module, f"weight_ih{ending}").shape[1]
    options: dict[str, Any] = {"nonlinearity": "relu"} if module.mode == "RNN_RELU" else {}
    weight = getattr(module, f"weight_ih{ending}")
    single = _CELLS[module.mode](
        wide,
        module.hidden_size,
        bias=module.bias,
        batch_first=True,
        device=weight.device,
        dtype=weight.dtype,
        **options,
    )
    names = [name.removesuffix("_l0") for name, _ in single.named_parameters()]
    single.load_state_dict({f"{name}_l0": getattr(module, f"{name}{ending}") for name in names})
    single.eval()
    return single, {name: numbers(getattr(module, f"{name}{ending}")) for name in names}


def _squash(name: str, value: float) -> float:
    if name == "sigmoid":
        return float(1 / (1 + np.exp(-value)))
    return max(0.0, value) if name == "relu" else float(np.tanh(value))


def _n(value: float) -> str:
    text = f"{value:.4g}".replace("-", "−")
    return f"({text})" if value < 0 else text


KINDS: dict[type[nn.Module], Explain] = {nn.LSTM: recurrent, nn.GRU: recurrent, nn.RNN: recurrent}
