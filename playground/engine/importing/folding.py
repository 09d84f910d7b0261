"""Working out, with numpy, what does not depend on the input: the chains of Shape, Gather, Concat behind a reshape.

Only these operators are computed. Each says how many numbers it will make before it makes them; what is only another
look at numbers that are there already counts as made, too, so that there is an end to it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from math import prod
from typing import Any

import numpy as np

from playground.core.language import tr
from playground.engine.importing.budget import Budget
from playground.engine.importing.model import NoCounterpart, Op
from playground.engine.importing.views import BATCHES, Known, Value, View

MAX_NUMBERS = 2**24  # of a result that is larger than what it was made of
_PLAIN_CONSTANTS = {
    "value_float": np.float32, "value_floats": np.float32, "value_int": np.int64, "value_ints": np.int64
}  # fmt: skip
MAX_WORK = 2**28  # multiplications of a product of constants
MAX_RANK = 16
MAX_LIST = 64  # of what says axes, sizes or places
_Result = np.ndarray | tuple[np.ndarray, ...]


@dataclass(frozen=True, slots=True)
class _Fold:
    """``run`` computes; ``numbers`` says before how many numbers it makes, None for an operator that makes none.

    Both take the operator and its inputs.
    """

    run: Callable[..., _Result]
    numbers: Callable[..., int] | None = None


def fold(op: Op, inputs: Sequence[Value | None], budget: Budget) -> tuple[Known, ...] | None:
    """The outputs when they can be known now; None when they depend on the input, or nobody taught it here.

    Raises ``NoCounterpart`` for what cannot be computed, would be too large, or is more than ``budget`` has left.
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
            return tuple(Known.fixed(value, label) for value in _run(op, inputs, 0, budget))
        runs = [_run(op, inputs, number, budget) for number in range(len(BATCHES))]
    except (ValueError, IndexError, TypeError, ZeroDivisionError, OverflowError, AttributeError, KeyError) as error:
        raise NoCounterpart(tr("its constants do not fit each other ({error})", error=str(error)[:80])) from error
    return tuple(Known((one, other), label) for one, other in zip(*runs, strict=True))


def _run(op: Op, inputs: Sequence[Value | None], number: int, budget: Budget) -> tuple[np.ndarray, ...]:
    arrays = [value.values[number] if isinstance(value, Known) else None for value in inputs]
    rule = _FOLDS[op.kind]
    told = rule.numbers(op, *arrays) if rule.numbers is not None else 0
    budget.take(told)
    with np.errstate(all="ignore"):
        found = rule.run(op, *arrays)
    results = tuple(np.asarray(value) for value in (found if isinstance(found, tuple) else (found,)))
    budget.take(max(0, sum(value.size for value in results) - told))
    return results


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
        raise NoCounterpart(tr("it is a constant that is no tensor"))
    return value


def _bounded(sizes: Sequence[int]) -> tuple[int, ...]:
    sizes = tuple(int(size) for size in sizes[: MAX_RANK + 1])
    if any(size < 0 for size in sizes) or len(sizes) > MAX_RANK or prod(size or 1 for size in sizes) > MAX_NUMBERS:
        raise NoCounterpart(tr("it would make a constant of the shape {sizes}", sizes=list(sizes)[:8]))
    return sizes


def listed(array: np.ndarray) -> list[Any]:
    """A short list. Raises ``NoCounterpart`` for one that is too long to say axes, sizes or places."""
    if array.size > MAX_LIST:
        raise NoCounterpart(tr("one of its lists has {size:,} numbers", size=array.size))
    found: list[Any] = array.ravel().tolist()
    return found


def _size(_op: Op, x: np.ndarray, *_others: object) -> int:
    return x.size


def _spread(_op: Op, *arrays: np.ndarray) -> int:
    """Refuse what broadcasting would blow up."""
    return prod(_bounded(np.broadcast_shapes(*(array.shape for array in arrays))))


