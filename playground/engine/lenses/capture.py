"""What every layer gives for a batch: the values between the layers of a compiled network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from torch import Tensor, fx, nn

from playground.core.graph import Graph
from playground.engine.compiler import node_of
from playground.training.outputs import output_node


@dataclass(frozen=True)
class Captured:
    """``outputs``: by the path of a node ("conv1", inside a block "block1.conv2") what its ports give, in order of
    running. ``attention``: of layers that attend, N×heads×to×from.
    """

    outputs: dict[str, tuple[Tensor, ...]]
    attention: dict[str, Tensor]


def capture(module: fx.GraphModule, *batch: Tensor) -> Captured:
    """All that the layers of ``module`` give for ``batch``.

    A layer with an activation of its own is told after it. Of a block that is passed several times, what is inside it
    is told of its last pass. Runs with gradients where they are on.
    """
    recorder = Recorder(module)
    recorder.run(*batch)
    return Captured(recorder.found, recorder.attention)


def ended(graph: Graph, outputs: dict[str, tuple[Tensor, ...]]) -> dict[str, tuple[Tensor, ...]]:
    """``outputs`` with the end of the network, where that is an activation alone: training leaves it out, so the scores
    that feed it stand for it, as they do for a layer whose own activation is left out.
    """
    end = output_node(graph)
    if end is None or end.id in outputs or len(graph.incoming[end.id]) != 1:
        return outputs
    link = graph.incoming[end.id][0]
    ports = [port.name for port in graph.output_ports(link.source)]
    given = outputs.get(link.source, ())
    place = ports.index(link.source_port) if link.source_port in ports else len(given)
    return {**outputs, end.id: (given[place],)} if place < len(given) else outputs


class Recorder(fx.Interpreter):
    """Runs a module node by node, into blocks too, and keeps what each layer gave last.

    With ``attends`` it works out once more what attention looks at; all else is as in a step.
    """

    def __init__(self, module: fx.GraphModule, *, attends: bool = True) -> None:
        super().__init__(module, garbage_collect_values=False)
        self._attends = attends
        self.found: dict[str, tuple[Tensor, ...]] = {}
        self.attention: dict[str, Tensor] = {}

    def run_node(self, n: fx.Node) -> Any:
        block = self._block(n)
        if self._attends and block is None and n.op == "call_module":
            self._attend(n)
        value = super().run_node(n) if block is None else self._through(n, block)
        if n.op != "output":
            tensors = tuple(part for part in _parts(value) if isinstance(part, Tensor))
            name = node_of(n.name)
            # of a tuple single parts are taken out for those who use them; the whole is what the layer gives
            if tensors and not _taken_out(n):
                self.found.pop(name, None)  # the order is that of the last value
                self.found[name] = tensors
        return value

    def _block(self, n: fx.Node) -> list[fx.GraphModule] | None:
        if n.op != "call_module":
            return None
        inner = self.fetch_attr(str(n.target))
        if isinstance(inner, fx.GraphModule):
            return [inner]
        if isinstance(inner, nn.Sequential) and all(isinstance(part, fx.GraphModule) for part in inner):
            return list(inner)  # type: ignore[arg-type]
        return None

    def _through(self, n: fx.Node, block: list[fx.GraphModule]) -> Any:
        args, _ = self.fetch_args_kwargs_from_env(n)
        value: Any = args
        for part in block:
            recorder = Recorder(part, attends=self._attends)
            value = recorder.run(*value)
            self.found |= {f"{node_of(n.name)}.{path}": found for path, found in recorder.found.items()}
            self.attention |= {f"{node_of(n.name)}.{path}": found for path, found in recorder.attention.items()}
            last = value
            value = value if isinstance(value, tuple) else (value,)
        return last

    def _attend(self, n: fx.Node) -> None:
        """Keep what attention looks at: N×heads×to×from. It is computed once more, for a step does without it."""
        module = self.fetch_attr(str(n.target))
        args, _ = self.fetch_args_kwargs_from_env(n)
        if isinstance(module, nn.TransformerEncoderLayer):
            x = module.norm1(args[0]) if module.norm_first else args[0]
            module, args = module.self_attn, (x, x, x)
        if isinstance(module, nn.MultiheadAttention):
            _, weights = module(*args, need_weights=True, average_attn_weights=False)
            self.attention[node_of(n.name)] = weights


def _parts(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, (tuple, list)) else (value,)


def _taken_out(n: fx.Node) -> bool:
    """Whether ``n`` is one of several outputs of the node before it."""
    source = n.args[0] if n.args else None
    return n.op == "call_function" and isinstance(source, fx.Node) and "__out" in n.name
