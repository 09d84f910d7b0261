"""What flows forward and back through a network in a training step: the links as instruments, the layers' health."""

from __future__ import annotations

import time

from torch import Tensor, fx, nn

from playground.core.blocks import locate
from playground.core.graph import Node
from playground.core.language import tr
from playground.core.project import Project
from playground.engine.compiler import node_of
from playground.engine.errors import CannotTrain
from playground.engine.lenses.health import Facts, judged
from playground.engine.lenses.measuring import dead_part, part_beyond, rms, spread
from playground.engine.lenses.portions import Portions
from playground.engine.lenses.rehearsal import Rehearsed, rehearse
from playground.engine.lenses.study import Study
from playground.engine.lenses.subjects import BroughtSamples
from playground.engine.state import TrainingState
from playground.protocol import UPDATE
from playground.protocol.lenses import Flow, FlowSeen, LinkSeen
from playground.training.outputs import output_node

# Enough that units which never fire on them are hardly ever useful; of small batches no more than memory surely bears.
MOST_SAMPLES, MOST_BATCHES = 64, 4
_SECONDS = 0.04  # that a rehearsal may take: of a large network it is one of fewer samples
_AT_REST = 0.1  # that it may take where no step waits for it
# Activations that give exactly zero, without a slope, for all that is negative.
RECTIFYING = frozenset({"ReLU", "ReLU6"})
# Beyond these an activation is flat.
FLAT_ENDS = {"Tanh": (-0.97, 0.97), "Softsign": (-0.97, 0.97), "Sigmoid": (0.03, 0.97)}

Outputs = tuple[Tensor, ...]


class FlowStudy(Study):
    """Rehearses with a few samples first, then with as many as there is time for, all in one step: a batch norm and the
    mean of a loss look at all of them.
    """

    def __init__(self) -> None:
        self._portions = Portions(_SECONDS)
        self._count, self._version = 0, -1

    def look(self, state: TrainingState, lens: Flow, brought: BroughtSamples) -> FlowSeen:
        until = time.perf_counter() + _SECONDS
        most = min(MOST_SAMPLES, MOST_BATCHES * state.samples.batch_size, state.samples.train_count)
        rests, self._version = self._version == state.version, state.version
        self._portions.seconds = _AT_REST if rests else _SECONDS
        least = 0 if rests else _fewest(state)
        while True:
            count = self._count or min(_fewest(state), most)
            began = time.perf_counter()
            seen = flow_seen(state, lens.network, count)
            self._portions.took(count, time.perf_counter() - began)
            fitting = min(self._portions.steady(count), most)
            self._count = max(fitting, least or count)  # what was seen of resting weights stays
            grows, least = self._count > count, 0
            # Something else may have held up the machine, and after resting weights comes nothing: measured again.
            self.unfinished = grows or (count < most and not rests)
            if not grows or time.perf_counter() >= until:
                return seen


def _fewest(state: TrainingState) -> int:
    """Samples that a step takes at least."""
    normed = any(isinstance(module, nn.modules.batchnorm._BatchNorm) for module in state.module.modules())  # noqa: SLF001
    return 2 if normed else 1


def flow_seen(state: TrainingState, network: str, count: int) -> FlowSeen:
    """Of a step on the first ``count`` training samples, with the task's own loss. Nothing of the run is changed.

    Raises ``CannotTrain`` where the network takes no part in a step.
    """
    done = rehearse(state, network, count)
    if not done.passes:
        raise CannotTrain(tr("The task does not feed {network} in a step.", network=network), "")
    outputs = {path: [found[path] for found in done.passes if path in found] for path in done.passes[-1]}
    reader = _Reader(state.project, network, state.task.bare(state.task.description, network), outputs)
    links = {path: reader.links(path) for path in outputs}
    facts = _of_weights(state, network, done)
    for path, (first, *_) in links.items():
        if (first.dead is not None or first.saturated is not None) and reader.acts(path):
            known = facts.get(path, Facts(reader.title(path)))
            facts[path] = Facts(
                known.title, known.gradient, known.weight, known.update, known.compared, first.dead, first.saturated,
                path == reader.end,
            )  # fmt: skip
    return FlowSeen(links, judged(facts, count), count)


