"""A run under way: what the parts of the loop share."""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import Tensor

from playground.engine.control import Control
from playground.engine.giving_way import GivingWay
from playground.engine.moments import Moments
from playground.engine.pace import Pace
from playground.engine.state import TrainingState
from playground.engine.watching import Watching


@dataclass
class Running:
    """``order``: training samples in the order of the epoch at hand. ``single``: one step was ordered, then a pause."""

    state: TrainingState
    control: Control
    watching: Watching
    moments: Moments | None
    pace: Pace = field(default_factory=Pace)
    order: Tensor = field(default_factory=lambda: torch.empty(0, dtype=torch.int64))
    single: bool = False
    give_way: GivingWay = field(init=False)
    steps_per_epoch: int = field(init=False)  # asked for at every step

    def __post_init__(self) -> None:
        self.give_way = GivingWay(self.state, self.control, self.pace)
        self.steps_per_epoch = self.state.samples.steps_per_epoch
        self._seconds_before = self.state.seconds

    def count_time(self) -> None:
        """Tell the state how long it has trained."""
        self.state.seconds = self._seconds_before + self.pace.elapsed

    def note(self) -> None:
        """Bring up to date what the state holds besides weights and position."""
        self.pace.stop()
        self.count_time()
        if not self.state.device_lost:
            self.state.keep_random()

    def within(self, epoch: int) -> bool:
        """Whether there are steps left of ``epoch``, and the run is in it."""
        position = self.state.position
        return position.epoch == epoch and position.batch < self.steps_per_epoch

    # --- moments -----------------------------------------------------------------------------------------------------

    def keep_moment(self) -> None:
        """As it stands, if anybody will look back."""
        if self.moments is not None:
            self.moments.keep(self.state, between=self.give_way)

    def keep_new_moment(self) -> None:
        """Where the run begins, rests or ends, unless it is kept already, or nobody will look back."""
        kept = () if self.moments is None else self.moments.steps[-1:]
        if not self.control.aborted and kept != (self.state.position.step,):
            self.keep_moment()

    def offer_moment(self, *, epoch_end: bool = False) -> None:
        """If it is time for one."""
        if self.moments is not None:
            self.moments.offer(self.state, epoch_end=epoch_end, between=self.give_way)
