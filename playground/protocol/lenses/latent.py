"""The space of codes inside a network: where samples lie in it, and what codes stand for.

A code is what one layer gives for a sample, as one row of numbers. ``layer`` names it by its path ("dense2", inside a
block "block1.conv2"); "" is the network's own: what a variational autoencoder draws, where an autoencoder is
narrowest, a generator's noise, else what the layer before the last gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from playground.protocol.data import Part
from playground.protocol.lenses.base import Lens, Sight
from playground.protocol.lenses.layers import LayerSeen
from playground.protocol.lenses.subjects import FIRST_TEST, Subject

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np


@dataclass(frozen=True, slots=True)
class Latent(Lens):
    """Where samples lie among the codes, and what is known of each number of a code. Answered by ``LatentSeen``."""

    layer: str = ""


@dataclass(frozen=True, slots=True)
class LatentSeen(Sight):
    """``points`` float32 n×2 are (codes − ``middle``) @ ``directions``: the numbers themselves where a code has one or
    two, else along the plane in which codes differ most, which holds the part ``explained`` of their variance.

    ``numbers`` int64 n are those of the samples in ``part``, of noise that of the draw; ``labels`` int64 n are classes,
    −1 where there are none; ``values`` float32 n what is to be predicted, where that is numbers: the first one, which
    ``value_name`` names. n grows up to ``wanted`` while nothing trains. ``means`` and ``deviations`` float32 d are
    those of the codes; with ``prior`` codes are meant to be normally distributed, 0 ± 1. ``decodes`` says why nothing
    can be made of a code, "" where it can. ``kl`` float64 d: of a variational autoencoder the mean divergence of each
    number over these samples in nats, which the loss counts ``weight`` times now, β at last.
    """

    layer: str
    title: str
    part: Part
    numbers: np.ndarray
    points: np.ndarray
    labels: np.ndarray
    classes: tuple[str, ...]
    wanted: int
    middle: np.ndarray
    directions: np.ndarray
    explained: float
    means: np.ndarray
    deviations: np.ndarray
    own: bool = False  # the network's own code
    prior: bool = False
    noise: bool = False
    decodes: str = ""
    kl: np.ndarray | None = None
    weight: float = 1.0
    beta: float = 1.0
    warm_up: int = 0
    maps: tuple[str, ...] = ()  # the methods of ``LatentMap`` that are installed
    values: np.ndarray | None = None
    value_name: str = ""


@dataclass(frozen=True, slots=True)
class LatentCode(Lens):
    """The code of one sample, and the sample itself. Answered by ``LatentCodeSeen``."""

    layer: str = ""
    subject: Subject = FIRST_TEST


@dataclass(frozen=True, slots=True)
class LatentCodeSeen(Sight):
    """``code`` float32 d. ``picture`` shows the sample, of noise what is made of it; ``label`` its class, "" without.

    ``subject`` is the one that was found: a number beyond the end is wrapped around. ``decoded``: what becomes of the
    code, where anything does.
    """

    code: np.ndarray
    picture: LayerSeen
    sample: str
    label: str
    subject: Subject
    decoded: LayerSeen | None = None


@dataclass(frozen=True, slots=True)
class LatentDecoded(Lens):
    """What becomes of one code. Answered by ``LatentDecodedSeen``."""

    layer: str = ""
    code: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class LatentGrid(Lens):
    """What becomes of codes that are ``base`` but for two numbers. Answered by ``LatentDecodedSeen``.

    Number ``across`` takes the values ``xs`` from left to right, number ``up`` the values ``ys`` from the bottom up; a
    code of one number has ``up`` −1 and one row. Results come row by row, the top one first.
    """

    layer: str = ""
    base: tuple[float, ...] = ()
    across: int = 0
    up: int = 1
    xs: tuple[float, ...] = ()
    ys: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class LatentDecodedSeen(Sight):
    """One result for each code, all on one scale; of a grid that is not done yet the first ones."""

    results: tuple[LayerSeen, ...]
    wanted: int


@dataclass(frozen=True, slots=True)
class LatentPath(Lens):
    """What lies on the way from the code of one sample to that of another. Answered by ``LatentPathSeen``.

    "linear": a straight line. "spherical": along the arc between the two directions (White 2016, arXiv:1609.04468).
    """

    layer: str = ""
    one: Subject = FIRST_TEST
    other: Subject = FIRST_TEST
    form: Literal["linear", "spherical"] = "linear"
    count: int = 11


@dataclass(frozen=True, slots=True)
class LatentPathSeen(Sight):
    """``codes`` float32 count×d from the first sample's to the other's, and what becomes of each: ``results`` are those
    of the first codes while the others are being worked out. The two samples as they are in ``ends``, with ``labels``
    in words.
    """

    codes: np.ndarray
    results: tuple[LayerSeen, ...]
    ends: tuple[LayerSeen, LayerSeen]
    labels: tuple[str, str]


MapMethod = Literal["tsne", "umap"]


@dataclass(frozen=True, slots=True)
class LatentMap(Lens):
    """A map of codes on which neighbours stay neighbours, of the weights as they are when it is first looked through.

    Takes seconds in a process of its own; who closes the lens ends it. ``request``: another number is another map.
    Answered by ``LatentMapSeen``.
    """

    layer: str = ""
    method: MapMethod = "tsne"
    request: int = 0


@dataclass(frozen=True, slots=True)
class LatentMapSeen(Sight):
    """``points`` float32 n×2, 0×2 until it is done; ``progress`` from 0 to 1. All else as in ``LatentSeen``."""

    step: int
    progress: float
    part: Part
    numbers: np.ndarray
    points: np.ndarray
    labels: np.ndarray
    classes: tuple[str, ...]
    values: np.ndarray | None = None
    value_name: str = ""
