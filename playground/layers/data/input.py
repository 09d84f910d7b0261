"""Input: where the data set enters the network."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from playground.core.layer import Call, Family, Layer, Port
from playground.core.shape import Shape

Extent = Annotated[int, Field(ge=1, le=1_000_000)]


class Input(Layer):
    """One sample of the data set. Its shape follows the data; a fixed one is a promise that is checked."""

    type_name: ClassVar[str] = "Input"
    title: ClassVar[str] = "Input"
    family: ClassVar[Family] = "data"
    id_stem: ClassVar[str] = "input"
    inputs: ClassVar[tuple[Port, ...]] = ()
    summary: ClassVar[str] = "Brings one sample of the data set into the network."
    explanation: ClassVar[str] = (
        "Every network starts here. The shape follows the data set that is chosen under Data: "
        "channels × height × width for images, a number of features for tables."
    )
    formula: ClassVar[str] = r"x \in \mathbb{R}^{C \times H \times W}"
    keywords: ClassVar[tuple[str, ...]] = ("data", "source", "image")
    keeps_values: ClassVar[bool] = True

    shape: Annotated[tuple[Extent, ...], Field(min_length=1, max_length=3)] | None = Field(
        None, description="Leave empty to follow the data set; or fix it, as in 1 × 28 × 28."
    )

    def source_shape(self, data_shape: Shape | None) -> Shape | None:
        return data_shape if self.shape is None else Shape.of(self.shape)

    @classmethod
    def following_data(cls) -> dict[str, Any] | None:
        return {"shape": None}

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.Identity")
