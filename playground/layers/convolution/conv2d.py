"""Conv2D: small kernels slid over an image."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from playground.core.layer import Call, Family
from playground.core.shape import Shape, ShapeError
from playground.layers.windows import Padding, Pair, pair, require_image, slid, times
from playground.layers.with_activation import WithActivation


class Conv2D(WithActivation):
    """A two-dimensional convolution (cross-correlation, as every framework computes it)."""

    type_name: ClassVar[str] = "Conv2D"
    title: ClassVar[str] = "Conv 2D"
    family: ClassVar[Family] = "convolution"
    id_stem: ClassVar[str] = "conv"
    summary: ClassVar[str] = "Slides small kernels over the image and sums what each one sees."
    explanation: ClassVar[str] = (
        "Each filter looks for one pattern everywhere in the image, so it needs few parameters and finds the pattern "
        "wherever it stands. Stacked convolutions see larger and larger parts of the image."
    )
    formula: ClassVar[str] = r"y_{c,i,j} = b_c + \sum_{k,m,n} w_{c,k,m,n}\, x_{k,\, i+m,\, j+n}"
    reference: ClassVar[str] = "LeCun et al. 1998, doi:10.1109/5.726791"
    keywords: ClassVar[tuple[str, ...]] = ("convolution", "cnn", "filter", "kernel")

    filters: int = Field(32, ge=1, le=65_536, description="Kernels, and so output channels.")
    kernel: Pair = Field(3, description="Height and width of the window, in pixels.")
    stride: Pair = Field(1, description="Pixels from one window to the next.")
    padding: Padding = Field(
        "valid", description="valid adds none, same keeps the size (stride 1), or pixels of zeros."
    )
    bias: bool = Field(True, description="Add a learned number to each channel.")

    def output_shape(self, *inputs: Shape) -> Shape:
        _, height, width = require_image(inputs[0], "Conv 2D")
        if self.padding == "same":
            if pair(self.stride) != (1, 1):
                raise ShapeError(
                    'padding "same" goes with stride 1 only',
                    "Set the stride to 1 and pool after it, or give the padding in pixels.",
                )
            return Shape.image(self.filters, height, width)
        size = slid((height, width), pair(self.kernel), pair(self.stride), self._pixels(), "kernel")
        return Shape.image(self.filters, *size)

    def _pixels(self) -> tuple[int, int]:
        return (0, 0) if isinstance(self.padding, str) else pair(self.padding)

    def call(self, *inputs: Shape) -> Call:
        options: dict[str, Any] = {"kernel_size": self.kernel}
        if pair(self.stride) != (1, 1):
            options["stride"] = self.stride
        if self.padding == "same" or self._pixels() != (0, 0):
            options["padding"] = self.padding
        if not self.bias:
            options["bias"] = False
        return Call("torch.nn.Conv2d", (inputs[0].sizes[0], self.filters), options)

    def parameter_count(self, *inputs: Shape) -> int:
        height, width = pair(self.kernel)
        return (inputs[0].sizes[0] * height * width + self.bias) * self.filters

    def multiply_adds(self, *inputs: Shape) -> int:
        height, width = pair(self.kernel)
        return inputs[0].sizes[0] * height * width * self.output_shape(*inputs).count

    def caption(self) -> str:
        return self._with_activation(f"{self.filters:,} filters · {times(self.kernel)}")
