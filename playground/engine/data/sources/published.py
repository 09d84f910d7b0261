"""Images with classes as they were published: found on disk or downloaded, and kept in memory between runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from playground.core.language import tr
from playground.engine.data.arrays import ArrayData, DataError
from playground.engine.data.cifar import read_cifar
from playground.engine.data.digits import load_digits
from playground.engine.data.download import download
from playground.engine.data.folders import find_files
from playground.engine.data.idx import read_idx
from playground.training.datasets import Dataset

if TYPE_CHECKING:
    from playground.engine.data.sources import Request


def load_digits_set(_request: Request) -> ArrayData:
    """The scans that come with scikit-learn. Raises ``DataError``."""
    return load_digits()


def load_published(request: Request) -> ArrayData:
    """Four IDX files, downloaded when they are nowhere. Raises ``DataError``."""
    return _read(request.dataset, _paths(request))


def load_cifar(request: Request) -> ArrayData:
    """One archive, downloaded when it is nowhere. Raises ``DataError``."""
    (path,) = _paths(request)
    return ArrayData(request.dataset, *read_cifar(request.dataset, path))


def _paths(request: Request) -> tuple[Path, ...]:
    paths = find_files(request.dataset, request.data_dir)
    if paths is None:
        download(request.dataset, request.data_dir, request.progress)
        paths = find_files(request.dataset, request.data_dir)
        assert paths is not None  # download raises when a file is missing
    return paths


def _read(dataset: Dataset, paths: tuple[Path, ...]) -> ArrayData:
    """Four IDX files in the order training images, training labels, test images, test labels."""
    train, test = paths[:2], paths[2:]
    return ArrayData(
        dataset, *_part(dataset, train, dataset.train_samples), *_part(dataset, test, dataset.test_samples)
    )


def _part(dataset: Dataset, paths: tuple[Path, ...], samples: int) -> tuple[np.ndarray, np.ndarray]:
    """Images and labels. Raises ``DataError``."""
    images, labels = paths
    _, height, width = dataset.shape.sizes
    x = read_idx(images, (samples, height, width)).reshape(samples, *dataset.shape.sizes)
    y = read_idx(labels, (samples,)).astype(np.int64)
    if y.max() >= len(dataset.classes):
        raise DataError(
            tr(
                "{labels}: holds the label {max}; {title} has {count} classes.",
                labels=labels,
                max=y.max(),
                title=dataset.title,
                count=len(dataset.classes),
            ),
            tr("Delete the file and run “playground datasets get {name}”.", name=dataset.name),
        )
    return x, y
