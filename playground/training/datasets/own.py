"""What all kinds of one's own data share: where their files may lie, and what reading them once has found."""

from __future__ import annotations

import re
from abc import abstractmethod
from pathlib import Path, PureWindowsPath
from string import Formatter
from typing import Annotated, Any, ClassVar

from pydantic import Field

from playground.core.graph import Record
from playground.core.language import mark, tr
from playground.core.resources import resource_path
from playground.training.datasets.dataset import Dataset
from playground.training.datasets.kind import DatasetKind, Group

FOUND: dict[str, Any] = {"editor": "none"}
MAX_CLASSES = 1000
MAX_UNTRAINED = 100
# what stands for a category that is missing; it is a category of its own
MISSING = "(missing)"

Count = Annotated[int, Field(ge=0, le=10**12)]
Notes = tuple[Annotated[str, Field(max_length=2000)], ...]


# The notes that tell of something in the files that is not among the samples.
LOSSES = (
    mark("Skipped: {counted}."),
    mark("Skipped: {counted} ({shortened})."),
    mark("Left out: {counted}."),
    mark("Left out: {counted} in the test part."),
    mark("Left out: {counted} without “{name}”."),
    mark("Counted as missing: {counted} of “{name}”, infinite or too large."),
    mark("“{name}” holds dates and is left out."),
    mark("“{name}” holds lists or records and is left out."),
    mark("“{name}” is empty and is left out."),
    mark("“{name}” numbers the rows and is left out."),
)


def told_losses(notes: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the notes of a reading that tell of samples, files or columns that were lost."""
    # a project may have been read while the program spoke another language: English is what all of them know
    forms = [_form(text) for text in (*LOSSES, *map(tr, LOSSES))]
    return tuple(note for note in notes if any(form.fullmatch(note) for form in forms))


def _form(text: str) -> re.Pattern[str]:
    """What a sentence becomes, whatever stands at its places."""
    parts = (re.escape(words) + (".+" if place is not None else "") for words, place, _, _ in Formatter().parse(text))
    return re.compile("".join(parts), re.DOTALL)


class Class(Record):
    """A class by name, with the number of its samples."""

    name: str
    count: Count


class Found(Record):
    """What reading the files once has told. ``of``: the choices that decide it; with others it holds no longer.

    ``untrained``: labels that are in a test part of its own and nowhere else, at most ``MAX_UNTRAINED``.
    """

    of: tuple[str, ...]
    notes: Notes = ()
    untrained: tuple[Annotated[str, Field(max_length=200)], ...] = ()


class Own(DatasetKind):
    """One's own data. Everything a network needs to know follows from ``found``, so that no file is opened for it."""

    group: ClassVar[Group] = "own"
    found: Found | None

    @property
    @abstractmethod
    def decides(self) -> tuple[str, ...]:
        """The choices that decide what reading finds: paths first."""

    @property
    @abstractmethod
    def files(self) -> tuple[str, ...]:
        """Files and folders as they were chosen; those that are empty are not there."""

    def missing(self) -> str:
        if not self.files:
            return tr("no file is chosen yet")
        if self.found is None or self.found.of != self.decides:
            return tr("{file} has not been read yet", file=file_name(self.files[0]))
        return self._lacking()

    def describe(self) -> Dataset | None:
        return None if self.missing() else self._described()

    def paths(self, data_dir: Path | str | None) -> tuple[Path, ...]:
        """Every place where a file or folder may lie, given the folder ``data_dir``; not all of them exist."""
        return tuple(place for file in self.files for place in candidates(file, data_dir))

    def _lacking(self) -> str:
        """What a person must still choose although the file was read; empty when nothing."""
        return ""

    @abstractmethod
    def _described(self) -> Dataset:
        """What follows from ``found`` when nothing is missing."""


def candidates(file: str, folder: Path | str | None) -> tuple[Path, ...]:
    """Where ``file`` may lie: an absolute path as it is, then by its name in ``folder``; a relative one in ``folder``,
    then among the files that come with the program.
    """
    path = Path(file).expanduser()
    inside = () if not folder else (Path(folder).expanduser(),)
    if path.is_absolute():
        return path, *(place / path.name for place in inside)
    if PureWindowsPath(file).is_absolute():
        return tuple(place / PureWindowsPath(file).name for place in inside)
    return *(place / path for place in inside), resource_path("data") / path


def file_name(file: str) -> str:
    """The last part of a path of any system."""
    return PureWindowsPath(file).name or file


_COUNTS = {
    "column": (mark("{count:,} column"), mark("{count:,} columns")),
    "field": (mark("{count:,} field"), mark("{count:,} fields")),
    "file": (mark("{count:,} file"), mark("{count:,} files")),
    "image": (mark("{count:,} image"), mark("{count:,} images")),
    "image in grey": (mark("{count:,} image in grey"), mark("{count:,} images in grey")),
    "image that cannot be read": (
        mark("{count:,} image that cannot be read"), mark("{count:,} images that cannot be read"),
    ),
    "line without a label or a word": (
        mark("{count:,} line without a label or a word"), mark("{count:,} lines without a label or a word"),
    ),
    "line without a value": (mark("{count:,} line without a value"), mark("{count:,} lines without a value")),
    "number": (mark("{count:,} number"), mark("{count:,} numbers")),
    "row": (mark("{count:,} row"), mark("{count:,} rows")),
    "row with a missing number": (
        mark("{count:,} row with a missing number"), mark("{count:,} rows with a missing number"),
    ),
    "row without a target": (mark("{count:,} row without a target"), mark("{count:,} rows without a target")),
    "row without a text": (mark("{count:,} row without a text"), mark("{count:,} rows without a text")),
    "row without a text or a label": (
        mark("{count:,} row without a text or a label"), mark("{count:,} rows without a text or a label"),
    ),
    "sample": (mark("{count:,} sample"), mark("{count:,} samples")),
    "sample with a missing number": (
        mark("{count:,} sample with a missing number"), mark("{count:,} samples with a missing number"),
    ),
    "text without a word": (mark("{count:,} text without a word"), mark("{count:,} texts without a word")),
    "value": (mark("{count:,} value"), mark("{count:,} values")),
}  # fmt: skip


def counted(count: int, noun: str) -> str:
    """ "1 row", "2,000 rows": of one of ``_COUNTS``, so that each language says it in its own way."""
    one, several = _COUNTS[noun]
    return tr(one if count == 1 else several, count=count)


def untrained_words(labels: tuple[str, ...]) -> str:
    """ "1 test label (7) never occurs in training." """
    one = mark("{count:,} test label ({names}) never occurs in training.")
    several = mark("{count:,} test labels ({names}) never occur in training.")
    return tr(one if len(labels) == 1 else several, count=len(labels), names=shortened(labels))


def shortened(names: tuple[str, ...] | list[str], most: int = 5) -> str:
    """ "a, b, c and 12 more"."""
    more = len(names) - most
    told = ", ".join(names[:most])
    return tr("{names} and {count:,} more", names=told, count=more) if more > 0 else told
