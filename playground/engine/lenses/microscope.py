"""One layer under the microscope: all its maps, and how the number under the pointer came about."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch
from torch import Tensor, nn

from playground.core.blocks import port_title
from playground.core.graph import Node
from playground.core.language import tr
from playground.engine.data.tokens import Vocabulary
from playground.engine.lenses.arithmetic.convolution import kernel_of
from playground.engine.lenses.arithmetic.explaining import explain
from playground.engine.lenses.arithmetic.layer import LookedAt, find, looked_at
from playground.engine.lenses.arithmetic.stages import Index
from playground.engine.lenses.capture import Captured, capture
from playground.engine.lenses.layers import activated
from playground.engine.lenses.measuring import extent
from playground.engine.lenses.subjects import BroughtSamples, Fed
from playground.engine.state import TrainingState
from playground.protocol.lenses.arithmetic import (
    Arithmetic,
    ArithmeticSeen,
    Attending,
    Curve,
    Part,
    Row,
    Shares,
)
from playground.protocol.lenses.microscope import Microscope, MicroscopeSeen, Plates
from playground.training.outputs import output_node

MOST_NUMBERS = 2**19
MOST_SIDE = 512
MOST_ATTENDED, MOST_HEADS = 256, 16


def microscope_seen(state: TrainingState, lens: Microscope, brought: BroughtSamples) -> MicroscopeSeen:
    """All that the layer gives and is given. Raises ``CannotTrain`` for a layer that is not in the run."""
    looked = looked_at(state, lens.network, lens.path, lens.subject, brought)
    found = capture(state.networks[lens.network], looked.given.x)
    output = looked.dissected.output
    assert output is not None  # looked_at refuses such layers
    ends = [extent(each) for outputs in found.outputs.values() for each in outputs if each.is_floating_point()]
    attended = found.attention.get(lens.path)
    seen = None if attended is None else attended[0, :MOST_HEADS, :MOST_ATTENDED, :MOST_ATTENDED].float().cpu().numpy()
    names = _names(state, lens.network, looked, output)
    words = _words(state, looked.given)
    inputs = [plates(each, words if not each.is_floating_point() else ()) for each in looked.dissected.inputs]
    others, ports = _others(state, lens, found)
    return MicroscopeSeen(
        plates(output, names), tuple(inputs), min(low for low, _ in ends), max(high for _, high in ends),
        looked.given.sample, looked.given.truth, seen, _weights(looked), others, ports,
    )  # fmt: skip


def _others(state: TrainingState, lens: Microscope, found: Captured) -> tuple[tuple[Plates, ...], tuple[str, ...]]:
    """What a layer gives behind the first value, and what all its outputs are called; empty for one output."""
    node, graph = find(state, lens.network, lens.path)
    given = found.outputs.get(lens.path, ())
    ports = graph.output_ports(node.id)
    if len(ports) < 2 or len(given) != len(ports):
        return (), ()
    titles = (port_title(state.project.networks, node, port.name) for port in ports)
    return tuple(plates(each.detach()) for each in given[1:]), tuple(titles)


def arithmetic_seen(state: TrainingState, lens: Arithmetic, brought: BroughtSamples) -> ArithmeticSeen:
    """The number at the lens's index, or the nearest one that there is. Raises ``CannotTrain``."""
    looked = looked_at(state, lens.network, lens.path, lens.subject, brought)
    output = looked.dissected.output
    assert output is not None
    shape = tuple(output.shape[1:])
    index = _inside(lens.index, shape)
    explained = explain(looked.dissected, index)
    names = _names(state, lens.network, looked, output)
    words = _words(state, looked.given)
    parts = tuple(_named(part, names, words, index) for part in _with_formulas(looked.node, explained.parts))
    kernel, first = _kernel(looked, index[-1 if len(index) == 2 else 0])
    parts = _with_units(state, lens, output, index, parts)
    return ArithmeticSeen(index, shape, float(output[0][index]), parts, explained.reads, kernel, first)


def _kernel(looked: LookedAt, channel: int) -> tuple[Plates | None, int]:
    for stage in looked.dissected.stages:
        known = kernel_of(stage.module, channel) if stage.module is not None else None
        if known is not None:
            weight, first = known  # channels×window; along one axis each kernel is a row
            return plates(weight[None] if weight.dim() > 2 else weight[None, :, None]), first
    return None, 0


