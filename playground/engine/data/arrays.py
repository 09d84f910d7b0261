"""A data set in memory or on disk."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from playground.engine.data.errors import DataError, FilesChanged
from playground.engine.data.mapped import reader, release
from playground.protocol import Part
from playground.training.datasets import Dataset

__all__ = ["MOST_ORIGINS", "ArrayData", "DataError", "FilesChanged"]

# Of an array with more bytes than this a hash reads so many blocks, evenly spread, of so many bytes each.
_WHOLE = 1 << 28
_BLOCKS, _BLOCK = 256, 1 << 16
# so many origins are a few megabytes of text; more would tell a person no more
MOST_ORIGINS = 200_000


@dataclass(frozen=True)
class ArrayData:
    """Samples as they are stored, before they are prepared.

    ``*_x``: uint8 images N×C×H×W, float32 N×shape with NaN where a number is missing, or int64 ids N×length; an array
    may be mapped from disk. ``*_y``: int64 N for classes, float32 N×shape for labels and values, float32 N×0 where
    nothing is to be predicted. ``test_*`` have no rows when the test part is taken out of the others. ``origins`` name
    where samples come from (a file, a line), for the training rows and then the test rows; empty where that says
    nothing. ``notes`` tell what was left out or changed while reading. ``words`` are those of ids, from
    ``tokens.Vocabulary``.
    """

    dataset: Dataset
    train_x: np.ndarray
    train_y: np.ndarray
    test_x: np.ndarray
    test_y: np.ndarray
    origins: tuple[str, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()
    words: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def whole(
        cls, dataset: Dataset, x: np.ndarray, y: np.ndarray | None = None, *, origins: tuple[str, ...] = (),
        notes: tuple[str, ...] = (),
    ) -> ArrayData:  # fmt: skip
        """Data without a test part of their own; without ``y`` nothing is to be predicted."""
        given = np.zeros((len(x), 0), np.float32) if y is None else y
        return cls(dataset, x, given, x[:0], given[:0], origins, notes)

    def own_test(self, part: Part) -> bool:
        """Whether ``part`` is a test part that lies in arrays of its own."""
        return part == "test" and len(self.test_y) > 0

    def of(self, part: Part) -> tuple[np.ndarray, np.ndarray]:
        """The samples and targets among which those of ``part`` are."""
        return (self.test_x, self.test_y) if self.own_test(part) else (self.train_x, self.train_y)

    def origins_of(self, part: Part, rows: np.ndarray) -> tuple[str, ...]:
        """Where ``rows`` of ``of(part)`` come from; empty where the data do not say it."""
        first = len(self.train_y) if self.own_test(part) else 0
        return tuple(self.origins[first + row] for row in rows.tolist()) if self.origins else ()

    @cached_property
    def sha256(self) -> str:
        """Tells a resumed run whether it sees the same data. Worked out when first asked.

        Of all values in order; of an array larger than 256 MB of 256 blocks of 64 KB, evenly spread, the first and
        the last among them: hashing 4 GB at a save would stop a run for ten seconds.
        """
        digest = hashlib.sha256()
        for array in (self.train_x, self.train_y, self.test_x, self.test_y):
            digest.update(f"{array.dtype.str}{array.shape}".encode())
            rows = max(1, _BLOCK // max(1, array[:1].nbytes))
            starts = range(0, len(array), rows)
            if array.nbytes > _WHOLE:
                starts = np.linspace(0, len(array) - rows, _BLOCKS).astype(np.int64).tolist()
            read = reader(array)
            for start in starts:
                digest.update(np.ascontiguousarray(read(np.arange(start, min(start + rows, len(array))))).data)
            release(array)
        return digest.hexdigest()
