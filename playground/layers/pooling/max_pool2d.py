"""Max pool 2D: Keeps the largest value of each window."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.window_pool import WindowPool


class MaxPool2D(WindowPool):
    """Maximum over a sliding window, for each channel."""

    type_name: ClassVar[str] = "MaxPool2D"
    title: ClassVar[str] = "Max pool 2D"
    id_stem: ClassVar[str] = "pool"
    summary: ClassVar[str] = "Keeps the largest value of each window."
    explanation: ClassVar[str] = (
        "A pattern counts wherever in the window it was found, so small shifts of the image matter less, and the image "
        "gets smaller for what follows."
    )
    formula: ClassVar[str] = r"y_{c,i,j} = \max_{m,n}\; x_{c,\, si+m,\, sj+n}"
    target: ClassVar[str] = "torch.nn.MaxPool2d"
