"""IDX files, raw or gzipped: the format of MNIST (http://yann.lecun.com/exdb/mnist)."""

from __future__ import annotations

import math
import struct
import zlib
from pathlib import Path

import numpy as np

from playground.core.language import tr
from playground.engine.data.arrays import DataError

_UNSIGNED_BYTE = 0x08


def read_idx(path: Path, shape: tuple[int, ...]) -> np.ndarray:
    """The uint8 array in ``path``, which must have ``shape``. Raises ``DataError`` naming the file and its fault."""
    content = _content(path, math.prod(shape))
    if len(content) < 4 or content[:2] != b"\0\0" or content[2] != _UNSIGNED_BYTE:
        raise _damaged(path, tr("does not begin as an IDX file of bytes"))
    rank = content[3]
    header = 4 + 4 * rank
    if len(content) < header:
        raise _damaged(path, tr("ends inside its header"))
    found = struct.unpack(f">{rank}I", content[4:header])
    if found != shape:
        raise _damaged(path, tr("holds {times} values; expected {times2}", times=_times(found), times2=_times(shape)))
    if len(content) - header != math.prod(shape):
        raise _damaged(
            path,
            tr(
                "has {count:,} bytes of values; its header promises {prod:,}",
                count=len(content) - header,
                prod=math.prod(shape),
            ),
        )
    # a copy: torch warns of arrays that it may not write to, as those on bytes are
    return np.frombuffer(content, np.uint8, offset=header).reshape(shape).copy()


def _content(path: Path, expected: int) -> bytes:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DataError(
            tr("{path}: cannot be read: {value}.", path=path, value=error.strerror or error),
            tr("Check the file's rights."),
        ) from error
    if raw[:2] != b"\x1f\x8b":
        return raw
    unpacker = zlib.decompressobj(wbits=31)
    try:
        content = unpacker.decompress(raw, expected + 1024)
    except zlib.error as error:
        raise _damaged(path, tr("is damaged inside (its checksum or compression is wrong)")) from error
    if unpacker.unconsumed_tail:
        raise _damaged(path, tr("unpacks to more than the {expected:,} values expected", expected=expected))
    if not unpacker.eof:
        raise _damaged(path, tr("is cut off after {count:,} bytes", count=len(raw)))
    return content


def _damaged(path: Path, what: str) -> DataError:
    return DataError(
        tr("{path}: {what}.", path=path, what=what),
        tr(
            "Delete the file and run “playground datasets get {name}”, or copy it again from its source.",
            name=path.parent.name,
        ),
    )


def _times(shape: tuple[int, ...]) -> str:
    return " × ".join(f"{size:,}" for size in shape)
