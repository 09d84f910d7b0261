"""What the layers share that make part of the values useless while training."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.layer import Family, Layer
from playground.core.shape import Shape


class Dropping(Layer):
    """Base of the dropouts: while predicting they pass every value on."""

    family: ClassVar[Family] = "regularization"
    keywords: ClassVar[tuple[str, ...]] = ("overfitting", "regularization")
    keeps_values: ClassVar[bool] = True

    rate: float = Field(0.2, ge=0.0, lt=1.0, description="Part of the values that is dropped, 0 to 1.")

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def caption(self) -> str:
        return f"{100 * self.rate:.3g}%"
