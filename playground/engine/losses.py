"""The losses, computed from the scores before a last Softmax or Sigmoid: never applied twice, never the log of 0."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from playground.core.language import mark, tr
from playground.layers.shared.elementwise import feature_axis
from playground.training.datasets import Target
from playground.training.losses import LOSSES, reading

# Scores N×classes (N×1 will do for two), N×labels or N×shape, before the final activation; targets int64 N of classes
# (or float N×classes: probabilities), float32 N×labels or N×shape. Gives the mean over the batch; ``per_sample``: N.
LossFunction = Callable[[Tensor, Tensor], Tensor]

Reduction = Literal["none", "mean"]
# ``(scores, wanted, final, axis, reduction)``; "none" leaves one number for each output (pointwise) or each sample.
_KINDS = {"classes": mark("classes"), "labels": mark("labels"), "values": mark("values"), "none": mark("nothing")}
_Formula = Callable[[Tensor, Tensor, "str | None", int, Reduction], Tensor]

_HUBER_DELTA = 1.0
_DISTRIBUTION_ERROR = 1e-3  # how far from 1 a sum may be, of numbers that were written with few digits


def activate(scores: Tensor, final: str | None, axis: int = 1) -> Tensor:
    """Apply the final activation that was left out: "softmax", "log_softmax", "sigmoid" or None."""
    if final == "softmax":
        return torch.softmax(scores, axis)
    if final == "log_softmax":
        return torch.log_softmax(scores, axis)
    if final == "sigmoid":
        return torch.sigmoid(scores)
    return scores


def probabilities(scores: Tensor, loss: str, final: str | None, target: Target) -> Tensor:
    """What the network says: N×classes (two columns also where one output tells two classes apart), N×labels, or the
    values that it predicts, N×shape.

    Read as ``training.losses.reading`` has it. A last Log softmax over classes is read as the probabilities whose
    logarithms it gives. Where nothing is squeezed the outputs are scores, and are not to be called probabilities.
    """
    scores, read, axis = _full(scores), reading(loss, final), _axis(target)
    if target.kind not in {"classes", "labels"}:
        return activate(scores, read, axis)
    if _single(scores, target):
        return _both_classes(scores, loss, read)
    return activate(scores, "softmax" if read == "log_softmax" else read, axis)


def threshold(loss: str, final: str | None) -> float:
    """The number above which an output of ``probabilities`` means yes, for several labels."""
    return 0.0 if loss == "hinge" and final is None else 0.5


def loss_function(loss: str, final: str | None, target: Target, class_weights: Tensor | None = None) -> LossFunction:
    """``loss`` for a network whose last activation is ``final``: the mean over the batch and all outputs.

    With ``class_weights`` (one for each class, on the device of the scores) the mean is weighted by the true classes,
    as torch's ``cross_entropy`` does; of targets that are no classes they weigh nothing. Raises ``KeyError`` for an
    unknown loss, ``ValueError`` for one that takes classes alone where the target has none.
    """
    if class_weights is not None and target.kind == "classes":
        return _weighted(per_sample(loss, final, target), class_weights)
    return _reduced(loss, final, target, "mean")


def per_sample(loss: str, final: str | None, target: Target) -> LossFunction:
    """Like ``loss_function``, but a loss for each sample: N, their mean is the loss. Raises ``KeyError``."""
    reduced = _reduced(loss, final, target, "none")

    def losses(scores: Tensor, targets: Tensor) -> Tensor:
        found = reduced(scores, targets)
        return found if found.dim() == 1 else found.flatten(1).mean(1)

    return losses


def class_weights(setting: str | tuple[float, ...], targets: np.ndarray | Tensor, classes: int) -> Tensor | None:
    """Weights for ``loss_function``, float32, from the class numbers of the training part, N; None for equal ones.

    Balanced: n / (k · nᶜ) for the k classes that there are, so that the mean over the samples is 1; a class without
    samples weighs 0. Raises ``ValueError``, in a person's words, for weights that do not fit.
    """
    if setting == "equal" or classes == 0:
        return None
    if not isinstance(setting, str):
        return _given_weights(setting, classes)
    counts = torch.bincount(torch.as_tensor(targets).long().flatten(), minlength=classes).double()
    present = counts > 0
    shares = counts.sum() / (present.sum() * counts.clamp(min=1))
    return torch.where(present, shares, 0.0).float()


def unfit(loss: str, target: Target, targets: np.ndarray) -> str | None:
    """Why ``loss`` cannot judge these prepared ``targets``, in a person's words; None where it can."""
    if loss != "kl_divergence" or target.kind != "values" or not len(targets):
        return None
    sums = targets.sum(1 if target.shape is None else feature_axis(target.shape) + 1, dtype=np.float64)
    wrong = np.abs(sums - 1).reshape(len(targets), -1).max(1) > _DISTRIBUTION_ERROR
    wrong |= targets.reshape(len(targets), -1).min(1) < 0
    if not wrong.any():
        return None
    return tr(
        "KL divergence compares distributions, but {wrong:,} of {count:,} targets have a number "
        "below 0 or do not add up to 1. Choose mean squared error, or targets that are distributions "
        "without scaling.",
        wrong=int(wrong.sum()),
        count=len(targets),
    )


