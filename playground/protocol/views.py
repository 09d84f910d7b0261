"""What a task shows of its weights as they are: each view one record, drawn by ``ui/plots/views``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a window that has not trained yet does without numpy
    import numpy as np


@dataclass(frozen=True, slots=True)
class Pictures:
    """Images n×h×w (grey) or n×h×w×3, uint8, as a grid with ``columns`` (0: as many as fit).

    ``title`` says what they are; with ``originals`` each is shown beside the one it comes from, with ``given`` beside
    what the network was shown. ``captions`` has one text for each, or none.
    """

    name: str
    title: str
    images: np.ndarray
    originals: np.ndarray | None = None
    given: np.ndarray | None = None
    columns: int = 0
    captions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plane:
    """What a network says over a plane, float32 rows×columns, row 0 at ``bottom``, with points on it.

    ``values`` is the number of the likeliest class with its probability in ``certainty``, or with no ``classes`` the
    value itself. ``points`` n×2 with ``labels`` n (classes, or values); ``fakes`` m×2 are generated ones.

    ``wrong``: bool n, which points the network is wrong about; without it, those that lie in a place of another class.
    ``lines`` are values that contour lines are drawn at, None for as many as fit. ``equal``: one scale for both axes.
    ``scale``: the ends of the scale of values, None for those of all values and labels.
    """

    name: str
    title: str
    left: float
    right: float
    bottom: float
    top: float
    values: np.ndarray | None
    certainty: np.ndarray | None
    points: np.ndarray
    labels: np.ndarray
    classes: tuple[str, ...]
    fakes: np.ndarray | None = None
    wrong: np.ndarray | None = None
    axes: tuple[str, str] = ("", "")
    lines: tuple[float, ...] | None = ()
    equal: bool = True
    scale: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Forecasts:
    """Windows of series: n×time what was given, n×horizon the truth and the forecast, in the units of the data."""

    name: str
    title: str
    given: np.ndarray
    truth: np.ndarray
    forecast: np.ndarray


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table or texts, with the truth and what the network says, each as text; ``wrong`` marks mistakes."""

    name: str
    title: str
    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    truth: tuple[str, ...]
    said: tuple[str, ...]
    wrong: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Scatter:
    """Points n×2 with the number of a class each (−1: none): codes in latent space, or truth against prediction.

    ``diagonal`` draws the line on which both are equal. ``values`` n colour them instead of classes, NaN where there
    is none; ``value_name`` says what they are.
    """

    name: str
    title: str
    points: np.ndarray
    labels: np.ndarray
    classes: tuple[str, ...]
    axes: tuple[str, str]
    diagonal: bool = False
    values: np.ndarray | None = None
    value_name: str = ""


View = Pictures | Plane | Forecasts | Rows | Scatter
