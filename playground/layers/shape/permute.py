"""Permute: axes in another order."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Sight, method
from playground.core.shape import Change, Shape, ShapeError
from playground.core.sight import OWN_PLACE
from playground.layers.shared.axes import Axis, Rearranging


class Permute(Rearranging):
    """The axes of a sample in another order; each takes its name along."""

    type_name: ClassVar[str] = "Permute"
    title: ClassVar[str] = "Permute"
    id_stem: ClassVar[str] = "permute"
    summary: ClassVar[str] = "Puts the axes of a sample in another order."
    explanation: ClassVar[str] = (
        "Order 1 × 0 transposes a matrix: time × features becomes features × time. Unlike Reshape it moves the values. "
        "The axes keep their names; where another layer should read features × time as a sequence, say so with a "
        "Reshape behind it."
    )
    when: ClassVar[str] = "To bring the axes into the order that the next layer expects."
    formula: ClassVar[str] = r"y_{j,i} = x_{i,j}"
    reference: ClassVar[str] = "Harris et al. 2020 (array programming), doi:10.1038/s41586-020-2649-2"
    keywords: ClassVar[tuple[str, ...]] = ("transpose", "swap", "axes", "channels last")
    keeps_values: ClassVar[bool] = True

    order: Annotated[tuple[Axis, ...], Field(min_length=1, max_length=6)] = Field(
        (1, 0), description="The axes in their new order, counted without the batch: 0 is the first."
    )

    def output_shape(self, *inputs: Shape) -> Shape:
        shape = inputs[0]
        if sorted(self.order) != list(range(shape.rank)):
            turned = [*range(1, shape.rank), 0]
            told = " × ".join(map(str, turned))
            raise ShapeError(
                tr(
                    "its order {caption} does not name each axis of {named} once",
                    caption=self.caption(),
                    named=shape.named(),
                ),
                tr("Name axes 0 to {rank}, as in {told}.", rank=shape.rank - 1, told=told),
                Change({"order": turned}),
            )
        return Shape(tuple(shape.sizes[a] for a in self.order), tuple(shape.names[a] for a in self.order))

    def call(self, *inputs: Shape) -> Call:
        return method("permute", 0, *(axis + 1 for axis in self.order))

    def sight(self, *inputs: Shape) -> Sight | None:
        """Its own place; no promise where the places change theirs."""
        found = self.output_shape(*inputs)
        places = [name for name in found.names if name not in ("channels", "features")]
        return OWN_PLACE if places == [name for name in inputs[0].names if name in places] else None

    def caption(self) -> str:
        return " × ".join(map(str, self.order))
