"""Tanh: Squeezes each value into −1 to 1."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call, Family, Layer
from playground.core.shape import Shape


class Tanh(Layer):
    """Hyperbolic tangent."""

    type_name: ClassVar[str] = "Tanh"
    title: ClassVar[str] = "Tanh"
    family: ClassVar[Family] = "activation"
    id_stem: ClassVar[str] = "tanh"
    summary: ClassVar[str] = "Squeezes each value into −1 to 1."
    explanation: ClassVar[str] = "A sigmoid centred on zero, which makes the layers after it learn more easily."
    formula: ClassVar[str] = r"y = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "non-linearity")

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.Tanh")
