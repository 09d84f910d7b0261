"""Flatten: an image as one long vector."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.axes import Rearranging


class Flatten(Rearranging):
    """All values of a sample in one row; the batch stays."""

    type_name: ClassVar[str] = "Flatten"
    title: ClassVar[str] = "Flatten"
    id_stem: ClassVar[str] = "flatten"
    summary: ClassVar[str] = "Lays all values of a sample in one row."
    explanation: ClassVar[str] = "Stands between layers that see images and Dense layers, which take a vector."
    when: ClassVar[str] = "Between convolutions, which give maps, and Dense layers, which take a vector."
    formula: ClassVar[str] = r"y_{c H W + i W + j} = x_{c,i,j}"
    reference: ClassVar[str] = "PyTorch documentation, torch.nn.Flatten"
    keywords: ClassVar[tuple[str, ...]] = ("reshape", "vector")
    keeps_values: ClassVar[bool] = True

    def output_shape(self, *inputs: Shape) -> Shape:
        return Shape.vector(inputs[0].count)

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.Flatten")
