"""Which lenses are open, and when each is looked through: in turn while a run is under way, at once where it rests."""

from __future__ import annotations

import itertools
import logging
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from playground import protocol
from playground.core.language import tr
from playground.engine import random_states
from playground.engine.data import DataError
from playground.engine.errors import CannotTrain
from playground.engine.lenses import KINDS, Study, begin, look
from playground.engine.moments import Past
from playground.engine.previews import Previews
from playground.engine.state import TrainingState

# Each lens has a leisure of its own. However many are open, a look that took t is followed by no other before so many
# times t: at most a twelfth of the time is for looking inside. A lens that is wanted at a pace of its own waits for
# none of these, nor do they wait for it: what it may take its own leisure says.
_LEISURE = 12
# Seconds after a new lens in which a run under way looks through no other: who draws opens one after the other.
_QUIET = 0.25
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Open:
    """What a ``Watch`` asked for."""

    lenses: tuple[protocol.Lens, ...] = ()
    brought: dict[int, np.ndarray] = field(default_factory=dict)
    at: int | None = None
    openings: dict[protocol.Lens, int] = field(default_factory=dict)  # the number under which each lens was opened
    views: bool = False


@dataclass(frozen=True)
class _Place:
    """Which weights are looked at; ``back``: not those of now."""

    run: int
    step: int
    version: int
    back: bool = False


@dataclass
class _Course:
    """How it goes with a lens that is open: ``seen`` is the place of the last look, ``due`` when the next may be."""

    study: Study
    run: int
    opening: int = 0
    seen: _Place | None = None
    last: float = 0.0
    due: float = 0.0

    def shows(self, place: _Place) -> bool:
        """Whether it has shown all that there is of the weights there."""
        return self.seen == place and not self.study.unfinished


