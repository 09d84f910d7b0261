"""Points of a plane, as in TensorFlow Playground: classes that are easy or hard to part, surfaces to follow, and points
drawn by hand. Plain arithmetic without numpy, so that the window draws them while a slider moves.
"""

from __future__ import annotations

import math
from abc import abstractmethod
from random import Random
from typing import Annotated, ClassVar

from pydantic import Field

from playground.core.language import tr
from playground.core.shape import Shape
from playground.training.datasets.dataset import Dataset, Target
from playground.training.datasets.kind import DatasetKind, Group

# x1, x2, and what is to be predicted: the number of a class (from 0), or a value
Point = tuple[float, float, float]
_RADIUS = 5.0  # of circle and exclusive-or
_PLANE = 6.0  # surfaces are sampled from −6 to 6
_MANY = 20_000


class Points(DatasetKind):
    """Two numbers a sample. ``scatter()`` is all there is to know: the loader makes arrays of it, the window dots."""

    group: ClassVar[Group] = "points"

    @property
    @abstractmethod
    def target(self) -> Target:
        """What is to be predicted."""

    @abstractmethod
    def scatter(self) -> list[Point]:
        """Always the same for the same parameters."""

    @property
    @abstractmethod
    def count(self) -> int:
        """How many ``scatter()`` gives."""

    def describe(self) -> Dataset | None:
        return Dataset(
            self.name, tr(self.title), tr(self.summary), Shape.vector(2), self.target, self.count, look="points",
            features=("x1", "x2"), source=tr(self.source), licence=tr(self.licence),
        )  # fmt: skip


class Toy(Points):
    """Points that are drawn at random. More noise moves the same points further."""

    source: ClassVar[str] = "generated; after TensorFlow Playground (Smilkov & Carter 2016)"

    samples: int = Field(500, ge=20, le=_MANY, description="How many points, equally many of each class.")
    noise: float = Field(0.0, ge=0.0, le=0.5, description="How far points stray from where their class lies.")
    seed: int = Field(0, ge=0, le=2**32 - 1, description="The same seed gives the same points.")

    @property
    def count(self) -> int:
        return self.samples

    def scatter(self) -> list[Point]:
        random = Random(self.seed)  # noqa: S311 - no secret
        found = self._draw(random)
        random.shuffle(found)
        return found

    @abstractmethod
    def _draw(self, random: Random) -> list[Point]:
        """In any order; noise takes as many random numbers whatever its size."""


class Classes(Toy):
    """Classes in equal shares: what one place in ``_place`` gives, for each."""

    @property
    @abstractmethod
    def names(self) -> tuple[str, ...]:
        """Of the classes."""

    @property
    def target(self) -> Target:
        return Target.classes(*self.names)

    def _draw(self, random: Random) -> list[Point]:
        found: list[Point] = []
        classes = len(self.names)
        for index in range(classes):
            share = self.samples // classes + (index < self.samples % classes)
            found += [(*self._place(random, index, number / share), float(index)) for number in range(share)]
        return found

    @abstractmethod
    def _place(self, random: Random, index: int, part: float) -> tuple[float, float]:
        """A point of the class ``index``; ``part`` runs from 0 up to below 1 through the points of the class."""

    def _strayed(self, random: Random, x: float, y: float, reach: float) -> tuple[float, float]:
        """Moved along both axes by at most ``reach`` at a noise of 1, evenly."""
        return x + random.uniform(-reach, reach) * self.noise, y + random.uniform(-reach, reach) * self.noise


class Circle(Classes):
    name: ClassVar[str] = "circle"
    title: ClassVar[str] = "Circle"
    summary: ClassVar[str] = "A disk within a ring: no straight line parts them, x1² + x2² does."

    @property
    def names(self) -> tuple[str, ...]:
        return ("outer", "inner")

    def _place(self, random: Random, index: int, part: float) -> tuple[float, float]:
        radius = random.uniform(0, _RADIUS * 0.5) if index else random.uniform(_RADIUS * 0.7, _RADIUS)
        angle = random.uniform(0, 2 * math.pi)
        return self._strayed(random, radius * math.sin(angle), radius * math.cos(angle), _RADIUS)


