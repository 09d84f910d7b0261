"""Layers as a text that people read and write."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

import playground.layers  # noqa: F401  (the kinds that a list may name)
from playground.core.excerpt import source_of
from playground.core.files import load_project
from playground.core.graph import Graph, Link, Node
from playground.core.listing import NotAListing, read, written
from playground.core.presets import presets_folder
from playground.core.project import Project
from playground.training.check import check


def pairs(graph: Graph) -> list[str]:
    return [f"{link.source}.{link.source_port}>{link.target}.{link.target_port}" for link in graph.links]


def test_a_list_without_links_is_a_chain_from_left_to_right() -> None:
    graph = read('[{"type":"Conv2D","filters":32},{"type":"ReLU"}, "Flatten"]')
    assert [(node.id, node.type, node.params) for node in graph.nodes] == [
        ("conv1", "Conv2D", {"filters": 32}), ("relu1", "ReLU", {}), ("flatten1", "Flatten", {}),
    ]  # fmt: skip
    assert pairs(graph) == ["conv1.out>relu1.in", "relu1.out>flatten1.in"]
    assert [node.x for node in graph.nodes] == sorted({node.x for node in graph.nodes})


def test_kinds_may_be_written_as_people_write_them() -> None:
    assert [node.type for node in read('["conv 2d", "RELU", "max-pool 2D", {"type": "dense", "units": 3}]').nodes] == [
        "Conv2D", "ReLU", "MaxPool2D", "Dense",
    ]  # fmt: skip


def test_an_object_says_what_feeds_what() -> None:
    graph = read(
        '{"layers": [{"id": "a1", "type": "Dense"}, {"id": "b1", "type": "ReLU"}, {"id": "c1", "type": "Add"}],'
        ' "links": [["a1", "b1"], "b1 -> c1", {"source": "a1", "target": "c1"}],'
        ' "notes": [{"id": "note1", "text": "skip"}]}'
    )
    assert pairs(graph) == ["a1.out>b1.in", "b1.out>c1.in", "a1.out>c1.in"]
    assert graph.notes[0].text == "skip"
    places = {node.id: node.x for node in graph.nodes}
    assert places["a1"] < places["b1"] < places["c1"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[{"type": "Dense",}]', "Line 1, column 1"),
        ('[\n{"type": "Dense"}\n{"type": "ReLU"}]', "Line 3, column 1: expecting ',' delimiter"),
        ("[]", "There are no layers"),
        ("{}", "There are no layers"),
        ("[3]", 'Layer 1: its "type" is missing'),
        ('[{"type": "ReLU"}, {"kind": "Dense"}]', 'Layer 2: its "type" is missing'),
        ('[{"type": "Convv2D"}]', 'there is no layer "Convv2D". Did you mean Conv2D?'),
        ('[{"type": "ReLU"}, {"type": "Dense", "unitz": 3}]', "Layer 2 (Dense): has no parameter 'unitz'"),
        ('[{"type": "Dense", "units": 0}]', "Layer 1 (Dense): units is 0"),
        ('[{"type": "Dense", "params": 3}]', '"params" must be an object'),
        ('[{"type": "Dense", "id": "Big One"}]', "lower case and ends in a number"),
        ('[{"type": "ReLU", "id": "a1"}, {"type": "ReLU", "id": "a1"}]', 'there is a layer "a1" before it'),
        ('[{"type": "ReLU", "id": [1]}]', 'Layer 1: its "id" must be a text'),
        ('[{"type": "Block", "network": [1]}]', "Layer 1 (Block)"),
        ('{"layers": ["ReLU", "ReLU"], "links": [{"source": [1], "target": "relu2"}]}', 'Link 1: write ["conv1"'),
        (
            '{"layers": ["ReLU", "ReLU"], "links": [{"source": "relu1", "source_port": 5, "target": "relu2"}]}',
            'Link 1: write ["conv1"',
        ),
        ('["Dense", "Input"]', "Layers 1 and 2: Input 1 takes nothing"),
        ('{"layers": ["ReLU"], "links": [["relu1", "b1"]]}', 'Link 1: no layer has the id "b1"'),
        ('{"layers": ["ReLU"], "links": [["relu1", "relu1"]]}', "Link 1: ReLU 1 cannot feed itself"),
        ('{"layers": ["ReLU"], "links": ["relu1"]}', 'Link 1: write ["conv1", "relu1"]'),
        ('{"layers": ["ReLU"], "links": 3}', '"links" must be a list'),
        ('{"layers": ["ReLU"], "wires": []}', '"wires" is not known here'),
        ('{"layers": ["ReLU"], "notes": [{"id": "note1", "width": 1}]}', "Frames and notes: width"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_how_to_mend_it(text: str, said: str) -> None:
    with pytest.raises(NotAListing) as error:
        read(text)
    assert said in str(error.value)


@pytest.mark.parametrize("name", ["residual-cnn", "tiny-transformer", "gan", "vae"])
def test_what_is_written_is_read_as_the_same_network(name: str) -> None:
    project = load_project(presets_folder() / f"{name}.json")
    for graph in project.networks.values():
        again = read(written(graph), project.networks)
        shown = {old.id: new.id for old, new in zip(graph.nodes, again.nodes, strict=True)}
        assert [(node.type, node.params, node.name) for node in again.nodes] == [
            (node.type, node.params, node.name) for node in graph.nodes
        ]
        assert {(link.source, link.target, link.source_port, link.target_port) for link in again.links} == {
            (shown[link.source], shown[link.target], link.source_port, link.target_port) for link in graph.links
        }


def test_a_long_chain_is_laid_in_rows() -> None:
    graph = read("[" + ",".join(['"ReLU"'] * 20) + "]")
    assert len({(node.x, node.y) for node in graph.nodes}) == 20
    assert max(node.x for node in graph.nodes) < 8 * 232


def test_a_part_is_a_module_of_its_own() -> None:
    project = Project(
        networks={
            "Net": Graph(
                nodes=(
                    Node(id="input1", type="Input"), Node(id="conv1", type="Conv2D", params={"filters": 4}),
                    Node(id="relu1", type="ReLU"), Node(id="flatten1", type="Flatten"), Node(id="dense1", type="Dense"),
                ),
                links=tuple(
                    Link(source=a, target=b)
                    for a, b in (("input1", "conv1"), ("conv1", "relu1"), ("relu1", "flatten1"), ("flatten1", "dense1"))
                ),
            )
        }
    )  # fmt: skip
    text = source_of(project, "Net", frozenset({"conv1", "relu1"}), lambda changed: check(changed).networks)
    assert "self.conv1 = nn.Conv2d(1, 4, kernel_size=3" in text
    assert "Linear" not in text
    compile(text, "part", "exec")


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=14))
def test_links_are_refused_where_one_after_the_other_would_be(wires: list[tuple[int, int]]) -> None:
    """Against the plain way: each link is asked of the network with those before it."""
    ids = ["add1", "add2", "add3", "relu1", "relu2", "input1"]
    kinds = ["Add", "Add", "Add", "ReLU", "ReLU", "Input"]
    nodes = tuple(Node(id=key, type=kind) for key, kind in zip(ids, kinds, strict=True))
    graph, wrong = Graph(nodes=nodes), 0
    for number, (source, target) in enumerate(wires, 1):
        link = Link(source=ids[source], target=ids[target])
        if graph.refusal(link) is not None:
            wrong = number
            break
        graph = graph.replace(links=(*graph.links, link))
    layers = [{"id": key, "type": kind} for key, kind in zip(ids, kinds, strict=True)]
    text = json.dumps({"layers": layers, "links": [[ids[source], ids[target]] for source, target in wires]})
    if wrong:
        with pytest.raises(NotAListing, match=f"^Link {wrong}: "):
            read(text)
    else:
        assert set(read(text).links) == set(graph.links)
