"""Plans of small networks, and their source held against the compiled module: for tests alone."""

from __future__ import annotations

from typing import Any

import torch
from generated import network_from_source

from playground.core.codegen import Source, generate
from playground.core.graph import Graph, Link, Node
from playground.core.plan import Plan, make_plan
from playground.core.shape import Shape
from playground.engine.compiler import build

IMAGE = Shape.image(1, 8, 8)


def net(parts: dict[str, tuple[str, dict[str, Any]]], *links: str) -> Graph:
    """``parts`` by id; a link reads ``conv1>add1`` or ``split1.first>add1.in``."""
    made = []
    for link in links:
        (source, _, out), (target, _, into) = (end.partition(".") for end in link.split(">"))
        made.append(Link(source=source, source_port=out or "out", target=target, target_port=into or "in"))
    nodes = (Node(id=key, type=kind, params=params) for key, (kind, params) in parts.items())
    return Graph(nodes=tuple(nodes), links=tuple(made))


def plan_of(graph: Graph, shape: Shape | None = IMAGE, **options: Any) -> Plan:
    return make_plan(graph, shape, network="Classifier", **options)


def assert_same(plan: Plan) -> Source:
    """The source gives the compiled module's keys, first weights and outputs, to the last bit; the source is given."""
    source = generate(plan)
    torch.manual_seed(3)
    compiled = build(plan)
    torch.manual_seed(3)
    written = network_from_source(source.text, source.class_name)
    assert list(written.state_dict()) == list(compiled.state_dict())
    for one, other in zip(written.named_parameters(), compiled.named_parameters(), strict=True):
        assert one[0] == other[0]
        assert torch.equal(one[1], other[1])
        assert one[1].requires_grad == other[1].requires_grad
    inputs = [
        torch.randint(3, (4, *feed.shape.sizes)) if feed.shape.whole else torch.randn(4, *feed.shape.sizes)
        for feed in plan.feeds
    ]
    for training in (True, False):
        found = []
        for module in (written.train(training), compiled.train(training)):
            torch.manual_seed(4)
            values = module(*inputs)
            found.append(values if isinstance(values, tuple) else (values,))
        assert len(found[0]) == len(found[1])
        assert all(torch.equal(one, other) for one, other in zip(*found, strict=True))
    return source


def body(source: Source) -> str:
    """The network's own class."""
    return source.text[source.text.index(f"class {source.class_name}(") :]
