"""Samples from NumPy's files."""

from __future__ import annotations

import math
import zipfile
import zlib
from pathlib import Path

import numpy as np

from playground.core.language import tr
from playground.core.shape import Shape
from playground.engine.inputs.errors import InputError
from playground.engine.inputs.taken import MAX_SAMPLES, Samples

_MOST_BYTES = 4 << 30
_ZIP = b"PK\x03\x04"
_NAMES = ("x", "x_test", "inputs", "samples", "images")


def read_array(path: Path, shape: Shape, *, bounded: bool = True, gaps: bool = False) -> Samples:
    """One sample or many from a ``.npy`` or ``.npz``; Python objects in the file are never loaded.

    Without ``bounded`` numbers are in the units of the data, with ``gaps`` NaN among them. Raises ``InputError``.
    """
    array = _archived(path, shape) if _begins(path) == _ZIP else _mapped(path)
    arranged = _arranged(array, shape)
    return _scaled(arranged) if bounded and not shape.whole else _as_it_is(arranged, shape, gaps=gaps)


def _begins(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP))
    except OSError as error:
        raise InputError(tr("cannot be read: {value}.", value=error.strerror or error)) from error


def _mapped(path: Path) -> np.ndarray:
    try:
        # Mapped, so that a header that promises more than the file holds is refused before memory is taken.
        found = np.load(path, mmap_mode="r", allow_pickle=False)
    except (ValueError, EOFError, OSError, SyntaxError, zipfile.BadZipFile) as error:
        raise _unreadable(path, error) from error
    assert isinstance(found, np.ndarray)  # it is no archive
    return found


def _archived(path: Path, shape: Shape) -> np.ndarray:
    """The array of an ``.npz`` that is called as inputs are, else the only one that fits. Raises ``InputError``."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(info.file_size for info in archive.infolist())
        if size > _MOST_BYTES:
            raise InputError(tr("unpacks to {size:.1f} GB; save the inputs alone as a .npy.", size=size / 2**30))
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            names = [name for name in arrays if name.lower() in _NAMES] or list(arrays)
            found = {name: np.asarray(arrays[name]) for name in names}
    except (ValueError, EOFError, OSError, SyntaxError, zipfile.BadZipFile, zlib.error) as error:
        raise _unreadable(path, error) from error
    fit = [
        name for name, array in found.items()
        if math.prod(array.shape[1:]) == shape.count or array.shape == shape.sizes
    ]  # fmt: skip
    if len(fit) != 1:
        told = ", ".join(f"{name} {_times(array.shape)}" for name, array in list(found.items())[:6])
        raise InputError(
            tr("holds {value}; name one array of N × {shape} “x”.", value=told or tr("nothing"), shape=shape)
        )
    return found[fit[0]]


def _unreadable(path: Path, error: Exception) -> InputError:
    if "object" in str(error).lower():
        return InputError(tr("holds Python objects; save plain numbers with numpy.save."))
    return InputError(
        tr(
            "is not a whole {suffix} file; write it with numpy.save{value}.",
            suffix=path.suffix,
            value="z" * (path.suffix == ".npz"),
        )
    )


def _arranged(array: np.ndarray, shape: Shape) -> np.ndarray:
    """``array`` as N samples of ``shape``; a missing batch, a missing single channel and flat samples are accepted."""
    sizes = shape.sizes
    forms = {sizes, (shape.count,)}
    if shape.is_image and sizes[0] == 1:
        forms.add(sizes[1:])
    if array.size == 0:
        raise InputError(tr("has the shape {times}: no sample in it.", times=_times(array.shape)))
    if tuple(array.shape) in forms:
        return array.reshape(1, *sizes)
    if tuple(array.shape[1:]) in forms:
        if len(array) > MAX_SAMPLES:
            raise InputError(
                tr(
                    "holds {count:,} samples; at most {max_samples:,} at once.",
                    count=len(array),
                    max_samples=MAX_SAMPLES,
                )
            )
        return array.reshape(-1, *sizes)
    raise InputError(
        tr(
            "has the shape {times}; the network takes {shape} for one sample, N × {shape} for many.",
            times=_times(array.shape),
            shape=shape,
        )
    )


def _scaled(array: np.ndarray) -> Samples:
    """float32 in [0, 1], as the data sets are given to the network."""
    if array.dtype.kind not in "biuf":
        raise InputError(tr("holds {dtype}; numbers are expected.", dtype=array.dtype))
    if array.dtype.kind == "b":
        return Samples(array.astype(np.float32), ())
    low, high = float(array.min()), float(array.max())
    if not np.isfinite([low, high]).all():
        raise InputError(tr("holds NaN or infinite values."))
    whole = array.dtype.kind in "iu"
    top = 255 if whole else 1
    if low < 0 or high > top:
        hint = tr("Divide it by 255.") if not whole and low >= 0 and high <= 255 else tr("Scale it first.")
        kind = tr("whole numbers run from 0 to 255") if whole else tr("decimal numbers run from 0 to 1")
        raise InputError(
            tr("has values from {low:g} to {high:g}; {kind}. {hint}", low=low, high=high, kind=kind, hint=hint)
        )
    if whole:
        return Samples((array / np.float32(255)).astype(np.float32), (tr("whole numbers were divided by 255"),))
    return Samples(np.ascontiguousarray(array, dtype=np.float32), ())


def _as_it_is(array: np.ndarray, shape: Shape, *, gaps: bool) -> Samples:
    if array.dtype.kind not in ("biu" if shape.whole else "biuf"):
        raise InputError(
            tr("holds {dtype}; whole numbers are expected.", dtype=array.dtype)
            if shape.whole
            else tr("holds {dtype}; numbers are expected.", dtype=array.dtype)
        )
    wrong = np.isinf(array) if gaps else ~np.isfinite(array)
    if wrong.any():
        raise InputError(tr("holds infinite values.") if gaps else tr("holds NaN or infinite values."))
    return Samples(np.array(array, dtype=np.int64 if shape.whole else np.float32, order="C"), ())


def _times(sizes: tuple[int, ...]) -> str:
    return " × ".join(f"{size:,}" for size in sizes) or tr("a single number")
