"""What an expert would say about the end of a network: its last activation and the loss that reads it."""

from __future__ import annotations

from collections.abc import Iterator

from playground.core.blocks import block_of
from playground.core.graph import Graph, Node
from playground.core.infer import Inference
from playground.core.problems import Fix, Problem, removing, setting
from playground.core.project import Project
from playground.training.losses import LOSSES
from playground.training.outputs import activated_before, output_node
from playground.training.upstream import above

_NAMES = {"softmax": "Softmax", "log_softmax": "Log softmax", "sigmoid": "Sigmoid"}


def advise_end(project: Project, name: str, inference: Inference, end: Node) -> Iterator[Problem]:
    """``end`` is the layer whose values are the result."""
    shape = inference.facts[end.id].shape
    if shape is None or not shape.is_vector or end.layer is None:
        return
    loss = LOSSES.get(project.training.loss)
    final = end.layer.final_activation()
    if loss is not None and final not in loss.suits:
        hint = "Use binary cross-entropy with it, or Softmax." if final == "sigmoid" else "Use cross-entropy with it."
        yield Problem(
            "warning", "loss-activation",
            f"{end.title}: ends in {_NAMES.get(str(final), final)}, which {loss.title.lower()} does not expect.",
            hint, name, end.id,
        )  # fmt: skip
    yield from _twice(project, name, inference, end)
    yield from _inside_block(project, end)
    yield from _bent_scores(project, name, end)


def _twice(project: Project, name: str, inference: Inference, end: Node) -> Iterator[Problem]:
    """A last Softmax or Sigmoid on what already went through one: it learns slowly, and its numbers mislead."""
    graph = project.networks[name]
    found = activated_before(graph, end, project.training.loss)
    if found is None:
        return
    inner, again = found
    assert inner.layer is not None  # it has an activation
    first, linear = inner.layer.final_activation(), inner.layer.without_activation()
    if end.layer is not None and end.layer.final_activation() is not None:
        message = f"{inner.title}: already ends in {first}; {end.title} applies {again} to that again."
    else:
        loss = LOSSES[project.training.loss].title.lower()
        message = f"{inner.title}: already ends in {first}; {loss} applies {again} again to what {end.title} gives."
    facts = inference.facts[end.id]
    fix: Fix | None = None
    if linear:
        fix = setting(name, inner.id, linear)
    elif graph.incoming[end.id][0].source == inner.id and facts.inputs == (facts.shape,):
        fix = removing(name, end)  # what stands before it becomes the end
    hint = f"{fix.text}." if fix else f"Keep one of the two, as the last step: move {inner.title} to the end."
    yield Problem("warning", "softmax-twice", message, hint, name, inner.id, fix=fix)


def _inside_block(project: Project, end: Node) -> Iterator[Problem]:
    """A block at the end whose network ends in a Softmax: only an activation in the network that trains is seen."""
    loss, node, network = LOSSES.get(project.training.loss), end, ""
    while (block := block_of(node)) is not None and block.network in project.networks:
        network = block.network
        inner = output_node(project.networks[network])
        if inner is None:
            return
        node = inner
    final = node.layer.final_activation() if network and node.layer is not None else None
    if loss is None or loss.reads_as is None or final is None or node.layer is None:
        return
    params = node.layer.without_activation()
    fix = setting(network, node.id, params) if params else removing(network, node)
    yield Problem(
        "warning", "softmax-twice",
        f"{node.title}: ends in {_NAMES.get(final, final)} inside {network}; {loss.title.lower()} applies "
        f"{loss.reads_as} again.",
        "Take it out of the block: at the end of the network that trains it is applied once.",
        network, node.id, next(iter(params or {}), None), fix,
    )  # fmt: skip


def _bent_scores(project: Project, name: str, end: Node) -> Iterator[Problem]:
    """An activation between the last weights and a loss, or a last Softmax, that reads scores of any size."""
    graph, loss = project.networks[name], LOSSES.get(project.training.loss)
    if loss is None or loss.reads_as is None:
        return
    bent = _bent(graph, end)
    if bent is None or bent.layer is None:
        return
    field = bent.layer.activation_layer()
    reader = end.title if end is not bent and end.layer and end.layer.final_activation() else loss.title.lower()
    params = bent.layer.without_activation()
    fix = removing(name, bent) if field is None else setting(name, bent.id, params) if params else None
    bends = f"its {type(field).title} bends" if field is not None else "bends"
    yield Problem(
        "warning", "bent-scores", f"{bent.title}: {bends} the scores that {reader} wants as they are.",
        "What it makes equal can no longer be told apart. Leave the last layer without an activation.",
        name, bent.id, next(iter(params or {}), None), fix,
    )  # fmt: skip


def _bent(graph: Graph, end: Node) -> Node | None:
    """The layer whose activation is the last before the scores are read; looks through what keeps values."""
    for node in (end, *above(graph, end)):
        layer = node.layer
        if layer is None:
            return None
        field, squeezes = layer.activation_layer(), layer.final_activation() is not None
        if squeezes and (node is not end or field is not None):
            return None  # told as applied twice, or the activation of the last weights
        if squeezes or type(layer).keeps_values:
            continue
        bends = type(field or layer).non_linear
        bare = type(layer).family == "activation"
        return node if bends and (bare or field is not None) else None
    return None
