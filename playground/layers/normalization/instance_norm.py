"""InstanceNorm: each channel of each sample by its own mean and variance."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family
from playground.core.shape import Shape, ShapeError
from playground.core.weights import Weighted
from playground.layers.shared.places import axes_of, channels_first, channels_of, require_places


class InstanceNorm(Weighted):
    """Instance normalization; the dimension follows its input (sequence, image or volume)."""

    type_name: ClassVar[str] = "InstanceNorm"
    title: ClassVar[str] = "Instance norm"
    family: ClassVar[Family] = "normalization"
    id_stem: ClassVar[str] = "instance_norm"
    summary: ClassVar[str] = "Brings each channel of each sample to mean 0 and variance 1."
    explanation: ClassVar[str] = (
        "Takes the contrast out of each image on its own, and with it much of its style: what networks that repaint "
        "photographs in the manner of a painter need."
    )
    when: ClassVar[str] = (
        "In networks that change the style of images, where the contrast of each image should not matter."
    )
    formula: ClassVar[str] = r"y_{c,p} = \frac{x_{c,p} - \mu_c}{\sqrt{\sigma_c^2 + \varepsilon}}"
    reference: ClassVar[str] = "Ulyanov et al. 2016, arXiv:1607.08022"
    keywords: ClassVar[tuple[str, ...]] = ("normalization", "in", "style", "contrast")

    epsilon: float = Field(1e-5, gt=0.0, le=1.0, description="Added to the variance, against dividing by zero.")
    affine: bool = Field(False, description="Learn a scale and a shift for each channel.")

    def output_shape(self, *inputs: Shape) -> Shape:
        channels, _ = require_places(inputs[0], self.title)
        if inputs[0].count == channels:
            raise ShapeError(
                tr("gets {inputs}, one value in each channel, and makes it zero", inputs=inputs[0]),
                tr("Put it where there are more places, or use Layer norm."),
            )
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        options: dict[str, Any] = {} if self.epsilon == 1e-5 else {"eps": self.epsilon}
        if self.affine:
            options["affine"] = True
        target = f"torch.nn.InstanceNorm{axes_of(inputs[0])}d"
        return channels_first(Call(target, (channels_of(inputs[0]),), options), inputs[0])

    def parameter_count(self, *inputs: Shape) -> int:
        return 2 * channels_of(inputs[0]) if self.affine else 0

    def multiply_adds(self, *inputs: Shape) -> int:
        return inputs[0].count
