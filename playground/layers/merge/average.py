"""Average: the mean of several branches."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.merging import Merging


class Average(Merging):
    """Element-wise mean of two or more inputs of one shape."""

    type_name: ClassVar[str] = "Average"
    title: ClassVar[str] = "Average"
    id_stem: ClassVar[str] = "average"
    summary: ClassVar[str] = "Takes the mean of its inputs, value by value."
    explanation: ClassVar[str] = (
        "An ensemble inside one network: each branch has its vote. Unlike a sum, the result stays as large as its "
        "inputs however many there are."
    )
    when: ClassVar[str] = "To let several branches vote with equal weight."
    formula: ClassVar[str] = r"y = \frac{1}{n}\sum_k x^{(k)}"
    reference: ClassVar[str] = "Larsson et al. 2017, arXiv:1605.07648"
    keywords: ClassVar[tuple[str, ...]] = ("mean", "ensemble", "merge")

    def call(self, *inputs: Shape) -> Call:
        mean = Call("operator.truediv", (len(inputs),), function=True)
        return Call("operator.add", function=True, fold=True, after=(mean,))
