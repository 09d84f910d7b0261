"""What the convolutions over one, two and three axes share."""

from __future__ import annotations

from typing import Any, ClassVar

from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.captions import counted
from playground.layers.shared.groups import require_groups
from playground.layers.shared.places import channels_of, placed, require_axes
from playground.layers.shared.with_kernel import WithKernel


class PlainConvolution(WithKernel):
    """Cross-correlation, as every framework computes it; ``groups`` of channels do not see each other."""

    keywords: ClassVar[tuple[str, ...]] = ("convolution", "cnn", "filter", "kernel")

    filters: int = 32
    groups: int = 1

    def output_shape(self, *inputs: Shape) -> Shape:
        channels, places = require_axes(inputs[0], self.axes, self.title)
        require_groups(self.groups, channels, self.filters)
        return placed(self.filters, self._slid(places))

    @classmethod
    def with_channels(cls, count: int) -> dict[str, Any] | None:
        return {"filters": count}

    def call(self, *inputs: Shape) -> Call:
        return self._convolution(inputs[0], channels_of(inputs[0]), self.filters, self.groups)

    def parameter_count(self, *inputs: Shape) -> int:
        return (channels_of(inputs[0]) // self.groups * self._taps + self.bias) * self.filters

    def multiply_adds(self, *inputs: Shape) -> int:
        return channels_of(inputs[0]) // self.groups * self._taps * self.output_shape(*inputs).count

    def caption(self) -> str:
        return self._caption(counted(self.filters, "filter"))
