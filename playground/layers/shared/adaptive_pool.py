"""What the adaptive pooling layers share: the output's size is given, and the windows follow."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family, Layer, Sight
from playground.core.shape import Shape
from playground.layers.shared.places import axes_of, channels_first, placed, require_places
from playground.layers.shared.windows import Sizes, brief, by_axis, times


class AdaptivePool(Layer):
    """Base of the layers that make one value of each of ``size`` parts; ``target`` is the torch module less ``2d``."""

    family: ClassVar[Family] = "pooling"
    target: ClassVar[str] = ""

    size: Sizes = Field((1,), description="Places of the output: one number for every axis, or one for each.")

    def output_shape(self, *inputs: Shape) -> Shape:
        channels, places = require_places(inputs[0], self.title)
        return placed(channels, by_axis(self.size, len(places), "size"))

    def call(self, *inputs: Shape) -> Call:
        axes = axes_of(inputs[0])
        return channels_first(Call(f"{self.target}{axes}d", (brief(by_axis(self.size, axes, "size")),)), inputs[0])

    def sight(self, *inputs: Shape) -> Sight | None:
        places = inputs[0].spatial
        sizes = by_axis(self.size, len(places), "size")
        if set(sizes) == {1}:
            return None
        pairs = list(zip(places, sizes, strict=True))
        return Sight.window((_widest(n, size) for n, size in pairs), (Fraction(n, size) for n, size in pairs))

    def caption(self) -> str:
        return tr("to {size}", size=times(self.size))


def _widest(places: int, size: int) -> int:
    """Parts begin at floor(i·n / size) and end at ceil((i + 1)·n / size)."""
    return max(-(-(i + 1) * places // size) - i * places // size for i in range(size))
