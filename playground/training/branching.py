"""Whether a run can be taken up at one of its steps and trained on with the settings as they are now."""

from __future__ import annotations

from typing import Any

from playground.core.language import mark, tr
from playground.core.project import Project, TrainingSettings
from playground.training.optimizers import OPTIMIZERS


def what_differs(trained: Project, now: Project) -> str:
    """What keeps the steps of a run from being gone on from with the settings of ``now``; empty where nothing does.

    Networks, task, data, seed and batches must be those that were trained; rate, optimizer, schedule, penalties,
    early stopping and the number of epochs may be others.
    """
    one, other = trained.training, now.training
    pairs: dict[str, tuple[Any, Any]] = {
        mark("the network"): (_networks(trained), _networks(now)),
        mark("the task"): (trained.task, now.task),
        mark("the data"): (trained.data, now.data),
        mark("the seed"): (one.seed, other.seed),
        mark("the size of the batches"): (_batches(one), _batches(other)),
        mark("the loss"): (one.loss, other.loss),
        mark("the device"): (one.device, other.device),
    }
    return next((tr(name) for name, (before, after) in pairs.items() if before != after), "")


def _networks(project: Project) -> Any:
    """What trains: places and notes do not matter."""
    graphs = {
        name: ([(node.id, node.type, node.params) for node in graph.nodes], graph.links)
        for name, graph in project.networks.items()
    }
    return graphs, project.main_network


def _batches(training: TrainingSettings) -> int | None:
    """Samples in a batch, None for all."""
    kind = OPTIMIZERS.get(training.optimizer.type)
    return None if kind is not None and kind.full_batch else training.batch_size
