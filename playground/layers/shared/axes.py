"""What the layers share that work along an axis of a sample: the field, the check, the names that stay."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from playground.core.language import mark, tr
from playground.core.layer import Family, Layer, Sight, Takes
from playground.core.shape import VECTOR, Change, Shape, ShapeError
from playground.core.sight import OWN_PLACE

Axis = Annotated[int, Field(ge=0, le=5)]
COUNTED = "counted without the batch: 0 is the first"


class Rearranging(Layer):
    """Base of the layers that only move values or leave some out: they take numbers and ids alike."""

    family: ClassVar[Family] = "shape"
    takes: ClassVar[Takes] = "any"

    def sight(self, *inputs: Shape) -> Sight | None:
        """Its own place while the places stay as they are; else no promise is made."""
        found = self.output_shapes(*inputs)[0]
        return OWN_PLACE if not found.spatial or found.spatial == inputs[0].spatial else None


def require_axis(axis: int, shape: Shape, remedy: Change | None = None) -> int:
    """Size of ``axis``. Raises ``ShapeError`` where there is no such axis; unless given, the remedy is the last one."""
    if axis < shape.rank:
        return shape.sizes[axis]
    last = shape.rank - 1
    only = mark("works along axis {axis}, but {named} has only axis 0")
    several = mark("works along axis {axis}, but {named} has axes 0 to {last}")
    raise ShapeError(
        tr(several if last else only, axis=axis, named=shape.named(), last=last),
        tr("Set the axis to {last} or less.", last=last),
        remedy or Change({"axis": last}),
    )


def without(shape: Shape, axes: tuple[int, ...]) -> Shape:
    """``shape`` less some axes; the others keep their names, and a single one counts features.

    Raises ``ShapeError`` when none is left.
    """
    kept = [axis for axis in range(shape.rank) if axis not in axes]
    if not kept:
        raise ShapeError(
            tr("would leave no dimension of {named}", named=shape.named()), tr("Use Slice, which keeps the axis.")
        )
    names = VECTOR if len(kept) == 1 else tuple(shape.names[axis] for axis in kept)
    return Shape(tuple(shape.sizes[axis] for axis in kept), names)
