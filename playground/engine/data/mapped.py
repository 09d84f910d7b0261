"""Arrays that lie in a file and are read as they are looked at: telling them apart, and giving their memory back."""

from __future__ import annotations

import mmap
import threading
import weakref
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np

from playground.core.language import tr
from playground.engine.data.errors import DataError

# Rows of a mapped file that are looked at before their memory is given back: systems map up to 2 MB around each.
_ROWS_AT_ONCE = 32


def mapping(array: np.ndarray) -> mmap.mmap | None:
    """The mapped file that ``array`` looks into, also as a view of a view; None for an array in memory."""
    base: object = array
    while base is not None and not isinstance(base, mmap.mmap):
        if isinstance(base, np.memmap) and base.mode == "c":
            return None  # what was written to it is nowhere else
        base = getattr(base, "base", None)
    return base


def release(*arrays: np.ndarray) -> None:
    """Give back the memory of what was read. The system keeps the pages as long as it has room for them; without this
    all that was ever looked at would count as this program's memory.
    """
    for array in arrays:
        found = mapping(array)
        if found is not None and hasattr(found, "madvise") and hasattr(mmap, "MADV_DONTNEED"):
            found.madvise(mmap.MADV_DONTNEED)


class FileRows:
    """Rows of a mapped array, read from its file: what is mapped counts as this program's memory, what is read does
    not, and reading costs no page faults. For any thread.
    """

    def __init__(self, path: Path, start: int, array: np.ndarray) -> None:
        self._file = path.open("rb", buffering=0)
        self._start, self._array = start, array
        self._lock = threading.Lock()
        weakref.finalize(self, self._file.close)

    @classmethod
    def of(cls, array: np.ndarray) -> FileRows | None:
        """None for an array that lies in memory, and where the numbers of a row are not side by side in the file."""
        found = _mapped_file(array)
        whole = array.ndim > 0 and len(array) > 0 and array[0].flags.c_contiguous and array.strides[0] > 0
        if found is None or not whole or found.filename is None or mapping(array) is None:
            return None
        # the mapping begins at a whole page before the first number; addresses within it are places in the file
        ahead = array.__array_interface__["data"][0] - found.__array_interface__["data"][0]
        return cls(Path(found.filename), found.offset + ahead, array)

    def take(self, numbers: np.ndarray) -> np.ndarray:
        """Rows by number, which rise. Raises ``DataError`` when the file has become shorter, or cannot be read."""
        array = self._array
        rows = np.empty((len(numbers), *array.shape[1:]), array.dtype)
        if not len(numbers):
            return rows
        stride = array.strides[0]
        size = rows[:1].nbytes
        into = rows.reshape(-1).view(np.uint8).data
        # neighbours are read in one go
        cuts = np.flatnonzero(np.diff(numbers) != 1) + 1 if stride == size else np.arange(1, len(numbers))
        ends = [0, *cuts.tolist(), len(numbers)]
        with self._lock:
            for first, last in pairwise(ends):
                self._read(self._start + int(numbers[first]) * stride, into[first * size : last * size])
        return rows

    def _read(self, place: int, into: memoryview) -> None:
        hint = tr("Bring it back as it was. What was learned so far is kept.")
        try:
            self._file.seek(place)
            found = self._file.readinto(into)
        except OSError as error:
            raise DataError(
                tr("{name}: cannot be read: {value}.", name=self._file.name, value=error.strerror or error), hint
            ) from error
        if found != len(into):
            raise DataError(tr("{name}: has become shorter while it was read.", name=self._file.name), hint)


def _mapped_file(array: np.ndarray) -> np.memmap | None:
    """The array that was mapped first, behind all views: it knows its file."""
    base: object = array
    found: np.memmap | None = None
    while isinstance(base, np.ndarray):
        if isinstance(base, np.memmap):
            found = base
        base = base.base
    return found


def in_any_order(array: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    """What gives rows by number. As ``reader`` it never looks at a file through its mapping where that can be helped:
    once the file was cut, that would end the process.
    """
    if mapping(array) is None:
        return lambda numbers: np.asarray(array[numbers])
    read = reader(array)

    def rows(numbers: np.ndarray) -> np.ndarray:
        order = np.argsort(numbers, kind="stable")
        back = np.empty_like(order)
        back[order] = np.arange(len(order))
        return read(np.asarray(numbers)[order])[back]

    return rows


def reader(array: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    """What gives rows by number, in rising order."""
    if mapping(array) is None:
        return lambda numbers: array[numbers]
    file = FileRows.of(array)
    if file is not None:
        return file.take

    def looked_at(numbers: np.ndarray) -> np.ndarray:
        parts = []
        for few in np.array_split(numbers, -(-len(numbers) // _ROWS_AT_ONCE) or 1):
            parts.append(np.asarray(array[few]))
            release(array)
        return np.concatenate(parts)

    return looked_at
