"""The base of all kinds of data sets: parameters as fields, and what follows from them."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import ClassVar, Literal

from playground.core.described import Described
from playground.training.datasets.dataset import Dataset

Group = Literal["points", "images", "table", "sequences", "text", "own"]


class DatasetKind(Described):
    """One class is one data set, or one way to bring one's own. ``engine/data/sources`` reads what it describes."""

    group: ClassVar[Group]
    source: ClassVar[str] = ""
    licence: ClassVar[str] = ""

    @abstractmethod
    def describe(self) -> Dataset | None:
        """What is known before anything is read; None for one's own data while no file is chosen."""

    def missing(self) -> str:
        """What a person must still choose, in words; empty when nothing."""
        return ""

    def paths(self, data_dir: Path | str | None) -> tuple[Path, ...]:
        """The files of one's own that are read; none for data that come with the program or are downloaded."""
        return ()
