"""The page of a layer."""

from __future__ import annotations

from typing import Any

from playground.core.blocks import BLOCK
from playground.core.graph import Node
from playground.core.infer import NodeFacts
from playground.core.language import tr
from playground.core.layer import REGISTRY, Layer
from playground.core.plugins import package_of
from playground.ui.help.blocks import Action, Block, Facts, Heading, Picture, Text
from playground.ui.help.fields import parameters
from playground.ui.help.maths.activations import CURVES
from playground.ui.help.pages import Context
from playground.ui.help.said import code, opening, source, when
from playground.ui.help.shapes import example_facts, example_rows
from playground.ui.help.topics import Topic
from playground.ui.inspector.pytorch import pytorch_lines
from playground.ui.widgets.numbers import grouped, named

# Which picture tells of a layer, besides the curves of activations.
_PICTURES = {
    "Conv2D": "convolution", "Conv1D": "convolution", "Conv3D": "convolution", "DepthwiseConv2D": "convolution",
    "SeparableConv2D": "convolution", "MaxPool2D": "pooling", "MaxPool1D": "pooling", "MaxPool3D": "pooling",
    "AvgPool2D": "pooling", "AvgPool1D": "pooling", "AvgPool3D": "pooling", "Dropout": "dropout",
    "SpatialDropout": "dropout", "AlphaDropout": "dropout", "BatchNorm": "normalization",
    "LayerNorm": "normalization", "InstanceNorm": "normalization", "GroupNorm": "normalization",
    "RMSNorm": "normalization", "Softmax": "softmax", "LogSoftmax": "softmax", "GaussianSample": "draw",
    "MultiHeadAttention": "attention", "TransformerEncoder": "attention", "Embedding": "embedding",
    "PositionalEncoding": "positions", "Dense": "unit",
}  # fmt: skip


def layer(topic: Topic, context: Context) -> tuple[list[Block], list[Action]]:
    kind = REGISTRY.get(topic.name)
    assert kind is not None
    node = context.node if context.node is not None and context.node.type == kind.type_name else None
    chosen = node.layer if node is not None else None
    blocks = [*opening(kind), *_picture(kind, chosen), *when(kind.when)]
    blocks += _shapes(kind, node, context.facts if node is not None else None)
    fields = parameters(kind, chosen.model_dump() if chosen is not None else None)
    if fields:
        blocks += [Heading(tr("Parameters")), *fields]
    blocks += [*code(_lines(kind, node, context.facts)), *source(kind.reference)]
    package = package_of(kind)
    if package:
        blocks.append(Text(tr("From the package {package}.", package=package), "caption"))
    actions = [] if kind.type_name == BLOCK else [Action("add", kind.type_name, tr("Add to the canvas"))]
    return blocks, actions


def _picture(kind: type[Layer], chosen: Layer | None) -> list[Block]:
    params: dict[str, Any] = chosen.model_dump() if chosen is not None else {}
    if kind.type_name in CURVES:
        return [Picture("activation", {"kind": kind.type_name, "params": params})]
    name = _PICTURES.get(kind.type_name)
    return [Picture(name, {"kind": kind.type_name, "params": params})] if name else []


def _shapes(kind: type[Layer], node: Node | None, facts: NodeFacts | None) -> list[Block]:
    """Those of the selected layer; without one, or while they are not known, examples with its first parameters."""
    if node is not None and facts is not None and facts.outputs:
        taken = " + ".join(named(shape) for shape in facts.inputs) or tr("nothing")
        own = (
            (tr("Takes"), taken), (tr("Gives"), " + ".join(named(shape) for shape in facts.outputs)),
            (tr("Parameters"), grouped(facts.parameters)), (tr("Multiply-adds"), grouped(facts.multiply_adds)),
        )  # fmt: skip
        return [Heading(tr("Shapes of {layer}", layer=node.title)), Facts(own)]
    made = _first(kind)
    rows = example_rows(made) if made is not None else ()
    return [Heading(tr("Shapes, for example")), Facts(rows)] if rows else []


def _lines(kind: type[Layer], node: Node | None, facts: NodeFacts | None) -> str:
    """Of the selected layer, else of one as it comes, for its first example."""
    if node is not None and node.layer is not None and facts is not None and facts.outputs:
        return pytorch_lines(node.layer, facts, node.id, whole=True)
    made = _first(kind)
    example = example_facts(made) if made is not None and made.nested() is None else None
    return pytorch_lines(made, example, kind.id_stem, whole=True) if made is not None and example is not None else ""


def _first(kind: type[Layer]) -> Layer | None:
    """A layer with its first parameters; none of a kind that stands for another network."""
    return None if kind.type_name == BLOCK else kind()
