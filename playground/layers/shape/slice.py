"""Slice: a part of an axis."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Sight, item
from playground.core.shape import Shape, ShapeError
from playground.core.sight import OWN_PLACE
from playground.layers.shared.axes import COUNTED, Axis, Rearranging, require_axis

Place = Annotated[int, Field(ge=-1_000_000, le=1_000_000)]


class Slice(Rearranging):
    """Keeps a range of an axis, as Python slices do."""

    type_name: ClassVar[str] = "Slice"
    title: ClassVar[str] = "Slice"
    id_stem: ClassVar[str] = "slice"
    summary: ClassVar[str] = "Keeps a part of an axis."
    explanation: ClassVar[str] = (
        "From the start up to, not including, the stop, in steps: as Python slices a list. Negative places count from "
        "the end. Step 2 on the time axis keeps every second step of a sequence."
    )
    when: ClassVar[str] = "To keep a part of a sequence, or some of the features."
    formula: ClassVar[str] = r"y_{i} = x_{a + s i}, \quad a + s i < b"
    reference: ClassVar[str] = "Harris et al. 2020 (array programming), doi:10.1038/s41586-020-2649-2"
    keywords: ClassVar[tuple[str, ...]] = ("range", "crop", "part", "subset")

    axis: Axis = Field(0, description=f"The axis, {COUNTED}.")
    start: Place = Field(0, title="Start index", description="The first place to keep; −3 is the third from the end.")
    stop: Place | None = Field(
        None, title="Stop index", description="The first place not to keep; empty keeps all up to the end."
    )
    step: int = Field(1, ge=1, le=1_000_000, title="Step size", description="Places from one kept value to the next.")

    def output_shape(self, *inputs: Shape) -> Shape:
        size = require_axis(self.axis, inputs[0])
        kept = len(range(*slice(self.start, self.stop, self.step).indices(size)))
        if kept == 0:
            raise ShapeError(
                tr("keeps nothing of the {size:,} places of axis {axis}", size=size, axis=self.axis),
                tr("Let the start lie before the stop, and below {size:,}.", size=size),
            )
        return inputs[0].resized(self.axis, kept)

    def call(self, *inputs: Shape) -> Call:
        stop, step = self.stop, None if self.step == 1 else self.step
        part = slice(self.start or None, stop, step)
        return item((*(slice(None) for _ in range(self.axis + 1)), part))

    def sight(self, *inputs: Shape) -> Sight | None:
        """Places keep their own; with a step along one of them neighbours lie further apart."""
        shape = inputs[0]
        if self.step == 1 or self.axis == shape.channel_axis:
            return OWN_PLACE
        place = self.axis if shape.channel_axis else self.axis - 1
        steps = [Fraction(self.step if axis == place else 1) for axis in range(len(shape.spatial))]
        return Sight.window((1,) * len(steps), steps)

    def caption(self) -> str:
        stop = "" if self.stop is None else str(self.stop)
        step = "" if self.step == 1 else f":{self.step}"
        kept = f"{self.start}:{stop}{step}".replace("-", "−")
        return f"{tr('axis {number}', number=self.axis)} · {kept}"
