"""Dropout: random zeros while training."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.layer import Call, Family, Layer
from playground.core.shape import Shape


class Dropout(Layer):
    """Zeroes values at random while training and scales the rest up; does nothing while predicting."""

    type_name: ClassVar[str] = "Dropout"
    title: ClassVar[str] = "Dropout"
    family: ClassVar[Family] = "regularization"
    id_stem: ClassVar[str] = "dropout"
    summary: ClassVar[str] = "Makes a random part of the values zero while training."
    explanation: ClassVar[str] = (
        "No unit can rely on one other unit being there, so the network learns what several of them agree on: a guard "
        "against overfitting."
    )
    formula: ClassVar[str] = r"y = \frac{m \odot x}{1 - p}, \quad m_i \sim \mathrm{Bernoulli}(1 - p)"
    reference: ClassVar[str] = "Srivastava et al. 2014, JMLR 15"
    keywords: ClassVar[tuple[str, ...]] = ("overfitting", "regularization")
    keeps_values: ClassVar[bool] = True

    rate: float = Field(0.2, ge=0.0, lt=1.0, description="Part of the values that becomes zero.")

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.Dropout", (self.rate,))

    def caption(self) -> str:
        return f"{100 * self.rate:.3g}%"
