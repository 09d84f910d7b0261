"""Subtract: how two branches differ."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call, Port
from playground.core.shape import Shape
from playground.layers.shared.merging import Merging


class Subtract(Merging):
    """Element-wise difference ``a`` − ``b`` of two inputs of one shape."""

    type_name: ClassVar[str] = "Subtract"
    title: ClassVar[str] = "Subtract"
    id_stem: ClassVar[str] = "subtract"
    inputs: ClassVar[tuple[Port, ...]] = (Port("a"), Port("b"))
    summary: ClassVar[str] = "Takes one input away from another of the same shape."
    explanation: ClassVar[str] = (
        "Twin networks compare two samples by the difference of what they made of each; a denoiser subtracts the noise "
        "that it found."
    )
    when: ClassVar[str] = "To compare two branches, or to learn what is to be taken away from the input."
    formula: ClassVar[str] = r"y = a - b"
    reference: ClassVar[str] = "Zhang et al. 2017, arXiv:1608.03981"
    keywords: ClassVar[tuple[str, ...]] = ("difference", "minus", "siamese", "merge")

    def call(self, *inputs: Shape) -> Call:
        return Call("operator.sub", function=True)
