"""The training loop: one generator of events that owns a run from its first step to its evaluation.

It can be iterated directly: no thread, no window, no process is needed. Values are read from the device at the
logging interval only, so nothing waits for a GPU at each step, and yet every step has its point in the series.
"""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Generator, Iterator
from typing import Literal

import numpy as np
import torch
from torch import Tensor

from playground import protocol
from playground.core.blocks import locate
from playground.core.shape import ShapeError
from playground.engine import random_states
from playground.engine.control import Control, Job
from playground.engine.devices import answers
from playground.engine.errors import CannotTrain, RunError
from playground.engine.freezing import train
from playground.engine.pace import Pace
from playground.engine.preparation import is_out_of_memory, memory_words, prepare, trained_layers
from playground.engine.previews import Previews
from playground.engine.probes import Snapshot, layer_norms
from playground.engine.state import Totals, TrainingState
from playground.engine.tasks import EVALUATION_BATCH
from playground.engine.threads import use_training_threads
from playground.engine.tracing import failing_node, first_non_finite
from playground.telemetry.run_history import Epoch

__all__ = ["CannotTrain", "RunError", "TrainingState", "prepare", "run"]

REPORT_SECONDS = 0.05
PREVIEW_SECONDS = 0.7
# Looking must not slow learning down: a look that took t is not repeated before t times this has passed.
LEISURE = 50


def run(state: TrainingState, control: Control | None = None) -> Iterator[protocol.Event]:
    """Train ``state`` from where it is to its last epoch, then evaluate on the test part.

    Yields ``RunStarted`` first and ``RunFinished`` or ``RunFailed`` last. ``state`` is whole at every yield: it can be
    saved, and another ``run`` goes on from it exactly.
    """
    return _Loop(state, control or Control()).events()


