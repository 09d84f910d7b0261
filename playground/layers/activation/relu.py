"""ReLU: Lets positive values through and makes the rest zero."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call, Family, Layer
from playground.core.shape import Shape


class ReLU(Layer):
    """Rectified linear unit."""

    type_name: ClassVar[str] = "ReLU"
    title: ClassVar[str] = "ReLU"
    family: ClassVar[Family] = "activation"
    id_stem: ClassVar[str] = "relu"
    summary: ClassVar[str] = "Lets positive values through and makes the rest zero."
    explanation: ClassVar[str] = (
        "Cheap and hard to saturate, which is why deep networks became trainable with it. A unit that is never "
        "positive learns nothing: it is dead."
    )
    formula: ClassVar[str] = r"y = \max(0, x)"
    reference: ClassVar[str] = "Nair & Hinton 2010, ICML"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "non-linearity")

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.ReLU")
