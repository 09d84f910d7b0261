"""How the training samples of a data set are divided: one arithmetic for the run, the check and the window."""

from __future__ import annotations

from dataclasses import dataclass

from playground.core.project import DataSettings


@dataclass(frozen=True, slots=True)
class Split:
    """Numbers of samples; ``left_out`` are those that the limit does not let in."""

    train: int
    validation: int
    left_out: int

    @property
    def used(self) -> int:
        return self.train + self.validation


def split(available: int, data: DataSettings) -> Split:
    """Divide ``available`` training samples; the validation part is rounded down."""
    used = min(data.limit or available, available)
    held = int(used * data.validation)
    return Split(used - held, held, available - used)


def steps_per_epoch(train: int, batch: int) -> int:
    """Batches in an epoch. One sample left over joins the batch before: batch normalization needs two."""
    full, rest = divmod(train, batch)
    return max(1, full + (rest > 1 or (rest == 1 and full == 0)))


def last_batch(train: int, batch: int) -> int:
    """Samples in the last batch of an epoch."""
    return train - (steps_per_epoch(train, batch) - 1) * batch
