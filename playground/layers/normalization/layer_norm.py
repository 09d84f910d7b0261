"""LayerNorm: each sample by its own mean and variance."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family
from playground.core.shape import Shape, ShapeError
from playground.core.weights import Weighted
from playground.layers.shared.places import axes_of, channels_last, channels_of


class LayerNorm(Weighted):
    """Layer normalization, over the features of each place or over a whole sample."""

    type_name: ClassVar[str] = "LayerNorm"
    title: ClassVar[str] = "Layer norm"
    family: ClassVar[Family] = "normalization"
    id_stem: ClassVar[str] = "layer_norm"
    summary: ClassVar[str] = "Brings the features of each place to mean 0 and variance 1, then scales and shifts them."
    explanation: ClassVar[str] = (
        "Looks at one sample alone, so it does the same while training and predicting and with any batch. The norm of "
        "Transformers and recurrent networks; over the channels of each pixel, that of newer convolutional ones."
    )
    when: ClassVar[str] = (
        "In Transformers and recurrent networks, and wherever a sample must not depend on the others of its batch."
    )
    formula: ClassVar[str] = r"y = \gamma\,\frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}} + \beta"
    reference: ClassVar[str] = "Ba et al. 2016, arXiv:1607.06450"
    keywords: ClassVar[tuple[str, ...]] = ("normalization", "ln", "transformer")

    over: Literal["features", "sample"] = Field(
        "features", description="features: those (or the channels) of each place; sample: all values of a sample."
    )
    epsilon: float = Field(1e-5, gt=0.0, le=1.0, description="Added to the variance, against dividing by zero.")
    affine: bool = Field(True, description="Learn a scale and a shift for each value that is looked at together.")

    def output_shape(self, *inputs: Shape) -> Shape:
        if not (inputs[0].is_vector or axes_of(inputs[0])):
            raise ShapeError(
                tr("gets {inputs}; a Layer norm layer takes vectors, sequences, images or volumes", inputs=inputs[0]),
                tr("Reshape before it."),
            )
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        options: dict[str, Any] = {} if self.epsilon == 1e-5 else {"eps": self.epsilon}
        if not self.affine:
            options["elementwise_affine"] = False
        if self.over == "sample":
            return Call("torch.nn.LayerNorm", (inputs[0].sizes,), options)
        return channels_last(Call("torch.nn.LayerNorm", (channels_of(inputs[0]),), options), inputs[0])

    def parameter_count(self, *inputs: Shape) -> int:
        return 2 * self._together(inputs[0]) if self.affine else 0

    def _together(self, shape: Shape) -> int:
        return shape.count if self.over == "sample" else channels_of(shape)

    def multiply_adds(self, *inputs: Shape) -> int:
        return inputs[0].count

    def caption(self) -> str:
        return "" if self.over == "features" else tr("whole sample")
