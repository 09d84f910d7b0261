"""Operators that only move numbers: most of them change how a tensor is looked at, and put no layer at all."""

from __future__ import annotations

from math import prod

from playground.core.language import tr
from playground.engine.importing.arranging import as_in_file
from playground.engine.importing.converter import Converter, operator
from playground.engine.importing.model import NoCounterpart, Op
from playground.engine.importing.operators.common import aligned, normal_axis, with_axis, with_group
from playground.engine.importing.views import BATCHES, Known, Pair, View, group_of, view_of


@operator("Identity", "Cast", "CastLike")
def identity(c: Converter, op: Op) -> tuple[View]:
    """A Cast of what comes in: layers here compute in float32 whatever the file says; ids stay ids."""
    return (c.view(op),)


@operator("Dropout")
def dropout(c: Converter, op: Op) -> tuple[View, ...]:
    if c.used(op, 1):
        raise NoCounterpart(tr("its mask is asked for, too"))
    ratio = c.constant(op, 1)
    rate = float(ratio.item()) if ratio is not None and ratio.size == 1 else op.number_of("ratio", 0.5)
    return (c.apply(c.view(op), "Dropout", {"rate": round(rate, 7)}) if 0 < rate < 1 else c.view(op),)


@operator("Transpose")
def transpose(c: Converter, op: Op) -> tuple[View]:
    view = c.view(op)
    order = op.wholes("perm", tuple(reversed(range(view.rank))))
    if sorted(order) != list(range(view.rank)):
        raise NoCounterpart(tr("its order {order} does not name each axis once", order=list(order)[:8]))
    return (view.transposed(order),)


@operator("Squeeze")
def squeeze(c: Converter, op: Op) -> tuple[View]:
    view = c.view(op)
    axes = _axes(c, op, view.rank) or [axis for axis, group in enumerate(view.theirs) if not group]
    if any(view.theirs[axis] for axis in axes):
        raise NoCounterpart(tr("it drops an axis that is not of size 1"))
    return (view.squeezed(axes),)


@operator("Unsqueeze")
def unsqueeze(c: Converter, op: Op) -> tuple[View]:
    view = c.view(op)
    given = c.constant(op, 1)
    count = given.size if given is not None else len(op.wholes("axes", ()))
    return (view.unsqueezed(_axes(c, op, view.rank + count)),)


def _axes(c: Converter, op: Op, rank: int) -> list[int]:
    given = c.constant(op, 1)
    found = [int(axis) for axis in given.ravel()] if given is not None else list(op.wholes("axes", ()))
    return [normal_axis(axis, rank) for axis in found]


@operator("Flatten")
def flatten(c: Converter, op: Op) -> tuple[View]:
    view = c.view(op)
    axis = op.whole("axis", 1) % (view.rank + 1)
    pairs = list(zip(view.sizes(0), view.sizes(1), strict=True))
    return (reshaped(c, view, [_product(pairs[:axis]), _product(pairs[axis:])]),)


@operator("Reshape")
def reshape(c: Converter, op: Op) -> tuple[View]:
    view = c.view(op)
    shape = c.value(op, 1) if op.input(1) else None
    pairs = list(shape.pairs) if isinstance(shape, Known) else [(size, size) for size in op.wholes("shape", ())]
    if not pairs or len(pairs) > 16:
        raise NoCounterpart(tr("the shape that it wants is computed"))
    own = list(zip(view.sizes(0), view.sizes(1), strict=True))
    if not op.whole("allowzero", 0):
        pairs = [own[axis] if pair == (0, 0) and axis < len(own) else pair for axis, pair in enumerate(pairs)]
    fixed = next((given.batch for given in c.model.inputs if given.batch), None)
    if fixed is not None and pairs[0] == (fixed, fixed) and view.batch_first:
        pairs[0] = BATCHES  # a file made for batches of one size: the first axis is the batch
    return (reshaped(c, view, _resolved(pairs, _product(own))),)


