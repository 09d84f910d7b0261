"""Average pool 2D: Takes the mean of each window."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.layers.shared.window_pool import WindowPool
from playground.layers.shared.windows import GapPair, Pair


class AvgPool2D(WindowPool):
    """Mean over a sliding window, for each channel; padding counts as zeros."""

    type_name: ClassVar[str] = "AvgPool2D"
    title: ClassVar[str] = "Average pool 2D"
    axes: ClassVar[int] = 2
    id_stem: ClassVar[str] = "avgpool"
    summary: ClassVar[str] = "Takes the mean of each window."
    explanation: ClassVar[str] = (
        "A smoother way than the maximum to make an image smaller: every value of the window has its share."
    )
    when: ClassVar[str] = "To make maps smaller while keeping their level; softer than max pooling."
    formula: ClassVar[str] = r"y_{c,i,j} = \frac{1}{k^2}\sum_{m,n} x_{c,\, si+m,\, sj+n}"
    reference: ClassVar[str] = "LeCun et al. 1998, doi:10.1109/5.726791"
    target: ClassVar[str] = "torch.nn.AvgPool2d"

    size: Pair = Field(2, description="Height and width of the window, in pixels.")
    stride: Pair | None = Field(None, description="Pixels from one window to the next; empty is the window's size.")
    padding: GapPair = Field(0, description="Pixels added around the image, at most half the window.")
