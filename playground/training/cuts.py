"""Parts of a network that are of use alone: encoder and decoder of one that squeezes its input through a code."""

from __future__ import annotations

from dataclasses import dataclass

from playground.core.graph import Graph
from playground.core.infer import NodeFacts, infer
from playground.core.language import tr
from playground.core.project import Project
from playground.training.datasets import describe

# The layer that draws a code, by its type's name.
SAMPLE = "GaussianSample"
PARTS = ("encoder", "decoder")
# Tasks whose networks have these parts, by the names of ``training.tasks``.
_CODED = frozenset({"autoencoder", "vae"})


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a network by name, "" for all of it: fed at what the nodes ``inputs`` give, up to ``outputs``."""

    part: str = ""
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] | None = None


WHOLE = Cut()


class NoSuchPart(ValueError):
    """The network has no such part; the message says why, and which there are."""


def cut_of(project: Project, network: str, part: str) -> Cut:
    """The part of ``network`` called ``part``; "" is all of it. Raises ``NoSuchPart``."""
    if not part:
        return WHOLE
    if part not in PARTS:
        raise NoSuchPart(tr("There is no part {part!r}. Parts: {names}.", part=part, names=", ".join(PARTS)))
    if project.task.type not in _CODED:
        raise NoSuchPart(tr("Only an autoencoder or a VAE has an encoder and a decoder; export the whole network."))
    node = code_node(project, network)
    if node is None:
        raise NoSuchPart(
            tr(
                "{network} has no layer through which everything passes, so it cannot be cut into encoder and decoder.",
                network=network,
            )
        )
    return Cut(part, outputs=(node,)) if part == PARTS[0] else Cut(part, inputs=(node,))


def code_node(project: Project, network: str) -> str | None:
    """The layer that gives the code: the one that draws it, else the narrowest that everything passes through.

    Of several that are as narrow it is the last vector, so that an activation belongs to the encoder and a reshaping
    to the decoder. None where there is none, or where the network has a problem.
    """
    graph = project.networks[network]
    drawn = [node.id for node in graph.nodes if node.type == SAMPLE]
    if drawn:
        return drawn[0] if len(drawn) == 1 else None
    dataset = describe(project.data)
    facts = infer(graph, network, dataset.shape if dataset else None, networks=project.networks).facts
    waists = [node for node in _waists(graph) if _size(facts[node]) is not None]
    if not waists:
        return None
    least = min(_size(facts[node]) or 0 for node in waists)
    narrow = [node for node in waists if _size(facts[node]) == least]
    vectors = [node for node in narrow if facts[node].outputs[0].is_vector]
    return (vectors or narrow)[-1]


def _size(facts: NodeFacts) -> int | None:
    return facts.outputs[0].count if len(facts.outputs) == 1 else None


def _waists(graph: Graph) -> list[str]:
    """Nodes strictly between the one Input and the one end through which all paths lead, in order."""
    if len(graph.entrances) != 1 or len(graph.exits) != 1:
        return []
    start, end = graph.entrances[0], graph.exits[0]
    after, before = _reached(graph, start, forward=True), _reached(graph, end, forward=False)
    between = [node for node in graph.order if node in after and node in before]
    places = {node: place for place, node in enumerate(between)}
    found, farthest = [], places.get(start, 0)
    for place, node in enumerate(between):
        # no link from before this node leads past it
        passes = farthest <= place
        targets = [places[link.target] for link in graph.outgoing[node] if link.target in places]
        farthest = max([farthest, *targets])
        kind = graph.by_id[node].kind
        if passes and node not in (start, end) and kind is not None and kind.role == "layer":
            found.append(node)
    return _before_the_end(graph, found, end)


def _before_the_end(graph: Graph, found: list[str], end: str) -> list[str]:
    """Without the layer that the end merely marks: what comes out is no code."""
    kind = graph.by_id[end].kind
    marked = {link.source for link in graph.incoming[end]} if kind is not None and kind.role == "exit" else set()
    return [node for node in found if node not in marked]


def _reached(graph: Graph, start: str, *, forward: bool) -> set[str]:
    found, stack = {start}, [start]
    while stack:
        node = stack.pop()
        links = graph.outgoing[node] if forward else graph.incoming[node]
        for link in links:
            other = link.target if forward else link.source
            if other not in found:
                found.add(other)
                stack.append(other)
    return found
