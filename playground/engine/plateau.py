"""A schedule that watches training: the learning rate falls when the loss no longer gets better."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from playground.training.schedules import OnPlateau, Schedule


@dataclass
class Plateau:
    """``factor`` is what the learning rate is multiplied by; ``best`` the least loss, ``waited`` the epochs since then.

    Falls as ``torch.optim.lr_scheduler.ReduceLROnPlateau`` does, with an absolute threshold.
    """

    schedule: OnPlateau
    factor: float = 1.0
    best: float | None = None
    waited: int = 0

    @classmethod
    def of(cls, schedule: Schedule) -> Plateau:
        """At the beginning. Raises ``TypeError`` for a schedule of another kind."""
        if not isinstance(schedule, OnPlateau):
            raise TypeError(f"{schedule.title} does not watch training")
        return cls(schedule)

    def update(self, value: float) -> None:
        """The loss of an epoch that is done; one that is no number is no improvement."""
        least = math.inf if self.best is None else self.best
        if math.isfinite(value) and value < least - self.schedule.minimum_improvement:
            self.best, self.waited = value, 0
            return
        self.waited += 1
        if self.waited > self.schedule.patience:
            self.waited = 0
            self.factor = max(self.factor * self.schedule.gamma, self.schedule.minimum)

    def to_dict(self) -> dict[str, Any]:
        """Plain data for a bundle."""
        return {"factor": self.factor, "best": self.best, "waited": self.waited}

    @classmethod
    def from_dict(cls, schedule: Schedule, data: dict[str, Any]) -> Plateau:
        """What ``to_dict`` gave. Raises ``ValueError`` for what is none, ``TypeError`` as ``of`` does."""
        found = cls.of(schedule)
        try:
            factor, best, waited = data["factor"], data["best"], data["waited"]
        except (KeyError, TypeError):
            raise ValueError(f"the state of the plateau is {data!r:.40}") from None
        if not _is_number(factor) or not 0 <= factor <= 1:
            raise ValueError(f"the plateau's factor is {factor!r:.40}")
        if best is not None and not _is_number(best):
            raise ValueError(f"the plateau's best loss is {best!r:.40}")
        if isinstance(waited, bool) or not isinstance(waited, int) or waited < 0:
            raise ValueError(f"the plateau waited for {waited!r:.40} epochs")
        found.factor, found.best, found.waited = float(factor), None if best is None else float(best), waited
        return found


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
