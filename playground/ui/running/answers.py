"""What comes back from the worker, and how a run stands after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Slot

from playground import protocol
from playground.core.files import parse_project
from playground.ui.run_signals import RunSignals
from playground.ui.running.left import LeftRuns
from playground.ui.running.requests import Requests
from playground.ui.running.standing import RunStanding
from playground.ui.running.worker import RunWorker


class RunAnswers(QObject):
    """Takes every event of the worker, and tells it on."""

    def __init__(
        self, standing: RunStanding, worker: RunWorker, requests: Requests, left: LeftRuns, tell: RunSignals
    ) -> None:
        super().__init__(tell)
        self._left = left
        self._standing, self._worker, self._requests, self._tell = standing, worker, requests, tell
        self._handlers: dict[type, Callable[[Any], object]] = {
            protocol.Ready: self._on_ready, protocol.DataProgress: tell.data_progress.emit,
            protocol.RunStarted: self._on_started, protocol.Progress: self._on_progress,
            protocol.EpochDone: tell.epoch_done.emit,
            protocol.HistogramsTaken: tell.histograms_taken.emit, protocol.Predictions: tell.predictions.emit,
            protocol.Views: tell.views.emit, protocol.Diverged: tell.diverged.emit,
            protocol.Seen: tell.seen.emit, protocol.Unseen: tell.seen.emit,
            protocol.Snapshots: left.on_snapshots, protocol.RunsKept: left.on_kept,
            protocol.RunPaused: self._on_paused, protocol.RunResumed: self._on_resumed,
            protocol.RunFinished: self._on_finished, protocol.RunFailed: self._on_failed,
            protocol.BundleOpened: self._on_bundle_opened, protocol.ModelImported: self._on_imported,
            protocol.Saved: requests.on_saved,
            protocol.FileProgress: tell.file_progress.emit,
            protocol.ExportProgress: tell.export_progress.emit, protocol.Exported: requests.on_exported,
            protocol.RequestFailed: requests.on_failed,
        }  # fmt: skip
        worker.received.connect(self._on_event)

    @Slot(object)
    def _on_event(self, event: protocol.Event) -> None:
        """Events of a run that was reset or replaced meanwhile are dropped."""
        run, draft = getattr(event, "run", None), self._standing.draft
        if isinstance(event, protocol.WorkerDied):
            self._on_worker_died(event)
        elif self._standing.run is None and draft is not None and run == draft[0]:
            if isinstance(event, protocol.Drafted):
                self._on_drafted(event)
            else:
                self._tell.seen.emit(event)
        elif run is None or run == self._standing.run:
            self._handlers.get(type(event), self._tell.answered.emit)(event)

    def _on_ready(self, event: protocol.Ready) -> None:
        self._worker.take(event)
        if self._standing.state == "starting":
            self._standing.turn("idle")
        self._tell.ready.emit(event)

    def _on_drafted(self, event: protocol.Drafted) -> None:
        if event.why:
            self._standing.draft, self._standing.no_draft = None, event.why
            self._tell.draft_changed.emit()

    # --- a run ---

    def _reach(self, step: int) -> None:
        if self._standing.weights is not None:
            self._standing.weights.reach(step)

    def _on_started(self, event: protocol.RunStarted) -> None:
        standing = self._standing
        standing.rest = standing.before = None
        if standing.weights is not None:
            standing.weights.begun = True
        self._reach(event.resumed_step)  # a branch begins with what its parent had learned
        self._tell.run_started.emit(event)
        if standing.state == "preparing":
            standing.turn("running")

    def _on_progress(self, event: protocol.Progress) -> None:
        if self._standing.weights is not None:
            self._standing.weights.step = event.step
        self._tell.progressed.emit(event)

    def _on_paused(self, event: protocol.RunPaused) -> None:
        self._reach(event.step)
        if self._standing.state != "stopping":
            self._standing.turn("paused")

    def _on_resumed(self, _event: protocol.RunResumed) -> None:
        if self._standing.state != "stopping":
            self._standing.turn("running")

    def _on_finished(self, event: protocol.RunFinished) -> None:
        if self._standing.active:  # a Stop that crossed the end of the run on its way may be answered, too
            if self._standing.before is not None:  # stopped before it began
                self._standing.take_back()
                self._standing.turn("finished")
                return
            self._reach(event.step)
            weights = self._standing.weights
            if weights is not None and not weights.begun and not weights.trained:
                self._standing.drop()  # stopped before there were any
            self._standing.turn("finished")
            self._tell.run_finished.emit(event)

    def _on_failed(self, event: protocol.RunFailed) -> None:
        standing, returned = self._standing, self._standing.before is not None
        if standing.opening:
            standing.give_back()
            self._tell.bundle_refused.emit(event)
            return
        if returned:
            standing.take_back()
        elif not standing.trained:
            standing.drop()
        # what was trained before, or a bundle that could not be trained on, is as it was
        standing.turn("finished" if returned else standing.rest or "failed")
        self._tell.run_failed.emit(event)

    # --- a file ---

    def _on_bundle_opened(self, event: protocol.BundleOpened) -> None:
        weights = self._standing.weights
        if weights is not None:
            weights.step, weights.loaded = event.step, True
            weights.kept_step = -1 if weights.recovered else event.step
        self._tell.bundle_opened.emit(event)  # the window shows the project, unless that is refused
        self._open(event.run)

    def _on_imported(self, event: protocol.ModelImported) -> None:
        weights = self._standing.weights
        if weights is not None:
            weights.project = parse_project(event.project)
            weights.kept_step, weights.loaded = -1, True  # no bundle holds these weights yet
        self._tell.model_imported.emit(event)
        self._open(event.run)

    def _open(self, run: int) -> None:
        """The weights of a file are there, unless the window has refused them."""
        standing = self._standing
        if standing.run != run:
            return
        standing.opening, standing.before = False, None
        if standing.state == "stopping":
            standing.rest = "finished"
        standing.compare()
        standing.turn(standing.rest or "paused")

    # --- the end ---

    def _on_worker_died(self, event: protocol.WorkerDied) -> None:
        """Tell it, and have another worker ready for the next Run."""
        standing, worker = self._standing, self._worker
        trained = (standing.active or standing.trained) and not standing.opening
        lost, was_ready = standing.run if trained else None, worker.ready is not None
        worker.shut_down()
        worker.ready = None
        self._left.on_died()
        standing.forget()
        standing.turn("failed")
        self._tell.worker_died.emit(replace(event, run=lost))
        self._requests.give_up()
        if was_ready:  # one that cannot even start would die again and again; Run tries it anew
            worker.start()
