"""How an adversarial game stands, in numbers and in sentences."""

from __future__ import annotations

import numpy as np

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
        return "", "Neither has learned anything yet.", ""
    if step >= UNTRAINED_STEPS and standing.spread < ALIKE:
        part = f"{100 * standing.spread:.0f} %"
        return (
            "collapse", f"Mode collapse: fakes are nearly all alike; they vary by {part} of what real samples do.",
            "Try the Wasserstein or the least-squares form, a lower learning rate, or more noise numbers.",
        )  # fmt: skip
    if standing.told_real is None or standing.told_fakes is None:
        return _of_critic(standing, distance)
    return _of_classifier(standing, standing.told_real, standing.told_fakes, form)


def _of_critic(standing: Standing, distance: float) -> Told:
    pairs = f"{100 * standing.ranked:.0f} %"
    if abs(standing.ranked - 0.5) <= GUESSING:
        return "", f"The critic can hardly tell: the real sample scores higher in {pairs} of all pairs.", ""
    sides = f"real samples score {abs(distance):.3g} {'higher' if distance > 0 else 'lower'} than fakes on average"
    return "", f"The critic ranks {pairs} of all pairs right; {sides}, the distance that it sees.", ""


def _of_classifier(standing: Standing, real: float, fakes: float, form: str) -> Told:
    told = f"{100 * fakes:.0f} % of the fakes and {100 * real:.0f} % of the real samples"
    if fakes >= 0.9 and standing.push < FAINT:
        message = f"Vanishing gradient: the discriminator tells {100 * fakes:.0f} % of the fakes, and so surely that "
        message += f"{100 * standing.push:.1g} % of the gradient is left for the generator."
        other = "Choose the non-saturating or the Wasserstein form" if form == "minimax" else "Give it label smoothing"
        return "vanishing", message, f"{other}, or let the discriminator learn more slowly."
    if fakes >= NEARLY_ALL and real >= NEARLY_ALL:
        hint = "Fewer steps or a lower rate of the discriminator would let the generator catch up."
        return "behind", f"The discriminator tells nearly all: {told}. The generator is behind.", hint
    if fakes <= FOOLED and real >= 0.5:
        hint = "Is that not so in the pictures, give the discriminator more steps or a higher rate."
        return "ahead", f"The discriminator takes {100 * (1 - fakes):.0f} % of the fakes for real. It is behind.", hint
    if abs((fakes + real) / 2 - 0.5) <= GUESSING:
        return "", f"The discriminator can hardly tell: it is right about {told}, near to guessing.", ""
    return "", f"The discriminator is right about {told}; both still learn from each other.", ""
