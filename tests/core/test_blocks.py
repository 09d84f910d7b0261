"""Blocks and the networks that they show: ports that follow, paths that lead inside."""

from __future__ import annotations

import pytest
from networks import chain, node

from playground.core.block_edits import AddBlock, block_node
from playground.core.blocks import locate, nesting, port_title, recursion, settled, showing
from playground.core.edits import AddNodes, Remove, Rename, SetParams
from playground.core.graph import Graph, Link, Node
from playground.core.project import Project

NET = "Classifier"


def hosting(shown: Graph, name: str = "Part") -> Project:
    """Input → a block that shows ``name`` → Flatten."""
    host = Graph(nodes=(node("Input"), node("Flatten")))
    block = block_node(host, name, shown)
    start = Project(networks={NET: host, name: shown})
    into = Link(source="input1", target="block1", target_port=block.params["input_names"][0])
    out = Link(source="block1", source_port=block.params["output_names"][0], target="flatten1")
    return AddBlock(NET, block, (into, out)).apply(start)


def faces(project: Project) -> tuple[list[str], list[str]]:
    params = project.networks[NET].by_id["block1"].params
    return list(params["input_names"]), list(params["output_names"])


def test_a_block_gets_the_ports_of_what_it_shows() -> None:
    start = hosting(chain("Input", "ReLU", "Output"))
    assert faces(start) == (["input1"], ["output1"])
    more = AddNodes("Part", (node("Input", "input2"),)).apply(start)
    assert faces(more) == (["input1", "input2"], ["output1"])
    assert len(more.networks[NET].links) == 2
    fewer = Remove("Part", frozenset({"input1"})).apply(more)
    assert faces(fewer)[0] == ["input2"]
    assert [ln.target_port for ln in fewer.networks[NET].links] == ["input2", "in"]  # the one link follows the one port


def test_links_of_lost_ports_go_when_it_is_unclear_where_to() -> None:
    two = Graph(
        nodes=(node("Input"), node("Output"), node("Output", "output2"), node("ReLU")),
        links=(Link(source="input1", target="output1"), Link(source="input1", target="relu1"),
               Link(source="relu1", target="output2")),
    )  # fmt: skip
    start = hosting(two)
    start = AddNodes(NET, (node("Tanh"),), (Link(source="block1", source_port="output2", target="tanh1"),)).apply(start)
    gone = Remove("Part", frozenset({"output1"})).apply(start)
    assert [(ln.source_port, ln.target) for ln in gone.networks[NET].outgoing["block1"]] == [("output2", "tanh1")]


def test_a_network_that_grows_at_its_end_keeps_its_link() -> None:
    start = hosting(chain("Input", "ReLU"))  # without an Output its last layer is its result
    assert faces(start)[1] == ["relu1"]
    added = AddNodes("Part", (node("Tanh"),)).apply(start)
    assert faces(added)[1] == ["relu1", "tanh1"]
    graph = added.networks["Part"]
    linked = added.with_network("Part", graph.replace(links=(*graph.links, Link(source="relu1", target="tanh1"))))
    assert faces(linked)[1] == ["tanh1"]
    assert [ln.source_port for ln in linked.networks[NET].outgoing["block1"]] == ["tanh1"]


def test_another_network_gives_other_ports_at_once() -> None:
    start = hosting(chain("Input", "ReLU", "Output"))
    other = chain(("Input", {}), "Output")
    other = other.replace(nodes=tuple(n.replace(id=n.id.replace("1", "9")) for n in other.nodes),
                          links=(Link(source="input9", target="output9"),))  # fmt: skip
    start = start.with_network("Other", other)
    after = SetParams(NET, "block1", {"network": "Other"}).apply(start)
    assert faces(after) == (["input9"], ["output9"])
    ports = [(ln.source_port, ln.target_port) for ln in after.networks[NET].links]
    assert ports == [("out", "input9"), ("output9", "in")]


def test_changes_go_on_outwards() -> None:
    """Part loses its Input; what fed it in Middle becomes an end of Middle, and so a port in the host."""
    part = Graph(nodes=(node("Input"), node("Input", "input2"), node("Add"), node("Output")),
                 links=(Link(source="input1", target="add1"), Link(source="input2", target="add1"),
                        Link(source="add1", target="output1")))  # fmt: skip
    middle = Graph(nodes=(node("Input"), node("ReLU")), links=(Link(source="input1", target="relu1"),))
    block = block_node(middle, "Part", part)
    middle = Graph(
        nodes=(*middle.nodes, block),
        links=(*middle.links, Link(source="input1", target="block1", target_port="input1"),
               Link(source="relu1", target="block1", target_port="input2")),
    )  # fmt: skip
    start = hosting(middle, "Middle").with_network("Part", part)
    assert faces(start)[1] == ["block1"]
    after = Remove("Part", frozenset({"input2"})).apply(start)
    assert faces(after)[1] == ["relu1", "block1"]


def test_networks_that_show_each_other_do_not_hang() -> None:
    a = chain("Input", "ReLU")
    b = Graph(nodes=(*a.nodes, block_node(a, "A", a)))
    a = Graph(nodes=(*a.nodes, block_node(a, "B", b)))
    assert settled({"A": a, "B": b}, ("A",)).keys() == {"A", "B"}
    assert nesting({"A": a, "B": b}) == 0


def test_who_shows_what() -> None:
    start = hosting(chain("Input", "ReLU", "Output"))
    assert [n.id for n in showing(start.networks[NET], "Part")] == ["block1"]
    assert showing(start.networks["Part"], "Part") == ()
    assert nesting(start.networks) == 2
    assert recursion(start.networks, NET, "Part") is None
    assert recursion(start.networks, "Part", NET) == "Classifier cannot stand in Part: it shows Part itself."


def test_ports_are_called_what_the_network_calls_them() -> None:
    start = Rename("Part", "input1", "Image").apply(hosting(chain("Input", "ReLU", "Output")))
    block = start.networks[NET].by_id["block1"]
    assert [port_title(start.networks, block, port) for port in ("input1", "output1")] == ["Image", "Output 1"]
    assert port_title(start.networks, Node(id="a1", type="GaussianSample"), "log_variance") == "log variance"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("conv1", (NET, "conv1")),
        ("block1", (NET, "block1")),
        ("block1.relu1", ("Part", "relu1")),
        ("block1.0.relu1", ("Part", "relu1")),
        ("block1.2", (NET, "block1")),
        ("block1.nobody1", (NET, "block1")),
        ("flatten1__activation", (NET, "flatten1")),
        ("block1.1.relu1__activation", ("Part", "relu1")),
    ],
)
def test_paths_of_submodules_lead_to_layers(path: str, place: tuple[str, str]) -> None:
    assert locate(hosting(chain("Input", "ReLU", "Output")).networks, NET, path) == place
