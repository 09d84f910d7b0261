"""Images of one's own as one array: listed by folder or by a table of labels, read, brought to one size."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from playground.core.language import tr
from playground.engine.data import resizing
from playground.engine.data.arrays import ArrayData, DataError
from playground.engine.data.sources.own_columns import coded, in_order
from playground.engine.data.sources.own_frames import read_frame
from playground.engine.data.sources.own_paths import changed, locate, ordinary_files, told
from playground.engine.data.sources.own_pictures import IMAGE_SUFFIXES, BadImage, pixels
from playground.training.datasets.own import counted
from playground.training.datasets.own_images import ImageFolder, ImagesFound

if TYPE_CHECKING:
    from playground.engine.data.sources import Request

# more bytes of pixels than this are kept in a file that vanishes with the program
_KEPT_BYTES = 1 << 30
_TRAIN, _TEST = {"train", "training"}, {"test", "testing", "val", "valid", "validation"}


@dataclass(frozen=True)
class Listed:
    """A file with its class ("" without classes), its name as a person knows it, and whether it is of a test part."""

    path: Path
    label: str
    name: str
    test: bool = False


@dataclass(frozen=True)
class Listing:
    """Files in order, the names of the classes, and what a person should know."""

    files: tuple[Listed, ...]
    classes: tuple[str, ...]
    notes: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()  # named with the reason


def list_images(kind: ImageFolder, data_dir: Path | str | None) -> Listing:
    """What stands in the folder, or in the table of labels. Raises ``DataError``."""
    if kind.labels:
        return _labelled(kind, data_dir)
    return list_folder(locate(kind.folder, data_dir, folder=True), IMAGE_SUFFIXES, "image")


def list_folder(root: Path, suffixes: set[str], what: str) -> Listing:
    """Files by the folder that they lie in; folders train and test are the parts. Raises ``DataError`` without any."""
    files, others = ordinary_files(root)
    fit = [path for path in files if path.suffix.lower() in suffixes]
    if not fit:
        some = (
            tr(" It holds {count:,} other files, such as {name}.", count=len(files), name=files[0].name)
            if files
            else ""
        )
        raise DataError(
            (
                tr("{root}: holds no images.{some}", root=root, some=some)
                if what == "image"
                else tr("{root}: holds no texts.{some}", root=root, some=some)
            ),
            _choose_folder(what).format(names=", ".join(sorted(suffixes)[:4])),
        )
    notes, skipped = [], [tr("{path}: is no ordinary file", path=path.relative_to(root)) for path in others]
    if len(files) > len(fit):
        rest = [path.name for path in files if path.suffix.lower() not in suffixes]
        notes.append(
            tr(
                "Left alone: {counted} of other kinds, such as {rest}.",
                counted=counted(len(rest), "file"),
                rest=rest[0],
            )
        )
    parts = [path.relative_to(root).parts for path in fit]
    tops = {part[0].lower() for part in parts if len(part) > 1}
    divided = bool(tops & _TRAIN and tops & _TEST and tops <= _TRAIN | _TEST)
    depth = 1 if divided else 0
    lone = [path for path, part in zip(fit, parts, strict=True) if len(part) <= depth + 1]
    classes = in_order({part[depth] for part in parts if len(part) > depth + 1})
    if classes and lone:
        skipped += [tr("{path}: lies in the folder of no class", path=path.relative_to(root)) for path in lone]
    listed = [
        Listed(path, part[depth] if len(part) > depth + 1 else "", "/".join(part), divided and part[0].lower() in _TEST)
        for path, part in zip(fit, parts, strict=True)
        if not classes or len(part) > depth + 1
    ]
    if divided:
        notes.append(
            tr(
                "The folders {shortened_parts} are the training and the test part.",
                shortened_parts=shortened_parts(tops),
            )
        )
    if not classes:
        notes.append(
            tr("The images lie in no folders of classes: nothing is to be predicted.")
            if what == "image"
            else tr("The texts lie in no folders of classes: nothing is to be predicted.")
        )
    return Listing(tuple(listed), classes, tuple(notes), tuple(skipped))


def _choose_folder(what: str) -> str:
    if what == "image":
        return tr("Choose the folder in which each class has a folder of its own, with images ({names} …).")
    return tr("Choose the folder in which each class has a folder of its own, with texts ({names} …).")


def shortened_parts(names: set[str]) -> str:
    return tr(" and ").join(f"“{name}”" for name in sorted(names))


def _labelled(kind: ImageFolder, data_dir: Path | str | None) -> Listing:
    """Files and labels from a table; files lie beside it or in the folder."""
    table = locate(kind.labels, data_dir)
    root = locate(kind.folder, data_dir, folder=True) if kind.folder else table.parent
    frame = read_frame(table)
    column = file_column({name: frame.data[name].head(100).tolist() for name in frame.data.columns})
    rest = [name for name in frame.data.columns if name != column]
    if column is None or not rest:
        raise DataError(
            tr("{table}: has no column of image files and one of labels.", table=table),
            tr("Write two columns, such as file and label."),
        )
    named_so = [name for name in rest if name.lower() in {"label", "class", "target", "category", "y"}]
    label = (named_so or rest)[0]
    codes, classes = coded(frame.data[label])
    listed, skipped = [], []
    for row, (file, code) in enumerate(zip(frame.data[column], codes, strict=True)):
        name = file.strip() if isinstance(file, str) else ""
        if code < 0 or not name:
            skipped.append(
                tr("{name}: has no label", name=name) if name else tr("{name}: has no file", name=frame.where(row))
            )
        else:
            listed.append(Listed(_beside(root, table.parent, name), classes[code], name))
    notes = [
        *frame.notes,
        tr("Files are named by the column “{column}”, classes by “{label}”.", column=column, label=label),
    ]
    if len(rest) > 1:
        notes.append(
            tr("Columns that are not used: {names}.", names=", ".join(name for name in rest if name != label)[:200])
        )
    return Listing(tuple(listed), classes, tuple(notes), tuple(skipped))


def file_column(columns: Mapping[str, Sequence[object]]) -> str | None:
    """The first column whose values are mostly names of images."""
    for name, found in columns.items():
        values = [value for value in found if isinstance(value, str) and value]
        fit = sum(value.strip().lower().endswith(tuple(IMAGE_SUFFIXES)) for value in values)
        if values and fit * 2 > len(values):
            return str(name)
    return None


def _beside(root: Path, other: Path, name: str) -> Path:
    path = Path(name.replace("\\", "/"))
    return next((place / path for place in (root, other) if (place / path).is_file()), root / path)


def load_images(request: Request) -> ArrayData:
    """All images that were found when the folder was chosen. Raises ``DataError``."""
    kind: ImageFolder = request.kind
    found, listing = kind.parts, list_images(kind, request.data_dir)
    _compare(kind, found, listing)
    shape = request.dataset.prepared(request.settings.preparation).shape
    size = request.settings.preparation.size
    if size is None and found.mixed:
        one, two = found.sizes[0], found.sizes[-1]
        raise DataError(
            tr(
                "{files}: images have {sizes_total:,} sizes: {example} has {height} × {width} "
                "pixels, {example2} {height2} × {width2} (height × width).",
                files=kind.files[0],
                sizes_total=found.sizes_total,
                example=one.example,
                height=one.height,
                width=one.width,
                example2=two.example,
                height2=two.height,
                width2=two.width,
            ),
            tr(
                "Set “Resize to” under Data, for example to {height} × {width}: then all are resized.",
                height=one.height,
                width=one.width,
            ),
        )
    skipped = set(found.skipped)
    files = [each for each in listing.files if each.name not in skipped]
    files.sort(key=lambda each: each.test)
    x = _room((len(files), *shape.sizes), Path(kind.files[0]))
    for place, each in enumerate(files):
        x[place] = _one(each, found, shape.sizes)
        if request.progress is not None:
            request.progress(place + 1, len(files))
    codes = {name: code for code, name in enumerate(listing.classes)}
    y = np.array([codes[each.label] for each in files], np.int64) if codes else np.zeros((len(files), 0), np.float32)
    cut = sum(not each.test for each in files)
    notes = found.notes
    if found.mixed and size is not None:
        resized = sum(each.count for each in found.sizes if (each.height, each.width) != size)
        notes += (
            tr(
                "Resized to {size} × {size2}: at least {counted}.",
                size=size[0],
                size2=size[1],
                counted=counted(resized, "image"),
            ),
        )
    return ArrayData(
        replace(request.dataset, shape=shape), x[:cut], y[:cut], x[cut:], y[cut:],
        origins=tuple(each.name for each in files), notes=notes,
    )  # fmt: skip


def _compare(kind: ImageFolder, found: ImagesFound, listing: Listing) -> None:
    name = kind.files[0]
    if len(listing.files) != found.files:
        raise changed(
            name,
            tr(
                "holds {count:,} images; it held {files:,} when it was chosen",
                count=len(listing.files),
                files=found.files,
            ),
        )
    before = tuple(each.name for each in found.classes)
    if listing.classes != before:
        other = sorted(set(listing.classes) ^ set(before))
        raise changed(
            name,
            tr("the class “{other}” was there before", other=other[0])
            if other[0] in before
            else tr("the class “{other}” was not there before", other=other[0]),
        )
    bad = set(found.skipped)
    counts = Counter(each.label for each in listing.files if each.name not in bad)
    for each in found.classes:
        if counts[each.name] != each.count:
            raise changed(
                name,
                tr(
                    "class “{name}” has {counts:,} images; it had {count:,}",
                    name=each.name,
                    counts=counts[each.name],
                    count=each.count,
                ),
            )


def _one(each: Listed, found: ImagesFound, sizes: tuple[int, ...]) -> np.ndarray:
    try:
        image = pixels(each.path, found.channels)
    except BadImage as error:
        raise changed(each.path, tr("{error}; it could be read when it was chosen", error=error)) from error
    if image.shape != sizes:
        image = resizing.images(image[None], sizes)[0]
    return image


def _room(shape: tuple[int, ...], folder: Path) -> np.ndarray:
    """uint8 zeros in memory, or in a file without a name when there are many. Raises ``DataError``."""
    size = int(np.prod(shape))
    if size <= _KEPT_BYTES:
        return np.zeros(shape, np.uint8)
    place = tempfile.gettempdir()
    free = shutil.disk_usage(place).free
    if free < size + (1 << 28):
        raise DataError(
            tr(
                "{folder}: its images take {size:.1f} GB, and {place} has {free:.1f} GB left.",
                folder=folder,
                size=size / 2**30,
                place=place,
                free=free / 2**30,
            ),
            tr("Set a smaller “Resize to” under Data, or make room."),
        )
    with told(place), tempfile.TemporaryFile() as file:
        file.truncate(size)
        return np.memmap(file, np.uint8, "r+", 0, shape)
