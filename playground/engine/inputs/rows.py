"""Samples from tables: rows by the names of their columns, encoded as the training rows were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from pydantic import ValidationError

from playground.core.language import mark, tr
from playground.engine.data import DataError
from playground.engine.data.rows import encode_rows
from playground.engine.data.sources.own_columns import numbers
from playground.engine.data.sources.own_frames import read_frame
from playground.engine.data.sources.own_paths import require
from playground.engine.inputs.errors import InputError
from playground.engine.inputs.taken import MAX_SAMPLES, Samples
from playground.training.datasets import kind_of
from playground.training.datasets.own import shortened
from playground.training.datasets.own_table import Table

if TYPE_CHECKING:
    import pandas as pd

    from playground.engine.trained import TrainedModel

Rows = Path | Sequence[Mapping[str, Any]]


def read_rows(model: TrainedModel, given: Rows) -> Samples:
    """Rows of a file, or mappings of names to values. Raises ``InputError``."""
    try:
        kind = kind_of(model.project.data)
    except (KeyError, ValidationError) as error:
        raise InputError(tr("is a table, but the data that the network learned from are not known here.")) from error
    if not model.takes_data:
        raise InputError(
            tr("is a table; the network takes {data_shape}. Give its samples as a .npy.", data_shape=model.data_shape)
        )
    try:
        if isinstance(kind, Table):
            return _encoded(model, kind, given)
        return _by_name(model, given)
    except DataError as error:
        path = f"{given}: " if isinstance(given, Path) else ""
        raise InputError(f"{error.message.removeprefix(path)} {error.hint}".strip()) from error


def _encoded(model: TrainedModel, kind: Table, given: Rows) -> Samples:
    found = encode_rows(kind, given)
    found.refuse_gaps(model.inputs)
    return _bounded(Samples(found.x, found.notes, found.origins))


def _by_name(model: TrainedModel, given: Rows) -> Samples:
    """Columns by name, or all in order where nothing names them. Raises ``DataError`` or ``InputError``."""
    import pandas as pd

    shape, dataset = model.data_shape, model.dataset
    if shape.rank != 1 or shape.whole or dataset is None:
        raise InputError(tr("is a table; the network takes {shape}. Give its samples as a .npy.", shape=shape))
    if isinstance(given, Path):
        frame = read_frame(require(given))
        data, notes = frame.data, list(frame.notes)
    else:
        data, notes = pd.DataFrame(list(given)), []
    names = list(dataset.features) or list(data.columns)
    gone = [name for name in names if name not in data.columns]
    strangers = len(data.columns) == shape.count and not set(names) & set(data.columns)
    if gone and strangers and not any(_words(data[name]) for name in data.columns):
        names, gone = list(data.columns), []
        notes.append(
            tr(
                "no column is called as in the data, so they were taken in order: {shortened}",
                shortened=shortened(names),
            )
        )
    if gone or len(names) != shape.count:
        one = mark("lacks the column {names}; it has {there}, and the network was trained on {wanted}.")
        several = mark("lacks the columns {names}; it has {there}, and the network was trained on {wanted}.")
        raise InputError(
            tr(
                several if len(gone) > 1 else one,
                names=shortened([f"“{name}”" for name in gone]),
                there=shortened([str(name) for name in data.columns], 12),
                wanted=shortened(names, 12),
            )
            if gone
            else tr(
                "has {count:,} columns; the network takes {count2:,} numbers.", count=len(names), count2=shape.count
            )
        )
    x = np.stack([_numbers(name, data[name]) for name in names], 1).astype(np.float32)
    if model.inputs.fill is None and np.isnan(x).any():
        row = int(np.isnan(x).any(1).argmax())
        raise InputError(
            tr("row {row:,} lacks a number, and the network has never learned from rows with gaps.", row=row + 1)
        )
    return _bounded(Samples(x, tuple(notes), tuple(tr("row {number}", number=number + 1) for number in range(len(x)))))


def _numbers(name: str, series: pd.Series) -> np.ndarray:
    values, wrong, _ = numbers(series)
    if wrong.any():
        row = int(wrong.argmax())
        raise InputError(
            tr(
                "row {row:,}, column “{name}”: “{iloc}” is no number.",
                row=row + 1,
                name=name,
                iloc=str(series.iloc[row])[:40],
            )
        )
    return values


def _words(series: pd.Series) -> bool:
    """Whether a column holds what is no number."""
    return bool(numbers(series)[1].any())


def _bounded(samples: Samples) -> Samples:
    if len(samples.values) > MAX_SAMPLES:
        raise InputError(
            tr(
                "holds {count:,} rows; at most {max_samples:,} at once.",
                count=len(samples.values),
                max_samples=MAX_SAMPLES,
            )
        )
    return samples
