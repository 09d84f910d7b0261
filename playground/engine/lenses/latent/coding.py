"""Which numbers of a network are looked at as its code, how samples become codes, and codes results again."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
import torch
from torch import Tensor, fx

from playground.core.graph import Graph
from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.lenses.capture import Recorder
from playground.engine.lenses.subjects import noise_size
from playground.engine.state import TrainingState
from playground.engine.tasks import Task, VariationalAutoencoder, cutting
from playground.training.cuts import code_node
from playground.training.outputs import output_node

_CODED = ("autoencoder", "vae")


@dataclass(frozen=True)
class Coding:
    """``layer`` is the path of the node that gives the code, N×``form``, ``size`` numbers in all.

    ``own``: it is the network's own. ``prior``: its codes are meant to be normally distributed. ``noise``: they are
    drawn, no sample has one. ``why`` says what keeps a code from being decoded, "" where nothing does. ``head`` leads
    from samples to codes, ``tail`` from codes to the result; ``spread`` gives mean and log variance, where codes are
    drawn.
    """

    network: fx.GraphModule
    layer: str
    title: str
    form: tuple[int, ...]
    size: int
    own: bool
    prior: bool
    noise: bool
    why: str
    spread: fx.GraphModule | None
    head: fx.GraphModule | None
    tail: fx.GraphModule | None

    def encode(self, x: Tensor) -> Tensor:
        """The codes, N×size, of prepared samples or of noise."""
        return _value(self.network, self.head, self.layer, x).float().flatten(1)

    def parted(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Mean and log variance of the codes, N×size each, as a variational autoencoder's loss reads them."""
        assert self.spread is not None
        mean, log_variance = self.spread(x)
        return mean.float().flatten(1), log_variance.float().flatten(1)

    def decode(self, codes: Tensor) -> Tensor:
        """What the network gives for codes N×size, before an activation that training leaves out.

        Raises ``CannotTrain`` where codes alone are not enough.
        """
        if self.tail is None:
            raise CannotTrain(self.why)
        found: Tensor = self.tail(codes.reshape(-1, *self.form))
        return found


# By the task of a run; nothing in a coding holds on to the task, so both go together.
_known: WeakKeyDictionary[Task, dict[tuple[str, str], Coding]] = WeakKeyDictionary()


def coding(state: TrainingState, network: str, layer: str) -> Coding:
    """The code at ``layer`` of a network that the run trains, "" is its own. Raises ``CannotTrain``."""
    known = _known.setdefault(state.task, {})
    if (network, layer) not in known:
        known[network, layer] = _made(state, network, layer)
    return known[network, layer]


def _made(state: TrainingState, network: str, layer: str) -> Coding:
    graph, module = state.project.networks[network], state.networks[network]
    noise, own = noise_size(graph), _own(state, network)
    path = layer or own
    node = _node(state, graph, path)
    task = state.task
    drawn = isinstance(task, VariationalAutoencoder) and network == state.network and path == own
    head = None if "." in path else _head(module, path, node)
    value = _value(module, head, path, _one(state, noise))
    if not value.is_floating_point() or value.numel() == 0:
        raise CannotTrain(tr("{node} gives words, not numbers.", node=node), tr("Choose a layer behind an Embedding."))
    tail = None if "." in path else _tail(module, path, value)
    why = "" if tail is not None else _why(path, node)
    return Coding(
        module, path, node, tuple(value.shape[1:]), value[0].numel(), own=path == own,
        prior=drawn or _is_noise(graph, path), noise=noise is not None, why=why,
        spread=task.encoder if isinstance(task, VariationalAutoencoder) and drawn else None, head=head, tail=tail,
    )  # fmt: skip


def _own(state: TrainingState, network: str) -> str:
    """The node that gives the network's own code."""
    graph = state.project.networks[network]
    noise = next((node.id for node in graph.nodes if _is_noise(graph, node.id)), None)
    if noise is not None:
        return noise
    if network == state.network and state.task.description.name in _CODED:
        found = code_node(state.project, network)
        if found is not None:
            return found
    end = output_node(graph)
    before = graph.incoming[end.id] if end is not None else ()
    if len(before) != 1:
        raise CannotTrain(
            tr("{network} has no one layer before its last.", network=network),
            tr("Select the layer whose numbers are the code."),
        )
    return before[0].source


def _is_noise(graph: Graph, path: str) -> bool:
    node = graph.by_id.get(path)
    return node is not None and node.type == "Noise"


def _node(state: TrainingState, graph: Graph, path: str) -> str:
    """The title of the layer at ``path``. Raises ``CannotTrain`` for one that the run does not have."""
    node = None
    for step in path.split("."):
        node = graph.by_id.get(step)
        if node is None:
            raise CannotTrain(tr("The run does not have this layer."), tr("It counts from the next run on."))
        block = getattr(node.layer, "network", "")
        graph = state.project.networks.get(block, Graph())
    assert node is not None
    return node.title


def _one(state: TrainingState, noise: int | None) -> Tensor:
    """A batch of one, to see what a layer gives."""
    if noise is not None:
        return torch.zeros(1, noise, device=state.device)
    samples = state.samples
    return samples.prepared(samples.stored(samples.shown_part, np.zeros(1, np.int64))[0])


def _head(module: fx.GraphModule, path: str, title: str) -> fx.GraphModule:
    try:
        return cutting.upto(module, path)
    except KeyError as error:
        raise CannotTrain(
            tr("The network does without {title}.", title=title), tr("Choose a layer that its result depends on.")
        ) from error


def _tail(module: fx.GraphModule, path: str, value: Tensor) -> fx.GraphModule | None:
    """What follows the layer, where it takes the layer's one value alone."""
    tail = cutting.after_layer(module, path)
    if tail is None:
        return None
    try:
        tail(value)
    except (RuntimeError, TypeError, ValueError, IndexError):
        return None  # the layer gives several values
    return tail


def _value(module: fx.GraphModule, head: fx.GraphModule | None, path: str, x: Tensor) -> Tensor:
    """What the layer gives for ``x``; of several values the first."""
    if head is not None:
        found = head(x)
    else:
        recorder = Recorder(module, attends=False)
        recorder.run(x)
        if path not in recorder.found:
            raise CannotTrain(
                tr("The network does without this layer."), tr("Choose a layer that its result depends on.")
            )
        found = recorder.found[path]
    while isinstance(found, (tuple, list)):
        found = found[0]
    assert isinstance(found, Tensor)
    return found


def _why(path: str, title: str) -> str:
    if "." in path:
        return tr("{title} stands inside a block: its codes can be seen, but not decoded.", title=title)
    return tr(
        "What follows {title} also takes what other layers give, so its codes alone cannot be decoded.", title=title
    )
