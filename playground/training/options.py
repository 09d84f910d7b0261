"""What is said of training settings that a run will follow otherwise than they stand there."""

from __future__ import annotations

from collections.abc import Iterator

from playground.core.edits import SetTraining
from playground.core.language import tr
from playground.core.problems import Fix, Problem
from playground.core.project import Project
from playground.training.datasets import Dataset
from playground.training.metrics import METRICS
from playground.training.tasks.task import Task


def option_problems(project: Project, task: Task, dataset: Dataset | None) -> Iterator[Problem]:
    """Warnings: mixed precision on a processor, and early stopping by what the task does not measure."""
    training = project.training
    if training.precision == "mixed" and training.device == "cpu":
        yield Problem(
            "warning", "precision", tr("Mixed precision is for graphics cards; on the CPU it trains in 32 bits."),
            tr("Choose another device, or 32 bits."), field="precision",
            fix=Fix(tr("Use 32 bits"), SetTraining({"precision": "float32"})),
        )  # fmt: skip
    stopping = training.early_stopping
    if not stopping.on or dataset is None or stopping.metric == "loss":
        return
    measured = task.metrics(project, dataset)
    if stopping.metric not in measured:
        named = tr(METRICS[stopping.metric].title) if stopping.metric in METRICS else repr(stopping.metric)
        known = ", ".join(tr(METRICS[name].title).lower() for name in ("loss", *measured))
        watching_loss = {"early_stopping": stopping.replace(metric="loss").model_dump()}
        yield Problem(
            "warning", "stopping-metric",
            tr("Early stopping watches {named}, which is not measured: the loss is.", named=named),
            tr("Watch one of: {names}.", names=known), field="early_stopping",
            fix=Fix(tr("Watch the loss"), SetTraining(watching_loss)),
        )  # fmt: skip
