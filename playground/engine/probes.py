"""What can be seen of a step besides its loss: gradient norms, update ratios, and weights kept to go back to."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field, replace

import torch
from torch import Tensor, nn

from playground.engine import random_states
from playground.engine.optimizers import trained
from playground.engine.plateau import Plateau
from playground.engine.state import Position, Totals, TrainingState
from playground.engine.stopping import Watch
from playground.protocol import GRADIENT, UPDATE

_TINY = 1e-12
_MOST_MEMORY = 64 * 2**20  # bytes of an optimizer's memory that is kept along with weights


@dataclass(frozen=True)
class Snapshot:
    """Weights and buffers by name, where the run was, what it waited for, and the random numbers that came next.

    ``memory`` is that of the optimizers, empty where it is too large to be copied every now and then.
    """

    position: Position
    totals: Totals
    tensors: dict[str, Tensor]
    watch: Watch
    plateau: Plateau | None
    random: dict[str, str]
    memory: dict[str, Tensor] = field(default_factory=dict)

    @classmethod
    def of(cls, state: TrainingState, random: dict[str, str] | None = None) -> Snapshot:
        """``random`` where the generators do not stand where the run does."""
        tensors = {name: tensor.detach().clone() for name, tensor in state.module.state_dict().items()}
        # shallow copies will do: what they hold is replaced, never changed
        waiting = copy.copy(state.watch), copy.copy(state.rates.plateau)
        drawn = random_states.capture(state.device) if random is None else random
        memory = state.task.updaters.copied_memory(_MOST_MEMORY)
        return cls(copy.copy(state.position), state.totals.copy(), tensors, *waiting, drawn, memory)

    def afresh(self, state: TrainingState) -> Snapshot:
        """Once it is put back and the run is to go on from it: with new optimizers and the random numbers of now."""
        return replace(self, random=random_states.capture(state.device), memory={})

    def put_back(self, state: TrainingState) -> None:
        """Weights and position as they were; the optimizers forget, for what they remember may be infinite."""
        state.module.load_state_dict(self.tensors)
        state.module.zero_grad(set_to_none=True)  # of a step that was undone
        state.renewed()
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
