"""Planes of inputs: where samples lie on them, and what a network is fed at a place of them."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np
import torch
from torch import Tensor

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.lenses.boundary.principal import Principal
from playground.engine.samples import Samples, even_places
from playground.engine.tasks import showing

MOST_SAMPLES, MOST_NUMBERS = 2000, 2_000_000  # of the training part, that a plane is laid through
_MARGIN = 0.1
_NOISE_REACH = 3.0  # 997 of 1,000 numbers of a normal distribution lie within

Bounds = tuple[float, float, float, float]


class InputPlane(ABC):
    """``edges`` left, right, bottom and top, and ``axes`` by name, stay the same throughout a run.

    ``equal``: both axes have the same unit.
    """

    edges: Bounds
    axes: tuple[str, str]
    equal: bool = True

    @abstractmethod
    def inputs(self, places: np.ndarray) -> Tensor:
        """Prepared inputs N×shape, on the device, at places N×2."""

    @abstractmethod
    def places(self, x: np.ndarray) -> np.ndarray:
        """Where stored samples N×shape lie: N×2, NaN where a sample has a gap."""

    def cells(self, side: int) -> np.ndarray:
        """The middles of side×side cells, row by row from the bottom: side²×2."""
        left, right, bottom, top = self.edges
        centres = (np.arange(side) + 0.5) / side
        across, up = np.meshgrid(left + centres * (right - left), bottom + centres * (top - bottom))
        return np.stack((across.ravel(), up.ravel()), 1).astype(np.float32)


class FeaturePlane(InputPlane):
    """Over two features, in the units of the data; the others have their medians of the training part."""

    def __init__(self, samples: Samples, features: tuple[int, int], x: np.ndarray) -> None:
        self._samples, self._features = samples, list(features)
        self._middle = _medians(x)
        names = feature_names(samples)
        self.axes = (names[features[0]], names[features[1]])
        dataset = samples.arrays.dataset
        self.equal = dataset.look == "points"
        points = self.places(x)
        self.edges = showing.bounds(samples, points[np.isfinite(points).all(1)])

    def inputs(self, places: np.ndarray) -> Tensor:
        rows = np.repeat(self._middle[None], len(places), 0)
        rows[:, self._features] = places
        return self._samples.prepared(rows)

    def places(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(x[:, self._features], np.float32)


class ComponentPlane(InputPlane):
    """Through the mean of the training inputs, along the two directions in which they differ most, as prepared."""

    def __init__(self, samples: Samples, found: Principal, x: np.ndarray) -> None:
        self._samples, self.explained = samples, found.explained
        self._middle, self._axes = found.middle.astype(np.float32), found.axes.astype(np.float32)
        shares = [f"{100 * part:.0f} %" for part in found.explained]
        self.axes = (
            tr("first component ({shares})", shares=shares[0]),
            tr("second component ({shares})", shares=shares[1]),
        )
        points = self.places(x)
        low, high = points.min(0), points.max(0)
        half = np.maximum(1e-6, (high - low) / 2 * (1 + _MARGIN))
        half = np.maximum(half, half.max() / 2)  # a plane is no line
        (left, bottom), (right, top) = ((low + high) / 2 - half).tolist(), ((low + high) / 2 + half).tolist()
        self.edges = left, right, bottom, top

    def inputs(self, places: np.ndarray) -> Tensor:
        found = self._middle + places.astype(np.float32) @ self._axes.T
        shape = self._samples.arrays.dataset.shape.sizes
        return torch.from_numpy(found.reshape(-1, *shape)).to(self._samples.device)

    def places(self, x: np.ndarray) -> np.ndarray:
        return np.asarray((flat(self._samples.prepared(x)) - self._middle) @ self._axes, np.float32)


class NoisePlane(InputPlane):
    """Over the two numbers that a generator begins with."""

    edges = (-_NOISE_REACH, _NOISE_REACH, -_NOISE_REACH, _NOISE_REACH)

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self.axes = (tr("noise 1"), tr("noise 2"))

    def inputs(self, places: np.ndarray) -> Tensor:
        return torch.from_numpy(places.astype(np.float32)).to(self._device)

    def places(self, x: np.ndarray) -> np.ndarray:
        return np.asarray(x, np.float32)


def training_inputs(samples: Samples) -> np.ndarray:
    """Stored samples of the training part, evenly spread: as many as a plane is laid through."""
    size = max(1, samples.arrays.dataset.shape.count)
    count = max(2, min(MOST_SAMPLES, MOST_NUMBERS // size))
    return samples.stored("train", even_places(samples.train_count, count))[0]


def is_planar(samples: Samples) -> bool:
    """Whether samples are two numbers."""
    shape = samples.arrays.dataset.shape
    return shape.sizes == (2,) and not shape.whole


def feature_names(samples: Samples) -> tuple[str, ...]:
    """Of a sample that is a row of numbers; empty for all else."""
    dataset = samples.arrays.dataset
    if dataset.shape.rank != 1 or dataset.shape.whole:
        return ()
    count = dataset.shape.count
    return dataset.features if len(dataset.features) == count else tuple(f"x{n + 1}" for n in range(count))


def require_features(samples: Samples, features: tuple[int, int]) -> None:
    """Raises ``CannotTrain`` for features that the samples do not have."""
    count = len(feature_names(samples))
    if not count or not all(0 <= number < count for number in features) or features[0] == features[1]:
        raise CannotTrain(tr("The samples have no two such features."), tr("Choose the principal components."))


def flat(x: Tensor) -> np.ndarray:
    """N×shape as float32 N×numbers."""
    return np.asarray(x.float().flatten(1).cpu().numpy(), np.float32)


def _medians(x: np.ndarray) -> np.ndarray:
    """Of each feature of samples n×features, where it is known; 0 of one that never is."""
    known = np.where(np.isfinite(x), x, np.nan)
    found = np.zeros(x.shape[1], np.float32)
    some = np.isfinite(known).any(0)
    found[some] = np.nanmedian(known[:, some], 0)
    return found
