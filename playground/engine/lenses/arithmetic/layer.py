"""The layer that is looked at: where it stands, what it ran for the sample, remembered while nothing changes."""

from __future__ import annotations

import weakref
from dataclasses import dataclass

from torch import Tensor, nn

from playground.core.graph import Graph, Node
from playground.core.language import tr
from playground.core.layer import Layer
from playground.core.shape import Shape
from playground.engine.compiler import ACTIVATION_SUFFIX, resolve
from playground.engine.errors import CannotTrain
from playground.engine.lenses.arithmetic.stages import Dissected, Stage, dissect
from playground.engine.lenses.capture import capture
from playground.engine.lenses.subjects import BroughtSamples, Fed, fed
from playground.engine.state import TrainingState
from playground.protocol.lenses import Brought, Subject
from playground.training.outputs import output_node


@dataclass
class LookedAt:
    """``node`` at ``path`` of a network, what it ran, and the sample that was fed."""

    node: Node
    dissected: Dissected
    given: Fed


def looked_at(state: TrainingState, network: str, path: str, subject: Subject, brought: BroughtSamples) -> LookedAt:
    """Raises ``CannotTrain`` for a layer that is not in the run or has not run."""
    own = brought.get(subject.number) if isinstance(subject, Brought) else None
    key = (state.version, network, path, subject)
    known = _last.get()
    if known is not None and known.state() is state and known.key == key and known.own is own:
        return known.found
    found = _look(state, network, path, fed(state, network, subject, brought))
    _last.put(_Known(weakref.ref(state), key, own, found))
    return found


def _look(state: TrainingState, network: str, path: str, given: Fed) -> LookedAt:
    node, graph = find(state, network, path)
    return LookedAt(node, _layer(state, network, graph, path, given), given)


def _layer(state: TrainingState, network: str, graph: Graph, path: str, given: Fed) -> Dissected:
    """What the layer ran; an Output, and a last activation that training leaves out, begin with what leads to them."""
    prefix, _, name = path.rpartition(".")
    node, own = graph.by_id[name], True
    dissected = dissect(state.networks[network], path, given.x)
    if dissected.output is None:
        links = graph.inputs_of(name)
        if not links:
            raise CannotTrain(tr("Nothing of what this layer gives is used."), tr("Link it."))
        source = f"{prefix}.{links[0].source}" if prefix else links[0].source
        value = _given(state, network, graph, source, links[0].source_port, given)
        dissected, own = Dissected([_passing(name, value)], [value]), False
    if prefix or node.layer is None:
        return dissected
    end, bare = output_node(graph), state.task.bare(state.task.description, network)
    if end is None or end.id != name or not bare or node.layer.final_activation() is None:
        return dissected
    if not own:
        return _with(dissected, node.layer, name)
    field = node.layer.activation_layer()
    if field is None or any(stage.is_activation for stage in dissected.stages):
        return dissected
    return _with(dissected, field, name + ACTIVATION_SUFFIX)


def _given(state: TrainingState, network: str, graph: Graph, path: str, port: str, given: Fed) -> Tensor:
    """What one of the outputs of a layer gives."""
    name = path.rpartition(".")[2]
    ports = [each.name for each in graph.output_ports(name)]
    if port in ports[1:]:
        return capture(state.networks[network], given.x).outputs[path][ports.index(port)]
    output = _layer(state, network, graph, path, given).output
    assert output is not None  # an error was raised where nothing came
    return output


def _with(dissected: Dissected, layer: Layer, name: str) -> Dissected:
    before = dissected.stages[-1]
    call = layer.call(Shape.of(before.output.shape[1:]))
    module = resolve(call)(*call.args, **call.kwargs)
    assert isinstance(module, nn.Module)
    stage = Stage(name, module, None, (), {}, (before.output,), (before,), (None,), module(before.output), module)
    return Dissected([*dissected.stages, stage], dissected.inputs)


def _passing(name: str, value: Tensor) -> Stage:
    module = nn.Identity()
    return Stage(name, module, None, (), {}, (value,), (None,), (0,), value, module)


def find(state: TrainingState, network: str, path: str) -> tuple[Node, Graph]:
    """The node at ``path``, and the graph in which it stands. Raises ``CannotTrain``."""
    graph, *rest = state.project.networks[network], *path.split(".")
    while True:
        node = graph.by_id.get(rest[0])
        if node is None:
            raise CannotTrain(tr("This layer is not in the run."), tr("It is from the next run on."))
        rest = rest[1:]
        if not rest:
            return node, graph
        nested = node.layer.nested() if node.layer is not None else None
        if nested is None or nested.network not in state.project.networks:
            raise CannotTrain(tr("This layer is not in the run."), tr("It is from the next run on."))
        graph = state.project.networks[nested.network]


@dataclass
class _Known:
    state: weakref.ref[TrainingState]
    key: tuple[object, ...]
    own: object
    found: LookedAt


class _Last:
    """The one layer that was looked at last: while the mouse moves over it, the network runs once."""

    def __init__(self) -> None:
        self._known: _Known | None = None

    def get(self) -> _Known | None:
        return self._known

    def put(self, known: _Known) -> None:
        self._known = known


_last = _Last()
