"""Global average pool: Takes the mean of each channel."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.global_pool import GlobalPool


class GlobalAvgPool(GlobalPool):
    """Mean over all places of a sequence, image or volume, for each channel."""

    type_name: ClassVar[str] = "GlobalAvgPool"
    title: ClassVar[str] = "Global average pool"
    id_stem: ClassVar[str] = "global_avg"
    summary: ClassVar[str] = "Takes the mean of each channel."
    explanation: ClassVar[str] = (
        "Ends a convolutional network in place of Flatten and wide Dense layers: one number for each channel, for any "
        "size of input, with nothing to learn and so nothing to overfit."
    )
    when: ClassVar[str] = (
        "Between the last convolution and the answer, in place of Flatten: no parameters, and any image size will do."
    )
    formula: ClassVar[str] = r"y_c = \frac{1}{n} \sum_{p} x_{c,p}"
    reference: ClassVar[str] = "Lin et al. 2014, arXiv:1312.4400"
    keywords: ClassVar[tuple[str, ...]] = ("pooling", "vector", "gap", "reduce")
    target: ClassVar[str] = "torch.mean"
