"""Tables as pandas frames: how a CSV is laid out is guessed from its beginning, then every line is held against it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from playground.core.language import tr
from playground.engine.data.arrays import DataError
from playground.engine.data.sources.own_columns import MISSING_FIELDS, words_as_gaps
from playground.engine.data.sources.own_lines import Progress, codec_of, rows_of, scan
from playground.engine.data.sources.own_paths import told
from playground.training.datasets.own import counted, shortened

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

_SEPARATORS = (",", ";", "\t", "|")
_SAMPLE_ROWS, _SAMPLE_CHARACTERS = 50, 1 << 20
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_COMMA_NUMBER = re.compile(r"[+-]?\d+,\d+")
_LARGEST_CSV, _LARGEST_PARQUET = 4 << 30, 8 << 30
_MOST_COLUMNS = 100_000


@dataclass(frozen=True)
class Layout:
    """How a file of text holds a table; of Parquet only the names of the columns count."""

    names: tuple[str, ...]
    separator: str = ","
    decimal: Literal[".", ","] = "."
    header: bool = True
    codec: str = "utf-8"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Frame:
    """A table that was read: rows in the order of the file. ``notes`` tell what was guessed or left out.

    ``even``: each row is one line, and no line is blank between them.
    """

    path: Path
    layout: Layout
    data: pd.DataFrame
    notes: tuple[str, ...]
    even: bool = True

    def line(self, row: int) -> int:
        """The line of the file that row number ``row`` (from 0) begins in; of Parquet the number of the row."""
        first = 1 if is_parquet(self.path) else 1 + int(self.layout.header)
        if self.even:
            return row + first
        return next(islice(self._lines(), row, None), row + first)

    def origins(self, rows: Sequence[int] | np.ndarray) -> tuple[str, ...]:
        """Where each of ``rows`` (from 0) stands: "line 12", or "row 11" of a file without lines. One reading."""
        unit = tr("row {number}") if is_parquet(self.path) else tr("line {number}")
        if self.even:
            return tuple(unit.format(number=self.line(int(row))) for row in rows)
        lines = list(self._lines())
        return tuple(unit.format(number=lines[int(row)]) for row in rows)

    def _lines(self) -> Iterator[int]:
        """The lines that rows begin in, the header left out."""
        found = (
            line for line, fields in rows_of(self.path, self.layout.codec, self.layout.separator)
            if fields and (len(fields) > 1 or fields[0].strip())
        )  # fmt: skip
        return islice(found, int(self.layout.header), None)

    def where(self, row: int) -> str:
        """ "line 12", or "row 11" of a file without lines."""
        if is_parquet(self.path):
            return tr("row {number:,}", number=self.line(row))
        return tr("line {number:,}", number=self.line(row))


def is_parquet(path: Path) -> bool:
    return path.suffix.lower() in {".parquet", ".pq"}


def read_frame(
    path: Path, encoding: str = "utf-8", layout: Layout | None = None, progress: Progress | None = None
) -> Frame:
    """The table in ``path``, laid out as ``layout`` says or as is guessed. Raises ``DataError``."""
    if is_parquet(path):
        return _parquet(path)
    codec = codec_of(path, encoding)
    guessed = layout or guess_layout(path, codec)
    _bounded(path, path.stat().st_size, _LARGEST_CSV)
    rows = scan(path, codec, guessed.separator, len(guessed.names), guessed.header, progress)
    if not rows.count:
        raise DataError(
            tr("{path}: has a header and no rows.", path=path), tr("Choose a file with rows under the header.")
        )
    frame = _parsed(path, guessed, codec)
    if len(frame) != rows.count:
        raise DataError(
            tr(
                "{path}: {count:,} rows were counted and {count2:,} could be read.",
                path=path,
                count=rows.count,
                count2=len(frame),
            ),
            tr("Look for lone quotes and stray carriage returns, or save it as CSV anew."),
        )
    blank = (tr("Skipped: {counted}.", counted=counted(rows.blank, "line without a value")),) if rows.blank else ()
    return Frame(path, guessed, frame, (*guessed.notes, *blank), even=not rows.blank and not rows.quoted)


def _parsed(path: Path, layout: Layout, codec: str) -> pd.DataFrame:
    import pandas as pd

    try:
        with told(path):
            return words_as_gaps(pd.read_csv(
                path, sep=layout.separator, decimal=layout.decimal, header=0 if layout.header else None,
                names=list(layout.names), encoding=codec, index_col=False, low_memory=False, skipinitialspace=True,
                compression=None, keep_default_na=False, na_values=list(MISSING_FIELDS),
            ), layout.decimal)  # fmt: skip
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeError, OverflowError, ValueError) as error:
        text = str(error).splitlines()[0][:200]
        raise DataError(
            tr("{path}: is not a table that can be read: {words}.", path=path, words=text), tr("Save it as CSV anew.")
        ) from error


def beginning(path: Path, encoding: str = "utf-8") -> dict[str, list[str]]:
    """The first fields of each column of a CSV, as text; nothing of a file that is no table."""
    codec = codec_of(path, encoding)
    try:
        layout = guess_layout(path, codec)
    except DataError:
        return {}  # reading it tells what is wrong
    rows = _rows(_sample(path, codec), layout.separator)[layout.header :]
    full = [row for row in rows if len(row) == len(layout.names)]
    return {name: [row[place].strip() for row in full] for place, name in enumerate(layout.names)}


def guess_layout(path: Path, codec: str) -> Layout:
    """Separator, decimal mark and header, from the first rows. Raises ``DataError`` for a file without a table."""
    sample = _sample(path, codec)
    if not sample.strip():
        raise DataError(
            tr("{name} is empty.", name=path.name),
            tr("Choose a table: a line with the names of its columns, then rows."),
        )
    separator = _separator(sample, path)
    rows = [row for row in _rows(sample, separator) if any(field.strip() for field in row)]
    if not rows:
        raise DataError(tr("{path}: holds no values, only dividers.", path=path), tr("Choose a table with rows."))
    if len(rows[0]) > _MOST_COLUMNS:
        raise DataError(
            tr(
                "{path}: has {count:,} columns; a table here has at most {most_columns:,}.",
                path=path,
                count=len(rows[0]),
                most_columns=_MOST_COLUMNS,
            ),
            tr("Save it as a .npy array."),
        )
    fields = [field.strip() for row in rows[1:] for field in row]
    decimal: Literal[".", ","] = "."
    if separator != "," and any(_COMMA_NUMBER.fullmatch(f) for f in fields):
        decimal = "." if any("." in f and _NUMBER.fullmatch(f) for f in fields) else ","
    header = _has_header(rows, decimal)
    names, notes = _names(rows[0], path) if header else (tuple(f"column {n + 1}" for n in range(len(rows[0]))), ())
    if not header:
        notes = (
            tr("The first line holds numbers, so it was taken as a row; columns are called column 1, column 2 …."),
        )
    if separator != ",":
        notes += (
            tr("Columns are divided by {named}, decimals by a comma.", named=_named(separator))
            if decimal == ","
            else tr("Columns are divided by {named}.", named=_named(separator)),
        )
    return Layout(names, separator, decimal, header, codec, notes)


def _named(separator: str) -> str:
    return {";": tr("semicolons"), "\t": tr("tabs"), "|": tr("bars")}.get(separator, separator)


def _sample(path: Path, codec: str) -> str:
    """Whole lines of the beginning; what is no text in it is told later, with its line."""
    with told(path), path.open(encoding=codec, errors="replace", newline="") as file:
        text = file.read(_SAMPLE_CHARACTERS)
        rest = bool(file.read(1))
    cut = max(text.rfind("\n"), text.rfind("\r"))
    return text[: cut + 1] if rest and cut > 0 else text


def _rows(sample: str, separator: str) -> list[list[str]]:
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator, skipinitialspace=True)
    try:
        for row in reader:
            if row:
                rows.append(row)
            if len(rows) > _SAMPLE_ROWS:
                break
    except csv.Error:  # told with its line when all rows are looked at
        pass
    return rows


def _separator(sample: str, path: Path) -> str:
    """The one that gives most rows the same number of fields, and the most fields."""
    best, score = ",", (0.0, 0)
    for separator in ("\t", *_SEPARATORS) if path.suffix.lower() in {".tsv", ".tab"} else _SEPARATORS:
        widths = [len(row) for row in _rows(sample, separator)]
        if not widths or widths[0] < 2:
            continue
        found = sum(width == widths[0] for width in widths) / len(widths), widths[0]
        # a comma inside of decimal numbers must not outdo the semicolons around them
        if (found[0] >= 0.9, *found) > (score[0] >= 0.9, *score):
            best, score = separator, found
    return best


def _has_header(rows: list[list[str]], decimal: str) -> bool:
    """Numbers in the first row are values, unless they count the columns or name years in order."""
    first = [field.strip().replace(decimal, ".") for field in rows[0]]
    numbers = [float(field) for field in first if _NUMBER.fullmatch(field)]
    if not numbers:
        return True
    steps = {after - before for before, after in pairwise(numbers)}
    if len(numbers) > 1 and len(steps) == 1 and steps.pop() in {1.0, 5.0, 10.0}:
        return True
    return len(numbers) < len(first) / 2


def _names(first: list[str], path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of columns without blanks around them. Raises ``DataError`` where two have the same."""
    names = [field.strip() or f"column {number + 1}" for number, field in enumerate(first)]
    blank = [number + 1 for number, field in enumerate(first) if not field.strip()]
    unique_names(names, path)
    called = shortened([f"“column {number}”" for number in blank])
    return tuple(names), (
        tr("Columns without a name are called by their place: {called}.", called=called),
    ) if blank else ()


