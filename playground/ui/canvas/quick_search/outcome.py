"""What a layer would give where it does not stand yet: its shape rule tried on shapes that are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playground.core.blocks import block_of
from playground.core.graph import Graph, Link, Node
from playground.core.infer import infer
from playground.core.layer import Layer
from playground.core.shape import Shape, ShapeError
from playground.core.wiring import Refused, check_links

Shapes = Mapping[str, tuple[Shape, ...]]  # by node id, at its output ports; () where they are not known


@dataclass(frozen=True, slots=True)
class Outcome:
    """``outputs`` by port, () when they are not known. ``doubt``: what does not fit, in a sentence."""

    outputs: tuple[Shape, ...] = ()
    doubt: str | None = None


def outcome(graph: Graph, node: Node, shapes: Shapes, networks: Mapping[str, Graph]) -> Outcome:
    """Of ``node`` in ``graph``, fed by layers of which ``shapes`` tells what they give."""
    layer, links = node.layer, graph.inputs_of(node.id)
    wanting = {port.name for port in node.input_ports if not port.optional}
    fed = [_shape(graph, link, shapes) for link in links]
    known = [shape for shape in fed if shape is not None]
    if layer is None or not known or len(known) < len(fed) or not wanting <= {link.target_port for link in links}:
        return Outcome()  # what is missing decides
    if block_of(node) is not None:
        return _inside(graph, node, links, known, networks)
    return run(node, known, graph)


def run(node: Node, inputs: list[Shape], graph: Graph | None = None) -> Outcome:
    """The shape rule of ``node`` on ``inputs``; with a graph the links there are looked at, too."""
    layer = node.layer
    if layer is None:
        return Outcome()
    try:
        if graph is not None and not any(port.many for port in node.input_ports):  # one of several is no fault yet
            check_links(graph, layer, graph.inputs_of(node.id))
        return Outcome(layer.outputs_for(*inputs))
    except Refused as error:
        return Outcome(doubt=f"{node.title}: {error.message}. {error.hint}".strip())
    except ShapeError as error:
        return Outcome(doubt=f"{node.title} {error.message}. {error.hint}".strip())
    except Exception:
        if is_own(layer):
            raise
        return Outcome()  # a plug-in's own code failed: what it would give is not known


def is_own(layer: Layer) -> bool:
    return type(layer).__module__.startswith("playground.")


def _shape(graph: Graph, link: Link, shapes: Shapes) -> Shape | None:
    outputs = shapes.get(link.source, ())
    ports = [port.name for port in graph.output_ports(link.source)]
    at = ports.index(link.source_port) if link.source_port in ports else len(ports)
    return outputs[at] if at < len(outputs) else None


def _inside(
    graph: Graph, node: Node, links: tuple[Link, ...], inputs: list[Shape], networks: Mapping[str, Graph]
) -> Outcome:
    """Only the network of a block knows what comes out of it: it is fed by Inputs that bring these shapes."""
    feeding = [graph.free_id("input", [f"input{n}" for n in range(1, at + 1)]) for at in range(len(links))]
    alone = Graph(
        nodes=(node, *(Node(id=name, type="Input") for name in feeding)),
        links=tuple(
            Link(source=name, target=node.id, target_port=link.target_port)
            for name, link in zip(feeding, links, strict=True)
        ),
    )
    given = dict(zip(feeding, inputs, strict=True))
    found = infer(alone, "", None, networks=networks, given=given)
    problem = next((problem for problem in found.problems if problem.node == node.id), None)
    return Outcome(doubt=str(problem)) if problem is not None else Outcome(found.facts[node.id].outputs)