class ExclusiveOr(Classes):
    name: ClassVar[str] = "exclusive-or"
    title: ClassVar[str] = "Exclusive or"
    summary: ClassVar[str] = "Four squares, opposite ones of one class: the sign of x1·x2, which one layer cannot tell."
    _GAP: ClassVar[float] = 0.3

    @property
    def names(self) -> tuple[str, ...]:
        return ("signs differ", "same sign")

    def _place(self, random: Random, index: int, part: float) -> tuple[float, float]:
        x = random.uniform(self._GAP, _RADIUS + self._GAP) * random.choice((-1, 1))
        y = math.copysign(random.uniform(self._GAP, _RADIUS + self._GAP), x if index else -x)
        return self._strayed(random, x, y, _RADIUS)


class Gaussians(Classes):
    name: ClassVar[str] = "gaussians"
    title: ClassVar[str] = "Gaussians"
    summary: ClassVar[str] = "Two round clouds: one straight line parts them, as well as they can be parted."

    @property
    def names(self) -> tuple[str, ...]:
        return ("lower left", "upper right")

    def _place(self, random: Random, index: int, part: float) -> tuple[float, float]:
        centre = 2.0 if index else -2.0
        deviation = math.sqrt(0.5 + 7 * self.noise)  # a variance from 0.5 to 4
        return random.gauss(centre, deviation), random.gauss(centre, deviation)


class Spiral(Classes):
    name: ClassVar[str] = "spiral"
    title: ClassVar[str] = "Spiral"
    summary: ClassVar[str] = "Two arms wound around each other: the hardest of the toys for a small network."
    _TURNS: ClassVar[float] = 1.75

    @property
    def names(self) -> tuple[str, ...]:
        return ("arm 1", "arm 2")

    def _place(self, random: Random, index: int, part: float) -> tuple[float, float]:
        radius, angle = part * _RADIUS, self._TURNS * part * 2 * math.pi + (0 if index else math.pi)
        return self._strayed(random, radius * math.sin(angle), radius * math.cos(angle), 1.0)


class Moons(Classes):
    name: ClassVar[str] = "moons"
    title: ClassVar[str] = "Moons"
    summary: ClassVar[str] = "Two half circles, each reaching into the other."
    source: ClassVar[str] = "generated; after scikit-learn make_moons, three times as large"
    _SCALE: ClassVar[float] = 3.0

    noise: float = Field(0.1, ge=0.0, le=0.5, description="Deviation of the points from their moon, in its radii.")

    @property
    def names(self) -> tuple[str, ...]:
        return ("upper", "lower")

    def _place(self, random: Random, index: int, part: float) -> tuple[float, float]:
        x, y = math.cos(math.pi * part), math.sin(math.pi * part)
        x, y = (1 - x, 0.5 - y) if index else (x, y)
        x, y = x + random.gauss(0, 1) * self.noise, y + random.gauss(0, 1) * self.noise
        return (x - 0.5) * self._SCALE, (y - 0.25) * self._SCALE


class Rings(Classes):
    name: ClassVar[str] = "rings"
    title: ClassVar[str] = "Rings"
    summary: ClassVar[str] = "Circles around one centre, each a class of its own."
    source: ClassVar[str] = "generated"

    rings: int = Field(3, ge=2, le=6, description="How many circles, and so classes.")

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(f"ring {number}" for number in range(1, self.rings + 1))

    def _place(self, random: Random, index: int, part: float) -> tuple[float, float]:
        radius, angle = _RADIUS * (index + 1) / self.rings, random.uniform(0, 2 * math.pi)
        # the noise of neighbours begins to meet at 0.5, however many rings there are
        radius += random.uniform(-1, 1) * self.noise * _RADIUS / self.rings
        return radius * math.sin(angle), radius * math.cos(angle)