def unique_names(names: list[str], path: Path) -> None:
    """Raises ``DataError`` that names the two places of a name."""
    seen: dict[str, int] = {}
    for number, name in enumerate(names, start=1):
        if name in seen:
            raise DataError(
                tr(
                    "{path}: columns {seen} and {number} are both called “{name}”.",
                    path=path,
                    seen=seen[name],
                    number=number,
                    name=name,
                ),
                tr("Give each a name of its own."),
            )
        seen[name] = number


def _bounded(path: Path, size: int, most: int) -> None:
    if size > most:
        raise DataError(
            tr(
                "{path}: has {size:.1f} GB; a table here has at most {most} GB.",
                path=path,
                size=size / 2**30,
                most=most >> 30,
            ),
            tr("Save inputs and targets as .npy files, which are read from disk as they are needed."),
        )


def _parquet(path: Path) -> Frame:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with told(path), pq.ParquetFile(path) as file:
            meta = file.metadata
            groups = (meta.row_group(number) for number in range(meta.num_row_groups))
            _bounded(path, sum(group.total_byte_size for group in groups), _LARGEST_PARQUET)
            names = list(file.schema_arrow.names)
            unique_names([str(name) for name in names], path)
            if not names or not meta.num_rows:
                raise DataError(
                    tr("{path}: has no rows.", path=path) if names else tr("{path}: has no columns.", path=path),
                    tr("Choose a table with rows."),
                )
            data: Any = file.read().to_pandas(ignore_metadata=True)
    except (pa.ArrowException, ValueError, TypeError) as error:
        text = str(error).splitlines()[0][:160] if str(error) else type(error).__name__
        raise DataError(
            tr("{path}: is not a Parquet file that can be read ({words}).", path=path, words=text),
            tr("Write it again, or save it as CSV."),
        ) from error
    data.columns = [str(name).strip() or f"column {number + 1}" for number, name in enumerate(names)]
    return Frame(path, Layout(tuple(data.columns)), data, ())
