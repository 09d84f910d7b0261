"""Unsqueeze: a new axis of size 1."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, method
from playground.core.shape import Change, Shape, ShapeError
from playground.layers.shared.axes import Axis, Rearranging


class Unsqueeze(Rearranging):
    """Inserts an axis of size 1."""

    type_name: ClassVar[str] = "Unsqueeze"
    title: ClassVar[str] = "Unsqueeze"
    id_stem: ClassVar[str] = "unsqueeze"
    summary: ClassVar[str] = "Inserts an axis of size 1."
    explanation: ClassVar[str] = (
        "A vector becomes a sequence: of one step at axis 0, of one feature at each step at axis 1. A sequence becomes "
        "an image of one channel at axis 0. What comes out is named by how many axes it has."
    )
    when: ClassVar[str] = "To give an image without channels its axis of channels, or a vector one of time."
    formula: ClassVar[str] = r"y_{1,i,j} = x_{i,j}"
    reference: ClassVar[str] = "PyTorch documentation, torch.unsqueeze"
    keywords: ClassVar[tuple[str, ...]] = ("expand dims", "axis", "dimension", "add")
    keeps_values: ClassVar[bool] = True

    axis: Axis = Field(0, description="Where the new axis stands, counted without the batch: 0 is before all others.")

    def output_shape(self, *inputs: Shape) -> Shape:
        shape = inputs[0]
        if self.axis > shape.rank:
            raise ShapeError(
                tr(
                    "puts a new axis at {axis}, but {named} has places 0 to {rank} for one",
                    axis=self.axis,
                    named=shape.named(),
                    rank=shape.rank,
                ),
                tr("Set the axis to {rank} or less.", rank=shape.rank),
                Change({"axis": shape.rank}),
            )
        return Shape.of((*shape.sizes[: self.axis], 1, *shape.sizes[self.axis :]))

    def call(self, *inputs: Shape) -> Call:
        return method("unsqueeze", self.axis + 1)

    def caption(self) -> str:
        return tr("axis {number}", number=self.axis)
