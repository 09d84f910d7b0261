"""How one number of a layer's output comes about: every term that it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from playground.protocol.lenses.base import Lens, Sight
from playground.protocol.lenses.microscope import Plates
from playground.protocol.lenses.subjects import FIRST_TEST, Subject

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np


@dataclass(frozen=True, slots=True)
class Arithmetic(Lens):
    """How the number at ``index`` of a layer's output came about for one sample.

    ``index`` counts without the batch and is brought inside the layer's shape. Answered by ``ArithmeticSeen``.
    """

    subject: Subject = FIRST_TEST
    path: str = ""
    index: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One operation, and the number that it gives. ``formula`` is LaTeX, ``note`` says what is special here."""

    result: float
    formula: str = ""
    note: str = ""


How = Literal["sum", "mean", "max", "product"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows(Part):
    """A window slid over channels. n channels are here of ``count``, those that matter most; the others give ``rest``.

    ``values`` and ``weights``: float32 n×window (one to three axes), weights None for a pooling. ``padding``: bool,
    the places of the window that lie outside of the input. ``sums``: float64 n, what each channel adds to the result:
    its products summed, times its ``factors`` where the layer weighs channels too. A mean divides by ``divisor``;
    ``chosen`` is the flat place of the maximum in the window of the first channel. ``at``: which input channel each is.
    """

    how: How
    at: np.ndarray
    values: np.ndarray
    weights: np.ndarray | None
    padding: np.ndarray
    sums: np.ndarray
    count: int
    rest: float = 0.0
    bias: float | None = None
    factors: np.ndarray | None = None
    divisor: float | None = None
    chosen: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms(Part):
    """Numbers put together: n of ``count`` are here, the largest first unless ``in_order``; the others give ``rest``.

    A sum adds ``parts`` (float64 n: ``x`` times ``w``, or ``x`` alone) and ``bias``; a mean divides by ``divisor``;
    a maximum is the one at ``chosen``. ``names`` say what each number is.
    """

    how: How
    names: tuple[str, ...]
    x: np.ndarray
    w: np.ndarray | None
    parts: np.ndarray
    count: int
    rest: float = 0.0
    bias: float | None = None
    divisor: float | None = None
    chosen: int | None = None
    in_order: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares(Part):
    """A softmax: ``exponentials`` are those of the scores less ``largest``; all ``count`` of them sum to ``total``.

    float64 n each, at most so many; ``chosen`` is the one that is looked at. With ``logarithm`` that of its share is
    the result.
    """

    at: np.ndarray
    scores: np.ndarray
    exponentials: np.ndarray
    largest: float
    total: float
    count: int
    chosen: int
    logarithm: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve(Part):
    """An activation: ``xs`` and ``ys`` draw its curve, ``x`` goes in."""

    title: str
    x: float
    xs: np.ndarray
    ys: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Normalized(Part):
    """(x − mean) / √(variance + epsilon) · scale + shift. ``over`` says of what mean and variance are; ``mean`` is None
    where none is taken off, and ``variance`` is the mean square then.
    """

    x: float
    mean: float | None
    variance: float
    epsilon: float
    scale: float | None
    shift: float | None
    over: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Part):
    """A row of a table: that of ``token`` of ``vocabulary``; the result stands at ``place`` of ``row``."""

    token: int
    word: str
    vocabulary: int
    place: int
    row: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved(Part):
    """A number from elsewhere: ``source`` is its place in the input ``number``, None for one that was put there."""

    source: tuple[int, ...] | None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate of a recurrent cell: ``squash`` of what comes from the input, from the state before, and the bias."""

    name: str
    symbol: str
    from_input: float
    from_state: float
    bias: float
    total: float
    squash: Literal["sigmoid", "tanh", "relu"]
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Gates(Part):
    """One unit of a recurrent layer at one step. ``before`` are its numbers after the step before, by symbol; ``lines``
    put the gates together: an equation in words of symbols, the same in numbers, and what it gives.
    """

    cell: str
    time: int
    unit: int
    backwards: bool
    level: int
    gates: tuple[Gate, ...]
    before: tuple[tuple[str, float], ...]
    lines: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attending(Part):
    """What the step ``query`` looks at: ``scores`` and their softmax ``weights``, float32 heads×from.

    ``parts``: float64, what each head adds to the result, which is their sum and ``bias``. ``names``: words by step.
    """

    query: int
    scores: np.ndarray
    weights: np.ndarray
    parts: np.ndarray
    bias: float
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reads:
    """The box of an input in which all lies that the number was made of: from ``low`` up to but without ``high``."""

    number: int
    low: tuple[int, ...]
    high: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ArithmeticSeen(Sight):
    """``value`` is what the layer really gave at ``index``. ``parts`` in the order of computing: the result of the last
    one is the value, that of another what the next one begins with. ``kernel``: of a convolution the whole kernel of
    this output channel, a plate for each input channel that it sees, of which ``kernel_from`` is the first.
    """

    index: tuple[int, ...]
    shape: tuple[int, ...]
    value: float
    parts: tuple[Part, ...]
    reads: tuple[Reads, ...] = ()
    kernel: Plates | None = None
    kernel_from: int = 0
