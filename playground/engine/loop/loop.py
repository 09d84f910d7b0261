"""Steps and epochs, in their order, and what is ordered between two of them."""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import Literal

from playground import protocol
from playground.core.shape import ShapeError
from playground.engine import random_states
from playground.engine.control import Control, Job
from playground.engine.data import DataError
from playground.engine.devices import answers
from playground.engine.errors import RunError
from playground.engine.failing import lost_words, words
from playground.engine.freezing import train
from playground.engine.loop import clock
from playground.engine.loop.breaking import Breaking
from playground.engine.loop.evaluation import Evaluation, Measured
from playground.engine.loop.probing import Probing, row
from playground.engine.loop.reports import Reports
from playground.engine.loop.running import Running
from playground.engine.moments import Moments
from playground.engine.preparation import is_out_of_memory
from playground.engine.state import Totals, TrainingState
from playground.engine.threads import use_training_threads
from playground.engine.watching import Watching
from playground.telemetry.run_history import Epoch


def run(
    state: TrainingState, control: Control | None = None, watching: Watching | None = None,
    moments: Moments | None = None,
) -> Iterator[protocol.Event]:  # fmt: skip
    """Train ``state`` from where it is to its last epoch, then evaluate on the test part.

    What ``watching`` has open is looked through between steps; ``moments`` keeps what the run was at some of them.

    Yields ``RunStarted`` first and ``RunFinished`` or ``RunFailed`` last. ``state`` is whole at every yield: it can be
    saved, and another ``run`` goes on from it exactly.
    """
    return _Loop(Running(state, control or Control(), watching or Watching(), moments)).events()


