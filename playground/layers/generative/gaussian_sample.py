"""GaussianSample: a random draw that a network can learn through."""

from __future__ import annotations

from typing import ClassVar

from playground.core.layer import Call, Family, Layer, Port
from playground.core.shape import Shape
from playground.layers.shared.merging import require_same


class GaussianSample(Layer):
    """Draws from a normal distribution for each value while training; gives the mean while predicting."""

    type_name: ClassVar[str] = "GaussianSample"
    title: ClassVar[str] = "Gaussian sample"
    family: ClassVar[Family] = "generative"
    id_stem: ClassVar[str] = "sample"
    inputs: ClassVar[tuple[Port, ...]] = (Port("mean"), Port("log_variance"))
    summary: ClassVar[str] = "Draws a random number for each mean and variance that the network gives."
    explanation: ClassVar[str] = (
        "The middle of a variational autoencoder. The encoder gives a mean and the logarithm of a variance; the draw "
        "is the mean plus scaled noise that comes from outside, so gradients pass to both. While predicting it gives "
        "the mean itself."
    )
    when: ClassVar[str] = "In the middle of a variational autoencoder, between the encoder and the decoder."
    formula: ClassVar[str] = (
        r"z = \mu + e^{\frac{1}{2} \ln \sigma^2} \odot \varepsilon, \quad \varepsilon \sim \mathcal{N}(0, I)"
    )
    reference: ClassVar[str] = "Kingma & Welling 2013, arXiv:1312.6114"
    keywords: ClassVar[tuple[str, ...]] = ("vae", "latent", "reparameterization", "variational", "random")

    def output_shape(self, *inputs: Shape) -> Shape:
        require_same(inputs, self.title)
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        return Call("playground.engine.modules.GaussianSample")

    def multiply_adds(self, *inputs: Shape) -> int:
        return 2 * inputs[0].count
