"""What exporters write out in many operators, found again: GELU as Erf and five more, layer norms, biases after MatMul.

A pattern is an operator's name with patterns for its inputs; a number stands for a constant of that value, a name with
``?`` for any constant, any other name for a value. Sums and products match in either order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from math import pi, sqrt
from typing import Any

import numpy as np

from playground.engine.importing.model import OnnxModel, Op

Pattern = Any  # a tuple, a text or a number, as told above
_COMMUTING = frozenset({"Add", "Mul"})
_TOLERANCE = 1e-3  # of constants: half precision writes √2 as 1.4141
MAX_STEPS = 2000  # of one search: repeated inputs must not make it long


@dataclass(frozen=True, slots=True)
class Match:
    """Names that a pattern found: ``names`` by their name in it, ``ops`` by kind (the last of each that was met)."""

    names: Mapping[str, str] = field(default_factory=dict)
    ops: Mapping[str, Op] = field(default_factory=dict)


Maker = Callable[["Finder", Op, Match], Op | None]


class Finder:
    """Looks backwards from an operator for patterns."""

    def __init__(self, model: OnnxModel) -> None:
        self.givers = {name: op for op in model.ops for name in op.outputs if name}
        self._constants = dict(model.constants)
        for op in model.ops:
            value = op.get("value")
            if op.kind == "Constant" and isinstance(value, np.ndarray):
                self._constants[op.outputs[0]] = value
        self._steps = 0

    def constant(self, name: str) -> np.ndarray | None:
        """A constant, also behind a Cast or an Identity."""
        giver = self.givers.get(name)
        if name not in self._constants and giver is not None and giver.kind in ("Identity", "Cast"):
            name = giver.input(0)
        return self._constants.get(name)

    def find(self, pattern: Pattern, op: Op) -> Match | None:
        self._steps = 0
        return next(self._at(pattern, op, Match()), None)

    def _at(self, pattern: Pattern, op: Op, found: Match) -> Iterator[Match]:
        kind, *parts = pattern
        self._steps += 1
        if op.kind != kind or op.domain or len(op.inputs) < len(parts) or self._steps > MAX_STEPS:
            return
        found = Match(found.names, {**found.ops, kind: op})
        orders = [parts] if kind not in _COMMUTING else [parts, parts[::-1]]
        for order in orders:
            yield from self._all(order, op.inputs, found)

    def _all(self, parts: list[Pattern], names: tuple[str, ...], found: Match) -> Iterator[Match]:
        if not parts:
            yield found
            return
        for match in self._value(parts[0], names[0], found):
            yield from self._all(parts[1:], names[1:], match)

    def _value(self, pattern: Pattern, name: str, found: Match) -> Iterator[Match]:
        if isinstance(pattern, tuple):
            if name in self.givers:
                yield from self._at(pattern, self.givers[name], found)
        elif isinstance(pattern, str):
            if pattern.startswith("?") != (self.constant(name) is not None):
                return
            if found.names.get(pattern, name) == name:
                yield Match({**found.names, pattern: name}, found.ops)
        else:
            value = self.constant(name)
            if (
                value is not None
                and value.size == 1
                and abs(float(value.item()) - pattern) <= _TOLERANCE * abs(pattern)
            ):
                yield found


def fused(model: OnnxModel) -> tuple[Op, ...]:
    """The operators with those that a pattern explains replaced by one, and without those that nothing needs."""
    finder = Finder(model)
    ops = []
    for op in model.ops:
        ops.append(_replaced(finder, op))
    needed, kept = set(model.outputs), []
    for op in reversed(ops):
        if needed.intersection(op.outputs):
            needed.update(op.inputs)
            kept.append(op)
    return tuple(reversed(kept))


def _replaced(finder: Finder, op: Op) -> Op:
    for pattern, make in _BY_ROOT.get(op.kind, ()):
        match = finder.find(pattern, op)
        made = make(finder, op, match) if match is not None else None
        if made is not None:
            return made
    return op


def _unary(kind: str, **attributes: Any) -> Maker:
    return lambda _finder, op, match: op.becoming(kind, (match.names["x"],), **attributes)


def _scalar(finder: Finder, match: Match, name: str) -> float | None:
    value = finder.constant(match.names.get(name, ""))
    return float(value.item()) if value is not None and value.size == 1 else None


def _reduced_axis(finder: Finder, op: Op) -> int | None:
    """The one axis that a ReduceMean goes over, and keeps; None when there are others."""
    given = finder.constant(op.input(1)) if op.input(1) else np.asarray(op.get("axes", ()))
    return int(given.item()) if given is not None and given.size == 1 and op.get("keepdims", 1) else None


def _norm(kind: str) -> Maker:
    def make(finder: Finder, op: Op, match: Match) -> Op | None:
        epsilon, axis = _scalar(finder, match, "?eps"), _reduced_axis(finder, match.ops["ReduceMean"])
        if epsilon is None or axis is None:
            return None
        inputs = [match.names["x"], *(match.names[key] for key in ("?w", "?b") if key in match.names)]
        return op.becoming(kind, tuple(inputs), axis=axis, epsilon=epsilon, one_axis=1)

    return make


def _group_norm(finder: Finder, op: Op, match: Match) -> Op | None:
    scale, shift = finder.constant(match.names["?one"]), finder.constant(match.names["?zero"])
    weight = finder.constant(match.names["?w"])
    if scale is None or shift is None or weight is None or not (scale == 1).all() or shift.any():
        return None
    inner = match.ops["InstanceNormalization"]
    inputs = (match.names["x"], match.names["?w"], match.names["?b"])
    return op.becoming("GroupNormalization", inputs, num_groups=scale.size, epsilon=inner.get("epsilon", 1e-5))


def _linear(finder: Finder, op: Op, match: Match) -> Op | None:
    weight, bias = finder.constant(match.names["?w"]), finder.constant(match.names["?b"])
    if (
        weight is None
        or bias is None
        or weight.ndim != 2
        or bias.shape[-1:] != weight.shape[1:]
        or bias.size != bias.shape[-1]
    ):
        return None
    return op.becoming("Linear", (match.names["x"], match.names["?w"], match.names["?b"]))


def _affine(_finder: Finder, op: Op, match: Match) -> Op:
    return op.becoming("Affine", (match.names["x"], match.names["?w"], match.names["?b"]))


def _hard_swish(_finder: Finder, op: Op, match: Match) -> Op | None:
    gate = match.ops.get("HardSigmoid")
    if gate is not None and (abs(gate.get("alpha", 0.2) - 1 / 6) > 1e-4 or gate.get("beta", 0.5) != 0.5):
        return None
    return op.becoming("HardSwish", (match.names["x"],))


_ERF = [("Add", ("Erf", ("Div", "x", sqrt(2))), 1.0), ("Add", ("Erf", ("Mul", "x", 1 / sqrt(2))), 1.0)]
_TANH = [
    ("Add", ("Tanh", ("Mul", ("Add", "x", ("Mul", cube, 0.044715)), sqrt(2 / pi))), 1.0)
    for cube in (("Pow", "x", 3.0), ("Mul", ("Mul", "x", "x"), "x"))
]
_CENTRED = ("Sub", "x", ("ReduceMean", "x"))
_DEVIATIONS = [
    ("Sqrt", ("Add", ("ReduceMean", square), "?eps"))
    for square in (("Pow", _CENTRED, 2.0), ("Mul", _CENTRED, _CENTRED))
]
_ROOTS = [("Sqrt", ("Add", ("ReduceMean", square), "?eps")) for square in (("Pow", "x", 2.0), ("Mul", "x", "x"))]
_NORMED = [("Div", _CENTRED, root) for root in _DEVIATIONS] + [
    ("Mul", _CENTRED, ("Reciprocal", root)) for root in _DEVIATIONS
]
_SCALED = [
    form for root in _ROOTS
    for form in (("Div", "x", root), ("Mul", "x", ("Reciprocal", root)), ("Mul", "x", ("Div", 1.0, root)))
]  # fmt: skip
_SIX = ("Clip", ("Add", "x", 3.0), "?low", "?high")


def _products(factor: Pattern) -> list[Pattern]:
    """½ · x · factor in every way of putting brackets."""
    return [("Mul", ("Mul", "x", 0.5), factor), ("Mul", ("Mul", "x", factor), 0.5), ("Mul", ("Mul", factor, 0.5), "x")]


_PATTERNS: list[tuple[Pattern, Maker]] = [
    *((form, _unary("Gelu", approximate="none")) for factor in _ERF for form in _products(factor)),
    *((form, _unary("Gelu", approximate="tanh")) for factor in _TANH for form in _products(factor)),
    *((("Add", ("Mul", form, "?w"), "?b"), _norm("LayerNormalization")) for form in _NORMED),
    *((form, _norm("LayerNormalization")) for form in _NORMED),
    *((("Mul", form, "?w"), _norm("RMSNormalization")) for form in _SCALED),
    *((form, _norm("RMSNormalization")) for form in _SCALED),
    (
        ("Add", ("Mul", ("Reshape", ("InstanceNormalization", ("Reshape", "x"), "?one", "?zero")), "?w"), "?b"),
        _group_norm,
    ),
    (("Mul", "x", ("Sigmoid", "x")), _unary("Swish")),
    (("Mul", "x", ("Tanh", ("Softplus", "x"))), _unary("Mish")),
    (("Mul", "x", ("HardSigmoid", "x")), _hard_swish),
    (("Div", ("Mul", "x", _SIX), 6.0), _hard_swish),
    (("Mul", "x", ("Div", _SIX, 6.0)), _hard_swish),
    (("Div", "x", ("Add", ("Abs", "x"), 1.0)), _unary("Softsign")),
    (("Where", ("Greater", "x", 20.0), "x", ("Softplus", "x")), _unary("Softplus")),
    (
        ("Log", ("Softmax", "x")),
        lambda _f, op, m: op.becoming("LogSoftmax", (m.names["x"],), **m.ops["Softmax"].attributes),
    ),
    (("Add", ("MatMul", "x", "?w"), "?b"), _linear),
    (("Add", ("Mul", "x", "?w"), "?b"), _affine),
]
_BY_ROOT: dict[str, list[tuple[Pattern, Maker]]] = {}
for _pattern, _maker in _PATTERNS:
    _BY_ROOT.setdefault(_pattern[0], []).append((_pattern, _maker))
