"""What a task does in the engine: a step, an evaluation, what it shows. ``training/tasks`` says what it needs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, fx

from playground import protocol
from playground.core.project import Project
from playground.engine import random_states
from playground.engine.judged import Verdicts
from playground.engine.samples import Batch, Samples
from playground.engine.tracing import failing_node, first_non_finite
from playground.engine.updating import Updaters, forward_of
from playground.training.datasets import Dataset
from playground.training.tasks import Task as Description, task_of

# Large enough to use the processor well, small enough to stay in its cache.
EVALUATION_BATCH = 250


@dataclass(frozen=True)
class Setting:
    """What a task works with. ``networks`` are on the device, by name, those that the description names."""

    project: Project
    networks: Mapping[str, fx.GraphModule]
    samples: Samples
    device: torch.device

    @property
    def dataset(self) -> Dataset:
        return self.samples.arrays.dataset


@dataclass(frozen=True)
class StepValues:
    """What steps gave, one entry for each: its samples, means by metric (the loss first), sums over its samples.

    Sums are exact where they count; they are added up over an epoch.
    """

    sizes: np.ndarray
    means: dict[str, np.ndarray]
    sums: dict[str, np.ndarray]


class Task(ABC):
    """Made once for a run. It owns no loop, reads no tensor's value in a step, and knows no window."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.description: Description = task_of(setting.project)
        self.updaters = Updaters(setting.networks, setting.project.training, setting.device, self.rate_factors())
        self.forward = {n: forward_of(net, setting.project.training) for n, net in setting.networks.items()}
        self.at = (0, 0)  # epoch and batch of the next step, from 0: what goes by the clock follows them alone
        self.told: Verdicts | None = None  # of each sample, by the last whole evaluation; of classes alone
        self.only = ""  # a part of ``description.parts`` that the next steps are taken of alone

    @staticmethod
    def bare(description: Description, network: str) -> bool:
        """Whether ``network`` is built without its last Softmax or Sigmoid: then the loss works on scores."""
        return True

    def fixed_random(self, number: int = 0) -> torch.Generator:
        """Random numbers, on the CPU, that follow from the seed and ``number`` alone: the same at every look."""
        seed = random_states.derived_seed(self.setting.project.training.seed, "shown", number)
        return torch.Generator().manual_seed(seed)

    def rate_factors(self) -> dict[str, float]:
        """How many times the run's learning rate each network gets; 1 where it is not said."""
        return {}

    @property
    def tells_classes(self) -> bool:
        """Whether what it predicts is one of ``classes`` for each sample."""
        return False

    @property
    def classes(self) -> tuple[str, ...]:
        """Names of the classes that predictions are of; empty where they are of none."""
        return self.setting.dataset.classes

    @abstractmethod
    def step(self, batch: Batch) -> dict[str, Tensor]:
        """One update. Gives detached tensors and reads none of their values: nothing waits for a GPU."""

    @abstractmethod
    def values(self, steps: list[dict[str, Tensor]]) -> StepValues:
        """What ``step`` gave several times, read in one go."""

    @abstractmethod
    def evaluate(self, batches: Iterable[Batch], keep_going: Callable[[], bool]) -> dict[str, float] | None:
        """``loss`` (without penalties) and the description's metrics over ``batches``; None when told to end.

        Called with the networks evaluating and without gradients.
        """

    def weight(self, batch: Batch) -> float:
        """How much a batch counts in the loss that ``evaluate`` tells: as many samples as it has."""
        return float(len(batch[0]))

    @abstractmethod
    def predict(self, x: Tensor) -> Tensor:
        """What the network says of prepared samples, for people: probabilities, numbers in their units, an image.

        Called with the networks evaluating and without gradients.
        """

    @property
    def steps_in_turn(self) -> int:
        """After how many steps every network has learned; the last of them is the one that takes the most memory."""
        return 1

    @property
    def settled(self) -> int:
        """The epoch, from 0, from which on a step no longer depends on when it comes."""
        return 0

    def start_epoch(self, epoch: int) -> None:  # noqa: B027  (most tasks have nothing to do)
        """Called before the first step of the epoch number ``epoch``, from 0, and when a run goes on within it."""

    def first_non_finite(self, batch: Batch) -> str | None:
        """Path of the first layer that makes something infinite or undefined of ``batch``; None where none does."""
        for name, network in self.setting.networks.items():
            node = first_non_finite(network, batch[0])
            if node is not None:
                return node if len(self.setting.networks) == 1 else f"{name}.{node}"
        return None

    def failing(self, error: BaseException) -> str | None:
        """Path of the layer that was running when ``error`` was raised; None when none was."""
        for name, network in self.setting.networks.items():
            node = failing_node(network, error)
            if node is not None:
                return node if len(self.setting.networks) == 1 else f"{name}.{node}"
        return None

    def views(self) -> tuple[protocol.View, ...]:
        """What there is to see of the weights as they are; evaluating, without gradients, random state kept."""
        return ()
