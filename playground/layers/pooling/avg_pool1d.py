"""Average pool 1D: Takes the mean of each window."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.layers.shared.window_pool import WindowPool
from playground.layers.shared.windows import Gap, Size


class AvgPool1D(WindowPool):
    """Mean over a sliding window, for each channel; padding counts as zeros."""

    type_name: ClassVar[str] = "AvgPool1D"
    title: ClassVar[str] = "Average pool 1D"
    axes: ClassVar[int] = 1
    id_stem: ClassVar[str] = "avgpool_seq"
    summary: ClassVar[str] = "Takes the mean of each window."
    explanation: ClassVar[str] = (
        "A smoother way than the maximum to make a sequence shorter: every time step of the window has its share."
    )
    when: ClassVar[str] = "To make a series shorter while keeping its level."
    formula: ClassVar[str] = r"y_{t,c} = \frac{1}{k}\sum_{m} x_{s t + m,\, c}"
    reference: ClassVar[str] = "LeCun et al. 1998, doi:10.1109/5.726791"
    target: ClassVar[str] = "torch.nn.AvgPool1d"

    size: Size = Field(2, description="Time steps in a window.")
    stride: Size | None = Field(None, description="Time steps from one window to the next; empty is the window's size.")
    padding: Gap = Field(0, description="Time steps added at both ends, at most half the window.")
