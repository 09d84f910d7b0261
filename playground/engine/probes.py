"""What can be seen of a step besides its loss: gradient norms, update ratios, and weights kept to go back to."""

from __future__ import annotations

import copy
from dataclasses import dataclass

import torch
from torch import Tensor, fx

from playground.engine.optimizers import build_optimizer, trained
from playground.engine.state import Position, Totals, TrainingState
from playground.protocol import GRADIENT, UPDATE

_TINY = 1e-12


@dataclass(frozen=True)
class Snapshot:
    """Weights and buffers by name, and where the run was."""

    position: Position
    totals: Totals
    tensors: dict[str, Tensor]

    @classmethod
    def of(cls, state: TrainingState) -> Snapshot:
        tensors = {name: tensor.detach().clone() for name, tensor in state.module.state_dict().items()}
        return cls(copy.copy(state.position), copy.copy(state.totals), tensors)

    def put_back(self, state: TrainingState) -> None:
        """Weights and position as they were; the optimizer forgets, for what it remembers may be infinite."""
        state.module.load_state_dict(self.tensors)
        rate = state.learning_rate
        state.optimizer = build_optimizer(state.project.training, state.module, state.device)
        state.set_learning_rate(rate)
        state.position, state.totals = copy.copy(self.position), copy.copy(self.totals)
        state.history.rewind(self.position.step)


def layer_norms(module: fx.GraphModule, layers: tuple[str, ...], before: Snapshot) -> dict[str, Tensor]:
    """``gradient/<node>``: ‖∇‖ over the weights that train; ``update/<node>``: ‖Δw‖ / ‖w‖ of theirs since ``before``.

    Zero-dimensional tensors, not read yet.
    """
    found: dict[str, Tensor] = {}
    for layer in layers:
        named = [(f"{layer}.{name}", p) for name, p in trained(module.get_submodule(layer))]
        old = [before.tensors[name] for name, _ in named]
        gradients = [p.grad for _, p in named if p.grad is not None]
        if gradients:
            found[f"{GRADIENT}/{layer}"] = _norm(gradients)
        moved = _norm([p.detach() - was for (_, p), was in zip(named, old, strict=True)])
        found[f"{UPDATE}/{layer}"] = moved / _norm(old).clamp(min=_TINY)
    return found


def _norm(tensors: list[Tensor]) -> Tensor:
    return torch.nn.utils.get_total_norm(tensors)
