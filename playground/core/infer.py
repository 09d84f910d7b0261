"""Whole-graph inference: shapes and counts for every node, or a Problem that says why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from playground.core.graph import Graph, Node
from playground.core.shape import Shape, ShapeError

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Fix:
    """An action that mends a problem: set parameters of a node, or remove it."""

    text: str
    node: str
    params: Mapping[str, Any] = field(default_factory=dict)
    remove: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong or odd: where, what, and how to mend it. ``code`` is stable for tests and scripts."""

    severity: Severity
    code: str
    message: str
    hint: str = ""
    network: str | None = None
    node: str | None = None
    field: str | None = None
    fix: Fix | None = None

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


@dataclass(frozen=True, slots=True)
class NodeFacts:
    """What is known of one node: shapes of its inputs and output (no batch), trainable numbers, multiply-adds.

    ``shape`` is None when the node has a problem or stands behind one.
    """

    inputs: tuple[Shape, ...] = ()
    shape: Shape | None = None
    parameters: int = 0
    multiply_adds: int = 0


@dataclass(frozen=True, slots=True)
class Inference:
    """Facts for every node, problems in reading order, totals over what could be inferred."""

    facts: Mapping[str, NodeFacts]
    problems: tuple[Problem, ...]

    @property
    def parameters(self) -> int:
        return sum(fact.parameters for fact in self.facts.values())

    @property
    def multiply_adds(self) -> int:
        return sum(fact.multiply_adds for fact in self.facts.values())

    @property
    def ok(self) -> bool:
        return not any(problem.severity == "error" for problem in self.problems)


def infer(graph: Graph, network: str, data_shape: Shape | None) -> Inference:
    """Walk ``graph`` in topological order. ``data_shape`` is one sample of the data set, given to every Input.

    Behind a node with a problem shapes are unknown, and nothing is reported twice.
    """
    facts: dict[str, NodeFacts] = {}
    problems: list[Problem] = []
    for node_id in graph.order:
        facts[node_id] = _infer_node(graph, graph.by_id[node_id], network, data_shape, facts, problems)
    problems += _cycle_problems(graph, network, facts)
    for node in graph.nodes:
        facts.setdefault(node.id, NodeFacts())
    return Inference(facts, tuple(problems))


def _infer_node(
    graph: Graph,
    node: Node,
    network: str,
    data_shape: Shape | None,
    facts: Mapping[str, NodeFacts],
    problems: list[Problem],
) -> NodeFacts:
    def fail(code: str, message: str, hint: str, **extra: Any) -> NodeFacts:
        text = f"{node.title}: {message}{'' if message.endswith('.') else '.'}"
        problems.append(Problem("error", code, text, hint, network, node.id, **extra))
        return NodeFacts(inputs)

    links = graph.inputs_of(node.id)
    known = [facts[link.source].shape for link in links if link.source in facts]
    inputs = tuple(shape for shape in known if shape is not None)
    layer, kind = node.layer, node.kind
    if layer is None or kind is None:
        fault = node.fault
        assert fault is not None  # a node has a layer or a fault
        return fail(fault.code, fault.message, fault.hint, field=fault.field)
    for port in kind.inputs:
        count = sum(link.target_port == port.name for link in links)
        if count == 0 or (port.many and count < 2):
            what = f"needs at least two inputs, has {count}" if port.many else "its input is not connected"
            return fail("unconnected", what, "Pull a link to it from the layer before.")
        if count > 1 and not port.many:
            return fail("too-many-links", f"its input has {count} links", "Keep one, or merge them with Add.")
    stray = next((link for link in links if link.target_port not in {p.name for p in kind.inputs}), None)
    if stray is not None:
        return fail("unknown-port", f"has no input {stray.target_port!r}", "Remove the link and pull it again.")
    for link in links:
        source_kind = graph.by_id[link.source].kind
        if source_kind and link.source_port not in {p.name for p in source_kind.outputs}:
            return fail("unknown-port", f"{link.source} has no output {link.source_port!r}", "Remove the link.")
    if not kind.inputs:
        given = layer.source_shape(data_shape)
        if given is None:
            return fail("no-data", "its shape follows the data set, and none is chosen", "Choose a data set.")
        inputs = (given,)
    elif len(inputs) < len(links):
        return NodeFacts(inputs)  # behind a problem that is already named
    try:
        shape = layer.output_shape(*inputs)
    except ShapeError as error:
        return fail("shape", error.message, error.hint)
    return NodeFacts(inputs, shape, layer.parameter_count(*inputs), layer.multiply_adds(*inputs))


def _cycle_problems(graph: Graph, network: str, facts: Mapping[str, NodeFacts]) -> list[Problem]:
    stuck = [node for node in graph.nodes if node.id not in facts]
    on_cycle = [n for n in stuck if any(graph.reaches(link.target, n.id) for link in graph.outgoing[n.id])]
    if not on_cycle:
        return []
    names = ", ".join(node.title for node in on_cycle[:6]) + (" …" if len(on_cycle) > 6 else "")
    return [
        Problem(
            "error", "cycle", f"These layers lead back to themselves: {names}.",
            "Remove one link of the cycle: data flow in one direction.", network, node.id,
        )
        for node in on_cycle[:1]
    ]  # fmt: skip
