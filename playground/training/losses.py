"""The losses, as descriptions. ``engine/losses.py`` computes them, stably, whatever the last layer is."""

from __future__ import annotations

from dataclasses import dataclass

from playground.training.datasets.dataset import Target, TargetKind


@dataclass(frozen=True, slots=True)
class Loss:
    """``suits`` are the last activations that a textbook pairs with this loss (None: no activation).

    ``targets`` are the kinds of target that it can judge, ``single``: one number may say which of two classes it is.
    ``reads_as`` is the activation with which it reads outputs that have none; None: it takes them as they are.
    """

    name: str
    title: str
    summary: str
    formula: str
    suits: tuple[str | None, ...]
    targets: tuple[TargetKind, ...]
    reads_as: str | None = None
    single: bool = False


LOSSES: dict[str, Loss] = {
    loss.name: loss
    for loss in (
        Loss(
            "cross_entropy", "Cross-entropy",
            "For one class out of several. A last Softmax or Log softmax is not applied twice.",
            r"J = -\log p_{\mathrm{true}}",
            (None, "softmax", "log_softmax"), ("classes",), reads_as="softmax",
        ),
        Loss(
            "binary_cross_entropy", "Binary cross-entropy",
            "For each output a yes or no of its own; one output says which of two classes it is. A last Sigmoid is "
            "not applied twice.",
            r"J = -\frac{1}{n}\sum_i \left[\, y_i \log p_i + (1 - y_i)\log(1 - p_i) \,\right]",
            (None, "sigmoid"), ("classes", "labels"), reads_as="sigmoid", single=True,
        ),
        Loss(
            "negative_log_likelihood", "Negative log-likelihood",
            "For one class out of several, from the logarithms that a last Log softmax gives; without one it is "
            "applied.",
            r"J = -\left(\log p\right)_{\mathrm{true}}",
            (None, "softmax", "log_softmax"), ("classes",), reads_as="log_softmax",
        ),
        Loss(
            "kl_divergence", "KL divergence",
            "How far the predicted distribution is from the wanted one. Of one true class it is the cross-entropy.",
            r"J = \sum_i y_i \log\frac{y_i}{p_i}",
            (None, "softmax", "log_softmax"), ("classes", "values"), reads_as="softmax",
        ),
        Loss(
            "hinge", "Hinge",
            "Wants the score of the true class ahead of each other one by a margin of 1; one output is to be above 1 "
            "or below −1.",
            r"J = \frac{1}{n}\sum_{i \neq \mathrm{true}} \max(0,\, 1 - s_{\mathrm{true}} + s_i)",
            (None,), ("classes", "labels"), single=True,
        ),
        Loss(
            "mean_squared_error", "Mean squared error",
            "Distance of the outputs from the numbers wanted, or from the one-hot target. Outliers weigh much.",
            r"J = \frac{1}{n}\sum_i (y_i - \hat y_i)^2",
            (None, "softmax", "sigmoid"), ("classes", "labels", "values"), single=True,
        ),
        Loss(
            "mean_absolute_error", "Mean absolute error",
            "Like the squared error, but calmer about outliers.",
            r"J = \frac{1}{n}\sum_i |y_i - \hat y_i|",
            (None, "softmax", "sigmoid"), ("classes", "labels", "values"), single=True,
        ),
        Loss(
            "huber", "Huber",
            "Squared for errors up to 1, absolute beyond: smooth at the aim, and calm about outliers.",
            r"J = \frac{1}{n}\sum_i \left\{ \begin{array}{ll} \frac{1}{2} e_i^2 & |e_i| \leq 1 \\ "
            r"|e_i| - \frac{1}{2} & |e_i| > 1 \end{array} \right. \quad e_i = y_i - \hat y_i",
            (None, "softmax", "sigmoid"), ("classes", "labels", "values"), single=True,
        ),
    )
}  # fmt: skip


def usual_loss(target: Target) -> str:
    """The name of the loss that a textbook begins with."""
    return {"classes": "cross_entropy", "labels": "binary_cross_entropy"}.get(target.kind, "mean_squared_error")


def reading(loss: str, final: str | None) -> str | None:
    """What makes probabilities of the scores: the network's ``final`` activation, else the one that ``loss`` applies.

    None when neither does: then the outputs are plain scores that may lie anywhere.
    """
    if final is not None:
        return final
    return LOSSES[loss].reads_as if loss in LOSSES else None
