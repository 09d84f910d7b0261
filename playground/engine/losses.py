"""The losses, computed from the scores before a last Softmax or Sigmoid: never applied twice, never the log of 0."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from playground.training.losses import reading

# scores N×classes before the final activation, targets int64 N -> mean over the batch
LossFunction = Callable[[Tensor, Tensor], Tensor]


def activate(scores: Tensor, final: str | None) -> Tensor:
    """Apply the final activation that was left out: "softmax", "log_softmax", "sigmoid" or None."""
    if final == "softmax":
        return torch.softmax(scores, 1)
    if final == "log_softmax":
        return torch.log_softmax(scores, 1)
    if final == "sigmoid":
        return torch.sigmoid(scores)
    return scores


def probabilities(scores: Tensor, loss: str, final: str | None) -> Tensor:
    """What the network says, N×classes, read as ``training.losses.reading`` has it.

    A last Log softmax is read as the probabilities whose logarithms it gives. Where nothing is squeezed the outputs
    are scores, and are not to be called probabilities.
    """
    read = reading(loss, final)
    return activate(scores, "softmax" if read == "log_softmax" else read)


def loss_function(loss: str, final: str | None) -> LossFunction:
    """``loss`` for a network whose last activation is ``final``. Raises ``KeyError`` for an unknown loss."""
    return {
        "cross_entropy": _cross_entropy,
        "binary_cross_entropy": _binary_cross_entropy,
        "mean_squared_error": _squared_error,
        "mean_absolute_error": _absolute_error,
    }[loss](final)


def _cross_entropy(final: str | None) -> LossFunction:
    if final == "sigmoid":
        # outputs that do not add up to 1 are divided by their sum: log pᵢ = log σ(zᵢ) − log Σ σ(zⱼ)
        return lambda scores, targets: functional.cross_entropy(functional.logsigmoid(scores), targets)
    return functional.cross_entropy


def _binary_cross_entropy(final: str | None) -> LossFunction:
    if final in {"softmax", "log_softmax"}:
        return _binary_of_softmax
    return lambda scores, targets: functional.binary_cross_entropy_with_logits(scores, _one_hot(scores, targets))


def _binary_of_softmax(scores: Tensor, targets: Tensor) -> Tensor:
    log_p = functional.log_softmax(scores, 1)
    # log(1 − p) through expm1: exact for small p. Where p rounds to 1 the clamp keeps the logarithm finite.
    log_rest = torch.log(-torch.expm1(log_p.clamp(max=-torch.finfo(log_p.dtype).eps)))
    wanted = _one_hot(scores, targets)
    return -(wanted * log_p + (1 - wanted) * log_rest).mean()


def _squared_error(final: str | None) -> LossFunction:
    return lambda scores, targets: functional.mse_loss(activate(scores, final), _one_hot(scores, targets))


def _absolute_error(final: str | None) -> LossFunction:
    return lambda scores, targets: functional.l1_loss(activate(scores, final), _one_hot(scores, targets))


def _one_hot(scores: Tensor, targets: Tensor) -> Tensor:
    return torch.zeros_like(scores).scatter_(1, targets.unsqueeze(1), 1.0)
