"""BatchNorm: each channel to mean 0 and variance 1 over the batch."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family
from playground.core.shape import Shape, ShapeError
from playground.core.weights import Weighted
from playground.layers.shared.places import axes_of, channels_first, channels_of


class BatchNorm(Weighted):
    """Batch normalization; the dimension follows its input (vector, sequence, image or volume)."""

    type_name: ClassVar[str] = "BatchNorm"
    title: ClassVar[str] = "Batch norm"
    family: ClassVar[Family] = "normalization"
    id_stem: ClassVar[str] = "norm"
    summary: ClassVar[str] = "Brings each channel to mean 0 and variance 1 over the batch, then scales and shifts it."
    explanation: ClassVar[str] = (
        "Layers behind it always see inputs of the same size, so larger learning rates work. While predicting it uses "
        "running averages in place of the batch's own."
    )
    when: ClassVar[str] = "After convolutions and Dense layers of deep networks, with batches of at least 8 or so."
    formula: ClassVar[str] = r"y = \gamma\,\frac{x - \mu_B}{\sqrt{\sigma_B^2 + \varepsilon}} + \beta"
    reference: ClassVar[str] = "Ioffe & Szegedy 2015, arXiv:1502.03167"
    keywords: ClassVar[tuple[str, ...]] = ("normalization", "bn")

    momentum: float = Field(0.1, gt=0.0, le=1.0, description="Share of the new batch in the running averages.")
    epsilon: float = Field(1e-5, gt=0.0, le=1.0, description="Added to the variance, against dividing by zero.")
    affine: bool = Field(True, description="Learn a scale and a shift for each channel.")

    def output_shape(self, *inputs: Shape) -> Shape:
        if not (inputs[0].is_vector or axes_of(inputs[0])):
            raise ShapeError(
                tr("gets {inputs}; a Batch norm layer takes vectors, sequences, images or volumes", inputs=inputs[0]),
                tr("Reshape before it."),
            )
        return inputs[0]

    def smallest_batch(self, *inputs: Shape) -> int:
        """A mean needs two numbers: two samples, or one with several places in each channel."""
        return 2 if inputs[0].count == channels_of(inputs[0]) else 1

    def call(self, *inputs: Shape) -> Call:
        options: dict[str, Any] = {"eps": self.epsilon, "momentum": self.momentum, "affine": self.affine}
        defaults = {"eps": 1e-5, "momentum": 0.1, "affine": True}
        changed = {key: value for key, value in options.items() if value != defaults[key]}
        target = f"torch.nn.BatchNorm{max(1, axes_of(inputs[0]))}d"
        return channels_first(Call(target, (channels_of(inputs[0]),), changed), inputs[0])

    def parameter_count(self, *inputs: Shape) -> int:
        return 2 * channels_of(inputs[0]) if self.affine else 0

    def multiply_adds(self, *inputs: Shape) -> int:
        return inputs[0].count
