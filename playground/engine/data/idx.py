"""IDX files, raw or gzipped: the format of MNIST (http://yann.lecun.com/exdb/mnist)."""

from __future__ import annotations

import math
import struct
import zlib
from pathlib import Path

import numpy as np

from playground.engine.data.arrays import DataError

_UNSIGNED_BYTE = 0x08


def read_idx(path: Path, shape: tuple[int, ...]) -> np.ndarray:
    """The uint8 array in ``path``, which must have ``shape``. Raises ``DataError`` naming the file and its fault."""
    content = _content(path, math.prod(shape))
    if len(content) < 4 or content[:2] != b"\0\0" or content[2] != _UNSIGNED_BYTE:
        raise _damaged(path, "does not begin as an IDX file of bytes")
    rank = content[3]
    header = 4 + 4 * rank
    if len(content) < header:
        raise _damaged(path, "ends inside its header")
    found = struct.unpack(f">{rank}I", content[4:header])
    if found != shape:
        raise _damaged(path, f"holds {_times(found)} values; expected {_times(shape)}")
    if len(content) - header != math.prod(shape):
        raise _damaged(path, f"has {len(content) - header:,} bytes of values; its header promises {math.prod(shape):,}")
    # a copy: torch warns of arrays that it may not write to, as those on bytes are
    return np.frombuffer(content, np.uint8, offset=header).reshape(shape).copy()


def _content(path: Path, expected: int) -> bytes:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror or error}.", "Check the file's rights.") from error
    if raw[:2] != b"\x1f\x8b":
        return raw
    unpacker = zlib.decompressobj(wbits=31)
    try:
        content = unpacker.decompress(raw, expected + 1024)
    except zlib.error as error:
        raise _damaged(path, "is damaged inside (its checksum or compression is wrong)") from error
    if unpacker.unconsumed_tail:
        raise _damaged(path, f"unpacks to more than the {expected:,} values expected")
    if not unpacker.eof:
        raise _damaged(path, f"is cut off after {len(raw):,} bytes")
    return content


def _damaged(path: Path, what: str) -> DataError:
    return DataError(
        f"{path}: {what}.",
        f"Delete the file and run “playground datasets get {path.parent.name}”, or copy it again from its source.",
    )


def _times(shape: tuple[int, ...]) -> str:
    return " × ".join(f"{size:,}" for size in shape)
