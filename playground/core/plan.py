"""A graph, or any cut of it, as a list of steps in the order in which they run.

The compiler builds a plan, the source exporter prints it: what is trained and what is exported cannot disagree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from playground.core.call import Call
from playground.core.graph import Graph, Link, Node
from playground.core.infer import Inference, NodeFacts, Problem, infer
from playground.core.language import tr
from playground.core.layer import Layer
from playground.core.shape import Shape
from playground.core.weights import Weighted

# Behind a node's id in the name of a value or a submodule; no id contains two underscores.
MARK = "__"
ACTIVATION = f"{MARK}activation"


class Unplannable(Exception):
    """The graph cannot run as it is drawn: its first problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Ref:
    """A value by the name of the step or feed that gives it; ``index`` picks one of several outputs."""

    name: str
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """What the caller passes in: a batch of ``shape`` for ``node``, in the order of the feeds."""

    name: str
    node: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class BlockPlan:
    """A network used as one layer: a plan for each set of weights; with one plan it runs ``repeat`` times."""

    network: str
    plans: tuple[Plan, ...]
    repeat: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One value: ``call``, or ``block``, applied to ``inputs``.

    ``module`` is the submodule that runs, by node id: the owner's where weights are shared, None for functions.
    ``builds`` is set where that submodule is used first; ``maker`` is the layer whose settings its weights follow,
    ``package`` the package whose classes it may name. ``shapes`` are those of its values, by output.
    """

    name: str
    node: str
    inputs: tuple[Ref, ...]
    call: Call | None = None
    block: BlockPlan | None = None
    module: str | None = None
    builds: bool = False
    maker: Layer | None = None
    package: str = "playground"
    shapes: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """``feeds`` come in, ``steps`` run in order, ``outputs`` go out. ``titles`` are the nodes' names for people.

    ``named`` are those of them that a person gave.
    """

    network: str
    feeds: tuple[Feed, ...]
    steps: tuple[Step, ...]
    outputs: tuple[Ref, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)


def make_plan(
    graph: Graph,
    data_shape: Shape | None,
    *,
    network: str = "Network",
    networks: Mapping[str, Graph] | None = None,
    inputs: Iterable[str] = (),
    outputs: Iterable[str] | None = None,
    before_activation: bool = False,
) -> Plan:
    """The plan of ``graph`` up to the nodes ``outputs`` (default: its exits). Nothing else is planned.

    It is fed at its sources or, for a cut that begins further on, at what the nodes ``inputs`` give.

    With ``before_activation`` a last Softmax or Sigmoid, field or layer, is left out.
    Raises ``Unplannable`` when what is wanted has a problem.
    """
    networks, begin = networks or {}, tuple(inputs)
    ends = tuple(outputs) if outputs is not None else graph.exits
    for name in (*begin, *ends):
        if name not in graph.by_id:
            raise Unplannable(
                Problem(
                    "error",
                    "no-layer",
                    tr("There is no layer {name!r}.", name=name),
                    tr("Name one that is there."),
                    network,
                    name,
                )
            )
    if not ends:
        raise Unplannable(
            Problem("error", "empty", tr("{network} has no layers.", network=network), tr("Add some."), network)
        )
    cut = _cut(graph, _before(graph, (*ends, *begin), frozenset()))
    found = infer(cut, network, data_shape, networks=networks)
    wanted = _before(graph, ends, frozenset(begin))
    problem = _first_problem(found, wanted)
    if problem is not None:
        raise Unplannable(problem)
    return _Planner(cut, network, found, networks).plan(wanted, begin, ends, before_activation)


def plan_inside(
    graph: Graph,
    network: str,
    found: Inference,
    networks: Mapping[str, Graph],
    *,
    before_activation: bool = False,
) -> Plan:
    """The plan of a network that may stand in another as a block, with the facts that inference found for it there."""
    wanted = _before(graph, graph.exits, frozenset())
    return _Planner(graph, network, found, networks).plan(wanted, (), graph.exits, before_activation)


def _before(graph: Graph, ends: Iterable[str], stop: Collection[str]) -> frozenset[str]:
    """``ends`` and all that leads to them, without what lies before the nodes of ``stop``."""
    found = set(ends)
    stack = [node_id for node_id in found if node_id not in stop]
    while stack:
        for link in graph.incoming[stack.pop()]:
            if link.source not in found:
                found.add(link.source)
                if link.source not in stop:
                    stack.append(link.source)
    return frozenset(found)


def _cut(graph: Graph, wanted: frozenset[str]) -> Graph:
    if len(wanted) == len(graph.nodes):
        return graph
    # the owner of shared weights is looked at although nothing leads from it to the end
    owners = {
        node.layer.shared_with
        for node in graph.nodes
        if node.id in wanted and isinstance(node.layer, Weighted) and node.layer.shared_with in graph.by_id
    }
    kept = wanted | _before(graph, {owner for owner in owners if owner}, frozenset())
    return graph.replace(
        nodes=tuple(node for node in graph.nodes if node.id in kept),
        links=tuple(link for link in graph.links if link.source in kept and link.target in kept),
    )


def _first_problem(found: Inference, wanted: frozenset[str]) -> Problem | None:
    errors = [problem for problem in found.problems if problem.severity == "error"]
    return next((problem for problem in errors if problem.node in wanted or problem.code == "cycle"), None) or next(
        (problem for problem in errors if any(not found.facts[node].outputs for node in wanted)), None
    )


class _Planner:
    """One walk over a graph in topological order."""

    def __init__(self, graph: Graph, network: str, found: Inference, networks: Mapping[str, Graph]) -> None:
        self._graph, self._network, self._facts, self._networks = graph, network, found.facts, networks
        self._values: dict[str, tuple[Ref, ...]] = {}  # by node: a value for each output port
        self._feeds: list[Feed] = []
        self._steps: list[Step] = []
        self._built: set[str] = set()

    def plan(
        self, wanted: frozenset[str], begin: tuple[str, ...], ends: tuple[str, ...], before_activation: bool
    ) -> Plan:
        bare = {self._behind_exits(end) for end in ends} if before_activation else set()
        bare = {node_id for node_id in bare if self._feeds_exits_alone(node_id, wanted)}
        feeding = [node_id for node_id in self._graph.entrances if node_id in wanted] if not begin else list(begin)
        for node_id in feeding:  # in the order that a caller passes them, not in that of running
            self._feed(node_id)
        for node_id in self._graph.order:
            if node_id in wanted and node_id not in self._values:
                self._add(self._graph.by_id[node_id], node_id in bare)
        outputs = tuple(ref for end in ends for ref in self._values[end])
        titles = {node.id: node.title for node in self._graph.nodes if node.id in wanted}
        named = {node.id: node.name for node in self._graph.nodes if node.id in wanted and node.name}
        return Plan(self._network, tuple(self._feeds), tuple(self._steps), outputs, titles, named)

    def _behind_exits(self, node_id: str) -> str:
        """The layer whose values an Output marks."""
        node = self._graph.by_id[node_id]
        while node.kind is not None and node.kind.role == "exit":
            node = self._graph.by_id[self._graph.incoming[node.id][0].source]
        return node.id

    def _feeds_exits_alone(self, node_id: str, wanted: frozenset[str]) -> bool:
        """Whether nothing that is planned reads its values but Outputs: only then may its activation be left out."""
        readers = (link.target for link in self._graph.outgoing[node_id] if link.target in wanted)
        kinds = (self._graph.by_id[reader].kind for reader in readers)
        return all(kind is not None and kind.role == "exit" for kind in kinds)

    def _feed(self, node_id: str) -> None:
        shapes = self._facts[node_id].outputs
        names = (node_id,) if len(shapes) == 1 else tuple(f"{node_id}{MARK}out{i}" for i in range(len(shapes)))
        self._feeds += (Feed(name, node_id, shape) for name, shape in zip(names, shapes, strict=True))
        self._values[node_id] = tuple(Ref(name) for name in names)

    def _input(self, link: Link) -> Ref:
        ports = [port.name for port in self._graph.by_id[link.source].output_ports]
        values = self._values[link.source]
        # an Output passes its value on, though it has no port for a link
        return values[ports.index(link.source_port)] if ports else values[0]

    def _add(self, node: Node, bare: bool) -> None:
        layer, facts = node.layer, self._facts[node.id]
        assert layer is not None  # inference found no problem
        if not layer.input_ports():
            self._feed(node.id)
            return
        inputs = tuple(self._input(link) for link in self._graph.inputs_of(node.id))
        if layer.role == "exit":
            self._values[node.id] = inputs
        elif layer.nested() is not None:
            self._add_block(node, layer, facts, inputs)
        else:
            self._add_layer(node, layer, facts, inputs, bare)

    def _add_layer(self, node: Node, layer: Layer, facts: NodeFacts, inputs: tuple[Ref, ...], bare: bool) -> None:
        activation = layer.activation_layer()
        final = bare and layer.final_activation() is not None
        if final and activation is None:
            self._values[node.id] = inputs
            return
        self._steps.append(self._step(node.id, node, layer.call(*facts.inputs), inputs))
        self._values[node.id] = self._refs(node.id, len(facts.outputs))
        if activation is not None and not final:
            name = node.id + ACTIVATION
            self._steps.append(self._step(name, node, activation.call(*facts.outputs), self._values[node.id]))
            self._values[node.id] = (Ref(name),)

    def _step(self, name: str, node: Node, call: Call, inputs: tuple[Ref, ...]) -> Step:
        package = (node.kind.__module__ if node.kind else "playground").partition(".")[0]
        shapes = self._facts[node.id].outputs
        if call.function:
            return Step(name, node.id, inputs, call, package=package, shapes=shapes)
        owner, module = node, name
        layer = node.layer
        if isinstance(layer, Weighted) and layer.shared_with is not None and name == node.id:
            owner, module = self._graph.by_id[layer.shared_with], layer.shared_with
        builds = module not in self._built
        self._built.add(module)
        return Step(name, node.id, inputs, call, None, module, builds, owner.layer, package, shapes)

    def _add_block(self, node: Node, layer: Layer, facts: NodeFacts, inputs: tuple[Ref, ...]) -> None:
        block = layer.nested()
        assert block is not None
        graph = self._networks[block.network]
        runs = facts.inner[:1] if block.shared else facts.inner
        plans = tuple(plan_inside(graph, block.network, run, self._networks) for run in runs)
        repeat = block.repeat if block.shared else 1
        shown = BlockPlan(block.network, plans, repeat)
        shapes = facts.outputs
        self._steps.append(Step(node.id, node.id, inputs, block=shown, module=node.id, builds=True, shapes=shapes))
        self._values[node.id] = self._refs(node.id, len(facts.outputs))

    def _refs(self, name: str, count: int) -> tuple[Ref, ...]:
        return (Ref(name),) if count == 1 else tuple(Ref(name, index) for index in range(count))
