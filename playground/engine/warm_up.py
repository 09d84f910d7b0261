"""The first step of a process is slow: torch loads kernels, the data are decoded. Done once, before anybody waits."""

from __future__ import annotations

import logging
from itertools import pairwise
from typing import Any

import torch

from playground.core.graph import Graph, Link, Node
from playground.core.project import DataSettings, Project, TrainingSettings
from playground.engine.control import Control
from playground.engine.data import DataError
from playground.engine.devices import available_devices, choose_device, set_aside
from playground.engine.errors import CannotTrain
from playground.engine.loop import prepare, run
from playground.engine.threads import training_threads, use_training_threads
from playground.protocol import Progress, Ready, RunFailed

_log = logging.getLogger(__name__)


def ready() -> Ready:
    """Warm up, then say what there is."""
    use_training_threads()
    try:
        _warm(choose_device("auto"))
    except DataError as error:
        _log.warning("no warm-up: %s", error)  # told to whoever chooses these data; other data are served all the same
    return Ready(available_devices(), str(torch.__version__), training_threads())


def _warm(device: torch.device) -> None:
    """Take a step on ``device``. One that cannot is set aside, and the CPU warmed instead."""
    failure = _take_a_step(device.type)
    if failure is None:
        return
    if device.type == "cpu":
        _log.warning("no warm-up: %s", failure)  # whoever runs a network is told
        return
    set_aside(device.type, failure)
    _warm(choose_device("auto"))


def _take_a_step(device: str) -> str | None:
    """One step of a small network on the bundled digits, on the very path that a run takes; why it failed, if it did.

    Raises ``DataError``.
    """
    kinds: tuple[tuple[str, dict[str, Any]], ...] = (
        ("Input", {}),
        ("Conv2D", {"filters": 8, "activation": "ReLU"}),
        ("MaxPool2D", {}),
        ("Flatten", {}),
        ("Dense", {"units": 10, "activation": "Softmax"}),
    )
    nodes = tuple(Node(id=f"layer{i}", type=kind, params=params) for i, (kind, params) in enumerate(kinds))
    links = tuple(Link(source=a.id, target=b.id) for a, b in pairwise(nodes))
    project = Project(
        networks={"Warm-up": Graph(nodes=nodes, links=links)},
        data=DataSettings(dataset="digits", limit=64),
        training=TrainingSettings(batch_size=32, epochs=1),
    )
    control = Control()
    try:
        for event in run(prepare(project, device=device), control):
            if isinstance(event, Progress):
                control.abort()
            elif isinstance(event, RunFailed):
                return event.message
    except (CannotTrain, RuntimeError, AssertionError) as error:  # torch asserts that it was built for the device
        return str(error)
    return None
