"""MatMul: the product of two matrices that the network computed."""

from __future__ import annotations

from typing import ClassVar

from playground.core.language import tr
from playground.core.layer import Call, Family, Layer, Port, Sight
from playground.core.shape import Insert, Resize, Shape, ShapeError


class MatMul(Layer):
    """Matrix product of the last two axes of ``a`` and ``b``; axes before them must be equal."""

    type_name: ClassVar[str] = "MatMul"
    title: ClassVar[str] = "MatMul"
    family: ClassVar[Family] = "merge"
    id_stem: ClassVar[str] = "matmul"
    inputs: ClassVar[tuple[Port, ...]] = (Port("a"), Port("b"))
    summary: ClassVar[str] = "Multiplies two matrices that the network computed."
    explanation: ClassVar[str] = (
        "Where Dense multiplies by weights, this multiplies two inputs: scores of attention are queries times permuted "
        "keys, and its result is those scores times the values. Images are taken channel by channel."
    )
    when: ClassVar[str] = "To write out attention by hand, or to apply a matrix that the network itself has computed."
    formula: ClassVar[str] = r"y_{i,j} = \sum_k a_{i,k}\, b_{k,j}"
    reference: ClassVar[str] = "Vaswani et al. 2017, arXiv:1706.03762"
    keywords: ClassVar[tuple[str, ...]] = ("matrix", "product", "bmm", "attention", "merge")
    non_linear: ClassVar[bool] = True

    def output_shape(self, *inputs: Shape) -> Shape:
        a, b = inputs
        told = {"first": a.named(), "second": b.named()}
        for number, shape in enumerate(inputs):
            if shape.rank < 2:
                raise ShapeError(
                    tr("gets {first} and {second}; it multiplies matrices, of two axes or more", **told),
                    tr("For two vectors use Dot; or make a matrix of it with Unsqueeze."),
                    Insert("Unsqueeze", {"axis": 1 if number else 0}, number),
                )  # fmt: skip
        if a.rank != b.rank or a.sizes[:-2] != b.sizes[:-2]:
            raise ShapeError(
                tr("gets {first} and {second}; all axes but the last two must be equal", **told),
                tr("Bring both into one form first."),
            )
        inner, other = a.sizes[-1], b.sizes[-2]
        if inner == other:
            return Shape((*a.sizes[:-1], b.sizes[-1]), (*a.names[:-1], b.names[-1]))
        axes = [*range(b.rank - 2), b.rank - 1, b.rank - 2]
        message = tr(
            "gets {first} and {second}; rows of {inner:,} do not meet columns of {other:,}",
            inner=inner,
            other=other,
            **told,
        )
        if inner == b.sizes[-1]:
            turned = Insert("Permute", {"order": axes}, 1)
            raise ShapeError(message, tr("Put a Permute before its second input."), turned)
        raise ShapeError(
            message,
            tr("Let the last axis of the first input have {other:,} places.", other=other),
            Resize(other, 0) if a.channel_axis == a.rank - 1 else None,
        )

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.matmul", function=True)

    def sight(self, *inputs: Shape) -> Sight | None:
        return None

    def multiply_adds(self, *inputs: Shape) -> int:
        return inputs[0].count * inputs[1].sizes[-1]
