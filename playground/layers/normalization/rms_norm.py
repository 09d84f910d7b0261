"""RMSNorm: the features of each place to a root mean square of 1."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family
from playground.core.shape import Shape, ShapeError
from playground.core.weights import Weighted
from playground.layers.shared.places import axes_of, channels_last, channels_of


class RMSNorm(Weighted):
    """Root-mean-square normalization over the features (or channels) of each place."""

    type_name: ClassVar[str] = "RMSNorm"
    title: ClassVar[str] = "RMS norm"
    family: ClassVar[Family] = "normalization"
    id_stem: ClassVar[str] = "rms_norm"
    summary: ClassVar[str] = "Divides the features of each place by their root mean square, then scales them."
    explanation: ClassVar[str] = (
        "Layer norm without the mean and the shift: as good in practice and cheaper, which is why large language "
        "models use it."
    )
    when: ClassVar[str] = "In large Transformers, as a cheaper layer norm."
    formula: ClassVar[str] = r"y_i = \gamma_i\, \frac{x_i}{\sqrt{\frac{1}{n} \sum_j x_j^2 + \varepsilon}}"
    reference: ClassVar[str] = "Zhang & Sennrich 2019, arXiv:1910.07467"
    keywords: ClassVar[tuple[str, ...]] = ("normalization", "root mean square", "transformer", "llama")

    epsilon: float = Field(1e-6, gt=0.0, le=1.0, description="Added to the mean square, against dividing by zero.")
    affine: bool = Field(True, description="Learn a scale for each feature.")

    def output_shape(self, *inputs: Shape) -> Shape:
        if not (inputs[0].is_vector or axes_of(inputs[0])):
            raise ShapeError(
                tr("gets {inputs}; an RMS norm layer takes vectors, sequences, images or volumes", inputs=inputs[0]),
                tr("Reshape before it."),
            )
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        options: dict[str, Any] = {"eps": self.epsilon}
        if not self.affine:
            options["elementwise_affine"] = False
        return channels_last(Call("torch.nn.RMSNorm", (channels_of(inputs[0]),), options), inputs[0])

    def parameter_count(self, *inputs: Shape) -> int:
        return channels_of(inputs[0]) if self.affine else 0

    def multiply_adds(self, *inputs: Shape) -> int:
        return inputs[0].count
