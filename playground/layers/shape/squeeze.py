"""Squeeze: axes of size 1 go."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, method
from playground.core.shape import Change, Shape, ShapeError
from playground.layers.shared.axes import COUNTED, Axis, Rearranging, require_axis, without


class Squeeze(Rearranging):
    """Drops one axis of size 1, or all of them."""

    type_name: ClassVar[str] = "Squeeze"
    title: ClassVar[str] = "Squeeze"
    id_stem: ClassVar[str] = "squeeze"
    summary: ClassVar[str] = "Drops axes of size 1."
    explanation: ClassVar[str] = (
        "An image of one channel becomes height × width, a sequence of one step a vector. The values stay as they are; "
        "a vector stays a vector."
    )
    when: ClassVar[str] = "To drop an axis of size 1 that an earlier layer has left."
    formula: ClassVar[str] = r"y_{i,j} = x_{1,i,j}"
    reference: ClassVar[str] = "PyTorch documentation, torch.squeeze"
    keywords: ClassVar[tuple[str, ...]] = ("drop", "axis", "dimension")
    keeps_values: ClassVar[bool] = True

    axis: Axis | None = Field(None, description=f"The axis to drop, {COUNTED}; empty drops all of size 1.")

    def _axes(self, shape: Shape) -> tuple[int, ...]:
        """The axes that go; of a sample that is one number the last stays. Raises ``ShapeError``."""
        if self.axis is None:
            ones = tuple(axis for axis, size in enumerate(shape.sizes) if size == 1)
            return ones if len(ones) < shape.rank else ones[:-1]
        all_of_them = Change({"axis": None})
        size = require_axis(self.axis, shape, all_of_them)
        if size != 1:
            raise ShapeError(
                tr(
                    "axis {axis} of {named} has size {size:,}; only an axis of size 1 can go",
                    axis=self.axis,
                    named=shape.named(),
                    size=size,
                ),
                tr("Leave the axis empty to drop all of size 1, or use Select to take one of them."),
                all_of_them,
            )
        return (self.axis,)

    def output_shape(self, *inputs: Shape) -> Shape:
        axes = self._axes(inputs[0])
        return without(inputs[0], axes) if axes else inputs[0]

    def call(self, *inputs: Shape) -> Call:
        axes = tuple(axis + 1 for axis in self._axes(inputs[0]))
        if not axes:
            return Call("torch.nn.Identity")
        return method("squeeze", axes[0] if len(axes) == 1 else axes)

    def caption(self) -> str:
        return "" if self.axis is None else tr("axis {number}", number=self.axis)
