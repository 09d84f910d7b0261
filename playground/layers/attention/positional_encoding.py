"""PositionalEncoding: tells each step of a sequence where it stands."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from playground.core.layer import Call, Family
from playground.core.shape import Shape
from playground.core.weights import Weighted
from playground.layers.shared.sequences import require_sequence


class PositionalEncoding(Weighted):
    """Adds a vector to each step that depends on its place alone."""

    type_name: ClassVar[str] = "PositionalEncoding"
    title: ClassVar[str] = "Positional encoding"
    family: ClassVar[Family] = "attention"
    id_stem: ClassVar[str] = "position"
    summary: ClassVar[str] = "Tells each step of a sequence where it stands."
    explanation: ClassVar[str] = (
        "Attention does not know which step comes first. Sinusoidal waves of growing length, added to the features, "
        "tell it, and need no learning; learned places are weights like others, one vector for each step."
    )
    when: ClassVar[str] = "Before attention, which by itself cannot tell the first word from the last."
    formula: ClassVar[str] = (
        r"y_{t,2i} = x_{t,2i} + \sin\frac{t}{10000^{2i/d}}, \quad y_{t,2i+1} = x_{t,2i+1} + \cos\frac{t}{10000^{2i/d}}"
    )
    reference: ClassVar[str] = "Vaswani et al. 2017, arXiv:1706.03762"
    keywords: ClassVar[tuple[str, ...]] = ("transformer", "position", "sinusoidal", "attention")

    kind: Literal["sinusoidal", "learned"] = Field(
        "sinusoidal", description="Sinusoidal waves are fixed; learned places are weights."
    )

    def output_shape(self, *inputs: Shape) -> Shape:
        require_sequence(inputs[0], self.title)
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        kind = "LearnedPositions" if self.kind == "learned" else "SinusoidalPositions"
        return Call(f"playground.engine.modules.{kind}", inputs[0].sizes)

    def parameter_count(self, *inputs: Shape) -> int:
        return inputs[0].count if self.kind == "learned" else 0

    def multiply_adds(self, *inputs: Shape) -> int:
        return inputs[0].count

    def caption(self) -> str:
        return self.kind
