"""MultiHeadAttention: each step looks up what it needs in others."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family, Port, Sight, item
from playground.core.shape import Shape, ShapeError
from playground.core.weights import Initialized
from playground.layers.shared.captions import counted
from playground.layers.shared.heads import require_heads
from playground.layers.shared.sequences import require_sequence


class MultiHeadAttention(Initialized):
    """Scaled dot-product attention with several heads. With ``query`` alone a sequence attends to itself."""

    type_name: ClassVar[str] = "MultiHeadAttention"
    title: ClassVar[str] = "Multi-head attention"
    family: ClassVar[Family] = "attention"
    id_stem: ClassVar[str] = "attention"
    inputs: ClassVar[tuple[Port, ...]] = (Port("query"), Port("key", optional=True), Port("value", optional=True))
    summary: ClassVar[str] = "Lets each step of a sequence gather what it needs from all steps."
    explanation: ClassVar[str] = (
        "Each step asks with a query, every step answers with a key and a value; the better a key fits, the larger the "
        "share of its value. Several heads ask different things at once. Linked to one sequence it is self-attention; "
        "with a key from another sequence, cross-attention. It knows no order: add a Positional encoding before it."
    )
    when: ClassVar[str] = (
        "When any step of a sequence may depend on any other: texts, long series, sets. It takes positions from "
        "elsewhere."
    )
    formula: ClassVar[str] = r"y = W_o \left[\, \mathrm{softmax}\left(\frac{Q_h K_h^T}{\sqrt{d}}\right) V_h \,\right]_h"
    reference: ClassVar[str] = "Vaswani et al. 2017, arXiv:1706.03762"
    keywords: ClassVar[tuple[str, ...]] = ("transformer", "self-attention", "cross-attention", "query", "mha")
    non_linear: ClassVar[bool] = True

    heads: int = Field(4, ge=1, le=1024, description="How many look at once; must divide the features of the query.")
    dropout: float = Field(0.0, ge=0.0, lt=1.0, description="Part of the attention weights dropped while training.")
    bias: bool = Field(True, description="Add a learned number to each projected feature.")

    def output_shape(self, *inputs: Shape) -> Shape:
        sizes = [require_sequence(shape, self.title, number) for number, shape in enumerate(inputs)]
        require_heads(self.heads, sizes[0][1])
        if len(sizes) == 3 and sizes[1][0] != sizes[2][0]:
            raise ShapeError(
                tr(
                    "gets a key of {sizes:,} and a value of {sizes2:,} time steps",
                    sizes=sizes[1][0],
                    sizes2=sizes[2][0],
                ),
                tr("Each key needs its value: feed both from the same sequence."),
            )
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        features, key, value = self._features(*inputs)
        options: dict[str, Any] = {} if self.bias else {"bias": False}
        options |= {"dropout": self.dropout} if self.dropout else {}
        options |= {"kdim": key, "vdim": value} if (key, value) != (features, features) else {}
        return Call(
            "torch.nn.MultiheadAttention", (features, self.heads), {**options, "batch_first": True},
            inputs=((0, 0, 0), (0, 1, 1), (0, 1, 2))[len(inputs) - 1],
            options={"need_weights": False}, after=(item(0),),
        )  # fmt: skip

    @staticmethod
    def _features(*inputs: Shape) -> tuple[int, int, int]:
        """Of query, key and value: the first stands for those that are not linked, the key for the value."""
        widths = [shape.sizes[1] for shape in inputs]
        return widths[0], widths[min(1, len(widths) - 1)], widths[-1]

    def sight(self, *inputs: Shape) -> Sight | None:
        return None

    def parameter_count(self, *inputs: Shape) -> int:
        features, key, value = self._features(*inputs)
        return features * (2 * features + key + value + (4 if self.bias else 0))

    def multiply_adds(self, *inputs: Shape) -> int:
        """Projections of query, key, value and result; scores and weighted sums."""
        features, key, value = self._features(*inputs)
        asked, looked = inputs[0].sizes[0], inputs[-1].sizes[0]
        return features * (2 * asked * features + looked * (key + value) + 2 * asked * looked)

    def caption(self) -> str:
        return counted(self.heads, "head")
