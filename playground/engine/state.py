"""A run as it stands between two steps: all that is needed to go on, to save it and to predict with it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, fx, nn

from playground.core.project import Project
from playground.engine import random_states
from playground.engine.freezing import train
from playground.engine.judged import Judged
from playground.engine.rates import Rates
from playground.engine.samples import Samples
from playground.engine.stopping import Watch
from playground.engine.tasks import EVALUATION_BATCH, Task
from playground.telemetry.run_history import RunHistory

_versions = itertools.count(1)


def new_version() -> int:
    """A number for weights, that no others have had in this process."""
    return next(_versions)


@dataclass
class Position:
    """``epoch`` and ``batch`` are how many of them are done; ``step`` counts batches over all epochs."""

    epoch: int = 0
    batch: int = 0
    step: int = 0


@dataclass
class Totals:
    """Sums by metric over the samples of the epoch at hand, added up in the order of the steps."""

    sums: dict[str, float] = field(default_factory=dict)
    samples: int = 0

    def add(self, sums: Mapping[str, np.ndarray], samples: int) -> None:
        """``sums`` of several steps, in their order, over ``samples`` in all."""
        for name, values in sums.items():
            # one after the other (a sum would add in pairs), so that it does not depend on when reports were made
            self.sums[name] = float(np.cumsum(np.append(self.sums.get(name, 0.0), values))[-1])
        self.samples += samples

    def mean(self) -> dict[str, float]:
        samples = max(1, self.samples)
        return {name: value / samples for name, value in self.sums.items()}

    def copy(self) -> Totals:
        return Totals(dict(self.sums), self.samples)


@dataclass
class TrainingState:
    """``networks`` are those that train, by name; ``network`` names the one that predicts and is exported.

    ``module`` holds all weights: the one network, or one for each name where there are several. A network that the
    loss reads is built without its last Softmax or Sigmoid. ``epochs`` is how many are wanted in all, ``seconds`` are
    those of training alone. ``parent`` is the run that this one branched off. With ``device_lost`` nothing here can be
    read any more.

    ``version`` says which weights these are (see ``new_version``); a copy of them has that of the original. Steps do
    not say that: a run may go back, and come to one of them once more.
    """

    run: int
    project: Project
    network: str
    networks: dict[str, fx.GraphModule]
    module: nn.Module
    task: Task
    samples: Samples
    device: torch.device
    epochs: int
    history: RunHistory
    random: dict[str, str]
    rates: Rates
    watch: Watch
    position: Position = field(default_factory=Position)
    totals: Totals = field(default_factory=Totals)
    judged: Judged = field(default_factory=Judged)
    seconds: float = 0.0
    device_lost: bool = False
    parent: int | None = None
    version: int = field(default_factory=new_version)

    def renewed(self) -> None:
        """The weights are others from now on: they learned, or were put back."""
        self.version = new_version()

    @property
    def learning_rate(self) -> float:
        """The rate that was chosen, before the schedule's part."""
        return self.rates.base

    def set_learning_rate(self, value: float) -> None:
        self.rates.base = value
        self.apply_rate()

    def apply_rate(self) -> None:
        """Give the optimizers the rate of the step that comes next."""
        rate = self.rates.at(self.position.step)
        if rate != self.task.updaters.learning_rate:
            self.task.updaters.set_learning_rate(rate)

    @property
    def parameters(self) -> int:
        return sum(parameter.numel() for parameter in self.module.parameters())

    @property
    def finished(self) -> bool:
        return self.position.epoch >= self.epochs or self.watch.over

    def extend(self) -> None:
        """Want as many epochs again as the project says, when all that were wanted are done.

        The schedule begins anew, and so does the wait for something better.
        """
        if self.finished:
            self.epochs = self.position.epoch + self.project.training.epochs
            self.rates.begin(self.position.step)
            self.watch.begin()

    def keep_random(self) -> None:
        """Note where the random generators are, so that going on later repeats what would have come."""
        self.random = random_states.capture(self.device)

    def main_weights(self) -> dict[str, Tensor]:
        """The weights and buffers of the network that predicts, by name, copied to the CPU."""
        found = self.networks[self.network].state_dict()
        contiguous = torch.contiguous_format
        return {name: tensor.detach().cpu().clone(memory_format=contiguous) for name, tensor in found.items()}

    def predict(self, x: np.ndarray) -> np.ndarray:
        """What the network says of samples N×shape as they are stored: bytes from 0 to 255, numbers unscaled, ids.

        Float images count from 0 to 1. Probabilities N×classes for classes; see ``Task.predict`` for the rest.
        """
        with self.evaluating():
            # at least one part, so that no samples give no rows of the right width
            starts = range(0, max(1, len(x)), EVALUATION_BATCH)
            parts = [self.samples.prepared(x[start : start + EVALUATION_BATCH]) for start in starts]
            return torch.cat([self.task.predict(part).cpu() for part in parts]).numpy()

    @contextmanager
    def evaluating(self) -> Iterator[None]:
        """Dropout off, running averages in use, no gradients; afterwards as before."""
        was_training = [network for network in self.networks.values() if network.training]
        self.module.eval()
        try:
            with torch.inference_mode():
                yield
        finally:
            for network in was_training:
                train(network)
