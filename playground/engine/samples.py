"""The samples of a run: split by a seed, prepared as fitted on the training part, batches drawn by index."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np
import torch
from torch import Tensor

from playground.core.language import tr
from playground.core.project import DataSettings, Project
from playground.engine.augmenting import augmenter
from playground.engine.data import ArrayData, Fitted, fit_inputs, fit_targets, image_ends
from playground.engine.data.mapped import in_any_order, mapping
from playground.engine.random_states import permutation
from playground.engine.stores import Store, store_of
from playground.protocol import Part
from playground.training.split import batch_size, divide, steps_per_epoch

Batch = tuple[Tensor, Tensor]


class Samples:
    """Training, validation and test parts. A seed splits, or time does; what is held back is never trained on.

    ``inputs`` and ``targets`` are the preparation, fitted on the training part alone. Images stay bytes on the device
    and become float32 batch by batch: measured as fast as floats kept ready, in a quarter of the memory.
    """

    def __init__(self, arrays: ArrayData, project: Project, device: torch.device) -> None:
        self.arrays, self.device = arrays, device
        self._seed = project.training.seed
        self.train_indices, self.validation_indices, self.test_indices = divided(arrays, project.data, self._seed)
        self.batch_size = batch_size(project.training, self.train_count)
        # by whether the part has arrays of its own; files are opened now, whatever takes their place later
        self._rows = {
            False: (in_any_order(arrays.train_x), in_any_order(arrays.train_y)),
            True: (in_any_order(arrays.test_x), in_any_order(arrays.test_y)),
        }
        if mapping(arrays.train_x) is not None:
            _ = arrays.sha256  # now, while the file is whole: without it nothing could be saved any more
        dataset, rows = arrays.dataset, self.train_indices.numpy()
        self.inputs = fit_inputs(dataset, project.data.preparation, arrays.train_x, rows, arrays.test_x)
        self.targets = fit_targets(dataset, project.data.preparation, arrays.train_y, rows)
        varies = project.data.augmentation.active and dataset.shape.is_image
        self._augment = augmenter(project.data.augmentation, dataset.shape, self.ends if varies else (0.0, 1.0))
        self._affine = _Affine(self.inputs, device)
        self._store = store_of(arrays.train_x, arrays.train_y, device, arrays)
        self._test_store: Store | None = store_of(arrays.test_x, arrays.test_y, None) if len(arrays.test_y) else None

    @cached_property
    def ends(self) -> tuple[float, float]:
        """The numbers that stand for black and white in images, in the units of the data (bytes from 0 to 1)."""
        return image_ends(self.arrays.dataset, self.arrays.train_x, self.train_indices.numpy())

    @property
    def train_count(self) -> int:
        return len(self.train_indices)

    @property
    def validation_count(self) -> int:
        return len(self.validation_indices)

    @property
    def test_count(self) -> int:
        return len(self.test_indices)

    @property
    def shown_part(self) -> Part:
        """The part that samples are shown of: the test part, or the training part where there is none."""
        return "test" if self.test_count else "train"

    def indices(self, part: Part) -> Tensor:
        """Where the samples of a part lie in ``arrays.of(part)``, in its order."""
        return {"train": self.train_indices, "validation": self.validation_indices, "test": self.test_indices}[part]

    def count(self, part: Part) -> int:
        """Samples of a part."""
        return len(self.indices(part))

    @property
    def steps_per_epoch(self) -> int:
        """Batches in an epoch."""
        return steps_per_epoch(self.train_count, self.batch_size)

    @property
    def train_targets(self) -> np.ndarray:
        """The targets of the training part, as stored."""
        return self._rows[False][1](self.train_indices.numpy())

    def order(self, epoch: int) -> Tensor:
        """Training samples in the order of ``epoch`` (from 0): follows from seed and epoch, so it is never stored."""
        shuffled = permutation(self.train_count, self._seed, "order", epoch)
        return self._store.places(self.train_indices[shuffled])

    def batch(self, order: Tensor, number: int) -> Batch:
        """Batch ``number`` (from 0) of an epoch, augmented and prepared: float32 n×shape (or int64 ids), and targets.

        Targets are int64 n for classes, else float32 n×shape, prepared too.
        """
        start = number * self.batch_size
        last = number == self.steps_per_epoch - 1
        end = len(order) if last else start + self.batch_size
        x, y = self._store.rows(order[start:end], order[end : end + self.batch_size])
        return self._affine(x, self._augment), self._target(y)

    def first(self, count: int) -> Batch:
        """A batch of the first ``count`` training samples."""
        x, y = self._store.rows(self._store.places(self.train_indices[:count]))
        return self._affine(x, self._augment), self._target(y)

    def part(self, name: Part, size: int) -> Iterator[Batch]:
        """A part in order, ``size`` samples at a time, prepared and never augmented."""
        own, indices = self._test_store if name == "test" else None, self.indices(name)
        store = self._store if own is None else own
        places = store.places(indices)
        for start in range(0, len(places), size):  # who takes only the first batch does not pay for all
            end = start + size
            x, y = store.rows(places[start:end], places[end : end + size] if end < len(places) else None)
            yield self._affine(x.to(self.device)), self._target(y.to(self.device))

    def validation(self, size: int) -> Iterator[Batch]:
        return self.part("validation", size)

    def test(self, size: int) -> Iterator[Batch]:
        return self.part("test", size)

    def stored(self, part: Part, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Samples number ``places`` of a part and their targets, as they are stored: bytes, ids, numbers unscaled."""
        (x, y), rows = self._rows[self.arrays.own_test(part)], self.indices(part).numpy()[places]
        return x(rows), y(rows)

    def origins(self, part: Part, places: np.ndarray) -> tuple[str, ...]:
        """Where samples number ``places`` of a part come from, as the data say; else their row in the data."""
        rows = self.indices(part).numpy()[places]
        what = tr("test sample") if self.arrays.own_test(part) else tr("sample")
        return self.arrays.origins_of(part, rows) or tuple(f"{what} {row}" for row in rows.tolist())

    def prepared(self, x: np.ndarray) -> Tensor:
        """Stored samples N×shape as a network takes them, on the device."""
        return self._affine(torch.from_numpy(np.ascontiguousarray(x)).to(self.device))

    def previews(self, count: int) -> np.ndarray:
        """Numbers of at most ``count`` test samples, evenly spread, always the same."""
        return even_places(self.test_count, count)

    def _target(self, y: Tensor) -> Tensor:
        if self.targets.shift is None or self.targets.scale is None:
            return y
        shift, scale = (torch.from_numpy(values).to(y.device) for values in (self.targets.shift, self.targets.scale))
        return (y - shift) / scale


