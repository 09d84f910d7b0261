"""What can be seen of a step besides its loss: gradient norms, update ratios, and weights kept to go back to."""

from __future__ import annotations

import copy
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from playground.engine.optimizers import trained
from playground.engine.plateau import Plateau
from playground.engine.state import Position, Totals, TrainingState
from playground.engine.stopping import Watch
from playground.protocol import GRADIENT, UPDATE

_TINY = 1e-12


@dataclass(frozen=True)
class Snapshot:
    """Weights and buffers by name, where the run was, and what it waited for."""

    position: Position
    totals: Totals
    tensors: dict[str, Tensor]
    watch: Watch
    plateau: Plateau | None

    @classmethod
    def of(cls, state: TrainingState) -> Snapshot:
        tensors = {name: tensor.detach().clone() for name, tensor in state.module.state_dict().items()}
        # shallow copies will do: what they hold is replaced, never changed
        waiting = copy.copy(state.watch), copy.copy(state.rates.plateau)
        return cls(copy.copy(state.position), state.totals.copy(), tensors, *waiting)

    def put_back(self, state: TrainingState) -> None:
        """Weights and position as they were; the optimizers forget, for what they remember may be infinite."""
        state.module.load_state_dict(self.tensors)
        state.position, state.totals = copy.copy(self.position), self.totals.copy()
        # epochs that are undone are waited for again
        state.watch, state.rates.plateau = copy.copy(self.watch), copy.copy(self.plateau)
        state.task.updaters.reset()
        state.apply_rate()
        state.history.rewind(self.position.step)


def layer_norms(module: nn.Module, layers: tuple[str, ...], before: Snapshot) -> dict[str, Tensor]:
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
