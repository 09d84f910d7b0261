"""Add: branches of one shape, summed."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.merging import Merging


class Add(Merging):
    """Element-wise sum of two or more inputs of one shape."""

    type_name: ClassVar[str] = "Add"
    title: ClassVar[str] = "Add"
    id_stem: ClassVar[str] = "add"
    summary: ClassVar[str] = "Adds up inputs of the same shape."
    explanation: ClassVar[str] = (
        "The merge of a residual connection: what came in is added to what a few layers made of it, and gradients "
        "reach the early layers undiminished."
    )
    when: ClassVar[str] = (
        "For shortcuts around layers, so that gradients reach early layers undiminished. Both inputs need one shape."
    )
    formula: ClassVar[str] = r"y = \sum_k x^{(k)}"
    reference: ClassVar[str] = "He et al. 2016, arXiv:1512.03385"
    keywords: ClassVar[tuple[str, ...]] = ("sum", "residual", "skip", "merge")

    def call(self, *inputs: Shape) -> Call:
        return Call("operator.add", function=True, fold=True)
