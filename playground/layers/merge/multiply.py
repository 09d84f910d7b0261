"""Multiply: branches multiplied, or gated by a smaller one."""

from __future__ import annotations

from typing import ClassVar

from playground.core.language import tr
from playground.core.layer import Call
from playground.core.shape import Insert, Shape, ShapeError
from playground.layers.shared.merging import Merging, misfit


class Multiply(Merging):
    """Element-wise product. An input may have size 1 where the others have more: it is a gate for that whole axis.

    At least one input has the full shape, so that no two gates make something larger than either of them.
    """

    type_name: ClassVar[str] = "Multiply"
    title: ClassVar[str] = "Multiply"
    id_stem: ClassVar[str] = "multiply"
    summary: ClassVar[str] = "Multiplies inputs value by value, or gates one by another."
    explanation: ClassVar[str] = (
        "A branch that ends in a Sigmoid decides how much of another passes. A gate may be smaller: channels × 1 × 1 "
        "weighs whole channels, as in squeeze-and-excitation, 1 × height × width weighs places."
    )
    when: ClassVar[str] = "To let one branch decide how much of another goes through, as in squeeze-and-excitation."
    formula: ClassVar[str] = r"y = \prod_k x^{(k)}"
    reference: ClassVar[str] = "Hu et al. 2018, arXiv:1709.01507"
    keywords: ClassVar[tuple[str, ...]] = ("product", "gate", "squeeze and excitation", "mask", "merge")
    non_linear: ClassVar[bool] = True

    def output_shape(self, *inputs: Shape) -> Shape:
        full = max(inputs, key=lambda shape: (shape.rank, shape.count))  # the first of equals
        for number, other in enumerate(inputs):
            gates = all(size in (1, whole) for size, whole in zip(other.sizes, full.sizes, strict=False))
            if other.rank == full.rank and gates:
                continue
            if other.is_vector and full.rank > 2 and other.count == full.sizes[0]:
                sizes = [other.count, *(1,) * (full.rank - 1)]
                told = " × ".join(map(str, sizes))
                raise ShapeError(
                    tr(
                        "gets {named} and {named2}; a gate has as many axes as what it weighs",
                        named=full.named(),
                        named2=other.named(),
                    ),
                    tr("Put a Reshape to {told} before it.", told=told),
                    Insert("Reshape", {"sizes": sizes}, number),
                )
            # what comes first is right, what comes later is to change
            first, odd, at = (full, other, number) if number else (other, full, inputs.index(full))
            message = tr(
                "gets {first} and {second}; Multiply takes inputs of one shape, or gates of size 1 along some axes",
                first=first.named(),
                second=odd.named(),
            )
            raise misfit(_opened(first, full), _opened(odd, full), at, message)
        return full

    def call(self, *inputs: Shape) -> Call:
        return Call("operator.mul", function=True, fold=True)

    def multiply_adds(self, *inputs: Shape) -> int:
        return self.output_shape(*inputs).count * (len(inputs) - 1)


def _opened(gate: Shape, full: Shape) -> Shape:
    """``gate`` as large as ``full`` along the axes that it weighs whole."""
    if gate.rank != full.rank:
        return gate
    return Shape(tuple(b if a == 1 else a for a, b in zip(gate.sizes, full.sizes, strict=True)), gate.names)
