"""SELU: An ELU scaled so that values keep mean 0 and variance 1."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.elementwise import Elementwise


class SELU(Elementwise):
    """Scaled exponential linear unit."""

    type_name: ClassVar[str] = "SELU"
    title: ClassVar[str] = "SELU"
    id_stem: ClassVar[str] = "selu"
    summary: ClassVar[str] = "An ELU scaled so that values keep mean 0 and variance 1."
    explanation: ClassVar[str] = (
        "In a deep chain of Dense layers the values normalize themselves, without BatchNorm. It wants inputs of "
        "mean 0 and variance 1, normal first weights and Alpha dropout."
    )
    when: ClassVar[str] = (
        "In deep chains of Dense layers without normalization, with LeCun initialization and alpha dropout."
    )
    formula: ClassVar[str] = r"y = \lambda \cdot \max(0, x) + \lambda \cdot \min(0,\, \alpha(e^{x} - 1))"
    reference: ClassVar[str] = "Klambauer et al. 2017, arXiv:1706.02515"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "non-linearity", "self-normalizing")
    target: ClassVar[str] = "torch.nn.SELU"