class _Loop:
    """One run under way. Steps are collected in ``_pending`` until the next report reads them."""

    def __init__(self, state: TrainingState, control: Control) -> None:
        self.state, self.control = state, control
        self._pace = Pace()
        self._seconds_before = state.seconds
        self._previews = Previews(state)
        self._layers = trained_layers(state.module)
        self._pending: list[dict[str, Tensor]] = []
        self._norms: dict[str, Tensor] = {}
        self._norms_step = 0
        self._good = self._candidate = Snapshot.of(state)
        self._next_report = self._next_probe = self._next_preview = 0.0
        self._probing = True
        self._paused = self._single = False
        self._order: Tensor = torch.empty(0, dtype=torch.int64)

    def events(self) -> Iterator[protocol.Event]:
        state = self.state
        use_training_threads()
        random_states.restore(state.random, state.device)
        yield self._started()
        try:
            reason = yield from self._train()
            self._pace.stop()
            test = self._evaluate(test=True)
            state.history.test = test
            self._note()
            yield protocol.RunFinished(
                state.run, reason, state.position.epoch, state.position.step, test, self._pace.elapsed, self._pace.mean
            )
        except RunError as error:
            self._note()
            yield protocol.RunFailed(state.run, error.message, error.hint, error.node)
        except (RuntimeError, MemoryError, ValueError, TypeError, ShapeError) as error:
            yield self._broken_off(error)
        finally:
            self._note()

    def _note(self) -> None:
        """Bring up to date what the state holds besides weights and position."""
        self._pace.stop()
        self.state.seconds = self._seconds_before + self._pace.elapsed
        if not self.state.device_lost:
            self.state.keep_random()

    # --- the run -------------------------------------------------------------------------------------------------

    def _train(self) -> Generator[protocol.Event, None, Literal["finished", "stopped"]]:
        """All steps. Returns "finished" or "stopped"."""
        state, position = self.state, self.state.position
        train(state.module)
        state.history.test = None
        self._pace.start()
        while position.epoch < state.epochs:
            self._order = state.samples.order(position.epoch)
            while position.batch < state.samples.steps_per_epoch:
                if self.control.attention and (yield from self._attend()):
                    return "stopped"
                self._step()
                if self._single or time.perf_counter() >= self._next_report:
                    yield from self._report()
            if not (yield from self._end_epoch()):
                return "stopped"
        return "finished"

    def _step(self) -> None:
        state, position = self.state, self.state.position
        x, y = state.samples.batch(self._order, position.batch)
        if self._probing:
            self._step_probed(x, y)
        else:
            self._pending.append(state.task.step(state.module, state.optimizer, x, y))
        position.batch += 1
        position.step += 1
        self._pace.samples += len(y)

    def _step_probed(self, x: Tensor, y: Tensor) -> None:
        """A step between two looks at the weights; the weights before it are what a failing run goes back to."""
        state, began = self.state, time.perf_counter()
        self._candidate = Snapshot.of(state)
        cost = time.perf_counter() - began
        self._pending.append(state.task.step(state.module, state.optimizer, x, y))
        began = time.perf_counter()
        self._norms = layer_norms(state.module, self._layers, self._candidate)
        self._norms_step = state.position.step + 1
        cost += time.perf_counter() - began
        self._next_probe = time.perf_counter() + LEISURE * cost
        self._probing = False

    def _attend(self) -> Generator[protocol.Event, None, bool]:
        """Do what the control asks for; waits while paused. Returns whether to stop."""
        waiting = False
        self._single = False
        while True:
            orders = self.control.take(wait=waiting)
            if orders.learning_rate is not None:
                self.state.set_learning_rate(orders.learning_rate)
            if self._pending and (orders.jobs or orders.mode != "run"):
                yield from self._report()
            self._do(orders.jobs)
            if orders.mode == "stop":
                return True
            if orders.mode == "pause" and not waiting:
                self._note()
                self._paused = waiting = True
                yield protocol.RunPaused(self.state.run, self.state.position.step)
            if orders.mode in ("run", "step"):
                break
        self._single = orders.mode == "step"
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
        state, position = self.state, self.state.position
        yield from self._report()
        self._pace.stop()
        began = time.perf_counter()
        validation = self._evaluate(test=False) if state.samples.validation_count else None
        if self.control.aborted:
            return False
        self._pace.evaluation_seconds = time.perf_counter() - began
        train = state.totals.mean()
        position.epoch, position.batch, state.totals = position.epoch + 1, 0, Totals()
        state.history.add_epoch(Epoch(position.epoch, position.step, train, validation))
        if validation is not None:
            yield self._progress(
                {
                    protocol.VALIDATION_LOSS: _row(position.step, validation["loss"]),
                    protocol.VALIDATION_ACCURACY: _row(position.step, validation["accuracy"]),
                }
            )
        yield protocol.EpochDone(state.run, position.epoch, position.step, train, validation)
        yield from self._preview()
        if not self._single:
            self._pace.start()
        return True

    # --- what is told --------------------------------------------------------------------------------------------

    def _report(self) -> Iterator[protocol.Event]:
        """Read and tell what the steps since the last report gave. Raises ``RunError`` at a loss that is not finite."""
        if self._pending:
            yield self._progress(self._flush())
            if self._single or time.perf_counter() >= self._next_preview:
                yield from self._preview()
        now = time.perf_counter()
        self._next_report = now + REPORT_SECONDS
        self._probing = now >= self._next_probe

    def _flush(self) -> dict[str, np.ndarray]:
        """The pending steps as series, added to the epoch's sums."""
        state, last = self.state, self.state.position.step
        if not self._pending:
            return {}
        losses, right, sizes = state.task.values(self._pending)
        steps = np.arange(last - len(losses) + 1, last + 1, dtype=np.float64)
        self._pending = []
        wrong = np.flatnonzero(~np.isfinite(losses))
        if len(wrong):
            raise self._diverged(int(steps[wrong[0]]), float(losses[wrong[0]]))
        self._good = self._candidate
        for loss, hits, size in zip(losses.tolist(), right.tolist(), sizes.tolist(), strict=True):
            # one after the other, so that the sum does not depend on when reports were made
            state.totals.loss += loss * size
            state.totals.right += hits
            state.totals.samples += size
        series = {
            protocol.TRAIN_LOSS: np.column_stack([steps, losses]),
            protocol.TRAIN_ACCURACY: np.column_stack([steps, right / sizes]),
        }
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
            + (state.epochs - position.epoch) * self._pace.evaluation_seconds,
            learning_rate=state.learning_rate,
            series=series,
        )

    def _preview(self) -> Iterator[protocol.Event]:
        began = time.perf_counter()
        event = self._previews.event()
        now = time.perf_counter()
        self._next_preview = now + max(PREVIEW_SECONDS, LEISURE * (now - began))
        if event is not None:
            yield event

    def _started(self) -> protocol.RunStarted:
        state, samples = self.state, self.state.samples
        return protocol.RunStarted(
            run=state.run,
            device=state.device.type,
            seed=state.project.training.seed,
            epochs=state.epochs,
            steps_per_epoch=samples.steps_per_epoch,
            batch_size=state.project.training.batch_size,
            train_samples=samples.train_count,
            validation_samples=samples.validation_count,
            test_samples=samples.test_count,
            parameters=state.parameters,
            layers=dict(state.history.layers),
            resumed_step=state.position.step,
        )

    def _evaluate(self, *, test: bool) -> dict[str, float] | None:
        samples = self.state.samples
        batches = samples.test(EVALUATION_BATCH) if test else samples.validation(EVALUATION_BATCH)
        with self.state.evaluating():
            found = self.state.task.evaluate(self.state.module, batches, lambda: not self.control.aborted)
        if found is not None and not math.isfinite(found["loss"]):
            what = f"the {'test' if test else 'validation'} loss after step {self.state.position.step:,}"
            # weights that took a bad step are broken in many layers: which one began can no longer be told
            sound = all(bool(torch.isfinite(tensor).all()) for tensor in self.state.module.state_dict().values())
            raise self._broken_down(what, found["loss"], self._previews.first_non_finite() if sound else None)
        return found

    # --- what goes wrong -----------------------------------------------------------------------------------------

    def _diverged(self, step: int, loss: float) -> RunError:
        """The error for a loss that is not finite. A layer is named when the last good weights, too, fail in it."""
        state = self.state
        batch = (step - 1) % state.samples.steps_per_epoch
        self._good.put_back(state)
        with random_states.untouched(state.device):
            node = first_non_finite(state.module, state.samples.batch(self._order, batch)[0])
        return self._broken_down(f"the loss of step {step:,}", loss, node)

    def _broken_down(self, what: str, loss: float, node: str | None) -> RunError:
        """Goes back to the last good weights and says so."""
        state = self.state
        layer = f", first in {self._title(node)}" if node else ""
        self._good.put_back(state)
        return RunError(
            f"Training broke down: {what} is {loss}{layer}.",
            f"Lower the learning rate (it is {state.learning_rate:g}). "
            f"The weights of step {state.position.step:,} are kept.",
            node,
        )

    def _broken_off(self, error: Exception) -> protocol.RunFailed:
        """For an error that torch raised."""
        state = self.state
        state.device_lost = not answers(state.device)
        if state.device_lost:
            return protocol.RunFailed(
                state.run,
                f"The graphics card failed and took the weights along: {str(error).partition(chr(10))[0][:200]}.",
                "Run again. If it fails again, train on the CPU (Training, device).",
            )
        node = failing_node(state.module, error)
        with contextlib.suppress(RunError, RuntimeError):
            self._flush()  # the steps before the one that failed count
        self._note()
        return protocol.RunFailed(state.run, *self._words(error, node), node)

    def _words(self, error: Exception, node: str | None) -> tuple[str, str]:
        """Message and hint for an error that torch raised."""
        message, hint = memory_words(error, self.state.device)
        if node is not None and not is_out_of_memory(error):
            return f"{self._title(node)}: {message[0].lower()}{message[1:]}", hint
        return message, hint

    def _title(self, path: str) -> str:
        """The name of a layer for people; of one inside a block with the network that it stands in."""
        networks, main = self.state.project.networks, self.state.network
        network, node = locate(networks, main, path)
        known = networks[network].by_id.get(node) if network in networks else None
        title = known.title if known is not None else node
        return title if network == main else f"{title} of {network}"


def _row(step: int, value: float) -> np.ndarray:
    return np.array([[step, value]], np.float64)
