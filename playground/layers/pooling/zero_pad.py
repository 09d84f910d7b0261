"""ZeroPad: a frame of zeros."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.layer import Call, Family, Layer
from playground.core.shape import Shape
from playground.layers.shared.places import placed, require_places
from playground.layers.shared.windows import Gaps, Sides, by_axis, pad_call, times


class ZeroPad(Layer):
    """Zeros before the first and after the last place of each axis."""

    type_name: ClassVar[str] = "ZeroPad"
    title: ClassVar[str] = "Zero pad"
    family: ClassVar[Family] = "pooling"
    id_stem: ClassVar[str] = "pad"
    summary: ClassVar[str] = "Puts zeros around a sequence, image or volume."
    explanation: ClassVar[str] = (
        "Gives windows at the edge something to stand on, and brings branches to one size. Before and after may "
        "differ: zeros before a sequence alone let a convolution see only the past."
    )
    when: ClassVar[str] = "To give a convolution the edges it needs where its own padding is not enough."
    formula: ClassVar[str] = (
        r"y_{c,i,j} = \begin{cases} x_{c,\, i-t,\, j-l} & \mathrm{inside} \\ 0 & \mathrm{outside} \end{cases}"
    )
    reference: ClassVar[str] = "Dumoulin & Visin 2016, arXiv:1603.07285"
    keywords: ClassVar[tuple[str, ...]] = ("padding", "border", "frame", "causal")

    before: Gaps = Field((1,), description="Places added at the start of every axis (left, top), or of each.")
    after: Gaps = Field((1,), description="Places added at the end of every axis (right, bottom), or of each.")

    def output_shape(self, *inputs: Shape) -> Shape:
        channels, places = require_places(inputs[0], self.title)
        return placed(
            channels, [n + first + last for n, (first, last) in zip(places, self._sides(places), strict=True)]
        )

    def _sides(self, places: tuple[int, ...]) -> Sides:
        axes = len(places)
        return tuple(zip(by_axis(self.before, axes, "before"), by_axis(self.after, axes, "after"), strict=True))

    def call(self, *inputs: Shape) -> Call:
        sides = self._sides(inputs[0].spatial)
        return pad_call((*sides, (0, 0)) if inputs[0].is_sequence else sides)

    def caption(self) -> str:
        return times(self.before) if self.before == self.after else f"{times(self.before)}, {times(self.after)}"
