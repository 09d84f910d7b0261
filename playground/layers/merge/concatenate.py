"""Concatenate: branches side by side."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family, Layer, Port, Takes
from playground.core.shape import Resize, Shape, ShapeError, dimension
from playground.layers.shared.axes import COUNTED, Axis, require_axis


class Concatenate(Layer):
    """Inputs joined along one axis; they must agree in every other."""

    type_name: ClassVar[str] = "Concatenate"
    title: ClassVar[str] = "Concatenate"
    family: ClassVar[Family] = "merge"
    id_stem: ClassVar[str] = "concat"
    inputs: ClassVar[tuple[Port, ...]] = (Port("in", many=True),)
    takes: ClassVar[Takes] = "any"
    summary: ClassVar[str] = "Puts inputs side by side along one axis."
    explanation: ClassVar[str] = (
        "Keeps what every branch found and lets the next layer weigh it: the merge of inception blocks and of U-shaped "
        "networks."
    )
    when: ClassVar[str] = (
        "When branches should both be seen by the next layer; other sizes than along the axis must agree."
    )
    formula: ClassVar[str] = r"y = \left[\, x^{(1)} ; x^{(2)} ; \dots \,\right]"
    reference: ClassVar[str] = "Szegedy et al. 2015, arXiv:1409.4842"
    keywords: ClassVar[tuple[str, ...]] = ("concat", "join", "merge")

    axis: Axis = Field(
        0, description=f"The axis to join, {COUNTED}. Channels of images are 0, features of sequences 1."
    )

    def output_shape(self, *inputs: Shape) -> Shape:
        first, axis = inputs[0], self.axis
        require_axis(axis, first)
        for number, other in enumerate(inputs[1:], start=1):
            if other.rank == first.rank and other.resized(axis, first.sizes[axis]).sizes == first.sizes:
                continue
            message = tr(
                "gets {first} and {second}; they may differ only in {axis}",
                first=first.named(),
                second=other.named(),
                axis=dimension(first.names[axis]),
            )
            wide = first.channel_axis
            same_rest = other.rank == first.rank and all(
                a == b for i, (a, b) in enumerate(zip(first.sizes, other.sizes, strict=True)) if i not in (axis, wide)
            )
            remedy = Resize(first.sizes[wide], number) if same_rest and wide != axis else None
            raise ShapeError(message, tr("Make the branches agree in the other dimensions."), remedy)
        return first.resized(axis, sum(shape.sizes[axis] for shape in inputs))

    def call(self, *inputs: Shape) -> Call:
        # one more than the axis of a sample: dimension 0 is the batch
        return Call("torch.cat", kwargs={"dim": self.axis + 1}, function=True, as_list=True)

    def caption(self) -> str:
        return tr("axis {number}", number=self.axis)
