"""SeparableConv2D: where first, then what."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.captions import counted
from playground.layers.shared.places import channels_of, placed, require_axes
from playground.layers.shared.windows import Filters, Padding2D, Pair
from playground.layers.shared.with_kernel import WithKernel


class SeparableConv2D(WithKernel):
    """A depthwise convolution without bias, then a pointwise one, with nothing in between."""

    type_name: ClassVar[str] = "SeparableConv2D"
    title: ClassVar[str] = "Separable conv 2D"
    id_stem: ClassVar[str] = "separable"
    summary: ClassVar[str] = "Slides kernels over each channel, then mixes the channels of each pixel."
    explanation: ClassVar[str] = (
        "Splits a convolution into where and what: kernels that see one channel each, then weighted sums over "
        "channels. It gives up little and needs about one ninth of the parameters of a full 3×3 convolution."
    )
    when: ClassVar[str] = (
        "In place of Conv 2D when the network must be small or fast: about a ninth of the work for a 3 × 3 kernel."
    )
    formula: ClassVar[str] = (
        r"y_{c,i,j} = b_c + \sum_{k} p_{c,k} \sum_{m,n} w_{k,m,n}\, x_{k,\, s i + d m,\, s j + d n}"
    )
    reference: ClassVar[str] = "Chollet 2017, arXiv:1610.02357"
    keywords: ClassVar[tuple[str, ...]] = ("convolution", "xception", "depthwise", "pointwise", "filter", "kernel")

    filters: Filters = 32
    kernel: Pair = Field(3, description="Height and width of the window, in pixels.")
    stride: Pair = Field(1, description="Pixels from one window to the next.")
    padding: Padding2D = Field(
        "valid", description="valid adds none, same gives size ÷ stride, or pixels of zeros on every side."
    )
    dilation: Pair = Field(1, description="Pixels between two weights of the kernel; 1 is a dense one.")
    multiplier: int = Field(1, ge=1, le=64, description="Depthwise kernels for each input channel.")
    bias: bool = Field(True, description="Add a learned number to each channel.")

    def output_shape(self, *inputs: Shape) -> Shape:
        _, places = require_axes(inputs[0], 2, self.title)
        return placed(self.filters, self._slid(places))

    @classmethod
    def with_channels(cls, count: int) -> dict[str, Any] | None:
        return {"filters": count}

    def call(self, *inputs: Shape) -> Call:
        padding, before = self._padded(inputs[0].spatial)
        options = self._options(padding, 1)
        if self.multiplier != 1:
            options["multiplier"] = self.multiplier
        target = "playground.engine.modules.SeparableConv2d"
        return Call(target, (channels_of(inputs[0]), self.filters), options, before=before)

    def parameter_count(self, *inputs: Shape) -> int:
        between = channels_of(inputs[0]) * self.multiplier
        return between * self._taps + (between + self.bias) * self.filters

    def multiply_adds(self, *inputs: Shape) -> int:
        output = self.output_shape(*inputs)
        pixels = output.count // self.filters
        return channels_of(inputs[0]) * self.multiplier * (self._taps + self.filters) * pixels

    def caption(self) -> str:
        return self._caption(counted(self.filters, "filter"))
