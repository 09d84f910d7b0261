"""Softmax: Turns scores into probabilities that add up to 1."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.elementwise import Elementwise, feature_axis


class Softmax(Elementwise):
    """Softmax over the channels of an image, or over the features of a vector or of each step of a sequence."""

    type_name: ClassVar[str] = "Softmax"
    title: ClassVar[str] = "Softmax"
    id_stem: ClassVar[str] = "softmax"
    summary: ClassVar[str] = "Turns scores into probabilities that add up to 1."
    explanation: ClassVar[str] = (
        "The usual last step of a classifier. The largest score gets the largest share. It works over the channels of "
        "each pixel and over the features of each time step. The cross-entropy loss knows a last Softmax and works on "
        "the scores before it, so it is never applied twice."
    )
    when: ClassVar[str] = (
        "At the end of a classifier with one right class out of several. Not inside a network, and not for "
        "several labels."
    )
    formula: ClassVar[str] = r"y_i = \frac{e^{x_i}}{\sum_j e^{x_j}}"
    reference: ClassVar[str] = "Bridle 1990, doi:10.1007/978-3-642-76153-9_28"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "non-linearity", "probability", "classifier")

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.Softmax", kwargs={"dim": feature_axis(inputs[0]) + 1})

    def final_activation(self) -> str | None:
        return "softmax"