class Watching:
    """``watch`` is for any thread; all else belongs to the thread that computes.

    ``again`` is called at the end of a rest in which a study did not get to its end: ``go_on`` is wanted soon.
    """

    def __init__(self, again: Callable[[], None] = lambda: None) -> None:
        self._open = _Open()
        self._numbers = itertools.count(1)
        self._courses: dict[protocol.Lens, _Course] = {}
        self._back: dict[protocol.Lens, _Course] = {}  # of those who look back; the others go on where they were then
        self._past: Past | None = None
        self._at: int | None = None
        self._due = 0.0
        self.wanted = math.inf  # when ``some`` is to be asked again, by ``time.perf_counter``, if not before
        self._again, self._asked = again, False
        self._rested: _Place | None = None
        self._shown: _Place | None = None  # whose views were told last

    def watch(self, command: protocol.Watch) -> None:
        """From now on these lenses are open."""
        # one assignment: no thread sees half of it
        known = self._open.openings
        openings = {lens: known.get(lens) or next(self._numbers) for lens in command.lenses}
        self._open = _Open(command.lenses, command.brought, command.at, openings, command.views)

    def remember(self, past: Past | None) -> None:
        """What is kept of the run: where ``Watch.at`` looks."""
        self._past, self._shown = past, None
        self._back.clear()

    def some(self, state: TrainingState) -> Iterator[protocol.Event]:
        """Through the lenses whose time has come, first the one that has waited longest: for a run under way.

        Those for which there is no time wait.
        """
        opened = self._opened()
        place = self._place(state)
        courses = {lens: self._course(lens, place) for lens in opened.lenses}
        while waiting := self._waiting(courses, place, time.perf_counter()):
            now, lens = time.perf_counter(), min(waiting, key=lambda each: courses[each].last)
            yield self._look(state, lens, opened, place)
            took, kind = time.perf_counter() - now, KINDS[type(lens)]
            courses[lens].last = now
            courses[lens].due = now + max((1 + kind.leisure) * took, kind.every)
            if not kind.every:
                self._due = now + (1 + _LEISURE) * took
        moving = [course.due for lens, course in courses.items() if KINDS[type(lens)].every and not place.back]
        self.wanted = min(moving, default=math.inf)

    def _waiting(self, courses: dict[protocol.Lens, _Course], place: _Place, now: float) -> list[protocol.Lens]:
        """Those whose time has come."""
        return [
            lens
            for lens, course in courses.items()
            if now >= course.due and not course.shows(place) and (now >= self._due or KINDS[type(lens)].every)
        ]

    def rest(self, state: TrainingState, *, new: bool = False) -> Iterator[protocol.Event]:
        """Through all lenses that have not shown the weights as they are: for a run that rests. With ``new`` through
        those that were just opened: a run under way shows the others in their turns, and who draws does not wait.
        """
        opened = self._opened()
        self._rested = place = self._place(state)
        for lens in opened.lenses:
            course = self._course(lens, place)
            if not course.shows(place) and not (new and not place.back and course.seen is not None):
                if new:
                    self._due = max(self._due, time.perf_counter() + _QUIET)
                yield self._look(state, lens, opened, place)
        yield from self._views(state, opened, place)
        if not self._asked and any(self._course(lens, place).study.unfinished for lens in opened.lenses):
            self._asked = True  # once, however often somebody rests meanwhile
            self._again()

    def go_on(self, state: TrainingState) -> Iterator[protocol.Event]:
        """What is left of a rest, unless the run goes on: then it has its turns."""
        self._asked = False
        self._opened()
        if self._rested == self._place(state):
            yield from self.rest(state)

    def forget(self) -> None:
        """Other weights are there, maybe of the same step: what was seen says nothing of them."""
        self._asked = False
        self._courses.clear()
        self._back.clear()

    def _views(self, state: TrainingState, opened: _Open, place: _Place) -> Iterator[protocol.Event]:
        """What the task shows of the past, once; of the present the run itself tells."""
        if not place.back or self._past is None or not opened.views or place == self._shown:
            return
        self._shown = place
        try:
            with random_states.untouched(state.device):
                events = Previews(self._past.at(state, place.step)).events()
        except Exception as error:  # noqa: BLE001  (see _look)
            _log.warning("nothing to show of step %d: %s", place.step, error)  # the lenses say why
            return
        for event in events:
            assert isinstance(event, (protocol.Predictions, protocol.Views))
            yield replace(event, at=self._at)

    def _opened(self) -> _Open:
        """What is open. Who comes back from the past is told anew what there is now."""
        opened = self._open
        if opened.at is None and self._at is not None:
            self._back.clear()
            self._shown = None
            for course in self._courses.values():
                course.seen, course.due = None, 0.0
            if self._past is not None:
                self._past.forget()
        self._at = opened.at
        self._close(opened)
        return opened

    def _close(self, opened: _Open) -> None:
        """What is closed is forgotten at once: a study may have work under way."""
        for courses in (self._courses, self._back):
            for known in [known for known in courses if known not in opened.lenses]:
                del courses[known]

    def _place(self, state: TrainingState) -> _Place:
        """Where to look; where nothing is kept, at the weights of now."""
        found = None if self._at is None or self._past is None else self._past.place(self._at)
        if found is None:
            return _Place(state.run, state.position.step, state.version)
        return _Place(state.run, *found, back=True)

    def _course(self, lens: protocol.Lens, place: _Place) -> _Course:
        courses = self._courses if not place.back else self._back
        opening = self._open.openings.get(lens, 0)
        if lens not in courses or courses[lens].opening != opening:  # closed meanwhile, nothing is known of it
            courses[lens] = _Course(begin(lens), place.run, opening)
        return courses[lens]

    def _look(self, state: TrainingState, lens: protocol.Lens, opened: _Open, place: _Place) -> protocol.Event:
        self._close(opened)
        course = self._course(lens, place)
        moved = place.back and course.seen not in (None, place)
        if course.run != place.run or moved:
            course.study, course.run = begin(lens), place.run  # of another run, or of another time, nothing is kept
        course.seen = place
        course.study.moments = None if self._past is None else self._past.moments
        try:
            if place.back and self._past is not None:
                state = self._past.at(state, place.step)
            with random_states.untouched(state.device), state.evaluating():
                sight = look(state, lens, opened.brought, course.study)
                return protocol.Seen(place.run, place.step, lens, sight, self._at, place.version)
        except (CannotTrain, DataError) as error:
            message = f"{error.message} {error.hint}".strip()
        except Exception as error:  # noqa: BLE001  (who looks must not take the weights along)
            _log.exception("a lens failed")
            reason = (str(error).splitlines() or [type(error).__name__])[0][:200]
            message = tr("This cannot be shown: {reason}", reason=reason)
        course.study = begin(lens)  # half of what it kept may be missing
        return protocol.Unseen(place.run, lens, message, self._at)
