"""Tanh: Squeezes each value into −1 to 1."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.elementwise import Elementwise


class Tanh(Elementwise):
    """Hyperbolic tangent."""

    type_name: ClassVar[str] = "Tanh"
    title: ClassVar[str] = "Tanh"
    id_stem: ClassVar[str] = "tanh"
    summary: ClassVar[str] = "Squeezes each value into −1 to 1."
    explanation: ClassVar[str] = "A sigmoid centred on zero, which makes the layers after it learn more easily."
    when: ClassVar[str] = (
        "At the end of a network whose targets lie between −1 and 1, and in small networks on a few inputs."
    )
    formula: ClassVar[str] = r"y = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}"
    reference: ClassVar[str] = "LeCun et al. 1998, doi:10.1007/3-540-49430-8_2"
    target: ClassVar[str] = "torch.nn.Tanh"
