"""Adaptive average pool: Takes the mean of each part, for an output of a given size."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.adaptive_pool import AdaptivePool


class AdaptiveAvgPool(AdaptivePool):
    """Mean over as many parts as the output has places, for each channel."""

    type_name: ClassVar[str] = "AdaptiveAvgPool"
    title: ClassVar[str] = "Adaptive average pool"
    id_stem: ClassVar[str] = "adaptive_avg"
    summary: ClassVar[str] = "Takes the mean of each part, for an output of a given size."
    explanation: ClassVar[str] = (
        "The windows follow from the size that is asked for, so images of any size end in one that a Dense layer can "
        "rely on. Size 1 gives the mean of each channel."
    )
    when: ClassVar[str] = "When images of different sizes should end in the same number of values."
    formula: ClassVar[str] = (
        r"y_{c,i} = \mathrm{mean}_{\lfloor i n / o \rfloor \le p < \lceil (i+1) n / o \rceil}\; x_{c,p}"
    )
    reference: ClassVar[str] = "He et al. 2014, arXiv:1406.4729"
    keywords: ClassVar[tuple[str, ...]] = ("pooling", "subsampling", "spatial pyramid", "resize")
    target: ClassVar[str] = "torch.nn.AdaptiveAvgPool"
