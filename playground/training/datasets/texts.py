"""Texts that come with the program."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.shape import VECTOR, Shape
from playground.training.datasets.dataset import Dataset, Target
from playground.training.datasets.kind import DatasetKind, Group


class Sentiment(DatasetKind):
    name: ClassVar[str] = "sentiment"
    title: ClassVar[str] = "Sentiment"
    summary: ClassVar[str] = "1,000 short English opinions, pleased or not: on films, food, things, journeys and more."
    group: ClassVar[Group] = "text"
    source: ClassVar[str] = "written for Neural Playground"
    licence: ClassVar[str] = "MIT"
    samples: ClassVar[int] = 1000

    length: int = Field(
        24, ge=1, le=200, description="Words that are kept of each text, the last ones; shorter texts are padded."
    )
    vocabulary: int = Field(
        1500, ge=3, le=20_000,
        description="Ids in all: 0 for padding, 1 for unknown words, and one for each of the most frequent words.",
    )  # fmt: skip

    def describe(self) -> Dataset:
        return Dataset(
            self.name, tr(self.title), tr(self.summary), Shape((self.length,), VECTOR, whole=True),
            Target.classes("negative", "positive"), self.samples, look="text", vocabulary=self.vocabulary,
            source=tr(self.source), licence=tr(self.licence),
        )  # fmt: skip
