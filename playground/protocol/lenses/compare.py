"""What every layer of a network makes of two samples, and where they part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playground.protocol.lenses.base import Lens, Sight
from playground.protocol.lenses.layers import LayerSeen
from playground.protocol.lenses.subjects import FIRST_TEST, Brought, FromData, Subject

ALIKE = 0.5  # cosine similarity below which two samples have parted


@dataclass(frozen=True, slots=True)
class Fellow:
    """A sample that is found beside the first: in the same part the next one of "another class", the next one of the
    "same class", or the "nearest" to it by what the layer before the last gives, of some hundred. "different": the
    least alike of the next ones, by what enters; other noise where a network begins with that. "fake": what the
    generator makes of noise of the same number.
    """

    how: Literal["another class", "same class", "nearest", "different", "fake"]


@dataclass(frozen=True, slots=True)
class Changed:
    """The first sample itself, with normal noise of ``size`` deviations of the training data, or shifted by ``size`` of
    its width to the right (a series: later), its edge repeated. ``anew`` draws other noise.
    """

    how: Literal["noise", "shift"]
    size: float = 0.25
    anew: int = 0


Second = FromData | Brought | Fellow | Changed


@dataclass(frozen=True, slots=True)
class Compare(Lens):
    """What every layer makes of ``subject`` (A) and of ``second`` (B). Answered by ``CompareSeen``."""

    subject: Subject = FIRST_TEST
    second: Second = Fellow("another class")


@dataclass(frozen=True, slots=True)
class LayerCompared:
    """``first`` and ``second`` as on the cards, ``difference`` A − B of the numbers that the layer gives, its ``low``
    as far below zero as ``high`` above; None of words and of layers that give A and B in different shapes.

    ``relative`` is ‖A − B‖ / ‖A‖ over all numbers of the layer, ``cosine`` A·B / (‖A‖ ‖B‖); None without a difference.
    """

    title: str
    first: LayerSeen
    second: LayerSeen
    difference: LayerSeen | None = None
    relative: float | None = None
    cosine: float | None = None


@dataclass(frozen=True, slots=True)
class CompareSeen(Sight):
    """``layers`` by path, in the order of running; at the end what the network says, after its last activation.

    ``parted`` is the path of the first layer whose cosine similarity is below ``threshold``: ``ALIKE``, or that of
    the inputs where these are less alike already; "" where no layer has them so far apart. ``samples`` say which they
    are, ``truths`` and ``said`` what is true of them and what the network says, where known. ``subject`` is the first
    one as it was found, ``second`` the other where it is one of the data; ``searching``: a nearer one may still be
    found.
    """

    layers: dict[str, LayerCompared]
    parted: str
    threshold: float
    samples: tuple[str, str]
    truths: tuple[str, str]
    said: tuple[str, str]
    subject: Subject
    second: Subject | None = None
    searching: bool = False
