"""Mish: A smooth ReLU that dips a little below zero."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.elementwise import Elementwise


class Mish(Elementwise):
    """Self-gated activation of tanh and softplus."""

    type_name: ClassVar[str] = "Mish"
    title: ClassVar[str] = "Mish"
    id_stem: ClassVar[str] = "mish"
    summary: ClassVar[str] = "A smooth ReLU that dips a little below zero."
    explanation: ClassVar[str] = (
        "Like SiLU it keeps a small gradient for negative values and has no corner; it costs a little more to compute."
    )
    when: ClassVar[str] = (
        "As a smooth alternative to ReLU or SiLU in convolutional networks, when the extra time does not matter."
    )
    formula: ClassVar[str] = r"y = x \tanh(\ln(1 + e^{x}))"
    reference: ClassVar[str] = "Misra 2019, arXiv:1908.08681"
    target: ClassVar[str] = "torch.nn.Mish"
