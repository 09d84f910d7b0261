"""SiLU: Multiplies each value by its own sigmoid."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.elementwise import Elementwise


class SiLU(Elementwise):
    """Sigmoid linear unit, also called Swish."""

    type_name: ClassVar[str] = "SiLU"
    title: ClassVar[str] = "SiLU"
    id_stem: ClassVar[str] = "silu"
    summary: ClassVar[str] = "Multiplies each value by its own sigmoid."
    explanation: ClassVar[str] = (
        "Smooth, and slightly negative just below zero, where a ReLU learns nothing. Common in newer "
        "convolutional networks."
    )
    when: ClassVar[str] = "In deep convolutional networks and diffusion models, in place of ReLU."
    formula: ClassVar[str] = r"y = \frac{x}{1 + e^{-x}}"
    reference: ClassVar[str] = "Elfwing et al. 2017, arXiv:1702.03118"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "non-linearity", "swish")
    target: ClassVar[str] = "torch.nn.SiLU"
