"""Views of what networks make of samples: pictures, points of a plane, rows, truth against prediction."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from torch import Tensor

from playground import protocol
from playground.core.language import tr
from playground.engine.data.tokens import Vocabulary
from playground.engine.pictures import pictures
from playground.engine.samples import Samples, even_places

FEW, SOME = 16, 500
_MOST_NAMED = 12  # features that a legend names
_MOST_DOTS = 4000
_MOST_NUMBERS = 2_000_000
_MARGIN = 0.1  # of a plane around its points


class Chosen:
    """At most ``count`` samples of the test part (of the training part without one), the same throughout a run.

    Fewer of large ones: they stay on the device.
    """

    def __init__(self, samples: Samples, count: int) -> None:
        self._samples, self._count = samples, count
        self.part = samples.shown_part

    @cached_property
    def places(self) -> np.ndarray:
        size = max(1, self._samples.arrays.dataset.shape.count)
        return even_places(self._samples.count(self.part), min(self._count, max(FEW, _MOST_NUMBERS // size)))

    @cached_property
    def stored(self) -> tuple[np.ndarray, np.ndarray]:
        """Samples and targets as they are stored."""
        return self._samples.stored(self.part, self.places)

    @cached_property
    def prepared(self) -> Tensor:
        """As a network takes them, on the device."""
        return self._samples.prepared(self.stored[0])

    def labels(self) -> tuple[np.ndarray, tuple[str, ...]]:
        """int64 numbers of classes, −1 where there are none, and the names of the classes."""
        classes, y = self._samples.arrays.dataset.classes, self.stored[1]
        return (y.astype(np.int64), classes) if classes else (np.full(len(y), -1, np.int64), ())


def as_pictures(samples: Samples, x: Tensor) -> np.ndarray:
    """Prepared images n×c×h×w as pictures; images of numbers from 0 to another limit are brought to 0 … 1."""
    return pictures(samples.inputs.invert(x.float()).cpu().numpy(), samples.ends)


# --- what comes back, and what is made -------------------------------------------------------------------------------


def reconstructions(samples: Samples, x: Tensor, back: Tensor, given: Tensor | None) -> tuple[protocol.View, ...]:
    """Prepared samples beside what came back of them, and beside what the network was ``given`` where that differs."""
    name, title = "reconstructions", tr("Reconstructions")
    if x.dim() == 4:
        shown = None if given is None else as_pictures(samples, given)
        return (protocol.Pictures(name, title, as_pictures(samples, back), as_pictures(samples, x), shown),)
    if x.dim() == 2 and x.shape[1] == 2:
        points, fakes = (samples.inputs.invert(part.float()).cpu().numpy() for part in (x, back))
        return (scattered_plane(samples, name, tr("Points, and what comes back of them"), points, fakes),)
    return (_number_by_number(samples, name, x, back),)


def _number_by_number(samples: Samples, name: str, x: Tensor, back: Tensor) -> protocol.View:
    """Every number of every sample against what came back of it, as scaled: the closer to the diagonal the better."""
    truth, said = x.float().flatten(1).cpu().numpy(), back.float().flatten(1).cpu().numpy()
    features = samples.arrays.dataset.features
    axis = x.dim() - 1
    named = len(features) == x.shape[axis] and len(features) <= _MOST_NAMED
    count = x.shape[axis] if axis else 1
    labels = np.tile(np.arange(truth.shape[1]) % count, len(truth)) if named else np.full(truth.size, -1)
    points = np.stack((truth.ravel(), said.ravel()), 1)
    kept = even_places(len(points), _MOST_DOTS)
    return protocol.Scatter(
        name, tr("Each number against what comes back"), points[kept].astype(np.float32), labels[kept].astype(np.int64),
        features if named else (), (tr("original, scaled"), tr("reconstruction, scaled")), diagonal=True,
    )  # fmt: skip


def real_and_made(samples: Samples, name: str, real: Tensor, made: Tensor, title: str) -> protocol.View:
    """Samples that are no images beside those that a network made: a plane, or the two directions in which the real
    ones differ most.
    """
    if real.dim() == 2 and real.shape[1] == 2:
        points, fakes = (samples.inputs.invert(part.float()).cpu().numpy() for part in (real, made))
        return scattered_plane(samples, name, title, points, fakes)
    first, second = (part.float().flatten(1).cpu().numpy() for part in (real, made))
    together = principal(first, np.concatenate((first, second)))
    labels = np.repeat(np.array([0, 1], np.int64), (len(first), len(second)))
    axes = (tr("first component"), tr("second component"))
    return protocol.Scatter(name, title, together.astype(np.float32), labels, (tr("real"), tr("generated")), axes)


def scattered_plane(
    samples: Samples, name: str, title: str, points: np.ndarray, fakes: np.ndarray | None
) -> protocol.Plane:
    """Points n×2 in the units of the data without a map behind them."""
    left, right, bottom, top = bounds(samples, points)
    labels = np.zeros(len(points), np.float32)
    made = None if fakes is None else fakes.astype(np.float32)
    return protocol.Plane(
        name, title, left, right, bottom, top, None, None, points.astype(np.float32), labels, (), made
    )  # fmt: skip


def principal(x: np.ndarray, shown: np.ndarray | None = None) -> np.ndarray:
    """``shown`` (else ``x``), N×features, along the two directions in which ``x`` varies most: N×2.

    Signs are chosen so that the largest weight of a direction is positive: pictures do not flip from look to look.
    """
    middle, axes, _ = directions(x)
    found = ((x if shown is None else shown).astype(np.float64) - middle) @ axes
    return found if found.shape[1] == 2 else np.concatenate((found, np.zeros_like(found)), 1)


def directions(x: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The mean of ``x``, N×features, the two directions in which it varies most, features×2 (×1 of one feature), and
    its standard deviation along each.
    """
    x = x.astype(np.float64)
    middle = x.mean(0)
    centred = x - middle
    if x.shape[1] > len(x) > 2:  # of few samples of many numbers by how they lie to each other: a smaller matrix
        values, vectors = np.linalg.eigh(centred @ centred.T)
        axes = np.linalg.qr(centred.T @ vectors[:, ::-1][:, :2])[0]
    else:
        values, vectors = np.linalg.eigh(centred.T @ centred)
        axes = vectors[:, ::-1][:, :2]
    axes = axes * np.sign(axes[np.abs(axes).argmax(0), np.arange(axes.shape[1])])
    return middle, axes, np.sqrt(np.maximum(values[::-1][:2], 0) / len(x))


