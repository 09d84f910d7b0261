"""One tensor out of an ONNX file: its claim is held against the bytes that are there before memory is taken."""

from __future__ import annotations

import os
from collections.abc import Iterable
from math import prod
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

from playground.core.files import FileError
from playground.core.language import tr

MAX_RANK = 16
MAX_PARAMETERS = 2**31  # of a file, in initializers and operators together
_BITS: dict[int, int] = {
    onnx.TensorProto.FLOAT: 32, onnx.TensorProto.DOUBLE: 64, onnx.TensorProto.FLOAT16: 16,
    onnx.TensorProto.BFLOAT16: 16,
    onnx.TensorProto.INT64: 64, onnx.TensorProto.INT32: 32, onnx.TensorProto.INT16: 16, onnx.TensorProto.INT8: 8,
    onnx.TensorProto.UINT64: 64, onnx.TensorProto.UINT32: 32, onnx.TensorProto.UINT16: 16, onnx.TensorProto.UINT8: 8,
    onnx.TensorProto.BOOL: 8,
}  # fmt: skip
_TYPED: dict[int, str] = {  # fields that hold numbers when there are no raw bytes
    onnx.TensorProto.FLOAT: "float_data", onnx.TensorProto.DOUBLE: "double_data",
    onnx.TensorProto.INT64: "int64_data", onnx.TensorProto.UINT64: "uint64_data",
    onnx.TensorProto.UINT32: "uint64_data",
}  # fmt: skip


class TensorReader:
    """Reads the tensors of one file; ``numbers`` counts what was read so far, wherever in the file it stood."""

    def __init__(self, path: Path) -> None:
        self._path, self.numbers = path, 0

    def require_room(self, tensors: Iterable[onnx.TensorProto]) -> None:
        """Raises ``FileError`` when these would be too many numbers. Nothing is read."""
        numbers = self.numbers + sum(_count(self._path, tensor) for tensor in tensors)
        if numbers > MAX_PARAMETERS:
            raise FileError(
                self._path,
                tr(
                    "claims {numbers:,} weights; at most {max_parameters:,} are read.",
                    numbers=numbers,
                    max_parameters=MAX_PARAMETERS,
                ),
            )

    def read(self, tensor: onnx.TensorProto) -> np.ndarray:
        """The numbers of ``tensor``. Raises ``FileError`` when they are not all there, are too many with those before,
        or lie where they must not.
        """
        self.require_room((tensor,))
        self.numbers += _count(self._path, tensor)
        return _read_tensor(self._path, tensor)


def _count(path: Path, tensor: onnx.TensorProto) -> int:
    if len(tensor.dims) > MAX_RANK or any(size < 0 for size in tensor.dims):
        name = clean(tensor.name)[:60] or tr("a constant")
        raise FileError(path, tr("is damaged: {name!r} has the shape {list}.", name=name, list=list(tensor.dims)[:8]))
    return prod(tensor.dims)


def _read_tensor(path: Path, tensor: onnx.TensorProto) -> np.ndarray:
    name = clean(tensor.name)[:60] or tr("a constant")
    if tensor.data_type not in _BITS:
        raise FileError(
            path,
            tr(
                "holds {type_name} numbers in {name!r}, which are not read.",
                type_name=_type_name(tensor.data_type),
                name=name,
            ),
        )
    count = _count(path, tensor)
    size = count * _BITS[tensor.data_type] // 8
    if tensor.data_location == onnx.TensorProto.EXTERNAL:
        raw = _external(path, tensor, size, name)
        tensor = onnx.TensorProto(data_type=tensor.data_type, dims=tensor.dims, raw_data=raw, name=tensor.name)
    elif tensor.HasField("raw_data"):
        if len(tensor.raw_data) != size:
            raise _short(path, name, len(tensor.raw_data), size, tr("bytes"))
    else:
        found = len(getattr(tensor, _TYPED.get(tensor.data_type, "int32_data")))
        if found != count:
            raise _short(path, name, found, count, tr("numbers"))
    return numpy_helper.to_array(tensor)


def clean(text: str | bytes) -> str:
    """Text of the file without what is not Unicode; protobuf gives such text as bytes, or with halves of letters."""
    content = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    return content.decode("utf-8", "replace")


def _external(path: Path, tensor: onnx.TensorProto, size: int, name: str) -> bytes:
    """Bytes from a file in the same folder. Raises ``FileError`` for any other place."""
    told = {entry.key: entry.value for entry in tensor.external_data}
    location = clean(told.get("location", ""))
    if not location or Path(location).name != location or location in (".", "..") or "\\" in location:
        raise FileError(
            path,
            tr(
                "keeps {name!r} in {location!r}; weights are read from the file's own folder only.",
                name=name,
                location=location[:60],
            ),
        )
    beside = path.parent / location
    offset, length = _whole(told.get("offset"), 0), _whole(told.get("length"), size)
    try:
        if beside.is_symlink() or not beside.is_file():
            raise FileError(
                path, tr("keeps its weights in {location!r}, which does not lie beside it.", location=location[:60])
            )
        if offset < 0 or length != size or offset + length > beside.stat().st_size:
            raise FileError(
                path, tr("is damaged: {name!r} is not whole in {location!r}.", name=name, location=location[:60])
            )
        with beside.open("rb") as file:
            file.seek(offset, os.SEEK_SET)
            content = file.read(length)
    except OSError as error:
        raise FileError(
            path,
            tr(
                "keeps weights in {location!r}, which cannot be read: {strerror}.",
                location=location[:60],
                strerror=error.strerror,
            ),
        ) from error
    if len(content) != size:
        raise FileError(
            path, tr("is damaged: {name!r} is not whole in {location!r}.", name=name, location=location[:60])
        )
    return content


def _whole(text: str | None, default: int) -> int:
    return int(text) if text else default


def _short(path: Path, name: str, found: int, wanted: int, what: str) -> FileError:
    return FileError(
        path,
        tr(
            "is damaged: {name!r} holds {found:,} {what}, its shape asks for {wanted:,}.",
            name=name,
            found=found,
            what=what,
            wanted=wanted,
        ),
    )


def _type_name(kind: int) -> str:
    return (
        onnx.TensorProto.DataType.Name(kind).lower()
        if kind in onnx.TensorProto.DataType.values()
        else tr("type {kind}", kind=kind)
    )
