"""Generated tables and series. What they look like follows from their parameters; the loader makes the numbers."""

from __future__ import annotations

import math
from abc import abstractmethod
from random import Random
from typing import ClassVar, Self

from pydantic import Field, model_validator

from playground.core.language import tr
from playground.core.shape import Shape
from playground.training.datasets.dataset import Dataset, Target
from playground.training.datasets.kind import DatasetKind, Group


class GeneratedTable(DatasetKind):
    name: ClassVar[str] = "classification"
    title: ClassVar[str] = "Generated table"
    summary: ClassVar[str] = (
        "Clusters at the corners of a cube, several to a class, with columns that repeat or mean nothing: not linear."
    )
    group: ClassVar[Group] = "table"
    source: ClassVar[str] = "generated; scikit-learn make_classification (Guyon 2003)"

    samples: int = Field(2000, ge=20, le=100_000, description="Rows.")
    features: int = Field(8, ge=1, le=500, description="Columns in all.")
    informative: int = Field(4, ge=1, le=30, description="Columns that decide the class.")
    redundant: int = Field(2, ge=0, le=500, description="Columns that are sums of informative ones.")
    classes: int = Field(2, ge=2, le=20, description="How many classes, of about the same size.")
    clusters: int = Field(4, ge=1, le=20, description="Clusters in each class; with one it is nearly linear.")
    separation: float = Field(1.5, ge=0.1, le=5.0, description="How far clusters lie apart.")
    noise: float = Field(0.01, ge=0.0, le=0.5, description="Part of the rows whose class is drawn anew.")
    seed: int = Field(0, ge=0, le=2**32 - 1, description="The same seed gives the same table.")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.informative + self.redundant > self.features:
            raise ValueError(
                tr(
                    "{informative} informative and {redundant} redundant columns are more than the {features} features",
                    informative=self.informative,
                    redundant=self.redundant,
                    features=self.features,
                )
            )
        if self.classes * self.clusters > 2**self.informative:
            raise ValueError(
                tr(
                    "{classes} classes of {clusters} clusters need {columns} informative columns",
                    classes=self.classes,
                    clusters=self.clusters,
                    columns=math.ceil(math.log2(self.classes * self.clusters)),
                )
            )
        return self

    def describe(self) -> Dataset:
        return Dataset(
            self.name, tr(self.title), tr(self.summary), Shape.vector(self.features),
            Target.classes(*(f"class {number + 1}" for number in range(self.classes))), self.samples, look="table",
            features=tuple(f"x{number + 1}" for number in range(self.features)), source=tr(self.source),
        )  # fmt: skip


class Series(DatasetKind):
    """One long series, cut into windows: a sample is ``steps`` moments, its target the ``horizon`` values after them.

    Each window begins ``horizon`` moments after the one before, so every value is the target of one sample alone:
    divided in order of time, no value to be predicted in a later part was ever seen in an earlier one. What a later
    window looks back at may well have been.
    """

    group: ClassVar[Group] = "sequences"
    source: ClassVar[str] = "generated"
    features: ClassVar[tuple[str, ...]]

    samples: int = Field(2000, ge=20, le=10_000, description="How many windows.")
    steps: int = Field(32, ge=1, le=500, title="Window", description="Moments that the network looks back at.")
    horizon: int = Field(1, ge=1, le=32, description="Moments ahead that are to be predicted.")
    noise: float = Field(0.05, ge=0.0, le=0.5, description="Deviation of the error of each measurement.")
    seed: int = Field(0, ge=0, le=2**32 - 1, description="The same seed gives the same series.")

    @property
    def length(self) -> int:
        """Moments of the whole series: exactly what the windows need."""
        return self.steps + self.samples * self.horizon

    def series(self) -> list[tuple[float, ...]]:
        """``length`` moments of as many numbers as there are ``features``; the first is what is predicted."""
        random = Random(self.seed)  # noqa: S311 - no secret
        # the errors are drawn apart: another noise leaves the motion as it was
        errors = Random(self.seed + 1)  # noqa: S311
        return [tuple(value + errors.gauss(0, 1) * self.noise for value in moment) for moment in self._motion(random)]

    @abstractmethod
    def _motion(self, random: Random) -> list[tuple[float, ...]]:
        """As it would be measured without error."""

    def describe(self) -> Dataset:
        names = tuple(f"{self.features[0]} at t+{ahead}" for ahead in range(1, self.horizon + 1))
        return Dataset(
            self.name, tr(self.title), tr(self.summary), Shape.sequence(self.steps, len(self.features)),
            Target.values(*names), self.samples, look="sequences", ordered=True, features=self.features,
            source=tr(self.source),
        )  # fmt: skip


