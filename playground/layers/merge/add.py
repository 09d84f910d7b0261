"""Add: branches of one shape, summed."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call, Family, Layer, Port
from playground.core.shape import Shape, ShapeError


class Add(Layer):
    """Element-wise sum of two or more inputs of one shape."""

    type_name: ClassVar[str] = "Add"
    title: ClassVar[str] = "Add"
    family: ClassVar[Family] = "merge"
    id_stem: ClassVar[str] = "add"
    inputs: ClassVar[tuple[Port, ...]] = (Port("in", many=True),)
    summary: ClassVar[str] = "Adds up inputs of the same shape."
    explanation: ClassVar[str] = (
        "The merge of a residual connection: what came in is added to what a few layers made of it, and gradients "
        "reach the early layers undiminished."
    )
    formula: ClassVar[str] = r"y = \sum_k x^{(k)}"
    reference: ClassVar[str] = "He et al. 2016, arXiv:1512.03385"
    keywords: ClassVar[tuple[str, ...]] = ("sum", "residual", "skip", "merge")

    def output_shape(self, *inputs: Shape) -> Shape:
        for other in inputs[1:]:
            if other != inputs[0]:
                raise ShapeError(
                    f"gets {inputs[0]} and {other}; it adds inputs of one shape",
                    "Make the branches end in the same shape, or use Concatenate.",
                )
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        return Call("playground.engine.modules.add", function=True)

    def multiply_adds(self, *inputs: Shape) -> int:
        return inputs[0].count * (len(inputs) - 1)
