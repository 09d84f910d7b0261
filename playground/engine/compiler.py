"""From a graph, or any cut of it, to a ``torch.fx.GraphModule`` that runs it as drawn."""

from __future__ import annotations

import importlib
import linecache
import re
from collections.abc import Callable
from typing import Any

import torch
from torch import fx, nn

from playground.core.graph import Graph, Node
from playground.core.infer import infer
from playground.core.layer import Call
from playground.core.shape import Shape
from playground.engine.errors import CannotTrain
from playground.training.outputs import output_node

ACTIVATION_SUFFIX = "__activation"
# A Call comes from a layer class, never from a file; still only these places can be reached.
_MODULES = re.compile(r"(torch\.nn|playground\.engine\.modules)\.[A-Za-z_]\w*")
_FUNCTIONS = re.compile(r"(torch|torch\.nn\.functional|playground\.engine\.modules)\.[a-z]\w*")


def compile_graph(
    graph: Graph, data_shape: Shape, output: str | None = None, *, before_activation: bool = False
) -> fx.GraphModule:
    """Build ``graph`` up to the node ``output`` (default: its one last layer); nothing else is built.

    Takes a batch N×``data_shape`` and gives N×the output's shape. Submodules carry node ids (``conv1``), an activation
    field ``conv1__activation``. With ``before_activation`` a last Softmax or Sigmoid, field or layer, is left out and
    the scores before it come out. Parameters are initialized in topological order from torch's random state.
    Raises ``CannotTrain`` when the cut has a problem.
    """
    end = graph.by_id.get(output) if output is not None else output_node(graph)
    if end is None:
        name = f"There is no layer {output!r}." if output is not None else "The network has no single last layer."
        raise CannotTrain(name, "Connect what is loose, or name the layer to end at.", output)
    wanted = _ancestors(graph, end.id)
    cut = graph.replace(
        nodes=tuple(node for node in graph.nodes if node.id in wanted),
        links=tuple(link for link in graph.links if link.source in wanted and link.target in wanted),
    )
    return _Builder(cut, data_shape).build(end, before_activation)


def resolve(call: Call) -> Callable[..., Any]:
    """The module class or function that ``call`` names. Raises ``CannotTrain`` outside the places layers may name."""
    pattern = _FUNCTIONS if call.function else _MODULES
    if pattern.fullmatch(call.target):
        path, _, name = call.target.rpartition(".")
        found = getattr(importlib.import_module(path), name, None)
        if call.function and callable(found) and not isinstance(found, type):
            return found  # type: ignore[no-any-return]
        if not call.function and isinstance(found, type) and issubclass(found, nn.Module):
            return found
    raise CannotTrain(f"A layer asks for {call.target!r}, which is not a layer or function of torch.")


def node_of(name: str) -> str:
    """The node id behind the name of a submodule or of a value in the compiled graph."""
    return name.partition(ACTIVATION_SUFFIX)[0].partition(".")[0]


def failing_node(module: fx.GraphModule, error: BaseException) -> str | None:
    """The node that was running when ``error`` was raised in ``module``'s forward; None when none was."""
    code, found = type(module).forward.__code__, None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code is code:
            line = linecache.getline(code.co_filename, trace.tb_lineno, trace.tb_frame.f_globals)
            match = re.match(r"\s*(\w+)", line)
            names = {node.name: node for node in module.graph.nodes}
            if match and match[1] in names:
                found = node_of(match[1])
        trace = trace.tb_next
    return found


def _ancestors(graph: Graph, end: str) -> set[str]:
    found, stack = {end}, [end]
    while stack:
        for link in graph.incoming[stack.pop()]:
            if link.source not in found:
                found.add(link.source)
                stack.append(link.source)
    return found


class _Builder:
    """One walk over a cut in topological order, growing submodules and the fx graph side by side."""

    def __init__(self, graph: Graph, data_shape: Shape) -> None:
        self._graph = graph
        inference = infer(graph, "network", data_shape)
        problem = next((problem for problem in inference.problems if problem.severity == "error"), None)
        if problem is not None:
            raise CannotTrain(problem.message, problem.hint, problem.node)
        self._facts = inference.facts
        self._modules: dict[str, nn.Module] = {}
        self._fx = fx.Graph()
        self._values: dict[str, fx.Node] = {}

    def build(self, end: Node, before_activation: bool) -> fx.GraphModule:
        for node_id in self._graph.order:
            self._values[node_id] = self._add(self._graph.by_id[node_id], end.id if before_activation else None)
        self._fx.output(self._values[end.id])
        return fx.GraphModule(self._modules, self._fx, class_name="Network")

    def _add(self, node: Node, bare: str | None) -> fx.Node:
        """The value of ``node``; ``bare`` is the node whose final activation is left out."""
        layer, shapes = node.layer, self._facts[node.id].inputs
        assert layer is not None  # inference found no problem
        assert node.kind is not None
        inputs = [self._values[link.source] for link in self._graph.inputs_of(node.id)]
        if not node.kind.inputs:
            return self._fx.placeholder(node.id)
        activation = layer.activation_call(*shapes)
        final = layer.final_activation() is not None and node.id == bare
        if final and activation is None:
            return inputs[0]
        value = self._apply(node, node.id, layer.call(*shapes), inputs)
        if activation is None or final:
            return value
        return self._apply(node, node.id + ACTIVATION_SUFFIX, activation, [value])

    def _apply(self, node: Node, name: str, call: Call, inputs: list[fx.Node]) -> fx.Node:
        target = resolve(call)
        if call.function:
            given = (inputs,) if call.as_list else tuple(inputs)
            return self._fx.create_node("call_function", target, (*given, *call.args), dict(call.kwargs), name=name)
        try:
            self._modules[name] = target(*call.args, **call.kwargs)
        except (RuntimeError, MemoryError, ValueError, TypeError) as error:
            raise CannotTrain(f"{node.title}: cannot be built: {error}", "Make the layer smaller.", node.id) from error
        return self._fx.create_node("call_module", name, tuple(inputs), {}, name=name)


def first_non_finite(module: fx.GraphModule, batch: torch.Tensor) -> str | None:
    """The first node, in order of running, that gives a NaN or an infinity for ``batch``; None when all are finite."""
    watcher = _Watcher(module)
    with torch.no_grad():
        watcher.run(batch)
    return watcher.found


class _Watcher(fx.Interpreter):
    """Runs a module node by node and notes where the numbers first went wrong."""

    found: str | None = None

    def run_node(self, n: fx.Node) -> Any:
        value = super().run_node(n)
        if self.found is None and n.op.startswith("call") and not bool(torch.isfinite(value).all()):
            self.found = node_of(n.name)
        return value
