"""Bilinear: every output sees every pair of inputs."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import OWN_PLACE, Call, Family, Port, Sight
from playground.core.shape import Insert, Shape, ShapeError
from playground.layers.shared.captions import counted
from playground.layers.shared.with_activation import WithActivation


class Bilinear(WithActivation):
    """A weighted sum of all products of a number of one input with one of the other."""

    type_name: ClassVar[str] = "Bilinear"
    title: ClassVar[str] = "Bilinear"
    family: ClassVar[Family] = "linear"
    id_stem: ClassVar[str] = "bilinear"
    inputs: ClassVar[tuple[Port, ...]] = (Port("left"), Port("right"))
    summary: ClassVar[str] = "Weighs every product of two inputs for every unit and adds a bias."
    explanation: ClassVar[str] = (
        "Lets two things act on each other: a question on a document, a style on a content. Each unit has a whole "
        "matrix of weights, one for each pair, so it grows fast. On two sequences it works at every time step."
    )
    when: ClassVar[str] = "When the answer depends on products of two things, such as a question and an image."
    formula: ClassVar[str] = r"y_j = \sum_{i,k} x_i\, w_{jik}\, z_k + b_j"
    reference: ClassVar[str] = "Tenenbaum & Freeman 2000, doi:10.1162/089976600300015349"
    keywords: ClassVar[tuple[str, ...]] = ("linear", "product", "interaction", "pair")

    units: int = Field(64, ge=1, le=1_000_000, description="Outputs of this layer.")
    bias: bool = Field(True, description="Add a learned number to each output.")

    def output_shape(self, *inputs: Shape) -> Shape:
        left, right = inputs
        for number, shape in enumerate(inputs):
            if not (shape.is_vector or shape.is_sequence):
                raise ShapeError(
                    tr("gets {shape}; a Bilinear layer takes vectors or sequences", shape=shape),
                    tr("Put a Flatten before it."),
                    Insert("Flatten", input=number),
                )
        if left.spatial != right.spatial:
            raise ShapeError(
                tr(
                    "gets {left} and {right}; they must be two vectors, or sequences of the same length",
                    left=left,
                    right=right,
                ),
                tr("Make the branches end alike."),
            )
        return left.resized(left.rank - 1, self.units)

    @classmethod
    def with_outputs(cls, count: int) -> dict[str, Any] | None:
        return {"units": count}

    def call(self, *inputs: Shape) -> Call:
        left, right = (shape.sizes[-1] for shape in inputs)
        return Call("torch.nn.Bilinear", (left, right, self.units), {} if self.bias else {"bias": False})

    def sight(self, *inputs: Shape) -> Sight | None:
        return OWN_PLACE if inputs[0].is_sequence else None

    def parameter_count(self, *inputs: Shape) -> int:
        left, right = (shape.sizes[-1] for shape in inputs)
        return (left * right + self.bias) * self.units

    def multiply_adds(self, *inputs: Shape) -> int:
        """A matrix times the left input, then that times the right one, for each unit."""
        left, right = inputs
        return (left.count + left.count // left.sizes[-1]) * right.sizes[-1] * self.units

    def caption(self) -> str:
        return self._with_activation(counted(self.units, "unit"))
