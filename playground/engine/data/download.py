"""Fetching a data set: mirrors one after the other, hashes checked, progress told; what breaks off is gone on with."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from playground.core.language import mark, tr
from playground.engine.data.arrays import DataError
from playground.engine.data.folders import data_folders
from playground.engine.data.turns import turn
from playground.training.datasets import DataFile, Dataset

if TYPE_CHECKING:
    import requests

# (bytes so far, bytes in all or 0 while unknown); may raise to cancel
Progress = Callable[[int, int], None]
_TIMEOUT_SECONDS = 20
_ATTEMPTS = 4  # at one mirror, as long as each brings something
_BLOCK = 1 << 17
_MOST = 1 << 30  # no file here is that large: who sends more sends something else
_NOT_EXPECTED = mark("the file is not the one expected (its hash differs)")


class _Endless(Exception):
    """More comes than can be meant."""


def download(dataset: Dataset, data_dir: Path | str | None = None, progress: Progress | None = None) -> Path:
    """The folder that now holds the files of ``dataset``. Raises ``DataError`` when no mirror gives a sound file.

    A file appears under its name when it is whole and its hash is right. Until then it is ``NAME.part``, which stays
    after a break or a cancel: the next call asks for the rest alone.
    """
    places = [folder / dataset.name for folder in data_folders(data_dir)]
    folder = places[0]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(
            tr("{folder}: cannot be made: {value}.", folder=folder, value=error.strerror or error),
            tr("Name another folder with PLAYGROUND_DATA_DIR."),
        ) from error
    counter = _Counter(progress, dataset.download_size)
    for file in dataset.files:
        # two threads must not write one file; who waited finds it whole, or goes on with what the other left
        with turn(f"download {(folder / file.name).absolute()}", counter.wait):
            _fetch(dataset, file, places, counter)
    return folder


def is_sound(path: Path, expected: str) -> bool:
    """Whether the file is there with the hash ``md5:…`` or ``sha256:…``. Raises ``OSError``."""
    algorithm, _, value = expected.partition(":")
    if not path.is_file():
        return False
    digest = hashlib.new(algorithm, usedforsecurity=False)
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest() == value.lower()


def _fetch(dataset: Dataset, file: DataFile, places: list[Path], counter: _Counter) -> None:
    """Put ``file`` into the first of ``places``, all of which were looked in. Raises ``DataError``."""
    path = places[0] / file.name
    part = path.with_name(path.name + ".part")
    reasons: list[str] = []
    try:
        if is_sound(path, file.hash):
            counter.keep(path.stat().st_size)
            return
        for mirror in dataset.mirrors:
            reason = _from_mirror(mirror + file.name, part, file.hash, counter)
            if not reason:
                part.replace(path)
                counter.keep(path.stat().st_size)
                return
            reasons.append(f"{mirror}: {reason}")
    except OSError as error:
        part.unlink(missing_ok=True)  # a full disk is not kept full
        raise DataError(tr("{path}: cannot be written: {value}.", path=path, value=error.strerror or error)) from error
    kept = (
        tr("{size:,} bytes of it are kept, and trying again fetches the rest. ", size=_size(part))
        if _size(part)
        else ""
    )
    raise DataError(
        tr(
            "{title}: {name} was not found in {all_of}, and cannot be downloaded ({names}).",
            title=dataset.title,
            name=file.name,
            all_of=_all_of(places),
            names="; ".join(reasons),
        ),
        tr(
            "{kept}Connect to the internet; or put the files of {title} in {places}; "
            "or choose the data set Digits, which comes with the program.",
            kept=kept,
            title=dataset.title,
            places=places[0],
        ),
    )


def _from_mirror(url: str, part: Path, expected: str, counter: _Counter) -> str:
    """Fill ``part`` from ``url``; why that did not work, or nothing when the file is whole and right.

    Raises ``OSError`` when it cannot be written, and what the progress raises to cancel.
    """
    import requests

    reason = ""
    for _ in range(_ATTEMPTS):
        before = _size(part)
        try:
            _pull(url, part, before, counter)
        except requests.RequestException as error:
            reason = _short(error)
            if _size(part) == before:
                break
            continue
        except _Endless:
            part.unlink(missing_ok=True)
            return tr("it sends more than any file of a data set holds")
        if is_sound(part, expected):
            return ""
        # what was there before may have been the wrong part: then once more from the start
        part.unlink(missing_ok=True)
        reason = tr(_NOT_EXPECTED)
        if not before:
            break
    return reason


def _pull(url: str, part: Path, have: int, counter: _Counter) -> None:
    """Append to ``part`` what it lacks after ``have`` bytes; from the start where the server sends no rest.

    Raises ``requests.RequestException``.
    """
    import requests
    import urllib3

    headers = {"Accept-Encoding": "identity", "User-Agent": "neural-playground"}
    if have:
        headers["Range"] = f"bytes={have}-"
    with requests.get(url, headers=headers, stream=True, timeout=_TIMEOUT_SECONDS) as answer:
        if have and answer.status_code == requests.codes.requested_range_not_satisfiable:
            return  # nothing is lacking: the hash tells whether that is so
        answer.raise_for_status()
        start = _start(answer)
        if start not in (0, have):
            raise requests.exceptions.ChunkedEncodingError(tr("another part was sent than the one asked for"))
        length = answer.headers.get("Content-Length", "")
        total = start + int(length) if length.isdecimal() else 0
        try:
            done = _append(answer, part, start, total, counter)
        except urllib3.exceptions.TimeoutError as error:
            raise requests.Timeout(str(error)) from error
        except urllib3.exceptions.HTTPError as error:
            raise requests.exceptions.ChunkedEncodingError(str(error)) from error
        if done < total:
            raise requests.exceptions.ChunkedEncodingError(tr("broken off"))


def _append(answer: requests.Response, part: Path, start: int, total: int, counter: _Counter) -> int:
    """Write what comes from ``start`` on, as it comes, so that a slow server can be cancelled; bytes in ``part``."""
    done = start
    with part.open("r+b" if start else "wb") as sink:
        sink.seek(start)
        # as it was sent: a server that calls a .gz file an encoding must not have it unpacked
        while block := answer.raw.read1(_BLOCK, decode_content=False):
            done += len(block)
            if done > _MOST:
                raise _Endless
            sink.write(block)
            counter.tell(done, total)
    return done


def _start(answer: requests.Response) -> int:
    """Where what is sent begins in the file: 0, or what "bytes 100-199/200" says."""
    import requests

    if answer.status_code != requests.codes.partial_content:
        return 0
    place = answer.headers.get("Content-Range", "").removeprefix("bytes").strip().partition("-")[0]
    return int(place) if place.isdecimal() else -1


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _all_of(places: list[Path]) -> str:
    """ "a, b or c"."""
    *others, last = map(str, places)
    return tr("{names} or {last}", names=", ".join(others), last=last) if others else last


def _short(error: Exception) -> str:
    """Why a mirror gave nothing, without the names of the libraries that asked."""
    import requests

    if isinstance(error, requests.HTTPError) and error.response is not None:
        return tr(
            "it answered {status_code} {reason}", status_code=error.response.status_code, reason=error.response.reason
        ).rstrip()
    if isinstance(error, requests.Timeout):  # before ConnectionError: a connection that times out is both
        return tr("no answer")
    if isinstance(error, requests.exceptions.SSLError):
        return tr("no secure connection; is the clock of this machine right?")
    if isinstance(error, requests.exceptions.ProxyError):
        return tr("the proxy refused")
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return tr("the connection broke off")
    if isinstance(error, requests.ConnectionError):
        return tr("no connection")
    text = str(error)
    return text.splitlines()[0][:120] if text else type(error).__name__


class _Counter:
    """One count over all files of a data set; ``expected`` bytes in all, 0 where that is not known."""

    def __init__(self, progress: Progress | None, expected: int) -> None:
        self._progress, self._expected = progress, expected
        self._kept = 0

    def tell(self, done: int, total: int) -> None:
        """Of the file that is being fetched; ``total`` 0 while its size is not known."""
        if self._progress is not None:
            so_far = self._kept + done
            self._progress(so_far, max(so_far, self._expected or self._kept + total) if total else self._expected)

    def wait(self) -> None:
        """Nothing comes now: a chance to cancel."""
        if self._progress is not None:
            self._progress(self._kept, self._expected)

    def keep(self, size: int) -> None:
        """A file of ``size`` bytes is there."""
        self._kept += size
