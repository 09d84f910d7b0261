"""Dropout: random zeros while training."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.dropping import Dropping


class Dropout(Dropping):
    """Zeroes values at random while training and scales the rest up; does nothing while predicting."""

    type_name: ClassVar[str] = "Dropout"
    title: ClassVar[str] = "Dropout"
    id_stem: ClassVar[str] = "dropout"
    summary: ClassVar[str] = "Makes a random part of the values zero while training."
    explanation: ClassVar[str] = (
        "No unit can rely on one other unit being there, so the network learns what several of them agree on: a guard "
        "against overfitting."
    )
    when: ClassVar[str] = (
        "When the validation loss rises while the training loss falls: before the last Dense layers, with a rate "
        "of 0.2 to 0.5."
    )
    formula: ClassVar[str] = r"y = \frac{m \odot x}{1 - p}, \quad m_i \sim \mathrm{Bernoulli}(1 - p)"
    reference: ClassVar[str] = "Hinton et al. 2012, arXiv:1207.0580; Srivastava et al. 2014, JMLR 15"

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.Dropout", (self.rate,))
