"""A network computes the same before and after its layers are grouped, repeated and ungrouped."""

from __future__ import annotations

import pytest
import torch
from networks import chain, node, project

from playground.core.block_edits import Group, Ungroup, block_node
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project
from playground.core.shape import Shape
from playground.engine.compiler import compile_graph

NET = "Classifier"
IMAGE = Shape.image(2, 6, 6)


def branching() -> Graph:
    """A residual part, a normalization, and a layer that uses another one's weights."""
    conv = {"filters": 4, "kernel": 3, "padding": "same"}
    return Graph(
        nodes=(
            node("Input"), Node(id="conv1", type="Conv2D", params=conv),
            Node(id="conv2", type="Conv2D", params={**conv, "activation": "PReLU"}),
            Node(id="conv3", type="Conv2D", params={**conv, "shared_with": "conv2"}), node("BatchNorm"), node("Add"),
            node("Flatten"), Node(id="dense1", type="Dense", params={"units": 3}),
        ),
        links=tuple(
            Link(source=a, target=b)
            for a, b in (("input1", "conv1"), ("conv1", "conv2"), ("conv2", "conv3"), ("conv3", "norm1"),
                         ("norm1", "add1"), ("conv1", "add1"), ("add1", "flatten1"), ("flatten1", "dense1"))
        ),
    )  # fmt: skip


def run(made: Project, weights: dict[str, torch.Tensor], batch: torch.Tensor) -> torch.Tensor:
    module = compile_graph(made.networks[NET], IMAGE, networks=made.networks)
    own = module.state_dict()
    assert {name.rpartition("block1.")[2] for name in own} == set(weights)
    module.load_state_dict({name: weights[name.rpartition("block1.")[2]] for name in own})
    return module.train()(batch)


@pytest.mark.parametrize(
    "chosen", [["conv2", "conv3"], ["conv2", "conv3", "norm1", "add1"], ["flatten1", "dense1"],
               ["conv1", "conv2", "conv3", "norm1", "add1", "flatten1", "dense1"]],
)  # fmt: skip
def test_grouping_and_ungrouping_change_no_number(chosen: list[str]) -> None:
    graph = branching()
    norm = next(n.id for n in graph.nodes if n.type == "BatchNorm")
    assert norm == "norm1"
    start = project(graph)
    torch.manual_seed(3)
    weights = compile_graph(graph, IMAGE).state_dict()
    batch = torch.randn(5, *IMAGE.sizes)
    expected = run(start, weights, batch)
    grouped = Group(NET, frozenset(chosen)).apply(start)
    assert torch.equal(run(grouped, weights, batch), expected)
    back = Ungroup(NET, "block1").apply(grouped)
    assert torch.equal(run(back, weights, batch), expected)


@pytest.mark.parametrize("weights", ["separate", "shared"])
def test_a_repeated_block_computes_the_same_unrolled(weights: str) -> None:
    part = chain("Input", ("Conv2D", {"filters": 2, "kernel": 3, "padding": "same"}), "BatchNorm", "Tanh", "Output")
    host = Graph(nodes=(node("Input"),))
    block = block_node(host, "Part", part)
    block = block.replace(params={**block.params, "repeat": 3, "weights": weights})
    host = Graph(nodes=(*host.nodes, block), links=(Link(source="input1", target="block1", target_port="input1"),))
    start = Project(networks={NET: host, "Part": part})
    back = Ungroup(NET, "block1").apply(start)
    torch.manual_seed(1)
    packed = compile_graph(host, IMAGE, networks=start.networks)
    flat = compile_graph(back.networks[NET], IMAGE)

    def flat_name(name: str) -> str:
        """``block1.1.conv1.bias`` is ``conv2.bias`` there; of shared weights there is one set."""
        _, *number, layer, rest = name.split(".")
        return f"{layer[:-1]}{int(number[0]) + 1 if number else 1}.{rest}"

    states = {flat_name(name): value for name, value in packed.state_dict().items()}
    assert set(states) == set(flat.state_dict())
    flat.load_state_dict(states)
    batch = torch.randn(4, *IMAGE.sizes)
    assert torch.equal(flat(batch), packed(batch))
    assert sum(p.numel() for p in flat.parameters()) == sum(p.numel() for p in packed.parameters())
