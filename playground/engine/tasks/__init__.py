"""What a step, an evaluation and a preview are, one file for each task."""

from __future__ import annotations

from playground.engine.tasks.adversarial import Adversarial
from playground.engine.tasks.autoencoder import Autoencoder
from playground.engine.tasks.sequences import Forecasting
from playground.engine.tasks.supervised import Supervised
from playground.engine.tasks.task import EVALUATION_BATCH, Setting, StepValues, Task
from playground.engine.tasks.variational import VariationalAutoencoder

__all__ = [
    "EVALUATION_BATCH", "TASKS", "Adversarial", "Autoencoder", "Forecasting", "Setting", "StepValues", "Supervised",
    "Task", "VariationalAutoencoder",
]  # fmt: skip

# By the names of ``training.tasks``.
TASKS: dict[str, type[Task]] = {
    "supervised": Supervised,
    "forecasting": Forecasting,
    "text": Supervised,
    "autoencoder": Autoencoder,
    "vae": VariationalAutoencoder,
    "gan": Adversarial,
}
