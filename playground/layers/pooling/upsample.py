"""Upsample: more places, with nothing to learn."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, ClassVar, Literal

from pydantic import Field

from playground.core.layer import Call, Family, Layer, Sight
from playground.core.shape import Shape
from playground.layers.shared.places import axes_of, channels_first, placed, require_places
from playground.layers.shared.windows import Factors, brief, by_axis, times

_LINEAR = {1: "linear", 2: "bilinear", 3: "trilinear"}


class Upsample(Layer):
    """Each place becomes ``factor`` places along each axis: copies, or straight lines between neighbours."""

    type_name: ClassVar[str] = "Upsample"
    title: ClassVar[str] = "Upsample"
    family: ClassVar[Family] = "pooling"
    id_stem: ClassVar[str] = "upsample"
    summary: ClassVar[str] = "Makes a sequence, image or volume larger by a whole factor."
    explanation: ClassVar[str] = (
        "The way back from pooling. With a convolution behind it, it takes the place of a transposed convolution and "
        "leaves no checkerboard. Linear is bilinear on images and trilinear in volumes."
    )
    when: ClassVar[str] = (
        "In decoders and generators, followed by a convolution: a calm alternative to a transposed convolution."
    )
    formula: ClassVar[str] = r"y_{c,i,j} = x_{c,\, \lfloor i / f \rfloor,\, \lfloor j / f \rfloor}"
    reference: ClassVar[str] = "Odena et al. 2016, doi:10.23915/distill.00003"
    keywords: ClassVar[tuple[str, ...]] = ("resize", "enlarge", "interpolate", "bilinear", "nearest", "decoder")

    factor: Factors = Field((2,), description="How many times larger: one number for every axis, or one for each.")
    mode: Literal["nearest", "linear"] = Field("nearest", description="Copy the nearest place, or draw lines between.")

    def output_shape(self, *inputs: Shape) -> Shape:
        channels, places = require_places(inputs[0], self.title)
        factors = by_axis(self.factor, len(places), "factor")
        return placed(channels, [n * f for n, f in zip(places, factors, strict=True)])

    def call(self, *inputs: Shape) -> Call:
        axes = axes_of(inputs[0])
        options: dict[str, Any] = {"scale_factor": brief(by_axis(self.factor, axes, "factor"))}
        if self.mode == "linear":
            options["mode"] = _LINEAR[axes]
        return channels_first(Call("torch.nn.Upsample", (), options), inputs[0])

    def sight(self, *inputs: Shape) -> Sight | None:
        factors = by_axis(self.factor, axes_of(inputs[0]), "factor")
        seen = (2 if self.mode == "linear" and f > 1 else 1 for f in factors)
        return Sight.window(seen, (Fraction(1, f) for f in factors))

    def multiply_adds(self, *inputs: Shape) -> int:
        """Linear weighs two neighbours along each axis."""
        shape = self.output_shape(*inputs)
        return shape.count * 2 ** axes_of(shape) if self.mode == "linear" else 0

    def caption(self) -> str:
        return f"× {times(self.factor)} · {self.mode}"
