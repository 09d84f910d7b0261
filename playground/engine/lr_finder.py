"""The learning-rate finder: rates that grow from step to step, on a network of its own, until the loss explodes.

After Smith 2017, "Cyclical Learning Rates for Training Neural Networks", arXiv:1506.01186, section 3.3.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from playground.core.project import Project
from playground.engine import random_states
from playground.engine.data import Progress
from playground.engine.preparation import prepare
from playground.engine.samples import Batch
from playground.engine.state import TrainingState

LOWEST, HIGHEST, STEPS = 1e-7, 10.0, 100
SMOOTHING = 0.9  # of the running mean of the losses; corrected for its beginning
EXPLODED = 4.0  # times the least loss so far
BEGUN = 0.1  # part of the whole fall: a loss that has come that far down has begun to fall
FEWEST = 10  # steps before it may end, and of a curve that suggests anything


@dataclass(frozen=True, slots=True)
class Tried:
    """One learning rate, and the loss at it as a running mean."""

    rate: float
    loss: float


def find_learning_rate(
    project: Project,
    *,
    data_dir: Path | str | None = None,
    device: str | None = None,
    progress: Progress | None = None,
) -> Iterator[Tried]:
    """Train a network of its own, from the project's seed, at each of ``STEPS`` rates; gives each as it is done.

    A rate is tried by one step, of a GAN by as many as the generator's turn takes. A warm-up counts as over.

    Ends at the highest rate, or once the loss is ``EXPLODED`` times the least or no number. No run, no project and no
    random number of a run is changed. Raises ``CannotTrain`` and ``DataError`` before the first step, and what torch
    raises.
    """
    state = prepare(project, data_dir=data_dir, device=device, progress=progress)
    batches, mean, least = _batches(state), 0.0, math.inf
    for number in range(STEPS):
        rate = LOWEST * (HIGHEST / LOWEST) ** (number / (STEPS - 1))
        with random_states.untouched(state.device):
            random_states.restore(state.random, state.device)
            loss = _mean_loss(state, batches, rate)
            state.keep_random()
        if not math.isfinite(loss):
            return
        mean = SMOOTHING * mean + (1 - SMOOTHING) * loss
        smoothed = mean / (1 - SMOOTHING ** (number + 1))
        least = min(least, smoothed)
        yield Tried(rate, smoothed)
        if number >= FEWEST and smoothed > EXPLODED * abs(least):
            return


def suggestion(tried: list[Tried]) -> float | None:
    """The rate at which the loss falls fastest over the logarithm of the rate, but at most a tenth of the rate with the
    least loss, behind which it soon explodes. None for a curve that is too short or never falls.

    Small rates change nothing, and what the loss does there is the noise of batches: the fall is looked for behind the
    last rate at which the loss is still about where it lies for most of the way.
    """
    if len(tried) < FEWEST:
        return None
    losses = np.array([each.loss for each in tried])
    end = int(losses.argmin())
    level = float(np.median(losses[: end + 1]))
    still = np.flatnonzero(losses[: end + 1] >= level - BEGUN * (level - losses[end]))
    begin = int(still[-1])
    slopes = np.gradient(losses)[begin : end + 1]  # the logarithms are evenly spaced
    if end == 0 or losses[end] >= level or slopes.min() >= 0:
        return None
    return min(tried[begin + int(slopes.argmin())].rate, tried[end].rate / 10)


def _mean_loss(state: TrainingState, batches: Iterator[Batch], rate: float) -> float:
    """The loss at ``rate``, penalties included as in training: of one step, or of as many as each network needs to
    learn once.
    """
    state.task.updaters.set_learning_rate(rate)
    steps = [state.task.step(batch) for batch in itertools.islice(batches, state.task.steps_in_turn)]
    return float(state.task.values(steps).means["loss"].mean())


def _batches(state: TrainingState) -> Iterator[Batch]:
    """Those of a run, epoch after epoch, once what changes at its beginning is over. The task is told where it is."""
    epoch = state.task.settled
    while True:
        order = state.samples.order(epoch)
        state.task.start_epoch(epoch)
        for number in range(state.samples.steps_per_epoch):
            state.task.at = (epoch, number)
            yield state.samples.batch(order, number)
        epoch += 1
