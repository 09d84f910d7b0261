"""Dot: how alike two vectors are."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family, Layer, Port, method
from playground.core.shape import Insert, Shape, ShapeError
from playground.layers.shared.merging import require_same

_UNIT_LENGTH = Call("torch.nn.functional.normalize", kwargs={"dim": -1}, function=True)


class Dot(Layer):
    """Inner product of two vectors, one number; of two sequences, a number for each time step."""

    type_name: ClassVar[str] = "Dot"
    title: ClassVar[str] = "Dot"
    family: ClassVar[Family] = "merge"
    id_stem: ClassVar[str] = "dot"
    inputs: ClassVar[tuple[Port, ...]] = (Port("a"), Port("b"))
    summary: ClassVar[str] = "Gives one number that says how alike two vectors are."
    explanation: ClassVar[str] = (
        "The last step of a network of two towers: a user and a film, a question and an answer, each as a vector. "
        "Normalized, it is the cosine of the angle between them, from −1 to 1. Of sequences it compares step by step."
    )
    when: ClassVar[str] = "To compare two codes, as in matching and recommending."
    formula: ClassVar[str] = r"y = \sum_i a_i\, b_i"
    reference: ClassVar[str] = "Huang et al. 2013, doi:10.1145/2505515.2505665"
    keywords: ClassVar[tuple[str, ...]] = ("inner product", "cosine similarity", "two towers", "siamese", "merge")
    non_linear: ClassVar[bool] = True

    normalize: bool = Field(False, description="Bring both to length 1 first: the cosine of the angle between them.")

    def output_shape(self, *inputs: Shape) -> Shape:
        for number, shape in enumerate(inputs):
            if not (shape.is_vector or shape.is_sequence):
                raise ShapeError(
                    tr("gets {named}; it takes vectors, or sequences", named=shape.named()),
                    tr("Put a Flatten before it."),
                    Insert("Flatten", input=number),
                )
        require_same(inputs, self.title)
        return inputs[0].resized(inputs[0].rank - 1, 1)

    def call(self, *inputs: Shape) -> Call:
        total = method("sum", dim=-1, keepdim=True)
        before = (_UNIT_LENGTH,) if self.normalize else ()
        return Call("operator.mul", function=True, before=before, after=(total,))

    def multiply_adds(self, *inputs: Shape) -> int:
        return inputs[0].count * (3 if self.normalize else 1)

    def caption(self) -> str:
        return tr("cosine") if self.normalize else ""
