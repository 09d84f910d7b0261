"""Fetching a data set: two mirrors, hashes checked, progress told, nothing half-written left behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playground.engine.data.arrays import DataError
from playground.engine.data.folders import data_folders
from playground.training.datasets import DataFile, Dataset

# (bytes so far, bytes in all or 0 while unknown); may raise to cancel
Progress = Callable[[int, int], None]
_TIMEOUT_SECONDS = 20


def download(dataset: Dataset, data_dir: Path | str | None = None, progress: Progress | None = None) -> Path:
    """The folder that now holds the files of ``dataset``. Raises ``DataError`` when no mirror gives a sound file."""
    folder = data_folders(data_dir)[0] / dataset.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(
            f"{folder}: cannot be made: {error.strerror or error}.", "Name another folder with PLAYGROUND_DATA_DIR."
        ) from error
    counter = _Counter(progress)
    for file in dataset.files:
        _fetch(dataset, file, folder, counter)
    return folder


def _fetch(dataset: Dataset, file: DataFile, folder: Path, counter: _Counter) -> None:
    import pooch
    import requests

    pooch.get_logger().setLevel("WARNING")  # progress is told; nothing else on the terminal
    reasons: list[str] = []
    for mirror in dataset.mirrors:
        counter.begin()
        try:
            pooch.retrieve(
                mirror + file.name,
                known_hash=f"md5:{file.md5}",
                fname=file.name,
                path=folder,
                downloader=pooch.HTTPDownloader(progressbar=counter, timeout=_TIMEOUT_SECONDS),
            )
            counter.keep()
            return
        except requests.RequestException as error:
            reasons.append(f"{mirror}: {_short(error)}")
        except ValueError as error:
            reasons.append(f"{mirror}: {_short(error)}")
        except OSError as error:
            raise DataError(f"{folder / file.name}: cannot be written: {error.strerror or error}.") from error
    raise DataError(
        f"{dataset.title}: {file.name} was not found in {folder}, and cannot be downloaded ({'; '.join(reasons)}).",
        f"Connect to the internet; or put the files of {dataset.title} in {folder}; "
        "or choose the data set Digits, which comes with the program.",
    )


def _short(error: Exception) -> str:
    text = str(error)
    if "hash" in text.lower() and "known_hash" not in text.lower():
        return "the file is not the one expected (its hash differs)"
    name = type(error).__name__
    readable = {"ConnectionError": "no connection", "ConnectTimeout": "no answer", "ReadTimeout": "no answer"}
    return readable.get(name, text.splitlines()[0][:120] if text else name)


class _Counter:
    """Pooch's progress bar: one count over all files of a data set."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._kept = self._now = 0
        self._kept_total = self._total_now = 0

    def begin(self) -> None:
        self._now = self._total_now = 0

    def keep(self) -> None:
        self._kept += self._now
        self._kept_total += self._total_now
        self.begin()

    @property
    def total(self) -> int:
        return self._total_now

    @total.setter
    def total(self, value: int) -> None:
        self._total_now = int(value)

    def update(self, count: int) -> None:
        """Pooch counts whole chunks, also for the last one."""
        self._now = min(self._now + count, self._total_now or self._now + count)
        if self._progress is not None:
            self._progress(self._kept + self._now, self._kept_total + self._total_now)

    def reset(self) -> None:
        self._now = 0

    def close(self) -> None:
        """Nothing to close; pooch asks for it."""
