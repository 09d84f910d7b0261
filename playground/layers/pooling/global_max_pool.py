"""Global max pool: Keeps the largest value of each channel."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.global_pool import GlobalPool


class GlobalMaxPool(GlobalPool):
    """Maximum over all places of a sequence, image or volume, for each channel."""

    type_name: ClassVar[str] = "GlobalMaxPool"
    title: ClassVar[str] = "Global max pool"
    id_stem: ClassVar[str] = "global_max"
    summary: ClassVar[str] = "Keeps the largest value of each channel."
    explanation: ClassVar[str] = (
        "Asks of each channel only whether its pattern is there, anywhere. Any size of image or length of sequence "
        "becomes a vector, with nothing to learn."
    )
    when: ClassVar[str] = (
        "Between the last convolution and the answer when it counts that a pattern is there, not how often."
    )
    formula: ClassVar[str] = r"y_c = \max_{p}\; x_{c,p}"
    reference: ClassVar[str] = "Oquab et al. 2015, doi:10.1109/CVPR.2015.7298668"
    keywords: ClassVar[tuple[str, ...]] = ("pooling", "vector", "gap", "reduce")
    target: ClassVar[str] = "torch.amax"
    non_linear: ClassVar[bool] = True
