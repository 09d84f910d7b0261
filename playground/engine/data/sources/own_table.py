"""A table of one's own as arrays: columns of numbers as they are, categories as zeros and ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from playground.core.language import tr
from playground.engine.data.arrays import MOST_ORIGINS, ArrayData, DataError, FilesChanged
from playground.engine.data.sources.own_columns import coded, is_number, numbers, translated
from playground.engine.data.sources.own_frames import Frame, Layout, read_frame
from playground.engine.data.sources.own_paths import changed, locate
from playground.engine.data.sources.own_series import series_data
from playground.training.datasets.own import MISSING, counted
from playground.training.datasets.own_table import Table, TableColumn, choices

if TYPE_CHECKING:
    import pandas as pd

    from playground.engine.data.sources import Request

_MOST_BYTES = 8 << 30


class Refuse(Protocol):
    """The error for row number ``row`` of a column that holds what it must not; without a hint, what it did not hold
    when the table was read first.
    """

    def __call__(self, column: TableColumn, row: int, what: str, hint: str = "") -> DataError: ...


def load_table(request: Request) -> ArrayData:
    """Read and encode the table; rows without a target are left out. Raises ``DataError``."""
    kind: Table = request.kind
    frame = read_table(kind, request)
    notes = [*frame.notes]

    def refuse(column: TableColumn, row: int, what: str, hint: str = "") -> DataError:
        message = tr(
            "{path}: {where}, column “{name}”: {what}.",
            path=frame.path, where=frame.where(row), name=column.name, what=what,
        )  # fmt: skip
        return DataError(message, hint) if hint else FilesChanged(message)

    x = encode(kind, frame.data, refuse, notes)
    if kind.look == "sequences":
        y = _numbers(kind.targets, frame.data, refuse, notes)
        return series_data(kind, request, x, y, notes)
    y, kept = _targets(kind, frame.data, refuse, notes)
    if not kept.all():
        notes.append(tr("Left out: {counted}.", counted=counted(int((~kept).sum()), "row without a target")))
    if request.settings.preparation.missing == "drop":
        gaps = np.isnan(x).any(1) & kept
        kept &= ~gaps
        if gaps.any():
            notes.append(tr("Left out: {counted}.", counted=counted(int(gaps.sum()), "row with a missing number")))
    if not kept.any():
        raise DataError(
            tr("{path}: every row lacks a number or the target.", path=frame.path),
            tr("Ignore the column that is mostly empty, or choose another way to treat missing numbers."),
        )
    if not kept.all():
        x, y = x[kept], y[kept]
    rows = np.flatnonzero(kept)
    origins = frame.origins(rows) if len(rows) <= MOST_ORIGINS else ()
    dataset = replace(request.dataset, train_samples=len(x))
    return ArrayData.whole(dataset, x, y, origins=origins, notes=tuple(notes))


def read_table(kind: Table, request: Request) -> Frame:
    """The file, which must still be the one that was chosen. Raises ``DataError``."""
    found = kind.parts
    path = locate(kind.file, request.data_dir)
    layout = Layout(
        tuple(column.name for column in found.columns), found.separator, found.decimal, found.header,
    )  # fmt: skip
    frame = read_frame(path, kind.encoding, progress=request.progress)
    gone = [column.name for column in (*kind.inputs, *kind.targets) if column.name not in frame.data.columns]
    if gone:
        raise changed(path, tr("has no column “{gone}” any more", gone=gone[0]))
    if len(frame.data) != found.rows:
        raise changed(
            path, tr("has {count:,} rows; it had {rows:,} when it was chosen", count=len(frame.data), rows=found.rows)
        )
    if (frame.layout.separator, frame.layout.header) != (layout.separator, layout.header):
        raise changed(path, tr("is laid out in another way than when it was chosen"))
    return frame


def encode(kind: Table, data: pd.DataFrame, refuse: Refuse, notes: list[str]) -> np.ndarray:
    """float32 N×features: NaN for missing numbers, a 1 for the category of each row. Raises what ``refuse`` gives."""
    width = len(kind.features())
    if len(data) * width * 4 > _MOST_BYTES:
        raise DataError(
            tr(
                "{file}: {count:,} rows of {width:,} numbers would need {count2:.0f} GB.",
                file=kind.file,
                count=len(data),
                width=width,
                count2=len(data) * width * 4 / 2**30,
            ),
            tr("Ignore columns with many categories, or save the table as a .npy array."),
        )
    x, place = np.zeros((len(data), width), np.float32), 0
    for column in kind.inputs:
        if kind.type_of(column) == "number":
            x[:, place] = _number(column, data[column.name], refuse, notes)
            place += 1
            continue
        wanted = choices(column)
        codes = _codes(column, data[column.name], wanted, refuse)
        rows = np.flatnonzero(codes >= 0)
        x[rows, place + codes[rows]] = 1.0
        place += len(wanted)
    return x


def _number(column: TableColumn, series: pd.Series, refuse: Refuse, notes: list[str]) -> np.ndarray:
    values, wrong, endless = numbers(series)
    if wrong.any():
        row = int(np.flatnonzero(wrong)[0])
        text = str(series.iloc[row])
        raise refuse(
            column,
            row,
            tr("“{value}” is no number", value=text[:40]),
            tr("Mend it, or make the column a category, or ignore it."),
        )
    if endless.any():
        notes.append(
            tr(
                "Counted as missing: {counted} of “{name}”, infinite or too large.",
                counted=counted(int(endless.sum()), "number"),
                name=column.name,
            )
        )
    return values


def _codes(column: TableColumn, series: pd.Series, wanted: tuple[str, ...], refuse: Refuse) -> np.ndarray:
    """Places in ``wanted``; the place of the missing category where it has one, else −1."""
    if column.numbers and not is_number(series):  # numbers between blanks, or decimals
        import pandas as pd

        series = pd.Series(numbers(series)[0])
    found, names = coded(series)
    codes, _ = translated(found, names, wanted)
    unknown = np.flatnonzero(codes == -2)
    if len(unknown):
        row = int(unknown[0])
        raise refuse(
            column,
            row,
            tr("“{iloc}” was not among its values when the file was chosen", iloc=str(series.iloc[row])[:40]),
        )
    if MISSING in wanted:
        return np.where(codes == -1, wanted.index(MISSING), codes)
    return codes


def _targets(
    kind: Table, data: pd.DataFrame, refuse: Refuse, notes: list[str]
) -> tuple[np.ndarray, np.ndarray]:  # fmt: skip
    """int64 N for classes, else float32 N×targets; and which rows have all targets."""
    if not kind.target:
        return np.zeros((len(data), 0), np.float32), np.ones(len(data), bool)
    if kind.type_of(kind.targets[0]) == "number":
        y = _numbers(kind.targets, data, refuse, notes)
        return y, np.asarray(~np.isnan(y).any(1))
    codes = np.stack([_codes(column, data[column.name], column.categories, refuse) for column in kind.targets], 1)
    kept = np.asarray((codes >= 0).all(1))
    if len(kind.target) == 1:
        return codes[:, 0], kept
    return codes.astype(np.float32), kept


def _numbers(
    columns: tuple[TableColumn, ...], data: pd.DataFrame, refuse: Refuse, notes: list[str]
) -> np.ndarray:  # fmt: skip
    return np.stack([_number(each, data[each.name], refuse, notes) for each in columns], 1).astype(np.float32)
