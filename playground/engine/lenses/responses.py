"""What every unit of a network says over the plane of its two inputs, small enough for the cards of a canvas."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from playground.engine.lenses.boundary.planes import (
    FeaturePlane,
    InputPlane,
    NoisePlane,
    is_planar,
    training_inputs,
)
from playground.engine.lenses.capture import Recorder, ended
from playground.engine.lenses.lattice import Lattice
from playground.engine.lenses.layers import activated, layers_seen
from playground.engine.lenses.study import Study
from playground.engine.lenses.subjects import BroughtSamples, noise_size
from playground.engine.lenses.turns import Turns
from playground.engine.samples import even_places
from playground.engine.state import TrainingState
from playground.protocol.lenses import Layers, LayerSeen, LayersSeen, PlaneOfInputs
from playground.training.outputs import output_node

SIDE = 32  # cells to each side
MOST_UNITS = 36
_SECONDS = 0.03
_MOST_POINTS = 300


class LayersStudy(Study):
    """Of a network that takes two numbers what it says over their plane, a slow one's in turn; of others one sample."""

    def __init__(self) -> None:
        self._over: _OverPlane | None = None

    def look(self, state: TrainingState, lens: Layers, brought: BroughtSamples) -> LayersSeen:
        found = layers_seen(state, lens, brought)
        if not takes_a_plane(state, lens.network):
            return found
        if not lens.plane:
            return replace(found, planar=True)
        if self._over is None:
            self._over = _OverPlane(state, lens.network)
        self._over.work(state)
        self.unfinished = not self._over.whole(state.version)
        return replace(found, layers=found.layers | self._over.layers, planar=True)


@dataclass
class _Units:
    """What a layer says at the cells, by their numbers: its first units cells×units, and of all of them the least and
    the greatest, cells. ``names`` are those of the units, ``count`` is how many there are.
    """

    count: int
    names: tuple[str, ...]
    values: np.ndarray
    low: np.ndarray
    high: np.ndarray


class _OverPlane:
    """The layers of one network over the plane of its inputs."""

    def __init__(self, state: TrainingState, network: str) -> None:
        self._network, plane = network, _plane_of(state, network)
        self._places, self._told = plane.inputs(plane.cells(SIDE)), _told(state, plane)
        self._lattice, self._turns = Lattice(SIDE), Turns(SIDE * SIDE, _SECONDS, most=SIDE * SIDE)
        self._units: dict[str, _Units] = {}

    def work(self, state: TrainingState) -> None:
        """Ask for some more of what the weights are not known to say yet."""

        def ask(picked: np.ndarray) -> None:
            cells = self._lattice.order[picked]
            given = self._places[torch.from_numpy(cells).to(self._places.device)]
            recorder = Recorder(state.networks[self._network], attends=False)
            recorder.run(given)
            graph = state.project.networks[self._network]
            end = output_node(graph)
            for path, outputs in ended(graph, recorder.found).items():
                value = outputs[0].detach().float()
                names: tuple[str, ...] = ()
                if end is not None and path == end.id:
                    value, names = _result(state, self._network, value)
                if len(value) == len(cells):
                    self._keep(path, cells, value.flatten(1), names)

        self._turns.work(state.version, ask)

    def whole(self, version: int) -> bool:
        return self._turns.current(version) == 1

    def _keep(self, path: str, cells: np.ndarray, units: Tensor, names: tuple[str, ...]) -> None:
        if path not in self._units:
            shown = min(units.shape[1], MOST_UNITS)
            values, ends = np.zeros((SIDE * SIDE, shown), np.float32), np.zeros((2, SIDE * SIDE), np.float32)
            self._units[path] = _Units(units.shape[1], names[:MOST_UNITS], values, *ends)
        kept, finite = self._units[path], torch.isfinite(units)
        kept.values[cells] = units[:, :MOST_UNITS].cpu().numpy()
        kept.low[cells] = units.where(finite, torch.inf).amin(1).cpu().numpy()
        kept.high[cells] = units.where(finite, -torch.inf).amax(1).cpu().numpy()

    @property
    def layers(self) -> dict[str, LayerSeen]:
        """As they are known, by path."""
        known = np.zeros(SIDE * SIDE, bool)
        known[self._lattice.order[self._turns.known()]] = True
        return {path: self._seen(units, known) for path, units in self._units.items()}

    def _seen(self, units: _Units, known: np.ndarray) -> LayerSeen:
        low, high = float(units.low[known].min()), float(units.high[known].max())
        if low > high:  # nothing is finite
            low = high = 0.0
        shown = np.stack([self._lattice.filled(one, known) for one in units.values.T])
        return LayerSeen("plane", shown, units.count, low, high, units.names, self._told)


def takes_a_plane(state: TrainingState, network: str) -> bool:
    """Whether ``network`` is fed two numbers: of the data, or of noise."""
    size = noise_size(state.project.networks[network])
    return is_planar(state.samples) if size is None else size == 2


def _plane_of(state: TrainingState, network: str) -> InputPlane:
    if noise_size(state.project.networks[network]) is not None:
        return NoisePlane(state.device)
    return FeaturePlane(state.samples, (0, 1), training_inputs(state.samples))


def plane_of_samples(state: TrainingState) -> PlaneOfInputs:
    """The plane of samples of two numbers, in the units of the data."""
    return _told(state, FeaturePlane(state.samples, (0, 1), training_inputs(state.samples)))


def _told(state: TrainingState, plane: InputPlane) -> PlaneOfInputs:
    if isinstance(plane, NoisePlane):
        return PlaneOfInputs(plane.edges, plane.axes, np.zeros((0, 2), np.float32), np.zeros(0, np.float32))
    samples, dataset = state.samples, state.samples.arrays.dataset
    x, y = samples.stored("train", even_places(samples.train_count, _MOST_POINTS))
    points = plane.places(x)
    there = np.isfinite(points).all(1)  # a row with a gap has no place
    labels = y.reshape(len(y), -1)[:, 0] if y.size else np.zeros(len(y))
    return PlaneOfInputs(plane.edges, plane.axes, points[there], labels[there].astype(np.float32), dataset.classes)


def _result(state: TrainingState, network: str, value: Tensor) -> tuple[Tensor, tuple[str, ...]]:
    """With the activation that training leaves out; with names where they are the probabilities of classes."""
    shown, names = activated(state, network, value)
    classes = state.samples.arrays.dataset.classes
    return shown, names if names and names == classes and shown.shape[1:] == (len(classes),) else ()
