"""Rows that follow each other in time as windows: what was, and what came next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from playground.core.language import tr
from playground.engine.data.arrays import ArrayData, DataError
from playground.training.datasets.own import counted
from playground.training.datasets.own_table import Table

if TYPE_CHECKING:
    from playground.engine.data.sources import Request

# larger windows stay a view on the series, which is slower to draw from and takes no memory
_COPIED_BYTES = 256 << 20


def series_data(kind: Table, request: Request, x: np.ndarray, y: np.ndarray, notes: list[str]) -> ArrayData:
    """Windows N×steps×features of the rows ``x``, and the next ``horizon`` rows of ``y`` as N×(horizon·targets).

    Each window begins ``horizon`` rows after the one before, so that no value is the target of two.
    """
    x, y = carried(x, notes), carried(y, [])
    count, after = (len(x) - kind.steps) // kind.horizon, kind.steps
    windows = windows_of(x, kind.steps)[:: kind.horizon][:count]
    ahead = y[after : after + count * kind.horizon]
    if windows.nbytes <= _COPIED_BYTES:
        windows = np.ascontiguousarray(windows)
    dataset = replace(request.dataset, train_samples=count)
    return ArrayData.whole(dataset, windows, ahead.reshape(count, -1), notes=tuple(notes))


def windows_of(x: np.ndarray, steps: int) -> np.ndarray:
    """A window of ``steps`` rows of ``x`` at each place, as a view: N×steps×features."""
    return np.lib.stride_tricks.sliding_window_view(x, steps, axis=0).swapaxes(1, 2)


def carried(values: np.ndarray, notes: list[str]) -> np.ndarray:
    """Each missing number replaced by the last one before it (the first one after it at the beginning)."""
    gaps = np.isnan(values)
    if not gaps.any():
        return values
    if gaps.all(0).any():
        raise DataError(tr("A column of the series has no number at all."), tr("Ignore it under Columns."))
    places = np.where(gaps, 0, np.arange(len(values))[:, None])
    last = np.maximum.accumulate(places, axis=0)
    found = np.take_along_axis(values, last, axis=0)
    first = np.take_along_axis(values, (~gaps).argmax(0)[None], axis=0)
    notes.append(
        tr(
            "Filled with the last value before: {counted} missing in the series.",
            counted=counted(int(gaps.sum()), "value"),
        )
    )
    return np.where(np.isnan(found), first, found)
