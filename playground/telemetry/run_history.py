"""One run as it is remembered: its series, its epochs, what the test part said."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from numpy.typing import ArrayLike

from playground.telemetry.histograms import HistogramLog
from playground.telemetry.series import CAPACITY, Series

# A history out of a file is not trusted: a run has four series and two per layer, and layers have a bound.
MAX_SERIES = 4096
MAX_EPOCHS = 100_000
# Points of all series that there are for each layer together; every one may have as many as any other.
_LAYER_POINTS, _FEWEST_POINTS = 2**20, 256
_OF_LAYERS = ("gradient/", "update/")


@dataclass(slots=True)
class Epoch:
    """Means over one epoch, {"loss": …, "accuracy": …}; ``validation`` is None without a validation part."""

    epoch: int
    step: int
    train: dict[str, float]
    validation: dict[str, float] | None = None


@dataclass(slots=True, eq=False)
class RunHistory:
    """``series`` by name, ``layers`` titles by node id; steps count batches over all epochs.

    All of it is bounded: a history of a million steps takes some megabytes, that of a thousand layers some tens.
    """

    label: str = ""
    steps_per_epoch: int = 1
    layers: dict[str, str] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)
    epochs: list[Epoch] = field(default_factory=list)
    test: dict[str, float] | None = None
    histograms: HistogramLog = field(default_factory=HistogramLog)

    @property
    def last_step(self) -> float:
        """Of all series; 0 before the first point."""
        return max((series.last_step or 0.0 for series in self.series.values()), default=0.0)

    @property
    def epochs_run(self) -> float:
        """How far the run came, in epochs."""
        return self.last_step / self.steps_per_epoch

    @property
    def brief(self) -> bool:
        """Whether it was stopped within its first epoch, or has no two points that make a line."""
        points = max((len(series) for series in self.series.values()), default=0)
        return points < 2 or self.epochs_run < 1

    def extend(self, name: str, steps: ArrayLike, values: ArrayLike) -> None:
        """Add points to a series, made when it is new. Raises ``ValueError`` as ``Series.extend`` does."""
        if name not in self.series:
            self.series[name] = Series(self._capacity(name))
        self.series[name].extend(steps, values)

    def _capacity(self, name: str) -> int:
        """Of a network with very many layers each has fewer points."""
        if not name.startswith(_OF_LAYERS):
            return CAPACITY
        return min(CAPACITY, max(_FEWEST_POINTS, _LAYER_POINTS // (2 * max(len(self.layers), 1))))

    def add_epoch(self, epoch: Epoch) -> None:
        """Add an epoch's means. One that is there already is replaced: a resumed run may end the same epoch again."""
        while self.epochs and self.epochs[-1].epoch >= epoch.epoch:
            self.epochs.pop()
        self.epochs.append(epoch)

    def rewind(self, step: float) -> None:
        """Forget what came after ``step``, before the run goes on from there."""
        for series in self.series.values():
            series.truncate(step)
        self.epochs = [epoch for epoch in self.epochs if epoch.step <= step]
        self.histograms.rewind(step)
        self.test = None

    def csv_rows(self) -> Iterator[list[str]]:
        """A header, then a row for every step at which something was measured; cells without a value stay empty."""
        names = list(self.series)
        yield ["step", "epoch", *names]
        cells: dict[float, dict[int, float]] = {}
        for column, name in enumerate(names):
            steps, values = self.series[name].arrays()
            for step, value in zip(steps.tolist(), values.tolist(), strict=True):
                cells.setdefault(step, {})[column] = value
        for step in sorted(cells):
            row = [_number(cells[step][column]) if column in cells[step] else "" for column in range(len(names))]
            yield [f"{step:.15g}", f"{step / self.steps_per_epoch:.6g}", *row]

    def to_csv(self) -> str:
        """``csv_rows`` as text, lines ending in a line feed alone."""
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(self.csv_rows())
        return text.getvalue()

    def to_dict(self) -> dict[str, Any]:
        """Plain data for history.json; numbers that JSON does not know become null."""
        histograms = {"histograms": self.histograms.to_dict()} if len(self.histograms) else {}
        return {
            "epochs": [
                {
                    "epoch": epoch.epoch,
                    "step": epoch.step,
                    "train": _plain(epoch.train),
                    "validation": None if epoch.validation is None else _plain(epoch.validation),
                }
                for epoch in self.epochs
            ],
            "series": {name: series.rows() for name, series in self.series.items()},
            "test": None if self.test is None else _plain(self.test),
            "steps_per_epoch": self.steps_per_epoch,
            "layers": dict(self.layers),
            **histograms,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], label: str = "") -> RunHistory:
        """The inverse of ``to_dict``, for data out of a file. Raises ``ValueError`` naming the place that is wrong."""
        history = cls(label=label)
        history.steps_per_epoch = _count(data.get("steps_per_epoch", 1), "steps_per_epoch", 1)
        history.layers = _titles(data.get("layers", {}))
        history.test = None if data.get("test") is None else _metrics(data["test"], "test")
        series = data.get("series", {})
        if not isinstance(series, Mapping) or len(series) > MAX_SERIES:
            raise ValueError(f"series: expected at most {MAX_SERIES} named series")
        for name, rows in series.items():
            try:
                history.series[str(name)] = Series.from_rows(rows, history._capacity(str(name)))
            except (TypeError, ValueError, OverflowError) as error:
                raise ValueError(f"series.{name}: expected rows of [step, value] ({error})") from error
        epochs = data.get("epochs", [])
        if not isinstance(epochs, list) or len(epochs) > MAX_EPOCHS:
            raise ValueError(f"epochs: expected a list of at most {MAX_EPOCHS:,} epochs")
        for index, entry in enumerate(epochs):
            history.epochs.append(_epoch(entry, f"epochs[{index}]"))
        if "histograms" in data:  # files of earlier versions have none
            history.histograms = HistogramLog.from_dict(data["histograms"])
        return history


