"""What the layers are: parameters, shape rules, and which module runs. No torch here: the window never imports it."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.layer import FEATURES_FIRST, Call, Family, Layer, Sight
from playground.core.shape import Change, Shape, ShapeError
from playground.core.weights import Weighted


class Snake(Weighted):
    """A module class of our own: ``playground_snake.modules.Snake``."""

    type_name: ClassVar[str] = "Snake"
    title: ClassVar[str] = "Snake"
    family: ClassVar[Family] = "activation"
    id_stem: ClassVar[str] = "snake"
    summary: ClassVar[str] = "Adds a ripple to a straight line; learns how fast each channel ripples."
    explanation: ClassVar[str] = (
        "Networks of ReLU and tanh cannot continue a periodic signal beyond the samples they saw. Snake rises like a "
        "line and ripples around it, so what repeats is learned as something that repeats."
    )
    formula: ClassVar[str] = r"y = x + \frac{1}{a}\,\sin^2(a x)"
    reference: ClassVar[str] = "Ziyin, Hartwig & Ueda 2020, arXiv:2006.08195"
    keywords: ClassVar[tuple[str, ...]] = ("activation", "periodic", "sine", "non-linearity")
    non_linear: ClassVar[bool] = True

    frequency: float = Field(1.0, gt=0.0, le=100.0, description="Where the learned frequency of each channel begins.")

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        shape = inputs[0]
        channels = shape.sizes[shape.channel_axis]
        # sequences are time × features; our module wants channels first, as torch's own do
        turned = (FEATURES_FIRST,) if shape.is_sequence else ()
        return Call("playground_snake.modules.Snake", (channels, self.frequency), before=turned, after=turned)

    def parameter_count(self, *inputs: Shape) -> int:
        return inputs[0].sizes[inputs[0].channel_axis]

    def multiply_adds(self, *inputs: Shape) -> int:
        return 2 * inputs[0].count

    def caption(self) -> str:
        return f"a = {self.frequency:g}"


class SpaceToDepth(Layer):
    """A module that torch has, but this program's own layers do not offer."""

    type_name: ClassVar[str] = "SpaceToDepth"
    title: ClassVar[str] = "Space to depth"
    family: ClassVar[Family] = "shape"
    id_stem: ClassVar[str] = "space_to_depth"
    summary: ClassVar[str] = "Turns each square of pixels into channels: a smaller image that has lost nothing."
    explanation: ClassVar[str] = (
        "Pooling throws pixels away; this folds them into the channels instead, and leaves it to the next convolution "
        "which of them matter."
    )
    formula: ClassVar[str] = r"y_{c s^2 + s i + j,\,h,\,w} = x_{c,\,s h + i,\,s w + j}"
    reference: ClassVar[str] = "Shi et al. 2016, arXiv:1609.05158"
    keywords: ClassVar[tuple[str, ...]] = ("unshuffle", "downsample", "fold")
    keeps_values: ClassVar[bool] = True

    factor: int = Field(2, ge=1, le=64, description="Side of the squares, in pixels.")

    def output_shape(self, *inputs: Shape) -> Shape:
        shape = inputs[0]
        if not shape.is_image:
            raise ShapeError(f"gets {shape}; Space to depth takes images", "Put it before layers that flatten.")
        channels, height, width = shape.sizes
        if height % self.factor or width % self.factor:
            fitting = max(n for n in range(1, self.factor) if height % n == 0 and width % n == 0)
            raise ShapeError(
                f"cannot cut {height} × {width} pixels into squares of {self.factor}",
                f"Set factor to {fitting}, or pad the image.",
                Change({"factor": fitting}),
            )
        return Shape.image(channels * self.factor**2, height // self.factor, width // self.factor)

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.PixelUnshuffle", (self.factor,))

    def sight(self, *inputs: Shape) -> Sight:
        return Sight.window((self.factor,) * 2, (self.factor,) * 2)

    def caption(self) -> str:
        return f"{self.factor}×{self.factor}"
