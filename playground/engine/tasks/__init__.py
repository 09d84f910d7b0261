"""What a step, an evaluation and a preview are, one file for each task."""

from __future__ import annotations

from playground.core.project import Project
from playground.engine.tasks.supervised import EVALUATION_BATCH, Supervised
from playground.training.datasets import Dataset

__all__ = ["EVALUATION_BATCH", "Supervised", "build_task"]


def build_task(project: Project, network: str, dataset: Dataset) -> Supervised:
    """The task that the project names."""
    return Supervised(project, network, dataset)
