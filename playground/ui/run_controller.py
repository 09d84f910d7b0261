"""What Run, Pause, Step, Stop and Reset mean in each state; the one owner of the worker that trains."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot

from playground import protocol
from playground.core.files import dump_project
from playground.core.project import Project
from playground.ui.project_session import ProjectSession
from playground.ui.running.answers import RunAnswers
from playground.ui.running.facts import RunFacts
from playground.ui.running.requests import Requests


class RunController(RunFacts):
    """Runs train a snapshot of the project; editing goes on meanwhile and changes the next run."""

    def __init__(self, session: ProjectSession, *, in_thread: bool = False, parent: QObject | None = None) -> None:
        super().__init__(session, in_thread=in_thread, parent=parent)
        self._requests = Requests(self)
        self._answers = RunAnswers(self._standing, self._worker, self._requests, self._left, self)
        self.data_dir: Path | None = None
        session.changed.connect(self._on_project_changed)

    # --- a run ---

    @Slot()
    def start_worker(self) -> None:
        """Start and warm a worker unless one is there."""
        self._worker.start()

    @Slot()
    def run(self) -> None:
        """Start a run, or go on with the paused one unless the project was edited since."""
        if not self.can["run"]:
            return
        if self.state == "paused" and not self.edited:
            self._go_on()
        else:
            self._start(paused=False)

    @Slot()
    def train_on(self) -> None:
        """Go on with a run that has ended: to its last epoch, or for as many epochs again when all are done."""
        if self.can["train_on"]:
            self._go_on()

    @Slot()
    def pause(self) -> None:
        if self.can["pause"] and self.run_id is not None:
            self._worker.send(protocol.Pause(self.run_id))

    @Slot()
    def step(self) -> None:
        """One batch more, then pause, of a run that has ended too; starts a run when there is none to go on with."""
        self.step_part("")

    def step_part(self, part: str) -> None:
        """As ``step``; of a task that has parts only ``part`` learns, all of them where it is empty."""
        if not self.can["step"]:
            return
        goes_on = self.state == "paused" or (self.state == "finished" and self.has_weights)
        if (not goes_on or self.edited) and not self._start(paused=True):
            return
        if self.run_id is not None:
            self._worker.send(protocol.StepOnce(self.run_id, self._data_dir_text(), part))
            if self._standing.rest is not None or self.state == "finished":
                self._standing.turn("preparing")

    @Slot()
    def stop(self) -> None:
        """End the run; its weights stay."""
        standing = self._standing
        if not self.can["stop"] or self.run_id is None:
            return
        if standing.rest is not None and self.state == "paused":
            standing.rest = "finished"  # an opened bundle that nobody trains: nothing has to end
            standing.turn("finished")
            return
        if not standing.opening:
            self._worker.send(protocol.Stop(self.run_id))
        standing.turn("stopping")

    @Slot()
    def reset(self) -> None:
        """Drop the run. The seed decides the initial weights, so the next run starts from the same ones."""
        self._standing.drop()
        self._standing.clear()

    def branch(self, step: int, *, as_now: bool = False) -> None:
        """Train on from ``step`` of the run, one of its snapshots, as a run of its own in the place of this one.

        ``as_now``: with the training settings of the open project instead of those that the run had.
        """
        parent, trained = self.run_id, self.run_project
        if parent is None or trained is None or self._standing.opening or self.state in ("preparing", "stopping"):
            return
        project = self._session.project if as_now else trained
        self._standing.set_aside()  # the worker keeps the parent until the branch is ready
        run = self._standing.begin(project)
        self._worker.send(protocol.Branch(run, parent, step, dump_project(project) if as_now else None))
        self._standing.compare()
        self._standing.turn("preparing")

    def take_up(self, run: int, history: dict[str, Any] | None = None) -> None:
        """Go back to ``run``, one of ``left``: it waits as it was left. ``history``: plain data of its ``RunHistory``,
        of a run that was rescued.
        """
        project = self._left.project(run)
        if project is None or self._standing.opening or self.state in ("preparing", "stopping"):
            return
        self.start_worker()
        self._standing.replace()
        self._standing.begin_again(run)
        self._worker.send(protocol.TakeUp(run, dump_project(project), self._data_dir_text(), history))
        self._standing.compare()
        self._standing.turn("preparing")

    # --- files ---

    def open_bundle(self, path: Path, project: Project, *, complete: bool, recovered: bool = False) -> None:
        """Have the worker load a trained bundle. ``complete``: nothing is left to train. ``recovered``: it is what a
        crash has left, and counts as not saved.

        Answered by ``bundle_opened``, at which the window shows ``project``, or by ``bundle_refused``.
        """
        run = self._standing.begin_with_file(project, "finished" if complete else "paused", recovered=recovered)
        self._worker.send(protocol.OpenBundle(run, str(path), self._data_dir_text()))
        self._standing.turn("preparing")

    def import_model(self, path: Path) -> None:
        """Have the worker read an ONNX file.

        Answered by ``model_imported``, at which the window shows its project, or by ``bundle_refused``.
        """
        run = self._standing.begin_with_file(None, "paused")
        self._worker.send(protocol.ImportModel(run, str(path), self._data_dir_text()))
        self._standing.turn("preparing")

    def cancel_opening(self) -> None:
        """The file that is being opened or imported is wanted no more.

        Answered by ``bundle_refused``, then what was there before is there again; or by ``bundle_opened`` or
        ``model_imported`` when it was done already: its weights have taken the place of the others.
        """
        standing = self._standing
        if standing.opening and standing.run is not None:
            self._worker.send(protocol.CancelFile(run=standing.run))

    def save_bundle(self, path: Path) -> int | None:
        """The number of the request, answered by ``saved`` or ``request_failed``; None when there are no weights."""
        weights = self._standing.weights
        request = self._requests.file(weights, 0 if weights is None else weights.step)
        if request is not None and weights is not None:
            self._worker.send(protocol.SaveBundle(request, weights.run, str(path)))
        return request

    def copy_weights(self, path: Path) -> int | None:
        """Have the weights written for the case of a crash; they count as not saved.

        Answered by ``copied`` or ``copy_failed``; None without weights.
        """
        weights = self._standing.weights
        if weights is None or not weights.trained:
            return None
        request = self._requests.copy()
        self._worker.send(protocol.SaveBundle(request, weights.run, str(path)))
        return request

    def export(self, path: Path, kind: protocol.Format) -> int | None:
        """The number of the request, answered by ``exported`` or ``request_failed``; None without weights."""
        request, run = self._requests.file(self._standing.weights), self.run_id
        if request is not None and run is not None:
            self._worker.send(protocol.ExportModel(request, run, str(path), kind, self._data_dir_text()))
        return request

    def cancel_saving(self, request: int) -> None:
        """Answered by ``request_failed``, or by ``saved`` when it was done already."""
        if self._requests.writes(request):
            self._worker.send(protocol.CancelFile(request=request))

    def cancel_export(self, request: int) -> None:
        """Answered by ``request_failed``, or by ``exported`` when it was done already."""
        if self._requests.writes(request):
            self._worker.send(protocol.CancelExport(request))

    # --- looking ---

    def draft(self, project: Project | None) -> None:
        """Have the networks of ``project`` to look at before there is a run, None: none any more."""
        standing = self._standing
        none = standing.draft is None and not standing.no_draft
        if self.run_id is not None or self.worker is None or (project is None and none):
            return
        number = standing.number()
        standing.draft, standing.no_draft = None if project is None else (number, project), ""
        text = None if project is None else dump_project(project)
        self._worker.send(protocol.Draft(number, text, self._data_dir_text()))
        self.draft_changed.emit()

    def watch(
        self, lenses: tuple[protocol.Lens, ...], brought: dict[int, Any], at: int | None = None, *, views: bool = False
    ) -> None:
        """Have the worker show what ``lenses`` see, and nothing else; ``seen`` brings it. ``at``: at that step, with
        ``views`` also what the task shows.
        """
        self._worker.watch(protocol.Watch(lenses, brought, at, views))

    def set_pace(self, seconds: float) -> None:
        if seconds != self.pace:
            self._worker.set_pace(seconds)
            self.pace_changed.emit(seconds)

    def ask(self, question: Callable[[int], protocol.Command]) -> int:
        """Send what ``question`` makes of a number of its own; ``answered`` brings all that has that number."""
        self.start_worker()
        request = self._requests.question()
        self._worker.send(question(request))
        return request

    def tell(self, command: protocol.Command) -> None:
        """Send what concerns a question that was asked: that nobody wants its answer any more."""
        self._worker.send(command)

    def shutdown(self) -> None:
        """End the worker; no process is left when this returns."""
        self._worker.shut_down()

    # --- inner ---

    def _start(self, *, paused: bool) -> bool:
        error = next((p for p in self._session.check.problems if p.severity == "error"), None)
        if error is not None:
            self.blocked.emit(str(error))
            return False
        self.start_worker()
        if self.active:
            self._standing.drop()
        else:
            self._standing.replace()
        project = self._session.project
        run = self._standing.begin(project)
        self._worker.send(protocol.Start(run, dump_project(project), self._data_dir_text(), paused))
        self._standing.turn("preparing")
        return True

    def _go_on(self) -> None:
        if self.run_id is not None:
            self._worker.send(protocol.Resume(self.run_id, self._data_dir_text()))
            waits = self.state == "paused" and self._standing.rest is None
            self._standing.turn("running" if waits else "preparing")

    def _data_dir_text(self) -> str | None:
        return None if self.data_dir is None else str(self.data_dir)

    @Slot(object, object)
    def _on_project_changed(self, before: Project, after: Project) -> None:
        if self._standing.opening:
            return  # nobody trains yet, and the bundle's own learning rate may be another than its project's
        rate = after.training.learning_rate
        if self.active and self.run_id is not None and rate != before.training.learning_rate:
            self._worker.send(protocol.SetLearningRate(self.run_id, rate))
        self._standing.compare()
