"""The training loop: one generator of events that owns a run from its first step to its evaluation.

It can be iterated directly: no thread, no window, no process is needed. Values are read from the device at the
logging interval only, so nothing waits for a GPU at each step, and yet every step has its point in the series.
"""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import Literal

import numpy as np
import torch
from torch import Tensor

from playground import protocol
from playground.core.shape import ShapeError
from playground.engine import random_states
from playground.engine.breakdown import Broken, first_broken
from playground.engine.control import Control, Job
from playground.engine.data import DataError
from playground.engine.devices import answers
from playground.engine.errors import CannotTrain, RunError
from playground.engine.failing import lost_words, why_not_finite, words
from playground.engine.fitting_batch import fitting_batch
from playground.engine.freezing import train
from playground.engine.lenses.spreads import Histograms
from playground.engine.moments import Moments
from playground.engine.pace import Pace
from playground.engine.preparation import is_out_of_memory, prepare, trained_layers
from playground.engine.previews import Previews
from playground.engine.probes import Snapshot, layer_norms
from playground.engine.samples import Batch
from playground.engine.state import Totals, TrainingState
from playground.engine.tasks import EVALUATION_BATCH
from playground.engine.threads import use_training_threads
from playground.engine.untrained import untrained_notes
from playground.engine.updating import notes
from playground.engine.watching import Watching
from playground.telemetry.run_history import Epoch
from playground.training.metrics import METRICS

__all__ = ["CannotTrain", "RunError", "TrainingState", "prepare", "run"]

REPORT_SECONDS = 0.1  # the window draws hardly more often
PREVIEW_SECONDS = 0.7
# Looking must not slow learning down: a look that took t is not repeated before t times this has passed.
LEISURE = 200
# What a network makes of its samples changes most in the beginning: so many looks come sooner.
EARLY, EARLY_LEISURE = 15, 50
PROBE_LEISURE = 250  # norms, with the weights before the step: copies that push others out of the processor's cache


def run(
    state: TrainingState, control: Control | None = None, watching: Watching | None = None,
    moments: Moments | None = None,
) -> Iterator[protocol.Event]:  # fmt: skip
    """Train ``state`` from where it is to its last epoch, then evaluate on the test part.

    What ``watching`` has open is looked through between steps; ``moments`` keeps what the run was at some of them.

    Yields ``RunStarted`` first and ``RunFinished`` or ``RunFailed`` last. ``state`` is whole at every yield: it can be
    saved, and another ``run`` goes on from it exactly.
    """
    return _Loop(state, control or Control(), watching or Watching(), moments).events()