def _given_weights(weights: tuple[float, ...], classes: int) -> Tensor:
    if len(weights) != classes:
        raise ValueError(
            tr(
                "{count} class weights are given, but there are {classes} classes. Give one for each.",
                count=len(weights),
                classes=classes,
            )
        )
    if not any(weights):
        raise ValueError(tr("All class weights are 0: nothing would be learned. Make at least one larger."))
    return torch.tensor(weights, dtype=torch.float32)


# --- from formulas to functions --------------------------------------------------------------------------------------


def _axis(target: Target) -> int:
    """The axis of a batch of outputs that a Softmax goes over."""
    return 1 if target.shape is None else feature_axis(target.shape) + 1


def _full(scores: Tensor) -> Tensor:
    """Of 16 bits, which a loss would round away, 32."""
    return scores.float() if scores.dtype in {torch.float16, torch.bfloat16} else scores


def _single(scores: Tensor, target: Target) -> bool:
    """Whether one output says which of two classes it is."""
    return target.binary and scores.shape[1:].numel() == 1


def _both_classes(scores: Tensor, loss: str, read: str | None) -> Tensor:
    """N×2 of N×1: what one output says of the first class and of the second."""
    scores = scores.reshape(-1, 1)
    if read == "sigmoid":
        return torch.sigmoid(torch.cat((-scores, scores), 1))
    if loss == "hinge" and read is None:
        return torch.cat((-scores, scores), 1)
    second = activate(scores, read)
    return torch.cat((1 - second, second), 1)


def _weighted(losses: LossFunction, weights: Tensor) -> LossFunction:
    """The mean of the losses of N samples, each weighted by its class; 0 where no class of the batch weighs."""

    def mean(scores: Tensor, targets: Tensor) -> Tensor:
        shares = weights[targets] if targets.dim() == 1 else targets @ weights
        total = shares.sum().clamp(min=torch.finfo(weights.dtype).tiny)
        return (losses(scores, targets) * shares).sum() / total

    return mean


def _reduced(loss: str, final: str | None, target: Target, reduction: Reduction) -> LossFunction:
    formula = _formula(loss, target)
    axis = _axis(target)

    def reduced(scores: Tensor, targets: Tensor) -> Tensor:
        scores = _full(scores)
        if target.kind == "classes":
            if loss in _OF_CLASSES and not (loss == "hinge" and _single(scores, target)):
                return _OF_CLASSES[loss](scores, targets, final, 1, reduction)
            targets = _one_hot(scores, targets, target)
        elif scores.shape != targets.shape:  # torch would stretch one to fit the other, with a warning at most
            raise ValueError(f"outputs of shape {tuple(scores.shape)} for targets of shape {tuple(targets.shape)}")
        return formula(scores, targets, final, axis, reduction)

    return reduced


def _formula(loss: str, target: Target) -> _Formula:
    """What compares outputs and targets number by number. Raises as ``loss_function`` does."""
    if target.kind == "classes":
        return _POINTWISE.get(loss) or _OF_CLASSES[loss]
    if loss not in _POINTWISE and loss in _OF_CLASSES:
        raise ValueError(
            tr("{title} judges classes, not {kind}.", title=tr(LOSSES[loss].title), kind=tr(_KINDS[target.kind]))
        )
    return _POINTWISE[loss]


