"""The edit behind "Use it": a kind that a page tells of becomes the project's, with what it can keep of parameters."""

from __future__ import annotations

from typing import Any

from playground.core.edits import Edit, SetTraining
from playground.core.project import OptimizerSettings, Project, ScheduleSettings
from playground.training.optimizers import OPTIMIZERS
from playground.training.schedules import SCHEDULES
from playground.ui.inspector.section import kept_params


def edit_for(project: Project, key: str) -> Edit:
    """The same edit as choosing it in the inspector makes. Raises ``KeyError`` for what cannot be used."""
    group, _, name = key.partition(":")
    training = project.training
    if group == "loss":
        return SetTraining({"loss": name})
    if group == "optimizer":
        params: dict[str, Any] = kept_params(OPTIMIZERS[name], training.optimizer.params)
        return SetTraining({"optimizer": OptimizerSettings(type=name, params=params)})
    if group == "schedule":
        params = kept_params(SCHEDULES[name], training.schedule.params)
        return SetTraining({"schedule": ScheduleSettings(type=name, params=params)})
    if group == "task":
        from playground.training.starting import edits_for_task

        return edits_for_task(project, name)
    if group == "data":
        from playground.training.follow import edits_for_dataset

        return edits_for_dataset(project, name)
    raise KeyError(key)
