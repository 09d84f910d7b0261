"""Embedding: a learned vector for each word."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.layer import Call, Family, Takes
from playground.core.shape import Insert, Shape, ShapeError
from playground.core.weights import Initialized


class Embedding(Initialized):
    """A table with one row for each id; a vector of ids becomes a sequence of rows."""

    type_name: ClassVar[str] = "Embedding"
    title: ClassVar[str] = "Embedding"
    family: ClassVar[Family] = "linear"
    id_stem: ClassVar[str] = "embedding"
    takes: ClassVar[Takes] = "ids"
    summary: ClassVar[str] = "Looks up a learned vector for each whole number that names a word or thing."
    explanation: ClassVar[str] = (
        "Numbers that name things have no size: word 7 is not more than word 6. Each gets a vector of its own, and "
        "training moves the vectors of things that are used alike towards each other."
    )
    when: ClassVar[str] = (
        "As the first layer for texts and for other ids, since a network cannot compute with the number of a word."
    )
    formula: ClassVar[str] = r"y_t = W_{x_t}, \quad W \in \mathbb{R}^{V \times D}"
    reference: ClassVar[str] = "Mikolov et al. 2013, arXiv:1301.3781"
    keywords: ClassVar[tuple[str, ...]] = ("word", "token", "lookup", "vocabulary", "ids", "text")

    vocabulary: int = Field(
        10_000, ge=1, le=10_000_000, description="How many ids there are: 0 up to one less than this."
    )
    dimension: int = Field(64, ge=1, le=65_536, description="Length of the vector of each id.")

    def output_shape(self, *inputs: Shape) -> Shape:
        if not inputs[0].is_vector:
            raise ShapeError(
                tr("gets {inputs}; an Embedding layer takes a vector of whole numbers", inputs=inputs[0]),
                tr("Put a Flatten before it."),
                Insert("Flatten"),
            )
        return Shape.sequence(inputs[0].count, self.dimension)

    @classmethod
    def with_channels(cls, count: int) -> dict[str, Any] | None:
        return {"dimension": count}

    def call(self, *inputs: Shape) -> Call:
        return Call("torch.nn.Embedding", (self.vocabulary, self.dimension))

    def parameter_count(self, *inputs: Shape) -> int:
        return self.vocabulary * self.dimension

    def caption(self) -> str:
        return f"{self.vocabulary:,} × {self.dimension:,}"
