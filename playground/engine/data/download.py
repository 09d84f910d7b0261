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
    places = [folder / dataset.name for folder in data_folders(data_dir)]
    folder = places[0]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(
            f"{folder}: cannot be made: {error.strerror or error}.", "Name another folder with PLAYGROUND_DATA_DIR."
        ) from error
    counter = _Counter(progress)
    for file in dataset.files:
        _fetch(dataset, file, places, counter)
    return folder


def _fetch(dataset: Dataset, file: DataFile, places: list[Path], counter: _Counter) -> None:
    """Put ``file`` into the first of ``places``, all of which were looked in. Raises ``DataError``."""
    import pooch
    import requests

    folder = places[0]
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
        except (requests.RequestException, ValueError) as error:
            reasons.append(f"{mirror}: {_short(error)}")
        except OSError as error:
            raise DataError(f"{folder / file.name}: cannot be written: {error.strerror or error}.") from error
    raise DataError(
        f"{dataset.title}: {file.name} was not found in {_all_of(places)}, and cannot be downloaded "
        f"({'; '.join(reasons)}).",
        f"Connect to the internet; or put the files of {dataset.title} in {folder}; "
        "or choose the data set Digits, which comes with the program.",
    )


def _all_of(places: list[Path]) -> str:
    """ "a, b or c"."""
    *others, last = map(str, places)
    return f"{', '.join(others)} or {last}" if others else last


def _short(error: Exception) -> str:
    """Why a mirror gave nothing, without the names of the libraries that asked."""
    import requests

    text = str(error)
    if isinstance(error, requests.HTTPError) and error.response is not None:
        return f"it answered {error.response.status_code} {error.response.reason}".rstrip()
    if isinstance(error, requests.Timeout):  # before ConnectionError: a connection that times out is both
        return "no answer"
    if isinstance(error, requests.exceptions.SSLError):
        return "no secure connection; is the clock of this machine right?"
    if isinstance(error, requests.exceptions.ProxyError):
        return "the proxy refused"
    if isinstance(error, (requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        return "no connection"
    if isinstance(error, ValueError) and "hash" in text.lower() and "known_hash" not in text.lower():
        return "the file is not the one expected (its hash differs)"
    return text.splitlines()[0][:120] if text else type(error).__name__


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
