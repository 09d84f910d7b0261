"""DepthwiseConv2D: kernels that see one channel each."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.places import channels_of, placed, require_axes
from playground.layers.shared.windows import Padding2D, Pair
from playground.layers.shared.with_kernel import WithKernel


class DepthwiseConv2D(WithKernel):
    """A convolution with as many groups as channels."""

    type_name: ClassVar[str] = "DepthwiseConv2D"
    title: ClassVar[str] = "Depthwise conv 2D"
    id_stem: ClassVar[str] = "depthwise"
    summary: ClassVar[str] = "Slides kernels over each channel on its own."
    explanation: ClassVar[str] = (
        "Looks for patterns within a channel and never mixes channels; a 1×1 convolution behind it does. Together they "
        "cost a small part of a full convolution, which is how networks fit into phones."
    )
    when: ClassVar[str] = (
        "When channels should be filtered each for itself, with far fewer parameters than a full convolution."
    )
    formula: ClassVar[str] = (
        r"y_{c,i,j} = b_c + \sum_{m,n} w_{c,m,n}\, x_{\lfloor c / r \rfloor,\, s i + d m,\, s j + d n}"
    )
    reference: ClassVar[str] = "Howard et al. 2017, arXiv:1704.04861"
    keywords: ClassVar[tuple[str, ...]] = ("convolution", "mobilenet", "channelwise", "filter", "kernel")

    multiplier: int = Field(1, ge=1, le=64, description="Kernels, and so output channels, for each input channel.")
    kernel: Pair = Field(3, description="Height and width of the window, in pixels.")
    stride: Pair = Field(1, description="Pixels from one window to the next.")
    padding: Padding2D = Field(
        "valid", description="valid adds none, same gives size ÷ stride, or pixels of zeros on every side."
    )
    dilation: Pair = Field(1, description="Pixels between two weights of the kernel; 1 is a dense one.")
    bias: bool = Field(True, description="Add a learned number to each channel.")

    def output_shape(self, *inputs: Shape) -> Shape:
        channels, places = require_axes(inputs[0], 2, self.title)
        return placed(channels * self.multiplier, self._slid(places))

    def call(self, *inputs: Shape) -> Call:
        channels = channels_of(inputs[0])
        return self._convolution(inputs[0], channels, channels * self.multiplier, channels)

    def parameter_count(self, *inputs: Shape) -> int:
        return (self._taps + self.bias) * channels_of(inputs[0]) * self.multiplier

    def multiply_adds(self, *inputs: Shape) -> int:
        return self._taps * self.output_shape(*inputs).count

    def caption(self) -> str:
        return self._caption(tr("{count} per channel", count=self.multiplier))
