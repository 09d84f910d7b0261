"""A sample from a file, in the form of the data that a network learned from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtGui import QImageReader

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
        raise Unloadable("The data that the run learns from are not known.")
    if not path.is_file():
        raise Unloadable(f"{path.name} is not there.")
    if path.stat().st_size > _MOST_BYTES:
        raise Unloadable(f"{path.name} is larger than {_MOST_BYTES // 2**20} MB.")
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
        raise Unloadable(f"{path.name}: the network takes {shape}, no images.")
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise Unloadable(f"{path.name} cannot be read as an image: {reader.errorString()}.")
    return as_of(image, dataset.name, *shape.sizes)


def _array(path: Path, dataset: Dataset) -> np.ndarray:
    try:
        found = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise Unloadable(f"{path.name} cannot be read as an array: {error}.") from error
    if found.dtype.kind not in "buif" or not np.isfinite(found).all():
        raise Unloadable(f"{path.name} must hold finite numbers.")
    shape = dataset.shape
    if shape.is_image:
        return _image_of(path, found, dataset)
    if found.ndim == shape.rank + 1 and len(found):
        found = found[0]
    if found.shape != shape.sizes:
        raise Unloadable(f"{path.name} holds {_times(found.shape)} numbers; the network takes {shape}.")
    return found.astype(np.float32)


def _image_of(path: Path, found: np.ndarray, dataset: Dataset) -> np.ndarray:
    """An image from h×w, h×w×3 or 3×h×w, or the first one of several; numbers from 0 to 1 or from 0 to 255."""
    channels, height, width = dataset.shape.sizes
    held = found.shape
    if not found.size:
        raise Unloadable(f"{path.name} holds {_times(held)} numbers: no image.")
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
        raise Unloadable(f"{path.name} holds {_times(held)} numbers; the network takes {dataset.shape}.")
    low, high = found.min(), found.max()
    if low < 0 or high > 255:
        raise Unloadable(f"{path.name} holds numbers from {low:g} to {high:g}; images have 0 to 1, or 0 to 255.")
    if found.dtype.kind in "bf" and high <= 1:
        found = found * 255.0
    return as_of(to_image(np.rint(found).astype(np.uint8)), dataset.name, channels, height, width)


def _text(path: Path) -> np.ndarray:
    if path.suffix.lower() != ".txt":
        raise Unloadable(f"{path.name}: the network takes texts; write one, or load a .txt file.")
    try:
        found = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise Unloadable(f"{path.name} cannot be read as text (UTF-8).") from error
    if not found:
        raise Unloadable(f"{path.name} holds no text.")
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
    raise Unloadable(f"{path.name} has no row of {counted(shape.count, 'number')}, which the network takes.")


def _numbers(line: str) -> list[float]:
    """Those of a line; none where a cell is something else."""
    try:
        return [float(cell) for cell in line.replace("\t", " ").replace(";", " ").replace(",", " ").split()]
    except ValueError:
        return []


def _times(sizes: tuple[int, ...]) -> str:
    return " × ".join(map(str, sizes)) or "1"
