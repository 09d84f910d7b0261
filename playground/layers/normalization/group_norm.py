"""GroupNorm: groups of channels by their own mean and variance."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family
from playground.core.shape import Change, Shape, ShapeError
from playground.core.weights import Weighted
from playground.layers.shared.captions import counted
from playground.layers.shared.groups import nearest_divisor, require_groups
from playground.layers.shared.places import axes_of, channels_first, channels_of


class GroupNorm(Weighted):
    """Group normalization of vectors, sequences, images and volumes."""

    type_name: ClassVar[str] = "GroupNorm"
    title: ClassVar[str] = "Group norm"
    family: ClassVar[Family] = "normalization"
    id_stem: ClassVar[str] = "group_norm"
    summary: ClassVar[str] = (
        "Brings each group of channels of a sample to mean 0 and variance 1, then scales and shifts."
    )
    explanation: ClassVar[str] = (
        "Stands between layer norm (one group) and instance norm (as many groups as channels). It does not look at the "
        "batch, so it works where only a few images fit into memory and batch norm becomes noise."
    )
    when: ClassVar[str] = "In place of batch norm when batches are small, as with large images."
    formula: ClassVar[str] = r"y = \gamma\,\frac{x - \mu_G}{\sqrt{\sigma_G^2 + \varepsilon}} + \beta"
    reference: ClassVar[str] = "Wu & He 2018, arXiv:1803.08494"
    keywords: ClassVar[tuple[str, ...]] = ("normalization", "gn", "small batch")

    groups: int = Field(8, ge=1, le=65_536, description="Parts into which the channels are split; divides them.")
    epsilon: float = Field(1e-5, gt=0.0, le=1.0, description="Added to the variance, against dividing by zero.")
    affine: bool = Field(True, description="Learn a scale and a shift for each channel.")

    def output_shape(self, *inputs: Shape) -> Shape:
        shape = inputs[0]
        if not (shape.is_vector or axes_of(shape)):
            raise ShapeError(
                tr("gets {shape}; a Group norm layer takes vectors, sequences, images or volumes", shape=shape),
                tr("Reshape before it."),
            )
        channels = channels_of(shape)
        require_groups(self.groups, channels)
        if shape.count == self.groups:
            fitting = nearest_divisor(channels, channels // 2)
            raise ShapeError(
                tr("has one value in each group, and makes it zero"), tr("Use fewer groups."),
                Change({"groups": fitting}) if fitting < self.groups else None,
            )  # fmt: skip
        return shape

    def call(self, *inputs: Shape) -> Call:
        options: dict[str, Any] = {} if self.epsilon == 1e-5 else {"eps": self.epsilon}
        if not self.affine:
            options["affine"] = False
        return channels_first(Call("torch.nn.GroupNorm", (self.groups, channels_of(inputs[0])), options), inputs[0])

    def parameter_count(self, *inputs: Shape) -> int:
        return 2 * channels_of(inputs[0]) if self.affine else 0

    def multiply_adds(self, *inputs: Shape) -> int:
        return inputs[0].count

    def caption(self) -> str:
        return counted(self.groups, "group")
