"""Looking into files of one's own: which kind of data they are, and what a network needs to know of them.

It reads the files, so it is for the worker or a process beside the window, never for the window itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from playground.core.graph import fault_from
from playground.core.language import tr
from playground.core.project import DataSettings
from playground.engine.data.arrays import DataError
from playground.engine.data.folders import data_folders
from playground.engine.data.inspecting_arrays import find_partners, inspect_arrays, inspect_idx
from playground.engine.data.inspecting_images import IMAGE_SUFFIXES, inspect_images, names_images
from playground.engine.data.inspecting_table import inspect_table
from playground.engine.data.inspecting_texts import inspect_texts, is_text_lines, is_text_table
from playground.engine.data.sources.own_lines import Progress
from playground.engine.data.sources.own_paths import locate, ordinary_files, require, told
from playground.training.datasets.own import Own, candidates
from playground.training.datasets.own_arrays import Arrays, Idx
from playground.training.datasets.own_images import ImageFolder
from playground.training.datasets.own_table import Table
from playground.training.datasets.own_texts import TextFiles

Inspected = tuple[str, dict[str, Any]]
Where = Path | str | None

KINDS: dict[str, type[Own]] = {kind.name: kind for kind in (Table, Arrays, Idx, ImageFolder, TextFiles)}
_INSPECT: dict[str, Callable[[Any, Where, Progress | None], Own]] = {
    "table": inspect_table, "arrays": inspect_arrays, "idx": inspect_idx, "image-folder": inspect_images,
    "text-files": inspect_texts,
}  # fmt: skip
_TABLES = {".csv", ".tsv", ".tab", ".parquet", ".pq", ".txt", ".data"}


def inspect(
    paths: Path | str | Sequence[Path | str],
    data_dir: Where = None,
    progress: Progress | None = None,
    encoding: str = "",
) -> Inspected:
    """The name of the kind of data set that ``paths`` hold, and its parameters with all that reading them found.

    ``paths``: a file, a folder, or files that belong together (inputs and targets, images and labels). A relative one
    is looked for here, then in the data folders. ``progress(done, total)`` may raise to cancel. ``encoding``: of text,
    empty for the usual one. Raises ``DataError``.
    """
    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    if not given:
        raise DataError(tr("No file was chosen."), tr("Choose a file or a folder."))
    files = [_settled(str(path), data_dir) for path in given]
    kind = guess_kind(files, data_dir)
    if encoding and "encoding" in type(kind).model_fields:
        kind = type(kind).read({**kind.to_params(), "encoding": encoding})
    return _again(kind, data_dir, progress)


def inspect_again(
    name: str, params: dict[str, Any], data_dir: Where = None, progress: Progress | None = None
) -> Inspected:
    """Read the files of a data set again, keeping what a person chose. Raises ``DataError``."""
    if name not in KINDS:
        raise DataError(
            tr("The data set {name!r} is not read from files of one's own.", name=name),
            tr("Choose {names}.", names=", ".join(KINDS)),
        )
    try:
        kind = KINDS[name].read(params)
    except ValidationError as error:
        fault = fault_from(error, KINDS[name])
        raise DataError(
            tr("{title}: {message}.", title=tr(KINDS[name].title), message=fault.message), fault.hint
        ) from error
    if not kind.files:
        raise DataError(
            tr("{title}: {message}.", title=tr(kind.title), message=kind.missing()), tr("Choose it under Data.")
        )
    return _again(kind, data_dir, progress)


def as_they_are_now(settings: DataSettings, data_dir: Where = None, progress: Progress | None = None) -> DataSettings:
    """Settings of files of one's own that have changed, with what reading them again finds. Raises ``DataError``."""
    chosen = {name: value for name, value in settings.params.items() if name != "found"}
    _, params = inspect_again(settings.dataset, chosen, data_dir, progress)
    return settings.replace(params=params)


def _again(kind: Own, data_dir: Where, progress: Progress | None) -> Inspected:
    try:
        found = _INSPECT[kind.name](kind, data_dir, progress)
    except DataError as error:
        if "encoding" not in type(kind).model_fields:
            error.encoding = ""  # nothing that can be chosen for such data
        raise
    return found.name, found.to_params()


