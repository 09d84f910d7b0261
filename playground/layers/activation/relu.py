"""ReLU: Lets positive values through and makes the rest zero."""

from __future__ import annotations

from typing import ClassVar

from playground.layers.shared.elementwise import Elementwise


class ReLU(Elementwise):
    """Rectified linear unit."""

    type_name: ClassVar[str] = "ReLU"
    title: ClassVar[str] = "ReLU"
    id_stem: ClassVar[str] = "relu"
    summary: ClassVar[str] = "Lets positive values through and makes the rest zero."
    explanation: ClassVar[str] = (
        "Cheap and hard to saturate, which is why deep networks became trainable with it. A unit that is never "
        "positive learns nothing: it is dead."
    )
    when: ClassVar[str] = "As the first choice after Dense and convolution layers, but not at the end of a network."
    formula: ClassVar[str] = r"y = \max(0, x)"
    reference: ClassVar[str] = "Fukushima 1969, doi:10.1109/TSSC.1969.300225; Nair & Hinton 2010, ICML"
    target: ClassVar[str] = "torch.nn.ReLU"