def _resolved(pairs: list[Pair], total: Pair) -> list[Pair]:
    """The sizes with what −1 stands for."""
    if pairs.count((-1, -1)) > 1:
        raise NoCounterpart(tr("several of its sizes are open"))
    given = _product([pair for pair in pairs if pair != (-1, -1)])
    if 0 in given or min(given) < 0:
        raise NoCounterpart(tr("the shape that it wants holds nothing"))
    rest = (total[0] // given[0], total[1] // given[1])
    found = [rest if pair == (-1, -1) else pair for pair in pairs]
    if _product(found) != total:
        raise NoCounterpart(tr("the shape that it wants holds another number of values, or another batch"))
    return found


def reshaped(c: Converter, view: View, pairs: list[Pair]) -> View:
    """The view with axes of these sizes, for both batches; a layer only where it cannot be looked at so."""
    found = view.reshaped(pairs)
    if found is not None:
        return found
    if pairs[0] != BATCHES or any(one != other for one, other in pairs[1:]) or len(pairs) < 2:
        raise NoCounterpart(tr("it works across the samples of a batch"))
    view = as_in_file(c.canvas, view, named=False)
    out = c.canvas.add("Reshape", [view], {"sizes": [pair[0] for pair in pairs[1:]]})[0]
    return view_of(*out)


def _product(pairs: list[Pair]) -> Pair:
    return prod(pair[0] for pair in pairs), prod(pair[1] for pair in pairs)


@operator("Concat")
def concat(c: Converter, op: Op) -> tuple[View]:
    views = [c.view(op, index) for index in range(len(op.inputs))]
    axis = normal_axis(op.whole("axis", 0), views[0].rank)
    if len(views) == 1:
        return (views[0],)
    if len({view.rank for view in views}) > 1:
        raise NoCounterpart(tr("what comes in has not as many axes"))
    total = sum(view.size(axis) for view in views)
    whole = _parts_of_one(c, views, axis)
    if whole is not None:
        return (whole,)
    views, order = aligned(c, views)
    place = order.index(axis) - 1
    if place < 0:
        raise NoCounterpart(tr("it joins batches"))
    out = c.canvas.add("Concatenate", views, {"axis": place})[0]
    return (with_group(views[0], axis, place, group_of(total), out),)


def _parts_of_one(c: Converter, views: list[View], axis: int) -> View | None:
    """What the views are slices of, when they are all of it in a row: nothing was done by taking it apart."""
    nodes = [c.canvas.nodes[view.node] for view in views]
    if any(node.type != "Slice" or "step" in node.params for node in nodes):
        return None
    links = [next(link for link in c.canvas.links if link.target == node.id) for node in nodes]
    if len({(link.source, link.source_port, node.params["axis"]) for link, node in zip(links, nodes, strict=True)}) > 1:
        return None
    source, place = links[0], int(nodes[0].params["axis"])
    shape = c.canvas.shapes[source.source][_port_number(c, source.source, source.source_port)]
    end = 0
    for node in nodes:
        if node.params.get("start", 0) != end:
            return None
        end = node.params.get("stop", shape.sizes[place])
    if end != shape.sizes[place] or any(view.axis_of(view.theirs[axis]) != place for view in views):
        return None
    group = group_of(end)
    return with_group(views[0], axis, place, group, (source.source, source.source_port, shape))


def _port_number(c: Converter, node: str, port: str) -> int:
    return next((i for i, known in enumerate(c.canvas.nodes[node].output_ports) if known.name == port), 0)


@operator("Expand", "Tile")
def repeat(c: Converter, op: Op) -> tuple[View]:
    """Copies along an axis: the whole for Tile, of an axis of size 1 for Expand."""
    view, shape = c.view(op), c.value(op, 1)
    pairs = list(shape.pairs) if isinstance(shape, Known) else []
    if not pairs or (len(pairs) < view.rank and op.kind == "Tile"):
        raise NoCounterpart(tr("how often it copies is computed"))
    view = view.padded(max(view.rank, len(pairs)))
    pairs = [(1, 1)] * (view.rank - len(pairs)) + pairs
    for axis, pair in enumerate(pairs):
        own = (view.sizes(0)[axis], view.sizes(1)[axis])
        if pair in ((1, 1), own) and (op.kind == "Expand" or pair == (1, 1)):
            continue
        if pair[0] != pair[1] or (op.kind == "Expand" and own != (1, 1)):
            raise NoCounterpart(tr("it copies samples of a batch"))
        if not view.theirs[axis]:
            view, place = as_in_file(c.canvas, view, named=False), axis - 1
        else:
            view, place = with_axis(c, view, axis)
        out = c.canvas.add("Repeat", [view], {"times": pair[0], "axis": place})[0]
        view = with_group(view, axis, place, group_of(out[2].sizes[place]), out)
    return (view,)


@operator("DepthToSpace", "SpaceToDepth")
def depth_to_space(c: Converter, op: Op) -> tuple[View]:
    view, block = c.view(op), op.whole("blocksize", 0)
    if view.rank != 4 or block < 1:
        raise NoCounterpart(tr("it works on images"))
    batch = (view.sizes(0)[0], view.sizes(1)[0])
    channels, height, width = view.sizes()[1:]
    squares = block * block
    if op.kind == "SpaceToDepth":
        split, order = (channels, height // block, block, width // block, block), (0, 3, 5, 1, 2, 4)
        sizes = (channels * squares, height // block, width // block)
    else:
        sizes = (channels // squares, height * block, width * block)
        if op.text("mode", "DCR") == "CRD":
            view = as_in_file(c.canvas, view)
            return (view_of(*c.canvas.add("PixelShuffle", [view], {"factor": block})[0]),)
        split, order = (block, block, channels // squares, height, width), (0, 3, 4, 1, 5, 2)
    if prod(split) != channels * height * width:
        raise NoCounterpart(tr("its blocks of {block} do not divide what comes in", block=block))
    view = reshaped(c, view, [batch, *((size, size) for size in split)]).transposed(order)
    return (reshaped(c, view, [batch, *((size, size) for size in sizes)]),)
