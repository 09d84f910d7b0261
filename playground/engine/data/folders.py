"""Where the files of a data set may lie."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

from playground.training.datasets import Dataset

VARIABLE = "PLAYGROUND_DATA_DIR"


def data_folders(data_dir: Path | str | None = None) -> tuple[Path, ...]:
    """Folders to look in, first to last: the one given, ``PLAYGROUND_DATA_DIR``, the user's own."""
    named = [data_dir, os.environ.get(VARIABLE)]
    folders = [Path(folder).expanduser() for folder in named if folder]
    return tuple(dict.fromkeys([*folders, user_data_path("neural-playground", appauthor=False) / "datasets"]))


def find_files(dataset: Dataset, data_dir: Path | str | None = None) -> tuple[Path, ...] | None:
    """Paths of all files of ``dataset``, in its order, from the first folder that has them; None when none has."""
    for folder in data_folders(data_dir):
        found = [_variant(folder / dataset.name, file.name) for file in dataset.files]
        if dataset.files and all(found):
            return tuple(path for path in found if path is not None)
    return None


def _variant(folder: Path, name: str) -> Path | None:
    """The file as published or unpacked, also with the dot that some mirrors write (``train-images.idx3-ubyte``)."""
    raw = name.removesuffix(".gz")
    for candidate in (name, raw, raw.replace("-idx", ".idx"), name.replace("-idx", ".idx")):
        if (folder / candidate).is_file():
            return folder / candidate
    return None
