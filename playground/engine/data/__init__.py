"""The named data sets as arrays: found on disk or downloaded, and kept in memory between runs. No torch."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from playground.engine.data.arrays import ArrayData, DataError
from playground.engine.data.digits import load_digits
from playground.engine.data.download import Progress, download
from playground.engine.data.folders import data_folders, find_files
from playground.engine.data.idx import read_idx
from playground.training.datasets import DATASETS, Dataset

__all__ = ["ArrayData", "DataError", "Progress", "data_folders", "download", "find_files", "load_dataset"]

# What is in memory: the last data set of each name, with what its files looked like then.
_Signature = tuple[tuple[str, int, int], ...]
_loaded: dict[str, tuple[_Signature, ArrayData]] = {}


def load_dataset(name: str, data_dir: Path | str | None = None, progress: Progress | None = None) -> ArrayData:
    """The data set ``name``; ``progress(done, total)`` tells of a download in bytes and may raise to cancel it.

    Looks in ``data_dir``, ``PLAYGROUND_DATA_DIR`` and the user's data folder, then downloads. Raises ``DataError``.
    """
    dataset = DATASETS.get(name)
    if dataset is None:
        raise DataError(f"The data set {name!r} is not known.", f"Choose one of: {', '.join(DATASETS)}.")
    if dataset.bundled:
        if name not in _loaded:
            _loaded[name] = ((), load_digits())
        return _loaded[name][1]
    paths = find_files(dataset, data_dir)
    if paths is None:
        download(dataset, data_dir, progress)
        paths = find_files(dataset, data_dir)
        assert paths is not None  # download raises when a file is missing
    signature = tuple((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in paths)
    if name not in _loaded or _loaded[name][0] != signature:
        _loaded[name] = (signature, _read(dataset, paths))
    return _loaded[name][1]


def _read(dataset: Dataset, paths: tuple[Path, ...]) -> ArrayData:
    """Four IDX files in the order training images, training labels, test images, test labels."""
    _, height, width = dataset.shape.sizes
    arrays, counts = [], (dataset.train_samples, dataset.test_samples)
    for samples, (images, labels) in zip(counts, (paths[:2], paths[2:]), strict=True):
        arrays.append(read_idx(images, (samples, height, width)).reshape(samples, *dataset.shape.sizes))
        values = read_idx(labels, (samples,)).astype(np.int64)
        if values.max() >= len(dataset.classes):
            raise DataError(
                f"{labels}: holds the label {values.max()}; {dataset.title} has {len(dataset.classes)} classes.",
                f"Delete the file and run “playground datasets get {dataset.name}”.",
            )
        arrays.append(values)
    return ArrayData(dataset, *arrays)
