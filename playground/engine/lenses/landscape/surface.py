"""The study of a landscape: point by point, coarse before fine, in slices beside the training."""

from __future__ import annotations

import time
from collections.abc import Generator

import numpy as np
import torch

from playground.core.language import tr
from playground.engine import random_states
from playground.engine.errors import CannotTrain
from playground.engine.frozen import frozen
from playground.engine.lenses.landscape.directions import Plane, Slow, path_directions, place, random_directions
from playground.engine.lenses.landscape.judging import Judge
from playground.engine.lenses.landscape.path import Earlier, Path, weights_of
from playground.engine.lenses.study import Study
from playground.engine.lenses.subjects import BroughtSamples
from playground.engine.state import TrainingState
from playground.protocol.lenses.landscape import Landscape, LandscapeSeen

_SLICE = 0.04  # seconds of a look
_MARGIN = 1.25  # of a plane through the path beyond the furthest place
MOST_WEIGHTS = 50_000_000  # of which up to ten copies are held: 2 GB
_LARGEST = 101  # points to a side


class Surface(Study):
    """Holds the weights at which it began: the plane goes through them, however training goes on."""

    def __init__(self) -> None:
        self._path = Path()
        self._version = -1
        self._earlier: Earlier | None = None
        self._begun: _Begun | None = None

    def look(self, state: TrainingState, lens: Landscape, brought: BroughtSamples) -> LandscapeSeen:
        """Some points more. Raises ``CannotTrain`` where there is nothing to judge or no path yet."""
        if self._version != state.version:
            _require_room(state, lens.network)
            step = state.position.step
            if self._path.steps and step <= self._path.steps[-1]:
                self._begun = None  # training went back: what was around weights that are gone says nothing
            self._version = state.version
            self._path.add(step, weights_of(state.networks[lens.network]))
        if not self._path.weights[-1]:
            raise CannotTrain(tr("No weight of this network is trained."), tr("Unfreeze a layer."))
        until = time.perf_counter() + _SLICE
        if self._begun is None and self._looked_back(state, lens, until):
            self._begun = _Begun(state, lens, self._path)
        if self._begun is None:
            self.unfinished = True
            return _nothing_yet(lens, state.position.step)
        self._begun.go_on(until)
        self.unfinished = self._begun.unfinished
        return self._begun.seen()

    def _looked_back(self, state: TrainingState, lens: Landscape, until: float) -> bool:
        """Read what is kept of the way up to here, until it is time; whether all of it is there."""
        if self._earlier is None and self.moments is not None:
            most = Path.most(self._path.weights[-1]) // 2
            self._earlier = Earlier(state, lens.network, self.moments, most)
        if self._earlier is None:
            return True
        while self._earlier.unread and time.perf_counter() < until:
            self._earlier.read()
        if self._earlier.unread:
            return False
        self._path.begin_with(self._earlier.found)
        return True


def _require_room(state: TrainingState, network: str) -> None:
    """Raises ``CannotTrain`` for a network that is held in memory several times over, and is too large for that."""
    count = sum(weight.numel() for weight in state.networks[network].parameters() if weight.requires_grad)
    if count > MOST_WEIGHTS:
        raise CannotTrain(
            tr("A landscape holds the weights several times, and this network has {count:,}.", count=count),
            tr("It is for networks of up to {most_weights:,}.", most_weights=MOST_WEIGHTS),
        )


def _nothing_yet(lens: Landscape, step: int) -> LandscapeSeen:
    size = _size(lens)
    line, losses = np.linspace(-1, 1, size, dtype=np.float32), np.full((size, size), np.nan, np.float32)
    return LandscapeSeen(losses, line, line, np.zeros((0, 3), np.float32), np.zeros(0, np.int64), step, 1.0, 0)


class _Begun:
    """The work on one landscape, step by step; what is known of it so far."""

    def __init__(self, state: TrainingState, lens: Landscape, path: Path) -> None:
        self._lens, self._path, self._step = lens, path, state.position.step
        self._centre = path.weights[-1]
        self._seed = random_states.derived_seed(state.project.training.seed, "shown", 100 + lens.anew)
        self._judge = Judge(frozen(state), lens.network)
        size, reach = _size(lens), _reach(lens)
        self._line = np.linspace(-reach, reach, size, dtype=np.float32)
        self._losses = np.full((size, size), np.nan, np.float32)
        self._left = list(reversed(_coarse_to_fine(size)))
        self._places: dict[int, tuple[float, ...]] = {}  # of steps of the path: where, loss, squares of ways
        self._work = self._working()

    @property
    def unfinished(self) -> bool:
        return bool(self._left) or self._next_place() is not None

    def go_on(self, until: float) -> None:
        """Work until it is time; at least a little, so that it comes to an end."""
        while self.unfinished:
            next(self._work)
            if time.perf_counter() >= until:
                return

    def seen(self) -> LandscapeSeen:
        steps = [step for step in self._path.steps if step in self._places]
        places = np.array([self._places[step] for step in steps], np.float32).reshape(-1, 5)
        seen, whole = places[:, 3].sum(), places[:, 4].sum()
        return LandscapeSeen(
            self._losses.copy(), self._line, self._line, places[:, :3], np.array(steps, np.int64),
            self._step, float(seen / whole) if whole > 0 else 1.0, self._judge.samples, self._judge.loss,
        )  # fmt: skip

    def _working(self) -> Slow:
        """Where the path goes, its end first, comes before the points, and again whenever it went on."""
        first, second = yield from self._directions()
        yield from self._judge.settle()
        while True:
            step = self._next_place()
            if step is not None:
                weights = self._path.weights[self._path.steps.index(step)]
                across, up, seen, whole = yield from place(self._centre, first, second, weights)
                loss = yield from self._judge.judge(weights)
                self._places[step] = (across, up, loss, seen, whole)
            elif self._left:
                row, column = self._left[-1]
                across, up = float(self._line[column]), float(self._line[row])
                there = [w + across * one + up * two for w, one, two in zip(self._centre, first, second, strict=True)]
                self._losses[row, column] = yield from self._judge.judge(there)
                self._left.pop()
            yield

    def _next_place(self) -> int | None:
        return next((step for step in reversed(self._path.steps) if step not in self._places), None)

    def _directions(self) -> Generator[None, None, Plane]:
        if self._lens.directions != "path":
            return (yield from random_directions(self._centre, torch.Generator().manual_seed(self._seed)))
        found = yield from path_directions(self._centre, tuple(self._path.weights))
        if found is None:
            raise CannotTrain(
                tr("The weights have not yet gone far enough to span a plane."),
                tr("Train on, or take random directions."),
            )
        return found


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