def plates(tensor: Tensor, names: tuple[str, ...] = ()) -> Plates:
    """What a window holds of a tensor 1×shape."""
    value = tensor[0]
    shape = tuple(value.shape)
    low, high = extent(value)
    ids = not value.is_floating_point()
    value = value.detach().float()
    if value.dim() < 2:
        flat = value.reshape(-1)[:MOST_NUMBERS]
        return Plates("vector", _array(flat), shape, low, high, ids=ids, names=names[: len(flat)])
    if value.dim() == 2:
        steps = max(1, MOST_NUMBERS // min(value.shape[1], MOST_NUMBERS))
        return Plates("sequence", _array(value[:steps, :MOST_NUMBERS]), shape, low, high, ids=ids, names=names)
    slices = value.shape[1] if value.dim() > 3 else 1
    maps = value.reshape(-1, *value.shape[-2:])
    stride = max(1, -(-max(maps.shape[1:]) // MOST_SIDE))
    maps = maps[:, ::stride, ::stride]
    most = max(1, MOST_NUMBERS // maps[0].numel())
    return Plates("maps", _array(maps[:most]), shape, low, high, slices, stride, ids)


def _array(value: Tensor) -> np.ndarray:
    found: np.ndarray = value.contiguous().cpu().numpy()
    return found


def _inside(index: Index, shape: tuple[int, ...]) -> Index:
    if len(index) != len(shape):  # of a layer with another shape, or not said: the middle of the first channel
        return tuple(size // 2 if len(shape) > 2 and axis else 0 for axis, size in enumerate(shape))
    return tuple(min(max(0, at), size - 1) for at, size in zip(index, shape, strict=True))


def _weights(looked: LookedAt) -> tuple[float, float] | None:
    """The ends of the kernels and matrices of the layer; biases, scales and shifts are of another size."""
    modules = [stage.module for stage in looked.dissected.stages if isinstance(stage.module, nn.Module)]
    ends = [extent(weight) for module in modules for weight in module.parameters() if weight.dim() > 1]
    return (min(low for low, _ in ends), max(high for _, high in ends)) if ends else None


def _names(state: TrainingState, network: str, looked: LookedAt, output: Tensor) -> tuple[str, ...]:
    """Of the classes, where the layer gives a number for each; of words, where it is what the network is fed."""
    target, end = state.samples.arrays.dataset.target, output_node(state.project.networks[network])
    classes = network == state.network and state.task.tells_classes and target.kind == "classes"
    ends = end is not None and looked.node is end
    if classes and ends and output.dim() == 2 and output.shape[1] == len(target.names):
        return target.names
    words = _words(state, looked.given)
    return words if words and not output.is_floating_point() and output.shape[1] == len(words) else ()


def _words(state: TrainingState, given: Fed) -> tuple[str, ...]:
    """The word of each step of a text, "" where it is filled up; nothing for samples of another kind."""
    if not given.words:
        return ()
    vocabulary = Vocabulary(state.samples.arrays.words)
    return tuple(" ".join(vocabulary.decode([int(each)])) for each in given.x[0].reshape(-1))


def _with_units(
    state: TrainingState, lens: Arithmetic, output: Tensor, index: Index, parts: tuple[Part, ...]
) -> tuple[Part, ...]:
    """Numbers that a network predicts are scaled for it: what the last one is in the units of the data."""
    end, target = output_node(state.project.networks[lens.network]), state.samples.arrays.dataset.target
    if target.kind != "values" or end is None or lens.path != end.id or not parts:
        return parts
    told, names = activated(state, lens.network, output)
    if not names or torch.allclose(told, output.float()):
        return parts
    said = tr(
        "In the units of the data: {names} {told:.4g}. Training scales them.",
        names=names[index[0]],
        told=float(told[0][index]),
    )
    return (*parts[:-1], replace(parts[-1], note=f"{parts[-1].note} {said}".strip()))


def _with_formulas(node: Node, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Each part beside the formula of its layer: that of an activation field is the activation's."""
    own = node.kind.formula if node.kind is not None else ""
    field = node.layer.activation_layer() if node.layer is not None else None
    found, last = [], len(parts) - 1
    for number, part in enumerate(parts):
        is_field = field is not None and number == last and isinstance(part, (Curve, Shares))
        formula = type(field).formula if is_field and field is not None else own if number == 0 else ""
        found.append(replace(part, formula=formula))
    return tuple(found)


def _named(part: Part, names: tuple[str, ...], words: tuple[str, ...], index: Index) -> Part:
    """With the words that a person knows."""
    if isinstance(part, Shares) and names:
        return replace(part, names=tuple(names[int(at)] for at in part.at))
    if isinstance(part, Attending) and part.weights.shape[1] == len(words):
        return replace(part, names=words)
    if isinstance(part, Row) and index[0] < len(words):
        return replace(part, word=words[index[0]])
    return part