class _Loop:
    """One run under way. Steps are collected in ``_pending`` until the next report reads them."""

    def __init__(
        self, state: TrainingState, control: Control, watching: Watching, moments: Moments | None = None
    ) -> None:
        self.state, self.control, self._watching, self._moments = state, control, watching, moments
        self._pace = Pace()
        self._steps_per_epoch = state.samples.steps_per_epoch  # asked for at every step
        self._seconds_before = state.seconds
        self._previews = Previews(state)
        self._histograms = Histograms(state)
        self._untold: protocol.Event | None = None
        self._layers = trained_layers(state.module)
        self._pending: list[dict[str, Tensor]] = []
        self._norms: dict[str, Tensor] = {}
        self._norms_step = 0
        self._good = self._candidate = Snapshot.of(state, state.random)
        self._next_report = self._next_probe = self._next_preview = 0.0
        self._previewed = 0
        self._probing = True
        self._paused = self._single = self._in_step = False
        self._order: Tensor = torch.empty(0, dtype=torch.int64)
        self._rates: list[float] = []  # those of the pending steps
        self._rate_told = math.nan
        self._stepped = -math.inf  # when, by ``time.monotonic``: in slow motion the next step is not due yet

    def events(self) -> Iterator[protocol.Event]:
        state = self.state
        use_training_threads()
        random_states.restore(state.random, state.device)
        yield self._started()
        try:
            self._untold = None if state.position.step else self._histograms_taken()
            self._keep_moment()
            reason = yield from self._train()
            self._pace.stop()
            self._keep_moment()
            early = "early" if reason == "finished" and state.position.epoch < state.epochs else reason
            note = state.watch.restore(state.module, state.position.epoch) if reason == "finished" else ""
            if note:
                self._put_back()
            restored, (test, doubt) = bool(note), self._tested()
            note = " ".join(filter(None, (note, doubt)))
            state.history.test = test
            if test is not None:
                self._keep_told("test")
            self._note()
            if restored:
                yield from self._preview()
            yield from self._watching.rest(state)
            yield protocol.RunFinished(
                state.run, early, state.position.epoch, state.position.step, test, self._pace.elapsed, self._pace.mean,
                note,
            )  # fmt: skip
        except RunError as error:
            self._note()
            yield protocol.RunFailed(state.run, error.message, error.hint, error.node)
        except DataError as error:  # of a file that is read as it trains
            with contextlib.suppress(RunError):
                self._flush()  # the steps before it count
            self._note()
            yield protocol.RunFailed(state.run, error.message, error.hint)
        except (RuntimeError, MemoryError, ValueError, TypeError, ShapeError) as error:
            yield self._broken_off(error)
        finally:
            self._note()

    def _put_back(self) -> None:
        """The weights of an earlier epoch are there again: what was seen, said and kept at this step was of others."""
        state = self.state
        self._watching.forget()
        state.judged.rewind(state.position.step - 1)
        if self._moments is not None:
            self._moments.keep(state)

    def _note(self) -> None:
        """Bring up to date what the state holds besides weights and position."""
        self._pace.stop()
        self.state.seconds = self._seconds_before + self._pace.elapsed
        if not self.state.device_lost:
            self.state.keep_random()

    def _keep_moment(self) -> None:
        """Where the run begins, rests or ends, unless it is kept already, or nobody will look back."""
        moments = self._moments
        if moments is not None and not self.control.aborted and moments.steps[-1:] != (self.state.position.step,):
            moments.keep(self.state)

    # --- the run -------------------------------------------------------------------------------------------------

    def _train(self) -> Generator[protocol.Event, None, Literal["finished", "stopped"]]:
        """All steps. Returns "finished" or "stopped"."""
        state = self.state
        for network in state.networks.values():
            train(network)
        state.history.test = None
        self._pace.start()
        while not state.finished:
            epoch = state.position.epoch
            self._order = state.samples.order(epoch)
            state.task.start_epoch(epoch)
            while self._within(epoch):
                if self.control.attention:
                    if (yield from self._attend()):
                        return "stopped"
                    if not self._within(epoch):
                        break  # a report found that numbers broke down, and went back
                if self.control.pace and not self._single and self._lingers():
                    continue  # to what was ordered meanwhile
                self._step()
                if self._single or self.control.pace or time.perf_counter() >= self._next_report:
                    yield from self._report()
                    if self._moments is not None and self._within(epoch):
                        self._moments.offer(state)
            if state.position.epoch == epoch and not (yield from self._end_epoch()):
                return "stopped"
        return "finished"

    def _within(self, epoch: int) -> bool:
        """Whether there are steps left of ``epoch``, and the run is in it."""
        position = self.state.position
        return position.epoch == epoch and position.batch < self._steps_per_epoch

    def _step(self) -> None:
        state, position = self.state, self.state.position
        state.apply_rate()
        state.task.at = (position.epoch, position.batch)
        self._in_step = True
        cost = self._keep() if self._probing else 0.0
        batch = state.samples.batch(self._order, position.batch)
        if self._probing:
            self._step_probed(batch, cost)
        else:
            self._pending.append(state.task.step(batch))
        self._rates.append(state.task.updaters.learning_rate)
        self._in_step = False
        self._stepped = time.monotonic()
        position.batch += 1
        position.step += 1
        self._pace.samples += len(batch[0])

    def _lingers(self) -> bool:
        """Slow motion: wait until the next step is due, or until something is ordered; whether it is the latter."""
        self._pace.stop()
        ordered = self.control.linger(self._stepped)
        self._pace.start()
        return ordered

    def _keep(self) -> float:
        """Keep the weights before a step: what a failing run goes back to. Returns the seconds that took."""
        began = time.perf_counter()
        self._candidate = Snapshot.of(self.state)
        return time.perf_counter() - began

    def _step_probed(self, batch: Batch, cost: float) -> None:
        """A step after which the weights are compared with those before it, which took ``cost`` seconds to keep."""
        state = self.state
        self._pending.append(state.task.step(batch))
        began = time.perf_counter()
        self._norms = layer_norms(state.module, self._layers, self._candidate)
        self._norms_step = state.position.step + 1
        cost += time.perf_counter() - began
        self._next_probe = time.perf_counter() + PROBE_LEISURE * cost
        self._probing = False

    def _attend(self) -> Generator[protocol.Event, None, bool]:
        """Do what the control asks for; waits while paused. Returns whether to stop."""
        waiting = False
        self._single = changed = False
        while True:
            orders = self.control.take(wait=waiting)
            for look in orders.looks:  # nothing is changed by these, and nothing must be told before
                self._pace.stop()
                look()
            if orders.learning_rate is not None and orders.learning_rate != self.state.learning_rate:
                self.state.set_learning_rate(orders.learning_rate)
                changed = waiting
            stumbled = False
            if self._pending and (orders.jobs or orders.mode != "run"):
                stumbled = yield from self._report()
            self._do(orders.jobs)
            if orders.mode == "stop":
                return True
            if stumbled:
                continue  # to the pause that this asked for
            if orders.mode == "pause" and not waiting:
                self._note()
                self._keep_moment()
                self._paused = waiting = True
                yield protocol.RunPaused(self.state.run, self.state.position.step)
                yield from self._watching.rest(self.state)
            if orders.mode in ("run", "step"):
                if changed and self._moments is not None:
                    self._moments.keep(self.state)  # a branch from here goes on with the same rate
                break
        self._single = orders.mode == "step"
        self.state.task.only = orders.part
        if self._paused and not self._single:
            self._paused = False
            yield protocol.RunResumed(self.state.run)
        self._pace.start()
        return False

    def _do(self, jobs: tuple[Job, ...]) -> None:
        """Saving and exporting between two steps. The run's random numbers go on as if nothing had been asked."""
        if not jobs:
            return
        self._note()
        with random_states.untouched(self.state.device):
            for job in jobs:
                job()
        if not self._paused:
            self._pace.start()

    def _end_epoch(self) -> Generator[protocol.Event, None, bool]:
        """Validate and go on to the next epoch. Returns False when that was cut short; then nothing has changed."""
        state = self.state
        yield from self._report()
        if self._within(state.position.epoch):
            return True  # numbers broke down, and it went back
        self._pace.stop()
        began = time.perf_counter()
        try:
            validation = self._validated() if state.samples.validation_count else None
        except RunError as error:
            yield from self._stumble(error)
            return True
        if self.control.aborted:
            return False
        self._pace.evaluation_seconds = time.perf_counter() - began
        train, position = state.totals.mean(), state.position
        position.epoch, position.batch, state.totals = position.epoch + 1, 0, Totals()
        state.history.add_epoch(Epoch(position.epoch, position.step, train, validation))
        if validation is not None:
            self._keep_told("validation")
        state.rates.epoch_done((validation or train)["loss"])
        state.watch.epoch_done(position.epoch, validation or train, state.module)
        if validation is not None:
            rows = {protocol.validation(name): _row(position.step, value) for name, value in validation.items()}
            yield self._progress(rows)
        yield protocol.EpochDone(state.run, position.epoch, position.step, train, validation)
        if self._moments is not None:
            self._moments.offer(state, epoch_end=True)
        if self._histograms.due():
            yield self._histograms_taken()
        if self._single or state.finished or time.perf_counter() >= self._next_preview:
            yield from self._preview()  # short epochs must not be spent on looking
        if not self._single:
            self._pace.start()
        return True

    # --- what is told --------------------------------------------------------------------------------------------

    def _report(self) -> Generator[protocol.Event, None, bool]:
        """Read and tell what the steps since the last report gave. A loss that is not finite breaks the run off, or
        pauses it where somebody attends to it: then it returns True.
        """
        if self._pending:
            try:
                series = self._flush()
            except RunError as error:
                yield from self._stumble(error)
                return True
            yield self._progress(series)
            if self._single or time.perf_counter() >= self._next_preview:
                yield from self._preview()
            # who slows it down wants to see every step
            yield from self._watching.rest(self.state) if self.control.pace else self._watching.some(self.state)
            if self._untold is not None:  # of the initial weights: the first point does not wait for it
                yield self._untold
                self._untold = None
        now = time.perf_counter()
        self._next_report = min(now + REPORT_SECONDS, self._watching.wanted)
        self._probing = now >= self._next_probe
        return False

    def _flush(self) -> dict[str, np.ndarray]:
        """The pending steps as series, added to the epoch's sums."""
        state, last = self.state, self.state.position.step
        if not self._pending:
            return {}
        found = state.task.values(self._pending)
        steps = np.arange(last - len(found.sizes) + 1, last + 1, dtype=np.float64)
        rates, self._pending, self._rates = np.array(self._rates), [], []
        # of a GAN one of two losses may break down before the other
        wrong = [(int(np.argmin(np.isfinite(values))), name) for name, values in found.means.items()]
        broken = sorted((row, name) for row, name in wrong if not np.isfinite(found.means[name][row]))
        if broken:
            row, name = broken[0]
            raise self._diverged(int(steps[row]), name, float(found.means[name][row]))
        self._good = self._candidate
        state.totals.add(found.sums, int(found.sizes.sum()))
        series = {protocol.training(name): np.column_stack([steps, values]) for name, values in found.means.items()}
        changed = rates != np.append(self._rate_told, rates[:-1])  # a constant rate holds until there is another
        told = changed | (state.rates.schedule.name != "constant")
        if told.any():
            series[protocol.LEARNING_RATE] = np.column_stack([steps, rates])[told]
            self._rate_told = rates[-1]
        if self._norms:
            values = torch.stack(list(self._norms.values())).cpu().double().tolist()
            for name, value in zip(self._norms, values, strict=True):
                series[name] = _row(self._norms_step, value)
            self._norms = {}
        return series

    def _progress(self, series: dict[str, np.ndarray]) -> protocol.Progress:
        state, position, samples = self.state, self.state.position, self.state.samples
        for name, rows in series.items():
            state.history.extend(name, rows[:, 0], rows[:, 1])
        rate = self._pace.mark()
        state.seconds = self._seconds_before + self._pace.elapsed
        done = position.epoch * samples.train_count + position.batch / samples.steps_per_epoch * samples.train_count
        left = max(0.0, state.epochs * samples.train_count - done)
        ended = position.batch == 0 and position.epoch > 0
        return protocol.Progress(
            run=state.run,
            epoch=position.epoch if ended else position.epoch + 1,
            batch=samples.steps_per_epoch if ended else position.batch,
            step=position.step,
            samples_per_second=rate,
            seconds_left=(left / rate if rate > 0 else 0.0)
            + (state.epochs - position.epoch) * self._pace.evaluation_seconds
            + self.control.pace * left / max(1, samples.train_count) * samples.steps_per_epoch,
            learning_rate=state.task.updaters.learning_rate,
            series=series,
        )

    def _histograms_taken(self) -> protocol.Event:
        moment = self._histograms.take()
        self.state.history.histograms.add(moment)
        return protocol.HistogramsTaken(
            self.state.run, moment.epoch, moment.step, moment.names, moment.low, moment.high, moment.counts,
            moment.unfinite,
        )  # fmt: skip

    def _preview(self) -> Iterator[protocol.Event]:
        began = time.perf_counter()
        events = self._previews.events()
        now = time.perf_counter()
        self._previewed += 1
        leisure = EARLY_LEISURE if self._previewed <= EARLY else LEISURE
        self._next_preview = now + max(PREVIEW_SECONDS, leisure * (now - began))
        yield from events

    def _started(self) -> protocol.RunStarted:
        state, samples = self.state, self.state.samples
        return protocol.RunStarted(
            run=state.run,
            device=state.device.type,
            seed=state.project.training.seed,
            epochs=state.epochs,
            steps_per_epoch=samples.steps_per_epoch,
            batch_size=samples.batch_size,
            train_samples=samples.train_count,
            validation_samples=samples.validation_count,
            test_samples=samples.test_count,
            parameters=state.parameters,
            layers=dict(state.history.layers),
            resumed_step=state.position.step,
            parent=state.parent,
            metrics=state.task.description.step_metrics(state.project, samples.arrays.dataset),
            notes=(*samples.arrays.notes, *untrained_notes(samples), *notes(state.project.training, state.device)),
        )

    def _evaluate(self, part: Literal["validation", "test"]) -> dict[str, float] | None:
        """Loss and metrics over a part; None when there is none or the run is to end at once."""
        batches = self.state.samples.part(part, EVALUATION_BATCH)
        with self.state.evaluating(), random_states.untouched(self.state.device):
            return self.state.task.evaluate(batches, self._goes_on)

    def _goes_on(self) -> bool:
        """Between the batches of an evaluation: whoever draws does not wait for its end."""
        for look in self.control.take_looks():
            look()
        return not self.control.aborted

    def _keep_told(self, part: Literal["validation", "test"]) -> None:
        """Keep what the evaluation of ``part`` just told of each sample."""
        state, told = self.state, self.state.task.told
        state.judged.rewind(state.position.step)
        if told is not None:
            state.judged.note(part, state.position.step, state.position.step / self._steps_per_epoch, told)

    def _validated(self) -> dict[str, float] | None:
        """As ``_evaluate``. Raises ``RunError`` for a loss that is not finite: the last good weights are back then."""
        found = self._evaluate("validation")
        if found is not None and not math.isfinite(found["loss"]):
            what = f"the validation loss after step {self.state.position.step:,}"
            node = self._previews.first_non_finite() if self._sound() else None
            broken = self._first_broken(self.state.position.step)
            shown = Broken(node, "numbers become infinite or undefined in {layer}") if node else None
            raise self._broken_down(what, found["loss"], broken or shown)
        return found

    def _sound(self) -> bool:
        """Whether all weights are numbers."""
        return all(bool(torch.isfinite(tensor).all()) for tensor in self.state.module.state_dict().values())

    def _tested(self) -> tuple[dict[str, float] | None, str]:
        """What the test part says, or why nothing can be said of it; the weights stay as they were learned.

        Raises ``RunError`` when these are broken themselves: then the last good ones are back.
        """
        found = self._evaluate("test")
        if found is None or math.isfinite(found["loss"]):
            return found, ""
        if not self._sound():  # it was the last step that broke them, not the test part
            step = self.state.position.step
            raise self._broken_down(f"the test loss after step {step:,}", found["loss"], self._first_broken(step))
        why = why_not_finite(self.state, "test", EVALUATION_BATCH)
        return None, f"The test part could not be measured: its loss is {found['loss']}{why and f', because {why}'}."

    # --- what goes wrong -----------------------------------------------------------------------------------------

    def _diverged(self, step: int, metric: str, value: float) -> RunError:
        """The error for a loss that is not finite."""
        samples = self.state.samples
        with random_states.untouched(self.state.device):
            batch = samples.batch(self._order, (step - 1) % samples.steps_per_epoch)
        what = METRICS[metric].title.lower() if metric in METRICS else metric
        return self._broken_down(f"the {what} of step {step:,}", value, self._first_broken(step, batch))

    def _first_broken(self, step: int, batch: Batch | None = None) -> Broken | None:
        return first_broken(self.state, self._good, step, batch, lambda: not self.control.aborted)

    def _stumble(self, error: RunError) -> Iterator[protocol.Event]:
        """Numbers broke down and the last good weights are back: wait for somebody to mend it, else raise ``error``."""
        if not self.control.attended:
            raise error
        # the next step is looked at, and the weights before it are what one would go back to
        self._good = self._candidate = self._good.afresh(self.state)
        self._norms, self._probing = {}, True
        self._rate_told = math.nan
        self._next_report = 0.0
        yield from self._preview()  # what was shown last may come of the weights that broke down
        yield protocol.Diverged(self.state.run, self.state.position.step, error.message, error.hint, error.node)
        self.control.pause()

    def _broken_down(self, what: str, loss: float, broken: Broken | None) -> RunError:
        """Goes back to the last good weights and says so."""
        state = self.state
        layer = f": {broken.told(state)}" if broken else ""
        self._good.put_back(state)
        if self._moments is not None:
            self._moments.rewind(state.position.step)
        state.judged.rewind(state.position.step)
        return RunError(
            f"Training broke down: {what} is {loss}{layer}.",
            f"Lower the learning rate (it is {state.learning_rate:g}). "
            f"The weights of step {state.position.step:,} are kept.",
            broken.node if broken else None,
        )

    def _broken_off(self, error: Exception) -> protocol.RunFailed:
        """For an error that torch raised."""
        state = self.state
        state.device_lost = not answers(state.device)
        if state.device_lost:
            return protocol.RunFailed(state.run, *lost_words(error))
        node = state.task.failing(error)
        failed = protocol.RunFailed(state.run, *words(state, error, node), node)
        with contextlib.suppress(RunError, RuntimeError):
            self._flush()  # the steps before the one that failed count
        if self._in_step and is_out_of_memory(error):
            failed = replace(failed, hint=self._fitting(error))
        self._note()
        return failed

    def _fitting(self, error: Exception) -> str:
        """What to do about a step that ran out of memory; nothing is changed."""
        self._norms = {}
        self._candidate = self._good
        size = fitting_batch(self.state, error)
        if size is None:
            return "Make the batch or the layers smaller."
        return f"A batch of {size:,} fits." if size else "No smaller batch fits either. Make the layers smaller."


def _row(step: int, value: float) -> np.ndarray:
    return np.array([[step, value]], np.float64)
