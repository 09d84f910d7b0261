"""Runs whose place others took: what the worker keeps of them, and how far they had come."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot

from playground import protocol
from playground.core.project import Project
from playground.ui.project_session import ProjectSession
from playground.ui.run_signals import RunSignals
from playground.ui.running.standing import RunStanding
from playground.ui.running.worker import RunWorker


@dataclass(frozen=True)
class LeftRun:
    """``step`` is how far its weights are trained; ``rescued``: the worker that trained it was killed."""

    run: int
    step: int
    unsaved: bool
    rescued: bool


class LeftRuns(QObject):
    """Hears the worker; ``tell.runs_left`` says that there are others. A project that is opened ends them all."""

    def __init__(self, session: ProjectSession, standing: RunStanding, worker: RunWorker, tell: RunSignals) -> None:
        super().__init__(tell)
        self._standing, self._worker, self._tell = standing, worker, tell
        self._kept: tuple[protocol.KeptRun, ...] = ()
        self._rescued: set[int] = set()
        self._unwanted: set[int] = set()
        self._snapshots = protocol.Snapshots(0, ())  # what was told last of those of the current run
        self.fallen: int | None = None  # the run that was current when its worker died, while it is looked for
        session.opened.connect(self._on_opened)

    @property
    def runs(self) -> tuple[LeftRun, ...]:
        """Those that can be taken up again, the latest last."""
        return tuple(
            LeftRun(
                kept.run, kept.step, kept.step > self._standing.known[kept.run].kept_step, kept.run in self._rescued
            )
            for kept in self._kept
            if kept.run in self._standing.known
        )

    def project(self, run: int) -> Project | None:
        """What ``run``, one of these, trained."""
        return self._standing.known[run].project if any(left.run == run for left in self.runs) else None

    @property
    def keeps_current(self) -> bool:
        """Whether the current run will be among them when another takes its place."""
        told = self._snapshots
        return told.run == self._standing.run and bool(told.steps) and not told.note

    # --- what the worker tells ---

    def on_snapshots(self, event: protocol.Snapshots) -> None:
        self._snapshots = event
        self._tell.snapshots.emit(event)

    def on_kept(self, event: protocol.RunsKept) -> None:
        """Also the answer to each ``Rescue``: once all have come, nothing is looked for any more."""
        for kept in event.runs:
            if kept.run in self._unwanted:
                self._worker.send(protocol.Discard(kept.run))
        self._kept = tuple(kept for kept in event.runs if kept.run not in self._unwanted)
        self._worker.first = self._worker.first[1:]
        if not self._worker.first:
            self.fallen = None
        self._standing.forget_all_but({kept.run for kept in self._kept})
        self._tell.runs_left.emit()

    def on_died(self) -> None:
        """Have the next worker look for what is on disk of the current run, and of those that were left."""
        current, told = self._standing.weights, self._snapshots
        lost = [protocol.Rescue(kept.run, kept.folder, kept.step) for kept in self._kept]
        if current is not None and current.trained and told.run == current.run and told.folder:
            lost.append(protocol.Rescue(current.run, told.folder, current.step))
            self.fallen = current.run
        if lost:
            self._worker.first = lost
            self._rescued |= {each.run for each in lost}
        self._kept = ()

    @Slot()
    def _on_opened(self) -> None:
        """They are of another project."""
        self._unwanted |= self._standing.known.keys() - {self._standing.run}
        for kept in self._kept:
            self._worker.send(protocol.Discard(kept.run))
        self._kept, self.fallen = (), None
        self._tell.runs_left.emit()
