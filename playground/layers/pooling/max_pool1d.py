"""Max pool 1D: Keeps the largest value of each window."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.layers.shared.window_pool import WindowPool
from playground.layers.shared.windows import Gap, Size


class MaxPool1D(WindowPool):
    """Maximum over a sliding window, for each channel."""

    type_name: ClassVar[str] = "MaxPool1D"
    title: ClassVar[str] = "Max pool 1D"
    axes: ClassVar[int] = 1
    id_stem: ClassVar[str] = "pool_seq"
    summary: ClassVar[str] = "Keeps the largest value of each window."
    explanation: ClassVar[str] = (
        "A pattern counts wherever in the window it was found, so small shifts in time matter less, and the sequence "
        "gets shorter for what follows."
    )
    when: ClassVar[str] = "To make a series shorter and keep the strongest answer of each window."
    formula: ClassVar[str] = r"y_{t,c} = \max_{m}\; x_{s t + m,\, c}"
    reference: ClassVar[str] = "Collobert et al. 2011, arXiv:1103.0398"
    target: ClassVar[str] = "torch.nn.MaxPool1d"
    non_linear: ClassVar[bool] = True

    size: Size = Field(2, description="Time steps in a window.")
    stride: Size | None = Field(None, description="Time steps from one window to the next; empty is the window's size.")
    padding: Gap = Field(0, description="Time steps added at both ends, at most half the window.")
