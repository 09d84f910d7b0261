"""Resize, Upsample and Pad."""

from __future__ import annotations

from typing import Any

from playground.core.language import tr
from playground.engine.importing.converter import Converter, operator
from playground.engine.importing.model import NoCounterpart, Op
from playground.engine.importing.operators.common import from_places, in_places
from playground.engine.importing.views import Known, View


@operator("Resize", "Upsample")
def resize(c: Converter, op: Op) -> tuple[View]:
    view = in_places(c, c.view(op))
    factors = _factors(c, op, view)
    mode = op.text("mode", "nearest")
    if mode == "nearest":
        _require_plain_nearest(op)
    elif mode in ("linear", "bilinear") and _half_pixel(op):
        mode = "linear"
    else:
        raise NoCounterpart(tr("it resizes by {mode} in a way that no layer here does", mode=mode))
    if set(factors) == {1}:
        return (view,)
    return (from_places(c.canvas.add("Upsample", [view], {"factor": _listed(factors), "mode": mode})[0]),)


def _listed(values: tuple[int, ...]) -> list[int]:
    """One number for all axes where they are the same, else one for each."""
    return [values[0]] if len(set(values)) == 1 else list(values)


def _factors(c: Converter, op: Op, view: View) -> tuple[int, ...]:
    """Whole factors of the spatial axes."""
    old = op.kind == "Upsample" or c.model.opset < 11
    at = 1 if old else 2
    scales = c.constant(op, at) if op.input(at) else None
    if scales is None and "scales" in op.attributes:
        found: list[Any] = list(op.attributes["scales"])
    elif scales is not None and scales.size:
        found = [float(scale) for scale in scales.ravel()]
    else:
        sizes = c.value(op, 3)
        if not isinstance(sizes, Known) or len(sizes.pairs) != view.rank:
            raise NoCounterpart(tr("the size that it wants is computed"))
        own = zip(view.sizes(0), view.sizes(1), strict=True)
        found = [a / b if a / b == d / e else 0 for (a, d), (b, e) in zip(sizes.pairs, own, strict=True)]
    if len(found) != view.rank or found[:2] != [1, 1] or any(f < 1 or f != int(f) for f in found):
        raise NoCounterpart(tr("it resizes by {found}; whole factors of the places are expected", found=found[:6]))
    return tuple(int(f) for f in found[2:])


def _require_plain_nearest(op: Op) -> None:
    """For whole factors these ways of rounding copy each place as often as the factor says."""
    if op.kind == "Upsample":
        return
    way = op.text("coordinate_transformation_mode", "half_pixel")
    rounding = op.text("nearest_mode", "round_prefer_floor")
    plain = (way == "asymmetric" and rounding == "floor") or (
        way in ("half_pixel", "pytorch_half_pixel") and rounding.startswith("round_prefer")
    )
    if not plain:
        raise NoCounterpart(tr("it picks the nearest place by {way} and {rounding}", way=way, rounding=rounding))


def _half_pixel(op: Op) -> bool:
    way = op.text("coordinate_transformation_mode", "half_pixel")
    # they differ where a single place comes out, which no enlarging gives
    return op.kind == "Resize" and way in ("half_pixel", "pytorch_half_pixel") and not op.whole("antialias", 0)


@operator("Pad")
def pad(c: Converter, op: Op) -> tuple[View]:
    view = c.view(op)
    given, value = c.constant(op, 1), c.constant(op, 2)
    pads = [int(size) for size in given.ravel()] if given is not None else list(op.wholes("pads", ()))
    if op.text("mode", "constant") != "constant" or (value is not None and value.any()) or op.number_of("value", 0.0):
        raise NoCounterpart(tr("it does not pad with zeros"))
    axes = c.constant(op, 3)
    if axes is not None:
        spread = [0] * (2 * view.rank)
        for number, axis in enumerate(int(a) % view.rank for a in axes.ravel()):
            spread[axis], spread[view.rank + axis] = pads[number], pads[len(axes.ravel()) + number]
        pads = spread
    if len(pads) != 2 * view.rank:
        raise NoCounterpart(tr("its pads are not two for each axis"))
    before, after = pads[: view.rank], pads[view.rank :]
    if any(before[:2]) or any(after[:2]):
        raise NoCounterpart(tr("it pads channels or the batch"))
    view = in_places(c, view)
    for kind, sign in (("Crop", -1), ("ZeroPad", 1)):
        sides = [tuple(max(0, sign * size) for size in side[2:]) for side in (before, after)]
        if any(map(any, sides)):
            params = {"before": _listed(sides[0]), "after": _listed(sides[1])}
            view = in_places(c, from_places(c.canvas.add(kind, [view], params)[0]))
    return (view,)
