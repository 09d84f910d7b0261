"""What can be measured besides the loss, as descriptions. ``engine/measures.py`` computes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playground.training.datasets.dataset import Target


@dataclass(frozen=True, slots=True)
class Metric:
    """``percent``: shown as a part of 100. ``better``: whether more or less of it is wanted; "" for neither.

    ``explanation`` says how to read it, ``when`` where it is of use, ``reference`` who tells more.
    """

    name: str
    title: str
    summary: str
    formula: str = ""
    percent: bool = False
    better: Literal["more", "less", ""] = "less"
    explanation: str = ""
    when: str = ""
    reference: str = ""


METRICS: dict[str, Metric] = {
    metric.name: metric
    for metric in (
        Metric(
            "loss", "Loss", "What training makes small, without penalties.",
            formula=r"\frac{1}{N}\sum_{n} J(y_n, \hat y_n)",
            explanation=(
                "It is the only number that training itself looks at; all others are told for people. The curve of "
                "the training part is a mean over the batches of an epoch, while the weights still change; "
                "validation is measured after it."
            ),
            when="To see whether training goes on, and whether the validation part still follows.",
            reference="Goodfellow et al. 2016, Deep Learning, section 5.2, deeplearningbook.org",
        ),
        Metric(
            "accuracy", "Accuracy", "Part of the samples, or of all labels of all samples, that are told rightly.",
            r"\frac{\mathrm{right}}{\mathrm{all}}", percent=True, better="more",
            explanation=(
                "It counts a bare majority and a sure answer alike, and where one class is frequent it is high for "
                "a network that always says that class."
            ),
            when="For classes that are about equally frequent. For rare ones look at precision and recall too.",
            reference="Fawcett 2006, doi:10.1016/j.patrec.2005.10.010",
        ),
        Metric(
            "top_5", "Top-5 accuracy", "Part of the samples whose class is among the five likeliest.",
            percent=True, better="more",
            formula=r"\frac{1}{N}\sum_n \left[\, y_n \in \mathrm{top}_5(\hat y_n) \,\right]",
            explanation=(
                "A sample counts as right when its class is one of the five with the highest scores, in whatever "
                "order."
            ),
            when="With many classes, of which several may look alike.",
            reference="Russakovsky et al. 2015, doi:10.1007/s11263-015-0816-y",
        ),
        Metric(
            "precision", "Precision",
            "Of what is called a class, the part that is one: the mean over the classes, of two that of the second.",
            r"\frac{TP}{TP + FP}", percent=True, better="more",
            explanation=(
                "It answers: when the network says so, can one believe it? A network that rarely says yes can have "
                "a high one; recall then is low. TP are those rightly called so, FP those wrongly."
            ),
            when="When a false alarm is dear.",
            reference="Fawcett 2006, doi:10.1016/j.patrec.2005.10.010",
        ),
        Metric(
            "recall", "Recall",
            "Of what is a class, the part that is called so: the mean over the classes, of two that of the second.",
            r"\frac{TP}{TP + FN}", percent=True, better="more",
            explanation=(
                "It answers: of those that are there, how many are found? A network that always says yes finds all;"
                " precision then is low. TP are those that are found, FN those that are missed."
            ),
            when="When something that is missed is dear, as in screening.",
            reference="Fawcett 2006, doi:10.1016/j.patrec.2005.10.010",
        ),
        Metric(
            "f1", "F1",
            "The harmonic mean of precision and recall: the mean over the classes, of two that of the second.",
            r"\frac{2\,TP}{2\,TP + FP + FN}", percent=True, better="more",
            explanation=(
                "A harmonic mean is near the smaller of the two, so both precision and recall must be good. What is"
                " rightly left alone does not count."
            ),
            when="To compare networks by one number when the classes are not equally frequent.",
            reference="van Rijsbergen 1979, Information Retrieval, chapter 7",
        ),
        Metric(
            "auroc", "AUROC",
            "How often a sample of a class gets a higher score for it than one of another class: the mean over the "
            "classes, of two that of the second. Of more than 200,000 samples an even choice is compared.",
            r"P(s_{+} > s_{-})", better="more",
            explanation=(
                "The area under the curve of true against false alarms as the threshold moves. 0.5 is a guess, 1 is"
                " perfect. It looks at the order of the scores alone, not at a threshold and not at how frequent a "
                "class is."
            ),
            when="To compare how well scores part the classes before a threshold is chosen.",
            reference="Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747",
        ),
        Metric(
            "mae", "MAE", "Mean absolute error, in the units of the target.", r"\frac{1}{n}\sum |y - \hat y|",
            explanation=(
                "The mean distance between what is said and what is true, whichever way. A few large errors count "
                "no more than their size."
            ),
            when="To tell people how far off a prediction typically is.",
            reference="Willmott & Matsuura 2005, doi:10.3354/cr030079",
        ),
        Metric(
            "mse", "MSE", "Mean squared error, in squared units of the target.", r"\frac{1}{n}\sum (y - \hat y)^2",
            explanation=(
                "Errors count by their square, so a few large ones decide it. It is the loss of most regressions."
            ),
            when="When large errors are worse than many small ones.",
            reference="Goodfellow et al. 2016, Deep Learning, section 5.1, deeplearningbook.org",
        ),
        Metric(
            "rmse", "RMSE", "Root of the mean squared error, in the units of the target.",
            r"\sqrt{\frac{1}{n}\sum (y - \hat y)^2}",
            explanation=(
                "The mean squared error brought back to the units of the target. It is never less than the mean "
                "absolute error; the further above, the more single errors stand out."
            ),
            when="To tell people about errors in the units they know, large ones weighed more.",
            reference="Willmott & Matsuura 2005, doi:10.3354/cr030079",
        ),
        Metric(
            "r2", "R²",
            "Part of the target's variance that is explained: 1 is perfect, 0 is no better than the mean. Of several "
            "numbers it is the mean over those that vary.",
            r"1 - \frac{\sum (y - \hat y)^2}{\sum (y - \bar y)^2}", better="more",
            explanation=(
                "It compares the network with the simplest answer of all, the mean of the targets. It may be "
                "negative: then the mean would have been better."
            ),
            when="To judge a regression without knowing the units of its target.",
            reference="Draper & Smith 1998, Applied Regression Analysis, doi:10.1002/9781118625590",
        ),
        Metric(
            "repeat_last", "MSE of repeating the last value",
            "What saying the last value again would reach, in squared units of the target: a forecast has to beat it.",
            r"\frac{1}{n}\sum (y_{t+k} - y_t)^2", better="",
            explanation=(
                "The simplest forecast there is says that nothing changes. Its error is the bar to clear, and often"
                " a high one."
            ),
            when="Beside the mean squared error of a forecast.",
            reference=(
                "Hyndman & Athanasopoulos 2021, Forecasting: Principles and Practice, section 5.2, otexts.com/fpp3"
            ),
        ),
        Metric(
            "reconstruction", "Reconstruction", "Part of the loss that tells how well inputs come back.",
            formula=r"-\,\mathbb{E}_{q(z \mid x)}\left[\log p(x \mid z)\right]",
            explanation=(
                "How far what comes out lies from what went in, as the task's own form of loss says it. In a VAE it"
                " pulls against the KL divergence."
            ),
            when="To see how much of a sample a code keeps.",
            reference="Kingma & Welling 2013, arXiv:1312.6114",
        ),
        Metric(
            "kl", "KL divergence", "How far the codes are from the normal distribution, in nats for each sample.",
            better="", formula=r"\frac{1}{2}\sum_i \left(\mu_i^2 + \sigma_i^2 - \ln \sigma_i^2 - 1\right)",
            explanation=(
                "The price of saying something in the code. Near 0 the code says nothing and the decoder has "
                "stopped listening; very large, codes lie so far from the normal distribution that random ones make"
                " no sense."
            ),
            when="To see how much a VAE's code says, and whether random codes will make sense.",
            reference="Kingma & Welling 2013, arXiv:1312.6114",
        ),
        Metric(
            "generator_loss", "Generator loss", "How well the discriminator sees through the fakes.", better="",
            formula=r"-\,\mathbb{E}_z\left[\log D(G(z))\right]",
            explanation=(
                "It is measured against the discriminator of the moment, which learns too, so it need not fall when"
                " the fakes get better. Growing without end, it says that the discriminator sees through "
                "everything."
            ),
            when="To see whether one of the two networks runs away from the other.",
            reference="Goodfellow et al. 2014, arXiv:1406.2661",
        ),
        Metric(
            "discriminator_loss", "Discriminator loss", "How badly real and fake are told apart.", better="",
            formula=r"-\,\mathbb{E}_x\left[\log D(x)\right] - \mathbb{E}_z\left[\log(1 - D(G(z)))\right]",
            explanation=(
                "Near 0 it tells real from fake at once, and the generator learns little; at 2 ln 2, about 1.39, it"
                " guesses."
            ),
            when="To see whether the two networks keep each other busy.",
            reference="Goodfellow et al. 2014, arXiv:1406.2661",
        ),
        Metric(
            "real_score", "Real called real", "Part of the real samples that the discriminator calls real.",
            percent=True, better="",
            formula=r"P\left(D(x) > \frac{1}{2}\right)",
            explanation=(
                "Of the real samples, those to which the discriminator gives more than a half. All of them: it is "
                "sure of the data."
            ),
            when="Together with what it says of fakes: both near a half mean that it can only guess.",
            reference="Goodfellow et al. 2014, arXiv:1406.2661",
        ),
        Metric(
            "fake_score", "Fake called real", "Part of the fakes that the discriminator calls real.",
            percent=True, better="",
            formula=r"P\left(D(G(z)) > \frac{1}{2}\right)",
            explanation=(
                "Of the fakes, those that pass for real. None: the generator gets little to learn from; half: the "
                "two are level."
            ),
            when="Together with what it says of real samples.",
            reference="Goodfellow et al. 2014, arXiv:1406.2661",
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
