"""Some samples of a part as a person sees them: pictures, points, rows, curves or texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
import torch

from playground.core.language import tr
from playground.core.project import DataSettings
from playground.engine.augmenting import augmenter
from playground.engine.data import ArrayData, image_ends
from playground.engine.data.mapped import in_any_order
from playground.engine.data.tokens import Vocabulary
from playground.engine.pictures import pictures
from playground.engine.samples import even_places
from playground.engine.wording import in_words
from playground.protocol import Part, SamplePictures, SamplePoints, SampleRows, SampleSeries
from playground.training.datasets.own_table import Table, choices

Shown = SamplePictures | SamplePoints | SampleRows | SampleSeries
_PICTURES, _ROWS, _SERIES, _POINTS = 120, 100, 12, 4000
_VARIED, _VARIANTS = 6, 8  # images that are shown augmented, and how often each
_MOST_COLUMNS = 60
_MOST_SIDE = 160  # larger pictures are shown smaller
_MOST_MOMENTS = 2000
_SHOWN_NUMBERS = 6  # of values to predict


@dataclass(frozen=True)
class Picked:
    """The data, how they are divided, and which of them are to be shown: of a ``part``, all or one class."""

    arrays: ArrayData
    kind: Any  # the DatasetKind of the data
    settings: DataSettings
    parts: dict[Part, np.ndarray]
    part: Part
    class_index: int | None
    seed: int

    def targets(self, part: Part) -> np.ndarray:
        """The stored targets of a whole part."""
        return np.asarray(self.arrays.of(part)[1][self.parts[part]])

    def rows(self, count: int) -> np.ndarray:
        """Places in the arrays of the part, of at most ``count`` samples, evenly spread."""
        chosen = self.parts[self.part]
        target, wanted = self.arrays.dataset.target, self.class_index
        if wanted is not None and target.kind in {"classes", "labels"} and wanted < len(target.names):
            y = self.targets(self.part)
            chosen = chosen[y == wanted if target.kind == "classes" else y[:, wanted] > 0.5]
        return chosen[even_places(len(chosen), count)]

    def take(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Stored samples and targets at places of the part."""
        x, y = self.arrays.of(self.part)
        return in_any_order(x)(rows), in_any_order(y)(rows)

    def origins(self, rows: np.ndarray) -> tuple[str, ...]:
        """Where samples come from; empty texts where that is not told."""
        return self.arrays.origins_of(self.part, rows) or ("",) * len(rows)

    def said(self, y: np.ndarray) -> tuple[str, ...]:
        """What is to be predicted, in words."""
        target = self.arrays.dataset.target
        if target.kind == "values":  # nothing says that there are more: a caption has no room
            y = y.reshape(len(y), prod(y.shape[1:]))[:, :_SHOWN_NUMBERS]
        return in_words(target, y, most=_SHOWN_NUMBERS, number="{:.4g}".format)


def samples_to_show(picked: Picked) -> Shown | None:
    """As fits the look of the data; None for samples that nobody can look at."""
    dataset = picked.arrays.dataset
    if dataset.look == "images" and dataset.shape.is_image:
        return _pictures(picked)
    if dataset.look == "points" and dataset.shape.sizes == (2,):
        return _points(picked)
    if dataset.look == "sequences" and dataset.shape.rank == 2 and not dataset.shape.whole:
        return _series(picked)
    if dataset.look == "text":
        return _texts(picked)
    return _rows(picked)


