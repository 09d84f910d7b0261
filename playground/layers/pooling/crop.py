"""Crop: the middle, without the edges."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family, Layer, item
from playground.core.shape import Shape, ShapeError
from playground.layers.shared.places import placed, require_places
from playground.layers.shared.windows import Gaps, Sides, by_axis, times


class Crop(Layer):
    """Cuts places off the start and the end of each axis."""

    type_name: ClassVar[str] = "Crop"
    title: ClassVar[str] = "Crop"
    family: ClassVar[Family] = "pooling"
    id_stem: ClassVar[str] = "crop"
    summary: ClassVar[str] = "Cuts the edges off a sequence, image or volume."
    explanation: ClassVar[str] = (
        "Convolutions without padding lose their edge; before such a branch meets one that kept it, that one is "
        "cropped, as in the first U-shaped networks."
    )
    when: ClassVar[str] = "To bring two branches to one size, or to drop edges that padding has spoiled."
    formula: ClassVar[str] = r"y_{c,i,j} = x_{c,\, i+t,\, j+l}"
    reference: ClassVar[str] = "Ronneberger et al. 2015, arXiv:1505.04597"
    keywords: ClassVar[tuple[str, ...]] = ("cut", "trim", "edge", "border")

    before: Gaps = Field((1,), description="Places cut off the start of every axis (left, top), or of each.")
    after: Gaps = Field((1,), description="Places cut off the end of every axis (right, bottom), or of each.")

    def output_shape(self, *inputs: Shape) -> Shape:
        channels, places = require_places(inputs[0], self.title)
        kept = [n - first - last for n, (first, last) in zip(places, self._sides(places), strict=True)]
        if min(kept) < 1:
            raise ShapeError(tr("cuts off all of the {times} that it gets", times=times(places)), tr("Cut off less."))
        return placed(channels, kept)

    def _sides(self, places: tuple[int, ...]) -> Sides:
        axes = len(places)
        return tuple(zip(by_axis(self.before, axes, "before"), by_axis(self.after, axes, "after"), strict=True))

    def call(self, *inputs: Shape) -> Call:
        kept = tuple(slice(first or None, -last or None) for first, last in self._sides(inputs[0].spatial))
        batch = (slice(None),) if inputs[0].is_sequence else (slice(None), slice(None))
        return item((*batch, *kept))

    def caption(self) -> str:
        return times(self.before) if self.before == self.after else f"{times(self.before)}, {times(self.after)}"
