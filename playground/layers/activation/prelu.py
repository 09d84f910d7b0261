"""PReLU: a ReLU that learns its slope for negative values."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family, method
from playground.core.shape import Shape
from playground.core.weights import Weighted
from playground.layers.shared.elementwise import feature_axis


class PReLU(Weighted):
    """Parametric rectified linear unit."""

    type_name: ClassVar[str] = "PReLU"
    title: ClassVar[str] = "PReLU"
    family: ClassVar[Family] = "activation"
    id_stem: ClassVar[str] = "prelu"
    summary: ClassVar[str] = "A ReLU that learns how much of negative values to let through."
    explanation: ClassVar[str] = (
        "Its slope begins at 0.25 and is learned like a weight: one for the whole layer, or one for each channel. "
        "Weight decay pulls the slope to 0 and so makes it a ReLU; better leave it out here."
    )
    when: ClassVar[str] = "When Leaky ReLU helps and there are enough data to learn its slope as well."
    formula: ClassVar[str] = r"y_c = \max(0, x_c) + a_c \min(0, x_c)"
    reference: ClassVar[str] = "He et al. 2015, arXiv:1502.01852"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "non-linearity", "learned slope")
    non_linear: ClassVar[bool] = True

    per_channel: bool = Field(False, description="Learn a slope for each channel or feature, not one for all.")
    start: float = Field(
        0.25, ge=-1.0, le=1.0, title="Initial slope", description="The slope that it begins with, −1 to 1."
    )

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        shape, options = inputs[0], {} if self.start == 0.25 else {"init": self.start}
        if not self.per_channel:
            return Call("torch.nn.PReLU", kwargs=options)
        axis = feature_axis(shape)
        # torch wants the channels right behind the batch
        first = (method("transpose", 1, axis + 1),) if axis else ()
        return Call("torch.nn.PReLU", (shape.sizes[axis],), options, before=first, after=first)

    def parameter_count(self, *inputs: Shape) -> int:
        return inputs[0].sizes[feature_axis(inputs[0])] if self.per_channel else 1

    def caption(self) -> str:
        return tr("per channel") if self.per_channel else ""
