"""Drawn layers side by side in one network, each behind Inputs of its own, so that one run looks at all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from drawing import Drawn
from torch import Tensor

from playground.core.graph import Graph, Link, Node
from playground.core.infer import Inference, infer
from playground.core.layer import REGISTRY
from playground.core.shape import Shape

BATCH = 3
# Ids are drawn below this, so that every vocabulary has them but one of a single word.
IDS = 2
# A block has no shape rule of its own: it is what its network is.
KINDS = [kind for kind in REGISTRY.all() if kind.family != "block"]


@dataclass(frozen=True)
class Bench:
    """Drawn layers side by side: ``ends`` are the places of each one's results among the network's."""

    layers: tuple[Drawn, ...]
    graph: Graph
    found: Inference
    batch: tuple[Tensor, ...]
    ends: tuple[slice, ...]


def side_by_side(layers: Sequence[Drawn]) -> Bench:
    """A network in which each of ``layers`` is fed by Inputs of its own, and nothing follows it."""
    nodes: list[Node] = []
    links: list[Link] = []
    shapes: list[Shape] = []
    for one in layers:
        ports = one.layer.input_ports()
        for place, shape in enumerate(one.shapes if ports else ()):
            values = {"values": "ids"} if shape.whole else {}
            fed = Node(id=f"fed{len(nodes) + 1}", type="Input", params={"shape": list(shape.sizes), **values})
            nodes.append(fed)
            shapes.append(shape)
            port = ports[0 if ports[0].many else place].name
            links.append(Link(source=fed.id, target=one.node.id, target_port=port))
        if not ports:
            shapes.append(one.shapes[0])
            params = one.node.params
            if one.node.type == "Input" and params.get("shape") is None:
                values = {"values": "ids" if one.shapes[0].whole else "numbers"}
                params = {**params, "shape": list(one.shapes[0].sizes), **values}
            nodes.append(one.node.replace(params=params))
        else:
            nodes.append(one.node)
    graph = Graph(nodes=tuple(nodes), links=tuple(links))
    found = infer(graph, "Network", None)
    assert found.problems == (), [str(problem) for problem in found.problems]
    ends, at = [], 0
    for one in layers:
        count = len(found.facts[one.node.id].outputs)
        ends.append(slice(at, at + count))
        at += count
    return Bench(tuple(layers), graph, found, tuple(batch_of(shape) for shape in shapes), tuple(ends))


def batch_of(shape: Shape) -> Tensor:
    sizes = (BATCH, *shape.sizes)
    return torch.randint(0, IDS, sizes) if shape.whole else torch.randn(sizes)


def results(module: Any, batch: Sequence[Tensor], seed: int = 5) -> tuple[Tensor, ...]:
    torch.manual_seed(seed)
    found = module(*batch)
    return found if isinstance(found, tuple) else (found,)
