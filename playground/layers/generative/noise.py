"""Noise: where a generator begins."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family, Layer, Port, Role
from playground.core.shape import Shape


class Noise(Layer):
    """Random numbers that come from outside: training draws them, and a caller may pass their own."""

    type_name: ClassVar[str] = "Noise"
    title: ClassVar[str] = "Noise"
    family: ClassVar[Family] = "generative"
    id_stem: ClassVar[str] = "noise"
    inputs: ClassVar[tuple[Port, ...]] = ()
    role: ClassVar[Role] = "entrance"
    summary: ClassVar[str] = "Brings a vector of random numbers into a generator."
    explanation: ClassVar[str] = (
        "A generator turns noise into samples: each point of the noise's space becomes one. The numbers are drawn "
        "from a normal distribution for each batch; previews keep theirs, so that one can watch the same points learn."
    )
    when: ClassVar[str] = "At the beginning of the generator of a GAN."
    formula: ClassVar[str] = r"z \sim \mathcal{N}(0, I)"
    reference: ClassVar[str] = "Goodfellow et al. 2014, arXiv:1406.2661"
    keywords: ClassVar[tuple[str, ...]] = ("gan", "generator", "latent", "random", "source")

    size: int = Field(100, ge=1, le=65_536, description="How many random numbers for one sample.")

    def source_shape(self, data_shape: Shape | None) -> Shape | None:
        return Shape.vector(self.size)

    @classmethod
    def with_outputs(cls, count: int) -> dict[str, Any] | None:
        return {"size": count}

    def output_shape(self, *inputs: Shape) -> Shape:
        return inputs[0]

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.Identity")

    def caption(self) -> str:
        return tr("{count:,} numbers", count=self.size)
