"""What the global pooling layers share: all places of a channel become one number."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call, Family, Layer, Sight
from playground.core.shape import Shape
from playground.layers.shared.places import require_places


class GlobalPool(Layer):
    """Base of the layers that make a vector of channels; ``target`` is the torch function that does it."""

    family: ClassVar[Family] = "pooling"
    target: ClassVar[str] = ""

    def output_shape(self, *inputs: Shape) -> Shape:
        channels, _ = require_places(inputs[0], self.title)
        return Shape.vector(channels)

    def call(self, *inputs: Shape) -> Call:
        # dimension 0 is the batch; what follows the places of a sequence are its features
        axes = 1 if inputs[0].is_sequence else tuple(range(2, inputs[0].rank + 1))
        return Call(self.target, kwargs={"dim": axes}, function=True)

    def sight(self, *inputs: Shape) -> Sight | None:
        return None
