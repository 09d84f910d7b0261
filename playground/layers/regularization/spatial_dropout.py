"""Spatial dropout: whole channels become zero."""

from __future__ import annotations

from typing import ClassVar

from playground.core.language import tr
from playground.core.layer import FEATURES_FIRST, Call
from playground.core.shape import Shape, ShapeError
from playground.layers.shared.dropping import Dropping


class SpatialDropout(Dropping):
    """Zeroes whole channels of images and volumes, or a feature of a sequence at all its steps."""

    type_name: ClassVar[str] = "SpatialDropout"
    title: ClassVar[str] = "Spatial dropout"
    id_stem: ClassVar[str] = "spatial_dropout"
    summary: ClassVar[str] = "Makes whole channels zero while training, chosen at random."
    explanation: ClassVar[str] = (
        "Neighbouring pixels say nearly the same, so dropping single ones changes little. Dropping a channel "
        "everywhere makes the network learn patterns that do not lean on each other."
    )
    when: ClassVar[str] = "In place of dropout after convolutions, where neighbouring pixels know almost the same."
    formula: ClassVar[str] = r"y_{c,i,j} = \frac{m_c\, x_{c,i,j}}{1 - p}, \quad m_c \sim \mathrm{Bernoulli}(1 - p)"
    reference: ClassVar[str] = "Tompson et al. 2015, arXiv:1411.4280"
    keywords: ClassVar[tuple[str, ...]] = ("overfitting", "regularization", "dropout2d", "channels")

    def output_shape(self, *inputs: Shape) -> Shape:
        shape = inputs[0]
        if not (shape.is_sequence or shape.is_image or shape.is_volume):
            raise ShapeError(
                tr("gets {named}; a Spatial dropout layer takes sequences, images and volumes", named=shape.named()),
                tr("Use Dropout here, which drops single values."),
            )
        return shape

    def call(self, *inputs: Shape) -> Call:
        if inputs[0].is_sequence:
            return Call("torch.nn.Dropout1d", (self.rate,), before=(FEATURES_FIRST,), after=(FEATURES_FIRST,))
        return Call(f"torch.nn.Dropout{'2d' if inputs[0].is_image else '3d'}", (self.rate,))
