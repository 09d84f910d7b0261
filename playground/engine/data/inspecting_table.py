"""What a table holds: types of its columns, guessed; what is likely to be predicted; what is missing."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from playground.core.language import tr
from playground.engine.data.sources.own_columns import coded, is_date, is_number, named, numbers
from playground.engine.data.sources.own_frames import Frame, read_frame
from playground.engine.data.sources.own_lines import Progress
from playground.engine.data.sources.own_paths import locate
from playground.training.datasets.own import MAX_CLASSES, counted, shortened
from playground.training.datasets.own_table import MAX_WHOLE_CLASSES, Table, TableColumn, TableFound

if TYPE_CHECKING:
    import pandas as pd

# columns that are usually what is asked for; the last column otherwise
_TARGETS = (
    "target", "label", "labels", "class", "y", "output", "outcome", "species", "diagnosis", "survived", "churn",
    "quality", "price", "median_house_value", "result", "category",
)  # fmt: skip
_ROW_NUMBER = re.compile(r"(id|index|row|nr|no|number|unnamed.*|column 1|.*[ _]id|rownames?)", re.IGNORECASE)
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T]\d{1,2}:\d{2}.*)?")
# categories of a column of numbers, should a person want them; and of all columns together
_NUMBER_CATEGORIES, _ALL_CATEGORIES = 100, 50_000
_TEXT_LENGTH = 40
_NOTES = 40
_EXACT = 2.0**53  # larger whole numbers are not exact as float64, so they name nothing


def inspect_table(kind: Table, data_dir: Path | str | None, progress: Progress | None = None) -> Table:
    """``kind`` with what its file holds; what a person chose stays as far as it still fits. Raises ``DataError``."""
    path = locate(kind.file, data_dir)
    frame = read_frame(path, kind.encoding, progress=progress)
    budget, columns, notes = _ALL_CATEGORIES, [], list(frame.notes)
    for name in frame.data.columns:
        column = describe_column(frame, name, notes)
        if len(column.categories) > budget:
            column = column.replace(categories=(), type="ignore" if column.type == "category" else column.type)
            notes.append(tr("“{name}” is left out: there are too many categories in all.", name=name))
        budget -= len(column.categories)
        columns.append(column)
    names = {column.name for column in columns}
    target = tuple(name for name in kind.target if name in names)
    if not target:
        target = _guess_target(columns, notes)
    more = len(notes) - _NOTES
    if more > 1:
        notes[_NOTES:] = [
            tr("{more:,} more remarks on columns; the list of columns shows how each one is taken.", more=more)
        ]
    layout = frame.layout
    found = TableFound(
        of=kind.decides, rows=len(frame.data), columns=tuple(columns), separator=layout.separator,
        decimal=layout.decimal, header=layout.header, notes=(*notes, *_missing_notes(columns, target)),
    )  # fmt: skip
    types = {name: each for name, each in kind.columns.items() if name in names}
    return kind.model_copy(update={"found": found, "target": target, "columns": types})


def describe_column(frame: Frame, name: str, notes: list[str]) -> TableColumn:
    """What a column holds and how it is best taken; what a person should know of it goes to ``notes``."""
    series = frame.data[name]
    if is_number(series):
        return _numbers(name, series, notes)
    if is_date(series):
        notes.append(_date_note(name, series))
        return TableColumn(name=name, type="ignore", missing=int(series.isna().sum()), distinct=int(series.nunique()))
    if _nested(series):
        notes.append(tr("“{name}” holds lists or records and is left out.", name=name))
        return TableColumn(name=name, type="ignore", missing=int(series.isna().sum()))
    codes, names = coded(series)
    missing, rows = int((codes < 0).sum()), len(series)
    if not names:
        notes.append(tr("“{name}” is empty and is left out.", name=name))
        return TableColumn(name=name, type="ignore", missing=missing)
    there = rows - missing
    values, wrong = _parsed(codes, names)
    column = TableColumn(name=name, type="text", missing=missing, distinct=len(names))
    if not wrong.any():  # numbers between blanks, or beyond 64 bits
        return _numbers(name, series, notes, values)
    if wrong.sum() * 10 <= there:
        row = int(np.flatnonzero(wrong)[0])
        notes.append(
            tr(
                "“{name}” is not taken as numbers because of {wrong:,} of {there:,} values, the first in "
                "{frame}: “{iloc}”.",
                name=name,
                wrong=wrong.sum(),
                there=there,
                frame=frame.where(row),
                iloc=str(series.iloc[row])[:40],
            )
        )
    if _dates(names):
        notes.append(_date_note(name, series))
        return column.replace(type="ignore")
    length = sum(map(len, names[:1000])) / len(names[:1000])
    few = len(names) <= 20 or (len(names) <= MAX_CLASSES and len(names) * 2 <= there)
    if few and length <= _TEXT_LENGTH:
        if len(names) == 1 and not missing:
            notes.append(tr("“{name}” is the same in all rows: nothing can be learned from it.", name=name))
        return column.replace(type="category", categories=names)
    notes.append(
        tr(
            "“{name}” is text ({count:,} different values) and is left out; to learn from text, open the "
            "file as Text files.",
            name=name,
            count=len(names),
        )
    )
    return column.replace(categories=names if len(names) <= _NUMBER_CATEGORIES else ())


def _numbers(
    name: str, series: pd.Series, notes: list[str], given: np.ndarray | None = None
) -> TableColumn:  # fmt: skip
    values, _, endless = numbers(series) if given is None else (given, None, np.isinf(given))
    values = np.where(endless, np.nan, values)
    if endless.any():
        notes.append(
            tr(
                "Counted as missing: {counted} of “{name}”, infinite or too large.",
                counted=counted(int(endless.sum()), "number"),
                name=name,
            )
        )
    there = values[~np.isnan(values)]
    missing = len(values) - len(there)
    if not len(there):
        notes.append(tr("“{name}” is empty and is left out.", name=name))
        return TableColumn(name=name, type="ignore", missing=missing)
    distinct = np.unique(there)
    whole = bool((distinct == np.round(distinct)).all())
    few = len(distinct) <= _NUMBER_CATEGORIES and not endless.any() and abs(distinct[[0, -1]]).max() < _EXACT
    categories = tuple(named(value) for value in distinct) if few else ()
    counts = whole and len(there) == len(values) and len(values) > 2 and bool((np.diff(values) == 1).all())
    is_id = counts and _ROW_NUMBER.fullmatch(name) is not None
    if is_id:
        notes.append(tr("“{name}” numbers the rows and is left out.", name=name))
    elif counts and distinct[0] in {0, 1}:
        notes.append(
            tr("“{name}” numbers the rows and is taken as an input; ignore it if that is all it does.", name=name)
        )
    elif len(distinct) == 1:
        notes.append(tr("“{name}” is the same in all rows: nothing can be learned from it.", name=name))
    return TableColumn(
        name=name, type="ignore" if is_id else "number", missing=missing, distinct=len(distinct), numbers=True,
        whole=whole, categories=categories, low=float(distinct[0]), high=float(distinct[-1]),
    )  # fmt: skip


def _parsed(codes: np.ndarray, names: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Each row's category as a number, NaN where it is missing or none, and where it is none. Different values are
    looked at once.
    """
    import pandas as pd

    values = pd.to_numeric(pd.Series(names, dtype=object), errors="coerce").to_numpy(np.float64, na_value=np.nan)
    table = np.append(np.asarray(values, np.float64), np.nan)
    return table[codes], np.isnan(table)[codes] & (codes >= 0)


