"""What the activations share: every value bent on its own, whatever the shape."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call, Family, Layer
from playground.core.shape import Shape


class Elementwise(Layer):
    """Base of the activations. ``target`` is the torch module that bends."""

    family: ClassVar[Family] = "activation"
    target: ClassVar[str] = ""
    keywords: ClassVar[tuple[str, ...]] = ("activation", "non-linearity")
    non_linear: ClassVar[bool] = True

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        return Call(self.target)


def feature_axis(shape: Shape) -> int:
    """The axis that tells features of one place apart: channels, else features, else the last."""
    for name in ("channels", "features"):
        if name in shape.names:
            return shape.names.index(name)
    return shape.rank - 1
