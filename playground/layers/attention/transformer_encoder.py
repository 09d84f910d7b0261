"""TransformerEncoder: attention, then a small network at each step, each with a shortcut around it."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family, Sight
from playground.core.shape import Shape
from playground.core.weights import Initialized
from playground.layers.shared.captions import counted
from playground.layers.shared.heads import require_heads
from playground.layers.shared.sequences import require_sequence


class TransformerEncoder(Initialized):
    """One encoder layer of a Transformer; for several, put it in a block and repeat that."""

    type_name: ClassVar[str] = "TransformerEncoder"
    title: ClassVar[str] = "Transformer encoder"
    family: ClassVar[Family] = "attention"
    id_stem: ClassVar[str] = "encoder"
    summary: ClassVar[str] = "Self-attention and two Dense layers at each step, with shortcuts and layer norms."
    explanation: ClassVar[str] = (
        "Attention mixes the steps of a sequence, two Dense layers then work on each step alone; both are added to "
        "what came in, and normalized. Put a Positional encoding before the first one. With the norm first deep stacks "
        "train more calmly."
    )
    when: ClassVar[str] = (
        "As the building block of a Transformer, repeated two to twelve times, on texts and series with enough data."
    )
    formula: ClassVar[str] = (
        r"h = \mathrm{norm}(x + \mathrm{attention}(x)), \quad y = \mathrm{norm}(h + W_2\, f(W_1 h + b_1) + b_2)"
    )
    reference: ClassVar[str] = "Vaswani et al. 2017, arXiv:1706.03762; Xiong et al. 2020, arXiv:2002.04745"
    keywords: ClassVar[tuple[str, ...]] = ("transformer", "self-attention", "bert", "vit")
    non_linear: ClassVar[bool] = True

    heads: int = Field(4, ge=1, le=1024, description="Heads of the attention; must divide the features.")
    width: int = Field(
        256, ge=1, le=1_000_000, title="Feed-forward width", description="Units of the first Dense layer at each step."
    )
    activation: Literal["relu", "gelu"] = Field("relu", description="The non-linearity between its two Dense layers.")
    dropout: float = Field(0.1, ge=0.0, lt=1.0, description="Part of the values dropped while training, at each part.")
    norm_first: bool = Field(False, description="Normalize before attention and Dense layers, not after them.")

    def output_shape(self, *inputs: Shape) -> Shape:
        _, features = require_sequence(inputs[0], self.title)
        require_heads(self.heads, features)
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        options: dict[str, Any] = {"dim_feedforward": self.width, "dropout": self.dropout}
        if self.activation != "relu":
            options["activation"] = self.activation
        options["batch_first"] = True
        if self.norm_first:
            options["norm_first"] = True
        return Call("torch.nn.TransformerEncoderLayer", (inputs[0].sizes[1], self.heads), options)

    def sight(self, *inputs: Shape) -> Sight | None:
        return None

    def parameter_count(self, *inputs: Shape) -> int:
        """Attention 4n² + 4n, Dense layers 2nw + n + w, two norms 4n."""
        features = inputs[0].sizes[1]
        return features * (4 * features + 9 + 2 * self.width) + self.width

    def multiply_adds(self, *inputs: Shape) -> int:
        time, features = inputs[0].sizes
        return time * features * (4 * features + 2 * time + 2 * self.width)

    def caption(self) -> str:
        return f"{counted(self.heads, 'head')} · {tr('{size} wide', size=f'{self.width:,}')}"
