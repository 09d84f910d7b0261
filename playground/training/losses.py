"""The losses, as descriptions. ``engine/losses.py`` computes them, stably, whatever the last layer is."""

from __future__ import annotations

from dataclasses import dataclass

from playground.training.datasets.dataset import Target, TargetKind


@dataclass(frozen=True, slots=True)
class Loss:
    """``suits`` are the last activations that a textbook pairs with this loss (None: no activation).

    ``targets`` are the kinds of target that it can judge, ``single``: one number may say which of two classes it is.
    ``reads_as`` is the activation with which it reads outputs that have none; None: it takes them as they are.
    ``explanation`` says what it does to learning, ``when`` where one would use it, ``reference`` who tells more.
    """

    name: str
    title: str
    summary: str
    formula: str
    suits: tuple[str | None, ...]
    targets: tuple[TargetKind, ...]
    reads_as: str | None = None
    single: bool = False
    explanation: str = ""
    when: str = ""
    reference: str = ""


LOSSES: dict[str, Loss] = {
    loss.name: loss
    for loss in (
        Loss(
            "cross_entropy", "Cross-entropy",
            "For one class out of several. A last Softmax or Log softmax is not applied twice.",
            r"J = -\log p_{\mathrm{true}}",
            (None, "softmax", "log_softmax"), ("classes",), reads_as="softmax",
            explanation=(
                "It is the surprise, in nats, of seeing the true class when the network had given it the "
                "probability p. A sure and right answer costs nothing, a sure and wrong one costs without limit. "
                "With a Softmax before it the gradient at each score is simply the predicted probability minus the "
                "wanted one."
            ),
            when="For one right class out of several: the usual loss of a classifier.",
            reference="Goodfellow et al. 2016, Deep Learning, section 6.2, deeplearningbook.org",
        ),
        Loss(
            "binary_cross_entropy", "Binary cross-entropy",
            "For each output a yes or no of its own; one output says which of two classes it is. A last Sigmoid is "
            "not applied twice.",
            r"J = -\frac{1}{n}\sum_i \left[\, y_i \log p_i + (1 - y_i)\log(1 - p_i) \,\right]",
            (None, "sigmoid"), ("classes", "labels"), reads_as="sigmoid", single=True,
            explanation=(
                "The cross-entropy of each output taken for itself, as if each were a coin of its own. With a "
                "Sigmoid before it the gradient at each score is the predicted probability minus the wanted one, so"
                " it does not vanish where the answer is wrong."
            ),
            when="For yes or no: two classes told by one output, or several labels that may be true at once.",
            reference="Goodfellow et al. 2016, Deep Learning, section 6.2, deeplearningbook.org",
        ),
        Loss(
            "negative_log_likelihood", "Negative log-likelihood",
            "For one class out of several, from the logarithms that a last Log softmax gives; without one it is "
            "applied.",
            r"J = -\left(\log p\right)_{\mathrm{true}}",
            (None, "softmax", "log_softmax"), ("classes",), reads_as="log_softmax",
            explanation=(
                "The second half of the cross-entropy: it takes logarithms of probabilities and picks that of the "
                "true class. After a Log softmax the two are the same number."
            ),
            when=(
                "When the network ends in a Log softmax, as in many older examples; otherwise cross-entropy says "
                "the same in one step."
            ),
            reference="Goodfellow et al. 2016, Deep Learning, section 5.5, deeplearningbook.org",
        ),
        Loss(
            "kl_divergence", "KL divergence",
            "How far the predicted distribution is from the wanted one. Of one true class it is the cross-entropy.",
            r"J = \sum_i y_i \log\frac{y_i}{p_i}",
            (None, "softmax", "log_softmax"), ("classes", "values"), reads_as="softmax",
            explanation=(
                "How many nats are lost on average when the predicted distribution stands for the wanted one. It is"
                " 0 only where both agree, and it is not the same in the other direction. It differs from the "
                "cross-entropy by the entropy of the target, which no weight can change."
            ),
            when="When the target is a distribution itself: soft labels, or the answers of another network.",
            reference="Kullback & Leibler 1951, doi:10.1214/aoms/1177729694",
        ),
        Loss(
            "hinge", "Hinge",
            "Wants the score of the true class ahead of each other one by a margin of 1; one output is to be above 1 "
            "or below −1.",
            r"J = \frac{1}{n}\sum_{i \neq \mathrm{true}} \max(0,\, 1 - s_{\mathrm{true}} + s_i)",
            (None,), ("classes", "labels"), single=True,
            explanation=(
                "What is right by a margin costs nothing and gives no gradient, so training looks only at samples "
                "near the border or beyond it. It is the loss of support vector machines. Scores are no "
                "probabilities."
            ),
            when="When only the decision counts and not how sure it is. Leave the last activation out.",
            reference="Weston & Watkins 1999, ESANN, 219–224; Cortes & Vapnik 1995, doi:10.1007/BF00994018",
        ),
        Loss(
            "mean_squared_error", "Mean squared error",
            "Distance of the outputs from the numbers wanted, or from the one-hot target. Outliers weigh much.",
            r"J = \frac{1}{n}\sum_i (y_i - \hat y_i)^2",
            (None, "softmax", "sigmoid"), ("classes", "labels", "values"), single=True,
            explanation=(
                "The gradient grows with the error: large errors are mended first, and one outlier can pull the "
                "whole network. Its best answer is the mean of what the targets may be. For classes it learns "
                "slowly, since a Sigmoid or Softmax that is wrong and sure has hardly any slope."
            ),
            when=(
                "For predicting numbers, and for images that are to come back, when errors are about normally "
                "distributed."
            ),
            reference="Goodfellow et al. 2016, Deep Learning, section 5.5, deeplearningbook.org",
        ),
        Loss(
            "mean_absolute_error", "Mean absolute error",
            "Like the squared error, but calmer about outliers.",
            r"J = \frac{1}{n}\sum_i |y_i - \hat y_i|",
            (None, "softmax", "sigmoid"), ("classes", "labels", "values"), single=True,
            explanation=(
                "Each error counts by its size alone, so the gradient is as large for small errors as for large "
                "ones and only turns its sign. Its best answer is the median of what the targets may be. Near the "
                "aim the steps do not become smaller by themselves: let the learning rate fall."
            ),
            when="For predicting numbers with outliers that should not decide.",
            reference="Goodfellow et al. 2016, Deep Learning, section 6.2, deeplearningbook.org",
        ),
        Loss(
            "huber", "Huber",
            "Squared for errors up to 1, absolute beyond: smooth at the aim, and calm about outliers.",
            r"J = \frac{1}{n}\sum_i \left\{ \begin{array}{ll} \frac{1}{2} e_i^2 & |e_i| \leq 1 \\ "
            r"|e_i| - \frac{1}{2} & |e_i| > 1 \end{array} \right. \quad e_i = y_i - \hat y_i",
            (None, "softmax", "sigmoid"), ("classes", "labels", "values"), single=True,
            explanation=(
                "A parabola in the middle with straight lines at both sides, joined without a corner at an error of"
                " 1. The gradient is that of the squared error near the aim, and never longer than 1 far from it."
            ),
            when=(
                "For predicting numbers when a few targets are far off; scale the target so that 1 is a large "
                "error."
            ),
            reference="Huber 1964, doi:10.1214/aoms/1177703732",
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
