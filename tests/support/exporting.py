"""Models to export whose weights come from a seed, and the place that a refused export leaves as it was."""

from __future__ import annotations

from pathlib import Path

import torch
from networks import chain

from playground.core.project import Project
from playground.engine.compiler import compile_graph
from playground.engine.trained import TrainedModel
from playground.training.datasets import describe

SMALL = chain("Input", "Flatten", ("Dense", {"units": 10, "activation": "Softmax"}))
OLD = b"what was there before"


def built(made: Project) -> TrainedModel:
    """A model whose weights come from a seed; also of networks that no task can train."""
    dataset, name = describe(made.data), made.main_network
    assert dataset is not None
    torch.manual_seed(0)
    module = compile_graph(made.networks[name], dataset.shape, networks=made.networks)
    return TrainedModel.with_weights(made, name, module.state_dict())


def assert_untouched(folder: Path, name: str) -> None:
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [(name, OLD)]
