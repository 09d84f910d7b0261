"""PixelShuffle: channels become pixels."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family, Layer, Sight
from playground.core.shape import Resize, Shape, ShapeError
from playground.layers.shared.places import require_axes


class PixelShuffle(Layer):
    """Lays each factor² channels out as a square of pixels."""

    type_name: ClassVar[str] = "PixelShuffle"
    title: ClassVar[str] = "Pixel shuffle"
    family: ClassVar[Family] = "pooling"
    id_stem: ClassVar[str] = "shuffle"
    summary: ClassVar[str] = "Makes an image larger by laying its channels out as pixels."
    explanation: ClassVar[str] = (
        "A convolution at the small size computes all pixels of the large one as channels, and this only puts them in "
        "their places: the cheap last step of networks that sharpen images."
    )
    when: ClassVar[str] = "To enlarge images without the chequered pattern that transposed convolutions may leave."
    formula: ClassVar[str] = (
        r"y_{c,i,j} = x_{c r^2 + r\,(i \,\mathrm{mod}\, r) + (j \,\mathrm{mod}\, r),"
        r"\; \lfloor i / r \rfloor,\, \lfloor j / r \rfloor}"
    )
    reference: ClassVar[str] = "Shi et al. 2016, arXiv:1609.05158"
    keywords: ClassVar[tuple[str, ...]] = ("super-resolution", "sub-pixel", "depth to space", "enlarge", "upsample")
    keeps_values: ClassVar[bool] = True

    factor: int = Field(2, ge=1, le=64, description="How many times larger; its square divides the channels.")

    def output_shape(self, *inputs: Shape) -> Shape:
        channels, (height, width) = require_axes(inputs[0], 2, self.title)
        square = self.factor**2
        if channels % square:
            wanted = max(1, round(channels / square)) * square
            raise ShapeError(
                tr(
                    "gets {channels:,} channels; it takes a multiple of {square:,}, the square of its factor",
                    channels=channels,
                    square=square,
                ),
                tr("Let the layer before it give {wanted:,} channels.", wanted=wanted),
                Resize(wanted),
            )
        return Shape.image(channels // square, height * self.factor, width * self.factor)

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.PixelShuffle", (self.factor,))

    def sight(self, *inputs: Shape) -> Sight | None:
        return Sight.window((1, 1), (Fraction(1, self.factor),) * 2)

    def caption(self) -> str:
        return f"× {self.factor}"