def _pictures(picked: Picked) -> SamplePictures:
    x, y = picked.take(picked.rows(_PICTURES))
    # by the very ends that a run augments by: a grey stays the grey it is, whichever samples are shown beside it
    ends = image_ends(picked.arrays.dataset, picked.arrays.train_x, picked.parts["train"])
    # a captioned grid of large photographs would be megabytes in the pipe
    step = max(1, -(-max(x.shape[2:]) // _MOST_SIDE))
    small = x[:, :, ::step, ::step]
    return SamplePictures(pictures(small, ends), picked.said(y), _varied(x[:_VARIED], picked, ends, step))


def _varied(x: np.ndarray, picked: Picked, ends: tuple[float, float], step: int) -> np.ndarray | None:
    """Each image several times, as training would vary it; always the same for one seed."""
    if picked.part != "train" or not len(x):
        return None
    generator = torch.Generator().manual_seed(picked.seed)
    augment = augmenter(picked.settings.augmentation, picked.arrays.dataset.shape, ends, generator)
    if augment is None:
        return None
    # image by image: so little at once stays on this thread, and leaves the cores to a run under way
    return np.stack([_variants(image, augment, ends)[:, ::step, ::step] for image in x])


def _variants(
    image: np.ndarray, augment: Callable[[torch.Tensor], torch.Tensor], ends: tuple[float, float]
) -> np.ndarray:  # fmt: skip
    scaled = image.astype(np.float32) / (255 if image.dtype == np.uint8 else 1)
    return pictures(augment(torch.from_numpy(np.repeat(scaled[None], _VARIANTS, 0))).numpy(), ends)


def _points(picked: Picked) -> SamplePoints:
    total = sum(map(len, picked.parts.values()))
    points, targets, parts = [], [], []
    for number, (name, rows) in enumerate(picked.parts.items()):
        x, y = picked.arrays.of(name)
        share = rows[even_places(len(rows), max(1, len(rows) * _POINTS // max(total, _POINTS)))]
        points.append(np.asarray(x[share], np.float32))
        targets.append(_one_number(np.asarray(y[share])))
        parts.append(np.full(len(share), number, np.uint8))
    return SamplePoints(np.concatenate(points), np.concatenate(targets), np.concatenate(parts))


def _one_number(y: np.ndarray) -> np.ndarray:
    """float32 n, also of targets of several numbers: then the first."""
    flat = y.reshape(len(y), prod(y.shape[1:]))
    return (flat[:, 0] if flat.shape[1] else np.zeros(len(y))).astype(np.float32)


def _series(picked: Picked) -> SampleSeries:
    dataset = picked.arrays.dataset
    x, y = picked.take(picked.rows(_SERIES))
    count = dataset.shape.sizes[1]
    names = (
        dataset.features if len(dataset.features) == count else tuple(tr("value {n}", n=n + 1) for n in range(count))
    )
    values = np.asarray(x[:, -_MOST_MOMENTS:], np.float32)
    if dataset.target.kind != "values" or not dataset.ordered:
        return SampleSeries(values, names, captions=picked.said(y))
    ahead, width = _followed(picked, names)
    following = np.asarray(y.reshape(len(y), -1)[:, ::width], np.float32)
    return SampleSeries(values, names, following, ahead)


def _followed(picked: Picked, names: tuple[str, ...]) -> tuple[int, int]:
    """Number of the feature that goes on in the target (the first of several), and how many go on at each moment."""
    kind = picked.kind
    if isinstance(kind, Table) and kind.target:
        return (names.index(kind.target[0]) if kind.target[0] in names else 0), len(kind.target)
    return 0, 1


def _texts(picked: Picked) -> SampleRows:
    rows = picked.rows(_ROWS)
    x, y = picked.take(rows)
    vocabulary = Vocabulary(picked.arrays.words)
    read = [" ".join(vocabulary.decode(ids)) for ids in x]
    columns, types = (tr("text as the network reads it"), tr("from")), (tr("words"), tr("origin"))
    cells = zip(read, picked.origins(rows), strict=True)
    if not picked.arrays.dataset.classes:
        return SampleRows(columns, types, tuple(cells))
    told = tuple((*row, said) for row, said in zip(cells, picked.said(y), strict=True))
    return SampleRows((*columns, "class"), (*types, "category"), told, 1)


def _rows(picked: Picked) -> SampleRows:
    """Numbers of a sample as they are stored; of a table of one's own, its columns."""
    dataset = picked.arrays.dataset
    rows = picked.rows(_ROWS)
    x, y = picked.take(rows)
    if isinstance(picked.kind, Table) and picked.kind.look == "table":
        columns, types, cells = _columns(picked.kind, x)
    else:
        flat = x.reshape(len(x), dataset.shape.count)
        columns = dataset.features or tuple(f"x{number + 1}" for number in range(flat.shape[1]))
        columns = columns if len(columns) == flat.shape[1] else tuple(f"x{n + 1}" for n in range(flat.shape[1]))
        types, cells = ("number",) * len(columns), [[_text(value) for value in row] for row in flat[:, :_MOST_COLUMNS]]
    columns, types = columns[:_MOST_COLUMNS], types[:_MOST_COLUMNS]
    cells = [row[:_MOST_COLUMNS] for row in cells]
    names, kinds, said = _told(picked, y)
    return SampleRows(
        (*columns, *names), (*types, *kinds), tuple((*row, *more) for row, more in zip(cells, said, strict=True)),
        len(names),
    )  # fmt: skip


def _columns(kind: Table, x: np.ndarray) -> tuple[tuple[str, ...], tuple[str, ...], list[list[str]]]:
    """Names, types and cells of the columns that ``x`` was made of: a row of 0 and 1 is a category again."""
    place, cells = 0, [list[str]() for _ in x]
    for column in kind.inputs:
        if kind.type_of(column) == "number":
            found, place = [_text(value) for value in x[:, place]], place + 1
        else:
            values = choices(column)
            block, place = x[:, place : place + len(values)], place + len(values)
            found = [values[at] if row[at] else "" for row, at in zip(block, block.argmax(1), strict=True)]
        for row, text in zip(cells, found, strict=True):
            row.append(text)
    return tuple(c.name for c in kind.inputs), tuple(kind.type_of(c) for c in kind.inputs), cells


def _told(picked: Picked, y: np.ndarray) -> tuple[tuple[str, ...], tuple[str, ...], list[list[str]]]:
    """Names, types and cells of what is to be predicted."""
    target, kind = picked.arrays.dataset.target, picked.kind
    if target.kind == "none":
        return (), (), [[] for _ in y]
    if target.kind == "classes":
        named = isinstance(kind, Table) and kind.target
        return (kind.target[0] if named else tr("class"),), ("category",), [[text] for text in picked.said(y)]
    flat = y.reshape(len(y), -1)[:, :_MOST_COLUMNS]
    names = target.names if len(target.names) == flat.shape[1] else tuple(f"y{n + 1}" for n in range(flat.shape[1]))
    what = "yes or no" if target.kind == "labels" else "number"
    return names, (what,) * len(names), [[_text(value) for value in row] for row in flat]


def _text(value: Any) -> str:
    """A number as a person writes it; nothing where it is missing."""
    return "" if np.isnan(value) else f"{float(value):.6g}".replace("-", "−")