def _two(function: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> _Fold:
    def run(_op: Op, *arrays: np.ndarray) -> np.ndarray:
        found = reduce(function, arrays)
        # comparisons give booleans; everything else stays of its kind
        return found if found.dtype == np.bool_ else found.astype(arrays[0].dtype, copy=False)

    return _Fold(run, _spread)


def _one(function: Callable[[np.ndarray], np.ndarray]) -> _Fold:
    return _Fold(lambda _op, x: np.asarray(function(x)).astype(x.dtype, copy=False), _size)


def _divide(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    if a.dtype.kind not in "iu":
        return a / b
    if not b.all():
        raise ZeroDivisionError(tr("a division by zero"))
    return np.asarray(np.trunc(a / b)) if abs(a).max(initial=0) < 2**52 else a // b


def _cast(op: Op, x: np.ndarray) -> np.ndarray:
    import onnx

    kind = onnx.helper.tensor_dtype_to_np_dtype(op.whole("to", 1))
    if kind.kind in "OUSc":
        raise NoCounterpart(tr("it makes constants that are no numbers"))
    return x.astype(kind)


def _reshape(op: Op, x: np.ndarray, shape: np.ndarray | None = None) -> np.ndarray:
    wanted = [int(size) for size in (listed(shape) if shape is not None else op.wholes("shape", ()))]
    if not op.get("allowzero", 0):
        wanted = [x.shape[axis] if size == 0 else size for axis, size in enumerate(wanted)]
    return x.reshape(wanted)


def _axes(op: Op, given: np.ndarray | None) -> tuple[int, ...]:
    found = op.get("axes", ()) if given is None else listed(given)
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
    lists = [[] if array is None else [int(value) for value in listed(array)] for array in given]
    lists += [[]] * (4 - len(lists))
    return lists[0], list(lists[1]), lists[2], lists[3]


def _range_size(_op: Op, start: np.ndarray, limit: np.ndarray, delta: np.ndarray) -> int:
    steps = (float(limit.item()) - float(start.item())) / float(delta.item())
    return prod(_bounded([max(0, int(np.ceil(steps)))]))


def _range(_op: Op, start: np.ndarray, limit: np.ndarray, delta: np.ndarray) -> np.ndarray:
    return np.arange(start.item(), limit.item(), delta.item(), dtype=start.dtype)


def _expand(_op: Op, x: np.ndarray, shape: np.ndarray) -> np.ndarray:
    sizes = np.broadcast_shapes(x.shape, _bounded(listed(shape)))
    return np.broadcast_to(x, _bounded(sizes))


def _tiled(x: np.ndarray, times: np.ndarray) -> tuple[int, ...]:
    return _bounded([size * count for size, count in zip(x.shape, listed(times), strict=True)])


def _tile_size(_op: Op, x: np.ndarray, times: np.ndarray) -> int:
    return prod(_tiled(x, times))


def _tile(_op: Op, x: np.ndarray, times: np.ndarray) -> np.ndarray:
    if 0 in (sizes := _tiled(x, times)):  # numpy repeats along the other axes first
        return np.zeros(sizes, x.dtype)
    return np.tile(x, listed(times))


def _constant_of_shape(op: Op, shape: np.ndarray) -> np.ndarray:
    value = op.get("value")
    fill = value.ravel()[0] if isinstance(value, np.ndarray) and value.size else np.float32(0)
    # a view of one number: nothing is filled
    return np.broadcast_to(fill, _bounded(listed(shape)))


def _concat_size(_op: Op, *arrays: np.ndarray) -> int:
    return prod(_bounded([sum(array.size for array in arrays)]))


def _concat(op: Op, *arrays: np.ndarray) -> np.ndarray:
    return np.concatenate(arrays, axis=op.whole("axis", 0))


def _split(op: Op, x: np.ndarray, sizes: np.ndarray | None = None) -> tuple[np.ndarray, ...]:
    axis = op.whole("axis", 0)
    told = sizes.ravel() if sizes is not None else op.get("split", ())
    if len(told) == 0:
        return tuple(np.array_split(x, len(op.outputs), axis))
    if len(told) != len(op.outputs):
        raise NoCounterpart(
            tr("it cuts a constant into {count:,} parts and gives {count2:,}", count=len(told), count2=len(op.outputs))
        )
    return tuple(np.split(x, np.cumsum(told)[:-1], axis))


def _reduce(function: Callable[..., np.ndarray]) -> _Fold:
    def run(op: Op, x: np.ndarray, axes: np.ndarray | None = None) -> np.ndarray:
        found = function(x, axis=_axes(op, axes) or None, keepdims=bool(op.get("keepdims", 1)))
        return np.asarray(found).astype(x.dtype)

    def numbers(op: Op, x: np.ndarray, axes: np.ndarray | None = None) -> int:
        gone = {axis % x.ndim for axis in _axes(op, axes)} or range(x.ndim)
        return prod(size for axis, size in enumerate(x.shape) if axis not in gone)

    return _Fold(run, numbers)


def _gather_size(op: Op, x: np.ndarray, index: np.ndarray) -> int:
    axis = op.whole("axis", 0)
    if not -x.ndim <= axis < x.ndim:
        raise NoCounterpart(tr("it looks along axis {axis} of {ndim}", axis=axis, ndim=x.ndim))
    axis %= x.ndim
    return prod(_bounded([*x.shape[:axis], *index.shape, *x.shape[axis + 1 :]]))


def _gather(op: Op, x: np.ndarray, index: np.ndarray) -> np.ndarray:
    return np.take(x, index, axis=op.whole("axis", 0))


def _transpose(op: Op, x: np.ndarray) -> np.ndarray:
    return x.transpose(op.get("perm"))


def _matmul_size(op: Op, a: np.ndarray, b: np.ndarray, bias: np.ndarray | None = None) -> int:
    """Of the product and the sum with ``bias``, which may be larger."""
    if a.ndim < 1 or b.ndim < 1:
        raise NoCounterpart(tr("it multiplies a constant that is no matrix"))
    if op.kind == "Gemm":
        a, b = a.T if op.get("transA") else a, b.T if op.get("transB") else b
    lead = np.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    made = _bounded([*lead, *a.shape[-2:-1], *(b.shape[-1:] if b.ndim > 1 else ())])
    if prod(made) * a.shape[-1] > MAX_WORK:
        raise NoCounterpart(tr("it would multiply large constants"))
    return prod(made) + (0 if bias is None else prod(_bounded(np.broadcast_shapes(made, bias.shape))))


def _matmul(_op: Op, a: np.ndarray, b: np.ndarray, bias: np.ndarray | None = None) -> np.ndarray:
    found = np.matmul(a, b)
    return found if bias is None else found + bias


def _gemm(op: Op, a: np.ndarray, b: np.ndarray, bias: np.ndarray | None = None) -> np.ndarray:
    product = _matmul(op, a.T if op.get("transA") else a, b.T if op.get("transB") else b)
    found = product * np.float32(op.get("alpha", 1.0))
    if bias is not None:
        return (found + bias * np.float32(op.get("beta", 1.0))).astype(a.dtype)
    return found.astype(a.dtype)


def _where(_op: Op, condition: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.where(condition, a, b)


_KEEP_LABEL = frozenset({"Transpose", "Identity", "Reshape", "Cast", "Squeeze", "Unsqueeze", "Flatten"})
_FOLDS: dict[str, _Fold] = {
    "Identity": _Fold(lambda _op, x: x), "Cast": _Fold(_cast, _size), "Reshape": _Fold(_reshape, _size),
    "Squeeze": _Fold(_squeeze), "Unsqueeze": _Fold(_unsqueeze), "Slice": _Fold(_slice), "Split": _Fold(_split),
    "Transpose": _Fold(_transpose), "Expand": _Fold(_expand), "ConstantOfShape": _Fold(_constant_of_shape),
    "Range": _Fold(_range, _range_size), "Tile": _Fold(_tile, _tile_size), "Concat": _Fold(_concat, _concat_size),
    "Gather": _Fold(_gather, _gather_size), "Where": _Fold(_where, _spread),
    "Flatten": _Fold(lambda op, x: x.reshape(prod(x.shape[: op.whole("axis", 1)]), -1), _size),
    "Shape": _Fold(lambda _op, x: np.asarray(x.shape, dtype=np.int64)),
    "Size": _Fold(lambda _op, x: np.asarray(x.size)),
    "Add": _two(np.add), "Sub": _two(np.subtract), "Mul": _two(np.multiply), "Div": _two(_divide),
    "Pow": _two(np.power), "Mod": _two(np.mod), "Max": _two(np.maximum), "Min": _two(np.minimum),
    "Equal": _two(np.equal), "Less": _two(np.less), "Greater": _two(np.greater), "And": _two(np.logical_and),
    "Or": _two(np.logical_or), "GreaterOrEqual": _two(np.greater_equal), "LessOrEqual": _two(np.less_equal),
    "Not": _one(np.logical_not), "Neg": _one(np.negative), "Abs": _one(np.abs), "Sqrt": _one(np.sqrt),
    "Exp": _one(np.exp), "Log": _one(np.log), "Floor": _one(np.floor), "Ceil": _one(np.ceil), "Sin": _one(np.sin),
    "Cos": _one(np.cos), "MatMul": _Fold(_matmul, _matmul_size),
    "Linear": _Fold(_matmul, _matmul_size), "Gemm": _Fold(_gemm, _matmul_size), "Tanh": _one(np.tanh),
    "Sigmoid": _one(lambda x: 1 / (1 + np.exp(-x))), "Relu": _one(lambda x: np.maximum(x, 0)),
    "Reciprocal": _one(np.reciprocal),
    "ReduceProd": _reduce(np.prod), "ReduceSum": _reduce(np.sum), "ReduceMax": _reduce(np.max),
    "ReduceMin": _reduce(np.min),
}  # fmt: skip
