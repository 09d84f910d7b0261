"""``playground datasets get``: fetch what is missing, check what is there."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from playground.commands.failures import Failure
from playground.core.project import DataSettings
from playground.engine.data import DataError, data_folders, find_files, load_data
from playground.training.datasets import DATASETS, Dataset


def fetch(name: str, data_dir: Path | None) -> None:
    """Have the whole of the data set ``name`` on this machine. Raises ``Failure`` naming the file that is wrong."""
    dataset = DATASETS[name]().describe()
    if dataset is None:
        print(f"{name} is your own: choose its file in a project.")
        return
    try:
        if not dataset.files:
            load_data(DataSettings(dataset=name))
            print(f"{name} comes with the program.")
            return
        if find_files(dataset, data_dir) is None:
            _download(dataset, data_dir)
        paths = find_files(dataset, data_dir)
        if paths is None:
            raise Failure(f"{dataset.title} was fetched, but is not in {data_folders(data_dir)[0] / dataset.name}.")
        load_data(DataSettings(dataset=name), data_dir)  # reads every file whole: sizes, counts, checksums inside
        hashed = sum(_is_as_published(path, dataset) for path in paths)
    except DataError as error:
        raise Failure(error.message, error.hint) from error
    print(f"{dataset.name} is in {paths[0].parent}: {len(paths)} files, all sound, {hashed} with the published hash.")


def _download(dataset: Dataset, data_dir: Path | None) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

    from playground.engine.data import download

    print(f"fetching {dataset.title} to {data_folders(data_dir)[0] / dataset.name}")
    console = Console(file=sys.stdout)
    with Progress(
        TextColumn("{task.description}"), BarColumn(bar_width=32), DownloadColumn(), console=console,
        transient=True, disable=not sys.stdout.isatty(),
    ) as bar:  # fmt: skip
        task = bar.add_task(dataset.name, total=None)
        download(dataset, data_dir, lambda done, total: bar.update(task, completed=done, total=total or None))


def _is_as_published(path: Path, dataset: Dataset) -> bool:
    """Whether ``path`` is a published file, bit for bit; unpacked or packed again it may be sound all the same."""
    kind, _, value = {file.name: file.hash for file in dataset.files}.get(path.name, "").partition(":")
    return bool(kind) and hashlib.new(kind, path.read_bytes(), usedforsecurity=False).hexdigest() == value
