"""Max pool 2D: Keeps the largest value of each window."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.layers.shared.window_pool import WindowPool
from playground.layers.shared.windows import GapPair, Pair


class MaxPool2D(WindowPool):
    """Maximum over a sliding window, for each channel."""

    type_name: ClassVar[str] = "MaxPool2D"
    title: ClassVar[str] = "Max pool 2D"
    axes: ClassVar[int] = 2
    id_stem: ClassVar[str] = "pool"
    summary: ClassVar[str] = "Keeps the largest value of each window."
    explanation: ClassVar[str] = (
        "A pattern counts wherever in the window it was found, so small shifts of the image matter less, and the image "
        "gets smaller for what follows."
    )
    when: ClassVar[str] = (
        "After one or two convolutions, to halve the maps and let the next layers see more of the image."
    )
    formula: ClassVar[str] = r"y_{c,i,j} = \max_{m,n}\; x_{c,\, si+m,\, sj+n}"
    reference: ClassVar[str] = "Scherer et al. 2010, doi:10.1007/978-3-642-15825-4_10"
    target: ClassVar[str] = "torch.nn.MaxPool2d"
    non_linear: ClassVar[bool] = True

    size: Pair = Field(2, description="Height and width of the window, in pixels.")
    stride: Pair | None = Field(None, description="Pixels from one window to the next; empty is the window's size.")
    padding: GapPair = Field(0, description="Pixels added around the image, at most half the window.")
