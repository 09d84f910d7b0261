"""Gemm and MatMul."""

from __future__ import annotations

import numpy as np

from playground.core.language import tr
from playground.engine.importing.arranging import arranged
from playground.engine.importing.converter import Converter, operator
from playground.engine.importing.model import NoCounterpart, Op
from playground.engine.importing.operators.common import rows_of
from playground.engine.importing.views import BATCH, Group, Known, View, group_of, pair_of


def dense(
    c: Converter, view: View, matrix: np.ndarray, bias: np.ndarray | None, label: str, key: tuple[str, ...]
) -> View:
    """A Dense layer on the last axis of the file; ``matrix`` is inputs × outputs, ``key`` its weights' names there."""
    if matrix.ndim != 2 or view.rank < 2 or view.size(view.rank - 1) != matrix.shape[0]:
        raise NoCounterpart(tr("its matrix of shape {shape} does not fit what comes in", shape=list(matrix.shape)))
    group = view.theirs[-1]
    ready = view.shape.is_vector or view.shape.is_sequence
    if not ready or view.ours[-1] != group:
        view = arranged(c.canvas, view, rows_of(view, group))
    weights = {"weight": np.ascontiguousarray(matrix.T)} | ({} if bias is None else {"bias": bias})
    out = c.canvas.add("Dense", [view], {"units": matrix.shape[1], "bias": bias is not None}, weights, label)[0]
    share_weights(c, out[0], key)
    units: Group = group_of(matrix.shape[1])
    return View(*out, (*view.ours[:-1], units), (*view.theirs[:-1], units))


def share_weights(c: Converter, node: str, key: tuple[str, ...]) -> None:
    """Let two layers that use the same weights in the file share them here, too, when they are of the same make."""
    if not any(key):
        return
    owner = c.owners.setdefault(key, node)
    one, other = c.canvas.nodes[owner], c.canvas.nodes[node]
    if owner != node and one.type == other.type and one.params == other.params:
        mine = {
            name.partition(".")[2]: value.shape
            for name, value in c.canvas.weights.items()
            if name.startswith(f"{node}.")
        }
        theirs = {
            name.partition(".")[2]: value.shape
            for name, value in c.canvas.weights.items()
            if name.startswith(f"{owner}.")
        }
        if mine == theirs:
            c.canvas.share(node, owner)


@operator("Gemm")
def gemm(c: Converter, op: Op) -> tuple[View]:
    view, matrix = c.view(op), c.weight(op, 1)
    if op.whole("transA", 0) or view.rank != 2 or matrix.ndim != 2:
        raise NoCounterpart(tr("it transposes what comes in"))
    matrix = matrix.T if op.whole("transB", 0) else matrix
    alpha, beta = op.number_of("alpha", 1.0), op.number_of("beta", 1.0)
    if alpha != 1.0:
        matrix = matrix * np.float32(alpha)
    bias = _bias(c.weight(op, 2) * np.float32(beta), matrix.shape[1]) if op.input(2) else None
    shared = (op.input(1), op.input(2)) if alpha == beta == 1.0 else ()
    return (dense(c, view, matrix, bias, c.label(op), shared),)


@operator("Linear")
def linear(c: Converter, op: Op) -> tuple[View]:
    """MatMul and the sum with a bias, found by a pattern."""
    matrix = c.weight(op, 1)
    label = c.label(op, 2) or c.label(op, 1)
    return (dense(c, c.view(op), matrix, _bias(c.weight(op, 2), matrix.shape[1]), label, (op.input(1), op.input(2))),)


@operator("MatMul")
def matmul(c: Converter, op: Op) -> tuple[View]:
    if isinstance(c.value(op, 1), Known):
        return (dense(c, c.view(op), c.weight(op, 1), None, c.label(op), (op.input(1),)),)
    one, other = _matrices(c, c.view(op)), _matrices(c, c.view(op, 1))
    if [pair_of(part) for part in _lead(one)] != [pair_of(part) for part in _lead(other)]:
        raise NoCounterpart(tr("it multiplies each of some matrices with each of others"))
    out = c.canvas.add("MatMul", [one, other])[0]
    # the axes of the first stay what they are, so that later steps still know them; the last one is new: where both
    # come from the same value it would be there twice
    last = group_of(other.size(other.rank - 1))
    return (View(*out, (*one.ours[:-1], last), (*one.theirs[:-1], last)),)


def _lead(view: View) -> tuple[Group, Group]:
    """The atoms of all axes but the last two, before the batch and behind it."""
    atoms = tuple(atom for group in view.theirs[:-2] for atom in group)
    if BATCH not in atoms:
        raise NoCounterpart(tr("it works across the samples of a batch"))
    batch = atoms.index(BATCH)
    return atoms[:batch], atoms[batch + 1 :]


def _matrices(c: Converter, view: View) -> View:
    """A matrix for each sample, or as many as the axes before the last two count, in one axis."""
    many = sum(_lead(view), ())
    return arranged(c.canvas, view, ((BATCH,), *((many,) if many else ()), *view.theirs[-2:]), named=False)


def _bias(array: np.ndarray, units: int) -> np.ndarray:
    if array.size not in (1, units) or array.size != max(array.shape[-1:], default=1):
        raise NoCounterpart(tr("its bias of shape {shape} is not one number for each output", shape=list(array.shape)))
    return np.ascontiguousarray(np.broadcast_to(array.reshape(-1), (units,)))
