"""The tasks as descriptions: one class for each, found by name. ``engine/tasks`` does what they say."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from playground.core.graph import fault_from
from playground.core.language import tr
from playground.core.problems import Problem
from playground.core.project import Project, TaskSettings
from playground.training.tasks.adversarial import DISCRIMINATOR, GENERATOR, Adversarial
from playground.training.tasks.autoencoder import Autoencoder
from playground.training.tasks.sequences import Forecasting, TextClassification
from playground.training.tasks.supervised import Supervised
from playground.training.tasks.task import Task
from playground.training.tasks.variational import Cut, VariationalAutoencoder

__all__ = [
    "DISCRIMINATOR", "GENERATOR", "TASKS", "Adversarial", "Autoencoder", "Cut", "Forecasting", "Supervised", "Task",
    "TextClassification", "VariationalAutoencoder", "read_task", "settings_problems", "task_of",
]  # fmt: skip

# In the order of the window.
_KINDS: tuple[type[Task], ...] = (
    Supervised, Forecasting, TextClassification, Autoencoder, VariationalAutoencoder, Adversarial,
)  # fmt: skip
TASKS: dict[str, type[Task]] = {kind.name: kind for kind in _KINDS}


def read_task(settings: TaskSettings) -> Task:
    """The task with its parameters. Raises ``KeyError`` for an unknown name, ``ValidationError`` for parameters."""
    return TASKS[settings.type].read(settings.params)


def task_of(project: Project) -> Task:
    """The project's task; the one that all others are measured by where it is unknown or its parameters are wrong,
    which ``settings_problems`` reports.
    """
    try:
        return read_task(project.task)
    except (KeyError, ValidationError):
        return TASKS.get(project.task.type, Supervised)()


def settings_problems(project: Project) -> Iterator[Problem]:
    """A task that is not known, or a parameter that it refuses."""
    kind = TASKS.get(project.task.type)
    if kind is None:
        known = ", ".join(TASKS)
        yield Problem(
            "error",
            "task",
            tr("The task {type!r} is not known.", type=project.task.type),
            tr("Use one of: {known}.", known=known),
        )
        return
    try:
        kind.read(project.task.params)
    except ValidationError as error:
        fault = fault_from(error)
        yield Problem(
            "error",
            "task",
            tr("{title}: {message}.", title=tr(kind.title), message=fault.message),
            fault.hint,
            field=fault.field,
        )
