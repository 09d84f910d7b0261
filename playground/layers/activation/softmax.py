"""Softmax: Turns scores into probabilities that add up to 1."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call, Family, Layer
from playground.core.shape import Shape


class Softmax(Layer):
    """Softmax over the features of a vector or the channels of an image."""

    type_name: ClassVar[str] = "Softmax"
    title: ClassVar[str] = "Softmax"
    family: ClassVar[Family] = "activation"
    id_stem: ClassVar[str] = "softmax"
    summary: ClassVar[str] = "Turns scores into probabilities that add up to 1."
    explanation: ClassVar[str] = (
        "The usual last step of a classifier. The largest score gets the largest share. The cross-entropy loss knows a "
        "last Softmax and works on the scores before it, so it is never applied twice."
    )
    formula: ClassVar[str] = r"y_i = \frac{e^{x_i}}{\sum_j e^{x_j}}"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "non-linearity")

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.Softmax", kwargs={"dim": 1})

    def final_activation(self) -> str | None:
        return "softmax"
