"""Forecasting: supervised learning whose answer is how a series goes on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import numpy as np
import torch
from torch import Tensor

from playground import protocol
from playground.core.language import tr
from playground.engine.samples import Batch, Samples
from playground.engine.tasks import showing
from playground.engine.tasks.supervised import Supervised
from playground.engine.tasks.task import Setting
from playground.training.datasets import Dataset

_WINDOWS = 6
_AHEAD = re.compile(r" (at t)?\+\d+$")  # how data sets name a value that is so many moments ahead


class Forecasting(Supervised):
    """Tells beside its errors what repeating the last value would have reached, where the data say which that is."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        columns = past_columns(setting.dataset)
        self._columns = None if columns is None else torch.tensor(columns, device=setting.device)
        self._windows = showing.Chosen(setting.samples, _WINDOWS)

    def evaluate(self, batches: Iterable[Batch], keep_going: Callable[[], bool]) -> dict[str, float] | None:
        baseline = _Baseline(self.setting.samples, self._columns)
        found = super().evaluate(baseline.watching(batches), keep_going)
        return found if found is None or not baseline.count else {**found, "repeat_last": baseline.error}

    def views(self) -> tuple[protocol.View, ...]:
        if not len(self._windows.places) or self._columns is None:
            return super().views()
        x, y = self._windows.stored
        first = int(self._columns[0])
        # of several series the first: the numbers ahead are told moment by moment, one for each series
        ahead = [place for place, column in enumerate(self._columns.tolist()) if column == first]
        said = self.predict(self._windows.prepared).cpu().numpy().reshape(len(y), -1)[:, ahead]
        name = self.setting.dataset.features[first]
        title = tr("{name}: what was given, what came, and the forecast", name=name)
        forecasts = protocol.Forecasts(
            "forecasts", title, x[:, :, first].astype(np.float32), y.reshape(len(y), -1)[:, ahead].astype(np.float32),
            said.astype(np.float32),
        )  # fmt: skip
        return (forecasts, *super().views())


class _Baseline:
    """The mean squared error, in the units of the data, of saying the last value again."""

    def __init__(self, samples: Samples, columns: Tensor | None) -> None:
        self._samples, self._columns = samples, columns
        self._sum, self.count = 0.0, 0

    @property
    def error(self) -> float:
        return self._sum / self.count

    def watching(self, batches: Iterable[Batch]) -> Iterator[Batch]:
        """``batches`` as they are, each looked at on its way."""
        for x, y in batches:
            if self._columns is not None:
                last = self._samples.inputs.invert(x)[:, -1, self._columns]
                errors = (self._samples.targets.invert(y).flatten(1) - last).square().double()
                self._sum += float(errors.sum())
                self.count += errors.numel()
            yield x, y


def past_columns(dataset: Dataset) -> list[int] | None:
    """For each number that is forecast the feature whose future it is, told by its name; None where one has none."""
    told = [_AHEAD.sub("", name) for name in dataset.target.names]
    if not dataset.shape.is_sequence or not told or any(name not in dataset.features for name in told):
        return None
    return [dataset.features.index(name) for name in told]
