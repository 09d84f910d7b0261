"""Rows to predict from, given by the names of their columns, as a network that learned from a table takes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from playground.core.language import mark, tr
from playground.engine.data.arrays import DataError
from playground.engine.data.preparing import Fitted
from playground.engine.data.sources.own_columns import MISSING_AMONG_NUMBERS, coded, named, numbers, translated
from playground.engine.data.sources.own_frames import is_parquet, read_frame
from playground.engine.data.sources.own_lines import Progress
from playground.engine.data.sources.own_paths import require
from playground.training.datasets.own import MISSING, counted, shortened
from playground.training.datasets.own_table import Table, TableColumn, choices

if TYPE_CHECKING:
    import pandas as pd

Given = Path | str | Mapping[str, Any] | Sequence[Mapping[str, Any]]
_NAMED = 5


@dataclass(frozen=True)
class EncodedRows:
    """float32 N×features (windows N×steps×features of a series) with NaN for missing numbers, and where each sample
    comes from. ``notes`` tell of values that the network has never seen.
    """

    x: np.ndarray
    origins: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def refuse_gaps(self, fitted: Fitted) -> None:
        """Raises ``DataError`` for a missing number where ``fitted`` has nothing to put in its place."""
        gaps = np.isnan(self.x).reshape(len(self.x), -1).any(1)
        if fitted.fill is None and gaps.any():
            raise DataError(
                tr("{origins}: a number is missing, and the network has never learned from rows "
"with gaps.", origins=self.origins[int(gaps.argmax())]), tr("Write a number."),
            )  # fmt: skip


def encode_rows(kind: Table, rows: Given, progress: Progress | None = None) -> EncodedRows:
    """Rows from a CSV, TSV or Parquet file, or as mappings of names to values, encoded as ``kind`` did for training.

    Columns that the network does not need may be absent or there. Raises ``DataError`` for a column that is absent,
    and for what is no number where one must be.
    """
    data, where, notes = _frame(kind, rows, progress)
    gone = [column.name for column in kind.inputs if column.name not in data.columns]
    if gone:
        one = mark("{where}: the column {names} is not there.")
        several = mark("{where}: the columns {names} are not there.")
        raise DataError(
            tr(
                several if len(gone) > 1 else one,
                where=where(""),
                names=shortened([f"“{name}”" for name in gone]),
            ),
            tr(
                "The network was trained on {shortened}.",
                shortened=shortened([column.name for column in kind.inputs], 12),
            ),
        )
    x, place = np.zeros((len(data), len(kind.features())), np.float32), 0
    for column in kind.inputs:
        if kind.type_of(column) == "number":
            x[:, place] = _numbers(kind, column, data[column.name], where, notes)
            place += 1
        else:
            _mark(x, place, column, data[column.name], notes)
            place += len(choices(column))
    rest = [name for name in data.columns if name not in {c.name for c in kind.inputs} and name not in kind.target]
    if rest:
        notes.append(tr("Columns that are not used: {shortened}.", shortened=shortened(rest, _NAMED)))
    origins = tuple(tr("row {number}", number=number + 1) for number in range(len(data)))
    if kind.look == "sequences":
        return _windows(kind, x, origins, notes)
    return EncodedRows(x, origins, tuple(notes))


def _frame(kind: Table, rows: Given, progress: Progress | None):  # type: ignore[no-untyped-def]
    """The rows as a frame, how to name a row in errors, and notes."""
    import pandas as pd

    if isinstance(rows, (str, Path)):
        path = require(Path(rows))
        frame = read_frame(path, kind.encoding, progress=progress)
        unit = "row" if is_parquet(path) else "line"
        return frame.data, lambda row: f"{path}: {unit} {frame.line(row):,}" if row != "" else str(path), [*frame.notes]
    given = [rows] if isinstance(rows, Mapping) else list(rows)
    if not given:
        raise DataError(tr("There are no rows to predict."), tr("Give at least one."))
    names = list(dict.fromkeys(name for row in given for name in row))
    columns = {name: pd.Series([row.get(name) for row in given], dtype=object) for name in names}
    return pd.DataFrame(columns), lambda row: tr("row {row:,}", row=row + 1) if row != "" else tr("The rows"), []


def _numbers(kind: Table, column: TableColumn, series: pd.Series, where, notes: list[str]) -> np.ndarray:  # type: ignore[no-untyped-def]
    if kind.parts.decimal == "," and series.dtype == object:
        series = series.map(lambda value: value.replace(",", ".") if isinstance(value, str) else value)
    values, wrong, endless = numbers(series)
    if wrong.any():
        row = int(wrong.argmax())
        raise DataError(
            tr(
                "{where}, column “{name}”: “{iloc}” is no number.",
                where=where(row),
                name=column.name,
                iloc=str(series.iloc[row])[:40],
            ),
            tr("Write a number."),
        )
    if endless.any():
        notes.append(
            tr(
                "“{name}”: {counted} infinite or too large, counted as missing.",
                name=column.name,
                counted=counted(int(endless.sum()), "number"),
            )
        )
    low, high = column.low, column.high
    if low is not None and high is not None:
        with np.errstate(invalid="ignore"):
            beyond = int(((values < low) | (values > high)).sum())
        if beyond:
            notes.append(
                tr(
                    "“{name}”: {counted} outside of what was learned ({low:g} to {high:g}).",
                    name=column.name,
                    counted=counted(beyond, "number"),
                    low=low,
                    high=high,
                )
            )
    return values


def _mark(x: np.ndarray, place: int, column: TableColumn, series: pd.Series, notes: list[str]) -> None:
    """A 1 for the category of each row; none for one that the network has never seen."""
    wanted = choices(column)
    if column.numbers and series.dtype.kind not in "iufb":
        series = series.map(_whole)
    found, names = coded(series)
    codes, _ = translated(found, names, wanted)
    unknown = sorted({names[code] for code in found[codes == -2]})
    if unknown:
        count = int((codes == -2).sum())
        notes.append(
            tr(
                "“{name}”: {counted} with a value that was not learned ({shortened}); it counts as none of "
                "the known ones.",
                name=column.name,
                counted=counted(count, "row"),
                shortened=shortened([f"“{name}”" for name in unknown], _NAMED),
            )
        )
    if MISSING in wanted:
        codes = np.where(codes == -1, wanted.index(MISSING), codes)
    elif (codes == -1).any():
        notes.append(
            tr(
                "“{name}”: {counted} without a value, never so while learning; it counts as none of the known ones.",
                name=column.name,
                counted=counted(int((codes == -1).sum()), "row"),
            )
        )
    rows = np.flatnonzero(codes >= 0)
    x[rows, place + codes[rows]] = 1.0


def _whole(value: object) -> object:
    """A number out of text, so that "1", "01" and "1.0" are one category."""
    if value in MISSING_AMONG_NUMBERS:
        return None
    try:
        return named(float(value)) if isinstance(value, str) else value
    except ValueError:
        return value


def _windows(kind: Table, x: np.ndarray, origins: tuple[str, ...], notes: list[str]) -> EncodedRows:
    """The last ``steps`` rows at each place: what comes after them is predicted."""
    from playground.engine.data.sources.own_series import carried, windows_of

    if len(x) < kind.steps:
        raise DataError(
            tr("There are {count:,} rows; a forecast looks back on {steps:,}.", count=len(x), steps=kind.steps),
            tr("Give at least as many rows."),
        )
    found = np.ascontiguousarray(windows_of(carried(x, notes), kind.steps))
    return EncodedRows(
        found, tuple(tr("after {origin}", origin=origin) for origin in origins[kind.steps - 1 :]), tuple(notes)
    )
