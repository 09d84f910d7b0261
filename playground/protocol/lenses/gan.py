"""The game between a generator and a discriminator: what each makes of the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from playground.protocol.lenses.base import Lens, Sight

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np

GameKind = Literal["plane", "projected", "images"]
GameTrouble = Literal["", "collapse", "vanishing", "behind", "ahead"]


def score_range(form: str, scores: np.ndarray) -> tuple[float, float]:
    """The ends of the scale for what a discriminator of this ``form`` says: of probabilities 0 and 1.

    Least squares wants 0 of fakes and 1 of real samples, but nothing holds its scores there: as far above the half as
    below, 0 and 1 at least. A critic's own ends: its scores mean something in comparison only.
    """
    if form in ("minimax", "non_saturating"):
        return 0.0, 1.0
    sound = scores[abs(scores) < float("inf")]  # not of NaN either
    low, high = (float(sound.min()), float(sound.max())) if sound.size else (0.0, 1.0)
    if form == "least_squares":
        reach = max(0.5, 0.5 - low, high - 0.5)
        return 0.5 - reach, 0.5 + reach
    return (low, high) if high > low else (low - 0.5, high + 0.5)


@dataclass(frozen=True, slots=True)
class Game(Lens):
    """Real samples and fakes of the same noise as the discriminator judges them. Answered by ``GameSeen``."""


@dataclass(frozen=True, slots=True)
class GameField:
    """What is to be seen over a plane of two numbers.

    ``bounds`` are left, right, bottom, top. ``map`` float32 rows×columns, row 0 at the bottom: how real each place is
    found; None where the plane is only a shadow of the space that the discriminator sees. ``manifold`` float32
    rows×columns×2: where the generator puts the crossings of a grid over its first two noise numbers (one row where it
    has one number), the others 0; lines of the grid are such that every cell is drawn equally often. ``arrows`` float32
    n×2, one for each fake: −∂L_G/∂fake of that fake's own part of the generator's loss, as it lies on the plane.
    ``axes`` name the two numbers.
    """

    bounds: tuple[float, float, float, float]
    map: np.ndarray | None
    manifold: np.ndarray
    arrows: np.ndarray
    axes: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """How the game stands. ``judging`` and ``forging`` are both losses on these samples. ``told_real`` and
    ``told_fakes`` are the parts that the discriminator is right about, None of a critic, which only compares.
    ``ranked`` is the part of all pairs in which the real one has the higher score. ``push`` is how strongly the loss
    still depends on the score of a fake, mean |∂L_G/∂score|: 1 where the generator is told all, 0 nothing. ``spread``
    is how far fakes lie apart, as a part of how far real ones do (root of the total variance). ``message`` and ``hint``
    say it in sentences.
    """

    judging: float
    forging: float
    told_real: float | None
    told_fakes: float | None
    ranked: float
    push: float
    spread: float
    trouble: GameTrouble = ""
    message: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class GameSeen(Sight):
    """``real`` and ``fakes``: n×2 float32 in the units of the data (shadows on two directions if "projected"), or
    images uint8 n×h×w or n×h×w×3. Scores float32 n: the probability of being real; of least squares the score that
    stands for it, which may lie beyond 0 and 1; of a ``critic`` a score that means something in comparison only.

    ``learned``: the networks that learned in the last step, in that order. ``current`` is the part of the samples that
    are of the weights as they are; of a slow generator some are of a few steps before.
    """

    kind: GameKind
    form: str
    critic: bool
    real: np.ndarray
    fakes: np.ndarray
    real_scores: np.ndarray
    fake_scores: np.ndarray
    field: GameField | None
    standing: Standing
    learned: tuple[str, ...] = ()
    current: float = 1.0
