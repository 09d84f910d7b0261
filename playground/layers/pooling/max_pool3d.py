"""Max pool 3D: Keeps the largest value of each window."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.layers.shared.window_pool import WindowPool
from playground.layers.shared.windows import GapTriple, Triple


class MaxPool3D(WindowPool):
    """Maximum over a sliding window, for each channel."""

    type_name: ClassVar[str] = "MaxPool3D"
    title: ClassVar[str] = "Max pool 3D"
    axes: ClassVar[int] = 3
    id_stem: ClassVar[str] = "pool_vol"
    summary: ClassVar[str] = "Keeps the largest value of each window."
    explanation: ClassVar[str] = (
        "A pattern counts wherever in the window it was found, in space or over frames, and the volume gets smaller "
        "for what follows: by eight with a window of two."
    )
    when: ClassVar[str] = "To make volumes smaller and keep the strongest answer of each window."
    formula: ClassVar[str] = r"y_{c,h,i,j} = \max_{l,m,n}\; x_{c,\, sh+l,\, si+m,\, sj+n}"
    reference: ClassVar[str] = "Tran et al. 2015, arXiv:1412.0767"
    target: ClassVar[str] = "torch.nn.MaxPool3d"
    non_linear: ClassVar[bool] = True

    size: Triple = Field(2, description="Depth, height and width of the window, in voxels.")
    stride: Triple | None = Field(None, description="Voxels from one window to the next; empty is the window's size.")
    padding: GapTriple = Field(0, description="Voxels added around the volume, at most half the window.")
