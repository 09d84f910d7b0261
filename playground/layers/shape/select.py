"""Select: one place along an axis."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, method
from playground.core.shape import Change, Shape, ShapeError
from playground.layers.shared.axes import COUNTED, Axis, Rearranging, require_axis, without


class Select(Rearranging):
    """Takes what stands at one index of an axis; the axis goes."""

    type_name: ClassVar[str] = "Select"
    title: ClassVar[str] = "Select"
    id_stem: ClassVar[str] = "select"
    summary: ClassVar[str] = "Takes one place of an axis and drops the axis."
    explanation: ClassVar[str] = (
        "The last step of a sequence (axis 0, index −1), its first token as a Transformer's summary (index 0), one "
        "channel of an image. To keep several places, or the axis, use Slice."
    )
    when: ClassVar[str] = (
        "To take the last step of a recurrent layer that returns all steps, or one channel of an image."
    )
    formula: ClassVar[str] = r"y_{j} = x_{k,j}"
    reference: ClassVar[str] = "Harris et al. 2020 (array programming), doi:10.1038/s41586-020-2649-2"
    keywords: ClassVar[tuple[str, ...]] = ("index", "take", "pick", "last step")

    axis: Axis = Field(0, description=f"The axis, {COUNTED}.")
    index: int = Field(0, ge=-1_000_000, le=1_000_000, description="The place to take; 0 is the first, −1 the last.")

    def output_shape(self, *inputs: Shape) -> Shape:
        left = without(inputs[0], (min(self.axis, inputs[0].rank - 1),))
        size = require_axis(self.axis, inputs[0])
        if not -size <= self.index < size:
            last = size - 1 if self.index > 0 else 0
            raise ShapeError(
                tr(
                    "takes index {index} of axis {axis}, but {named} has {size:,} places there",
                    index=self.index,
                    axis=self.axis,
                    named=inputs[0].named(),
                    size=size,
                ),
                tr("Use an index from 0 to {size:,}; −1 is the last.", size=size - 1),
                Change({"index": last}),
            )
        return left

    def call(self, *inputs: Shape) -> Call:
        return method("select", self.axis + 1, self.index)

    def caption(self) -> str:
        return f"{tr('axis {number}', number=self.axis)} · {self.index}".replace("-", "−")