def _one_hot(scores: Tensor, targets: Tensor, target: Target) -> Tensor:
    """What outputs are wanted of classes: 1 for the true one, 0 for the others. One output: 1 for the second class."""
    if targets.dim() > 1:
        return targets[:, 1:].reshape(scores.shape) if _single(scores, target) else targets
    if _single(scores, target):
        return targets.to(scores.dtype).reshape(scores.shape)
    return torch.zeros_like(scores).scatter_(1, targets.unsqueeze(1), 1.0)


# --- the formulas ----------------------------------------------------------------------------------------------------


def _cross_entropy(scores: Tensor, targets: Tensor, final: str | None, _: int, reduction: Reduction) -> Tensor:
    if final == "sigmoid":
        # outputs that do not add up to 1 are divided by their sum: log pᵢ = log σ(zᵢ) − log Σ σ(zⱼ)
        scores = functional.logsigmoid(scores)
    return functional.cross_entropy(scores, targets, reduction=reduction)


def _divergence(scores: Tensor, wanted: Tensor, final: str | None, axis: int, reduction: Reduction) -> Tensor:
    """Summed over the distribution. Of one true class it is the cross-entropy: 1·log 1 adds nothing."""
    if not wanted.is_floating_point():
        return _cross_entropy(scores, wanted, final, axis, reduction)
    log_p = torch.log_softmax(functional.logsigmoid(scores) if final == "sigmoid" else scores, axis)
    found = functional.kl_div(log_p, wanted, reduction="none").sum(axis)
    return found.mean() if reduction == "mean" else found


def _binary_cross_entropy(scores: Tensor, wanted: Tensor, final: str | None, axis: int, reduction: Reduction) -> Tensor:
    if final not in {"softmax", "log_softmax"}:
        return functional.binary_cross_entropy_with_logits(scores, wanted, reduction=reduction)
    log_p = functional.log_softmax(scores, axis)
    # log(1 − p) through expm1: exact for small p. Where p rounds to 1 the clamp keeps the logarithm finite.
    log_rest = torch.log(-torch.expm1(log_p.clamp(max=-torch.finfo(log_p.dtype).eps)))
    found = wanted * log_p + (1 - wanted) * log_rest
    return -found.mean() if reduction == "mean" else -found


def _squared_error(scores: Tensor, wanted: Tensor, final: str | None, axis: int, reduction: Reduction) -> Tensor:
    return functional.mse_loss(activate(scores, final, axis), wanted, reduction=reduction)


def _absolute_error(scores: Tensor, wanted: Tensor, final: str | None, axis: int, reduction: Reduction) -> Tensor:
    return functional.l1_loss(activate(scores, final, axis), wanted, reduction=reduction)


def _huber(scores: Tensor, wanted: Tensor, final: str | None, axis: int, reduction: Reduction) -> Tensor:
    outputs = activate(scores, final, axis)
    return functional.huber_loss(outputs, wanted, reduction=reduction, delta=_HUBER_DELTA)


def _hinge(scores: Tensor, wanted: Tensor, final: str | None, axis: int, reduction: Reduction) -> Tensor:
    """A yes or no for each output: 1 is wanted above +1, 0 below −1."""
    found = functional.relu(1 - (2 * wanted - 1) * activate(scores, final, axis))
    return found.mean() if reduction == "mean" else found


def _multi_margin(scores: Tensor, targets: Tensor, final: str | None, axis: int, reduction: Reduction) -> Tensor:
    """One class out of several (Weston and Watkins 1999); of probabilities the likeliest class is the true one."""
    found = targets if targets.dim() == 1 else targets.argmax(1)
    return functional.multi_margin_loss(activate(scores, final, axis), found, reduction=reduction)


# Those that take class numbers as they are.
_OF_CLASSES: dict[str, _Formula] = {
    "cross_entropy": _cross_entropy,
    "negative_log_likelihood": _cross_entropy,
    "kl_divergence": _divergence,
    "hinge": _multi_margin,
}
# Those that compare outputs and targets number by number; the divergence compares distributions.
_POINTWISE: dict[str, _Formula] = {
    "binary_cross_entropy": _binary_cross_entropy,
    "mean_squared_error": _squared_error,
    "mean_absolute_error": _absolute_error,
    "huber": _huber,
    "hinge": _hinge,
    "kl_divergence": _divergence,
}