def divided(arrays: ArrayData, data: DataSettings, seed: int) -> tuple[Tensor, Tensor, Tensor]:
    """Indices of the training, validation and test parts; of a test part of its own those into its arrays."""
    count = len(arrays.train_y)
    parts = divide(count, len(arrays.test_y), data)
    held = 0 if parts.own_test else parts.test
    if arrays.dataset.ordered:
        # what comes last is tested on, what comes before it is validated on
        places = torch.arange(count)
        rest, test = places[: count - held], places[count - held :]
        rest = rest[len(rest) - parts.used :]
        train, validation = rest[: parts.train], rest[parts.train :]
    else:
        places = permutation(count, seed, "split")
        test, rest = places[:held], places[held:][: parts.used]
        validation, train = rest[: parts.validation], rest[parts.validation :]
    return train, validation, torch.arange(len(arrays.test_y)) if parts.own_test else test


def even_places(count: int, wanted: int) -> np.ndarray:
    """At most ``wanted`` numbers from 0 to ``count`` − 1, evenly spread."""
    return np.linspace(0, count - 1, min(wanted, count)).round().astype(np.int64)


class _Affine:
    """``Fitted`` on the device: bytes to 0 … 1, missing numbers filled, then scaled. Ids stay as they are."""

    def __init__(self, fitted: Fitted, device: torch.device) -> None:
        self._divisor = fitted.divisor
        self._fill, self._shift, self._scale = (
            None if values is None else torch.from_numpy(values).to(device)
            for values in (fitted.fill, fitted.shift, fitted.scale)
        )

    def __call__(self, x: Tensor, augment: object = None) -> Tensor:
        if not (x.is_floating_point() or x.dtype == torch.uint8):
            return x
        found = x.to(torch.float32)
        if x.dtype == torch.uint8:
            found = found.div_(self._divisor)
        if callable(augment):
            found = augment(found)
        if self._fill is not None:
            found = torch.where(torch.isnan(found), self._fill, found)
        if self._shift is not None and self._scale is not None:
            found = (found - self._shift) / self._scale
        return found
