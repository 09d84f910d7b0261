"""Repeat: the same values several times."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, method
from playground.core.shape import Change, Shape, ShapeError
from playground.layers.shared.axes import COUNTED, Axis, Rearranging, require_axis


class Repeat(Rearranging):
    """Without an axis a vector becomes a sequence of equal steps; with one, copies stand one behind the other.

    The first is ``RepeatVector`` of Keras, the second ``torch.Tensor.repeat``: 1 2 3 becomes 1 2 3 1 2 3.
    """

    type_name: ClassVar[str] = "Repeat"
    title: ClassVar[str] = "Repeat"
    id_stem: ClassVar[str] = "repeat"
    summary: ClassVar[str] = "Gives the same values several times."
    explanation: ClassVar[str] = (
        "Without an axis a vector becomes a sequence whose steps are all equal: what a recurrent decoder unrolls. With "
        "an axis, copies of the whole input stand one behind the other along it: 1 2 3 becomes 1 2 3 1 2 3."
    )
    when: ClassVar[str] = "To give a decoder the same code at every step of a sequence."
    formula: ClassVar[str] = r"y_{t,i} = x_i, \quad t = 1 \dots n"
    reference: ClassVar[str] = "PyTorch documentation, torch.Tensor.repeat"
    keywords: ClassVar[tuple[str, ...]] = ("tile", "copy", "repeat vector", "decoder")

    times: int = Field(2, ge=1, le=100_000, description="How many copies.")
    axis: Axis | None = Field(
        None, description=f"Copies along this axis, {COUNTED}; empty makes a sequence of a vector."
    )

    def output_shape(self, *inputs: Shape) -> Shape:
        shape = inputs[0]
        if self.axis is not None:
            return shape.resized(self.axis, require_axis(self.axis, shape) * self.times)
        if shape.rank != 1:
            raise ShapeError(
                tr("gets {named}; without an axis it makes a sequence of a vector", named=shape.named()),
                tr("Choose the axis along which copies stand."), Change({"axis": 0}),
            )  # fmt: skip
        return Shape.sequence(self.times, shape.count)

    def call(self, *inputs: Shape) -> Call:
        if self.axis is None:
            return Call(".repeat", (1, self.times, 1), function=True, before=(method("unsqueeze", 1),))
        counts = [1] * (inputs[0].rank + 1)
        counts[self.axis + 1] = self.times
        return method("repeat", *counts)

    def caption(self) -> str:
        times = f"× {self.times:,}"
        return times if self.axis is None else f"{times} · {tr('axis {number}', number=self.axis)}"
