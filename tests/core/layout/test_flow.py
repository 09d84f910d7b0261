"""Where data flow: layouts that set it, and edits that leave it or turn it."""

from __future__ import annotations

import pytest

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.block_edits import Group, Ungroup
from playground.core.edits import EditRefused
from playground.core.graph import Graph, Link, Node
from playground.core.layout.arranging import arranged
from playground.core.layout.edits import Arrange, TurnFlow
from playground.core.project import Project


def three_ways(flow: str = "right") -> Graph:
    """A Split whose two parts cross over into two layers, and meet again."""
    return Graph(
        nodes=(
            Node(id="input1", type="Input"),
            Node(id="conv1", type="Conv2D", params={"filters": 8}),
            Node(id="split1", type="Split"),
            Node(id="relu1", type="ReLU"),
            Node(id="tanh1", type="Tanh"),
            Node(id="add1", type="Add"),
        ),
        links=(
            Link(source="input1", target="conv1"),
            Link(source="conv1", target="split1"),
            Link(source="split1", source_port="part2", target="relu1"),
            Link(source="split1", source_port="part1", target="tanh1"),
            Link(source="relu1", target="add1"),
            Link(source="tanh1", target="add1"),
        ),
        flow=flow,
    )


def test_downwards_layers_stand_in_the_order_of_the_ports_above_them() -> None:
    """The first output leaves at the left, so what it feeds stands there: no links cross."""
    graph = three_ways()
    places = arranged(graph, "down")
    assert places["tanh1"][0] < places["relu1"][0]
    assert places["split1"][1] < places["tanh1"][1] == places["relu1"][1] < places["add1"][1]
    assert places == arranged(graph.replace(flow="down"), "down")  # the whole network is turned with it


def test_layers_closer_together_where_links_leave_below() -> None:
    """Between cards whose links leave at the right there must be room for these."""
    only = ["relu1", "tanh1", "add1"]
    aside = arranged(three_ways(), "down", only)
    below = arranged(three_ways("down"), "down", only)
    gap = abs(below["relu1"][0] - below["tanh1"][0])
    assert 168 < gap < abs(aside["relu1"][0] - aside["tanh1"][0])


def test_arranging_turns_the_network_only_where_it_says_so() -> None:
    project = Project(networks={"A": three_ways()})
    assert Arrange("A", {"relu1": (1.0, 2.0)}).apply(project).networks["A"].flow == "right"
    turned = Arrange("A", {"relu1": (1.0, 2.0)}, flow="down").apply(project).networks["A"]
    assert (turned.flow, turned.by_id["relu1"].x) == ("down", 1.0)


def test_turning_moves_nothing() -> None:
    project = Project(networks={"A": three_ways()})
    turned = TurnFlow("A", "down").apply(project)
    assert turned.networks["A"].flow == "down"
    assert TurnFlow("A", "right").apply(turned) == project
    with pytest.raises(EditRefused):
        TurnFlow("B", "down").apply(project)


def test_a_repeated_block_is_taken_apart_downwards() -> None:
    """Its copies stand one under the other, and what followed it makes room below."""
    graph = three_ways("down")
    places = arranged(graph, "down")
    nodes = tuple(node.replace(x=places[node.id][0], y=places[node.id][1]) for node in graph.nodes)
    project = Project(networks={"A": graph.replace(nodes=nodes)})
    ids = frozenset({"conv1"})
    project = Group("A", ids).apply(project)
    host = project.networks["A"]
    block = next(node for node in host.nodes if node.type == "Block")
    repeated = block.replace(params={**block.params, "repeat": 3})
    project = project.with_network(
        "A", host.replace(nodes=tuple(repeated if node is block else node for node in host.nodes))
    )
    apart = Ungroup("A", block.id).apply(project).networks["A"]
    copies = [node for node in apart.nodes if node.type == "Conv2D"]
    assert apart.flow == "down"
    assert len({node.x for node in copies}) == 1
    ys = sorted(node.y for node in copies)
    assert ys[1] - ys[0] >= 104
    assert ys[2] - ys[1] >= 104
    assert apart.by_id["split1"].y >= ys[-1] + 104
