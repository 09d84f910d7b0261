"""Average pool 2D: Takes the mean of each window."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.window_pool import WindowPool


class AvgPool2D(WindowPool):
    """Mean over a sliding window, for each channel; padding counts as zeros."""

    type_name: ClassVar[str] = "AvgPool2D"
    title: ClassVar[str] = "Average pool 2D"
    id_stem: ClassVar[str] = "avgpool"
    summary: ClassVar[str] = "Takes the mean of each window."
    explanation: ClassVar[str] = (
        "A smoother way than the maximum to make an image smaller: every value of the window has its share."
    )
    formula: ClassVar[str] = r"y_{c,i,j} = \frac{1}{k^2}\sum_{m,n} x_{c,\, si+m,\, sj+n}"
    target: ClassVar[str] = "torch.nn.AvgPool2d"
