"""Run one layer as the compiler builds it, on tensors that a test made."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, fx

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.graph import Graph, Link, Node
from playground.core.layer import REGISTRY
from playground.core.shape import Shape
from playground.engine.compiler import compile_graph


def module_of(type_name: str, params: dict[str, Any], *shapes: Shape) -> fx.GraphModule:
    """The compiled module of one layer, fed with ``shapes`` by port; while predicting."""
    kind = REGISTRY.get(type_name)
    assert kind is not None
    inputs = [
        Node(
            id=f"input{i}",
            type="Input",
            params={"shape": list(shape.sizes)} | ({"values": "ids"} if shape.whole else {}),
        )
        for i, shape in enumerate(shapes, start=1)
    ]
    end = Node(id="layer1", type=type_name, params=params)
    assert end.layer is not None, end.fault
    ports = [port.name for port in kind.inputs] if len(kind.inputs) > 1 else [kind.inputs[0].name] * len(shapes)
    links = tuple(
        Link(source=node.id, target="layer1", target_port=port) for node, port in zip(inputs, ports, strict=False)
    )
    return compile_graph(Graph(nodes=(*inputs, end), links=links), Shape.vector(1)).eval()


def run(type_name: str, params: dict[str, Any], *batches: Tensor, weights: float | None = None) -> Tensor:
    """What the layer gives for ``batches``; whole numbers are ids. ``weights`` fills all its parameters."""
    shapes = [Shape(s.sizes, s.names, not x.is_floating_point()) for x in batches for s in [Shape.of(x.shape[1:])]]
    module = module_of(type_name, params, *shapes)
    with torch.no_grad():
        if weights is not None:
            for parameter in module.parameters():
                parameter.fill_(weights)
        return module(*batches)
