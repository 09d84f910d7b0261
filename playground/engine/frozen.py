"""A run's weights as they are, for somebody who looks at them for long while training goes on."""

from __future__ import annotations

import copy
from dataclasses import replace

from playground.engine.preparation import together
from playground.engine.state import TrainingState
from playground.engine.tasks import TASKS, Setting


def frozen(state: TrainingState) -> TrainingState:
    """A copy with networks of its own that nobody trains."""
    networks = {name: copy.deepcopy(network) for name, network in state.networks.items()}
    setting = Setting(state.project, networks, state.samples, state.device)
    task = TASKS[state.project.task.type](setting)
    task.at = state.task.at
    return replace(state, networks=networks, module=together(networks), task=task)
