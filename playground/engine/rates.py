"""The learning rate of each step: what was chosen, times what the schedule says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playground.engine.plateau import Plateau
from playground.training.schedules import Schedule, Span


@dataclass
class Rates:
    """``base`` may be changed while a run goes on; ``began`` is the step at which the schedule did.

    ``plateau`` is the state of a schedule that watches what training says.
    """

    schedule: Schedule
    span: Span
    base: float
    began: int = 0
    plateau: Plateau | None = None

    def __post_init__(self) -> None:
        if self.schedule.watches and self.plateau is None:
            self.plateau = Plateau.of(self.schedule)

    def at(self, step: int) -> float:
        """For the step number ``step``, from 0."""
        if self.plateau is not None:
            return self.base * self.plateau.factor
        return self.base * self.schedule.factor(step - self.began, self.span)

    def epoch_done(self, loss: float) -> None:
        """What a schedule that watches is told: the validation loss, or the training loss without one."""
        if self.plateau is not None:
            self.plateau.update(loss)

    def begin(self, step: int) -> None:
        """Start the schedule anew."""
        self.began = step
        if self.schedule.watches:
            self.plateau = Plateau.of(self.schedule)

    def to_dict(self) -> dict[str, Any]:
        """Plain data for a bundle."""
        return {"began": self.began, "plateau": None if self.plateau is None else self.plateau.to_dict()}

    def take_up(self, data: dict[str, Any]) -> None:
        """Go on from ``to_dict``. Raises ``ValueError``, ``KeyError`` or ``TypeError`` for what is none."""
        began = data.get("began", 0)
        if isinstance(began, bool) or not isinstance(began, int) or began < 0:
            raise ValueError(f"the schedule began at step {began!r:.40}")
        self.began = began
        if self.schedule.watches and data.get("plateau") is not None:
            self.plateau = Plateau.from_dict(self.schedule, data["plateau"])
