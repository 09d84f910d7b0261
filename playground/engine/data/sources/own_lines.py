"""Looking through a file of text once: is it text, does every row have as many fields as the header, how many rows."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from playground.core.language import foreign, mark, tr
from playground.engine.data.arrays import DataError
from playground.engine.data.sources.own_paths import told
from playground.training.datasets.own import counted

_BLOCK = 1 << 24
_LONGEST_LINE = 1 << 26
_NEWLINE = 10
# (bytes so far, bytes in all); may raise to cancel
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Rows:
    """Rows without the header, blank lines between them, and whether a value is quoted somewhere."""

    count: int
    blank: int
    quoted: bool


def codec_of(path: Path, chosen: str = "utf-8") -> str:
    """Python's name of how the text is written: a mark at its beginning counts, else what was chosen."""
    with told(path), path.open("rb") as file:
        start = file.read(4)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig" if start.startswith(codecs.BOM_UTF8) else chosen


def read_text(path: Path, codec: str, most: int = 1 << 28) -> str:
    """All of a text. Raises ``DataError`` for bytes that are no text, naming the line."""
    with told(path):
        size = path.stat().st_size
        if size > most:
            raise DataError(
                tr(
                    "{path}: has {size:,.0f} MB; a text here has at most {most:,} MB.",
                    path=path,
                    size=size / 2**20,
                    most=most >> 20,
                ),
                tr("Divide it."),
            )
        content = path.read_bytes()
    if b"\0" in content and codec != "utf-16":
        raise _binary(path, content.index(b"\0"), 1 + content[: content.index(b"\0")].count(b"\n"))
    return _decoded(path, content, codec, 0, 0)


def lines_of(text: str) -> list[str]:
    """The lines of a text as editors count them: LF or CR LF ends one; other marks, as U+2028, belong to the text."""
    lines = text.replace("\r\n", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]


def scan(path: Path, codec: str, separator: str, width: int, header: bool, progress: Progress | None = None) -> Rows:
    """Count rows. Raises ``DataError`` naming the line that has other than ``width`` fields, or is no text."""
    if codec == "utf-16":
        read_text(path, codec)
        return _scan_quoted(path, codec, separator, width, header)
    lines = blank = trailing = 0
    for block, _ in _blocks(path, codec, progress):
        if b'"' in block or (b"\r" in block and b"\n" not in block):
            _check_rest(path, codec, progress)
            return _scan_quoted(path, codec, separator, width, header)
        counts, empty = _fields(block, separator)
        bad = np.flatnonzero((counts != width) & ~empty)
        if len(bad):
            raise ragged(path, lines + int(bad[0]) + 1, int(counts[bad[0]]), width, separator)
        lines += len(counts)
        blank += int(empty.sum())
        trailing = int(len(empty) - 1 - np.flatnonzero(~empty)[-1]) if not empty.all() else trailing + len(empty)
    return Rows(lines - blank - header, blank - trailing, quoted=False)


def ragged(path: Path, line: int, found: int, width: int, separator: str) -> DataError:
    names = {"\t": tr("tab"), ",": tr("comma"), ";": tr("semicolon"), "|": tr("bar")}
    return DataError(
        tr(
            "{path}: line {line:,} has {fields}; the table has {columns}, divided by a {get}.",
            path=path,
            line=line,
            fields=counted(found, "field"),
            columns=counted(width, "column"),
            get=names.get(separator, separator),
        ),
        tr("Mend that line: a value that holds the divider must stand in quotes."),
    )


def _fields(block: bytes, separator: str) -> tuple[np.ndarray, np.ndarray]:
    """Fields in each line, and whether it is blank."""
    values = np.frombuffer(block, np.uint8)
    ends = np.flatnonzero(values == _NEWLINE)
    if not len(values) or values[-1] != _NEWLINE:
        ends = np.append(ends, len(values))
    before = np.searchsorted(np.flatnonzero(values == ord(separator)), ends)
    counts = np.diff(before, prepend=0) + 1
    lengths = np.diff(ends, prepend=-1) - 1
    empty = np.zeros(len(ends), bool)
    for index in np.flatnonzero((counts == 1) & (lengths < 64)) if len(ends) else ():
        empty[index] = not block[ends[index] - lengths[index] : ends[index]].strip()
    return counts, empty