# --- a plane ---------------------------------------------------------------------------------------------------------


def bounds(samples: Samples, points: np.ndarray) -> tuple[float, float, float, float]:
    """Left, right, bottom and top around points n×2, with a margin.

    A square for points of a plane; columns of a table are in units of their own.
    """
    low, high = (points.min(0), points.max(0)) if len(points) else (np.zeros(2), np.ones(2))
    half = np.maximum(1e-6, (high - low) / 2 * (1 + _MARGIN))
    if samples.arrays.dataset.look == "points":
        half = np.full(2, half.max())
    middle = (low + high) / 2
    (left, bottom), (right, top) = (middle - half).tolist(), (middle + half).tolist()
    return left, right, bottom, top


def grid(samples: Samples, edges: tuple[float, float, float, float], side: int) -> Tensor:
    """Prepared points at the middles of side×side cells, row by row from the bottom: side²×2."""
    left, right, bottom, top = edges
    centres = (np.arange(side, dtype=np.float32) + 0.5) / side
    across, up = np.meshgrid(left + centres * (right - left), bottom + centres * (top - bottom))
    return samples.prepared(np.stack((across.ravel(), up.ravel()), 1).astype(np.float32))


# --- words -----------------------------------------------------------------------------------------------------------


def texts(samples: Samples, ids: np.ndarray) -> list[str]:
    """The words of rows of ids; the ids themselves where the data do not say which words they are."""
    words = Vocabulary(samples.arrays.words)
    if not words.words:
        return [" ".join(map(str, row)) for row in ids]
    return [" ".join(words.decode(row)) for row in ids]
