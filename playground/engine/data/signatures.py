"""Whether data that were read before are still those that are wanted."""

from __future__ import annotations

import json
from pathlib import Path

from playground.core.project import DataSettings
from playground.engine.data.folders import data_folders, find_files
from playground.engine.data.sources.own_paths import looks
from playground.training.datasets import Dataset, DatasetKind

Signature = tuple[str, tuple[tuple[str, int, int, str], ...]]


def decided_by(settings: DataSettings) -> str:
    """The settings that decide the arrays, as text: those of the data themselves and of how they are read."""
    preparation = settings.preparation
    prepared = [preparation.size, preparation.grayscale, preparation.missing]
    return json.dumps([settings.dataset, settings.params, *prepared], sort_keys=True)


def signature_of(
    settings: DataSettings, dataset: Dataset, kind: DatasetKind, data_dir: Path | str | None
) -> Signature | None:
    """What decides the arrays: settings, and size and time of each file. None when files are not there yet."""
    text = decided_by(settings)
    if dataset.files:
        paths = find_files(dataset, data_dir)
        return None if paths is None else (text, tuple(looks(path) for path in paths))
    places = dict.fromkeys(path for folder in data_folders(data_dir) for path in kind.paths(folder))
    return text, tuple(looks(path) for path in places if path.exists())
