"""What going on takes besides weights and position, in the form in which it is written down and taken up again."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from playground.core.language import tr
from playground.engine import random_states
from playground.engine.state import TrainingState


def memory_of(state: TrainingState) -> dict[str, Any]:
    """Plain data: which optimizer it is, the rate that was chosen, what schedule and early stopping wait for."""
    return {
        "type": state.project.training.optimizer.type,
        "learning_rate": state.learning_rate,
        "schedule": state.rates.to_dict(),
        "stopping": state.watch.to_dict(),
    }


def take_up(
    state: TrainingState,
    memory: dict[str, Any],
    optimizers: dict[str, torch.Tensor],
    best: dict[str, torch.Tensor],
    random: dict[str, str],
) -> None:
    """The inverse of ``memory_of``, with the optimizers' tensors, the weights of the best epoch and the random states.

    The learning rate is left to the caller: it counts from the step at which the run stands. Raises ``ValueError``,
    ``KeyError``, ``TypeError`` or ``OverflowError`` for what does not fit.
    """
    state.task.updaters.load_state_tensors(optimizers.items())
    state.rates.take_up(dict(memory.get("schedule", {})))
    state.watch.take_up(dict(memory.get("stopping", {})), _like(best, state.module))
    state.random |= random
    random_states.restore(state.random, state.device)


def learning_rate(memory: dict[str, Any]) -> float:
    """The rate that was chosen. Raises ``ValueError``, ``KeyError`` or ``TypeError`` for what is none."""
    rate = float(memory["learning_rate"])
    if rate <= 0:
        raise ValueError(tr("its learning rate is {rate:g}", rate=rate))
    return rate


def _like(tensors: dict[str, torch.Tensor], module: nn.Module) -> dict[str, torch.Tensor]:
    """``tensors`` on the device of ``module``. Raises ``ValueError`` unless they are its own, or none."""
    own = module.state_dict()
    if tensors and (tensors.keys() != own.keys() or any(tensors[key].shape != own[key].shape for key in own)):
        raise ValueError(tr("the best weights are not those of its networks"))
    return {key: tensor.to(own[key].device) for key, tensor in tensors.items()}
