"""What every unit of a network says over the plane of its two inputs, small enough for the cards of a canvas."""

from __future__ import annotations

from dataclasses import replace

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
from playground.engine.lenses.capture import capture
from playground.engine.lenses.layers import activated, layers_seen, pictured
from playground.engine.lenses.study import Study
from playground.engine.lenses.subjects import BroughtSamples, fed, noise_size
from playground.engine.samples import even_places
from playground.engine.state import TrainingState
from playground.protocol.lenses import Layers, LayerSeen, LayersSeen, PlaneOfInputs
from playground.training.outputs import output_node

SIDE = 32  # cells to each side
MOST_UNITS = 36
_MOST_POINTS = 300


class LayersStudy(Study):
    """Keeps the places of the plane; of a network that takes no two numbers it shows one sample."""

    def __init__(self) -> None:
        self._plane: InputPlane | None = None
        self._places: Tensor | None = None
        self._told: PlaneOfInputs | None = None

    def look(self, state: TrainingState, lens: Layers, brought: BroughtSamples) -> LayersSeen:
        if not takes_a_plane(state, lens.network):
            return layers_seen(state, lens, brought)
        if not lens.plane:
            return replace(layers_seen(state, lens, brought), planar=True)
        if self._places is None or self._told is None:
            plane = _plane_of(state, lens.network)
            self._places, self._told = plane.inputs(plane.cells(SIDE)), _told(state, plane)
        return self._over_plane(state, lens, brought)

    def _over_plane(self, state: TrainingState, lens: Layers, brought: BroughtSamples) -> LayersSeen:
        """The sample and all places go through the network together."""
        assert self._places is not None
        assert self._told is not None
        given = fed(state, lens.network, lens.subject, brought)
        found = capture(state.networks[lens.network], torch.cat((given.x, self._places)))
        layers, said = pictured(state, lens.network, given, found)
        end = output_node(state.project.networks[lens.network])
        for path, outputs in found.outputs.items():
            value = outputs[0].detach().float()
            names: tuple[str, ...] = ()
            if end is not None and path == end.id:
                value, names = _result(state, lens.network, value)
            if len(value) == 1 + len(self._places):
                layers[path] = _responses(value[1:], names, self._told)
        return LayersSeen(layers, given.sample, given.truth, said, given.subject, given.count, planar=True)


def takes_a_plane(state: TrainingState, network: str) -> bool:
    """Whether ``network`` is fed two numbers: of the data, or of noise."""
    size = noise_size(state.project.networks[network])
    return is_planar(state.samples) if size is None else size == 2


def _plane_of(state: TrainingState, network: str) -> InputPlane:
    if noise_size(state.project.networks[network]) is not None:
        return NoisePlane(state.device)
    return FeaturePlane(state.samples, (0, 1), training_inputs(state.samples))


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


def _responses(value: Tensor, names: tuple[str, ...], plane: PlaneOfInputs) -> LayerSeen:
    """``value`` places×…, row by row from the bottom: each number that a layer gives is a unit."""
    units = value.flatten(1)
    finite = units if bool(torch.isfinite(units).all()) else units[torch.isfinite(units)]
    low, high = (float(end) for end in torch.aminmax(finite)) if finite.numel() else (0.0, 0.0)
    shown = units[:, :MOST_UNITS].T.reshape(-1, SIDE, SIDE).contiguous().cpu().numpy()
    return LayerSeen("plane", shown, units.shape[1], low, high, names[:MOST_UNITS], plane)