def _blocks(path: Path, codec: str, progress: Progress | None) -> Iterator[tuple[bytes, int]]:
    """Whole lines, as bytes that were seen to be text, and where they begin."""
    with told(path), path.open("rb") as file:
        total = path.stat().st_size
        file.seek(3 if codec == "utf-8-sig" else 0)
        offset, line, rest = file.tell(), 0, b""
        while True:
            read = file.read(_BLOCK)
            content = rest + read
            cut = content.rfind(b"\n") + 1 if read else len(content)
            if not read and not content:
                return
            if not cut and len(content) > _LONGEST_LINE and b"\r" not in content:
                raise DataError(
                    tr(
                        "{path}: line {line:,} is longer than {longest_line} MB.",
                        path=path,
                        line=line + 1,
                        longest_line=_LONGEST_LINE >> 20,
                    ),
                    tr("Is this a table of text?"),
                )
            if not cut and b"\r" in content:
                cut = content.rfind(b"\r") + 1
            block, rest = content[:cut], content[cut:]
            if block:
                if b"\0" in block:
                    place = block.index(b"\0")
                    raise _binary(path, offset + place, line + 1 + block[:place].count(b"\n"))
                _decoded(path, block, codec, offset, line)
                yield block, offset
            offset, line = offset + cut, line + block.count(b"\n")
            if progress is not None:
                progress(min(offset, total), total)
            if not read:
                return


def _check_rest(path: Path, codec: str, progress: Progress | None) -> None:
    """The rest is looked through for bytes that are no text before rows are read one by one."""
    for _ in _blocks(path, codec, progress):
        pass


def _scan_quoted(path: Path, codec: str, separator: str, width: int, header: bool) -> Rows:
    """Row by row, where values stand in quotes and may hold separators and new lines. Ten times slower."""
    count = blank = pending = 0
    for line, row in rows_of(path, codec, separator):
        if not row or (len(row) == 1 and not row[0].strip() and width > 1):
            pending += 1
            continue
        if len(row) != width:
            raise ragged(path, line, len(row), width, separator)
        blank, pending, count = blank + pending, 0, count + 1
    return Rows(count - header, blank, quoted=True)


def rows_of(path: Path, codec: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Number of the line that each row ends in, and its fields. Raises ``DataError``."""
    with told(path), path.open(encoding=codec, newline="") as file:
        reader = csv.reader(file, delimiter=separator, skipinitialspace=True, strict=True)
        while True:
            begin = reader.line_num + 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise _quote(path, begin, str(error)) from error
            except UnicodeDecodeError as error:
                raise DataError(
                    tr("{path}: is not text: {reason}.", path=path, reason=error.reason), tr(_SAVE), _other(codec)
                ) from error
            yield begin, row


_SAVE = mark("Save the file as UTF-8; or, if it is an old file, choose Latin-1 as its encoding.")


def _other(codec: str) -> str:
    """What a file that is not text in ``codec`` may be written in; empty for one whose first bytes tell it."""
    return "latin-1" if codec.startswith("utf-8") else ""


def _quote(path: Path, line: int, why: str) -> DataError:
    if "field larger" in why or "unexpected end" in why:
        return DataError(
            tr("{path}: line {line:,}: a quote is opened and never closed.", path=path, line=line),
            tr("Close it, or remove it."),
        )
    return DataError(
        tr(
            "{path}: line {line:,}: {why}.",
            path=path,
            line=line,
            why=tr("it cannot be read as a row") if foreign() else why,
        ),
        tr("Write a quote inside of a quoted value twice."),
    )


def _decoded(path: Path, content: bytes, codec: str, offset: int, line: int) -> str:
    """Raises ``DataError`` that names the byte, its place and its line."""
    try:
        return content.decode(codec.removesuffix("-sig") if offset else codec)
    except UnicodeDecodeError as error:
        place = error.start
        number = line + 1 + content[:place].count(b"\n")
        raise DataError(
            tr(
                "{path}: line {number:,} is not {value} text: byte 0x{content:02x} at {offset:,}.",
                path=path,
                number=number,
                value="UTF-16" if codec == "utf-16" else "UTF-8",
                content=content[place],
                offset=offset + place,
            ),
            tr(_SAVE),
            _other(codec),
        ) from error


def _binary(path: Path, place: int, line: int) -> DataError:
    return DataError(
        tr(
            "{path}: is not a file of text: there is a zero byte at {place:,} (line {line:,}).",
            path=path,
            place=place,
            line=line,
        ),
        tr("Choose a CSV or TSV file; arrays, Parquet and images are known by how their names end."),
    )
