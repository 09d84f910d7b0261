"""Linear: no activation at all."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.elementwise import Elementwise


class Linear(Elementwise):
    """The identity."""

    type_name: ClassVar[str] = "Linear"
    title: ClassVar[str] = "Linear"
    id_stem: ClassVar[str] = "linear"
    summary: ClassVar[str] = "Passes every value on as it is."
    explanation: ClassVar[str] = (
        "The activation of a last layer that predicts numbers of any size. It stands where a textbook writes a linear "
        "activation, and where another one will be tried later."
    )
    when: ClassVar[str] = "At the end of a network that predicts numbers which may be of any size and sign."
    formula: ClassVar[str] = r"y = x"
    reference: ClassVar[str] = "Goodfellow et al. 2016, Deep Learning, chapter 6, deeplearningbook.org"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "identity", "none")
    target: ClassVar[str] = "torch.nn.Identity"
    keeps_values: ClassVar[bool] = True
    non_linear: ClassVar[bool] = False
