"""ELU: a ReLU whose negative side bends towards −α."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.elementwise import Elementwise


class ELU(Elementwise):
    """Exponential linear unit."""

    type_name: ClassVar[str] = "ELU"
    title: ClassVar[str] = "ELU"
    id_stem: ClassVar[str] = "elu"
    summary: ClassVar[str] = "Lets positive values through and bends negative ones towards −α."
    explanation: ClassVar[str] = (
        "Its mean output is nearer to zero than a ReLU's, which speeds learning up, and negative values keep a "
        "gradient."
    )
    when: ClassVar[str] = (
        "In deep networks without normalization, where ReLU units die or their outputs drift away from a mean of zero."
    )
    formula: ClassVar[str] = r"y = \max(0, x) + \min(0,\, \alpha(e^{x} - 1))"
    reference: ClassVar[str] = "Clevert et al. 2015, arXiv:1511.07289"

    alpha: float = Field(1.0, gt=0.0, le=100.0, description="The limit −α of negative values; α up to 100.")

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.ELU", () if self.alpha == 1.0 else (self.alpha,))

    def caption(self) -> str:
        return "" if self.alpha == 1.0 else f"α {self.alpha:g}"
