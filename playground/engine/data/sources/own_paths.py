"""Finding one's own files, and saying clearly what is wrong with what stands there."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playground.core.language import tr
from playground.engine.data.arrays import DataError, FilesChanged
from playground.engine.data.folders import data_folders
from playground.training.datasets.own import candidates, file_name


def locate(file: str, data_dir: Path | str | None, *, folder: bool = False) -> Path:
    """Where ``file`` lies: an absolute path as it is, else in the data folders, or among the program's own files.

    Raises ``DataError`` when it is nowhere, or when a folder stands where a file should, or a device.
    """
    places = list(dict.fromkeys(place for each in data_folders(data_dir) for place in candidates(file, each)))
    for place in places:
        if _is_there(place):
            return require(place, folder=folder)
    looked = tr(" or ").join(dict.fromkeys(str(place.parent) for place in places))
    raise DataError(
        tr("{file_name}: is not there any more (looked in {looked}).", file_name=file_name(file), looked=looked),
        tr("Put it there, or choose another one under Data."),
    )


def require(path: Path, *, folder: bool = False) -> Path:
    """``path`` when it is an ordinary file (or a folder, where that is wanted). Raises ``DataError``."""
    try:
        with told(path):
            mode = path.stat().st_mode
    except ValueError as error:  # a zero byte in the name
        raise DataError(tr("{path!r}: is no name of a file.", path=str(path)), tr("Choose a file.")) from error
    if folder and not stat.S_ISDIR(mode):
        raise DataError(tr("{path}: is no folder.", path=path), tr("Choose the folder that holds the images or texts."))
    if not folder and stat.S_ISDIR(mode):
        raise DataError(tr("{path}: is a folder, and a file is wanted here.", path=path), tr("Choose a file in it."))
    if not folder and not stat.S_ISREG(mode):
        raise DataError(
            tr("{path}: is a device or a pipe, not an ordinary file.", path=path), tr("Choose a file that holds data.")
        )
    return path


@contextmanager
def told(path: Path | str) -> Iterator[None]:
    """Says of any fault of the system, and of too little memory, which file it was."""
    try:
        yield
    except FileNotFoundError as error:
        raise DataError(
            tr("{path}: is not there any more.", path=path), tr("Put it back, or choose another one under Data.")
        ) from error
    except OSError as error:
        raise DataError(
            tr("{path}: cannot be read: {value}.", path=path, value=error.strerror or error),
            tr("Check the file's rights."),
        ) from error
    except MemoryError as error:
        raise DataError(
            tr("{path}: does not fit into the memory of this machine.", path=path),
            tr("Use a part of it; or save inputs and targets as .npy files, which are read from disk."),
        ) from error


def changed(path: Path | str, what: str) -> FilesChanged:
    """The error for a file that is no longer what it was when it was chosen."""
    return FilesChanged(tr("{path}: {what}.", path=path, what=what))


def looks(path: Path) -> tuple[str, int, int, str]:
    """What tells whether a file, or anything in a folder, has changed: path, size, time, and of a folder a hash of the
    name, size and time of all that is in it, so that a file moved from one class to another shows. Links to folders
    are not followed.
    """
    found = path.stat()
    if not stat.S_ISDIR(found.st_mode):
        return str(path), found.st_size, found.st_mtime_ns, ""
    total, newest, digest = 0, found.st_mtime_ns, hashlib.blake2b(digest_size=16)
    for folder, inner, names in os.walk(path):
        inner.sort()
        digest.update(f"{folder}\0{len(names)}\0".encode(errors="surrogateescape"))
        for name in sorted(names):
            try:
                each = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - a third of the time, of many files
            except OSError:
                continue  # a broken link: reading the folder tells of it
            digest.update(f"{name}\0{each.st_size}\0{each.st_mtime_ns}\0".encode(errors="surrogateescape"))
            total, newest = total + each.st_size + 1, max(newest, each.st_mtime_ns)
    return str(path), total, newest, digest.hexdigest()


def ordinary_files(folder: Path) -> tuple[list[Path], list[Path]]:
    """All files below ``folder``, sorted, and what stands there and is none (devices, broken links). Hidden ones and
    folders that are links are left alone. Raises ``DataError`` for a folder that cannot be read.
    """
    files: list[Path] = []
    others: list[Path] = []

    def refuse(error: OSError) -> None:
        raise error

    with told(folder):
        for where, folders, names in os.walk(folder, onerror=refuse):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                path = Path(where, name)
                if not name.startswith("."):
                    (files if _is_file(path) else others).append(path)
    return files, others


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except (OSError, ValueError):  # ValueError: a zero byte in the name
        return False
    return True


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False
