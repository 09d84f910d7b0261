"""The first step of a process is slow: torch loads kernels, the data are decoded. Done once, before anybody waits."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import torch

from playground.core.graph import Graph, Link, Node
from playground.core.project import DataSettings, Project, TrainingSettings
from playground.engine.control import Control
from playground.engine.data import DataError
from playground.engine.devices import available_devices
from playground.engine.loop import prepare, run
from playground.engine.threads import training_threads, use_training_threads
from playground.protocol import Progress, Ready


def ready() -> Ready:
    """Warm up, then say what there is."""
    use_training_threads()
    devices = available_devices()
    _take_a_step()
    return Ready(devices, str(torch.__version__), training_threads())


def _take_a_step() -> None:
    """One step of a small network on the bundled digits, on the very path that a run takes."""
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
    try:
        state = prepare(project)
    except DataError:
        return  # told to whoever chooses these data; the worker serves other data all the same
    control = Control()
    for event in run(state, control):
        if isinstance(event, Progress):
            control.abort()
