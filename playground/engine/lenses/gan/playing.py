"""What all looks at an adversarial game share: the task, samples that are made, scores with gradients."""

from __future__ import annotations

import torch
from torch import Tensor

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.state import TrainingState
from playground.engine.tasks.adversarial import Adversarial
from playground.training.tasks import DISCRIMINATOR, GENERATOR


def game_of(state: TrainingState) -> Adversarial:
    """Raises ``CannotTrain`` where nothing plays."""
    if not isinstance(state.task, Adversarial):
        raise CannotTrain(tr("No generator is trained against a discriminator."), tr("Choose the adversarial task."))
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
