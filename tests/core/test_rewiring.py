"""Layers that go into links, leave them, or take the place of others: what becomes of the links around them."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

import playground.layers  # noqa: F401  (registers the built-in layers)
from playground.core.edits import AddNodes, EditRefused, Remove, SetParams
from playground.core.graph import Graph, Link, Node
from playground.core.healing import healed
from playground.core.project import Project
from playground.core.replacing import ReplaceLayers, in_place_of
from playground.core.rewiring import Detach, PutBetween

N = "Net"


def graph_of(kinds: dict[str, str], *links: str) -> Graph:
    """Nodes by id, and links such as "a1 > b1" or "a1.part2 > b1.key"."""
    found = []
    for text in links:
        (source, _, out), (target, _, into) = (end.strip().partition(".") for end in text.split(">"))
        found.append(Link(source=source, source_port=out or "out", target=target, target_port=into or "in"))
    return Graph(nodes=tuple(Node(id=key, type=kind) for key, kind in kinds.items()), links=tuple(found))


def told(graph: Graph) -> set[str]:
    def end(node: str, port: str) -> str:
        return node if port in ("in", "out") else f"{node}.{port}"

    return {f"{end(a.source, a.source_port)} > {end(a.target, a.target_port)}" for a in graph.links}


def project(graph: Graph) -> Project:
    return Project(networks={N: graph})


CHAIN = graph_of({"input1": "Input", "a1": "Dense", "b1": "ReLU", "c1": "Dense"}, "input1 > a1", "a1 > b1", "b1 > c1")
SKIP = graph_of(
    {"input1": "Input", "a1": "Dense", "add1": "Add", "c1": "Dense"},
    "input1 > a1", "a1 > add1", "input1 > add1", "add1 > c1",
)  # fmt: skip


# --- healing ---


@pytest.mark.parametrize(
    ("graph", "leaving", "links"),
    [
        (CHAIN, {"b1"}, {"input1 > a1", "a1 > c1"}),
        (CHAIN, {"a1", "b1"}, {"a1 > b1", "input1 > c1"}),  # what leaves together stays together
        (CHAIN, {"c1"}, {"input1 > a1", "a1 > b1"}),
        (CHAIN, {"input1"}, {"a1 > b1", "b1 > c1"}),  # nothing fed it
        (SKIP, {"add1"}, {"input1 > a1", "a1 > c1"}),  # what has come farthest
        (SKIP.replace(links=(SKIP.links[2], SKIP.links[0], SKIP.links[1], SKIP.links[3])), {"add1"},
         {"input1 > a1", "a1 > c1"}),  # in whatever order it was drawn
        (SKIP, {"a1"}, {"input1 > add1", "add1 > c1"}),  # the skip is there already: not twice
        (graph_of({"s1": "Split", "a1": "Add", "i1": "Input"}, "i1 > s1", "s1.part1 > a1", "s1.part2 > a1"), {"s1"},
         {"i1 > a1"}),
        (graph_of({"i1": "Input", "j1": "Input", "c1": "Concatenate", "a1": "Add"}, "i1 > c1", "j1 > c1", "c1 > a1"),
         {"c1"}, {"i1 > a1", "j1 > a1"}),  # a port that takes many takes all that fed the layer
        (graph_of({"a1": "ReLU", "b1": "ReLU", "c1": "ReLU"}, "a1 > b1", "b1 > a1", "b1 > c1"), {"a1", "b1"},
         {"a1 > b1", "b1 > a1"}),  # a cycle from a file
    ],
)  # fmt: skip
def test_links_close_behind_what_leaves(graph: Graph, leaving: set[str], links: set[str]) -> None:
    assert told(graph.replace(links=healed(graph, frozenset(leaving)))) == links


def test_hundreds_of_branches_that_meet_again_heal_at_once() -> None:
    """Two ways through each of 400 residual blocks, and 2^400 through all of them."""
    kinds, links = {"input1": "Input", "out1": "Dense"}, []
    last = "input1"
    for number in range(1, 401):
        kinds |= {f"a{number}": "Dense", f"add{number}": "Add"}
        links += [f"{last} > a{number}", f"a{number} > add{number}", f"{last} > add{number}"]
        last = f"add{number}"
    graph = graph_of(kinds, *links, f"{last} > out1")
    leaving = frozenset(kinds) - {"input1", "out1"}
    assert [(link.source, link.target) for link in healed(graph, leaving) if link.target == "out1"] == [
        ("input1", "out1")
    ]


def test_the_order_in_which_a_merge_reads_is_kept() -> None:
    graph = graph_of(
        {"i1": "Input", "a1": "ReLU", "b1": "Tanh", "cat1": "Concatenate"},
        "i1 > a1", "i1 > b1", "b1 > cat1", "a1 > cat1",
    )  # fmt: skip
    after = graph.replace(links=healed(graph, frozenset({"b1"})))
    assert [link.source for link in after.incoming["cat1"]] == ["i1", "a1"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14, unique=True), st.sets(st.integers(0, 6)))
def test_healing_makes_no_cycle_and_feeds_nobody_twice(pairs: list[tuple[int, int]], leaving: set[int]) -> None:
    graph = Graph(nodes=tuple(Node(id=f"n{number}", type="Add") for number in range(7)))
    for low, high in pairs:
        link = Link(source=f"n{min(low, high)}", target=f"n{max(low, high)}")
        if graph.refusal(link) is None:
            graph = graph.replace(links=(*graph.links, link))
    gone = frozenset(f"n{number}" for number in leaving)
    after = Detach(N, gone).apply(project(graph)).networks[N] if gone else graph
    assert len(after.order) == 7
    for link in after.links:
        assert (link.source in gone) == (link.target in gone)
    # who reached whom among those that stay still does: an Add takes everything
    for one in (node.id for node in graph.nodes if node.id not in gone):
        for other in (node.id for node in graph.nodes if node.id not in gone and node.id != one):
            assert graph.reaches(one, other) == after.reaches(one, other)


def test_deleting_with_healing_says_the_same_as_taking_out() -> None:
    before = project(CHAIN)
    gone = Remove(N, frozenset({"b1"}), heal=True).apply(before).networks[N]
    assert told(gone) == {"input1 > a1", "a1 > c1"}
    assert "b1" not in gone.by_id
    assert "b1" in Detach(N, frozenset({"b1"})).apply(before).networks[N].by_id


# --- into a link ---


def test_a_layer_goes_into_a_link_at_its_place_in_the_order() -> None:
    graph = graph_of(
        {"i1": "Input", "a1": "ReLU", "cat1": "Concatenate", "t1": "Tanh"}, "i1 > cat1", "i1 > a1", "a1 > cat1"
    )
    after = PutBetween(N, "t1", graph.links[0]).apply(project(graph)).networks[N]
    assert [link.source for link in after.incoming["cat1"]] == ["t1", "a1"]
    assert told(after) == {"i1 > t1", "t1 > cat1", "i1 > a1", "a1 > cat1"}


@pytest.mark.parametrize(
    ("node", "link", "why"),
    [("input2", 0, "Input 2 cannot stand between two layers."), ("output1", 0, "Output 1 cannot stand between"),
     ("c1", 0, "The input of Dense 1 is taken"), ("gone1", 0, "The layer is no longer there."),
     ("b2", 9, "The link is no longer there.")],
)  # fmt: skip
def test_what_cannot_go_into_a_link_is_refused(node: str, link: int, why: str) -> None:
    extra = (Node(id="input2", type="Input"), Node(id="output1", type="Output"), Node(id="b2", type="ReLU"))
    before = AddNodes(N, extra).apply(project(CHAIN))
    wanted = before.networks[N].links[link] if link < 9 else Link(source="input1", target="c1")
    with pytest.raises(EditRefused, match=why):
        PutBetween(N, node, wanted).apply(before)


# --- in the place of another ---


def replaced(graph: Graph, old: str, kind: str, **params: object) -> Graph:
    node = in_place_of(graph.by_id[old], Node(id=graph.free_id("new"), type=kind, params=params)).node
    return ReplaceLayers(N, {old: node}).apply(project(graph)).networks[N]


def test_a_replaced_layer_keeps_links_place_and_name() -> None:
    named = CHAIN.replace(
        nodes=tuple(n.replace(name="Mine", x=40.0, y=8.0) if n.id == "b1" else n for n in CHAIN.nodes)
    )
    after = replaced(named, "b1", "Tanh")
    assert told(after) == {"input1 > a1", "a1 > new1", "new1 > c1"}
    assert (after.by_id["new1"].name, after.by_id["new1"].x, after.by_id["new1"].y) == ("Mine", 40.0, 8.0)
    assert [node.id for node in after.nodes] == ["input1", "a1", "new1", "c1"]


@pytest.mark.parametrize(
    ("old", "params", "kind", "kept", "lost"),
    [
        ("Conv2D", {"filters": 8, "kernel": 5, "activation": "ReLU"}, "SeparableConv2D",
         {"filters": 8, "kernel": 5, "activation": "ReLU"}, ()),
        ("MaxPool2D", {"size": 3}, "AvgPool2D", {"size": 3}, ()),
        ("Conv1D", {"filters": 24, "kernel": 3}, "LSTM", {"units": 24}, ("kernel",)),  # the size has another name
        ("Conv2D", {"filters": 8, "kernel": 3}, "Flatten", {}, ("filters", "kernel")),
        ("Dropout", {"rate": 0.3}, "SpatialDropout", {"rate": 0.3}, ()),
        ("Dense", {"units": "many"}, "Bilinear", {}, ("units",)),  # a value that no layer reads
        ("Nowhere", {"size": 3}, "MaxPool2D", {"size": 3}, ()),  # a layer that this version does not know
    ],
)  # fmt: skip
def test_parameters_that_both_have_are_kept(
    old: str, params: dict[str, object], kind: str, kept: dict[str, object], lost: tuple[str, ...]
) -> None:
    found = in_place_of(Node(id="old1", type=old, params=params), Node(id="new1", type=kind))
    assert (found.node.params, found.lost) == (kept, lost)
    assert found.node.layer is not None


def test_links_go_to_ports_by_name_then_by_order_and_what_is_left_goes() -> None:
    attention = graph_of(
        {"a1": "Dense", "b1": "Dense", "m1": "MultiHeadAttention", "c1": "Dense"},
        "a1 > m1.query", "b1 > m1.key", "m1 > c1",
    )  # fmt: skip
    assert told(replaced(attention, "m1", "Dot")) == {"a1 > new1.a", "b1 > new1.b", "new1 > c1"}
    assert told(replaced(attention, "m1", "Dense")) == {"a1 > new1", "new1 > c1"}
    assert told(replaced(attention, "m1", "Add")) == {"a1 > new1", "b1 > new1", "new1 > c1"}
    split = graph_of(
        {"a1": "Dense", "s1": "Split", "c1": "Add", "d1": "Dense"}, "a1 > s1", "s1.part1 > c1", "s1.part2 > d1"
    )
    assert told(replaced(split, "s1", "ReLU")) == {"a1 > new1", "new1 > c1", "new1 > d1"}
    assert told(replaced(split, "s1", "Output")) == {"a1 > new1"}


def test_several_neighbours_are_replaced_at_once() -> None:
    swaps = {"a1": Node(id="x1", type="Linear"), "c1": Node(id="x2", type="Linear")}
    after = ReplaceLayers(N, swaps).apply(project(CHAIN)).networks[N]
    assert told(after) == {"input1 > x1", "x1 > b1", "b1 > x2"}


def test_shared_weights_follow_or_become_own() -> None:
    before = project(CHAIN)
    before = SetParams(N, "c1", {"shared_with": "a1"}).apply(before)
    same = ReplaceLayers(N, {"a1": Node(id="dense9", type="Dense")}).apply(before).networks[N]
    assert same.by_id["c1"].params["shared_with"] == "dense9"
    other = ReplaceLayers(N, {"a1": Node(id="conv9", type="Conv1D")}).apply(before).networks[N]
    assert "shared_with" not in other.by_id["c1"].params
    kept = in_place_of(before.networks[N].by_id["c1"], Node(id="conv9", type="Conv1D")).node
    alone = ReplaceLayers(N, {"c1": kept}).apply(before).networks[N]
    assert "shared_with" not in alone.by_id["conv9"].params


def test_a_layer_that_has_gone_is_refused() -> None:
    for edit in (ReplaceLayers(N, {"z1": Node(id="q1", type="ReLU")}), Detach(N, frozenset({"z1"}))):
        with pytest.raises(EditRefused, match="no longer there"):
            edit.apply(project(CHAIN))