def guess_kind(files: Sequence[str], data_dir: Where = None) -> Own:
    """The kind with its paths, judged by names and what stands beside. Raises ``DataError``."""
    path = _path(files[0], data_dir)
    with told(path):
        return _folder(files[0], path) if path.is_dir() else _file(files, path)


def _file(files: Sequence[str], path: Path) -> Own:
    suffix = _suffix(files[0])
    if suffix in {".npy", ".npz"}:
        return Arrays.read(find_partners(files, path))
    if _looks_idx(path):
        return Idx.read(find_partners(files, path))
    if suffix in IMAGE_SUFFIXES:
        return ImageFolder(folder=str(Path(files[0]).parent))
    if suffix in _TABLES:
        return _table(files[0], path)
    raise DataError(
        tr("{path}: is of no kind that can be learned from.", path=path),
        tr(
            "Choose a CSV, TSV or Parquet table (a spreadsheet can be saved as CSV), a .npy or .npz array, IDX files, "
            "or a "
            "folder of images or texts."
        ),
    )


def _table(file: str, path: Path) -> Own:
    if path.suffix.lower() in {".parquet", ".pq"}:
        return Table(file=file)
    if names_images(path):
        return ImageFolder(folder=str(Path(file).parent), labels=file)
    if is_text_lines(path) or is_text_table(path):
        return TextFiles(path=file)
    return Table(file=file)


def _folder(file: str, path: Path) -> Own:
    files, _ = ordinary_files(path)
    names = [each.suffix.lower() for each in files]
    if any(name in IMAGE_SUFFIXES for name in names):
        return ImageFolder(folder=file)
    texts = [each for each in files if each.suffix.lower() == ".txt"]
    if texts and any(each.parent != path for each in texts):
        return TextFiles(path=file)
    arrays = [each for each in files if each.suffix.lower() in {".npy", ".npz"} and each.parent == path]
    for each in arrays:
        partners = find_partners([str(Path(file) / each.name)], each)
        if partners.get("y") or len(arrays) == 1:
            return Arrays.read(partners)
    published = [each for each in files if each.parent == path and "image" in each.name.lower() and _looks_idx(each)]
    if published:  # of a test part, too, the training images are the first to look for
        first = next((each for each in published if "train" in each.name.lower()), published[0])
        return Idx.read(find_partners([str(Path(file) / first.name)], first))
    tables = [each for each in files if each.suffix.lower() in _TABLES and each.parent == path]
    if len(tables) == 1:
        return _table(str(Path(file) / tables[0].name), tables[0])
    if tables:
        raise DataError(
            tr("{path}: holds {count:,} tables.", path=path, count=len(tables)),
            tr("Choose one of them, not the folder."),
        )
    raise DataError(
        tr(
            "{path}: holds no images ({names} …), no texts in folders, no arrays, no IDX files and no table.",
            path=path,
            names=", ".join(sorted(IMAGE_SUFFIXES)[:4]),
        ),
        tr("Choose the folder in which each class has a folder of its own."),
    )


def _settled(file: str, data_dir: Where) -> str:
    """An absolute path of what stands here; what is only in a data folder keeps its relative one, so that it is found
    on other machines too.
    """
    path = Path(file).expanduser()
    if path.is_absolute():
        return str(path)
    inside = [place for each in data_folders(data_dir) for place in candidates(file, each) if place.exists()]
    return str(Path(os.path.abspath(path))) if path.exists() or not inside else file  # noqa: PTH100 - keeps links


def _path(file: str, data_dir: Where) -> Path:
    path = Path(file)
    if path.is_absolute():
        return path if path.is_dir() else require(path)
    for each in data_folders(data_dir):
        for place in candidates(file, each):
            if place.is_dir():
                return place
    return locate(file, data_dir)


def _suffix(file: str) -> str:
    return Path(file).suffix.lower()


def _looks_idx(path: Path) -> bool:
    """By its first bytes: two zeros, a type, a number of dimensions; or a .gz whose name says ubyte."""
    if path.suffix.lower() == ".gz":
        return "ubyte" in path.name.lower()
    with path.open("rb") as file:
        start = file.read(4)
    return len(start) == 4 and start[:2] == b"\0\0" and start[2] in {8, 9, 11, 12, 13, 14} and 1 <= start[3] <= 8