class Ring(Classes):
    name: ClassVar[str] = "ring"
    title: ClassVar[str] = "Ring of Gaussians"
    summary: ClassVar[str] = "Small clouds on a circle: a generator that misses some is seen at a glance."
    source: ClassVar[str] = "generated; as in Metz et al. 2017, Unrolled GANs"
    _RADIUS: ClassVar[float] = 2.0

    samples: int = Field(2000, ge=20, le=_MANY, description="How many points, equally many in each cloud.")
    gaussians: int = Field(8, ge=2, le=12, title="Clouds", description="How many clouds, and so classes.")
    noise: float = Field(0.05, ge=0.0, le=0.5, description="Deviation of the points from the middle of their cloud.")

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(f"cloud {number}" for number in range(1, self.gaussians + 1))

    def _place(self, random: Random, index: int, part: float) -> tuple[float, float]:
        angle = 2 * math.pi * index / self.gaussians
        x, y = self._RADIUS * math.cos(angle), self._RADIUS * math.sin(angle)
        return random.gauss(x, self.noise), random.gauss(y, self.noise)


class Surface(Toy):
    """A value at every place of the plane. Noise reads it a little beside the place, so steep slopes get more of it."""

    samples: int = Field(500, ge=20, le=_MANY, description="How many points.")
    noise: float = Field(0.0, ge=0.0, le=0.5, description="How far beside a point its value is read.")

    @property
    def target(self) -> Target:
        return Target.values("y")

    @abstractmethod
    def height(self, x1: float, x2: float) -> float:
        """The value without noise."""

    def _draw(self, random: Random) -> list[Point]:
        found: list[Point] = []
        for _ in range(self.samples):
            x, y, right, up = (random.uniform(-_PLANE, _PLANE) for _ in range(4))
            found.append((x, y, self.height(x + right * self.noise, y + up * self.noise)))
        return found


class Plane(Surface):
    name: ClassVar[str] = "plane"
    title: ClassVar[str] = "Plane"
    summary: ClassVar[str] = "Regression: y = (x1 + x2) / 10, which a single linear unit learns."

    def height(self, x1: float, x2: float) -> float:
        return (x1 + x2) / 10


class Waves(Surface):
    name: ClassVar[str] = "waves"
    title: ClassVar[str] = "Waves"
    summary: ClassVar[str] = "Regression: y = sin(π·x1 / 4) · cos(π·x2 / 4), hills and hollows."
    source: ClassVar[str] = "generated"

    def height(self, x1: float, x2: float) -> float:
        return math.sin(math.pi * x1 / 4) * math.cos(math.pi * x2 / 4)


Coordinate = Annotated[float, Field(ge=-1e6, le=1e6)]


class Drawn(Points):
    name: ClassVar[str] = "drawn"
    title: ClassVar[str] = "Drawn points"
    summary: ClassVar[str] = "Points that you draw into the plane by hand, each with a class."
    source: ClassVar[str] = "drawn by hand"

    points: tuple[tuple[Coordinate, Coordinate, Annotated[int, Field(ge=0, le=9)]], ...] = Field(
        (), max_length=_MANY, description="x1, x2 and class of each point.",
        json_schema_extra={"editor": "none"},
    )  # fmt: skip

    @property
    def classes(self) -> tuple[int, ...]:
        """The numbers of classes that points were drawn of."""
        return tuple(sorted({number for _, _, number in self.points}))

    @property
    def target(self) -> Target:
        return Target.classes(*(f"class {number + 1}" for number in self.classes))

    @property
    def count(self) -> int:
        return len(self.points)

    def describe(self) -> Dataset | None:
        return None if self.missing() else super().describe()

    def missing(self) -> str:
        if not self.points:
            return tr("no point is drawn yet; draw points of at least two classes")
        return tr("draw points of a second class too") if len(self.classes) < 2 else ""

    def scatter(self) -> list[Point]:
        index = {number: float(place) for place, number in enumerate(self.classes)}
        return [(x, y, index[number]) for x, y, number in self.points]


TOYS: tuple[type[Points], ...] = (
    Circle, ExclusiveOr, Gaussians, Spiral, Moons, Rings, Ring, Plane, Waves, Drawn,
)  # fmt: skip
