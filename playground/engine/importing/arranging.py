"""Bringing a view into the arrangement that a layer asks for, with as few layers as that takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from playground.core.language import tr
from playground.core.shape import Shape
from playground.engine.importing.canvas import Canvas
from playground.engine.importing.model import NoCounterpart
from playground.engine.importing.views import BATCH, Atom, Group, Layout, View, sizes_of

MAX_AXES = 6  # of the Reshape and Permute layers


def arranged(canvas: Canvas, view: View, wanted: Layout, *, named: bool = True) -> View:
    """``view`` with its tensor's axes as in ``wanted`` (batch first, the same atoms).

    ``named``: its dimensions get the usual names too (sequence, image, …), which most layers look at.
    Raises ``NoCounterpart`` when the batch does not stand alone in front.
    """
    if wanted[:1] != ((BATCH,),) or any(BATCH in group for group in wanted[1:]):
        raise NoCounterpart(tr("it works across the samples of a batch"))
    if view.ours != wanted:
        if _flat(view.ours) != _flat(wanted):
            view = _permuted(canvas, view, wanted)
        if view.ours != wanted:
            view = _formed(canvas, view, wanted)
    if named and view.shape.names != Shape.of(view.shape.sizes).names:
        view = _reshaped(canvas, view, wanted)
    return view


def as_in_file(canvas: Canvas, view: View, *, named: bool = True) -> View:
    """``view`` with its tensor as the file has it. Raises ``NoCounterpart`` as ``arranged`` does."""
    return arranged(canvas, view, view.theirs, named=named)


def by_axes(canvas: Canvas, view: View, order: Sequence[int], *, named: bool = True) -> View:
    """``view`` with its tensor's axes as these axes of the file, batch first."""
    return arranged(canvas, view, tuple(view.theirs[axis] for axis in order), named=named)


def _flat(layout: Layout) -> Group:
    return tuple(atom for group in layout for atom in group)


def _permuted(canvas: Canvas, view: View, wanted: Layout) -> View:
    """A view whose atoms stand in the order of ``wanted``, though perhaps not yet in its axes."""
    parts = _parts(view.ours[1:], wanted[1:])
    split: Layout = ((BATCH,), *parts)
    if tuple(group for group in view.ours if group) != split:
        view = _reshaped(canvas, view, split)
    order = _order(view.ours[1:], wanted[1:])
    if len(order) > MAX_AXES:
        raise NoCounterpart(tr("it transposes more axes than a layer here can"))
    node, port, shape = canvas.add("Permute", [view], {"order": order})[0]
    ours = (view.ours[0], *(view.ours[1:][axis] for axis in order))
    return replace(view, node=node, port=port, shape=shape, ours=ours)


def _parts(ours: Layout, wanted: Layout) -> Layout:
    """The axes to permute: those that are there when they stay whole in ``wanted``, else finer ones."""
    rows = _flat(wanted)
    if all(_stands_in(group, rows) for group in ours):
        return tuple(group for group in ours if group)
    following = dict(pairwise(rows))
    parts: list[list[Atom]] = []
    for group in ours:
        for number, atom in enumerate(group):
            if number and following.get(group[number - 1]) is atom:
                parts[-1].append(atom)
            else:
                parts.append([atom])
    return tuple(tuple(part) for part in parts)


def _stands_in(group: Group, row: Group) -> bool:
    if not group:
        return True
    start = row.index(group[0])
    return row[start : start + len(group)] == group


def _order(ours: Layout, wanted: Layout) -> list[int]:
    """Axes in the order of ``wanted``; those of size 1 where it has one, the rest of them behind."""
    first = {group[0]: axis for axis, group in enumerate(ours) if group}
    units = [axis for axis, group in enumerate(ours) if not group]
    order: list[int] = []
    for group in wanted:
        if not group and units:
            order.append(units.pop(0))
        order += [first[atom] for atom in group if atom in first]
    return order + units


def _formed(canvas: Canvas, view: View, wanted: Layout) -> View:
    """``view`` with the same atoms in the same order, in the axes of ``wanted``."""
    if len(wanted) == 2 and view.shape.rank > 1:
        node, port, shape = canvas.add("Flatten", [view])[0]
        return replace(view, node=node, port=port, shape=shape, ours=wanted)
    for axis, group in enumerate(wanted[1:]):
        if not group and wanted[: axis + 1] + wanted[axis + 2 :] == view.ours:
            node, port, shape = canvas.add("Unsqueeze", [view], {"axis": axis})[0]
            return replace(view, node=node, port=port, shape=shape, ours=wanted)
    return _reshaped(canvas, view, wanted)


def _reshaped(canvas: Canvas, view: View, wanted: Layout) -> View:
    sizes = sizes_of(wanted[1:])
    if not 1 <= len(sizes) <= MAX_AXES:
        raise NoCounterpart(tr("it needs a tensor of {count} axes", count=len(sizes)))
    node, port, shape = canvas.add("Reshape", [view], {"sizes": sizes})[0]
    return replace(view, node=node, port=port, shape=shape, ours=wanted)
