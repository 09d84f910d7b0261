"""Which layers of a network are in trouble: gradients that vanish or explode, units that are dead or saturated."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from playground.core.language import mark, tr
from playground.protocol.lenses import LayerHealth, Trouble

# A layer whose gradient is so much smaller than the largest of its network learns ten thousand times slower under one
# learning rate. That alone is no trouble where gradients are large elsewhere, so that a step of rate 1 must move its
# weights by less than this part of them, too.
VANISHING, TINY_STEP = 1e-4, 1e-4
# A gradient a thousand times the network's typical one needs another learning rate than all other layers; it is told
# where it is also larger than the weights that it is to correct.
EXPLODING, HUGE_STEP = 1e3, 1.0
# Some units of a ReLU layer rest on any few samples: those that tell rare things apart. A unit that fires for 5 % of
# all samples misses 64 of them with a probability of 4 %, and layers of networks that learn well (99 % of MNIST) leave
# up to two fifths of their units idle. Half is more than that. Fewer samples say nothing.
DEAD, FEWEST_SAMPLES = 0.5, 32
# Where half of the numbers lie at the flat ends of an activation, its derivative (below 0.06 of tanh, 0.03 of the
# sigmoid) stops most of the gradient.
SATURATED = 0.5

_BILLION = 1e9
_CALMER = mark("A lower learning rate, clipping of gradients or batch norm helps.")


@dataclass(frozen=True)
class Facts:
    """What is known of a layer. ``gradient`` is NaN or infinite where one of its numbers is; ``compared``: it has a
    matrix or kernel, so that its gradient says something beside those of others. ``last``: the network ends in it, and
    the ends of an image's range, say, are where its numbers belong.
    """

    title: str
    gradient: float | None = None
    weight: float | None = None
    update: float | None = None
    compared: bool = False
    dead: float | None = None
    saturated: float | None = None
    last: bool = False


def judged(layers: Mapping[str, Facts], samples: int) -> dict[str, LayerHealth]:
    """``layers`` by path, of one network; ``samples`` went through it."""
    return {
        path: LayerHealth(facts.gradient, facts.weight, facts.update, *_trouble(path, facts, layers, samples))
        for path, facts in layers.items()
    }


def _trouble(path: str, facts: Facts, layers: Mapping[str, Facts], samples: int) -> tuple[Trouble, str, str]:
    """The gravest trouble, what to say of it, what helps."""
    if facts.gradient is not None and not math.isfinite(facts.gradient):
        return "exploding", tr("its gradient is not finite."), tr(_CALMER)
    others = {other: known for other, known in layers.items() if other != path and _comparable(known)}
    if facts.compared and others and _explodes(facts, others):
        times = _times((facts.gradient or 0.0) / median(known.gradient or 0.0 for known in others.values()))
        return "exploding", tr("its gradient is {times} times that of the other layers.", times=times), tr(_CALMER)
    if facts.dead is not None and facts.dead >= DEAD and samples >= FEWEST_SAMPLES:
        said = tr("{dead:.0f} % of its units never fire on {samples} samples.", dead=100 * facts.dead, samples=samples)
        return "dead", said, tr("A lower learning rate or Leaky ReLU helps.")
    if facts.compared and others:
        found = _vanishing(facts, others)
        if found:
            return (
                "vanishing",
                found,
                tr("ReLU instead of Sigmoid or Tanh, batch norm or a link past some layers helps."),
            )
    if facts.saturated is not None and facts.saturated >= SATURATED and not facts.last:
        said = tr("{saturated:.0f} % of its numbers lie where the activation is flat.", saturated=100 * facts.saturated)
        return "saturated", said, tr("Smaller initial weights, a lower learning rate or batch norm before it helps.")
    return "", "", ""


def _comparable(facts: Facts) -> bool:
    return facts.compared and facts.gradient is not None and math.isfinite(facts.gradient)


def _explodes(facts: Facts, others: Mapping[str, Facts]) -> bool:
    if facts.gradient is None or facts.weight is None:
        return False
    typical = median(known.gradient or 0.0 for known in others.values())
    return 0 < EXPLODING * typical < facts.gradient and facts.gradient > HUGE_STEP * facts.weight


def _vanishing(facts: Facts, others: Mapping[str, Facts]) -> str:
    """What to say; empty where it does not vanish."""
    if facts.gradient is None or facts.weight is None:
        return ""
    greatest = max(others.values(), key=lambda known: known.gradient or 0.0)
    most = greatest.gradient or 0.0
    if facts.gradient >= min(VANISHING * most, TINY_STEP * facts.weight):
        return ""
    if not facts.gradient:
        return tr("no gradient comes back to it, while {title} learns.", title=greatest.title)
    return tr(
        "its gradient is {times} times smaller than that of {title}.",
        times=_times(most / facts.gradient),
        title=greatest.title,
    )


def _times(ratio: float) -> str:
    """With one digit that counts, so that it does not flicker: "20,000"."""
    return f"{float(f'{ratio:.0e}'):,.0f}" if ratio < _BILLION else tr("over a billion")
