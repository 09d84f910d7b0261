"""Arrays of one's own: .npy mapped from disk, .npz and IDX. Nothing in them is ever executed."""

from __future__ import annotations

import math
import struct
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from playground.core.language import tr
from playground.engine.data.arrays import MOST_ORIGINS, ArrayData, DataError
from playground.engine.data.mapped import release
from playground.engine.data.sources.own_lines import Progress
from playground.engine.data.sources.own_paths import changed, locate, told
from playground.engine.data.sources.own_targets import encode_targets
from playground.training.datasets.own import counted
from playground.training.datasets.own_arrays import ArrayFound, Arrays, ArraysFound, Idx

if TYPE_CHECKING:
    from playground.engine.data.sources import Request

# an array whose float32 numbers take more than this stays on disk as it is
_CONVERTED_BYTES = 1 << 30
_UNPACKED_BYTES = 4 << 30
_BLOCK = 1 << 24
_IDX_TYPES = {0x08: "u1", 0x09: "i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}
_GZIP = b"\x1f\x8b"


def load_arrays(request: Request) -> ArrayData:
    """Inputs and targets of .npy or .npz files. Raises ``DataError``."""
    kind: Arrays = request.kind
    return _load(request, kind, lambda part: open_array(locate(part.file, request.data_dir), part.name))


def load_idx(request: Request) -> ArrayData:
    """Images and labels of IDX files. Raises ``DataError``."""
    kind: Idx = request.kind
    return _load(request, kind, lambda part: open_idx(locate(part.file, request.data_dir)))


def _load(request: Request, kind: Arrays | Idx, read) -> ArrayData:  # type: ignore[no-untyped-def]
    found, sizes = kind.parts, request.dataset.shape.sizes

    def checked(part: ArrayFound) -> np.ndarray:
        array: np.ndarray = read(part)
        if array.shape != part.shape or array.dtype.name != part.dtype:
            found = {"times": _times(array.shape), "name": array.dtype.name}
            told = tr(
                "holds {times} values of {name}; it held {times2} of {dtype} when it was chosen",
                **found, times2=_times(part.shape), dtype=part.dtype,
            )  # fmt: skip
            raise changed(part.file, told)
        return array

    def both(x: ArrayFound | None, y: ArrayFound | None) -> tuple[np.ndarray, np.ndarray]:
        if x is None:
            return xs[:0], ys[:0]
        inputs = _inputs(checked(x), sizes, kind, x.file)
        if y is None or found.target is None:
            return inputs, np.zeros((len(inputs), 0), np.float32)
        return inputs, encode_targets(kind.target_kind, found.target, checked(y), y.file)

    xs, ys = both(found.x, found.y)
    arrays = ArrayData(request.dataset, xs, ys, *both(found.test_x, found.test_y), notes=found.notes)
    drop = kind.look_at == "table" and request.settings.preparation.missing == "drop"
    return _without_gaps(arrays, found) if drop else arrays


def _without_gaps(arrays: ArrayData, found: ArraysFound) -> ArrayData:
    """The samples in which no number is missing; notes count the others. Raises ``DataError``."""
    gaps = [rows_with_gaps(x) for x in (arrays.train_x, arrays.test_x)]
    if not any(each.any() for each in gaps):
        return arrays
    for x, lacking, part in zip((arrays.train_x, arrays.test_x), gaps, (found.x, found.test_x), strict=True):
        if part is None or not lacking.any():
            continue
        if lacking.all():
            raise DataError(
                tr("{file}: every sample lacks a number.", file=part.file),
                tr("Choose another way to treat missing numbers."),
            )
        if x.nbytes > _CONVERTED_BYTES:
            raise DataError(
                tr(
                    "{file}: {counted} with a missing number cannot be left out of {nbytes:.1f} GB that stay on disk.",
                    file=part.file,
                    counted=counted(int(lacking.sum()), "sample"),
                    nbytes=x.nbytes / 2**30,
                ),
                tr("Choose another way to treat missing numbers, or save the array without these samples."),
            )
    kept = [np.flatnonzero(~each) for each in gaps]
    told = (tr("Left out: {counted}."), tr("Left out: {counted} in the test part."))
    left = [
        text.format(counted=counted(int(each.sum()), "sample with a missing number"))
        for each, text in zip(gaps, told, strict=True)
        if each.any()
    ]
    few = sum(map(len, kept)) <= MOST_ORIGINS
    named = zip((tr("sample"), tr("test sample")), kept, strict=True)
    origins = tuple(f"{part} {row}" for part, rows in named for row in rows) if few else ()
    (train_x, test_x), (train_y, test_y) = (
        [values[rows] if lacking.any() else values for values, rows, lacking in zip(pair, kept, gaps, strict=True)]
        for pair in ((arrays.train_x, arrays.test_x), (arrays.train_y, arrays.test_y))
    )
    return ArrayData(
        replace(arrays.dataset, train_samples=len(train_x), test_samples=len(test_x)), train_x, train_y, test_x, test_y,
        origins, (*arrays.notes, *left),
    )  # fmt: skip


def rows_with_gaps(x: np.ndarray) -> np.ndarray:
    """bool N: in which samples a number is missing; read block by block."""
    found = np.zeros(len(x), bool)
    if x.dtype.kind != "f":
        return found
    step = max(1, _BLOCK // max(1, x[:1].size))
    for start in range(0, len(x), step):
        block = np.isnan(x[start : start + step])
        found[start : start + step] = block.reshape(len(block), -1).any(1)
        release(x)
    return found


def _inputs(array: np.ndarray, sizes: tuple[int, ...], kind: Arrays | Idx, label: str) -> np.ndarray:
    """N×``sizes`` in a type that networks are fed from: bytes of images, else float32; large ones as they lie."""
    image = kind.look_at == "images"
    if image and kind.parts.channels_last:
        array = np.moveaxis(array, -1, 1)
    x = array.reshape(len(array), *sizes)
    if image and x.dtype == np.uint8:
        return x
    large = x.size * 4 > _CONVERTED_BYTES
    if large and not (x.dtype.kind == "f" and x.dtype.isnative):
        raise DataError(
            tr(
                "{label}: has {nbytes:.1f} GB of {name}, too much to be converted in memory.",
                label=label,
                nbytes=x.nbytes / 2**30,
                name=x.dtype.name,
            ),
            tr('Save it as float32: np.save(file, x.astype("float32")); then it is read from disk as it is needed.'),
        )
    if large:
        return x
    summary(x, label, nan=kind.look_at == "table")
    return x if x.dtype == np.float32 and x.dtype.isnative else x.astype(np.float32)


def summary(
    x: np.ndarray, label: str, *, nan: bool, progress: Progress | None = None
) -> tuple[float, float, int]:  # fmt: skip
    """Least and greatest number and how many are missing, block by block. Raises ``DataError`` for an infinite number,
    and for a missing one unless ``nan`` allows them.
    """
    low, high, missing = math.inf, -math.inf, 0
    step = max(1, _BLOCK // max(1, x[:1].size))
    for start in range(0, len(x), step):
        block = np.asarray(x[start : start + step])
        gaps = int(np.isnan(block).sum()) if block.dtype.kind == "f" else 0
        least, most = (np.fmin.reduce(block, axis=None), np.fmax.reduce(block, axis=None)) if block.size else (0, 0)
        endless = not all(abs(float(each)) <= np.finfo(np.float32).max or math.isnan(each) for each in (least, most))
        if endless or (gaps and not nan):
            wrong = ~np.isfinite(block.astype(np.float32)) if not nan else np.isinf(block.astype(np.float32))
            row = start + int(np.flatnonzero(wrong.reshape(len(block), -1).any(1))[0])
            raise DataError(
                tr("{label}: sample {row:,} holds a number that is missing.", label=label, row=row)
                if gaps and not endless
                else tr("{label}: sample {row:,} holds a number that is infinite.", label=label, row=row),
                tr("Remove that sample, or write a number in its place."),
            )
        missing += gaps
        release(x)
        low, high = min(low, float(np.nan_to_num(least))), max(high, float(np.nan_to_num(most)))
        release(x)
        if progress is not None:
            progress(min(start + step, len(x)), len(x))
    return low, high, missing


def names_in(path: Path) -> list[str]:
    """The names of the arrays in an .npz, in its order. Raises ``DataError``."""
    try:
        with told(path), zipfile.ZipFile(path) as file:
            infos = [info for info in file.infolist() if info.filename.endswith(".npy")]
    except (zipfile.BadZipFile, RuntimeError) as error:
        raise DataError(
            tr("{path}: is no .npz file: {error}.", path=path, error=error), tr("Save it anew with np.savez.")
        ) from error
    if not infos:
        raise DataError(tr("{path}: holds no array.", path=path), tr("Save arrays with np.savez(file, X=…, y=…)."))
    for info in infos:
        if info.file_size > _UNPACKED_BYTES:
            raise DataError(
                tr(
                    "{path}: “{filename}” unpacks to {file_size:.0f} GB.",
                    path=path,
                    filename=info.filename,
                    file_size=info.file_size / 2**30,
                ),
                tr("Save it as a .npy file, which is read from disk as it is needed."),
            )
    return [info.filename.removesuffix(".npy") for info in infos]


def open_array(path: Path, name: str = "") -> np.ndarray:
    """A .npy file mapped from disk, or array ``name`` of an .npz. Raises ``DataError``."""
    inside = f" ({name})" if name else ""
    try:
        with told(path):
            if not name:
                found = np.load(path, mmap_mode="r", allow_pickle=False)
                if not isinstance(found, np.ndarray):
                    raise DataError(
                        tr("{path}: is an .npz file.", path=path), tr("Rename it so that its name ends in .npz.")
                    )
                return found
            if name not in names_in(path):
                raise changed(path, tr("holds no array called “{name}” any more", name=name))
            with np.load(path, allow_pickle=False) as file:
                array: np.ndarray = file[name]
                return array
    except (ValueError, EOFError, zipfile.BadZipFile, zlib.error, SyntaxError, RuntimeError) as error:
        text = str(error)
        if "bject" in text or "pickle" in text:
            raise DataError(
                tr(
                    "{path}{inside}: holds Python objects or is no .npy file; objects are not opened, since they may "
                    "run "
                    "programs.",
                    path=path,
                    inside=inside,
                ),
                tr('Save plain numbers: np.save(file, np.asarray(rows, dtype="float32")).'),
            ) from error
        what = tr("is cut off") if "mmap length" in text or "EOF" in text or "reshape" in text else tr("is damaged")
        raise DataError(
            tr("{path}: {what}.", path=f"{path}{inside}", what=f"{what} ({text.splitlines()[0][:120]})"),
            tr("Save it anew."),
        ) from error


def open_idx(path: Path) -> np.ndarray:
    """An IDX file, mapped from disk, or unpacked when it is gzipped. Raises ``DataError``."""
    with told(path), path.open("rb") as file:
        packed = file.read(2) == _GZIP
    content = _unpacked(path) if packed else None
    with told(path), path.open("rb") as file:
        start = content[:64] if content is not None else file.read(64)
        length = len(content) if content is not None else path.stat().st_size
    if len(start) < 4 or start[:2] != b"\0\0" or start[2] not in _IDX_TYPES or not 1 <= start[3] <= 8:
        raise _lies(path, tr("does not begin as an IDX file"))
    offset = 4 + 4 * start[3]
    if len(start) < offset:
        raise _lies(path, tr("ends inside its header"))
    kind = np.dtype(_IDX_TYPES[start[2]])
    shape = struct.unpack(f">{start[3]}I", start[4:offset])
    wanted = math.prod(shape) * kind.itemsize
    if length - offset != wanted:
        raise _lies(
            path,
            tr(
                "its header promises {times} values ({wanted:,} bytes), and {length:,} bytes follow",
                times=_times(shape),
                wanted=wanted,
                length=length - offset,
            ),
        )
    if 0 in shape:
        raise _lies(path, tr("holds no values ({times})", times=_times(shape)))
    if content is not None:
        array = np.frombuffer(content, kind, offset=offset).reshape(shape)
    else:
        with told(path):
            array = np.memmap(path, kind, "r", offset, shape)
    return array if kind.isnative else array.astype(kind.newbyteorder("="))


def _unpacked(path: Path) -> bytearray:
    """At most so much as the header inside promises, and never more than the limit."""
    unpacker, content, limit = zlib.decompressobj(wbits=31), bytearray(), _UNPACKED_BYTES
    try:
        with told(path), path.open("rb") as file:
            while block := file.read(1 << 20):
                while block:
                    content += unpacker.decompress(block, 1 << 24)
                    block = unpacker.unconsumed_tail
                    if len(content) > limit:
                        raise _lies(
                            path,
                            tr("unpacks to more than {limit:.1f} GB, or than its header promises", limit=limit / 2**30),
                        )
                if len(content) >= 64 and limit == _UNPACKED_BYTES and content[3] <= 8 and content[2] in _IDX_TYPES:
                    sizes = struct.unpack(f">{content[3]}I", content[4 : 4 + 4 * content[3]])
                    promised = math.prod(sizes) * np.dtype(_IDX_TYPES[content[2]]).itemsize
                    limit = min(limit, promised + 1024)
    except zlib.error as error:
        raise _lies(path, tr("is damaged inside (its checksum or compression is wrong)")) from error
    if not unpacker.eof:
        raise _lies(path, tr("is cut off"))
    return content


def _lies(path: Path, what: str) -> DataError:
    return DataError(tr("{path}: {what}.", path=path, what=what), tr("Copy the file again from its source."))


def _times(shape: tuple[int, ...]) -> str:
    return " × ".join(f"{size:,}" for size in shape) or "single"
