"""Columns of a table as numbers and as categories: one way for choosing, for loading and for predicting."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

_LARGEST = float(np.finfo(np.float32).max)
# fields of a file of text that say that nothing stands there, whatever the column holds
MISSING_FIELDS = (
    "", "?", "NaN", "nan", "-NaN", "-nan", "NULL", "null", "N/A", "n/a", "#N/A", "#NA", "<NA>", "1.#QNAN", "-1.#IND",
)  # fmt: skip
# these are words too (Namibia's code, a choice of a survey): they say so only among numbers
MISSING_AMONG_NUMBERS = ("NA", "None")


def is_number(series: pd.Series) -> bool:
    """Whether pandas has read numbers; a yes or no is a category."""
    import pandas as pd

    kind = series.dtype
    return bool(pd.api.types.is_numeric_dtype(kind) and not pd.api.types.is_bool_dtype(kind)) and not (
        pd.api.types.is_complex_dtype(kind)
    )


def is_date(series: pd.Series) -> bool:
    import pandas as pd

    return bool(pd.api.types.is_datetime64_any_dtype(series.dtype) or pd.api.types.is_timedelta64_dtype(series.dtype))


def numbers(series: pd.Series) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """float64 with NaN where nothing stands; where something stands that is no number; where a number is infinite,
    or too large for 32 bits, which counts as missing too.
    """
    import pandas as pd

    if is_number(series):
        values = series.to_numpy(np.float64, na_value=np.nan, copy=True)
        wrong = np.zeros(len(values), bool)
    else:
        texts = series.astype("object")
        texts = texts.map(lambda value: value.strip() if isinstance(value, str) else value)
        empty = (texts.isna() | texts.isin(["", *MISSING_AMONG_NUMBERS])).to_numpy(bool)
        values = pd.to_numeric(texts.where(~empty, None), errors="coerce").to_numpy(np.float64, na_value=np.nan)
        values = np.array(values, np.float64)
        wrong = np.isnan(values) & ~empty
    endless = np.abs(values) > _LARGEST
    values[endless] = np.nan
    return values, wrong, endless


def words_as_gaps(data: pd.DataFrame, decimal: str = ".") -> pd.DataFrame:
    """``data`` with "NA" and "None" as missing numbers in columns that hold nothing but numbers beside them."""
    import pandas as pd

    for place, name in enumerate(data.columns):
        series = data[name]
        gaps = series.isin(MISSING_AMONG_NUMBERS)
        if is_number(series) or not gaps.any():
            continue
        rest = series[~gaps].dropna()
        values = pd.to_numeric(rest.str.replace(decimal, ".") if decimal != "." else rest, errors="coerce")
        if len(values) and values.notna().all():
            data.isetitem(place, values.reindex(series.index).astype("float64"))
    return data


def named(value: object) -> str:
    """A category as text: 1, 1.0 and "1" are the same one."""
    if isinstance(value, (bool, np.bool_)):
        return str(bool(value))
    if isinstance(value, (int, np.integer)):
        return str(int(value))
    if isinstance(value, Decimal):
        value = float(value)
    if isinstance(value, (float, np.floating)):
        return str(int(value)) if float(value).is_integer() else repr(float(value))
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace").strip()
    return str(value).strip()


def coded(series: pd.Series) -> tuple[np.ndarray, tuple[str, ...]]:
    """For each row the number of its category or −1 where it is missing, and the categories, sorted."""
    import pandas as pd

    try:
        codes, values = pd.factorize(series, use_na_sentinel=True)
    except TypeError:  # lists or other things that cannot be compared
        codes, values = pd.factorize(series.map(str), use_na_sentinel=True)
    names = [named(value) for value in values]
    order = in_order({name for name in names if name})
    places = {name: place for place, name in enumerate(order)}
    table = np.array([places.get(name, -1) for name in names] + [-1], np.int64)
    return table[np.asarray(codes, np.int64)], order


def in_order(names: set[str]) -> tuple[str, ...]:
    """Sorted: as numbers where all are numbers, else as text."""
    try:
        values = {name: float(name) for name in names}
    except ValueError:
        return tuple(sorted(names))
    if any(math.isnan(value) for value in values.values()):
        return tuple(sorted(names))
    return tuple(sorted(names, key=lambda name: (values[name], name)))


def translated(codes: np.ndarray, names: Sequence[str], wanted: Sequence[str]) -> tuple[np.ndarray, list[str]]:
    """``codes`` into ``names`` as codes into ``wanted``: −1 where missing, −2 where not among them; and those names."""
    places = {name: place for place, name in enumerate(wanted)}
    table = np.array([places.get(name, -2) for name in names] + [-1], np.int64)
    return table[codes], [name for name in names if name not in places]
