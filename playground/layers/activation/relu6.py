"""ReLU6: A ReLU that stops at 6."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.elementwise import Elementwise


class ReLU6(Elementwise):
    """Rectified linear unit with a ceiling."""

    type_name: ClassVar[str] = "ReLU6"
    title: ClassVar[str] = "ReLU6"
    id_stem: ClassVar[str] = "relu_six"
    summary: ClassVar[str] = "A ReLU that stops at 6."
    explanation: ClassVar[str] = (
        "The ceiling keeps values in a range that eight-bit arithmetic can hold, so networks for small devices use it."
    )
    when: ClassVar[str] = "In networks that will run with few bits for each number: its range is known in advance."
    formula: ClassVar[str] = r"y = \min(\max(0, x), 6)"
    reference: ClassVar[str] = "Sandler et al. 2018, arXiv:1801.04381"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "non-linearity", "mobile", "clipped")
    target: ClassVar[str] = "torch.nn.ReLU6"
