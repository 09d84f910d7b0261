"""Looks at what a network says over a plane: all of it at once where that is quick, else place after place in turn."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.lenses.boundary.asked import Asked, asked_of
from playground.engine.lenses.boundary.planes import (
    ComponentPlane,
    FeaturePlane,
    InputPlane,
    feature_names,
    is_planar,
    require_features,
    training_inputs,
)
from playground.engine.lenses.boundary.principal import Principal
from playground.engine.lenses.lattice import Lattice
from playground.engine.lenses.portions import Portions
from playground.engine.lenses.study import Study
from playground.engine.lenses.subjects import BroughtSamples
from playground.engine.lenses.turns import Turns
from playground.engine.samples import Samples, even_places
from playground.engine.state import TrainingState
from playground.engine.tasks.adversarial import Adversarial
from playground.protocol import Part, Plane
from playground.protocol.lenses import Boundary, BoundarySeen

SIDE = 100  # cells to each side
MOST_POINTS, _LEAST_POINTS, _POINT_NUMBERS = 600, 100, 200_000
_SECONDS = 0.025  # for a look
_MOST = 2500  # places at a time: what the processor's cache holds
_KEPT_NUMBERS = 200_000  # of inputs of the grid that are kept between looks
_STRIDES = (10, 5, 2, 1)
_LOOKS = 12  # that a picture may take while weights change: of a slow network it is a coarse one


class BoundaryStudy(Study):
    """Keeps the plane, the samples on it, and of a slow network what it said of each place the last time."""

    def __init__(self) -> None:
        self._directions: Principal | None = None
        self._train: np.ndarray | None = None
        self._asked: Asked | None = None
        self._field: _Field | None = None

    def look(self, state: TrainingState, lens: Boundary, brought: BroughtSamples) -> BoundarySeen:
        if self._asked is None:
            self._asked = asked_of(state, lens)
        part = lens.part if state.samples.count(lens.part) else "train"
        if self._field is None:
            plane = self._plane(state.samples, lens)
            if plane is None:
                self.unfinished = True
                none = np.zeros(0, np.int64)
                return BoundarySeen(None, part, state.samples.count(part), none, none.astype(np.float32))
            self._field = _Field(state.samples, plane, part)
        field, asked = self._field, self._asked
        field.work(state.version, asked)
        self.unfinished = field.current < 1.0
        return field.seen(state, asked)

    def _plane(self, samples: Samples, lens: Boundary) -> InputPlane | None:
        """None while the directions are being found."""
        if self._train is None:
            self._train = training_inputs(samples)
        if is_planar(samples):
            return FeaturePlane(samples, (0, 1), self._train)
        if lens.features is not None:
            require_features(samples, lens.features)
            return FeaturePlane(samples, lens.features, self._train)
        if samples.arrays.dataset.shape.count < 2:
            raise CannotTrain(tr("The samples are one number each."), tr("A plane takes two."))
        if self._directions is None:
            inputs = samples.prepared(self._train).float().flatten(1)
            self._directions = Principal(inputs.cpu().numpy())
        self._directions.work(_SECONDS)
        return ComponentPlane(samples, self._directions, self._train) if self._directions.done else None


class _Field:
    """What is known of the samples shown and of the cells of a plane, in this order, one behind the other."""

    def __init__(self, samples: Samples, plane: InputPlane, part: Part) -> None:
        self.plane, self.part, self._samples = plane, part, samples
        self.count = samples.count(part)
        size = max(1, samples.arrays.dataset.shape.count)
        chosen = even_places(self.count, max(_LEAST_POINTS, min(MOST_POINTS, _POINT_NUMBERS // size)))
        x, self._targets = samples.stored(part, chosen)
        places = plane.places(x)
        there = np.isfinite(places).all(1)  # a row with a gap has no place
        self.numbers, self._points, self._targets = chosen[there], places[there], self._targets[there]
        self._prepared = samples.prepared(x[there])
        self._cells = plane.cells(SIDE)
        self._kept = plane.inputs(self._cells) if SIDE * SIDE * size <= _KEPT_NUMBERS else None
        whole = len(self._points) + SIDE * SIDE
        self._values, self._sure = np.full(whole, np.nan, np.float32), np.full(whole, np.nan, np.float32)
        self._made = np.full(whole, -1, np.int64)  # by which weights each was said
        self._lattice = Lattice(SIDE, _STRIDES)
        points = len(self._points)
        self._order = np.concatenate((np.arange(points), points + self._lattice.order))
        self._ends = [points + end for end in self._lattice.ends]
        self._next, self._portions = 0, Portions(_SECONDS, most=_MOST)
        self._fakes = _Fakes()

    @property
    def current(self) -> float:
        return float((self._made == self._version).mean())

    _version = -1

    def work(self, version: int, asked: Asked) -> None:
        """Ask at as many places as there is time for. Of weights that stay, more and more; of those that change, as
        many as can be had of nearly the same ones, and what was known of the places between is dropped.
        """
        changed, self._version = version != self._version, version
        if changed and self._next >= self._reach:
            self._next = 0
        for count in self._portions.within(self._ahead):
            last = self._next + count
            picked = self._order[self._next : last]
            self._ask(picked, asked)
            self._made[picked] = version
            if last == self._reach:
                self._drop()
            self._next = last % len(self._order)

    def _ahead(self) -> int:
        """How many places come next that are asked together: of the samples, or up to the end of a lattice."""
        if self._made[self._order[self._next]] == self._version:
            return 0
        return next(end for end in (len(self._points), *self._ends) if end > self._next) - self._next

    @property
    def _reach(self) -> int:
        """Up to where in the order there is time to ask while weights change."""
        most = _LOOKS * _SECONDS / max(self._portions.each, 1e-9)
        return max([end for end in self._ends if end <= most], default=self._ends[0])

    def _drop(self) -> None:
        """What other weights said of the places behind."""
        behind = self._order[self._reach :]
        old = behind[self._made[behind] != self._version]
        self._made[old], self._values[old], self._sure[old] = -1, np.nan, np.nan

    def _ask(self, picked: np.ndarray, asked: Asked) -> None:
        said, sure = asked.judge(self._inputs(picked))
        self._values[picked] = said.cpu().numpy()
        if sure is not None:
            self._sure[picked] = sure.cpu().numpy()

    def _inputs(self, picked: np.ndarray) -> Tensor:
        """What the network is fed there; ``picked`` are samples, or cells, never both."""
        points = len(self._points)
        if picked[-1] < points:
            return self._prepared[torch.from_numpy(picked).to(self._prepared.device)]
        cells = picked - points
        if self._kept is not None:
            return self._kept[torch.from_numpy(cells).to(self._kept.device)]
        return self.plane.inputs(self._cells[cells])

    # --- what is told ---

    def seen(self, state: TrainingState, asked: Asked) -> BoundarySeen:
        points, samples = len(self._points), self._samples
        said, labels = self._values[:points].copy(), asked.labels(self._targets)
        wrong = np.isfinite(said) & (said != labels) if asked.classes else None
        left, right, bottom, top = self.plane.edges
        over = self._over(self._values)
        plane = Plane(
            "boundary", asked.title, left, right, bottom, top, over,
            self._over(self._sure) if asked.classes and np.isfinite(self._sure[points:]).any() else None,
            self._points, labels, asked.classes, self._fakes.seen(state), wrong, self.plane.axes, asked.lines,
            self.plane.equal,
            asked.scale(over) if asked.scale is not None else None,
        )  # fmt: skip
        planar = is_planar(samples)
        explained = self.plane.explained if isinstance(self.plane, ComponentPlane) else None
        return BoundarySeen(
            plane, self.part, self.count, self.numbers, said, () if planar else feature_names(samples), asked.outputs,
            explained, self.current, planar,
        )  # fmt: skip

    def _over(self, values: np.ndarray) -> np.ndarray:
        """float32 SIDE×SIDE; what was never asked is as the cell before it in the finest lattice that is known."""
        points = len(self._points)
        return self._lattice.filled(values[points:], self._made[points:] >= 0)


class _Fakes:
    """Of a game what the generator makes, where samples are two numbers, a slow one's in turn."""

    def __init__(self) -> None:
        self._points = np.zeros((0, 2), np.float32)
        self._turns = Turns(0, _SECONDS)

    def seen(self, state: TrainingState) -> np.ndarray | None:
        """float32 n×2; none where samples are not two numbers, None where nothing plays."""
        if not isinstance(state.task, Adversarial):
            return None
        if not is_planar(state.samples):
            return self._points
        task, noise = state.task, state.task.fixed_noise
        if not len(self._points):
            self._points, self._turns = np.zeros((len(noise), 2), np.float32), Turns(len(noise), _SECONDS)

        def make(picked: np.ndarray) -> None:
            made = task.predict(noise[torch.from_numpy(picked).to(noise.device)]).float()
            self._points[picked] = made.reshape(len(picked), 2).cpu().numpy()

        self._turns.work(state.version, make)
        return self._points[self._turns.known()]
