"""The study of a landscape: point by point, coarse before fine, in slices beside the training."""

from __future__ import annotations

import math
import time

import numpy as np
import torch

from playground.engine import random_states
from playground.engine.errors import CannotTrain
from playground.engine.frozen import frozen
from playground.engine.lenses.landscape.directions import Weights, path_directions, place, random_directions
from playground.engine.lenses.landscape.path import Earlier, Path, put_into, weights_of
from playground.engine.lenses.study import Study
from playground.engine.lenses.subjects import BroughtSamples
from playground.engine.samples import Batch
from playground.engine.state import TrainingState
from playground.protocol.lenses.landscape import Landscape, LandscapeSeen

_SLICE = 0.04  # seconds of a look
_MOST_SAMPLES, _LEAST_SAMPLES, _POINT = 512, 8, 0.008  # a point shall take so many seconds at most
_MARGIN = 1.25  # of a plane through the path beyond the furthest place
_LARGEST = 101  # points to a side


class Surface(Study):
    """Holds the weights at which it began: the plane goes through them, however training goes on."""

    def __init__(self) -> None:
        self._path = Path()
        self._earlier: Earlier | None = None
        self._began: _Begun | None = None

    def look(self, state: TrainingState, lens: Landscape, brought: BroughtSamples) -> LandscapeSeen:
        """Some points more. Raises ``CannotTrain`` where there is nothing to judge or no path yet."""
        now = weights_of(state.networks[lens.network])
        if not now:
            raise CannotTrain("No weight of this network is trained.", "Unfreeze a layer.")
        self._path.add(state.position.step, now)
        until = time.perf_counter() + _SLICE
        if self._began is None:
            if not self._looked_back(state, lens, now, until):
                self.unfinished = True
                return _nothing_yet(lens, state.position.step)
            self._began = _Begun(state, lens, now, self._path)
        placed = self._began.place(self._path, until)
        if placed or time.perf_counter() < until:
            self._began.go_on(until)
        self.unfinished = self._began.unfinished or not placed
        return self._began.seen(self._path)

    def _looked_back(self, state: TrainingState, lens: Landscape, now: Weights, until: float) -> bool:
        """Read what is kept of the way up to here, until it is time; whether all of it is there."""
        if self._earlier is None and self.moments is not None:
            self._earlier = Earlier(state, lens.network, self.moments, Path.most(now) // 2)
        if self._earlier is None:
            return True
        while self._earlier.unread and time.perf_counter() < until:
            self._earlier.read()
        if self._earlier.unread:
            return False
        self._path.begin_with(self._earlier.found)
        return True


def _nothing_yet(lens: Landscape, step: int) -> LandscapeSeen:
    size = _size(lens)
    line, losses = np.linspace(-1, 1, size, dtype=np.float32), np.full((size, size), np.nan, np.float32)
    return LandscapeSeen(losses, line, line, np.zeros((0, 3), np.float32), np.zeros(0, np.int64), step, 1.0, 0)


class _Begun:
    def __init__(self, state: TrainingState, lens: Landscape, centre: Weights, path: Path) -> None:
        self._lens, self._centre, self._step = lens, centre, state.position.step
        self._first, self._second = _directions(state, lens, centre, path)
        self._state = frozen(state)
        self._network = self._state.networks[lens.network]
        self._loss = "loss"
        self._batch = self._fitting_batch()
        size, reach = _size(lens), _reach(lens)
        self._line = np.linspace(-reach, reach, size, dtype=np.float32)
        self._losses = np.full((size, size), np.nan, np.float32)
        self._left = list(reversed(_coarse_to_fine(size)))
        self._places: dict[int, tuple[float, ...]] = {}  # of steps of the path: where, loss, squares of ways

    @property
    def unfinished(self) -> bool:
        return bool(self._left)

    def go_on(self, until: float) -> None:
        """Judge points until it is time; at least one, so that it comes to an end."""
        while self._left:
            row, column = self._left.pop()
            self._losses[row, column] = self._judge(self._between(self._line[column], self._line[row]))
            if time.perf_counter() >= until:
                return

    def place(self, path: Path, until: float) -> bool:
        """Find out where the path goes, its end first, until it is time. Whether all of it is known."""
        for step, weights in zip(reversed(path.steps), reversed(path.weights), strict=True):
            if step not in self._places:
                across, up, seen, whole = place(self._centre, self._first, self._second, weights)
                self._places[step] = (across, up, self._judge(weights), seen, whole)
                if time.perf_counter() >= until:
                    break
        return all(step in self._places for step in path.steps)

    def seen(self, path: Path) -> LandscapeSeen:
        steps = [step for step in path.steps if step in self._places]
        places = np.array([self._places[step] for step in steps], np.float32).reshape(-1, 5)
        seen, whole = places[:, 3].sum(), places[:, 4].sum()
        return LandscapeSeen(
            self._losses.copy(), self._line, self._line, places[:, :3], np.array(steps, np.int64),
            self._step, float(seen / whole) if whole > 0 else 1.0, len(self._batch[0]), self._loss,
        )  # fmt: skip

    def _between(self, across: float, up: float) -> Weights:
        return [
            weight + float(across) * one + float(up) * other
            for weight, one, other in zip(self._centre, self._first, self._second, strict=True)
        ]

    def _judge(self, weights: Weights) -> float:
        """The mean loss, without penalties; infinity where it is not finite."""
        put_into(self._network, weights)
        found = self._state.task.evaluate((self._batch,), lambda: True)
        own = f"{self._lens.network.lower()}_loss"
        self._loss = own if found and own in found else "loss"
        value = (found or {}).get(self._loss, math.nan)
        return value if math.isfinite(value) else math.inf

    def _fitting_batch(self) -> Batch:
        """The first training samples, as many as are judged in the time of a point; a few in any case."""
        self._state.module.eval()
        samples = self._state.samples
        count, most = min(_LEAST_SAMPLES, samples.train_count), min(_MOST_SAMPLES, samples.train_count)
        self._batch = next(samples.part("train", count))
        self._judge(self._centre)  # what is new takes longer the first time
        while count < most:
            began = time.perf_counter()
            self._judge(self._centre)
            if 2 * (time.perf_counter() - began) > _POINT:
                break
            count = min(2 * count, most)
            self._batch = next(samples.part("train", count))
        return self._batch


def _directions(state: TrainingState, lens: Landscape, centre: Weights, path: Path) -> tuple[Weights, Weights]:
    if lens.directions == "path":
        found = path_directions(centre, path.weights)
        if found is None:
            raise CannotTrain(
                "The weights have not yet gone far enough to span a plane.", "Train on, or take random directions."
            )
        return found
    seed = random_states.derived_seed(state.project.training.seed, "shown", 100 + lens.anew)
    return random_directions(centre, torch.Generator().manual_seed(seed))


def _size(lens: Landscape) -> int:
    return min(_LARGEST, max(3, lens.size))


def _reach(lens: Landscape) -> float:
    return lens.reach * _MARGIN if lens.directions == "path" else lens.reach


def _coarse_to_fine(size: int) -> list[tuple[int, int]]:
    """All places, the corners of large meshes first."""
    found: dict[tuple[int, int], None] = {}
    stride = 1 << max(0, (size - 1).bit_length() - 1)
    while stride:
        for row in range(0, size, stride):
            for column in range(0, size, stride):
                found.setdefault((row, column))
        stride //= 2
    return list(found)
