"""What Run, Pause, Step, Stop and Reset mean in each state; the one owner of the training thread."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Slot

from playground import protocol
from playground.core.files import dump_project, parse_project
from playground.core.project import Project
from playground.ui.project_session import ProjectSession
from playground.ui.run_signals import RunSignals
from playground.ui.same_training import trains_alike

if TYPE_CHECKING:
    from playground.ui.training_thread import TrainingThread

State = Literal["starting", "idle", "preparing", "running", "paused", "stopping", "finished", "failed"]
# A run that still holds the worker: it must be stopped before the worker is used for something else.
ACTIVE: frozenset[State] = frozenset({"preparing", "running", "paused", "stopping"})
NOTHING_TRAINED = protocol.RequestFailed(0, "Nothing is trained yet.", "Press Run first, or open a trained bundle.")
NOT_ANSWERED = "The training process ended before it had an answer."
NOT_WRITTEN = "The training process ended before it had written the file."


@dataclass(frozen=True)
class _Trained:
    """A run that has ended and whose weights the worker still holds."""

    run: int
    project: Project | None
    step: int
    kept_step: int


class RunController(RunSignals):
    """Runs train a snapshot of the project; editing goes on meanwhile and changes the next run."""

    def __init__(self, session: ProjectSession, *, in_thread: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._in_thread = session, in_thread
        self._thread: TrainingThread | None = None
        self._worker: protocol.Ready | None = None
        self._state: State = "starting"
        self._ids, self._requests = itertools.count(1), itertools.count(1)
        self._run: int | None = None
        self._run_project: Project | None = None
        self._edited = False
        self._step = self._kept_step = 0  # batches trained, and how many of them a bundle on disk holds
        self._asked: dict[int, tuple[int, int]] = {}  # request not answered yet -> its run, and the step it saves
        self._questions: set[int] = set()  # those of ``ask`` that may still be answered
        self._opening = False  # the worker loads a bundle
        self._loaded = False  # the weights came from a file: there are some before the first step
        self._before: _Trained | None = None  # what can still be saved when the run that replaces it fails to begin
        self._rest: State | None = None  # where an opened bundle stands until the worker begins to train it
        self._watched = protocol.Watch(())
        self._draft: tuple[int, Project] | None = None  # its number as a run, while there is none
        self._pace = 0.0
        self.data_dir: Path | None = None
        session.changed.connect(self._on_project_changed)

    # --- reading ---

    @property
    def state(self) -> State:
        return self._state

    @property
    def active(self) -> bool:
        """Whether a run is under way, paused or not; a bundle that is being loaded is none yet."""
        return self._state in ACTIVE and not self._opening

    @property
    def run_id(self) -> int | None:
        return self._run

    @property
    def run_project(self) -> Project | None:
        """The snapshot that the current run trains; None when there is no run."""
        return self._run_project

    @property
    def shown_project(self) -> Project | None:
        """What can be looked into: what the run trains, or without a run the draft of what is on the canvas."""
        return self._run_project or (self._draft[1] if self._draft is not None and self._run is None else None)

    @property
    def edited(self) -> bool:
        """Whether the open project would train differently than the current run does."""
        return self._edited

    @property
    def devices(self) -> dict[str, str]:
        """Devices as found ("cpu", "cuda", "mps") with names for people; only the CPU until the worker is ready."""
        return dict(self._worker.devices) if self._worker else {"cpu": "CPU"}

    @property
    def worker(self) -> protocol.Ready | None:
        """What the worker said of itself; None while it starts."""
        return self._worker

    @property
    def worker_pid(self) -> int | None:
        return self._thread.pid if self._thread else None

    @property
    def has_weights(self) -> bool:
        """Whether there is something trained to save or export."""
        return self._run is not None and (self._step > 0 or self._loaded)

    @property
    def unsaved_weights(self) -> bool:
        """Whether closing would lose trained weights."""
        return self.has_weights and self._step > self._kept_step

    @property
    def can(self) -> dict[str, bool]:
        """Which of run, pause, step, stop, reset, train_on are possible now."""
        state, anything = self._state, self._run is not None
        return {
            "run": state not in ("preparing", "running", "stopping"),
            "pause": state == "running",
            "step": state not in ("preparing", "running", "stopping"),
            "stop": state in ("preparing", "running", "paused"),
            "reset": anything and state != "stopping",
            "train_on": state == "finished" and self.has_weights and not self._edited,
        }

    # --- doing ---

    @Slot()
    def start_worker(self) -> None:
        """Start and warm a worker unless one is there."""
        if self._thread is None:
            from playground.ui.training_thread import TrainingThread  # processes and pipes: not for the first picture

            self._thread = TrainingThread(in_thread=self._in_thread, parent=self)
            self._thread.received.connect(self._on_event)
            self._thread.start()

    @Slot()
    def run(self) -> None:
        """Start a run, or go on with the paused one unless the project was edited since."""
        if not self.can["run"]:
            return
        if self._state == "paused" and not self._edited:
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
        if self.can["pause"] and self._run is not None:
            self._send(protocol.Pause(self._run))

    @Slot()
    def step(self) -> None:
        """One batch more, then pause, of a run that has ended too; starts a run when there is none to go on with."""
        self.step_part("")

    def step_part(self, part: str) -> None:
        """As ``step``; of a task that has parts only ``part`` learns, all of them where it is empty."""
        if not self.can["step"]:
            return
        goes_on = self._state == "paused" or (self._state == "finished" and self.has_weights)
        if (not goes_on or self._edited) and not self._start(paused=True):
            return
        if self._run is not None:
            self._send(protocol.StepOnce(self._run, self._data_dir_text(), part))
            if self._rest is not None or self._state == "finished":
                self._set_state("preparing")

    @Slot()
    def stop(self) -> None:
        """End the run; its weights stay."""
        if not self.can["stop"] or self._run is None:
            return
        if self._rest is not None and self._state == "paused":
            self._rest = "finished"  # an opened bundle that nobody trains: nothing has to end
            self._set_state("finished")
            return
        if not self._opening:
            self._send(protocol.Stop(self._run))
        self._set_state("stopping")

    @Slot()
    def reset(self) -> None:
        """Drop the run. The seed decides the initial weights, so the next run starts from the same ones."""
        self._drop_run()
        self._set_state("idle" if self._worker else "starting")
        self.run_reset.emit()

    def draft(self, project: Project | None) -> None:
        """Have the networks of ``project`` to look at before there is a run, None: none any more."""
        if self._run is not None or self._worker is None or (project is None and self._draft is None):
            return
        number = next(self._ids)
        self._draft = None if project is None else (number, project)
        text = None if project is None else dump_project(project)
        self._send(protocol.Draft(number, text, self._data_dir_text()))
        self.draft_changed.emit()

    def branch(self, step: int, *, as_now: bool = False) -> None:
        """Train on from ``step`` of the run, one of its snapshots, as a run of its own in the place of this one.

        ``as_now``: with the training settings of the open project instead of those that the run had.
        """
        parent, trained = self._run, self._run_project
        if parent is None or trained is None or self._opening or self._state in ("preparing", "stopping"):
            return
        project = self._session.project if as_now else trained
        before = _Trained(parent, trained, self._step, self._kept_step)
        self._forget()  # the worker keeps the parent until the branch is ready: nothing is told to be dropped
        self._before = before
        self._run, self._run_project = next(self._ids), project
        self._send(protocol.Branch(self._run, parent, step, dump_project(project) if as_now else None))
        self._compare(self._session.project)
        self._set_state("preparing")

    def open_bundle(self, path: Path, project: Project, *, complete: bool) -> None:
        """Have the worker load a trained bundle. ``complete``: nothing is left to train.

        Answered by ``bundle_opened``, at which the window shows ``project``, or by ``bundle_refused``.
        """
        self._make_room()
        self._run, self._run_project = next(self._ids), project
        self._opening, self._rest = True, "finished" if complete else "paused"
        self._send(protocol.OpenBundle(self._run, str(path), self._data_dir_text()))
        self._set_state("preparing")

    def import_model(self, path: Path) -> None:
        """Have the worker read an ONNX file.

        Answered by ``model_imported``, at which the window shows its project, or by ``bundle_refused``.
        """
        self._make_room()
        self._run = next(self._ids)
        self._opening, self._rest = True, "paused"
        self._send(protocol.ImportModel(self._run, str(path), self._data_dir_text()))
        self._set_state("preparing")

    def save_bundle(self, path: Path) -> int | None:
        """The number of the request, answered by ``saved`` or ``request_failed``; None when there are no weights."""
        request = self._next_request(self._step)
        if request is not None and self._run is not None:
            self._send(protocol.SaveBundle(request, self._run, str(path)))
        return request

    def export(self, path: Path, kind: protocol.Format) -> int | None:
        """The number of the request, answered by ``exported`` or ``request_failed``; None without weights."""
        request = self._next_request(0)
        if request is not None and self._run is not None:
            self._send(protocol.ExportModel(request, self._run, str(path), kind, self._data_dir_text()))
        return request

    def cancel_export(self, request: int) -> None:
        """Answered by ``request_failed``, or by ``exported`` when it was done already."""
        if request in self._asked:
            self._send(protocol.CancelExport(request))

    def ask(self, question: Callable[[int], protocol.Command]) -> int:
        """Send what ``question`` makes of a number of its own; ``answered`` brings all that has that number."""
        self.start_worker()
        request = next(self._requests)
        self._questions.add(request)
        self._send(question(request))
        return request

    def tell(self, command: protocol.Command) -> None:
        """Send what concerns a question that was asked: that nobody wants its answer any more."""
        self._send(command)

    @property
    def pace(self) -> float:
        """Slow motion: seconds between two steps, of this run and those to come; 0 for as fast as it goes."""
        return self._pace

    def set_pace(self, seconds: float) -> None:
        if seconds != self._pace:
            self._pace = seconds
            self._send(protocol.SetPace(seconds))
            self.pace_changed.emit(seconds)

    def watch(
        self, lenses: tuple[protocol.Lens, ...], brought: dict[int, Any], at: int | None = None, *, views: bool = False
    ) -> None:
        """Have the worker show what ``lenses`` see, and nothing else; ``seen`` brings it. ``at``: at that step, with
        ``views`` also what the task shows.
        """
        self._watched = protocol.Watch(lenses, brought, at, views)
        if self._thread is not None:
            self._send(self._watched)

    def shutdown(self) -> None:
        """End the worker; no process is left when this returns."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.shut_down()

    # --- inner ---

    def _start(self, *, paused: bool) -> bool:
        error = next((p for p in self._session.check.problems if p.severity == "error"), None)
        if error is not None:
            self.blocked.emit(str(error))
            return False
        self.start_worker()
        if self.active:
            self._drop_run()
        else:
            self._set_aside()
        project = self._session.project
        self._run, self._run_project = next(self._ids), project
        self._send(protocol.Start(self._run, dump_project(project), self._data_dir_text(), paused))
        self._set_state("preparing")
        return True

    def _set_aside(self) -> None:
        """Make place for another run; the weights of this one stay until the worker has the other's."""
        if self.has_weights and self._run is not None and not self._opening:
            before = _Trained(self._run, self._run_project, self._step, self._kept_step)
            self._forget()
            self._before = before
        else:
            self._drop_run()

    def _make_room(self) -> None:
        """As ``reset`` for those who watch, for a file whose weights may turn out not to be readable."""
        self._set_aside()
        self._set_state("idle" if self._worker else "starting")
        self.run_reset.emit()
        self.start_worker()

    def _go_on(self) -> None:
        if self._run is not None:
            self._send(protocol.Resume(self._run, self._data_dir_text()))
            self._set_state("running" if self._state == "paused" and self._rest is None else "preparing")

    def _drop_run(self) -> None:
        if self._before is not None:
            self._send(protocol.Forget(self._before.run))
        if self._run is not None:
            self._send(protocol.Forget(self._run))  # which ends it, too
        self._forget()

    def _next_request(self, step: int) -> int | None:
        if self._run is None or not self.has_weights:
            self.request_failed.emit(NOTHING_TRAINED)
            return None
        request = next(self._requests)
        self._asked[request] = (self._run, step)
        return request

    def _send(self, command: protocol.Command) -> None:
        if self._thread is not None:
            self._thread.send(command)

    def _data_dir_text(self) -> str | None:
        return None if self.data_dir is None else str(self.data_dir)

    def _forget(self) -> None:
        self._run = self._run_project = self._rest = self._before = self._draft = None
        self._opening = self._loaded = False
        self._step = self._kept_step = 0
        self._set_edited(False)

    def _set_state(self, state: State) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _set_edited(self, edited: bool) -> None:
        if edited != self._edited:
            self._edited = edited
            self.edited_changed.emit(edited)

    @Slot(object, object)
    def _on_project_changed(self, before: Project, after: Project) -> None:
        if self._opening:
            return  # nobody trains yet, and the bundle's own learning rate may be another than its project's
        rate = after.training.learning_rate
        if self.active and self._run is not None and rate != before.training.learning_rate:
            self._send(protocol.SetLearningRate(self._run, rate))
        self._compare(after)

    def _compare(self, project: Project) -> None:
        self._set_edited(self._run_project is not None and not trains_alike(self._run_project, project))

    @Slot(object)
    def _on_event(self, event: protocol.Event) -> None:
        """Events of a run that was reset or replaced meanwhile are dropped."""
        run = getattr(event, "run", None)
        if isinstance(event, protocol.WorkerDied):
            self._on_worker_died(event)
        elif self._run is None and self._draft is not None and run == self._draft[0]:
            self.seen.emit(event)
        elif run is None or run == self._run:
            handlers = {
                protocol.Ready: self._on_ready, protocol.DataProgress: self.data_progress.emit,
                protocol.RunStarted: self._on_started, protocol.Progress: self._on_progress,
                protocol.EpochDone: self.epoch_done.emit,
                protocol.HistogramsTaken: self.histograms_taken.emit, protocol.Predictions: self.predictions.emit,
                protocol.Views: self.views.emit, protocol.Diverged: self.diverged.emit,
                protocol.Seen: self.seen.emit, protocol.Unseen: self.seen.emit,
                protocol.Snapshots: self.snapshots.emit,
                protocol.RunPaused: self._on_paused, protocol.RunResumed: self._on_resumed,
                protocol.RunFinished: self._on_finished, protocol.RunFailed: self._on_failed,
                protocol.BundleOpened: self._on_bundle_opened, protocol.ModelImported: self._on_imported,
                protocol.Saved: self._on_saved,
                protocol.ExportProgress: self.export_progress.emit, protocol.Exported: self._on_exported,
                protocol.RequestFailed: self._on_request_failed,
            }  # fmt: skip
            handlers.get(type(event), self.answered.emit)(event)

    def _on_ready(self, event: protocol.Ready) -> None:
        self._worker = event
        if self._watched.lenses:  # a new worker knows nothing of it
            self._send(self._watched)
        if self._pace:
            self._send(protocol.SetPace(self._pace))
        if self._state == "starting":
            self._set_state("idle")
        self.ready.emit(event)

    def _on_started(self, event: protocol.RunStarted) -> None:
        self._rest = self._before = None
        self._step = max(self._step, event.resumed_step)  # a branch begins with what its parent had learned
        self.run_started.emit(event)
        if self._state == "preparing":
            self._set_state("running")

    def _on_progress(self, event: protocol.Progress) -> None:
        self._step = event.step
        self.progressed.emit(event)

    def _on_paused(self, event: protocol.RunPaused) -> None:
        self._step = max(self._step, event.step)
        if self._state != "stopping":
            self._set_state("paused")

    def _on_resumed(self, _event: protocol.RunResumed) -> None:
        if self._state != "stopping":
            self._set_state("running")

    def _on_finished(self, event: protocol.RunFinished) -> None:
        if self.active:  # a Stop that crossed the end of the run on its way may be answered, too
            if self._before is not None:  # stopped before it began
                self._return_to(self._before)
                self._set_state("finished")
                return
            self._step = max(self._step, event.step)
            self._set_state("finished")
            self.run_finished.emit(event)

    def _on_failed(self, event: protocol.RunFailed) -> None:
        if self._opening:
            before = self._before
            self._forget()
            if before is not None:
                self._return_to(before)
            self._set_state("idle" if before is None else "finished")
            self.bundle_refused.emit(event)
            return
        returned = self._before is not None
        if self._before is not None:
            self._return_to(self._before)
        elif not self.has_weights:
            self._forget()
        # what was trained before, or a bundle that could not be trained on, is as it was
        self._set_state("finished" if returned else self._rest or "failed")
        self.run_failed.emit(event)

    def _return_to(self, before: _Trained) -> None:
        """The run that should have replaced ``before`` never began: its weights can still be saved and exported."""
        self._forget()
        self._run, self._run_project, self._loaded = before.run, before.project, True
        self._step, self._kept_step = before.step, before.kept_step
        self._compare(self._session.project)

    def _on_bundle_opened(self, event: protocol.BundleOpened) -> None:
        self._step = self._kept_step = event.step
        self._loaded = True
        self.bundle_opened.emit(event)  # the window shows the project, unless that is refused
        self._open(event.run)

    def _on_imported(self, event: protocol.ModelImported) -> None:
        self._run_project = parse_project(event.project)
        self._kept_step, self._loaded = -1, True  # no bundle holds these weights yet
        self.model_imported.emit(event)
        self._open(event.run)

    def _open(self, run: int) -> None:
        """The weights of a file are there, unless the window has refused them."""
        if self._run != run:
            return
        self._opening, self._before = False, None
        if self._state == "stopping":
            self._rest = "finished"
        self._compare(self._session.project)
        self._set_state(self._rest or "paused")

    def _on_saved(self, event: protocol.Saved) -> None:
        run, step = self._asked.pop(event.request, (None, 0))
        if run == self._run:
            self._kept_step = max(self._kept_step, step)
        self.saved.emit(event)

    def _on_exported(self, event: protocol.Exported) -> None:
        self._asked.pop(event.request, None)
        self.exported.emit(event)

    def _on_request_failed(self, event: protocol.RequestFailed) -> None:
        if event.request in self._questions:
            self._questions.discard(event.request)
            self.answered.emit(event)
            return
        self._asked.pop(event.request, None)
        self.request_failed.emit(event)

    def _on_worker_died(self, event: protocol.WorkerDied) -> None:
        """Tell it, and have another worker ready for the next Run."""
        trained = (self.active or self.has_weights) and not self._opening
        lost, was_ready = self._run if trained else None, self._worker is not None
        self.shutdown()
        self._worker = None
        self._forget()
        self._set_state("failed")
        self.worker_died.emit(replace(event, run=lost))
        asked, self._asked = self._asked, {}
        questions, self._questions = self._questions, set()
        for request in questions:
            self.answered.emit(protocol.RequestFailed(request, NOT_ANSWERED, "Try it once more."))
        for request in asked:
            self.request_failed.emit(protocol.RequestFailed(request, NOT_WRITTEN, "Train again, then save once more."))
        if was_ready:  # one that cannot even start would die again and again; Run tries it anew
            self.start_worker()
