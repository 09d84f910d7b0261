"""Working out, with numpy, what does not depend on the input: the chains of Shape, Gather, Concat behind a reshape.

Only these operators are computed, each of them bounded before it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from math import prod
from typing import Any

import numpy as np

from playground.engine.importing.model import NoCounterpart, Op
from playground.engine.importing.views import BATCHES, Known, Value, View

MAX_NUMBERS = 2**24  # of a result that is larger than what it was made of
_PLAIN_CONSTANTS = {
    "value_float": np.float32, "value_floats": np.float32, "value_int": np.int64, "value_ints": np.int64
}  # fmt: skip
MAX_WORK = 2**28  # multiplications of a product of constants
_Fold = Callable[..., np.ndarray | tuple[np.ndarray, ...]]


def fold(op: Op, inputs: Sequence[Value | None]) -> tuple[Known, ...] | None:
    """The outputs when they can be known now; None when they depend on the input, or nobody taught it here.

    Raises ``NoCounterpart`` for what cannot be computed or would be too large.
    """
    if op.kind in ("Shape", "Size") and inputs and isinstance(inputs[0], View):
        return (_shape_of(op, inputs[0]),)
    if op.kind == "Constant":
        return (Known.fixed(_constant(op)),)
    if op.kind not in _FOLDS or any(isinstance(value, View) for value in inputs):
        return None
    known = [value for value in inputs if isinstance(value, Known)]
    label = known[0].label if op.kind in _KEEP_LABEL and known else ""
    try:
        if all(value.values[0] is value.values[1] for value in known):
            return tuple(Known.fixed(value, label) for value in _run(op, inputs, 0))
        runs = [_run(op, inputs, number) for number in range(len(BATCHES))]
    except (ValueError, IndexError, TypeError, ZeroDivisionError, OverflowError, AttributeError) as error:
        raise NoCounterpart(f"its constants do not fit each other ({str(error)[:80]})") from error
    return tuple(Known((one, other), label) for one, other in zip(*runs, strict=True))


def _run(op: Op, inputs: Sequence[Value | None], number: int) -> tuple[np.ndarray, ...]:
    arrays = [value.values[number] if isinstance(value, Known) else None for value in inputs]
    with np.errstate(all="ignore"):
        found = _FOLDS[op.kind](op, *arrays)
    return tuple(np.asarray(value) for value in (found if isinstance(found, tuple) else (found,)))


def _shape_of(op: Op, view: View) -> Known:
    sizes = [np.asarray(view.sizes(number), dtype=np.int64) for number in range(len(BATCHES))]
    if op.kind == "Size":
        return Known((np.asarray(prod(view.sizes(0))), np.asarray(prod(view.sizes(1)))))
    part = slice(op.whole("start", 0), op.get("end"))
    return Known((sizes[0][part], sizes[1][part]))


def _constant(op: Op) -> np.ndarray:
    for name, kind in _PLAIN_CONSTANTS.items():
        if name in op.attributes:
            return np.asarray(op.attributes[name], dtype=kind)
    value = op.get("value")
    if not isinstance(value, np.ndarray):
        raise NoCounterpart("it is a constant that is no tensor")
    return value


def _bounded(sizes: Sequence[int]) -> tuple[int, ...]:
    sizes = tuple(int(size) for size in sizes)
    if any(size < 0 for size in sizes) or prod(sizes) > MAX_NUMBERS or len(sizes) > 16:
        raise NoCounterpart(f"it would make a constant of the shape {list(sizes)[:8]}")
    return sizes


def _spread(*arrays: np.ndarray) -> None:
    """Refuse what broadcasting would blow up."""
    _bounded(np.broadcast_shapes(*(array.shape for array in arrays)))


def _two(function: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> _Fold:
    def run(_op: Op, *arrays: np.ndarray) -> np.ndarray:
        _spread(*arrays)
        found = reduce(function, arrays)
        # comparisons give booleans; everything else stays of its kind
        return found if found.dtype == np.bool_ else found.astype(arrays[0].dtype, copy=False)

    return run


def _one(function: Callable[[np.ndarray], np.ndarray]) -> _Fold:
    return lambda _op, x: np.asarray(function(x)).astype(x.dtype, copy=False)


def _divide(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    if a.dtype.kind not in "iu":
        return a / b
    if not b.all():
        raise ZeroDivisionError("a division by zero")
    return np.asarray(np.trunc(a / b)) if abs(a).max(initial=0) < 2**52 else a // b


def _cast(op: Op, x: np.ndarray) -> np.ndarray:
    import onnx

    return x.astype(onnx.helper.tensor_dtype_to_np_dtype(op.whole("to", 1)))


def _reshape(op: Op, x: np.ndarray, shape: np.ndarray | None = None) -> np.ndarray:
    wanted = [int(size) for size in (shape if shape is not None else op.wholes("shape", ()))]
    if not op.get("allowzero", 0):
        wanted = [x.shape[axis] if size == 0 else size for axis, size in enumerate(wanted)]
    return x.reshape(wanted)


def _axes(op: Op, given: np.ndarray | None) -> tuple[int, ...]:
    found = op.get("axes", ()) if given is None else given.ravel().tolist()
    return tuple(int(axis) for axis in found)


def _squeeze(op: Op, x: np.ndarray, axes: np.ndarray | None = None) -> np.ndarray:
    return np.squeeze(x, _axes(op, axes) or None)


def _unsqueeze(op: Op, x: np.ndarray, axes: np.ndarray | None = None) -> np.ndarray:
    return np.expand_dims(x, _axes(op, axes))


def _slice(op: Op, x: np.ndarray, *given: np.ndarray | None) -> np.ndarray:
    starts, ends, axes, steps = slice_of(op, given)
    parts = [slice(None)] * x.ndim
    axes, steps = axes or list(range(len(starts))), steps or [1] * len(starts)
    for start, end, axis, step in zip(starts, ends, axes, steps, strict=True):
        # backwards to the very first place: no number says that in Python
        parts[axis] = slice(start, None if step < 0 and end < -x.shape[axis] else end, step)
    return x[tuple(parts)]


def slice_of(op: Op, given: Sequence[np.ndarray | None]) -> tuple[list[int], list[Any], list[int], list[int]]:
    """Starts, ends, axes, steps of a Slice: inputs since opset 10, attributes before."""
    names = ("starts", "ends", "axes", "steps")
    if not given:
        given = [np.asarray(op.attributes[name]) if name in op.attributes else None for name in names]
    lists = [[] if array is None else [int(v) for v in array.ravel()] for array in given]
    lists += [[]] * (4 - len(lists))
    return lists[0], list(lists[1]), lists[2], lists[3]


def _range(_op: Op, start: np.ndarray, limit: np.ndarray, delta: np.ndarray) -> np.ndarray:
    _bounded([max(0, int(np.ceil((float(limit) - float(start)) / float(delta))))])
    return np.arange(start.item(), limit.item(), delta.item(), dtype=start.dtype)


def _expand(_op: Op, x: np.ndarray, shape: np.ndarray) -> np.ndarray:
    sizes = np.broadcast_shapes(x.shape, _bounded(shape.ravel().tolist()))
    return np.broadcast_to(x, _bounded(sizes))


def _tile(_op: Op, x: np.ndarray, times: np.ndarray) -> np.ndarray:
    _bounded([size * int(count) for size, count in zip(x.shape, times.ravel(), strict=True)])
    return np.tile(x, times.ravel().tolist())


def _constant_of_shape(op: Op, shape: np.ndarray) -> np.ndarray:
    value = op.get("value")
    fill = value.ravel()[0] if isinstance(value, np.ndarray) and value.size else np.float32(0)
    # a view of one number: nothing is filled
    return np.broadcast_to(fill, _bounded(shape.ravel().tolist()))


def _concat(op: Op, *arrays: np.ndarray) -> np.ndarray:
    _bounded([sum(array.size for array in arrays)])
    return np.concatenate(arrays, axis=op.whole("axis", 0))


def _split(op: Op, x: np.ndarray, sizes: np.ndarray | None = None) -> tuple[np.ndarray, ...]:
    axis = op.whole("axis", 0)
    told = sizes.ravel().tolist() if sizes is not None else list(op.get("split", ()))
    if not told:
        return tuple(np.array_split(x, len(op.outputs), axis))
    return tuple(np.split(x, np.cumsum(told)[:-1], axis))


def _reduce(function: Callable[..., np.ndarray]) -> _Fold:
    def run(op: Op, x: np.ndarray, axes: np.ndarray | None = None) -> np.ndarray:
        found = function(x, axis=_axes(op, axes) or None, keepdims=bool(op.get("keepdims", 1)))
        return np.asarray(found).astype(x.dtype)

    return run


def _gather(op: Op, x: np.ndarray, index: np.ndarray) -> np.ndarray:
    axis = op.whole("axis", 0)
    _bounded([*x.shape[:axis], *index.shape, *x.shape[axis + 1 :]] if axis >= 0 else [x.size])
    return np.take(x, index, axis=axis)


def _transpose(op: Op, x: np.ndarray) -> np.ndarray:
    return x.transpose(op.get("perm"))


def _matmul(_op: Op, a: np.ndarray, b: np.ndarray, bias: np.ndarray | None = None) -> np.ndarray:
    if a.ndim < 1 or b.ndim < 1 or a.size * b.shape[-1] > MAX_WORK:
        raise NoCounterpart("it would multiply large constants")
    found = np.matmul(a, b)
    return found if bias is None else found + bias


def _gemm(op: Op, a: np.ndarray, b: np.ndarray, bias: np.ndarray | None = None) -> np.ndarray:
    product = _matmul(op, a.T if op.get("transA") else a, b.T if op.get("transB") else b)
    found = product * np.float32(op.get("alpha", 1.0))
    if bias is not None:
        return (found + bias * np.float32(op.get("beta", 1.0))).astype(a.dtype)
    return found.astype(a.dtype)


def _where(_op: Op, condition: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    _spread(condition, a, b)
    return np.where(condition, a, b)


_KEEP_LABEL = frozenset({"Transpose", "Identity", "Reshape", "Cast", "Squeeze", "Unsqueeze", "Flatten"})
_FOLDS: dict[str, _Fold] = {
    "Identity": lambda _op, x: x, "Cast": _cast, "Reshape": _reshape, "Squeeze": _squeeze, "Unsqueeze": _unsqueeze,
    "Slice": _slice, "Range": _range, "Expand": _expand, "Tile": _tile, "ConstantOfShape": _constant_of_shape,
    "Concat": _concat, "Split": _split, "Gather": _gather, "Transpose": _transpose, "Where": _where,
    "Flatten": lambda op, x: x.reshape(prod(x.shape[: op.whole("axis", 1)]), -1),
    "Shape": lambda _op, x: np.asarray(x.shape, dtype=np.int64), "Size": lambda _op, x: np.asarray(x.size),
    "Add": _two(np.add), "Sub": _two(np.subtract), "Mul": _two(np.multiply), "Div": _two(_divide),
    "Pow": _two(np.power), "Mod": _two(np.mod), "Max": _two(np.maximum), "Min": _two(np.minimum),
    "Equal": _two(np.equal), "Less": _two(np.less), "Greater": _two(np.greater), "And": _two(np.logical_and),
    "Or": _two(np.logical_or), "GreaterOrEqual": _two(np.greater_equal), "LessOrEqual": _two(np.less_equal),
    "Not": _one(np.logical_not), "Neg": _one(np.negative), "Abs": _one(np.abs), "Sqrt": _one(np.sqrt),
    "Exp": _one(np.exp), "Log": _one(np.log), "Floor": _one(np.floor), "Ceil": _one(np.ceil), "Sin": _one(np.sin),
    "Cos": _one(np.cos), "MatMul": _matmul, "Linear": _matmul, "Gemm": _gemm, "Tanh": _one(np.tanh),
    "Sigmoid": _one(lambda x: 1 / (1 + np.exp(-x))), "Relu": _one(lambda x: np.maximum(x, 0)),
    "Reciprocal": _one(np.reciprocal),
    "ReduceProd": _reduce(np.prod), "ReduceSum": _reduce(np.sum), "ReduceMax": _reduce(np.max),
    "ReduceMin": _reduce(np.min),
}  # fmt: skip
