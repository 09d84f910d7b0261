"""What every layer makes of one sample, small enough for the cards of a canvas."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from playground.core.graph import Graph
from playground.engine.lenses.capture import Captured, capture, ended
from playground.engine.lenses.measuring import extent
from playground.engine.lenses.subjects import BroughtSamples, Fed, fed
from playground.engine.losses import activate, probabilities
from playground.engine.state import TrainingState
from playground.engine.tasks import showing
from playground.protocol.lenses import Layers, LayerSeen, LayersSeen
from playground.training.outputs import final_activation, output_node

MOST_MAPS, MOST_SIDE = 16, 56
MOST_NUMBERS = 512
MOST_MOMENTS, MOST_FEATURES = 256, 16
MOST_HEADS, MOST_ATTENDED = 8, 64


def layers_seen(state: TrainingState, lens: Layers, brought: BroughtSamples) -> LayersSeen:
    """Called with the networks evaluating and without gradients. Raises ``CannotTrain``."""
    given = fed(state, lens.network, lens.subject, brought)
    layers, said = pictured(state, lens.network, given, captured(state, lens.network, given.x))
    return LayersSeen(layers, given.sample, given.truth, said, given.subject, given.count)


def captured(state: TrainingState, network: str, x: Tensor) -> Captured:
    """All that the layers of ``network`` give for ``x``; of a last activation that training leaves out the scores."""
    found = capture(state.networks[network], x)
    return replace(found, outputs=ended(state.project.networks[network], found.outputs))


def pictured(state: TrainingState, network: str, given: Fed, found: Captured) -> tuple[dict[str, LayerSeen], str]:
    """Every layer by its path, and in words what the network says; of what it gives for ``given``."""
    graph, layers = state.project.networks[network], {}
    said = ""
    for path, outputs in found.outputs.items():
        value = outputs[0][0].detach()
        if path in found.attention:
            layers[path] = _attention(found.attention[path][0])
        else:
            layers[path] = _entering(state, graph, path, value, given) or picture(value)
    end = output_node(graph)
    if end is not None and end.id in found.outputs:
        layers[end.id], said = _result(state, network, found.outputs[end.id][0])
    return layers, said


def _entering(state: TrainingState, graph: Graph, path: str, value: Tensor, given: Fed) -> LayerSeen | None:
    """The sample itself, as a person knows it."""
    if path not in graph.entrances:
        return None
    low, high = extent(value.float())
    if given.words:
        return LayerSeen("text", np.zeros(0, np.float32), len(given.words), low, high, given.words)
    if value.dim() == 3 and value.shape[0] in (1, 3):
        return LayerSeen("image", showing.as_pictures(state.samples, value[None])[0], value.shape[0], low, high)
    return None


def _result(state: TrainingState, network: str, value: Tensor) -> tuple[LayerSeen, str]:
    """What the network says, with the activation that training leaves out; and in words, of classes."""
    value, names = activated(state, network, value)
    if names:
        numbers = value[0].cpu().numpy()
        low, high = extent(value[0])
        seen = LayerSeen("vector", numbers[:MOST_NUMBERS], len(numbers), low, high, names[:MOST_NUMBERS])
        classes = state.samples.arrays.dataset.target.kind == "classes"
        return seen, names[int(numbers.argmax())] if classes else ""
    first = value[0]
    sizes = state.samples.arrays.dataset.shape.sizes
    if len(sizes) == 3 and sizes[0] in (1, 3) and first.numel() == math.prod(sizes):
        first = first.reshape(sizes)  # a decoder may end in a Dense layer
        low, high = extent(first)
        return LayerSeen("image", showing.as_pictures(state.samples, first[None])[0], len(first), low, high), ""
    return picture(first), ""


def activated(state: TrainingState, network: str, value: Tensor) -> tuple[Tensor, tuple[str, ...]]:
    """What the last layer gives, N×…, with the activation that training leaves out: probabilities of classes and of
    labels, values in the units of the data, with the names of these; without names of all else.
    """
    project, target = state.project, state.samples.arrays.dataset.target
    final, scores = final_activation(project.networks[network]), value.float()
    if state.task.bare(state.task.description, network):
        value = activate(value.float(), final)
    if network != state.network:
        return value, ()
    if state.task.tells_classes and target.kind == "classes" and value.dim() == 2:
        shares = value if final == "softmax" else value.softmax(1)
        if value.shape[1] == 1:
            shares = probabilities(torch.logit(value), project.training.loss, final, target)
        return shares, target.names
    predicts = state.task.description.predicts_target and target.kind in ("labels", "values")
    if predicts and value.shape[1:] == (len(target.names),):
        told = probabilities(scores, project.training.loss, final, target)
        return state.samples.targets.invert(told), target.names
    return value, ()


def picture(value: Tensor) -> LayerSeen:
    """``value``: what a layer gives for one sample."""
    value = value.float()
    low, high = extent(value)
    if value.dim() == 4:  # of volumes the slice in the middle
        value = value[:, value.shape[1] // 2]
    if value.dim() == 3:
        return LayerSeen("maps", _smaller(value[:MOST_MAPS]), value.shape[0], low, high)
    if value.dim() == 2:
        steps = _spread(value.shape[0], MOST_MOMENTS)
        return LayerSeen("sequence", value[steps, :MOST_FEATURES].cpu().numpy(), value.shape[1], low, high)
    flat = value.flatten()
    return LayerSeen("vector", flat[_spread(len(flat), MOST_NUMBERS)].cpu().numpy(), len(flat), low, high)


def _attention(weights: Tensor) -> LayerSeen:
    """``weights`` heads×to×from."""
    low, high = extent(weights)
    shown = weights[:MOST_HEADS, :MOST_ATTENDED, :MOST_ATTENDED].float().cpu().numpy()
    return LayerSeen("attention", shown, len(weights), low, high)


def _smaller(maps: Tensor) -> np.ndarray:
    """k×h×w; large ones as the means of what falls on a pixel."""
    side = max(maps.shape[1:])
    if side > MOST_SIDE:
        step = -(-side // MOST_SIDE)
        maps = torch.nn.functional.avg_pool2d(maps[None], step, ceil_mode=True, count_include_pad=False)[0]
    found: np.ndarray = maps.cpu().numpy()
    return found


def _spread(count: int, most: int) -> Tensor:
    """At most ``most`` places from 0 on, evenly spread."""
    return torch.linspace(0, count - 1, min(count, most)).round().long()
