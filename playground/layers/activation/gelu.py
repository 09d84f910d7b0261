"""GELU: each value times the chance that a normal number is smaller."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.elementwise import Elementwise


class GELU(Elementwise):
    """Gaussian error linear unit."""

    type_name: ClassVar[str] = "GELU"
    title: ClassVar[str] = "GELU"
    id_stem: ClassVar[str] = "gelu"
    summary: ClassVar[str] = "Weighs each value by the chance that a normal random number is smaller."
    explanation: ClassVar[str] = (
        "A smooth ReLU: large values pass, strongly negative ones vanish, those around zero pass in part. The "
        "activation of most Transformers."
    )
    when: ClassVar[str] = (
        "In Transformers and other modern networks; where ReLU already trains well it gains little and costs more."
    )
    formula: ClassVar[str] = r"y = x\,\Phi(x) = \frac{x}{2}\left(1 + \mathrm{erf}\frac{x}{\sqrt{2}}\right)"
    reference: ClassVar[str] = "Hendrycks & Gimpel 2016, arXiv:1606.08415"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "non-linearity", "transformer")

    approximation: Literal["none", "tanh"] = Field(
        "none", description="none computes it exactly; tanh is the approximation that older models were trained with."
    )

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.GELU", kwargs={} if self.approximation == "none" else {"approximate": "tanh"})

    def caption(self) -> str:
        return "" if self.approximation == "none" else "tanh"
