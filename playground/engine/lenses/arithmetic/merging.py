"""Layers that put several inputs together: number by number, row by column, or side by side."""

from __future__ import annotations

import operator
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from playground.core.language import tr
from playground.engine.lenses.arithmetic.stages import Index, Stage
from playground.engine.lenses.arithmetic.step import Explain, Step, flat, sample, terms
from playground.protocol.lenses.arithmetic import How, Terms

Leaf = tuple[Stage, int, int]  # a stage, which of its inputs, the flat place in it


def added(stage: Stage, index: Index) -> Step:
    """x₁ + x₂ + … at one place."""
    return _together(_leaves(stage, index), "sum")


def multiplied(stage: Stage, index: Index) -> Step:
    """x₁ · x₂ · … at one place; a gate of one channel or one place counts everywhere."""
    return _together(_leaves(stage, index), "product")


def largest(stage: Stage, index: Index) -> Step:
    """The largest of all inputs at one place."""
    return _together(_leaves(stage, index), "max")


def subtracted(stage: Stage, index: Index) -> Step:
    """a − b at one place."""
    leaves = [(stage, at, _place(stage, at, index)) for at in (0, 1)]
    values = np.array([_value(leaf) for leaf in leaves])
    part = terms(values, np.array([1.0, -1.0]), lambda i: ("first", "second")[i], in_order=True)
    return Step((part,), leaves=_read(leaves))


def divided(stage: Stage, index: Index) -> Step:
    """The mean of several inputs: their sum, divided by how many they are."""
    before = stage.sources[0]
    assert before is not None
    assert before.target is operator.add
    leaves = _leaves(before, index)
    values = np.array([_value(leaf) for leaf in leaves])
    part = terms(values, None, _name, divisor=float(stage.arguments[0]), how="mean", in_order=True)
    return Step((part,), leaves=_read(leaves))


def summed(stage: Stage, index: Index) -> Step:
    """Of a product along the last axis: Σ a_i · b_i."""
    product = stage.sources[0]
    assert product is not None
    assert product.target is operator.mul
    assert stage.options == {"dim": -1, "keepdim": True}
    left, right = (sample(each) for each in product.inputs)
    row = index[:-1]
    scaled = any(source is not None and source.target is functional.normalize for source in product.sources)
    note = (
        tr("Both rows were divided by their lengths: the sum is the cosine of the angle between them.")
        if scaled
        else ""
    )
    part = terms(left[row], right[row], str, note=note)
    flats = np.arange(left.size).reshape(left.shape)[row].reshape(-1)
    return Step((part,), leaves=((product, 0, flats), (product, 1, flats)))


def matrices(stage: Stage, index: Index) -> Step:
    """Row i of the first, column j of the second: Σ_k a_i,k · b_k,j."""
    a, b = (sample(each) for each in stage.inputs)
    row: Any = index[:-1]
    column: Any = (*index[:-2], slice(None), index[-1])
    flats = [np.arange(each.size).reshape(each.shape)[where] for each, where in ((a, row), (b, column))]
    part = terms(a[row], b[column], str)
    return Step((part,), ((0, flats[0].reshape(-1)), (1, flats[1].reshape(-1))))


def side_by_side(stage: Stage, index: Index) -> Step:
    """The number of the input that stands there."""
    axis = stage.options["dim"] - 1
    at = index[axis]
    for number, given in enumerate(stage.inputs):
        size = given.shape[axis + 1]
        if at < size:
            place = (*index[:axis], at, *index[axis + 1 :])
            return Step((), goes_on=flat(place, given.shape[1:]), number=number)
        at -= size
    raise IndexError(f"nothing stands at {index}")


def _leaves(stage: Stage, index: Index) -> list[Leaf]:
    """All inputs of a function of two that was applied one after the other."""
    found: list[Leaf] = []
    for at, source in enumerate(stage.sources):
        place = _place(stage, at, index)
        if source is not None and source.target is stage.target:
            found += _leaves(source, tuple(int(i) for i in np.unravel_index(place, source.output.shape[1:])))
        else:
            found.append((stage, at, place))
    return found


def _place(stage: Stage, at: int, index: Index) -> int:
    """Where ``index`` of the output is in the input ``at``; an axis of one stands for all places of it."""
    shape = stage.inputs[at].shape[1:]
    return flat([0 if size == 1 else i for size, i in zip(shape, index, strict=True)], shape)


def _value(leaf: Leaf) -> float:
    stage, at, place = leaf
    return float(sample(stage.inputs[at]).reshape(-1)[place])


def _read(leaves: list[Leaf]) -> tuple[tuple[Stage, int, np.ndarray], ...]:
    return tuple((stage, at, np.array([place])) for stage, at, place in leaves)


def _name(number: int) -> str:
    return tr("input {number}", number=number + 1)


def _together(leaves: list[Leaf], how: How) -> Step:
    values = np.array([_value(leaf) for leaf in leaves])
    result = values.prod() if how == "product" else values.max() if how == "max" else values.sum()
    part = Terms(
        result=float(result), how=how, names=tuple(map(_name, range(len(values)))), x=values.astype(np.float32), w=None,
        parts=values, count=len(values), chosen=int(values.argmax()) if how == "max" else None, in_order=True,
    )  # fmt: skip
    return Step((part,), leaves=_read(leaves))


FUNCTIONS: dict[Any, Explain] = {
    operator.add: added, operator.mul: multiplied, torch.maximum: largest, operator.sub: subtracted,
    operator.truediv: divided, "sum": summed, torch.matmul: matrices, torch.cat: side_by_side,
}  # fmt: skip
