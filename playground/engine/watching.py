"""Which lenses are open, and when each is looked through: in turn while a run is under way, at once where it rests."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from playground import protocol
from playground.engine import random_states
from playground.engine.errors import CannotTrain
from playground.engine.lenses import look
from playground.engine.state import TrainingState

# A look that took t is followed by no other before so many times t: a fortieth of the time is for looking inside.
_LEISURE = 40
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Open:
    """What a ``Watch`` asked for."""

    lenses: tuple[protocol.Lens, ...] = ()
    brought: dict[int, np.ndarray] = field(default_factory=dict)


class Watching:
    """``watch`` is for any thread; all else belongs to the thread that computes."""

    def __init__(self) -> None:
        self._open = _Open()
        self._seen: dict[protocol.Lens, tuple[int, int]] = {}  # run and step of the last look
        self._next = 0.0

    def watch(self, command: protocol.Watch) -> None:
        """From now on these lenses are open."""
        self._open = _Open(command.lenses, command.brought)  # one assignment: no thread sees half of it

    def some(self, state: TrainingState) -> Iterator[protocol.Event]:
        """Through the lens that has waited longest, if it is time: for a run under way."""
        opened = self._open
        if not opened.lenses or time.perf_counter() < self._next:
            return
        began = time.perf_counter()
        lens = min(opened.lenses, key=lambda each: self._seen.get(each, (state.run, -1))[1])
        if self._seen.get(lens) != (state.run, state.position.step):
            yield self._look(state, lens, opened)
        now = time.perf_counter()
        self._next = now + _LEISURE * (now - began)

    def rest(self, state: TrainingState) -> Iterator[protocol.Event]:
        """Through all lenses that have not shown the weights as they are: for a run that rests, and for new lenses."""
        opened = self._open
        for lens in opened.lenses:
            if self._seen.get(lens) != (state.run, state.position.step):
                yield self._look(state, lens, opened)

    def forget(self) -> None:
        """Other weights are there: what was seen says nothing of them."""
        self._seen.clear()

    def _look(self, state: TrainingState, lens: protocol.Lens, opened: _Open) -> protocol.Event:
        now = state.run, state.position.step
        for known in [known for known in self._seen if known not in opened.lenses]:
            del self._seen[known]
        self._seen[lens] = now
        try:
            with random_states.untouched(state.device), state.evaluating():
                return protocol.Seen(*now, lens, look(state, lens, opened.brought))
        except CannotTrain as error:
            return protocol.Unseen(state.run, lens, f"{error.message} {error.hint}".strip())
        except (RuntimeError, MemoryError, ValueError, TypeError, KeyError) as error:
            _log.exception("a lens failed")
            return protocol.Unseen(state.run, lens, f"This cannot be shown: {str(error).splitlines()[0][:200]}")
