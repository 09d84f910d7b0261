"""Adaptive max pool: Keeps the largest value of each part, for an output of a given size."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.adaptive_pool import AdaptivePool


class AdaptiveMaxPool(AdaptivePool):
    """Maximum over as many parts as the output has places, for each channel."""

    type_name: ClassVar[str] = "AdaptiveMaxPool"
    title: ClassVar[str] = "Adaptive max pool"
    id_stem: ClassVar[str] = "adaptive_max"
    summary: ClassVar[str] = "Keeps the largest value of each part, for an output of a given size."
    explanation: ClassVar[str] = (
        "The windows follow from the size that is asked for, so images of any size end in one that a Dense layer can "
        "rely on. Where the size does not divide the input, neighbouring windows overlap."
    )
    when: ClassVar[str] = (
        "When images of different sizes should end in the same number of values, and only the strongest matter."
    )
    formula: ClassVar[str] = r"y_{c,i} = \max_{\lfloor i n / o \rfloor \le p < \lceil (i+1) n / o \rceil} x_{c,p}"
    reference: ClassVar[str] = "He et al. 2014, arXiv:1406.4729"
    keywords: ClassVar[tuple[str, ...]] = ("pooling", "subsampling", "spatial pyramid", "resize")
    target: ClassVar[str] = "torch.nn.AdaptiveMaxPool"
    non_linear: ClassVar[bool] = True
