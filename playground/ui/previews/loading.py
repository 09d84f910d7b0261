"""A sample from a file, in the form of the data that a network learned from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtGui import QImageReader

from playground.core.language import tr
from playground.core.project import Project
from playground.core.shape import Shape
from playground.training.datasets import Dataset, describe
from playground.ui.plots.image_grid import to_image
from playground.ui.predict.parsing import Unreadable, read_series
from playground.ui.predict.pixels import COLOURS, as_of
from playground.ui.widgets.numbers import counted

_TEXTS = frozenset({".csv", ".tsv", ".txt"})
_MOST_BYTES = 64 * 2**20


class Unloadable(Exception):
    """Why a file holds no sample for a network, and what it takes."""


def load_sample(path: Path, project: Project) -> np.ndarray:
    """uint8 h×w or h×w×3 for a network that takes images, a string for one that takes texts, else float32 in the shape
    of a sample.

    Of a file with several samples the first one, of a series the end. Raises ``Unloadable``.
    """
    dataset = describe(project.data)
    if dataset is None:
        raise Unloadable(tr("The data that the run learns from are not known."))
    if not path.is_file():
        raise Unloadable(tr("{name} is not there.", name=path.name))
    if path.stat().st_size > _MOST_BYTES:
        raise Unloadable(tr("{name} is larger than {most_bytes} MB.", name=path.name, most_bytes=_MOST_BYTES // 2**20))
    if dataset.look == "text":
        return _text(path)
    if path.suffix.lower() in _TEXTS:
        return _row(path, dataset.shape)
    if path.suffix.lower() == ".npy":
        return _array(path, dataset)
    return _picture(path, dataset)


def _picture(path: Path, dataset: Dataset) -> np.ndarray:
    shape = dataset.shape
    if not shape.is_image or shape.sizes[0] not in (1, COLOURS):
        raise Unloadable(tr("{name}: the network takes {shape}, no images.", name=path.name, shape=shape))
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise Unloadable(
            tr("{name} cannot be read as an image: {errorstring}.", name=path.name, errorstring=reader.errorString())
        )
    return as_of(image, dataset.name, *shape.sizes)


def _array(path: Path, dataset: Dataset) -> np.ndarray:
    try:
        found = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise Unloadable(tr("{name} cannot be read as an array: {error}.", name=path.name, error=error)) from error
    if found.dtype.kind not in "buif" or not np.isfinite(found).all():
        raise Unloadable(tr("{name} must hold finite numbers.", name=path.name))
    shape = dataset.shape
    if shape.is_image:
        return _image_of(path, found, dataset)
    if found.ndim == shape.rank + 1 and len(found):
        found = found[0]
    if found.shape != shape.sizes:
        raise Unloadable(
            tr(
                "{name} holds {times} numbers; the network takes {shape}.",
                name=path.name,
                times=_times(found.shape),
                shape=shape,
            )
        )
    return found.astype(np.float32)


def _image_of(path: Path, found: np.ndarray, dataset: Dataset) -> np.ndarray:
    """An image from h×w, h×w×3 or 3×h×w, or the first one of several; numbers from 0 to 1 or from 0 to 255."""
    channels, height, width = dataset.shape.sizes
    held = found.shape
    if not found.size:
        raise Unloadable(tr("{name} holds {times} numbers: no image.", name=path.name, times=_times(held)))
    several = found.ndim == 4
    if several:
        found = found[0]
    if found.ndim == 3 and found.shape[0] in (1, COLOURS) and found.shape[2] not in (1, COLOURS):
        found = np.moveaxis(found, 0, -1)
    if found.ndim == 3 and found.shape[2] not in (1, COLOURS) and not several:
        found = found[0]
    if found.ndim == 3 and found.shape[2] == 1:
        found = found[..., 0]
    known = found.ndim == 2 or (found.ndim == 3 and found.shape[2] == COLOURS)
    if not known or channels not in (1, COLOURS):
        raise Unloadable(
            tr(
                "{name} holds {times} numbers; the network takes {shape}.",
                name=path.name,
                times=_times(held),
                shape=dataset.shape,
            )
        )
    low, high = found.min(), found.max()
    if low < 0 or high > 255:
        raise Unloadable(
            tr(
                "{name} holds numbers from {low:g} to {high:g}; images have 0 to 1, or 0 to 255.",
                name=path.name,
                low=low,
                high=high,
            )
        )
    if found.dtype.kind in "bf" and high <= 1:
        found = found * 255.0
    return as_of(to_image(np.rint(found).astype(np.uint8)), dataset.name, channels, height, width)


def _text(path: Path) -> np.ndarray:
    if path.suffix.lower() != ".txt":
        raise Unloadable(tr("{name}: the network takes texts; write one, or load a .txt file.", name=path.name))
    try:
        found = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise Unloadable(tr("{name} cannot be read as text (UTF-8).", name=path.name)) from error
    if not found:
        raise Unloadable(tr("{name} holds no text.", name=path.name))
    return np.array(found)


def _row(path: Path, shape: Shape) -> np.ndarray:
    """A row of numbers, the first that has as many as the network takes; of a series its last part."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if shape.rank == 2:
        try:
            return np.asarray(read_series(text, *shape.sizes)[-1], np.float32)
        except Unreadable as error:
            raise Unloadable(f"{path.name}: {error}") from error
    for line in text.splitlines():
        numbers = _numbers(line)
        if len(numbers) == shape.count:
            return np.asarray(numbers, np.float32).reshape(shape.sizes)
    raise Unloadable(
        tr(
            "{name} has no row of {counted}, which the network takes.",
            name=path.name,
            counted=counted(shape.count, "number"),
        )
    )


def _numbers(line: str) -> list[float]:
    """Those of a line; none where a cell is something else."""
    try:
        return [float(cell) for cell in line.replace("\t", " ").replace(";", " ").replace(",", " ").split()]
    except ValueError:
        return []


def _times(sizes: tuple[int, ...]) -> str:
    return " × ".join(map(str, sizes)) or "1"
