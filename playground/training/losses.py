"""The losses, as descriptions. ``engine/tasks`` computes them, stably, whatever the last layer is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loss:
    """``suits`` are the last activations that a textbook pairs with this loss (None: no activation).

    ``reads_as`` is the activation with which it reads outputs that have none; None: it takes them as they are.
    """

    name: str
    title: str
    summary: str
    formula: str
    suits: tuple[str | None, ...]
    reads_as: str | None = None


LOSSES: dict[str, Loss] = {
    loss.name: loss
    for loss in (
        Loss(
            "cross_entropy",
            "Cross-entropy",
            "For one class out of several. A last Softmax or Log softmax is not applied twice.",
            r"J = -\log p_{\mathrm{true}}",
            (None, "softmax", "log_softmax"),
            reads_as="softmax",
        ),
        Loss(
            "binary_cross_entropy",
            "Binary cross-entropy",
            "For each output a yes or no of its own. A last Sigmoid is not applied twice.",
            r"J = -\frac{1}{n}\sum_i \left[\, y_i \log p_i + (1 - y_i)\log(1 - p_i) \,\right]",
            (None, "sigmoid"),
            reads_as="sigmoid",
        ),
        Loss(
            "mean_squared_error",
            "Mean squared error",
            "Distance of the outputs from the one-hot target.",
            r"J = \frac{1}{n}\sum_i (y_i - \hat y_i)^2",
            (None, "softmax", "sigmoid"),
        ),
        Loss(
            "mean_absolute_error",
            "Mean absolute error",
            "Like the squared error, but calmer about outliers.",
            r"J = \frac{1}{n}\sum_i |y_i - \hat y_i|",
            (None, "softmax", "sigmoid"),
        ),
    )
}


def reading(loss: str, final: str | None) -> str | None:
    """What makes probabilities of the scores: the network's ``final`` activation, else the one that ``loss`` applies.

    None when neither does: then the outputs are plain scores that may lie anywhere.
    """
    if final is not None:
        return final
    return LOSSES[loss].reads_as if loss in LOSSES else None
