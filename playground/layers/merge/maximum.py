"""Maximum: the strongest of several branches, place by place."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.merging import Merging


class Maximum(Merging):
    """Element-wise maximum of two or more inputs of one shape."""

    type_name: ClassVar[str] = "Maximum"
    title: ClassVar[str] = "Maximum"
    id_stem: ClassVar[str] = "maximum"
    summary: ClassVar[str] = "Keeps the largest of its inputs, value by value."
    explanation: ClassVar[str] = (
        "Branches compete: the strongest answer passes, and only its branch learns from it. Over two Dense layers it "
        "is a maxout unit, an activation that is itself learned."
    )
    when: ClassVar[str] = "When it is enough that one branch has seen something."
    formula: ClassVar[str] = r"y = \max_k x^{(k)}"
    reference: ClassVar[str] = "Goodfellow et al. 2013, arXiv:1302.4389"
    keywords: ClassVar[tuple[str, ...]] = ("max", "maxout", "merge")
    non_linear: ClassVar[bool] = True

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.maximum", function=True, fold=True)
