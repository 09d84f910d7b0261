"""Sigmoid: Squeezes each value into 0 to 1."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.elementwise import Elementwise


class Sigmoid(Elementwise):
    """Logistic function, for each value on its own."""

    type_name: ClassVar[str] = "Sigmoid"
    title: ClassVar[str] = "Sigmoid"
    id_stem: ClassVar[str] = "sigmoid"
    summary: ClassVar[str] = "Squeezes each value into 0 to 1."
    explanation: ClassVar[str] = (
        "Read as a probability for each value on its own. Far from zero it is flat, and gradients through it vanish."
    )
    when: ClassVar[str] = (
        "At the end, for a yes or no or for pixels from 0 to 1; inside a network only where a gate is wanted."
    )
    formula: ClassVar[str] = r"y = \frac{1}{1 + e^{-x}}"
    reference: ClassVar[str] = "Rumelhart et al. 1986, doi:10.1038/323533a0"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "non-linearity", "logistic", "probability")
    target: ClassVar[str] = "torch.nn.Sigmoid"

    def final_activation(self) -> str | None:
        return "sigmoid"
