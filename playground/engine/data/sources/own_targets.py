"""Targets from arrays: classes by their values, labels, numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Literal

import numpy as np

from playground.core.language import tr
from playground.engine.data.arrays import DataError, FilesChanged
from playground.engine.data.mapped import release
from playground.engine.data.sources.own_columns import in_order, named
from playground.training.datasets.own import MAX_CLASSES, MAX_UNTRAINED
from playground.training.datasets.own_arrays import TargetFound

# fewer whole numbers than this are classes; more are when they count 0, 1, 2 … or 1, 2, 3 … and each is frequent
_FEW = 20
_FREQUENT = 10
# larger ones stay on disk
_COPIED_BYTES, _BLOCK = 1 << 30, 1 << 24


def inspect_targets(arrays: dict[str, np.ndarray], notes: list[str]) -> TargetFound:
    """What targets are, by the names of their files. Raises ``DataError``."""
    for label, y in arrays.items():
        if y.dtype.kind not in "fiubUS":
            raise DataError(
                tr("{label}: holds {dtype}; targets are numbers or text.", label=label, dtype=y.dtype),
                tr("Save whole numbers, or text."),
            )
        if y.ndim == 0 or 0 in y.shape or y.ndim > 5:
            raise DataError(
                tr("{label}: has the shape {shape}.", label=label, shape=y.shape), tr("Save a target for each sample.")
            )
    flat = {label: y[:, 0] if y.ndim == 2 and y.shape[1] == 1 else y for label, y in arrays.items()}
    shapes = {y.shape[1:] for y in flat.values()}
    if len(shapes) > 1:
        raise DataError(
            tr(
                "{names}: hold targets of different shapes {sorted}.",
                names=tr(" and ").join(arrays),
                sorted=sorted(shapes),
            ),
            tr("Save them alike."),
        )
    for label, y in flat.items():
        _refuse_gaps(label, y)
    shape = shapes.pop()
    if shape:
        return _several(flat, tuple(shape), notes)
    return _single(flat, notes)


def _single(flat: dict[str, np.ndarray], notes: list[str]) -> TargetFound:
    values = np.unique(np.concatenate([np.unique(y) for y in flat.values()]))
    text = values.dtype.kind in "US"
    whole = not text and bool((values == np.round(values)).all())
    if text and len(values) > MAX_CLASSES:
        raise DataError(
            tr(
                "{next}: has {count:,} different labels; there can be at most {max_classes:,} classes.",
                next=next(iter(flat)),
                count=len(values),
                max_classes=MAX_CLASSES,
            ),
            tr("Choose the file of labels, or join rare classes."),
        )
    classes = in_order({named(value) for value in values}) if (whole or text) and len(values) <= MAX_CLASSES else ()
    samples = sum(map(len, flat.values()))
    counting = whole and values[0] in {0, 1} and int(values[-1]) - int(values[0]) == len(values) - 1
    guess = text or (whole and (len(values) <= _FEW or (counting and len(values) * _FREQUENT <= samples)))
    kind: Literal["classes", "values"] = "classes" if guess and classes else "values"
    what = tr("one of {count:,} classes", count=len(classes)) if kind == "classes" else tr("a number")
    notes.append(tr("Guessed: the target is {what}.", what=what))
    return TargetFound(kind=kind, classes=classes, whole=whole, binary=not text and bool(np.isin(values, (0, 1)).all()))


def _several(flat: dict[str, np.ndarray], shape: tuple[int, ...], notes: list[str]) -> TargetFound:
    """Rows of numbers: one-hot classes, yes or no for each of several labels, or values."""
    if any(y.dtype.kind in "US" for y in flat.values()):
        raise DataError(
            tr("{next}: holds several texts for a sample.", next=next(iter(flat))),
            tr("Save one label for each sample."),
        )
    ys = list(flat.values())
    if len(shape) > 1 or not all(((part == 0) | (part == 1)).all() for y in ys for _, part in _parts(y)):
        notes.append(tr("Guessed: the target is {prod:,} numbers.", prod=np.prod(shape)))
        return TargetFound(kind="values", shape=shape)
    one_hot = all((part.sum(1) == 1).all() for y in ys for _, part in _parts(y))
    if not one_hot:
        notes.append(tr("Guessed: the target is a yes or no for each of {shape:,} labels.", shape=shape[0]))
        return TargetFound(kind="labels", shape=shape, whole=True, binary=True)
    notes.append(
        tr("Guessed: the target is one of {shape:,} classes, written as a 1 in its place (one-hot).", shape=shape[0])
    )
    classes = tuple(str(number) for number in range(shape[0])) if shape[0] <= MAX_CLASSES else ()
    return TargetFound(
        kind="classes" if classes else "labels", classes=classes, shape=shape, whole=True, binary=True, one_hot=True
    )


def untrained_labels(arrays: Mapping[str, np.ndarray]) -> tuple[str, ...]:
    """Classes of ``test_y`` that ``y`` never shows, as text; one-hot rows by the place of their 1."""
    if not {"y", "test_y"} <= arrays.keys():
        return ()
    learned, tested = (
        set(np.unique(y.argmax(1) if y.ndim == 2 and y.shape[1] > 1 else y).tolist())
        for y in (arrays["y"], arrays["test_y"])
    )
    return in_order({named(value) for value in tested - learned})[:MAX_UNTRAINED]


def encode_targets(kind: str, found: TargetFound, y: np.ndarray, label: str) -> np.ndarray:
    """int64 N for classes, float32 N×shape otherwise. Raises ``DataError`` that names the sample that is wrong."""
    shape = found.shape if kind != "classes" or found.one_hot else ()
    if y.size != len(y) * math.prod(shape or (1,)) or (found.one_hot and y.ndim != 2):
        raise FilesChanged(
            tr(
                "{label}: a target has the shape {shape}; it had {shape2}.",
                label=label,
                shape=y.shape[1:],
                shape2=shape,
            )
        )
    if y.dtype.kind not in "US":
        _refuse_gaps(label, y)
    elif kind != "classes":
        raise DataError(tr("{label}: holds text.", label=label), tr("Choose “classes” as the target."))
    if kind != "classes":
        if kind == "labels":
            _refuse(label, y, ~((y == 0) | (y == 1)), tr("labels are 0 or 1"))
        wide = y.reshape(len(y), *(found.shape or (1,)))
        large = wide.nbytes > _COPIED_BYTES and wide.dtype == np.float32 and wide.dtype.isnative
        return wide if large else np.array(wide, np.float32)
    if found.one_hot:
        wrong = (y.sum(1) != 1) | ((y != 0) & (y != 1)).any(1)
        _refuse(label, y, wrong, tr("a class is written as a single 1 in its place"))
        return np.asarray(y.argmax(1), np.int64)
    flat = np.asarray(y).reshape(len(y))
    values, codes = np.unique(flat, return_inverse=True)
    places = {name: place for place, name in enumerate(found.classes)}
    table = np.array([places.get(named(value), -1) for value in values], np.int64)
    result = table[codes]
    _refuse(label, flat, result < 0, tr("which is none of the {count:,} classes", count=len(found.classes)))
    return result


def _refuse(label: str, y: np.ndarray, wrong: np.ndarray, why: str) -> None:
    if wrong.any():
        row = int(np.flatnonzero(wrong.reshape(len(y), -1).any(1))[0])
        value = str(y[row])[:60]
        raise FilesChanged(
            tr("{label}: sample {row:,} has the label {value}, {why}.", label=label, row=row, value=value, why=why)
        )


def _refuse_gaps(label: str, y: np.ndarray) -> None:
    if y.dtype.kind != "f":
        return
    for start, part in _parts(y):
        wrong = ~np.isfinite(part).reshape(len(part), -1).all(1)
        if wrong.any():
            raise DataError(
                tr(
                    "{label}: the target of sample {start:,} is missing or infinite.",
                    label=label,
                    start=start + int(wrong.argmax()),
                ),
                tr("Remove such samples from both files, or write numbers."),
            )


def _parts(y: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """Number of the first row, and rows, so few at a time that targets on disk need not be in memory."""
    step = max(1, _BLOCK // max(1, y[:1].size))
    for start in range(0, len(y), step):
        yield start, np.asarray(y[start : start + step])
        release(y)
