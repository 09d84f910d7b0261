"""What one layer really ran, operation by operation, with the tensors that went in and came out."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, fx, nn

from playground.engine.compiler import ACTIVATION_SUFFIX, node_of

Index = tuple[int, ...]


@dataclass
class Stage:
    """One operation of a layer. ``inputs`` are the tensors that it took, 1×… each; ``sources`` the stages of the same
    layer that gave them, None for what came from outside: then ``numbers`` says which of the layer's inputs it is.

    ``target`` is a function, or a method's name; ``call`` runs the operation on other tensors.
    """

    name: str
    module: nn.Module | None
    target: Any
    arguments: tuple[Any, ...]
    options: dict[str, Any]
    inputs: tuple[Tensor, ...]
    sources: tuple[Stage | None, ...]
    numbers: tuple[int | None, ...]
    output: Tensor
    call: Callable[..., Any]

    @property
    def is_activation(self) -> bool:
        """Whether it is the activation that a layer carries as a field."""
        return self.name.endswith(ACTIVATION_SUFFIX)


@dataclass
class Dissected:
    """``stages`` in the order of running; ``inputs`` of the layer as they came from outside, 1×… each."""

    stages: list[Stage] = field(default_factory=list)
    inputs: list[Tensor] = field(default_factory=list)
    fed: Tensor | None = None  # of a layer that brings in what the network is fed

    @property
    def output(self) -> Tensor | None:
        """What the layer gives; None where it ran nothing."""
        return self.stages[-1].output if self.stages else self.fed


def dissect(module: fx.GraphModule, path: str, *batch: Tensor) -> Dissected:
    """The operations of the layer ``path`` for ``batch``; in a block that is passed several times, of its last pass.

    Empty where no operation is the layer's: an Output only names what another layer gives.
    """
    found = _Dissector(module, path)
    found.run(*batch)
    return found.dissected


class _Dissector(fx.Interpreter):
    """Runs a module node by node, into the block on the way, and keeps what the layer ran."""

    def __init__(self, module: fx.GraphModule, path: str) -> None:
        super().__init__(module, garbage_collect_values=False)
        self._head, _, self._rest = path.partition(".")
        self.dissected = Dissected()
        self._by_node: dict[fx.Node, Stage] = {}
        self._outside: dict[fx.Node, int] = {}

    def run_node(self, n: fx.Node) -> Any:
        mine = node_of(n.name) == self._head and n.op != "output"
        if mine and self._rest and n.op == "call_module":
            return self._through(n)
        value = super().run_node(n)
        if mine and not self._rest:
            self._keep(n, value)
        return value

    def _through(self, n: fx.Node) -> Any:
        inner = self.fetch_attr(str(n.target))
        passes = [inner] if isinstance(inner, fx.GraphModule) else list(inner)
        args, _ = self.fetch_args_kwargs_from_env(n)
        value: Any = args
        for part in passes:
            found = _Dissector(part, self._rest)
            last = found.run(*value)
            self.dissected = found.dissected
            value = last if isinstance(last, tuple) else (last,)
        return last

    def _keep(self, n: fx.Node, value: Any) -> None:
        first = value[0] if isinstance(value, (tuple, list)) else value
        if n.op == "placeholder":
            self.dissected.fed = first
            return
        if not isinstance(first, Tensor) or "__out" in n.name:
            return  # one of several outputs, taken out for the layer that uses it
        nodes = _tensor_nodes(n)
        if n.target is operator.getitem and isinstance(self.env[nodes[0]], (tuple, list)) and nodes[0] in self._by_node:
            self._by_node[n] = self._by_node[nodes[0]]  # the first of what a module gives, which stands for all of it
            return
        stage = Stage(
            n.name, self.fetch_attr(str(n.target)) if n.op == "call_module" else None, n.target,
            tuple(arg for arg in n.args if not _holds_node(arg)), dict(n.kwargs),
            tuple(_first(self.env[each]) for each in nodes), tuple(self._by_node.get(each) for each in nodes),
            tuple(self._number(each) for each in nodes), first, self._calling(n, nodes),
        )  # fmt: skip
        self._by_node[n] = stage
        self.dissected.stages.append(stage)

    def _number(self, node: fx.Node) -> int | None:
        if node in self._by_node:
            return None
        if node not in self._outside:
            self._outside[node] = len(self.dissected.inputs)
            self.dissected.inputs.append(_first(self.env[node]))
        return self._outside[node]

    def _calling(self, n: fx.Node, nodes: list[fx.Node]) -> Callable[..., Any]:
        module = self.fetch_attr(str(n.target)) if n.op == "call_module" else None

        def call(*tensors: Tensor) -> Any:
            given = iter(tensors)
            args = fx.map_arg(n.args, lambda _node: next(given))
            if module is not None:
                return _first(module(*args, **n.kwargs))
            if n.op == "call_method":
                return _first(getattr(args[0], str(n.target))(*args[1:], **n.kwargs))
            return _first(n.target(*args, **n.kwargs))  # type: ignore[operator]

        return call


def _tensor_nodes(n: fx.Node) -> list[fx.Node]:
    """In the order of the arguments; one that is passed twice is there twice."""
    found: list[fx.Node] = []
    fx.map_arg(n.args, found.append)
    return found


def _holds_node(arg: Any) -> bool:
    found: list[fx.Node] = []
    fx.map_arg(arg, found.append)
    return bool(found)


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, (tuple, list)) else value


def origins(stage: Stage) -> Tensor:
    """For each number of a rearranging stage's output its flat place in the input; −1 for one that was put there."""
    shape = stage.inputs[0].shape
    places = torch.arange(1, stage.inputs[0].numel() + 1, dtype=torch.float64).reshape(shape)
    return (stage.call(places).round().long() - 1).cpu()
