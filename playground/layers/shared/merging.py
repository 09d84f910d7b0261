"""What the merging layers share: the check that their inputs fit each other, and how to mend it."""

from __future__ import annotations

from typing import ClassVar

from playground.core.language import tr
from playground.core.layer import Family, Layer, Port
from playground.core.shape import Resize, Shape, ShapeError, dimension


class Merging(Layer):
    """Base of the layers that work value by value on inputs of one shape."""

    family: ClassVar[Family] = "merge"
    inputs: ClassVar[tuple[Port, ...]] = (Port("in", many=True),)

    def output_shape(self, *inputs: Shape) -> Shape:
        require_same(inputs, type(self).title)
        return inputs[0]

    def multiply_adds(self, *inputs: Shape) -> int:
        return inputs[0].count * (len(inputs) - 1)


def require_same(inputs: tuple[Shape, ...], title: str) -> None:
    """Raises ``ShapeError`` unless all inputs have the sizes of the first: nothing is stretched to fit."""
    for number, other in enumerate(inputs[1:], start=1):
        if other.sizes != inputs[0].sizes:
            message = tr(
                "gets {first} and {second}; {title} takes inputs of one shape",
                first=inputs[0].named(),
                second=other.named(),
                title=tr(title),
            )
            raise misfit(inputs[0], other, number, message)


def misfit(first: Shape, other: Shape, number: int, message: str) -> ShapeError:
    """The error for input ``number``; where only its channels differ, the remedy gives it as many as ``first`` has."""
    axis = first.channel_axis
    if other.rank != first.rank or other.channel_axis != axis:
        return ShapeError(message, tr("Bring the branches into one form: Flatten, Reshape or pool one of them."))
    if other.resized(axis, first.sizes[axis]).sizes == first.sizes:
        return ShapeError(
            message,
            tr("Let both have {sizes:,} {names}.", sizes=first.sizes[axis], names=dimension(first.names[axis])),
            Resize(first.sizes[axis], number),
        )
    return ShapeError(message, tr('Let the branches end in the same size: with padding "same", and equal strides.'))
