"""Output: a result of the network, by name."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call, Family, Layer, Port, Role, Takes
from playground.core.shape import Shape


class Output(Layer):
    """Marks what a network gives; needed where it gives several things, and where it stands in another as a block."""

    type_name: ClassVar[str] = "Output"
    title: ClassVar[str] = "Output"
    family: ClassVar[Family] = "output"
    id_stem: ClassVar[str] = "output"
    outputs: ClassVar[tuple[Port, ...]] = ()
    takes: ClassVar[Takes] = "any"
    role: ClassVar[Role] = "exit"
    summary: ClassVar[str] = "Marks a result of the network."
    explanation: ClassVar[str] = (
        "A network with one last layer needs none: that layer's output is the result. A network with several results "
        "marks each; used as a block in another network, each Output becomes a port of the block."
    )
    when: ClassVar[str] = (
        "In a network with several results, or one that is used as a block, to name each thing that it gives."
    )
    formula: ClassVar[str] = r"y = x"
    reference: ClassVar[str] = "Goodfellow et al. 2016, Deep Learning, chapter 6, deeplearningbook.org"
    keywords: ClassVar[tuple[str, ...]] = ("result", "end", "port")
    keeps_values: ClassVar[bool] = True

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.Identity")
