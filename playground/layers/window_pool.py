"""What the pooling layers share: a window that slides over each channel."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from playground.core.layer import Call, Family, Layer
from playground.core.shape import Shape, ShapeError
from playground.layers.windows import Gap, Pair, pair, require_image, slid, times


class WindowPool(Layer):
    """Base of the layers that make one value of each window. ``target`` is the torch module that does it."""

    family: ClassVar[Family] = "pooling"
    target: ClassVar[str] = ""
    keywords: ClassVar[tuple[str, ...]] = ("pooling", "subsampling", "downsample")

    size: Pair = Field(2, description="Height and width of the window, in pixels.")
    stride: Pair | None = Field(None, description="Pixels from one window to the next; empty is the window's size.")
    padding: Gap | tuple[Gap, Gap] = Field(0, description="Pixels added around the image, at most half the window.")

    def output_shape(self, *inputs: Shape) -> Shape:
        channels, height, width = require_image(inputs[0], self.title)
        kernel, padding = pair(self.size), pair(self.padding)
        if any(2 * p > k for p, k in zip(padding, kernel, strict=True)):
            raise ShapeError("its padding is more than half its window", "Make the padding smaller.")
        stride = kernel if self.stride is None else pair(self.stride)
        return Shape.image(channels, *slid((height, width), kernel, stride, padding, "window"))

    def call(self, *inputs: Shape) -> Call:
        options: dict[str, Any] = {}
        if self.stride is not None:
            options["stride"] = self.stride
        if pair(self.padding) != (0, 0):
            options["padding"] = self.padding
        return Call(self.target, (self.size,), options)

    def caption(self) -> str:
        return times(self.size)
