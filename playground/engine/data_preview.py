"""Looking at data before anything is trained: split and prepared by the very functions that a run uses."""

from __future__ import annotations

from typing import Any

import numpy as np

from playground.core.language import tr
from playground.core.project import Augmentation, DataSettings
from playground.engine.data import ArrayData, Fitted, fit_inputs, fit_targets
from playground.engine.data.preparing import statistics
from playground.engine.data_samples import Picked, samples_to_show
from playground.engine.samples import divided
from playground.protocol import DataPreview, FeatureFacts, Part, PreviewData
from playground.training.datasets import Dataset
from playground.training.split import divide

PARTS: tuple[Part, ...] = ("train", "validation", "test")
_MOST_FEATURES = 500
# beyond it statistics are of some rows alone: a preview of data on disk must not read all of it
_MOST_BYTES = 256 << 20
_COLOURS = ("red", "green", "blue")


# What the last preview found out about features: a sweep of an augmentation's slider changes nothing of it.
_last: list[tuple[ArrayData, DataSettings, int, tuple[tuple[FeatureFacts, ...], list[str]]]] = []


def preview(command: PreviewData, settings: DataSettings, kind: Any, arrays: ArrayData) -> DataPreview:
    """What there is to see of ``arrays``, which are the data of ``settings`` (whose ``DatasetKind`` is ``kind``)."""
    parts = dict(zip(PARTS, (each.numpy() for each in divided(arrays, settings, command.seed)), strict=True))
    decides = settings.replace(augmentation=Augmentation())
    if not _last or _last[0][0] is not arrays or _last[0][1:3] != (decides, command.seed):
        _last[:] = [(arrays, decides, command.seed, _features(arrays, settings, parts["train"]))]
    features, notes = _last[0][3]
    picked = Picked(arrays, kind, settings, parts, command.part, command.class_index, command.seed)
    return DataPreview(
        request=command.request,
        counts={name: len(rows) for name, rows in parts.items()},
        left_out=divide(len(arrays.train_y), len(arrays.test_y), settings).left_out,
        classes=_class_names(arrays.dataset),
        class_counts={name: _by_class(arrays, picked.targets(name)) for name in parts},
        features=features,
        samples=samples_to_show(picked),
        notes=tuple(dict.fromkeys((*arrays.dataset.notes, *arrays.notes, *notes))),
    )


def _class_names(dataset: Dataset) -> tuple[str, ...]:
    return dataset.target.names if dataset.target.kind in {"classes", "labels"} else ()


def _by_class(arrays: ArrayData, y: np.ndarray) -> tuple[int, ...]:
    """Samples of each class, or with each label."""
    target = arrays.dataset.target
    if target.kind == "classes":
        return tuple(np.bincount(y.astype(np.int64), minlength=len(target.names)).tolist())
    return tuple((y > 0.5).sum(0).tolist()) if target.kind == "labels" else ()


def _features(
    arrays: ArrayData, settings: DataSettings, train: np.ndarray
) -> tuple[tuple[FeatureFacts, ...], list[str]]:  # fmt: skip
    """Facts of each feature or channel and of each number to predict, over the training part, and what to know."""
    dataset, notes = arrays.dataset, list[str]()
    found: list[FeatureFacts] = []
    if not len(train):
        return (), notes
    rows = train
    if not dataset.shape.whole:
        rows = _rows(arrays.train_x, train)
        if len(rows) < len(train):
            notes.append(
                tr("Statistics are of {count:,} training samples, evenly spread: the data are large.", count=len(rows))
            )
        whole = len(rows) == len(train)
        fitted = fit_inputs(dataset, settings.preparation, arrays.train_x, train, arrays.test_x) if whole else None
        axis = dataset.shape.channel_axis
        names = _names(dataset, dataset.shape.sizes[axis])
        divisor = 255.0 if arrays.train_x.dtype == np.uint8 else 1.0
        found += _facts(names, arrays.train_x, rows, axis, divisor, fitted, notes)
    if dataset.target.kind == "values":
        shape = dataset.target.shape
        axis = shape.channel_axis if shape is not None else 0
        count = arrays.train_y.shape[axis + 1]
        given = dataset.target.names
        names = (
            given if len(given) == count else tuple(tr("target {number}", number=number + 1) for number in range(count))
        )
        fitted = fit_targets(dataset, settings.preparation, arrays.train_y, train)
        found += _facts(names, arrays.train_y, rows, axis, 1.0, fitted, notes)
    return tuple(found), notes


def _rows(x: np.ndarray, train: np.ndarray) -> np.ndarray:
    """The training rows, or as many of them as may be read, evenly spread."""
    size = max(1, x[:1].nbytes)
    most = max(1, _MOST_BYTES // size)
    return train if len(train) <= most else np.sort(train)[:: -(-len(train) // most)]


def _names(dataset: Dataset, count: int) -> tuple[str, ...]:
    if len(dataset.features) == count:
        return dataset.features
    if dataset.shape.is_image and count in (1, len(_COLOURS)):
        return ("grey",) if count == 1 else _COLOURS
    if dataset.shape.rank > 1:
        return tuple(tr("channel {number}", number=number + 1) for number in range(count))
    return tuple(f"x {number + 1}" for number in range(count))


def _facts(
    names: tuple[str, ...], x: np.ndarray, rows: np.ndarray, axis: int, divisor: float, fitted: Fitted | None,
    notes: list[str],
) -> list[FeatureFacts]:  # fmt: skip
    low, high, mean, deviation = statistics(x, rows, axis, divisor)
    missing = _missing(x, rows, axis)
    if len(names) > _MOST_FEATURES:
        notes.append(
            tr(
                "Statistics of the first {most_features:,} of {count:,} numbers are shown.",
                most_features=_MOST_FEATURES,
                count=len(names),
            )
        )
    ends = (low, high)
    if fitted is not None and fitted.shift is not None and fitted.scale is not None:
        ends = tuple((end - fitted.shift.reshape(-1)) / fitted.scale.reshape(-1) for end in ends)  # type: ignore[assignment]
    return [
        FeatureFacts(
            name, float(low[n]), float(high[n]), float(mean[n]), float(deviation[n]), int(missing[n]),
            None if fitted is None else (float(ends[0][n]), float(ends[1][n])),
        )
        for n, name in enumerate(names[:_MOST_FEATURES])
    ]  # fmt: skip


def _missing(x: np.ndarray, rows: np.ndarray, axis: int) -> np.ndarray:
    """How many numbers are not there, by feature; bytes always are."""
    count = x.shape[axis + 1]
    if x.dtype.kind != "f":
        return np.zeros(count, np.int64)
    gaps = np.isnan(x[np.sort(rows)])
    return gaps.sum(axis=tuple(n for n in range(gaps.ndim) if n != axis + 1))
