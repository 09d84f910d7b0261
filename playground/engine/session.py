"""The worker's front desk: takes commands as they come, steers the run under way, queues the rest. Loads no torch."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Protocol

from playground import protocol
from playground.engine.control import Control, Job

Request = (
    protocol.SaveBundle | protocol.ExportModel | protocol.Evaluate | protocol.ShowSamples | protocol.Predict
    | protocol.Rescue | protocol.Discard
)  # fmt: skip


class Executor(Protocol):
    """What happens on the working thread, one command after the other."""

    def start(self, command: protocol.Start, control: Control) -> None:
        """Train to the end, then close ``control`` and do the jobs that were left to it."""

    def branch(self, command: protocol.Branch, control: Control) -> None:
        """As ``start``, from where another run was."""

    def take_up(self, command: protocol.TakeUp, control: Control) -> None:
        """As ``start``, with a run that was left, paused."""

    def draft(self, command: protocol.Draft) -> None:
        """Have something to look at before there is a run."""

    def open_bundle(self, command: protocol.OpenBundle) -> None: ...

    def import_model(self, command: protocol.ImportModel) -> None: ...

    def go_on(self, command: protocol.Resume | protocol.StepOnce, control: Control) -> None:
        """As ``start``, from where the run stands."""

    def stop(self, run: int) -> None:
        """End a run that is not under way: an opened bundle."""

    def set_learning_rate(self, run: int, value: float) -> None: ...

    def forget(self, run: int) -> None: ...

    def serve(self, request: Request) -> None: ...

    def cancel(self, command: protocol.CancelExport | protocol.CancelFile | protocol.CancelLooking) -> None:
        """At once, on the thread that reads the pipe."""

    def watch(self, command: protocol.Watch) -> None:
        """At once, on the thread that reads the pipe."""

    def look(self) -> None:
        """Through what is open and has not shown the weights as they are; also called between two steps."""

    def find_learning_rate(self, command: protocol.FindLearningRate, control: Control) -> None:
        """Search until ``control`` stops it."""

    def refuse_search(self, command: protocol.FindLearningRate) -> None:
        """For a search that is asked for while a run is under way."""


class Session:
    """``receive`` belongs to the thread that reads the pipe, ``work`` to the one that computes."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[Callable[[Executor], None] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._run: int | None = None
        self._control = _over()
        self._executor: Executor | None = None
        self._search, self._searching = 0, _over()
        self._pace = 0.0  # seconds between two steps, of whatever run
        self._latest_draft: protocol.Draft | None = None
        self._watched: protocol.Watch | None = None  # what came before there was anybody to look

    def work(self, executor: Executor) -> None:
        """Do what is queued until ``Shutdown``."""
        with self._lock:
            self._executor = executor
            if self._watched is not None:
                executor.watch(self._watched)
        while (job := self._queue.get()) is not None:
            job(executor)

    def receive(self, command: protocol.Command) -> None:
        """Act on ``command`` at once where it steers a run, else queue it. Never waits."""
        with self._lock:
            self._receive(command)

    def _receive(self, command: protocol.Command) -> None:
        match command:
            case protocol.Shutdown():
                self._control.abort()
                self._searching.stop()
                self._queue.put(None)
            case protocol.Start():
                control = self._new_control(paused=command.paused)
                self._begin(command.run, control, lambda executor, c: executor.start(command, c))
            case protocol.Branch():
                control = self._new_control(paused=command.paused)
                self._begin(command.run, control, lambda executor, c: executor.branch(command, c))
            case protocol.TakeUp():
                control = self._new_control(paused=True)
                self._begin(command.run, control, lambda executor, c: executor.take_up(command, c))
            case protocol.OpenBundle():
                self._replace(command.run, _over())
                self._queue.put(lambda executor: executor.open_bundle(command))
            case protocol.ImportModel():
                self._replace(command.run, _over())
                self._queue.put(lambda executor: executor.import_model(command))
            case protocol.Forget():
                if command.run == self._run:
                    self._control.abort()
                    self._control = _over()
                self._queue.put(lambda executor: executor.forget(command.run))
            case _:
                self._request_or_steer(command)

    def _request_or_steer(self, command: protocol.Command) -> None:
        """What leaves in its place the run that there is."""
        match command:
            case (
                protocol.SaveBundle() | protocol.ExportModel() | protocol.Evaluate() | protocol.ShowSamples()
                | protocol.Predict() | protocol.Rescue() | protocol.Discard()
            ):  # fmt: skip
                self._request(command)
            case protocol.CancelExport() | protocol.CancelFile() | protocol.CancelLooking():
                self._cancel(command)
            case protocol.Watch():
                self._watch(command)
            case protocol.SetPace(seconds=seconds):
                self._pace = seconds
                self._control.set_pace(seconds)
            case protocol.Draft():
                self._latest_draft = command
                self._queue.put(lambda executor: self._draft(executor, command))
            case protocol.FindLearningRate():
                self._find(command)
            case protocol.CancelLearningRates():
                if command.request == self._search:
                    self._searching.stop()
            case protocol.Resume() | protocol.StepOnce() if command.run != self._run:
                # the file that should have replaced this run could not be read; nothing else is under way
                if self._control.closed:
                    self._run = command.run
                    self._steer(command)
            case protocol.Pause() | protocol.Stop() | protocol.SetLearningRate() if command.run == self._run:
                self._steer(command)
            case protocol.Resume() | protocol.StepOnce():
                self._steer(command)

    def _begin(self, run: int, control: Control, job: Callable[[Executor, Control], None]) -> None:
        """Queue a run that can be steered from now on, although it may still have to wait or to load its data."""
        self._replace(run, control)
        self._queue.put(lambda executor: job(executor, control))

    def _replace(self, run: int, control: Control) -> None:
        """What is under way ends: the run, or a search, which nobody waits for who wants something else."""
        self._control.abort()
        self._searching.stop()
        self._run, self._control = run, control

    def _draft(self, executor: Executor, command: protocol.Draft) -> None:
        """Unless another one, or a run, was asked for meanwhile."""
        if self._latest_draft is command and self._control.closed:
            executor.draft(command)

    def _find(self, command: protocol.FindLearningRate) -> None:
        """Queue a search, in the place of one that was asked for before. Refused while a run is under way."""

        def refuse() -> None:
            assert self._executor is not None  # jobs run inside work()
            self._executor.refuse_search(command)

        if self._control.submit(refuse):
            return
        self._searching.stop()
        control = Control()
        self._search, self._searching = command.request, control
        self._queue.put(lambda executor: executor.find_learning_rate(command, control))

    def soon(self, job: Job) -> None:
        """Have ``job`` done on the working thread: between two steps of the run under way, else in its turn.

        For the working thread, with work that it does a little at a time.
        """
        with self._lock:
            if not self._control.submit(job):
                self._queue.put(lambda _executor: job())

    def _request(self, command: Request) -> None:
        def serve() -> None:
            assert self._executor is not None  # jobs run inside work()
            self._executor.serve(command)

        job: Job = serve
        # for a run that was replaced too: it is refused now, not when the run under way has ended
        if not self._control.submit(job):
            self._queue.put(lambda executor: executor.serve(command))

    def _watch(self, command: protocol.Watch) -> None:
        """Known at once, looked through soon: whoever draws wants to see what it does while the pen moves."""
        executor = self._executor
        if executor is None:  # it still starts; in the queue it would wait behind a whole run
            self._watched = command
            return
        executor.watch(command)
        if (command.lenses or command.views) and not self._control.submit_look(executor.look):
            self._queue.put(lambda other: other.look())

    def _new_control(self, *, paused: bool = False) -> Control:
        return Control(paused, attended=True, pace=self._pace)

    def _cancel(self, command: protocol.CancelExport | protocol.CancelFile | protocol.CancelLooking) -> None:
        if self._executor is not None:
            self._executor.cancel(command)
        else:  # it still starts: what was asked before is done before
            self._queue.put(lambda executor: executor.cancel(command))

    def _steer(
        self,
        command: protocol.Pause | protocol.Resume | protocol.StepOnce | protocol.Stop | protocol.SetLearningRate,
    ) -> None:
        control, run = self._control, command.run
        match command:
            case protocol.Pause():
                control.pause()
            case protocol.Stop():
                if not control.stop():
                    self._queue.put(lambda executor: executor.stop(run))
            case protocol.Resume():
                if not control.resume():
                    self._begin(run, self._new_control(), lambda executor, new: executor.go_on(command, new))
            case protocol.StepOnce():
                if not control.step_once(command.part):
                    again = self._new_control()
                    again.step_once(command.part)
                    self._begin(run, again, lambda executor, new: executor.go_on(command, new))
            case protocol.SetLearningRate(value=value):
                if not control.set_learning_rate(value):
                    self._queue.put(lambda executor: executor.set_learning_rate(run, value))


def _over() -> Control:
    """The control of no run: every order to it is refused, so it is queued instead."""
    control = Control()
    control.close()
    return control
