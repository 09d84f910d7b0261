"""Concatenate: branches side by side."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.layer import Call, Family, Layer, Port
from playground.core.shape import Shape, ShapeError


class Concatenate(Layer):
    """Inputs joined along one axis; they must agree in every other."""

    type_name: ClassVar[str] = "Concatenate"
    title: ClassVar[str] = "Concatenate"
    family: ClassVar[Family] = "merge"
    id_stem: ClassVar[str] = "concat"
    inputs: ClassVar[tuple[Port, ...]] = (Port("in", many=True),)
    summary: ClassVar[str] = "Puts inputs side by side along one axis."
    explanation: ClassVar[str] = (
        "Keeps what every branch found and lets the next layer weigh it: the merge of inception blocks and of U-shaped "
        "networks."
    )
    formula: ClassVar[str] = r"y = \left[\, x^{(1)} ; x^{(2)} ; \dots \,\right]"
    keywords: ClassVar[tuple[str, ...]] = ("concat", "join", "merge")

    axis: int = Field(0, ge=0, le=2, description="0 joins channels (or features), 1 rows, 2 columns.")

    def output_shape(self, *inputs: Shape) -> Shape:
        first = inputs[0]
        if self.axis >= first.rank:
            raise ShapeError(f"has axis {self.axis}, but its input {first} has {first.rank}", "Use axis 0.")
        for other in inputs[1:]:
            rest = [s[: self.axis] + s[self.axis + 1 :] for s in (first.sizes, other.sizes)]
            if other.names != first.names or rest[0] != rest[1]:
                raise ShapeError(
                    f"gets {first} and {other}; they may differ only in {first.names[self.axis]}",
                    "Make the branches agree in the other dimensions.",
                )
        joined = sum(shape.sizes[self.axis] for shape in inputs)
        return Shape((*first.sizes[: self.axis], joined, *first.sizes[self.axis + 1 :]), first.names)

    def call(self, *inputs: Shape) -> Call:
        # one more than the axis of a sample: dimension 0 is the batch
        return Call("torch.cat", kwargs={"dim": self.axis + 1}, function=True, as_list=True)

    def caption(self) -> str:
        return f"axis {self.axis}"
