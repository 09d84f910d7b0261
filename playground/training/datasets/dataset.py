"""What is known of a data set before it is read: one sample, what is to be predicted, how many there are."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from playground.core.project import Preparation
from playground.core.shape import Shape

# How samples are looked at: as pictures, as points of a plane, as rows, as curves over time, as text.
Look = Literal["images", "points", "table", "sequences", "text"]
TargetKind = Literal["classes", "labels", "values", "none"]


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file of a published data set: its name and MD5 or SHA-256 as ``md5:…`` or ``sha256:…`` of what is fetched.

    ``size`` in bytes is told before a download; 0 where it is not known.
    """

    name: str
    hash: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be predicted: one class of ``names``, any of several labels, or numbers with names; or nothing.

    ``shape`` is that of the numbers in one target; classes are int64 without a shape.
    """

    kind: TargetKind
    names: tuple[str, ...] = ()
    shape: Shape | None = None

    @classmethod
    def classes(cls, *names: str) -> Target:
        return cls("classes", names)

    @classmethod
    def labels(cls, *names: str) -> Target:
        """Yes or no for each of several names at once."""
        return cls("labels", names, Shape.vector(len(names)))

    @classmethod
    def values(cls, *names: str) -> Target:
        return cls("values", names, Shape.vector(len(names)))

    @property
    def count(self) -> int:
        """Classes, labels or numbers."""
        return len(self.names) if self.shape is None else self.shape.count

    @property
    def binary(self) -> bool:
        """Whether one number can say it: two classes."""
        return self.kind == "classes" and len(self.names) == 2


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set as it is chosen. ``shape`` is that of a sample as a network takes it, prepared.

    ``train_samples`` are those that are divided; ``test_samples`` of a test part of its own, 0 where it is taken out of
    the others. ``ordered``: samples follow each other in time and are divided in that order. ``features`` name the
    numbers of a sample where they have names, ``fixed`` tells of each whether scaling leaves it alone (a yes or no).
    ``vocabulary`` is the number of ids where a sample consists of ids. ``range`` is where its values lie before they
    are scaled, where that is known.
    """

    name: str
    title: str
    summary: str
    shape: Shape
    target: Target
    train_samples: int
    test_samples: int = 0
    look: Look = "table"
    ordered: bool = False
    features: tuple[str, ...] = ()
    fixed: tuple[bool, ...] = ()
    vocabulary: int = 0
    range: tuple[float, float] | None = None
    bundled: bool = True
    source: str = ""
    licence: str = ""
    files: tuple[DataFile, ...] = ()
    mirrors: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def classes(self) -> tuple[str, ...]:
        """Names of the classes; none where no class is to be predicted."""
        return self.target.names if self.target.kind == "classes" else ()

    @property
    def download_size(self) -> int:
        """Bytes to fetch; 0 where that is not known."""
        return sum(file.size for file in self.files)

    def prepared(self, preparation: Preparation) -> Dataset:
        """As a network sees it once images are resized and made grey."""
        shape = self.shape
        if shape.is_image:
            channels, height, width = shape.sizes
            height, width = preparation.size or (height, width)
            shape = Shape.image(1 if preparation.grayscale else channels, height, width)
        return self if shape == self.shape else replace(self, shape=shape)
