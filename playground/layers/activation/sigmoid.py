"""Sigmoid: Squeezes each value into 0 to 1."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call, Family, Layer
from playground.core.shape import Shape


class Sigmoid(Layer):
    """Logistic function, for each value on its own."""

    type_name: ClassVar[str] = "Sigmoid"
    title: ClassVar[str] = "Sigmoid"
    family: ClassVar[Family] = "activation"
    id_stem: ClassVar[str] = "sigmoid"
    summary: ClassVar[str] = "Squeezes each value into 0 to 1."
    explanation: ClassVar[str] = (
        "Read as a probability for each value on its own. Far from zero it is flat, and gradients through it vanish."
    )
    formula: ClassVar[str] = r"y = \frac{1}{1 + e^{-x}}"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "non-linearity")

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.Sigmoid")

    def final_activation(self) -> str | None:
        return "sigmoid"
