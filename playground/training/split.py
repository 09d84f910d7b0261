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
