"""Leaky ReLU: a ReLU that lets a little of the negative through."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.elementwise import Elementwise


class LeakyReLU(Elementwise):
    """Rectified linear unit with a small slope for negative values."""

    type_name: ClassVar[str] = "LeakyReLU"
    title: ClassVar[str] = "Leaky ReLU"
    id_stem: ClassVar[str] = "leaky_relu"
    summary: ClassVar[str] = "A ReLU that lets a small part of negative values through."
    explanation: ClassVar[str] = (
        "Negative values keep a small gradient, so no unit dies. The usual choice in the discriminator of a GAN, with "
        "a slope of 0.2."
    )
    when: ClassVar[str] = (
        "When the link to a ReLU turns amber because many units never fire, and in the discriminator of a GAN."
    )
    formula: ClassVar[str] = r"y = \max(0, x) + \alpha \min(0, x)"
    reference: ClassVar[str] = "Xu et al. 2015, arXiv:1505.00853"

    slope: float = Field(0.01, ge=0.0, le=1.0, description="What negative values are multiplied by, 0 to 1.")

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.LeakyReLU", () if self.slope == 0.01 else (self.slope,))

    def caption(self) -> str:
        return f"{self.slope:g}"
