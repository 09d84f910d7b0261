"""What all looks at an adversarial game share: the task, scores with gradients, samples that are made anew in turn."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor

from playground.engine.errors import CannotTrain
from playground.engine.state import TrainingState
from playground.engine.tasks.adversarial import Adversarial
from playground.training.tasks import DISCRIMINATOR, GENERATOR

_FIRST, _MOST = 4, 512  # samples at a time, before and after it is known what one takes


def game_of(state: TrainingState) -> Adversarial:
    """Raises ``CannotTrain`` where nothing plays."""
    if not isinstance(state.task, Adversarial):
        raise CannotTrain("This run trains no generator against a discriminator.", "Choose the adversarial task.")
    return state.task


def generated(state: TrainingState, noise: Tensor) -> Tensor:
    """What the generator makes of noise N×size, as networks take samples, float32."""
    return state.networks[GENERATOR](noise).float()


def scored(state: TrainingState, x: Tensor) -> Tensor:
    """The discriminator's scores, N, before any Sigmoid."""
    scores: Tensor = state.networks[DISCRIMINATOR](x).float().flatten()
    return scores


def pushed(state: TrainingState, fakes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """For each of ``fakes`` N×shape: −∂L/∂fake N×shape and ∂L/∂score N of its own part L of the generator's loss, and
    its score N. The networks evaluate, so no fake has a part in another's.
    """
    task = game_of(state)
    # cuDNN differentiates recurrent layers in training mode alone
    with torch.inference_mode(False), torch.enable_grad(), torch.backends.cudnn.flags(enabled=False):
        given = fakes.clone().requires_grad_(True)
        scores = state.networks[DISCRIMINATOR](given).float()
        whole = task.forging_loss(scores) * len(fakes)  # the loss is a mean
        slopes = torch.autograd.grad(whole, (given, scores))
    return -slopes[0], slopes[1].flatten(), scores.detach().flatten()


class Turns:
    """Samples that are worked out anew in turn, the oldest first, a few hundredths of a second long at a time."""

    def __init__(self, count: int, seconds: float) -> None:
        self._made = np.full(count, -1)  # after which step each was made
        self._seconds, self._each = seconds, 0.0

    def work(self, step: int, make: Callable[[np.ndarray], None]) -> None:
        """Have ``make`` work out those whose numbers it is given, of the weights after ``step``."""
        began = time.perf_counter()
        while (stale := self._stale(step)).size:
            left = self._seconds - (time.perf_counter() - began)
            fitting = _FIRST if not self._each else int(left / self._each)
            picked = stale[: min(max(fitting, 1), _MOST)]
            at = time.perf_counter()
            make(picked)
            now = time.perf_counter()
            self._made[picked], self._each = step, (now - at) / len(picked)
            if now - began >= self._seconds:
                return

    def known(self) -> np.ndarray:
        """Which were made at all: bool n."""
        return np.asarray(self._made >= 0)

    def current(self, step: int) -> float:
        """The part that is of the weights after ``step``."""
        return float((self._made == step).mean()) if len(self._made) else 1.0

    def _stale(self, step: int) -> np.ndarray:
        stale = np.flatnonzero(self._made != step)
        return np.asarray(stale[np.argsort(self._made[stale], kind="stable")])
