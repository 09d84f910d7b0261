"""What can be measured besides the loss, as descriptions. ``engine/measures.py`` computes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playground.training.datasets.dataset import Target


@dataclass(frozen=True, slots=True)
class Metric:
    """``percent``: shown as a part of 100. ``better``: whether more or less of it is wanted; "" for neither."""

    name: str
    title: str
    summary: str
    formula: str = ""
    percent: bool = False
    better: Literal["more", "less", ""] = "less"


METRICS: dict[str, Metric] = {
    metric.name: metric
    for metric in (
        Metric("loss", "Loss", "What training makes small, without penalties."),
        Metric(
            "accuracy", "Accuracy", "Part of the samples, or of all labels of all samples, that are told rightly.",
            r"\frac{\mathrm{right}}{\mathrm{all}}", percent=True, better="more",
        ),
        Metric(
            "top_5", "Top-5 accuracy", "Part of the samples whose class is among the five likeliest.",
            percent=True, better="more",
        ),
        Metric(
            "precision", "Precision",
            "Of what is called a class, the part that is one: the mean over the classes, of two that of the second.",
            r"\frac{TP}{TP + FP}", percent=True, better="more",
        ),
        Metric(
            "recall", "Recall",
            "Of what is a class, the part that is called so: the mean over the classes, of two that of the second.",
            r"\frac{TP}{TP + FN}", percent=True, better="more",
        ),
        Metric(
            "f1", "F1",
            "The harmonic mean of precision and recall: the mean over the classes, of two that of the second.",
            r"\frac{2\,TP}{2\,TP + FP + FN}", percent=True, better="more",
        ),
        Metric(
            "auroc", "AUROC",
            "How often a sample of a class gets a higher score for it than one of another class: the mean over the "
            "classes, of two that of the second. Of more than 200,000 samples an even choice is compared.",
            r"P(s_{+} > s_{-})", better="more",
        ),
        Metric("mae", "MAE", "Mean absolute error, in the units of the target.", r"\frac{1}{n}\sum |y - \hat y|"),
        Metric("mse", "MSE", "Mean squared error, in squared units of the target.", r"\frac{1}{n}\sum (y - \hat y)^2"),
        Metric(
            "rmse", "RMSE", "Root of the mean squared error, in the units of the target.",
            r"\sqrt{\frac{1}{n}\sum (y - \hat y)^2}",
        ),
        Metric(
            "r2", "R²",
            "Part of the target's variance that is explained: 1 is perfect, 0 is no better than the mean. Of several "
            "numbers it is the mean over those that vary.",
            r"1 - \frac{\sum (y - \hat y)^2}{\sum (y - \bar y)^2}", better="more",
        ),
        Metric(
            "repeat_last", "MSE of repeating the last value",
            "What saying the last value again would reach, in squared units of the target: a forecast has to beat it.",
            r"\frac{1}{n}\sum (y_{t+k} - y_t)^2", better="",
        ),
        Metric("reconstruction", "Reconstruction", "Part of the loss that tells how well inputs come back."),
        Metric("kl", "KL divergence", "How far the codes are from the normal distribution, in nats for each sample."),
        Metric("generator_loss", "Generator loss", "How well the discriminator sees through the fakes.", better=""),
        Metric("discriminator_loss", "Discriminator loss", "How badly real and fake are told apart.", better=""),
        Metric(
            "real_score", "Real called real", "Part of the real samples that the discriminator calls real.",
            percent=True, better="",
        ),
        Metric(
            "fake_score", "Fake called real", "Part of the fakes that the discriminator calls real.",
            percent=True, better="",
        ),
    )
}  # fmt: skip

MOST_TOP = 5


def of_target(target: Target) -> tuple[str, ...]:
    """What is measured of predictions of a target, most telling first. The first one at every step."""
    match target.kind:
        case "classes":
            top = ("top_5",) if target.count > MOST_TOP else ()
            return ("accuracy", *top, "precision", "recall", "f1", "auroc")
        case "labels":
            return ("accuracy", "precision", "recall", "f1", "auroc")
        case "values":
            return ("mae", "mse", "rmse", "r2")
    return ()