def _nested(series: pd.Series) -> bool:
    """Whether values are lists or records, as Parquet may hold them."""
    if series.dtype != object:
        return False
    return any(isinstance(value, (list, tuple, dict, np.ndarray)) for value in series.head(1000))


def _date_note(name: str, series: pd.Series) -> str:
    """What is done with dates, and that rows in their order may be a series."""
    import pandas as pd

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        times = pd.to_datetime(series, errors="coerce")
    if not times.notna().all() or not times.is_monotonic_increasing or times.nunique() < 2:
        return tr("“{name}” holds dates and is left out.", name=name)
    return tr(
        "“{name}” holds dates in order and is left out; look at the rows as sequences to forecast what comes next.",
        name=name,
    )


def _dates(names: tuple[str, ...]) -> bool:
    """Whether all of a sample look like dates and can be read as such."""
    sample = [names[place] for place in np.linspace(0, len(names) - 1, min(50, len(names))).astype(int)]
    if not all(_DATE.fullmatch(value) for value in sample):
        return False
    import pandas as pd

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # that formats differ is not a fault here
        return bool(pd.to_datetime(pd.Series(sample), errors="coerce").notna().all())


def _guess_target(columns: list[TableColumn], notes: list[str]) -> tuple[str, ...]:
    """A column whose name says so, else the last one that can be predicted; none of a single column.

    One that is called so and never varies is taken where no other is: it is refused with the reason, and that is
    better than to predict something else unasked.
    """
    usable = [column for column in columns if column.type in {"number", "category"} and column.distinct]
    called = [column for key in _TARGETS for column in usable if column.name.lower() == key]
    fit = [column for column in usable if column.distinct > 1]
    named = [column for column in called if column.distinct > 1]
    if called and not named and len(usable) > 1:
        notes.append(
            tr("Guessed: “{name}” is to be predicted (its name says so), but it never varies.", name=called[0].name)
        )
        return (called[0].name,)
    if len(fit) < 2:
        return ()
    target, why = (named[0], tr("its name says so")) if named else (fit[-1], tr("it is the last column"))
    if not named and usable[-1] is not target:
        why = tr("the last column, “{name}”, never varies", name=usable[-1].name)
    classes = target.type == "category" or (target.whole and target.distinct <= MAX_WHOLE_CLASSES)
    what = tr("one of {distinct:,} classes", distinct=target.distinct) if classes else tr("a number")
    notes.append(tr("Guessed: “{name}” is to be predicted ({why}), as {what}.", name=target.name, why=why, what=what))
    return (target.name,)


def _missing_notes(columns: list[TableColumn], target: tuple[str, ...]) -> list[str]:
    inputs = [each for each in columns if each.type in {"number", "category"} and each.name not in target]
    gaps = [f"{column.name} ({column.missing:,})" for column in inputs if column.missing]
    without = [column for column in columns if column.missing and column.name in target]
    notes = [tr("Values are missing in {shortened}.", shortened=shortened(gaps))] if gaps else []
    return notes + [
        tr("Left out: {counted} without “{name}”.", counted=counted(column.missing, "row"), name=column.name)
        for column in without
    ]
