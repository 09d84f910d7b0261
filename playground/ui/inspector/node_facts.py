"""What the inspector says of one layer under "Shapes and counts"."""

from __future__ import annotations

from playground.core.blocks import block_of, port_title
from playground.core.graph import Graph, Node
from playground.core.infer import NodeFacts
from playground.core.language import mark, tr
from playground.core.project import Project
from playground.core.weights import Weighted
from playground.training.memory import BYTES_PER_NUMBER
from playground.ui.widgets.facts import Fact
from playground.ui.widgets.numbers import byte_size, grouped, named, short

_UNKNOWN = mark("not known yet")


def fact_rows(project: Project, graph: Graph, node: Node, facts: NodeFacts) -> list[Fact]:
    """Names and values: shapes by port, then counts; of a block those of one pass and of all of them."""
    rows = [*_inputs(project, graph, node, facts), *_outputs(project, node, facts)]
    if not facts.outputs:
        return rows
    block = block_of(node)
    if block is not None and len(facts.inner) > 1:
        once = facts.inner[0]
        rows.append(
            (
                tr("One pass"),
                tr(
                    "{parameters} parameters, {multiply_adds} multiply-adds",
                    parameters=grouped(once.parameters),
                    multiply_adds=short(once.multiply_adds),
                ),
            )
        )
        rows.append((tr("All passes"), _passes(len(facts.inner), shared=block.shared)))
    rows.append((tr("Parameters"), _parameters(graph, node, facts)))
    rows.append((tr("Multiply-adds"), grouped(facts.multiply_adds)))
    batch = project.training.batch_size
    rows.append(
        (
            tr("Memory"),
            tr(
                "{size} for a batch of {batch}",
                size=byte_size(facts.activations * batch * BYTES_PER_NUMBER),
                batch=grouped(batch),
            ),
        )
    )
    if facts.field is not None and (facts.field.whole or facts.field.size) and node.input_ports:
        rows.append(
            (tr("Sees"), str(facts.field) if facts.field.whole else tr("{field} of the input", field=facts.field))
        )
    return rows


def _inputs(project: Project, graph: Graph, node: Node, facts: NodeFacts) -> list[Fact]:
    ports = node.input_ports
    if not ports:
        return []
    if len(facts.inputs) == 1 and len(ports) == 1:
        return [(tr("Input"), named(facts.inputs[0]))]
    links, networks = graph.inputs_of(node.id), project.networks
    if len(ports) > 1 and len(links) == len(facts.inputs):
        names = [port_title(networks, node, link.target_port) for link in links]
        return [(tr("Input {name}", name=name), named(shape)) for name, shape in zip(names, facts.inputs, strict=True)]
    return [(tr("Input {number}", number=number), named(shape)) for number, shape in enumerate(facts.inputs, 1)]


def _outputs(project: Project, node: Node, facts: NodeFacts) -> list[Fact]:
    if not facts.outputs:
        return [(tr("Output"), tr(_UNKNOWN))]
    if len(facts.outputs) == 1:
        return [(tr("Output"), named(facts.outputs[0]))]
    names = [port_title(project.networks, node, port.name) for port in node.output_ports]
    return [(tr("Output {name}", name=name), named(shape)) for name, shape in zip(names, facts.outputs, strict=True)]


def _parameters(graph: Graph, node: Node, facts: NodeFacts) -> str:
    layer = node.layer
    if isinstance(layer, Weighted) and layer.shared_with in graph.by_id:
        return tr("those of {title}", title=graph.by_id[layer.shared_with].title)
    frozen = facts.parameters - facts.trainable
    if not frozen:
        return grouped(facts.parameters)
    if frozen == facts.parameters:
        return tr("{parameters}, all frozen", parameters=grouped(facts.parameters))
    return tr("{parameters}, {frozen} frozen", parameters=grouped(facts.parameters), frozen=grouped(frozen))


def _passes(count: int, *, shared: bool) -> str:
    if shared:
        return tr("{count}, same weights", count=count)
    return tr("{count}, weights of their own", count=count)
