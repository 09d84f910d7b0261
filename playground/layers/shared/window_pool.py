"""What the pooling layers share: a window that slides over each channel."""

from __future__ import annotations

from typing import Any, ClassVar

from playground.core.language import tr
from playground.core.layer import Call, Family, Layer, Sight
from playground.core.shape import Change, Shape, ShapeError
from playground.layers.shared.places import channels_first, placed, require_axes
from playground.layers.shared.windows import PerAxis, brief, each, slid, window_text


class WindowPool(Layer):
    """Base of the layers that make one value of each window over ``axes`` spatial axes.

    ``target`` is the torch module that does it.
    """

    family: ClassVar[Family] = "pooling"
    target: ClassVar[str] = ""
    axes: ClassVar[int] = 2
    keywords: ClassVar[tuple[str, ...]] = ("pooling", "subsampling", "downsample")

    size: PerAxis = 2
    stride: PerAxis | None = None
    padding: PerAxis = 0

    @property
    def _size(self) -> tuple[int, ...]:
        return each(self.size, self.axes)

    @property
    def _stride(self) -> tuple[int, ...]:
        return self._size if self.stride is None else each(self.stride, self.axes)

    @property
    def _padding(self) -> tuple[int, ...]:
        return each(self.padding, self.axes)

    def output_shape(self, *inputs: Shape) -> Shape:
        channels, places = require_axes(inputs[0], self.axes, self.title)
        most = tuple(size // 2 for size in self._size)
        if any(p > limit for p, limit in zip(self._padding, most, strict=True)):
            raise ShapeError(
                tr("its padding is more than half its window"), tr("Make the padding smaller."),
                Change({"padding": brief(tuple(map(min, self._padding, most)))}),
            )  # fmt: skip
        dense = (1,) * self.axes
        return placed(channels, slid(places, self._size, self._stride, self._padding, dense, "size"))

    def call(self, *inputs: Shape) -> Call:
        options: dict[str, Any] = {}
        if self.stride is not None:
            options["stride"] = self.stride
        if any(self._padding):
            options["padding"] = self.padding
        return channels_first(Call(self.target, (self.size,), options), inputs[0])

    def sight(self, *inputs: Shape) -> Sight | None:
        return Sight.window(self._size, self._stride)

    def caption(self) -> str:
        return window_text(self._size)
