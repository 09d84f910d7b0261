"""Input: where the data set enters the network."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from playground.core.layer import Call, Family, Layer, Port, Role, Takes
from playground.core.shape import Shape

Extent = Annotated[int, Field(ge=1, le=1_000_000)]


class Input(Layer):
    """One sample of the data set. Its shape follows the data; a fixed one is a promise that is checked."""

    type_name: ClassVar[str] = "Input"
    title: ClassVar[str] = "Input"
    family: ClassVar[Family] = "data"
    id_stem: ClassVar[str] = "input"
    inputs: ClassVar[tuple[Port, ...]] = ()
    takes: ClassVar[Takes] = "any"
    role: ClassVar[Role] = "entrance"
    summary: ClassVar[str] = "Brings one sample of the data set into the network."
    explanation: ClassVar[str] = (
        "Every network starts here. The shape follows the data set that is chosen under Data: "
        "channels × height × width for images, time × features for sequences, a number of features for tables."
    )
    when: ClassVar[str] = "At the beginning of each network that takes data."
    formula: ClassVar[str] = r"x \in \mathbb{R}^{C \times H \times W}"
    reference: ClassVar[str] = "Goodfellow et al. 2016, Deep Learning, chapter 6, deeplearningbook.org"
    keywords: ClassVar[tuple[str, ...]] = ("data", "source", "image")
    keeps_values: ClassVar[bool] = True

    shape: Annotated[tuple[Extent, ...], Field(min_length=1, max_length=4)] | None = Field(
        None, description="Leave empty to follow the data set; or fix it, as in 1 × 28 × 28."
    )
    values: Literal["numbers", "ids"] = Field(
        "numbers",
        description="With a fixed shape: numbers, or ids, whole numbers that name something, for an Embedding.",
    )

    def source_shape(self, data_shape: Shape | None) -> Shape | None:
        """The data set's shape, values as it has them, or the fixed one with ``values``."""
        if self.shape is None:
            return data_shape
        fixed = Shape.of(self.shape)
        return Shape(fixed.sizes, fixed.names, self.values == "ids")

    @classmethod
    def following_data(cls) -> dict[str, Any] | None:
        return {"shape": None}

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.Identity")
