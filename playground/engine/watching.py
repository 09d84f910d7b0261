"""Which lenses are open, and when each is looked through: in turn while a run is under way, at once where it rests."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

from playground import protocol
from playground.engine import random_states
from playground.engine.errors import CannotTrain
from playground.engine.lenses import KINDS, Study, begin, look
from playground.engine.state import TrainingState

# Each lens has a leisure of its own. However many are open, a look that took t is followed by no other before so many
# times t: at most a twelfth of the time is for looking inside.
_LEISURE = 12
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Open:
    """What a ``Watch`` asked for."""

    lenses: tuple[protocol.Lens, ...] = ()
    brought: dict[int, np.ndarray] = field(default_factory=dict)


@dataclass
class _Course:
    """How it goes with a lens that is open: ``seen`` is run and step of the last look, ``due`` when the next may be."""

    study: Study
    seen: tuple[int, int] | None = None
    last: float = 0.0
    due: float = 0.0

    def shows(self, state: TrainingState) -> bool:
        """Whether it has shown all that there is of the weights as they are."""
        return self.seen == (state.run, state.position.step) and not self.study.unfinished


class Watching:
    """``watch`` is for any thread; all else belongs to the thread that computes.

    ``again`` is called at the end of a rest in which a study did not get to its end: ``go_on`` is wanted soon.
    """

    def __init__(self, again: Callable[[], None] = lambda: None) -> None:
        self._open = _Open()
        self._courses: dict[protocol.Lens, _Course] = {}
        self._due = 0.0
        self._again = again
        self._rested: tuple[int, int] | None = None

    def watch(self, command: protocol.Watch) -> None:
        """From now on these lenses are open."""
        self._open = _Open(command.lenses, command.brought)  # one assignment: no thread sees half of it

    def some(self, state: TrainingState) -> Iterator[protocol.Event]:
        """Through the lens that has waited longest of those whose time has come: for a run under way."""
        now, opened = time.perf_counter(), self._open
        if not opened.lenses or now < self._due:
            return
        courses = {lens: self._course(lens) for lens in opened.lenses}
        waiting = [lens for lens, course in courses.items() if now >= course.due and not course.shows(state)]
        if not waiting:
            return
        lens = min(waiting, key=lambda each: courses[each].last)
        yield self._look(state, lens, opened)
        took = time.perf_counter() - now
        courses[lens].last = now
        courses[lens].due = now + (1 + KINDS[type(lens)].leisure) * took
        self._due = now + (1 + _LEISURE) * took

    def rest(self, state: TrainingState) -> Iterator[protocol.Event]:
        """Through all lenses that have not shown the weights as they are: for a run that rests, and for new lenses."""
        opened = self._open
        self._rested = state.run, state.position.step
        for lens in opened.lenses:
            if not self._course(lens).shows(state):
                yield self._look(state, lens, opened)
        if any(self._course(lens).study.unfinished for lens in opened.lenses):
            self._again()

    def go_on(self, state: TrainingState) -> Iterator[protocol.Event]:
        """What is left of a rest, unless the run goes on: then it has its turns."""
        if self._rested == (state.run, state.position.step):
            yield from self.rest(state)

    def forget(self) -> None:
        """Other weights are there: what was seen says nothing of them."""
        self._courses.clear()

    def _course(self, lens: protocol.Lens) -> _Course:
        if lens not in self._courses:
            self._courses[lens] = _Course(begin(lens))
        return self._courses[lens]

    def _look(self, state: TrainingState, lens: protocol.Lens, opened: _Open) -> protocol.Event:
        for known in [known for known in self._courses if known not in opened.lenses]:
            del self._courses[known]
        now = state.run, state.position.step
        course = self._course(lens)
        if course.seen is not None and course.seen[0] != state.run:
            course.study = begin(lens)  # of another run nothing is kept
        course.seen = now
        try:
            with random_states.untouched(state.device), state.evaluating():
                return protocol.Seen(*now, lens, look(state, lens, opened.brought, course.study))
        except CannotTrain as error:
            message = f"{error.message} {error.hint}".strip()
        except (RuntimeError, MemoryError, ValueError, TypeError, KeyError, IndexError) as error:
            _log.exception("a lens failed")
            reason = (str(error).splitlines() or [type(error).__name__])[0][:200]
            message = f"This cannot be shown: {reason}"
        course.study = begin(lens)  # half of what it kept may be missing
        return protocol.Unseen(state.run, lens, message)
