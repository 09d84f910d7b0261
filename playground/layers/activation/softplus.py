"""Softplus: a ReLU without a corner."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.elementwise import Elementwise


class Softplus(Elementwise):
    """Smooth rectifier; its results are always above zero."""

    type_name: ClassVar[str] = "Softplus"
    title: ClassVar[str] = "Softplus"
    id_stem: ClassVar[str] = "softplus"
    summary: ClassVar[str] = "A smooth ReLU whose results are always above zero."
    explanation: ClassVar[str] = (
        "Makes a positive number of any number, smoothly: fit for a variance or a rate that a network predicts. The "
        "larger β, the nearer it is to a ReLU."
    )
    when: ClassVar[str] = "Where a result must be above zero: a variance, a rate, a distance."
    formula: ClassVar[str] = r"y = \frac{1}{\beta}\ln(1 + e^{\beta x})"
    reference: ClassVar[str] = "Zheng et al. 2015, doi:10.1109/IJCNN.2015.7280459"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "non-linearity", "positive")

    beta: float = Field(1.0, ge=0.125, le=100.0, description="How sharp the bend is, 0.125 to 100.")

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.Softplus", kwargs={} if self.beta == 1.0 else {"beta": self.beta})

    def caption(self) -> str:
        return "" if self.beta == 1.0 else f"β {self.beta:g}"
