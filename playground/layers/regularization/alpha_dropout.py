"""Alpha dropout: dropout that keeps mean and variance, for SELU."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.dropping import Dropping


class AlphaDropout(Dropping):
    """Sets values to SELU's lower limit at random, then scales and shifts so that mean and variance stay."""

    type_name: ClassVar[str] = "AlphaDropout"
    title: ClassVar[str] = "Alpha dropout"
    id_stem: ClassVar[str] = "alpha_dropout"
    summary: ClassVar[str] = "A dropout that keeps mean and variance as they are."
    explanation: ClassVar[str] = (
        "Goes with SELU: zeros would spoil the mean 0 and variance 1 that SELU works for, so dropped values take "
        "SELU's lower limit, and all are scaled and shifted back."
    )
    when: ClassVar[str] = "Together with SELU, in place of dropout."
    formula: ClassVar[str] = r"y = a\,(m \odot x + (1 - m)\,\alpha') + b, \quad m_i \sim \mathrm{Bernoulli}(1 - p)"
    reference: ClassVar[str] = "Klambauer et al. 2017, arXiv:1706.02515"
    keywords: ClassVar[tuple[str, ...]] = ("overfitting", "regularization", "selu", "self-normalizing")

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.AlphaDropout", (self.rate,))
