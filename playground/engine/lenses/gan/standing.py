"""How an adversarial game stands, in numbers and in sentences."""

from __future__ import annotations

import numpy as np

from playground.core.language import mark, tr
from playground.protocol.lenses import Standing
from playground.protocol.lenses.gan import GameTrouble

# Fakes that vary by less than this part of what real ones do are nearly one and the same; an untrained generator's are
# so too, which is no collapse.
ALIKE, UNTRAINED_STEPS = 0.15, 100
# The generator is told hardly anything where its loss depends on scores less than this; with 1 it is told all.
FAINT = 0.05
NEARLY_ALL, GUESSING, FOOLED = 0.95, 0.1, 0.25

Told = tuple[GameTrouble, str, str]


def ranked(real: np.ndarray, fakes: np.ndarray) -> float:
    """The part of all pairs in which the real sample has the higher score; where both are equal, half a pair."""
    ordered = np.sort(fakes)
    below, upto = np.searchsorted(ordered, real, "left"), np.searchsorted(ordered, real, "right")
    return float((below + upto).mean() / 2 / max(1, len(fakes)))


def relative_spread(real: np.ndarray, fakes: np.ndarray) -> float:
    """Root of the total variance of ``fakes`` n×…, as a part of that of ``real``."""
    whole, made = (float(x.reshape(len(x), -1).astype(np.float64).var(0).sum()) for x in (real, fakes))
    return float(np.sqrt(made / whole)) if whole > 0 else 1.0


def in_words(standing: Standing, form: str, step: int, distance: float) -> Told:
    """Trouble, message and hint. ``distance``: mean score of real ones less that of fakes."""
    if step == 0:
        return "", tr("Neither has learned anything yet."), ""
    if step >= UNTRAINED_STEPS and standing.spread < ALIKE:
        part = f"{100 * standing.spread:.0f} %"
        return (
            "collapse",
            tr("Mode collapse: fakes are nearly all alike; they vary by {part} of what real samples do.", part=part),
            tr("Try the Wasserstein or the least-squares form, a lower learning rate, or more noise numbers."),
        )  # fmt: skip
    if standing.told_real is None or standing.told_fakes is None:
        return _of_critic(standing, distance)
    return _of_classifier(standing, standing.told_real, standing.told_fakes, form)


def _of_critic(standing: Standing, distance: float) -> Told:
    pairs = f"{100 * standing.ranked:.0f} %"
    if abs(standing.ranked - 0.5) <= GUESSING:
        return (
            "",
            tr("The critic can hardly tell: the real sample scores higher in {pairs} of all pairs.", pairs=pairs),
            "",
        )
    higher = mark(
        "The critic ranks {pairs} of all pairs right; real samples score {distance:.3g} higher than fakes on average, "
        "the distance that it sees."
    )
    lower = mark(
        "The critic ranks {pairs} of all pairs right; real samples score {distance:.3g} lower than fakes on average, "
        "the distance that it sees."
    )
    return "", tr(higher if distance > 0 else lower, pairs=pairs, distance=abs(distance)), ""


def _of_classifier(standing: Standing, real: float, fakes: float, form: str) -> Told:
    parts = {"fakes": 100 * fakes, "real": 100 * real}
    if fakes >= 0.9 and standing.push < FAINT:
        message = tr(
            "Vanishing gradient: the discriminator tells {fakes:.0f} % of the fakes, and so surely that {push:.1g} % "
            "of the gradient is left for the generator.",
            fakes=100 * fakes, push=100 * standing.push,
        )  # fmt: skip
        other = mark("Choose the non-saturating or the Wasserstein form, or let the discriminator learn more slowly.")
        smooth = mark("Give it label smoothing, or let the discriminator learn more slowly.")
        return "vanishing", message, tr(other if form == "minimax" else smooth)
    if fakes >= NEARLY_ALL and real >= NEARLY_ALL:
        hint = tr("Fewer steps or a lower rate of the discriminator would let the generator catch up.")
        told = tr(
            "The discriminator tells nearly all: {fakes:.0f} % of the fakes and {real:.0f} % of the real samples. The "
            "generator is behind.",
            **parts,
        )
        return "behind", told, hint
    if fakes <= FOOLED and real >= 0.5:
        hint = tr("Is that not so in the pictures, give the discriminator more steps or a higher rate.")
        return (
            "ahead",
            tr("The discriminator takes {fakes:.0f} % of the fakes for real. It is behind.", fakes=100 * (1 - fakes)),
            hint,
        )
    if abs((fakes + real) / 2 - 0.5) <= GUESSING:
        hardly = mark(
            "The discriminator can hardly tell: it is right about {fakes:.0f} % of the fakes and {real:.0f} % of the "
            "real samples, near to guessing."
        )
        return "", tr(hardly, **parts), ""
    both = mark(
        "The discriminator is right about {fakes:.0f} % of the fakes and {real:.0f} % of the real samples; both still "
        "learn from each other."
    )
    return "", tr(both, **parts), ""
