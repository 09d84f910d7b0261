"""What every convolution has: a kernel that slides, with a stride, a padding and a dilation."""

from __future__ import annotations

from math import prod
from typing import Any, ClassVar, Literal

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family, Sight
from playground.core.shape import Shape
from playground.layers.shared.places import channels_first
from playground.layers.shared.windows import (
    PerAxis,
    brief,
    each,
    extents,
    pad_call,
    same_sides,
    slid,
    times,
    window_text,
)
from playground.layers.shared.with_activation import WithActivation


class WithKernel(WithActivation):
    """Base of the convolutions over ``axes`` spatial axes; each class says itself what its fields are called."""

    family: ClassVar[Family] = "convolution"
    axes: ClassVar[int] = 2

    kernel: PerAxis = 3
    stride: PerAxis = 1
    padding: Literal["valid", "same"] | PerAxis = "valid"
    dilation: PerAxis = 1
    bias: bool = Field(True, description="Add a learned number to each channel.")

    @property
    def _kernel(self) -> tuple[int, ...]:
        return each(self.kernel, self.axes)

    @property
    def _stride(self) -> tuple[int, ...]:
        return each(self.stride, self.axes)

    @property
    def _dilation(self) -> tuple[int, ...]:
        return each(self.dilation, self.axes)

    @property
    def _spans(self) -> tuple[int, ...]:
        return extents(self._kernel, self._dilation)

    @property
    def _taps(self) -> int:
        """Weights of one kernel for one channel."""
        return prod(self._kernel)

    @property
    def _numbers(self) -> tuple[int, ...]:
        """The padding in places; none for the two words."""
        return each(0 if isinstance(self.padding, str) else self.padding, self.axes)

    def _slid(self, places: tuple[int, ...]) -> tuple[int, ...]:
        """Spatial sizes after the kernel went over ``places``. Raises ``ShapeError``."""
        if self.padding == "same":
            return tuple(-(-n // s) for n, s in zip(places, self._stride, strict=True))
        return slid(places, self._kernel, self._stride, self._numbers, self._dilation, "kernel")

    def _padded(self, places: tuple[int, ...]) -> tuple[dict[str, Any], tuple[Call, ...]]:
        """The padding as an argument of torch's module, or as a step before it where it is not even."""
        if self.padding != "same":
            return ({"padding": self._written(self.padding)} if any(self._numbers) else {}), ()
        if set(self._stride) == {1}:
            return {"padding": "same"}, ()
        sides = same_sides(places, self._spans, self._stride)
        if any(first != last for first, last in sides):
            return {}, (pad_call(sides),)
        pixels = tuple(first for first, _ in sides)
        return ({"padding": brief(pixels)} if any(pixels) else {}), ()

    def _options(self, padding: dict[str, Any], groups: int) -> dict[str, Any]:
        """Keyword arguments of torch's convolutions, without those that are their defaults."""
        options: dict[str, Any] = {"kernel_size": self.kernel}
        if set(self._stride) != {1}:
            options["stride"] = self.stride
        options |= padding
        if set(self._dilation) != {1}:
            options["dilation"] = self.dilation
        if groups != 1:
            options["groups"] = groups
        if not self.bias:
            options["bias"] = False
        return options

    def _convolution(self, shape: Shape, channels: int, filters: int, groups: int) -> Call:
        padding, before = self._padded(shape.spatial)
        target = f"torch.nn.Conv{self.axes}d"
        return channels_first(Call(target, (channels, filters), self._options(padding, groups), before=before), shape)

    @staticmethod
    def _written(value: Any) -> Any:
        """As the person wrote it; a tuple of one is a number."""
        return value[0] if isinstance(value, tuple) and len(value) == 1 else value

    def sight(self, *inputs: Shape) -> Sight | None:
        return Sight.window(self._spans, self._stride)

    def _caption(self, first: str) -> str:
        several = self._stride if len(set(self._stride)) > 1 else self._stride[:1]
        stride = "" if several == (1,) else f" · {tr('stride {size}', size=times(several))}"
        return self._with_activation(f"{first} · {window_text(self._kernel)}{stride}")
