"""A game of two numbers over their plane; of more of them its shadow on the directions in which real ones differ."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from playground.core.language import tr
from playground.engine.lenses.boundary.planes import is_planar
from playground.engine.lenses.gan.playing import generated, scored
from playground.engine.lenses.lattice import Lattice
from playground.engine.lenses.turns import Turns
from playground.engine.state import TrainingState
from playground.engine.tasks import showing
from playground.engine.tasks.adversarial import Adversarial
from playground.protocol.lenses import GameField

_SECONDS = 0.02  # for the map, and as long for the manifold
MAP, CELLS = 64, 20  # cells to each side of the discriminator's map and of the generator's grid
_OUTER = 0.005  # the part of the noise that lies beyond the grid's first line, and as much beyond its last


class Field:
    """Over the plane of two numbers, or over the shadow of more: a slow network's answers are worked out in turn."""

    def __init__(self, state: TrainingState, task: Adversarial, real: Tensor) -> None:
        """``real``: prepared samples n×shape that the plane is laid through."""
        self._samples = state.samples
        self._projection = None if is_planar(state.samples) else _Projection(real)
        self.axes = self._names()
        points = self.places(real)
        self.edges = showing.bounds(state.samples, points[np.isfinite(points).all(1)])
        self._cells = showing.grid(state.samples, self.edges, MAP) if self._projection is None else None
        self._lattice, self._scores = Lattice(MAP), np.full(MAP * MAP, np.nan, np.float32)
        self._in_turn = Turns(MAP * MAP if self._cells is not None else 0, _SECONDS, most=MAP * MAP)
        self._noise = manifold_noise(task.noise_size).to(state.device)
        self._folded = np.zeros((self._noise.shape[:2].numel(), 2), np.float32)
        self._folding = Turns(len(self._folded), _SECONDS)

    def work(self, state: TrainingState, task: Adversarial) -> None:
        """Ask for some more of what the weights are not known to say yet."""
        noise = self._noise.flatten(0, 1)

        def fold(picked: np.ndarray) -> None:
            self._folded[picked] = self.places(generated(state, noise[_at(picked, noise)]))

        def judge(picked: np.ndarray) -> None:
            assert self._cells is not None
            cells = self._lattice.order[picked]
            self._scores[cells] = _numbers(task.verdict(scored(state, self._cells[_at(cells, self._cells)])))

        self._folding.work(state.version, fold)
        self._in_turn.work(state.version, judge)

    def current(self, version: int) -> float:
        """The part that is of these weights."""
        return min(self._folding.current(version), self._in_turn.current(version))

    def seen(self, pushes: Tensor) -> GameField:
        """With the arrows of ``pushes``, n×shape. The manifold is empty until all of it is known."""
        found = None
        if self._cells is not None:
            known = np.zeros(MAP * MAP, bool)
            known[self._lattice.order[self._in_turn.known()]] = True
            found = self._lattice.filled(self._scores, known)
        rows, columns = self._noise.shape[:2]
        whole = bool(self._folding.known().all())
        folded = self._folded.reshape(rows, columns, 2).copy() if whole else np.zeros((1, 0, 2), np.float32)
        return GameField(self.edges, found, folded, self._ways(pushes), self.axes)

    def places(self, x: Tensor) -> np.ndarray:
        """float32 n×2, in the units of the data or in those of the shadow, of prepared samples."""
        if self._projection is not None:
            return self._projection.places(x)
        return _numbers(self._samples.inputs.invert(x.float()))

    def _ways(self, pushes: Tensor) -> np.ndarray:
        """As ``places``, of differences."""
        if self._projection is not None:
            return self._projection.ways(pushes)
        return self.places(pushes) - self.places(torch.zeros_like(pushes))

    def _names(self) -> tuple[str, str]:
        if self._projection is not None:
            return tr("first component"), tr("second component")
        names = self._samples.arrays.dataset.features
        return (names[0], names[1]) if len(names) == 2 else ("x1", "x2")


class _Projection:
    """Along the two directions in which real samples differ most, of one number along a line."""

    def __init__(self, real: Tensor) -> None:
        self._middle, axes, _ = showing.directions(real.flatten(1).cpu().numpy())
        self._axes = axes if axes.shape[1] == 2 else np.concatenate((axes, np.zeros_like(axes)), 1)

    def places(self, x: Tensor) -> np.ndarray:
        found = (x.flatten(1).cpu().numpy().astype(np.float64) - self._middle) @ self._axes
        return np.asarray(found, np.float32)

    def ways(self, x: Tensor) -> np.ndarray:
        return np.asarray(x.flatten(1).cpu().numpy().astype(np.float64) @ self._axes, np.float32)


def manifold_noise(size: int) -> Tensor:
    """Crossings of a grid over the first two noise numbers, the others 0: rows×columns×size, one row of one number.

    Lines lie at quantiles of the normal distribution, so that each cell is drawn equally often.
    """
    parts = torch.linspace(_OUTER, 1 - _OUTER, CELLS + 1, dtype=torch.float64)
    lines = torch.special.ndtri(parts).float()
    if size == 1:
        return lines.reshape(1, -1, 1)
    crossings = torch.zeros(len(lines), len(lines), size)
    crossings[..., 0], crossings[..., 1] = lines[None, :], lines[:, None]
    return crossings


def _at(picked: np.ndarray, like: Tensor) -> Tensor:
    return torch.from_numpy(picked).to(like.device)


def _numbers(x: Tensor) -> np.ndarray:
    return np.asarray(x.float().cpu().numpy(), np.float32)
