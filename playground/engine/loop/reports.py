"""What a run tells: its series, how far it is, samples with what the network makes of them, histograms."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from torch import Tensor

from playground import protocol
from playground.engine.lenses.spreads import HistogramTaker
from playground.engine.loop import clock
from playground.engine.loop.breaking import Breaking
from playground.engine.loop.probing import Probing
from playground.engine.loop.running import Running
from playground.engine.previews import Previews
from playground.engine.untrained import untrained_notes
from playground.engine.updating import notes

REPORT_SECONDS = 0.1  # the window draws hardly more often
PREVIEW_SECONDS = 0.7
# Looking must not slow learning down: a look that took t is not repeated before t times this has passed.
LEISURE = 200
# What a network makes of its samples changes most in the beginning: looks that took so many seconds in all come sooner.
EARLY, EARLY_LEISURE = 0.05, 50


class Reports:
    """Steps are collected until the next report reads them; it is due at ``next``."""

    def __init__(self, running: Running, probing: Probing, breaking: Breaking) -> None:
        self._running, self._probing, self._breaking = running, probing, breaking
        self.previews = Previews(running.state, running.give_way)
        self._histograms = HistogramTaker(running.state, running.give_way)
        self._pending: list[dict[str, Tensor]] = []
        self._rates: list[float] = []  # those of the pending steps
        self._rate_told = math.nan
        self._untold: protocol.Event | None = None
        self.next = self._next_preview = 0.0
        self._looked = 0.0  # seconds that looks have taken
        self._seen = self._running.state.version  # the weights that were shown last

    @property
    def pending(self) -> bool:
        return bool(self._pending)

    def collect(self, values: dict[str, Tensor], rate: float) -> None:
        """What a step gave, and the rate that it was taken with."""
        self._pending.append(values)
        self._rates.append(rate)

    def begin_afresh(self) -> None:
        """Weights of before are back, and what was told last may come of those that broke down."""
        self._rate_told = math.nan
        self.next = 0.0

    def told(self) -> Iterator[protocol.Event]:
        """All that the steps since the last report gave. Raises ``RunError`` for a loss that is not finite."""
        running = self._running
        if self._pending:
            yield self.progress(self.flush())
            if running.single or clock.now() >= self._next_preview:
                yield from self.preview()
            # who slows it down wants to see every step
            watching, state = running.watching, running.state
            yield from watching.rest(state) if running.control.pace else watching.some(state)
            if self._untold is not None:  # of the initial weights: the first point does not wait for it
                yield self._untold
                self._untold = None
        self.next = min(clock.now() + REPORT_SECONDS, running.watching.wanted)
        self._probing.reported()

    def flush(self) -> dict[str, np.ndarray]:
        """The pending steps as series, added to the epoch's sums. Raises ``RunError`` for a loss that is not finite."""
        state, last = self._running.state, self._running.state.position.step
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
            raise self._breaking.diverged(int(steps[row]), name, float(found.means[name][row]))
        self._probing.confirm()
        state.totals.add(found.sums, int(found.sizes.sum()))
        series = {protocol.training(name): np.column_stack([steps, values]) for name, values in found.means.items()}
        changed = rates != np.append(self._rate_told, rates[:-1])  # a constant rate holds until there is another
        told = changed | (state.rates.schedule.name != "constant")
        if told.any():
            series[protocol.LEARNING_RATE] = np.column_stack([steps, rates])[told]
            self._rate_told = rates[-1]
        return series | self._probing.series()

    def progress(self, series: dict[str, np.ndarray]) -> protocol.Progress:
        running = self._running
        state, position, samples = running.state, running.state.position, running.state.samples
        for name, rows in series.items():
            state.history.extend(name, rows[:, 0], rows[:, 1])
        rate = running.pace.mark()
        running.count_time()
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
            + (state.epochs - position.epoch) * running.pace.evaluation_seconds
            + running.control.pace * left / max(1, samples.train_count) * samples.steps_per_epoch,
            learning_rate=state.task.updaters.learning_rate,
            series=series,
        )

    # --- what there is to see ----------------------------------------------------------------------------------------

    def take_first_histograms(self) -> None:
        """Of the initial weights: told with the first report."""
        self._untold = self._histograms_taken()

    def ended_epoch(self) -> Iterator[protocol.Event]:
        """Histograms and samples, where it is time for them: short epochs must not be spent on looking."""
        if self._histograms.due():
            yield self._histograms_taken()
        if self._running.single or self._running.state.finished or clock.now() >= self._next_preview:
            yield from self.preview()

    def preview_new(self) -> Iterator[protocol.Event]:
        """Weights that were not shown yet: who pauses sees everything of one step."""
        if self._seen != self._running.state.version:
            yield from self.preview()

    def preview(self) -> Iterator[protocol.Event]:
        self._seen = self._running.state.version
        began, rests = clock.now(), self._running.give_way
        spent = rests.spent
        events = self.previews.events()
        now = clock.now()
        took = now - began - (rests.spent - spent)
        self._looked += took
        leisure = EARLY_LEISURE if self._looked <= EARLY else LEISURE
        self._next_preview = now + max(PREVIEW_SECONDS, leisure * took)
        yield from events

    def _histograms_taken(self) -> protocol.Event:
        moment = self._histograms.take()
        self._running.state.history.histograms.add(moment)
        return protocol.HistogramsTaken(
            self._running.state.run, moment.epoch, moment.step, moment.names, moment.low, moment.high, moment.counts,
            moment.unfinite,
        )  # fmt: skip

    def started(self) -> protocol.RunStarted:
        state, samples = self._running.state, self._running.state.samples
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
