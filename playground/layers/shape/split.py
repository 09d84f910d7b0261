"""Split: one input, several parts."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Port, Sight, item
from playground.core.shape import Change, Shape, ShapeError
from playground.core.sight import OWN_PLACE
from playground.layers.shared.axes import COUNTED, Axis, Rearranging, require_axis

Part = Annotated[int, Field(ge=1, le=1_000_000)]


class Split(Rearranging):
    """Cuts an axis into equal parts, or into parts of given sizes; each part has a port of its own."""

    type_name: ClassVar[str] = "Split"
    title: ClassVar[str] = "Split"
    id_stem: ClassVar[str] = "split"
    outputs: ClassVar[tuple[Port, ...]] = (Port("part1"), Port("part2"))
    summary: ClassVar[str] = "Cuts an axis into parts that go different ways."
    explanation: ClassVar[str] = (
        "The opposite of Concatenate: half of the channels to one branch, half to another; or mean and log-variance "
        "out of one Dense layer. The parts are equal unless sizes are given."
    )
    when: ClassVar[str] = "To send parts of a vector different ways, such as mean and log-variance in a VAE."
    formula: ClassVar[str] = r"\left[\, y^{(1)} ; y^{(2)} ; \dots \,\right] = x"
    reference: ClassVar[str] = "PyTorch documentation, torch.split"
    keywords: ClassVar[tuple[str, ...]] = ("chunk", "divide", "branch", "parts")

    axis: Axis = Field(0, description=f"The axis to cut, {COUNTED}.")
    parts: int = Field(2, ge=1, le=64, description="How many equal parts, when no sizes are given.")
    sizes: Annotated[tuple[Part, ...], Field(min_length=1, max_length=64)] | None = Field(
        None, description="The size of each part, as in 16 × 48; they add up to the axis. Empty makes equal parts."
    )

    def output_ports(self) -> tuple[Port, ...]:
        count = self.parts if self.sizes is None else len(self.sizes)
        return tuple(Port(f"part{number}") for number in range(1, count + 1))

    def output_shapes(self, *inputs: Shape) -> tuple[Shape, ...]:
        size = require_axis(self.axis, inputs[0])
        if self.sizes is not None and sum(self.sizes) != size:
            told = " + ".join(f"{part:,}" for part in self.sizes)
            rest = size - sum(self.sizes[:-1])
            raise ShapeError(
                tr(
                    "axis {axis} of {named} has {size:,} places, but the parts have {told}",
                    axis=self.axis,
                    named=inputs[0].named(),
                    size=size,
                    told=told,
                ),
                tr("Choose sizes that add up to {size:,}.", size=size),
                Change({"sizes": [*self.sizes[:-1], rest]}) if rest >= 1 else None,
            )
        if self.sizes is None and size % self.parts:
            fitting = min((n for n in range(1, 65) if size % n == 0), key=lambda n: (abs(n - self.parts), n))
            raise ShapeError(
                tr(
                    "cannot cut the {size:,} places of axis {axis} into {parts} equal parts",
                    size=size,
                    axis=self.axis,
                    parts=self.parts,
                ),
                tr("Use a number that divides it, or give the sizes."),
                Change({"parts": fitting}),
            )
        return tuple(inputs[0].resized(self.axis, part) for part in self._sizes(size))

    def _sizes(self, size: int) -> tuple[int, ...]:
        return self.sizes if self.sizes is not None else (size // self.parts,) * self.parts

    def call(self, *inputs: Shape) -> Call:
        sizes = self._sizes(inputs[0].sizes[self.axis])
        cut: Any = sizes[0] if len(set(sizes)) == 1 else list(sizes)
        # one part is the value itself, several are a tuple
        after = (item(0),) if len(sizes) == 1 else ()
        return Call("torch.split", (cut,), {"dim": self.axis + 1}, function=True, after=after)

    def sight(self, *inputs: Shape) -> Sight | None:
        return OWN_PLACE

    def caption(self) -> str:
        sizes = self.sizes
        parts = tr("{count} parts", count=self.parts) if sizes is None else " + ".join(f"{part:,}" for part in sizes)
        return f"{tr('axis {number}', number=self.axis)} · {parts}"
