"""How the samples of a data set are divided: one arithmetic for the run, the check and the window."""

from __future__ import annotations

from dataclasses import dataclass

from playground.core.language import mark, tr
from playground.core.project import DataSettings, TrainingSettings
from playground.training.datasets import Dataset
from playground.training.optimizers import OPTIMIZERS

_PARTS = frozenset({mark("train"), mark("validation"), mark("test")})


def part_name(part: str) -> str:
    """The name of a part of the samples within a sentence."""
    return tr(part) if part in _PARTS else part


@dataclass(frozen=True, slots=True)
class Split:
    """Numbers of samples; ``left_out`` are those that the limit does not let in. ``own_test``: its own test part."""

    train: int
    validation: int
    test: int
    left_out: int
    own_test: bool

    @property
    def used(self) -> int:
        """Without the test part."""
        return self.train + self.validation


def split(dataset: Dataset, data: DataSettings) -> Split:
    """Divide the samples of ``dataset`` as described; see ``divide``."""
    return divide(dataset.train_samples, dataset.test_samples, data)


def divide(available: int, own_test: int, data: DataSettings) -> Split:
    """First the test part is taken out, where there is none of its own; the limit holds for the rest, and the
    validation part is taken out of that. Parts are rounded down.
    """
    test = own_test or int(available * data.test)
    left = available - (0 if own_test else test)
    used = min(data.limit or left, left)
    held = int(used * data.validation)
    return Split(used - held, held, test, left - used, own_test > 0)


def batch_size(training: TrainingSettings, train: int) -> int:
    """Samples that a step looks at: those of the settings, or all ``train`` for an optimizer that wants them all."""
    kind = OPTIMIZERS.get(training.optimizer.type)
    return max(1, train) if kind is not None and kind.full_batch else training.batch_size


def steps_per_epoch(train: int, batch: int) -> int:
    """Batches in an epoch. One sample left over joins the batch before: batch normalization needs two."""
    full, rest = divmod(train, batch)
    return max(1, full + (rest > 1 or (rest == 1 and full == 0)))


def last_batch(train: int, batch: int) -> int:
    """Samples in the last batch of an epoch."""
    return train - (steps_per_epoch(train, batch) - 1) * batch
