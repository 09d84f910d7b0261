"""How a run stands: its state, its weights, those it has set aside, and what can be done in that state."""

from __future__ import annotations

import itertools
from typing import Literal

from playground import protocol
from playground.core.project import Project
from playground.ui.project_session import ProjectSession
from playground.ui.run_signals import RunSignals
from playground.ui.running.weights import Weights
from playground.ui.running.worker import RunWorker
from playground.ui.same_training import trains_alike

State = Literal["starting", "idle", "preparing", "running", "paused", "stopping", "finished", "failed"]
# A run that still holds the worker: it must be stopped before the worker is used for something else.
ACTIVE: frozenset[State] = frozenset({"preparing", "running", "paused", "stopping"})
_MOST_KNOWN = 32


class RunStanding:
    """Shared by those who give commands and those who hear the answers; ``tell`` says what changes."""

    def __init__(self, session: ProjectSession, worker: RunWorker, tell: RunSignals) -> None:
        self._session, self._worker, self._tell = session, worker, tell
        self._numbers = itertools.count(1)
        self.state: State = "starting"
        self.weights: Weights | None = None  # of the current run, also before there are any; None without a run
        self.known: dict[int, Weights] = {}  # of all runs that there were, the latest last
        self.before: Weights | None = None  # what can still be saved when the run that replaces it fails to begin
        self.opening = False  # the worker loads a file
        self.rest: State | None = None  # where an opened bundle stands until the worker begins to train it
        self.edited = False  # whether the open project would train differently
        self.draft: tuple[int, Project] | None = None  # its number as a run, while there is none
        self.no_draft = ""  # why the one that was wanted cannot be had

    # --- reading ---

    @property
    def run(self) -> int | None:
        return None if self.weights is None else self.weights.run

    @property
    def project(self) -> Project | None:
        return None if self.weights is None else self.weights.project

    @property
    def shown_project(self) -> Project | None:
        """What can be looked into: what the run trains, or without a run the draft."""
        return self.project or (self.draft[1] if self.draft is not None and self.weights is None else None)

    @property
    def shown_run(self) -> int | None:
        """The number under which what can be looked into is known: it tells what was seen of other weights apart."""
        return self.run if self.weights is not None or self.draft is None else self.draft[0]

    @property
    def active(self) -> bool:
        """Whether a run is under way, paused or not; a bundle that is being loaded is none yet."""
        return self.state in ACTIVE and not self.opening

    @property
    def trained(self) -> bool:
        return self.weights is not None and self.weights.trained

    @property
    def can(self) -> dict[str, bool]:
        """Which of run, pause, step, stop, reset, train_on are possible now."""
        return {
            "run": self.state not in ("preparing", "running", "stopping"),
            "pause": self.state == "running",
            "step": self.state not in ("preparing", "running", "stopping"),
            "stop": self.state in ("preparing", "running", "paused"),
            "reset": self.weights is not None and self.state != "stopping",
            "train_on": self.state == "finished" and self.trained and not self.edited,
        }

    # --- changing ---

    def turn(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self._tell.state_changed.emit(state)

    def number(self) -> int:
        """Of another run, or of a draft that is looked into like one."""
        return next(self._numbers)

    def begin(self, project: Project | None) -> int:
        """Another run is current; its weights are to come. Its number."""
        self.weights = Weights(self.number(), project)
        self.known[self.weights.run] = self.weights
        return self.weights.run

    def begin_again(self, run: int) -> None:
        """A run that was left is to be current again."""
        left = self.known.pop(run)
        self.weights = self.known[run] = Weights(run, left.project, kept_step=left.kept_step)

    def forget_all_but(self, runs: set[int]) -> None:
        """Of the oldest runs that are not among these nothing is known any more, where there are many."""
        for run in [run for run in self.known if run not in runs][:-_MOST_KNOWN]:
            del self.known[run]

    def begin_with_file(self, project: Project | None, rest: State, *, recovered: bool = False) -> int:
        """The run of a file whose weights may turn out not to be readable; for those who watch it is a reset."""
        self.replace()
        self.clear()
        self._worker.start()
        run = self.begin(project)
        self.known[run].recovered = recovered
        self.opening, self.rest = True, rest
        return run

    def compare(self) -> None:
        """See whether the open project trains as the run does."""
        self._set_edited(self.project is not None and not trains_alike(self.project, self._session.project))

    def replace(self) -> None:
        """Make place for another run; what was trained stays until the worker has the other's weights."""
        if self.trained and not self.opening:
            self.set_aside()
        else:
            self.drop()

    def set_aside(self) -> None:
        before = self.weights
        self.forget()
        self.before = before

    def take_back(self) -> None:
        """The run that should have replaced another never began: the other's weights can be saved and exported."""
        before = self.before
        self.forget()
        if before is not None:
            before.loaded = True
            self.weights = before
            self.compare()

    def give_back(self) -> None:
        """The file that was being opened is not: what was there before is there again, or nothing."""
        returned = self.before is not None
        self.take_back()
        self.turn("finished" if returned else "idle")

    def drop(self) -> None:
        """Give up the run and what was set aside for it; the worker forgets them, too."""
        if self.before is not None:
            self._worker.send(protocol.Forget(self.before.run))
        if self.weights is not None:
            self._worker.send(protocol.Forget(self.weights.run))  # which ends it, too
        self.forget()

    def forget(self) -> None:
        """There is no run any more."""
        self.weights = self.before = self.rest = self.draft = None
        self.opening, self.no_draft = False, ""
        self._set_edited(False)

    def clear(self) -> None:
        """There is no run any more, and everybody is told so."""
        self.turn("idle" if self._worker.ready else "starting")
        self._tell.run_reset.emit()

    def _set_edited(self, edited: bool) -> None:
        if edited != self.edited:
            self.edited = edited
            self._tell.edited_changed.emit(edited)
