"""Whether a layer fits at a spot: shape inference of a trial, on a graph of the few layers that have a say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from playground.core.graph import Graph, Link, Node
from playground.core.language import tr
from playground.core.layer import Port
from playground.core.replacing import in_place_of, swapped
from playground.core.shape import Shape
from playground.ui.canvas.entries import addition
from playground.ui.canvas.geometry import PortRef
from playground.ui.canvas.quick_search.outcome import Outcome, outcome, run
from playground.ui.canvas.quick_search.spot import Spot
from playground.ui.project_session import ProjectSession

MOST_PROBES = 24
# Where nothing is known of what will feed a layer: a small one of each form that there is.
_FORMS = (
    Shape.vector(16), Shape.sequence(16, 16), Shape.image(4, 32, 32), Shape.volume(4, 16, 16, 16),
    Shape((16,), ("time",), True), Shape((1,), ("features",), True),
)  # fmt: skip


class Rank(IntEnum):
    FITS = 0
    DOUBTFUL = 1  # it may be linked, but the shape does not fit


@dataclass(frozen=True, slots=True)
class Fit:
    """``gives`` is the shape that comes out, where it is known; ``doubt`` a sentence that says what does not fit."""

    rank: Rank = Rank.FITS
    gives: Shape | None = None
    doubt: str = ""


class Fitting:
    """Judges entries for one spot of the network on the canvas, as this is now. Each is judged once."""

    def __init__(self, session: ProjectSession, spot: Spot) -> None:
        self._session, self.spot = session, spot
        self._graph, self._networks = session.graph, session.project.networks
        facts = session.inference.facts
        self._shapes = {key: known.outputs for key, known in facts.items() if known.outputs}
        self._found: dict[str, Fit | None] = {}

    def judge(self, entry: str) -> Fit | None:
        """None: an entry that cannot be there at all."""
        if entry not in self._found:
            self._found[entry] = self._judge(entry)
        return self._found[entry]

    @property
    def family(self) -> str | None:
        """Of the layers that are to be replaced: others of it are most likely wanted."""
        kind = self._graph.by_id[self.spot.replaces[0]].kind if self.spot.replaces else None
        return kind.family if kind is not None else None

    def takes_data(self, entry: str) -> bool:
        """Whether a layer that nothing decides about yet could stand right behind the data of the project."""
        spot, given = self.spot, self._session.check.dataset
        if spot.source is not None or spot.target is not None or spot.link is not None or spot.replaces:
            return False
        added = addition(self._session, entry)
        if isinstance(added, str) or given is None or given.shape is None:
            return False
        single = sum(not port.optional for port in added.node.input_ports) == 1
        return single and bool(run(added.node, [given.shape]).outputs)

    def _judge(self, entry: str) -> Fit | None:
        added = addition(self._session, entry)
        if isinstance(added, str):
            return None
        if added.graph is not None and self.spot.replaces:
            return None  # a block that is yet to be drawn takes the place of nothing
        return self.of(added.node)

    def of(self, node: Node) -> Fit | None:
        """As ``judge``, for a layer."""
        spot = self.spot
        if spot.replaces:
            return self._replacing(node)
        feeds, fed = spot.target is not None or spot.link is not None, spot.source is not None or spot.link is not None
        if (feeds and not node.output_ports) or (fed and not node.input_ports):
            return Fit() if spot.loose else None
        if spot.link is not None:
            return self._between(node, spot.link)
        if spot.source is not None:
            return self._after(node, spot.source)
        if spot.target is not None:
            target, name = self._graph.by_id[spot.target.node], spot.target.name
            port = next((port for port in self._graph.input_ports(target.id) if port.name == name), Port(name))
            return self._before(node, target, port)
        return Fit()

    def port_for(self, node: Node, source: PortRef) -> str:
        """The input of ``node`` that takes a link from ``source``: the first that it fits, else the first."""
        for port in node.input_ports:
            if self._fed(node, source, port.name).doubt is None:
                return port.name
        return node.input_ports[0].name

    # --- the four spots ---

    def _after(self, node: Node, source: PortRef) -> Fit:
        return _fit(self._fed(node, source, self.port_for(node, source)))

    def _fed(self, node: Node, source: PortRef, port: str) -> Outcome:
        link = Link(source=source.node, source_port=source.name, target=node.id, target_port=port)
        graph = Graph(nodes=(self._graph.by_id[source.node], node), links=(link,))
        return outcome(graph, node, self._shapes, self._networks)

    def _between(self, node: Node, link: Link) -> Fit:
        first = self._fed(node, PortRef(link.source, link.source_port, True), node.input_ports[0].name)
        if first.doubt is not None:
            return _fit(first)
        if sum(not port.optional for port in node.input_ports) > 1:
            return Fit(Rank.DOUBTFUL, None, tr("{layer} waits for another input, too.", layer=node.title))
        return self._then(node, first, self._following(node, link)) if first.outputs else Fit()

    def _following(self, node: Node, link: Link) -> tuple[Graph, str]:
        """The layer behind ``link`` with all that feeds it, ``node`` in the middle of the link."""
        out = link.replace(source=node.id, source_port=node.output_ports[0].name)
        links = tuple(out if into == link else into for into in self._graph.incoming[link.target])
        names = dict.fromkeys((link.target, *(into.source for into in links if into.source != node.id)))
        return Graph(nodes=(node, *(self._graph.by_id[name] for name in names)), links=links), link.target

    def _then(self, node: Node, first: Outcome, following: tuple[Graph, str]) -> Fit:
        graph, name = following
        behind = outcome(graph, graph.by_id[name], {**self._shapes, node.id: first.outputs}, self._networks)
        return Fit(Rank.DOUBTFUL, first.outputs[0], behind.doubt) if behind.doubt is not None else _fit(first)

    def _before(self, node: Node, target: Node, port: Port) -> Fit:
        """Nothing is known of what will feed it: it fits when there is a form of input that makes it fit."""
        doubt, given = "", self._session.check.dataset
        for outputs in self._possible(node, given.shape if given is not None else None):
            link = Link(source=node.id, source_port=node.output_ports[0].name, target=target.id, target_port=port.name)
            into = self._graph.incoming[target.id]
            others = tuple(link for link in into if link.target_port != port.name or port.many)
            names = dict.fromkeys(other.source for other in others if other.source != target.id)
            graph = Graph(nodes=(node, target, *(self._graph.by_id[name] for name in names)), links=(*others, link))
            found = outcome(graph, target, {**self._shapes, node.id: outputs}, self._networks)
            if found.doubt is None:
                return Fit(gives=outputs[0] if not node.input_ports else None)
            doubt = doubt or found.doubt
        return Fit(Rank.DOUBTFUL, None, doubt or tr("Gives nothing that {layer} takes.", layer=target.title))

    def _possible(self, node: Node, data: Shape | None) -> Iterable[tuple[Shape, ...]]:
        """What ``node`` gives for data, for the shapes that flow in this network, and for a small one of each form."""
        layer = node.layer
        if layer is None:
            return
        if not node.input_ports:
            brought = layer.source_shape(data)
            if brought is not None:
                yield from (found.outputs for found in (run(node, [brought]),) if found.outputs)
            return
        flowing = dict.fromkeys(shape for outputs in self._shapes.values() for shape in outputs)
        count = max(1, sum(not port.optional for port in node.input_ports))
        for shape in (*list(flowing)[-MOST_PROBES:], *_FORMS):
            found = run(node, [shape] * count)
            if found.outputs:
                yield found.outputs

    def _replacing(self, node: Node) -> Fit | None:
        """In the place of the first of them: what it gives there, and what its followers say to that."""
        old = self._graph.by_id[self.spot.replaces[0]]
        into, out = self._graph.incoming[old.id], self._graph.outgoing[old.id]
        if node.type == old.type and node.params.get("network") == old.params.get("network"):
            return None
        if (into and not node.input_ports) or (out and not node.output_ports):
            return None
        node = in_place_of(old, node).node
        near = {old.id: old, **{link.source: self._graph.by_id[link.source] for link in into}}
        small = swapped(Graph(nodes=tuple(near.values()), links=into), {old.id: node})
        if node.layer is None:
            return Fit(Rank.DOUBTFUL)
        if not node.input_ports:
            return Fit()
        linked = {link.target_port for link in small.incoming[node.id]}
        if any(port.name not in linked and not port.optional for port in node.input_ports):
            return Fit(Rank.DOUBTFUL, None, tr("{layer} waits for another input, too.", layer=node.title))
        first = outcome(small, node, self._shapes, self._networks)
        if first.doubt is not None or not first.outputs or not out:
            return _fit(first)
        return self._then(node, first, self._following(node, out[0]))


def _fit(found: Outcome) -> Fit:
    if found.doubt is not None:
        return Fit(Rank.DOUBTFUL, None, found.doubt)
    return Fit(gives=found.outputs[0] if found.outputs else None)