class Sines(Series):
    name: ClassVar[str] = "sines"
    title: ClassVar[str] = "Sum of sines"
    summary: ClassVar[str] = "Forecasting: several waves of different periods on top of each other, in order of time."
    features: ClassVar[tuple[str, ...]] = ("value",)

    waves: int = Field(3, ge=1, le=8, description="How many waves; the shortest lasts 8 moments, the longest 60.")

    def _motion(self, random: Random) -> list[tuple[float, ...]]:
        # amplitudes so that the variance of their sum is ½, as that of one sine
        amplitude = 1 / math.sqrt(self.waves)
        waves = []
        for number in range(self.waves):
            # each in its own part of the octaves between 8 and 60, so that no two are alike
            part = (number + random.random()) / self.waves
            waves.append((2 * math.pi / (8 * (60 / 8) ** part), random.uniform(0, 2 * math.pi)))
        return [
            (amplitude * sum(math.sin(speed * moment + phase) for speed, phase in waves),)
            for moment in range(self.length)
        ]


class Oscillator(Series):
    name: ClassVar[str] = "oscillator"
    title: ClassVar[str] = "Driven oscillator"
    summary: ClassVar[str] = (
        "Forecasting: a damped spring pushed by a steady rhythm and by chance; its position and speed in order of time."
    )
    features: ClassVar[tuple[str, ...]] = ("position", "speed")

    period: float = Field(20.0, ge=4.0, le=200.0, description="Moments in which the spring swings once, if left alone.")
    damping: float = Field(0.1, ge=0.01, le=1.0, description="1: it comes to rest without swinging back.")
    drive: float = Field(0.5, ge=0.0, le=2.0, description="How hard the rhythm pushes.")
    kicks: float = Field(0.2, ge=0.0, le=2.0, description="How hard chance pushes.")

    _RHYTHM: ClassVar[float] = math.sqrt(2)  # its period in those of the spring: the two never fall into step
    _PARTS: ClassVar[int] = 8  # of a moment, in which the motion is followed

    def _motion(self, random: Random) -> list[tuple[float, ...]]:
        """x″ = −x − 2·damping·x′ + push, with time in radians of the free spring; half-implicit Euler keeps the energy
        of a free spring. Begins after the start has died away.
        """
        turn = 2 * math.pi / self.period
        step = turn / self._PARTS
        at_rest = math.ceil(5 / (self.damping * turn))
        x, speed = random.gauss(0, 1), random.gauss(0, 1)
        found: list[tuple[float, ...]] = []
        for moment in range(at_rest + self.length):
            chance = self.kicks * random.gauss(0, 1) * math.sqrt(turn)
            for part in range(self._PARTS):
                time = (moment * self._PARTS + part) * step
                push = self.drive * math.sin(time / self._RHYTHM)
                speed += step * (push - x - 2 * self.damping * speed) + chance / self._PARTS
                x += step * speed
            if moment >= at_rest:
                found.append((x, speed))
        return found


GENERATED: tuple[type[DatasetKind], ...] = (GeneratedTable, Sines, Oscillator)