def _epoch(entry: Any, place: str) -> Epoch:
    if not isinstance(entry, Mapping):
        raise ValueError(f"{place}: expected epoch, step, train and validation")  # noqa: TRY004 - a fault of the file
    validation = entry.get("validation")
    return Epoch(
        epoch=_count(entry.get("epoch"), f"{place}.epoch", 0),
        step=_count(entry.get("step"), f"{place}.step", 0),
        train=_metrics(entry.get("train", {}), f"{place}.train"),
        validation=None if validation is None else _metrics(validation, f"{place}.validation"),
    )


def _count(value: Any, place: str, least: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= 2**53:
        raise ValueError(f"{place}: expected a whole number from {least}; found {value!r:.40}")
    return value


def _titles(layers: Any) -> dict[str, str]:
    if not isinstance(layers, Mapping) or not all(isinstance(title, str) for title in layers.values()):
        raise ValueError("layers: expected a title for each layer")
    return {str(node): title for node, title in layers.items()}


def _metrics(values: Any, place: str) -> dict[str, float]:
    if not isinstance(values, Mapping):
        raise ValueError(f"{place}: expected names with numbers")  # noqa: TRY004 - a fault of the file
    metrics: dict[str, float] = {}
    for name, value in values.items():
        if isinstance(value, bool) or not (value is None or isinstance(value, int | float)):
            raise ValueError(f"{place}.{name}: expected a number; found {value!r:.40}")
        metrics[str(name)] = math.nan if value is None else float(value)
    return metrics


def _plain(metrics: Mapping[str, float]) -> dict[str, float | None]:
    return {name: value if math.isfinite(value) else None for name, value in metrics.items()}


def _number(value: float) -> str:
    """Short enough to read, long enough to be the same number again to nine digits."""
    return f"{value:.9g}"
