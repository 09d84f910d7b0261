"""What can be read of the runs and of their worker."""

from __future__ import annotations

from PySide6.QtCore import QObject

from playground import protocol
from playground.core.project import Project
from playground.ui.project_session import ProjectSession
from playground.ui.run_signals import RunSignals
from playground.ui.running.left import LeftRun, LeftRuns
from playground.ui.running.standing import RunStanding, State
from playground.ui.running.worker import RunWorker


class RunFacts(RunSignals):
    """The half of the run controller that changes nothing."""

    def __init__(self, session: ProjectSession, *, in_thread: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._worker = RunWorker(in_thread=in_thread, parent=self)
        self._standing = RunStanding(session, self._worker, self)
        self._left = LeftRuns(session, self._standing, self._worker, self)

    @property
    def state(self) -> State:
        return self._standing.state

    @property
    def active(self) -> bool:
        """Whether a run is under way, paused or not; a bundle that is being loaded is none yet."""
        return self._standing.active

    @property
    def run_id(self) -> int | None:
        return self._standing.run

    @property
    def run_project(self) -> Project | None:
        """The snapshot that the current run trains; None when there is no run."""
        return self._standing.project

    @property
    def shown_project(self) -> Project | None:
        """What can be looked into: what the run trains, or without a run the draft of what is on the canvas."""
        return self._standing.shown_project

    @property
    def shown_run(self) -> int | None:
        """Its number: of the run, or of the draft."""
        return self._standing.shown_run

    @property
    def no_draft(self) -> str:
        """Why the draft that was wanted cannot be had, in a sentence; "" while nobody has said so."""
        return self._standing.no_draft

    @property
    def edited(self) -> bool:
        """Whether the open project would train differently than the current run does."""
        return self._standing.edited

    @property
    def devices(self) -> dict[str, str]:
        """Devices as found ("cpu", "cuda", "mps") with names for people; only the CPU until the worker is ready."""
        return self._worker.devices

    @property
    def worker(self) -> protocol.Ready | None:
        """What the worker said of itself; None while it starts."""
        return self._worker.ready

    @property
    def worker_pid(self) -> int | None:
        return self._worker.pid

    @property
    def has_weights(self) -> bool:
        """Whether there is something trained to save or export."""
        return self._standing.trained

    @property
    def unsaved_weights(self) -> bool:
        """Whether closing would lose trained weights."""
        return self.at_stake is not None

    @property
    def at_stake(self) -> tuple[int, int] | None:
        """Run and step of trained weights that closing would lose."""
        weights = self._standing.weights
        return (weights.run, weights.step) if weights is not None and weights.unsaved else None

    @property
    def keeps_weights(self) -> bool:
        """Whether the weights of the current run can be taken up again after another has taken its place."""
        return self._left.keeps_current

    @property
    def left(self) -> tuple[LeftRun, ...]:
        """The runs that can be taken up again, the latest last."""
        return self._left.runs

    @property
    def fallen(self) -> int | None:
        """The run that was current when its worker died, while what is left of it is looked for."""
        return self._left.fallen

    @property
    def can(self) -> dict[str, bool]:
        """Which of run, pause, step, stop, reset, train_on are possible now."""
        return self._standing.can

    @property
    def watched(self) -> protocol.Watch:
        """What the worker was told last to watch."""
        return self._worker.watched

    @property
    def pace(self) -> float:
        """Slow motion: seconds between two steps, of this run and those to come; 0 for as fast as it goes."""
        return self._worker.pace
