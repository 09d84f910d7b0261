"""Average pool 3D: Takes the mean of each window."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from pydantic import Field

from playground.core.layer import Call
from playground.core.shape import Shape
from playground.layers.shared.window_pool import WindowPool
from playground.layers.shared.windows import GapTriple, Triple, pad_call


class AvgPool3D(WindowPool):
    """Mean over a sliding window, for each channel; padding counts as zeros."""

    type_name: ClassVar[str] = "AvgPool3D"
    title: ClassVar[str] = "Average pool 3D"
    axes: ClassVar[int] = 3
    id_stem: ClassVar[str] = "avgpool_vol"
    summary: ClassVar[str] = "Takes the mean of each window."
    explanation: ClassVar[str] = (
        "A smoother way than the maximum to make a volume smaller: every value of the window has its share."
    )
    when: ClassVar[str] = "To make volumes smaller while keeping their level."
    formula: ClassVar[str] = r"y_{c,h,i,j} = \frac{1}{k^3}\sum_{l,m,n} x_{c,\, sh+l,\, si+m,\, sj+n}"
    reference: ClassVar[str] = "LeCun et al. 1998, doi:10.1109/5.726791"
    target: ClassVar[str] = "torch.nn.AvgPool3d"

    size: Triple = Field(2, description="Depth, height and width of the window, in voxels.")
    stride: Triple | None = Field(None, description="Voxels from one window to the next; empty is the window's size.")
    padding: GapTriple = Field(0, description="Voxels added around the volume, at most half the window.")

    def call(self, *inputs: Shape) -> Call:
        """Torch's own padding, except where the window is larger than the volume without it: there it refuses."""
        plain = super().call(*inputs)
        if all(size <= n for size, n in zip(self._size, inputs[0].spatial, strict=True)):
            return plain
        options = {key: value for key, value in plain.kwargs.items() if key != "padding"}
        return replace(plain, kwargs=options, before=(pad_call(tuple((p, p) for p in self._padding)),))
