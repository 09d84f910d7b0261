"""Dense: every output sees every input."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import OWN_PLACE, Call, Family, Sight
from playground.core.shape import Insert, Shape, ShapeError
from playground.layers.shared.captions import counted
from playground.layers.shared.with_activation import WithActivation


class Dense(WithActivation):
    """A fully connected layer on a vector, or on each time step of a sequence."""

    type_name: ClassVar[str] = "Dense"
    title: ClassVar[str] = "Dense"
    family: ClassVar[Family] = "linear"
    id_stem: ClassVar[str] = "dense"
    summary: ClassVar[str] = "Weighs every input for every unit and adds a bias."
    explanation: ClassVar[str] = (
        "Each unit computes one weighted sum of all inputs. With an activation after it, stacked Dense layers can "
        "approximate any continuous function; without one, two of them are only one. On a sequence the same weights "
        "work at every time step."
    )
    when: ClassVar[str] = (
        "For inputs without an order in space or time, and at the end of most networks to give the answer."
    )
    formula: ClassVar[str] = r"y_j = \sum_i w_{ji}\, x_i + b_j"
    reference: ClassVar[str] = "Rosenblatt 1958, doi:10.1037/h0042519"
    keywords: ClassVar[tuple[str, ...]] = ("linear", "fully connected", "fc")

    units: int = Field(64, ge=1, le=10_000_000, description="Outputs of this layer.")
    bias: bool = Field(True, description="Add a learned number to each output.")

    def output_shape(self, *inputs: Shape) -> Shape:
        shape = inputs[0]
        if not (shape.is_vector or shape.is_sequence):
            raise ShapeError(
                tr("gets {shape}; a Dense layer takes a vector or a sequence", shape=shape),
                tr("Put a Flatten before it."),
                Insert("Flatten"),
            )
        return shape.resized(shape.rank - 1, self.units)

    @classmethod
    def with_outputs(cls, count: int) -> dict[str, Any] | None:
        return {"units": count}

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.Linear", (inputs[0].sizes[-1], self.units), {} if self.bias else {"bias": False})

    def sight(self, *inputs: Shape) -> Sight | None:
        return OWN_PLACE if inputs[0].is_sequence else None

    def parameter_count(self, *inputs: Shape) -> int:
        return (inputs[0].sizes[-1] + self.bias) * self.units

    def multiply_adds(self, *inputs: Shape) -> int:
        return inputs[0].count * self.units

    def caption(self) -> str:
        return self._with_activation(counted(self.units, "unit"))
