"""Whole-graph inference: shapes and counts for every node, or a Problem that says why not."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from playground.core.edits import SetParams
from playground.core.graph import Graph, Link, Node
from playground.core.language import tr
from playground.core.layer import Layer, Nested
from playground.core.problems import Fix, Problem, Severity, remedy_fix, setting
from playground.core.shape import Shape, ShapeError
from playground.core.sight import Field, Sight, widest
from playground.core.weights import Weighted
from playground.core.wiring import Refused, check_alike, check_links, check_owner

# With all blocks unrolled: a file can name a million million layers in three lines.
MOST_LAYERS = 20_000

__all__ = ["Fix", "Inference", "NodeFacts", "Problem", "Severity", "infer"]


@dataclass(frozen=True, slots=True)
class NodeFacts:
    """What is known of one node: shapes (no batch) by link into it and by output port, numbers, multiply-adds.

    ``outputs`` is empty when the node has a problem or stands behind one. ``parameters`` are its own learned numbers
    (none when it shares another's), ``trainable`` those that training changes; ``activations`` the numbers that one
    sample leaves in memory; ``field`` what a value has seen of the input; ``inner`` a block's network, once for each
    repetition; ``layers`` how many there are with all blocks unrolled.
    """

    inputs: tuple[Shape, ...] = ()
    outputs: tuple[Shape, ...] = ()
    parameters: int = 0
    trainable: int = 0
    multiply_adds: int = 0
    activations: int = 0
    field: Field | None = None
    inner: tuple[Inference, ...] = ()
    layers: int = 1

    @property
    def shape(self) -> Shape | None:
        """The shape at the first output; None when it is not known."""
        return self.outputs[0] if self.outputs else None


@dataclass(frozen=True, slots=True)
class Known:
    """What one node's facts were worked out from, so that the next walk can tell that nothing changed.

    ``incoming`` are its links in the order of the file, ``links`` in that of its ports. Unless they ``stand`` for
    themselves, facts are worked out anew each time: they depend on other nodes or networks.
    """

    node: Node
    incoming: tuple[Link, ...]
    links: tuple[Link, ...]
    sources: tuple[NodeFacts | None, ...]
    given: Shape | None
    facts: NodeFacts
    problems: tuple[Problem, ...]
    stand: bool


@dataclass(frozen=True, slots=True)
class Inference:
    """Facts for every node, problems in reading order, totals over what could be inferred."""

    facts: Mapping[str, NodeFacts]
    problems: tuple[Problem, ...]
    known: Mapping[str, Known] = field(default_factory=dict, repr=False, compare=False)
    computed: frozenset[str] | None = None  # the nodes that lead to a result; None: all of them

    @property
    def _counted(self) -> Iterable[NodeFacts]:
        """What is built: a dead end beside the Outputs is not."""
        if self.computed is None:
            return self.facts.values()
        return (fact for node, fact in self.facts.items() if node in self.computed)

    @property
    def parameters(self) -> int:
        return sum(fact.parameters for fact in self._counted)

    @property
    def trainable(self) -> int:
        return sum(fact.trainable for fact in self._counted)

    @property
    def multiply_adds(self) -> int:
        return sum(fact.multiply_adds for fact in self._counted)

    @property
    def activations(self) -> int:
        return sum(fact.activations for fact in self._counted)

    @property
    def layers(self) -> int:
        """Layers with all blocks unrolled."""
        return sum(fact.layers for fact in self.facts.values())

    @property
    def ok(self) -> bool:
        return not any(problem.severity == "error" for problem in self.problems)


def infer(
    graph: Graph,
    network: str,
    data_shape: Shape | None,
    *,
    networks: Mapping[str, Graph] | None = None,
    given: Mapping[str, Shape] | None = None,
    previous: Inference | None = None,
) -> Inference:
    """Walk ``graph`` in topological order. ``data_shape`` is one sample of the data set, given to every Input.

    ``networks`` are those that blocks may show; ``given`` shapes go before ``data_shape`` by the id of the Input;
    what ``previous`` found for nodes that did not change is kept. Behind a node with a problem shapes are unknown, and
    nothing is reported twice.
    """
    return _Walk(graph, network, data_shape, networks or {}, given, previous, (network,), {}).inference()


class _Walk:
    """One pass over one graph; blocks start a walk of their own."""

    def __init__(
        self,
        graph: Graph,
        network: str,
        data_shape: Shape | None,
        networks: Mapping[str, Graph],
        given: Mapping[str, Shape] | None,
        previous: Inference | None,
        within: tuple[str, ...],
        runs: dict[tuple[tuple[str, ...], tuple[Shape, ...]], Inference],
    ) -> None:
        self._graph, self._network, self._data_shape = graph, network, data_shape
        self._networks, self._given, self._within = networks, given, within
        self._runs = runs  # of networks inside blocks, by where they stand and what they are fed
        self._previous = previous.known if previous is not None else {}
        self._facts: dict[str, NodeFacts] = {}
        self._known: dict[str, Known] = {}

    def inference(self) -> Inference:
        problems: list[Problem] = []
        for node_id in self._graph.order:
            known = self._look(self._graph.by_id[node_id])
            self._facts[node_id], self._known[node_id] = known.facts, known
            problems += known.problems
        if len(self._facts) < len(self._graph.nodes):
            problems += self._cycles()
            for node in self._graph.nodes:
                self._facts.setdefault(node.id, NodeFacts())
        problems += self._unlike_owners()
        return Inference(self._facts, tuple(problems), self._known, self._graph.computed)

    def _look(self, node: Node) -> Known:
        """The facts of ``node``: those of the last walk when nothing that they came from is another object now."""
        incoming = self._graph.incoming[node.id]
        old = self._previous.get(node.id)
        if old is not None and (old.node is not node or not old.stand):
            old = None
        same_links = old is not None and (old.incoming is incoming or _identical(old.incoming, incoming))
        links = old.links if old is not None and same_links else self._graph.inputs_of(node.id)
        sources = tuple([self._facts.get(link.source) for link in links])
        given = self._given.get(node.id, self._data_shape) if self._given is not None else self._data_shape
        if old is not None and same_links and old.given == given and self._bring_the_same(old, links, sources):
            return old
        try:
            facts, problems = self._infer(node, links, given)
        except Refused as refusal:
            facts, problems = NodeFacts(self._inputs(links) or ()), self._told(node, refusal)
        except Exception as error:
            if node.kind is None or node.kind.__module__.startswith("playground."):
                raise
            said = tr("its own code failed: {name}: {error}", name=type(error).__name__, error=error)
            facts, problems = (
                NodeFacts(),
                self._told(node, Refused("plugin", said, tr("Remove it, and tell its makers."))),
            )
        # a fix for a problem may name a layer further up
        return Known(node, incoming, links, sources, given, facts, problems, _stands_alone(node) and not problems)

    def _bring_the_same(self, old: Known, links: tuple[Link, ...], sources: tuple[NodeFacts | None, ...]) -> bool:
        """Whether the layers before give what they gave in the last walk, at ports that they still have."""
        if all(map(operator.is_, old.sources, sources)):
            return True
        if any(all(p.name != link.source_port for p in self._graph.output_ports(link.source)) for link in links):
            return False
        return (self._inputs(links) or ()) == old.facts.inputs and all(
            before is not None and now is not None and before.field == now.field
            for before, now in zip(old.sources, sources, strict=True)
        )

    def _told(self, node: Node, refusal: Refused) -> tuple[Problem, ...]:
        if not refusal.code:
            return ()
        message = f"{node.title}: {refusal.message}{'' if refusal.message.endswith('.') else '.'}"
        where = {"network": self._network, "node": node.id, **refusal.extra}
        return (Problem("error", refusal.code, message, refusal.hint, **where),)

    def _inputs(self, links: tuple[Link, ...]) -> tuple[Shape, ...] | None:
        """Shapes that come in, by link; None when one is not known."""
        found = []
        for link in links:
            outputs = self._facts[link.source].outputs if link.source in self._facts else ()
            ports = [port.name for port in self._graph.output_ports(link.source)]
            if not outputs or link.source_port not in ports:
                return None
            found.append(outputs[ports.index(link.source_port)])
        return tuple(found)

    def _infer(self, node: Node, links: tuple[Link, ...], given: Shape | None) -> tuple[NodeFacts, tuple[Problem, ...]]:
        layer = node.layer
        if layer is None:
            fault = node.fault
            assert fault is not None  # a node has a layer or a fault
            raise Refused(fault.code, fault.message, fault.hint, field=fault.field)
        check_links(self._graph, layer, links)
        inputs = self._inputs(links)
        if not layer.input_ports():
            inputs = (self._source(node, layer, given),)
        if inputs is None:
            raise Refused  # behind a problem that is already named
        block = layer.nested()
        if block is not None:
            return self._infer_block(node, block, inputs)
        try:
            outputs = layer.outputs_for(*inputs) or (layer.output_shape(*inputs),)
        except ShapeError as error:
            blamed, fix = remedy_fix(self._graph, self._network, node, error.remedy, self._facts)
            raise Refused("shape", error.message, error.hint, field=blamed, fix=fix) from error
        return self._facts_of(node, layer, links, inputs, outputs), ()

    def _facts_of(
        self, node: Node, layer: Layer, links: tuple[Link, ...], inputs: tuple[Shape, ...], outputs: tuple[Shape, ...]
    ) -> NodeFacts:
        parameters, adds = layer.parameter_count(*inputs), layer.multiply_adds(*inputs)
        numbers = sum(shape.count for shape in outputs)
        frozen = False
        if isinstance(layer, Weighted):
            frozen = layer.frozen
            if layer.shared_with is not None:
                check_owner(node, layer, self._graph.by_id.get(layer.shared_with))
                parameters = 0
        if layer.role == "exit" or (layer.role == "entrance" and self._given is not None):
            numbers = 0  # a name for values that are counted where they were made
        activation = layer.activation_layer()
        if activation is not None:
            parameters += activation.parameter_count(*outputs)
            numbers *= 2
        before = self._field_before(links) if links else Field.of_input(len(inputs[0].spatial))
        behind = None if before is None else before.through(layer.sight(*inputs))
        return NodeFacts(inputs, outputs, parameters, 0 if frozen else parameters, adds, numbers, behind)

    def _field_before(self, links: tuple[Link, ...]) -> Field | None:
        return widest(seen for link in links if (seen := self._facts[link.source].field) is not None)

    def _source(self, node: Node, layer: Layer, given: Shape | None) -> Shape:
        """What a layer without inputs brings in; inside a block an Input brings what the block is fed."""
        found = layer.source_shape(given)
        if found is None:
            if len(self._within) > 1:
                raise Refused
            raise Refused("no-data", tr("its shape follows the data set, and none is chosen"), tr("Choose a data set."))
        if self._given is not None and given is not None and found.sizes != given.sizes:
            raise Refused(
                "input-shape", tr("is fixed to {found}, but here it is fed {given}", found=found, given=given),
                tr("Let it follow what feeds it."), fix=self._following(node, layer),
            )  # fmt: skip
        return given if self._given is not None and given is not None else found

    def _following(self, node: Node, layer: Layer) -> Fix | None:
        params = type(layer).following_data()
        return None if params is None else Fix(tr("Follow what feeds it"), SetParams(self._network, node.id, params))

    def _unlike_owners(self) -> list[Problem]:
        """Layers that cannot use another's weights because theirs would be of another size.

        Asked when all shapes are known: the owner may stand further on. A layer with a problem of its own is left out.
        """
        problems: list[Problem] = []
        for node, owner in self._graph.sharing:
            mine, theirs = self._facts[node.id], self._facts[owner.id]
            if node.layer is None or not mine.outputs or not theirs.outputs:
                continue
            try:
                check_alike(node.layer, mine.inputs, owner, theirs.inputs)
            except Refused as refusal:
                problems += self._told(node, refusal)
        return problems

    # --- blocks --------------------------------------------------------------------------------------------------

    def _shown(self, block: Nested) -> Graph:
        """The network that a block shows. Raises ``Refused`` for one that cannot stand there."""
        graph = self._networks.get(block.network)
        if graph is None:
            shows = (
                tr("shows the network {network!r}, which is not there", network=block.network)
                if block.network
                else tr("shows no network")
            )
            raise Refused("block", shows, tr("Choose a network for it."), field="network")
        if block.network in self._within:
            raise Refused(
                "block",
                tr("{network} would stand in itself", network=block.network),
                tr("Choose another network."),
                field="network",
            )
        if not graph.exits or (block.repeat > 1 and (len(graph.entrances), len(graph.exits)) != (1, 1)):
            have = tr(
                "{network} has {inputs} inputs and {outputs} outputs",
                network=block.network,
                inputs=len(graph.entrances),
                outputs=len(graph.exits),
            )
            wanted = tr("one of each to be repeated") if block.repeat > 1 else tr("at least one output")
            raise Refused(
                "block",
                tr("{have}; it needs {wanted}", have=have, wanted=wanted),
                tr("Add what is missing to {network}.", network=block.network),
            )
        return graph

    def _infer_block(
        self, node: Node, block: Nested, inputs: tuple[Shape, ...]
    ) -> tuple[NodeFacts, tuple[Problem, ...]]:
        graph = self._shown(block)
        runs: list[Inference] = []
        shapes, layers = inputs, 0
        for number in range(block.repeat):
            run = self._inside(graph, block.network, shapes)
            runs.append(run)
            layers += run.layers
            if layers > MOST_LAYERS:
                raise Refused(
                    "block", tr("stands for more than {most_layers:,} layers", most_layers=MOST_LAYERS),
                    tr("Repeat it, or what stands in it, fewer times."), field="repeat",
                )  # fmt: skip
            outputs = tuple(run.facts[end].outputs[0] if run.facts[end].outputs else None for end in graph.exits)
            if not run.ok or None in outputs:
                return NodeFacts(inputs, inner=tuple(runs)), self._told(node, _unfit(block, number, run))
            several = next((end for end in graph.exits if len(run.facts[end].outputs) > 1), None)
            if several is not None:
                what = tr(
                    "{network} ends in {title}, which gives several results",
                    network=block.network,
                    title=graph.by_id[several].title,
                )
                problem = Refused(
                    "block", what, tr("Mark each that is wanted with an Output in {network}.", network=block.network)
                )
                return NodeFacts(inputs, inner=tuple(runs)), self._told(node, problem)
            found = tuple(shape for shape in outputs if shape is not None)
            if block.shared and block.repeat > 1 and found != shapes:
                problem = Refused(
                    "block",
                    tr(
                        "makes {found} of {shapes}, so the same weights do not fit a second time",
                        found=found[0],
                        shapes=shapes[0],
                    ),
                    tr("Use separate weights, or let it keep the shape."),
                    field="weights",
                    fix=setting(self._network, node.id, {"weights": "separate"}),
                )
                return NodeFacts(inputs, inner=tuple(runs)), self._told(node, problem)
            shapes = found
        before = self._field_before(self._graph.inputs_of(node.id))
        for run in runs:
            inside = widest(seen for end in graph.exits if (seen := run.facts[end].field) is not None)
            before = before and inside and before.through(None if inside.whole else Sight(inside.size, inside.jump))
        return _block_facts(inputs, shapes, runs, runs[:1] if block.shared else runs, before), ()

    def _inside(self, graph: Graph, name: str, shapes: tuple[Shape, ...]) -> Inference:
        """The network ``name`` fed with ``shapes``; looked at once, however often it is repeated."""
        within = (*self._within, name)
        if (within, shapes) not in self._runs:
            fed = dict(zip(graph.entrances, shapes, strict=False))
            walk = _Walk(graph, name, None, self._networks, fed, None, within, self._runs)
            self._runs[within, shapes] = walk.inference()
        return self._runs[within, shapes]

    # --- cycles --------------------------------------------------------------------------------------------------

    def _cycles(self) -> list[Problem]:
        graph = self._graph
        stuck = [node for node in graph.nodes if node.id not in self._facts]
        on_cycle = [n for n in stuck if any(graph.reaches(link.target, n.id) for link in graph.outgoing[n.id])]
        if not on_cycle:
            return []
        names = ", ".join(node.title for node in on_cycle[:6]) + (" …" if len(on_cycle) > 6 else "")
        return [
            Problem(
                "error", "cycle", tr("These layers lead back to themselves: {names}.", names=names),
                tr("Remove one link of the cycle: data flow in one direction."), self._network, on_cycle[0].id,
            )
        ]  # fmt: skip


def _identical(a: tuple[Link, ...], b: tuple[Link, ...]) -> bool:
    return len(a) == len(b) and all(map(operator.is_, a, b))


def _stands_alone(node: Node) -> bool:
    """Whether its facts follow from its parameters and inputs alone, and not from other layers or networks."""
    layer = node.layer
    return layer is None or (layer.nested() is None and not (isinstance(layer, Weighted) and layer.shared_with))


def _unfit(block: Nested, number: int, run: Inference) -> Refused:
    first = next((problem for problem in run.problems if problem.severity == "error"), None)
    where = tr(" at repetition {value}", value=number + 1) if number else ""
    return Refused(
        "block", tr("{network} has a problem inside{where}", network=block.network, where=where),
        str(first) if first is not None else tr("Connect its last layer."),
    )  # fmt: skip


def _block_facts(
    inputs: tuple[Shape, ...],
    outputs: tuple[Shape, ...],
    runs: list[Inference],
    weighing: list[Inference],
    behind: Field | None,
) -> NodeFacts:
    """``runs`` are all repetitions, ``weighing`` those with weights of their own."""
    return NodeFacts(
        inputs=inputs,
        outputs=outputs,
        parameters=sum(run.parameters for run in weighing),
        trainable=sum(run.trainable for run in weighing),
        multiply_adds=sum(run.multiply_adds for run in runs),
        activations=sum(run.activations for run in runs),
        field=behind,
        inner=tuple(runs),
        layers=1 + sum(run.layers for run in runs),
    )
