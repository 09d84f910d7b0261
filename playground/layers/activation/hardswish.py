"""Hardswish: SiLU, drawn with straight lines and a parabola."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.elementwise import Elementwise


class Hardswish(Elementwise):
    """Piecewise approximation of SiLU."""

    type_name: ClassVar[str] = "Hardswish"
    title: ClassVar[str] = "Hardswish"
    id_stem: ClassVar[str] = "hardswish"
    summary: ClassVar[str] = "SiLU, drawn with straight lines and a parabola."
    explanation: ClassVar[str] = (
        "Nearly the curve of SiLU without an exponential function: made for the processors of phones."
    )
    when: ClassVar[str] = (
        "In networks that must run quickly on a phone or another small processor; elsewhere SiLU is as good."
    )
    formula: ClassVar[str] = r"y = x \cdot \frac{\min(\max(0, x + 3), 6)}{6}"
    reference: ClassVar[str] = "Howard et al. 2019, arXiv:1905.02244"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "non-linearity", "swish", "mobile")
    target: ClassVar[str] = "torch.nn.Hardswish"