class _Loop:
    """One run under way."""

    def __init__(self, running: Running) -> None:
        self._running, self.state, self.control = running, running.state, running.control
        self._pace, self._watching = running.pace, running.watching
        self._probing = Probing(self.state)
        self._breaking = Breaking(running, self._probing)
        self._reports = Reports(running, self._probing, self._breaking)
        self._evaluation = Evaluation(running, self._breaking, self._reports.previews.first_non_finite)
        self._paused = self._in_step = False
        self._stepped = -math.inf  # when, by ``time.monotonic``: in slow motion the next step is not due yet

    def events(self) -> Iterator[protocol.Event]:
        state, running = self.state, self._running
        use_training_threads()
        random_states.restore(state.random, state.device)
        yield self._reports.started()
        try:
            if not state.position.step:
                self._reports.take_first_histograms()
            running.keep_new_moment()
            reason = yield from self._train()
            self._pace.stop()
            running.keep_new_moment()
            yield from self._ended(reason)
        except RunError as error:
            running.note()
            yield protocol.RunFailed(state.run, error.message, error.hint, error.node)
        except DataError as error:  # of a file that is read as it trains
            with contextlib.suppress(RunError):
                self._reports.flush()  # the steps before it count
            running.note()
            yield protocol.RunFailed(state.run, error.message, error.hint)
        except (RuntimeError, MemoryError, ValueError, TypeError, ShapeError) as error:
            yield self._broken_off(error)
        finally:
            running.note()

    def _ended(self, reason: Literal["finished", "stopped"]) -> Iterator[protocol.Event]:
        """The best weights, where these are wanted, and what the test part says of them."""
        state = self.state
        early = "early" if reason == "finished" and state.position.epoch < state.epochs else reason
        note = state.watch.restore(state.module, state.position.epoch) if reason == "finished" else ""
        if note:
            self._put_back()
        restored, (test, doubt) = bool(note), self._evaluation.tested()
        note = " ".join(filter(None, (note, doubt)))
        state.history.test = test
        if test is not None:
            self._evaluation.keep_told("test")
        self._running.note()
        if restored:
            yield from self._reports.preview()
        yield from self._watching.rest(state)
        yield protocol.RunFinished(
            state.run, early, state.position.epoch, state.position.step, test, self._pace.elapsed, self._pace.mean,
            note,
        )  # fmt: skip

    def _put_back(self) -> None:
        """The weights of an earlier epoch are there again: what was said and kept at this step was of others."""
        self.state.renewed()
        before = self.state.position.step - 1
        self.state.judged.rewind(before)
        self.state.module.zero_grad(set_to_none=True)  # the last step's were of others
        if self._running.moments is not None:
            self._running.moments.rewind(before)  # whether or not there is room for another
        self._running.keep_moment()

    def _train(self) -> Generator[protocol.Event, None, Literal["finished", "stopped"]]:
        """All steps. Returns "finished" or "stopped"."""
        state, running = self.state, self._running
        for network in state.networks.values():
            train(network)
        state.history.test = None
        self._pace.start()
        while not state.finished:
            epoch = state.position.epoch
            running.order = state.samples.order(epoch)
            state.task.start_epoch(epoch)
            while running.within(epoch):
                if self.control.attention:
                    if (yield from self._attend()):
                        return "stopped"
                    if not running.within(epoch):
                        break  # a report found that numbers broke down, and went back
                if self.control.pace and not running.single and self._lingers():
                    continue  # to what was ordered meanwhile
                self._step()
                if running.single or self.control.pace or clock.now() >= self._reports.next:
                    yield from self._report()
                    if running.within(epoch):
                        running.offer_moment()
            if state.position.epoch == epoch and not (yield from self._end_epoch()):
                return "stopped"
        return "finished"

    def _step(self) -> None:
        state, position, probing = self.state, self.state.position, self._probing
        state.apply_rate()
        state.task.at = (position.epoch, position.batch)
        self._in_step = True
        if probing.wanted:
            probing.keep()
        batch = state.samples.batch(self._running.order, position.batch)
        self._reports.collect(state.task.step(batch), state.task.updaters.learning_rate)
        if probing.wanted:
            probing.measure()
        self._in_step = False
        self._stepped = time.monotonic()
        position.batch += 1
        position.step += 1
        state.renewed()
        self._pace.samples += len(batch[0])

    def _lingers(self) -> bool:
        """Slow motion: wait until the next step is due, or until something is ordered; whether it is the latter."""
        with self._pace.resting():
            return self.control.linger(self._stepped)

    # --- what is ordered ---------------------------------------------------------------------------------------------

    def _attend(self) -> Generator[protocol.Event, None, bool]:
        """Do what the control asks for; waits while paused. Returns whether to stop."""
        state, running = self.state, self._running
        waiting = False
        running.single = changed = False
        while True:
            orders = self.control.take(wait=waiting)
            for look in orders.looks:  # nothing is changed by these, and nothing must be told before
                self._pace.stop()
                look()
            if orders.learning_rate is not None and orders.learning_rate != state.learning_rate:
                state.set_learning_rate(orders.learning_rate)
                changed = waiting
            stumbled = False
            if self._reports.pending and (orders.jobs or orders.mode != "run"):
                stumbled = yield from self._report()
            self._do(orders.jobs)
            if orders.mode == "stop":
                return True
            if stumbled:
                continue  # to the pause that this asked for
            if orders.mode == "pause" and not waiting:
                running.note()
                running.keep_new_moment()
                self._paused = waiting = True
                yield protocol.RunPaused(state.run, state.position.step)
                yield from self._reports.preview_new()
                yield from self._watching.rest(state)
            if orders.mode in ("run", "step"):
                if changed:
                    running.keep_moment()  # a branch from here goes on with the same rate
                break
        running.single = orders.mode == "step"
        state.task.only = orders.part
        if self._paused and not running.single:
            self._paused = False
            yield protocol.RunResumed(state.run)
        self._pace.start()
        return False

    def _do(self, jobs: tuple[Job, ...]) -> None:
        """Saving and exporting between two steps. The run's random numbers go on as if nothing had been asked."""
        if not jobs:
            return
        self._running.note()
        with random_states.untouched(self.state.device):
            for job in jobs:
                job()
        if not self._paused:
            self._pace.start()

    # --- reports and ends of epochs ----------------------------------------------------------------------------------

    def _report(self) -> Generator[protocol.Event, None, bool]:
        """Read and tell what the steps since the last report gave. A loss that is not finite breaks the run off, or
        pauses it where somebody attends to it: then it returns True.
        """
        try:
            yield from self._reports.told()
        except RunError as error:
            yield from self._stumble(error)
            return True
        return False

    def _end_epoch(self) -> Generator[protocol.Event, None, bool]:
        """Validate and go on to the next epoch. Returns False when that was cut short; then nothing has changed."""
        state = self.state
        yield from self._report()
        if self._running.within(state.position.epoch):
            return True  # numbers broke down, and it went back
        self._pace.stop()
        began = clock.now()
        try:
            validation = self._evaluation.validated() if state.samples.validation_count else None
        except RunError as error:
            yield from self._stumble(error)
            return True
        if self.control.aborted:
            return False
        self._pace.evaluation_seconds = clock.now() - began
        yield from self._next_epoch(validation)
        self._running.offer_moment(epoch_end=True)
        yield from self._reports.ended_epoch()
        if not self._running.single:
            self._pace.start()
        return True

    def _next_epoch(self, validation: Measured | None) -> Iterator[protocol.Event]:
        """What the epoch was, in the history and for those who wait for better ones."""
        state = self.state
        train, position = state.totals.mean(), state.position
        position.epoch, position.batch, state.totals = position.epoch + 1, 0, Totals()
        state.history.add_epoch(Epoch(position.epoch, position.step, train, validation))
        if validation is not None:
            self._evaluation.keep_told("validation")
        state.rates.epoch_done((validation or train)["loss"])
        state.watch.epoch_done(position.epoch, validation or train, state.module)
        if validation is not None:
            rows = {protocol.validation(name): row(position.step, value) for name, value in validation.items()}
            yield self._reports.progress(rows)
        yield protocol.EpochDone(state.run, position.epoch, position.step, train, validation)

    # --- what goes wrong ---------------------------------------------------------------------------------------------

    def _stumble(self, error: RunError) -> Iterator[protocol.Event]:
        """Numbers broke down and the last good weights are back: wait for somebody to mend it, else raise ``error``."""
        if not self.control.attended:
            raise error
        self._probing.begin_afresh()
        self._reports.begin_afresh()
        yield from self._reports.preview()  # what was shown last may come of the weights that broke down
        yield protocol.Diverged(self.state.run, self.state.position.step, error.message, error.hint, error.node)
        self.control.pause()

    def _broken_off(self, error: Exception) -> protocol.RunFailed:
        """For an error that torch raised."""
        state = self.state
        state.device_lost = not answers(state.device)
        if state.device_lost:
            return protocol.RunFailed(state.run, *lost_words(error))
        node = state.task.failing(error)
        failed = protocol.RunFailed(state.run, *words(state, error, node), node)
        with contextlib.suppress(RunError, RuntimeError):
            self._reports.flush()  # the steps before the one that failed count
        if self._in_step and is_out_of_memory(error):
            failed = replace(failed, hint=self._breaking.fitting(error))
        self._running.note()
        return failed
