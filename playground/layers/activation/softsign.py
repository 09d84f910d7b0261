"""Softsign: Squeezes each value into −1 to 1, slowly."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.elementwise import Elementwise


class Softsign(Elementwise):
    """Squashing function with slow tails."""

    type_name: ClassVar[str] = "Softsign"
    title: ClassVar[str] = "Softsign"
    id_stem: ClassVar[str] = "softsign"
    summary: ClassVar[str] = "Squeezes each value into −1 to 1, slowly."
    explanation: ClassVar[str] = (
        "Looks like tanh, but comes near its limits only polynomially, so units saturate later."
    )
    when: ClassVar[str] = "In place of Tanh where values far from zero should still be told apart."
    formula: ClassVar[str] = r"y = \frac{x}{1 + |x|}"
    reference: ClassVar[str] = "Glorot & Bengio 2010, proceedings.mlr.press/v9/glorot10a"
    target: ClassVar[str] = "torch.nn.Softsign"
