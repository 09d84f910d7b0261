"""A run as it stands between two steps: all that is needed to go on, to save it and to predict with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import fx

from playground.core.project import Project
from playground.engine import optimizers, random_states
from playground.engine.freezing import train
from playground.engine.samples import Samples, as_input
from playground.engine.tasks import EVALUATION_BATCH, Supervised
from playground.telemetry.run_history import RunHistory


@dataclass
class Position:
    """``epoch`` and ``batch`` are how many of them are done; ``step`` counts batches over all epochs."""

    epoch: int = 0
    batch: int = 0
    step: int = 0


@dataclass
class Totals:
    """Sums over the steps of the epoch at hand, added up in the order of the steps."""

    loss: float = 0.0
    right: int = 0
    samples: int = 0

    def mean(self) -> dict[str, float]:
        samples = max(1, self.samples)
        return {"loss": self.loss / samples, "accuracy": self.right / samples}


@dataclass
class TrainingState:
    """``module`` gives the scores before a last Softmax or Sigmoid; ``epochs`` is how many are wanted in all.

    ``seconds`` are those of training alone. With ``device_lost`` nothing here can be read any more.
    """

    run: int
    project: Project
    network: str
    module: fx.GraphModule
    optimizer: torch.optim.Optimizer
    task: Supervised
    samples: Samples
    device: torch.device
    epochs: int
    history: RunHistory
    random: dict[str, str]
    position: Position = field(default_factory=Position)
    totals: Totals = field(default_factory=Totals)
    seconds: float = 0.0
    device_lost: bool = False

    @property
    def learning_rate(self) -> float:
        return optimizers.learning_rate(self.optimizer)

    def set_learning_rate(self, value: float) -> None:
        optimizers.set_learning_rate(self.optimizer, value)

    @property
    def parameters(self) -> int:
        return sum(parameter.numel() for parameter in self.module.parameters())

    @property
    def finished(self) -> bool:
        return self.position.epoch >= self.epochs

    def extend(self) -> None:
        """Want as many epochs again as the project says, when all that were wanted are done."""
        if self.finished:
            self.epochs = self.position.epoch + self.project.training.epochs

    def keep_random(self) -> None:
        """Note where the random generators are, so that going on later repeats what would have come."""
        self.random = random_states.capture(self.device)

    def predict(self, x: np.ndarray) -> np.ndarray:
        """Probabilities, float32 N×classes, for samples N×C×H×W, float32 from 0 to 1 or bytes from 0 to 255."""
        with self.evaluating():
            # at least one part, so that no samples give no rows of the right width
            parts = torch.from_numpy(np.ascontiguousarray(x)).split(EVALUATION_BATCH)
            found = [self.task.probabilities(self.module(as_input(part.to(self.device)))).cpu() for part in parts]
            return torch.cat(found).numpy()

    @contextmanager
    def evaluating(self) -> Iterator[None]:
        """Dropout off, running averages in use, no gradients; afterwards as before."""
        was_training = self.module.training
        self.module.eval()
        try:
            with torch.inference_mode():
                yield
        finally:
            if was_training:
                train(self.module)
