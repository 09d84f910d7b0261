"""Gaussian noise: random numbers added while training."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.layer import Call, Family, Layer
from playground.core.shape import Shape


class GaussianNoise(Layer):
    """Adds normal random numbers while training; does nothing while predicting."""

    type_name: ClassVar[str] = "GaussianNoise"
    title: ClassVar[str] = "Gaussian noise"
    family: ClassVar[Family] = "regularization"
    id_stem: ClassVar[str] = "gaussian_noise"
    summary: ClassVar[str] = "Adds normal random numbers to the values while training."
    explanation: ClassVar[str] = (
        "The network never sees the same sample twice and learns to give nearby inputs the same answer. On the inputs "
        "it works like a penalty on steep functions; before an autoencoder it makes a denoising one."
    )
    when: ClassVar[str] = "To make a network calm about small changes of its inputs, and for denoising autoencoders."
    formula: ClassVar[str] = r"y = x + \varepsilon, \quad \varepsilon_i \sim \mathcal{N}(0, \sigma^2)"
    reference: ClassVar[str] = "Bishop 1995, doi:10.1162/neco.1995.7.1.108"
    keywords: ClassVar[tuple[str, ...]] = ("overfitting", "regularization", "jitter", "denoising")
    keeps_values: ClassVar[bool] = True

    deviation: float = Field(
        0.1, ge=0.0, le=100.0, description="Standard deviation σ of the noise, in the unit of the values."
    )

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        return Call("playground.engine.modules.GaussianNoise", (self.deviation,))

    def caption(self) -> str:
        return f"σ {self.deviation:g}"
