"""The files that scikit-learn brings, read directly: importing it takes a second."""

from __future__ import annotations

import gzip
import importlib.util
import zlib
from pathlib import Path

import numpy as np

from playground.core.language import mark, tr
from playground.engine.data.arrays import DataError

_MEND = mark("Install it again: pip install --force-reinstall scikit-learn")


def read_table(file: str, columns: int, rows: int, *, header: bool = False) -> np.ndarray:
    """rows×columns float64 out of scikit-learn's ``file``, where commas, spaces or lines part the numbers.

    Raises ``DataError`` when scikit-learn is not there whole or the file is not the one expected.
    """
    path = _path(file)
    try:
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        lines = content.split(b"\n", 1)[-1] if header else content
        table = np.array(lines.replace(b",", b" ").split(), np.float64).reshape(-1, columns)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise DataError(tr("{path}: is damaged: {error}.", path=path, error=error), tr(_MEND)) from error
    if len(table) != rows:
        raise DataError(
            tr("{path}: holds {count:,} rows; expected {rows:,}.", path=path, count=len(table), rows=rows), tr(_MEND)
        )
    return table


def _path(file: str) -> Path:
    spec = importlib.util.find_spec("sklearn")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    path = Path(folders[0], "datasets", "data", file) if folders else None
    if path is None or not path.is_file():
        raise DataError(
            tr(
                "{file} comes with scikit-learn, which is not installed whole ({value}).",
                file=file,
                value=path or tr("not found"),
            ),
            tr(_MEND),
        )
    return path
