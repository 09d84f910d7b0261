"""Runs that others took the place of: kept for a while, so that one can go back to their weights."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playground.engine.judged import Judged
from playground.engine.moments.handing_on import found
from playground.engine.moments.moment import Moment, Unreadable
from playground.engine.moments.moments import Moments
from playground.engine.state import TrainingState
from playground.telemetry.run_history import RunHistory

MOST, MOST_BYTES = 6, 512 * 2**20  # runs, and bytes on disk of all of them together
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Left:
    """A run as it was left. ``history`` is None where the process that trained it was killed."""

    run: int
    moments: Moments
    history: RunHistory | None = None
    judged: Judged = field(default_factory=Judged)

    @property
    def step(self) -> int:
        """The last one, that of the weights with which it was left."""
        return self.moments.steps[-1]

    def moment(self) -> Moment:
        """The last one. Raises ``Unreadable``."""
        return self.moments.get(self.step)


class Shelf:
    """For the thread that computes. ``changed`` is called with all that there are, the latest last."""

    def __init__(self, changed: Callable[[tuple[Left, ...]], None], most: int = MOST, most_bytes: int = MOST_BYTES):
        self._changed, self._most, self._most_bytes = changed, most, most_bytes
        self._left: dict[int, Left] = {}

    @property
    def runs(self) -> tuple[Left, ...]:
        return tuple(self._left.values())

    def get(self, run: int) -> Left | None:
        return self._left.get(run)

    def leave(self, state: TrainingState, moments: Moments) -> None:
        """Put the run ``state`` by, with its ``moments``, as it stands between two steps. Where its weights cannot be
        kept (they are too large, or the disk is full) it goes.
        """
        step = state.position.step
        if state.device_lost or not step:
            moments.close()
            return
        if moments.steps[-1:] != (step,):
            moments.keep(state)
        if moments.steps[-1:] != (step,):
            moments.close()
            return
        moments.hand_over()
        self.put(Left(state.run, moments, state.history, state.judged))

    def rescue(self, run: int, folder: Path, until: int) -> None:
        """Put by what a process that was killed had written of ``run``, up to its last moment that can be read and is
        not after step ``until``.
        """
        try:
            moments = found(folder, until)
        except (OSError, Unreadable) as error:
            _log.warning("nothing is left of run %d: %s", run, error)
            self._changed(self.runs)
            return
        if moments.steps[-1]:
            self.put(Left(run, moments))
        else:  # it had not trained yet
            moments.close()
            self._changed(self.runs)

    def put(self, left: Left) -> None:
        """As the latest; the oldest give way."""
        self._drop(left.run)
        self._left[left.run] = left
        self._make_room()
        self._changed(self.runs)

    def take(self, run: int) -> Left:
        """It is current again. Raises ``KeyError``."""
        left = self._left.pop(run)
        self._changed(self.runs)
        return left

    def discard(self, run: int) -> None:
        """Nobody wants it back."""
        if self._drop(run):
            self._changed(self.runs)

    def close(self) -> None:
        """Nothing of them is left on disk when this returns."""
        for run in tuple(self._left):
            self._drop(run)

    def _make_room(self) -> None:
        """First the earlier steps of old runs go, then old runs; the latest stays."""
        while len(self._left) > self._most:
            self._drop(next(iter(self._left)))
        for left in self.runs:
            if self._bytes() > self._most_bytes:
                left.moments.strip()
        while len(self._left) > 1 and self._bytes() > self._most_bytes:
            self._drop(next(iter(self._left)))

    def _bytes(self) -> int:
        return sum(left.moments.nbytes for left in self._left.values())

    def _drop(self, run: int) -> bool:
        left = self._left.pop(run, None)
        if left is not None:
            left.moments.close()
        return left is not None