class _Reader:
    """Reads what the layers of ``network`` gave, by path: for each pass its outputs."""

    def __init__(self, project: Project, network: str, bare: bool, outputs: dict[str, list[Outputs]]) -> None:
        self._networks, self._network, self._outputs = project.networks, network, outputs
        end = output_node(project.networks[network])
        self.end = end.id if end is not None else ""
        final = end.layer.final_activation() if end is not None and end.layer is not None else None
        self._left_out = self.end if bare and final is not None else ""  # its activation is part of the loss

    def links(self, path: str) -> tuple[LinkSeen, ...]:
        """For each output of the layer."""
        passes = self._outputs[path]
        return tuple(self._link(path, number, [given[number] for given in passes]) for number in range(len(passes[0])))

    def acts(self, path: str) -> bool:
        """Whether the layer itself has an activation that can die or saturate."""
        activation = self._activation(path)
        return activation in RECTIFYING or activation in FLAT_ENDS

    def title(self, path: str) -> str:
        node = self._node(path)
        return node.title if node is not None else path

    def _link(self, path: str, number: int, values: list[Tensor]) -> LinkSeen:
        found, maker = spread(values), self._maker(path) if number == 0 else path
        made = [given[0] for given in self._outputs[maker]] if number == 0 else values
        activation = self._activation(maker) if maker in self._outputs else None
        back = [value.grad for value in values if value.grad is not None]
        return LinkSeen(
            tuple(values[0].shape[1:]), found.count, sum(value.nbytes for value in values), found.rms,
            rms(back) if back else None, found.zeros / max(1, found.count),
            dead_part(made) if activation in RECTIFYING else None,
            part_beyond(made, *FLAT_ENDS[activation]) if activation in FLAT_ENDS else None,
            found.histogram, found.low, found.high, found.unfinite,
        )  # fmt: skip

    def _maker(self, path: str) -> str:
        """The layer whose activations ``path`` passes on, which may be itself."""
        while (node := self._node(path)) is not None and node.layer is not None and _passes_on(node):
            prefix, _, name = path.rpartition(".")
            network, _ = locate(self._networks, self._network, path)
            sources = self._networks[network].incoming[name]
            before = f"{prefix}.{sources[0].source}" if prefix and sources else sources[0].source if sources else ""
            if len(sources) != 1 or before not in self._outputs:
                return path
            path = before
        return path

    def _node(self, path: str) -> Node | None:
        network, name = locate(self._networks, self._network, path)
        return self._networks[network].by_id.get(name)

    def _activation(self, path: str) -> str | None:
        """The type of the activation that a layer ends in; None where it has none, or where the loss applies it."""
        node = self._node(path)
        if node is None or node.layer is None or path == self._left_out:
            return None
        if node.type == "RNN":
            return {"tanh": "Tanh", "relu": "ReLU"}.get(getattr(node.layer, "nonlinearity", ""))
        return getattr(node.layer, "activation", node.type)


def _passes_on(node: Node) -> bool:
    """Whether the layer only chooses among the numbers that it is given, or arranges or averages them."""
    kind = node.kind
    return kind is not None and len(node.input_ports) == 1 and (kind.keeps_values or kind.family == "pooling")


def _of_weights(state: TrainingState, network: str, done: Rehearsed) -> dict[str, Facts]:
    """Of each layer of ``network`` that trains, by its path."""
    found: dict[str, Facts] = {}
    graphs, series = state.project.networks, state.history.series
    prefix = f"{network}." if len(state.networks) > 1 else ""
    for path, names in _layers_with_weights(state.networks[network]).items():
        named = [(name, weight) for name, weight in names if name in done.gradients]
        if not named:
            continue
        inner, node_id = locate(graphs, network, path)
        node = graphs[inner].by_id.get(node_id)
        told = series.get(f"{UPDATE}/{prefix}{path}")
        compared = node is not None and node.kind is not None and node.kind.family != "normalization"
        found[path] = Facts(
            node.title if node is not None else path, rms([done.gradients[name] for name, _ in named]),
            rms([weight for _, weight in named]), told.last_value if told is not None else None,
            compared and any(weight.dim() >= 2 for _, weight in named),
        )  # fmt: skip
    return found


def _layers_with_weights(network: nn.Module, prefix: str = "") -> dict[str, list[tuple[str, nn.Parameter]]]:
    """Names and weights of each layer that has some; an activation's belong to its layer, a block's to those inside."""
    found: dict[str, list[tuple[str, nn.Parameter]]] = {}
    for name, child in network.named_children():
        if isinstance(child, fx.GraphModule) or _is_repeated(child):
            found |= _layers_with_weights(child, f"{prefix}{name}.")
        else:
            own = [(f"{prefix}{name}.{key}", weight) for key, weight in child.named_parameters()]
            if own:
                found.setdefault(f"{prefix}{node_of(name)}", []).extend(own)
    return found


def _is_repeated(module: nn.Module) -> bool:
    """Whether it is a block that stands several times behind itself."""
    return isinstance(module, nn.Sequential) and all(isinstance(part, fx.GraphModule) for part in module)
