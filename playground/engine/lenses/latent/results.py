"""What a network makes of codes, as a person reads it: images, series, numbers in the units of the data, classes."""

from __future__ import annotations

import math
from dataclasses import replace
from weakref import WeakKeyDictionary

import numpy as np
import torch
from torch import Tensor

from playground.engine.lenses.boundary.planes import is_planar
from playground.engine.lenses.latent.coding import Coding
from playground.engine.lenses.layers import picture
from playground.engine.lenses.responses import plane_of_samples
from playground.engine.lenses.subjects import Fed
from playground.engine.losses import activate, probabilities
from playground.engine.state import TrainingState
from playground.engine.tasks import Task, VariationalAutoencoder, showing
from playground.protocol.lenses import LayerSeen, PlaneOfInputs
from playground.training.losses import reading
from playground.training.outputs import final_activation

_MOST_NAMES = 40


def results(state: TrainingState, network: str, value: Tensor) -> tuple[LayerSeen, ...]:
    """One for each of N, of what ``network`` gives before an activation that training leaves out, all on one scale."""
    dataset = state.samples.arrays.dataset
    if network == state.network and state.task.tells_classes and dataset.target.kind == "classes":
        return _classes(state, network, value)
    said = activated(state, network, value)
    sizes = dataset.shape.sizes
    if not dataset.shape.whole and said[0].numel() == math.prod(sizes) and not state.task.description.predicts_target:
        return as_samples(state, said.reshape(-1, *sizes))
    if network == state.network and state.task.description.predicts_target:
        said = state.samples.targets.invert(said)
    return on_one_scale(tuple(picture(each) for each in said))


def as_samples(state: TrainingState, x: Tensor) -> tuple[LayerSeen, ...]:
    """Prepared samples, or what is like them, in the units of the data."""
    dataset = state.samples.arrays.dataset
    if x.dim() == 4 and x.shape[1] in (1, 3):
        shown = showing.as_pictures(state.samples, x)
        return tuple(LayerSeen("image", image, x.shape[1], 0.0, 1.0) for image in shown)
    found = tuple(picture(each) for each in state.samples.inputs.invert(x.float()))
    names = dataset.features
    if found and found[0].kind == "vector" and len(names) == len(found[0].values) <= _MOST_NAMES:
        found = tuple(replace(each, names=names) for each in found)
    if is_planar(state.samples):
        plane = _plane(state)
        found = tuple(replace(each, plane=plane) for each in found)
    return on_one_scale(found)


# By the task of a run: the plane on which samples of two numbers are places, some of them on it.
_planes: WeakKeyDictionary[Task, PlaneOfInputs] = WeakKeyDictionary()


def _plane(state: TrainingState) -> PlaneOfInputs:
    if state.task not in _planes:
        _planes[state.task] = plane_of_samples(state)
    return _planes[state.task]


def activated(state: TrainingState, network: str, value: Tensor) -> Tensor:
    """With the activation that training leaves out, as the task reads it."""
    project, task = state.project, state.task
    final = final_activation(project.networks[network])
    if network == state.network and isinstance(task, VariationalAutoencoder):
        return task.said(value)
    if network == state.network and task.description.name == "autoencoder":
        return activate(value.float(), reading(project.training.loss, final))
    return activate(value.float(), final) if task.bare(task.description, network) else value.float()


def sample_seen(state: TrainingState, given: Fed) -> LayerSeen:
    """A sample as a person knows it."""
    if given.words or not given.x.is_floating_point():
        return LayerSeen("text", np.zeros(0, np.float32), len(given.words), 0.0, 0.0, given.words)
    return as_samples(state, given.x)[0]


def made_seen(state: TrainingState, network: str, how: Coding, code: Tensor) -> LayerSeen:
    """What is made of one code 1×size, or the code itself where nothing can be."""
    return picture(code[0]) if how.tail is None else results(state, network, how.decode(code))[0]


def on_one_scale(found: tuple[LayerSeen, ...]) -> tuple[LayerSeen, ...]:
    low, high = min((each.low for each in found), default=0.0), max((each.high for each in found), default=0.0)
    return tuple(replace(each, low=low, high=high) for each in found)


def _classes(state: TrainingState, network: str, value: Tensor) -> tuple[LayerSeen, ...]:
    """How likely each class is found; scores where the network tells no probabilities."""
    project, target = state.project, state.samples.arrays.dataset.target
    final = final_activation(project.networks[network])
    shares = probabilities(value.float(), project.training.loss, final, target)
    numbers = shares.flatten(1).cpu().numpy()
    likely = reading(project.training.loss, final) is not None
    low, high = (0.0, 1.0) if likely else (float(numbers.min()), float(numbers.max()))
    names = target.names if len(target.names) == numbers.shape[1] else ()
    return tuple(LayerSeen("vector", row, len(row), low, high, names) for row in numbers)


def tensor_of(codes: object, state: TrainingState) -> Tensor:
    """Codes of a lens on the device, float32."""
    return torch.as_tensor(np.asarray(codes, np.float32), device=state.device)
